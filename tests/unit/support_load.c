/* Loading of small input directories. Invariant: the base tables alone give no finding. */
#include "tests/unit/support_load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

void input_make(struct scratch *scratch) {
    scratch_make(scratch);
    scratch_write(scratch, "gemeenten.csv", GEMEENTEN);
    scratch_write(scratch, "aanbieders.csv", AANBIEDERS);
    scratch_write(scratch, "indicaties.csv", INDICATIE_COLUMNS "\n" INDICATIE "\n");
}

static bool keep(void *context, const char *bytes, size_t len) {
    buf_add(context, bytes, len);
    return true;
}

void load_input_in(struct loaded *l, const struct scratch *scratch, unsigned threads, size_t chunk_size) {
    static const char header[] = "bestand;regel;kolom;ernst;code;melding\n";
    struct load_options options = {
        .invoer = scratch->dir, .templates = "templates", .threads = threads, .chunk_size = chunk_size};
    struct buf csv = {0};
    *l = (struct loaded){.good = false};
    l->good = dataset_load(&l->data, &l->findings, &l->sources, &options, &l->result, &l->error);
    assert_true(findings_write(&l->findings, &l->sources, &l->data.clients, SOURCE_ALL, keep, &csv));
    assert_memory_equal(csv.data, header, strlen(header));
    buf_puts(&l->text, csv.data + strlen(header));
    buf_release(&csv);
}

void load_input(struct loaded *loaded, const struct scratch *scratch) {
    load_input_in(loaded, scratch, 1, 0);
}

void loaded_release(struct loaded *l) {
    dataset_release(&l->data);
    findings_release(&l->findings);
    sources_release(&l->sources);
    buf_release(&l->text);
}

void assert_findings(const struct scratch *scratch, const char *expected) {
    struct loaded l;
    load_input(&l, scratch);
    assert_string_equal(l.text.data, expected);
    assert_string_equal(l.error.message, "");
    assert_int_equal(l.result, LOAD_DONE);
    loaded_release(&l);
}
