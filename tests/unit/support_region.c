/*
 * Regions for tests of loading.  Invariant: default tables are the shipped ones.
 */
#include "tests/unit/support_region.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/code.h"

void region_begin(struct region *region) {
    *region = (struct region){0};
    scratch_make(&region->files);
    scratch_write(&region->files, "gemeenten.csv", "gemeentecode;naam\n0405;Hoorn\n0498;Drechterland\n");
    scratch_write(&region->files, "aanbieders.csv",
                  "aanbiedercode;naam;gecontracteerd\n01000001;Een;ja\n01000002;Twee;ja\n");
}

void region_end(struct region *region) {
    if (region->loaded) {
        dataset_release(&region->dataset);
        findings_release(&region->findings);
        sources_release(&region->sources);
    }
    scratch_remove(&region->files);
}

void region_load(struct region *region, unsigned threads) {
    const struct load_options options = {.invoer = region->files.dir, .templates = "templates", .threads = threads};
    struct error err = {0};
    dataset_load(&region->dataset, &region->findings, &region->sources, &options, &region->result, &err);
    region->loaded = true;
}

static const char *kept(struct region *region, struct buf *text) {
    const char *copy = arena_strndup(&region->files.arena, text->len ? text->data : "", text->len);
    buf_release(text);
    return copy;
}

static void put_date(struct buf *out, date_t date) {
    char text[DATE_TEXT_SIZE];
    buf_printf(out, " %s", date == DATE_NONE ? "-" : date_text(date, text));
}

const char *region_indication(struct region *region, const char *gemeente, const char *number) {
    const struct dataset *data = &region->dataset;
    struct buf out = {0};
    for (size_t i = 0; i < data->indications.len; i++) {
        const struct indication *record = &data->indications.data[i];
        if (strcmp(data->gemeenten.data[record->gemeente].code, gemeente) != 0 ||
            !slice_equal(intern_text(&data->toewijzingnummers, record->toewijzingnummer), slice_of(number)))
            continue;
        buf_printf(&out, "%lld", (long long)record->volume / 1000);
        put_date(&out, record->meldingsdatum);
        put_date(&out, record->besluitdatum);
        put_date(&out, record->startdatum_zorg);
        put_date(&out, record->stopdatum);
        buf_printf(&out, " %s", record->reden == INDEX_NONE ? "-" : data->redenen.data[record->reden].code);
    }
    return kept(region, &out);
}

const char *region_lines(struct region *region) {
    static const char *const statuses[] = {"ingediend", "toegekend", "afgekeurd"};
    const struct dataset *data = &region->dataset;
    struct buf out = {0};
    for (size_t i = 0; i < data->declarations.len; i++) {
        const struct declaration *record = &data->declarations.data[i];
        char room[CODE_TEXT_SIZE];
        buf_printf(&out, "%s %s %s %lld %s\n", data->aanbieders.data[record->aanbieder].code,
                   intern_text(&data->declaratienummers, record->declaratienummer).ptr,
                   arena_strndup(&region->files.arena, code_unpack(record->regelnummer, &data->regelnummers, room).ptr,
                                 code_unpack(record->regelnummer, &data->regelnummers, room).len),
                   (long long)(record->credit ? -record->bedrag : record->bedrag), statuses[record->status]);
    }
    return kept(region, &out);
}

static const struct finding *next_finding(struct region *region, struct findings_cursor *cursor, bool begin) {
    if (begin)
        findings_cursor_open(cursor, &region->findings, &region->sources, &region->dataset.clients, SOURCE_ALL);
    const struct finding *finding = findings_cursor_next(cursor);
    if (!finding)
        findings_cursor_close(cursor);
    return finding;
}

const char *region_findings(struct region *region) {
    struct findings_cursor cursor;
    struct buf out = {0};
    for (const struct finding *f = next_finding(region, &cursor, true); f; f = next_finding(region, &cursor, false)) {
        const struct finding_info *info = finding_info((enum finding_kind)f->kind);
        buf_printf(&out, "%s;", region->sources.list.data[f->source].path);
        if (f->line != LINE_NONE)
            buf_printf(&out, "%u", f->line);
        buf_printf(&out, ";%s;%s;%s\n", finding_column(f, &region->sources), severity_name(info->severity), info->code);
    }
    return kept(region, &out);
}

const char *region_sentence(struct region *region, const char *code) {
    struct findings_cursor cursor;
    struct buf out = {0};
    for (const struct finding *f = next_finding(region, &cursor, true); f; f = next_finding(region, &cursor, false))
        if (out.len == 0 && strcmp(finding_info((enum finding_kind)f->kind)->code, code) == 0)
            finding_put_message(&cursor, f, &out);
    return kept(region, &out);
}

const char *region_rows(struct region *region, const char *path) {
    struct buf out = {0};
    for (size_t i = 0; i < region->sources.list.len; i++) {
        const struct source *s = &region->sources.list.data[i];
        if (strcmp(s->path, path) == 0)
            buf_printf(&out, "%llu %llu %llu %llu", (unsigned long long)s->rows_read,
                       (unsigned long long)s->rows_loaded, (unsigned long long)s->rows_refused,
                       (unsigned long long)s->rows_replaced);
    }
    return kept(region, &out);
}
