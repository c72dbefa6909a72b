/*
 * iWmo messages.  The first byte of the input says how long the pieces are in which the rest is fed; the same message
 * in one piece must give the same verdict, rows, facts and findings.  An input that begins with P is an archive:
 * nothing but no crash is expected of it.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "etl/base/error.h"
#include "etl/iwmo_sink.h"
#include "etl/xml_reader.h"
#include "etl/zip_archive.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What one reading gave. */
struct outcome {
    enum finding_kind refusal;
    uint32_t line;
    uint64_t rows_read;
    uint64_t rows_refused;
    uint32_t rows;
    size_t facts;
    size_t findings;
};

/* ---- messages ---- */

static void open_region(struct load *load, struct sources *sources) {
    static const struct load_options options = {.threads = 1};
    *load = (struct load){.options = &options, .sources = sources};
    pool_add(&load->pools[POOL_TEXTS], slice_of(""));
    pool_add(&load->pools[POOL_GEMEENTEN], slice_of("0405"));
    pool_add(&load->pools[POOL_AANBIEDERS], slice_of("01000001"));
    pool_add(&load->pools[POOL_PRODUCTEN], slice_of("02BGB"));
    for (int pool = 0; pool < POOL_COUNT; pool++)
        pool_settle(&load->pools[pool]);
    VEC_PUSH(sources->list, (struct source){.path = "x", .table = TABLE_INDICATIES, .kind = SOURCE_XML});
    VEC_PUSH(sources->list, (struct source){.path = "y", .table = TABLE_DECLARATIES, .kind = SOURCE_XML});
}

static void close_region(struct load *load, struct sources *sources) {
    for (int pool = 0; pool < POOL_COUNT; pool++)
        pool_release(&load->pools[pool]);
    sources_release(sources);
}

static void feed(struct iwmo_reader *reader, const char *bytes, size_t size, size_t piece) {
    bool good = true;
    for (size_t at = 0; good && at < size; at += piece)
        good = iwmo_reader_feed(reader, bytes + at, size - at < piece ? size - at : piece, false);
    if (good)
        iwmo_reader_feed(reader, "", 0, true);
}

static struct outcome read_message(struct iwmo_reader *reader, struct row_block *block, enum table table,
                                   struct slice message, size_t piece) {
    struct iwmo_new_facts facts = {0};
    struct iwmo_sink sink = {.block = block, .facts = &facts};
    unsigned kinds = 0;
    for (unsigned kind = 0; kind < IWMO_KINDS; kind++)
        kinds |= iwmo_table((enum iwmo_kind)kind) == table ? IWMO_BIT(kind) : 0;
    row_block_start(block, table == TABLE_DECLARATIES, false);
    const struct iwmo_handlers handlers = iwmo_sink_begin(&sink);
    iwmo_reader_begin(reader, &handlers, kinds);
    feed(reader, message.ptr, message.len, piece);
    const struct iwmo_verdict *verdict = iwmo_reader_verdict(reader);
    if (verdict->kind == FINDING_COUNT)
        iwmo_sink_end(&sink, iwmo_reader_kind(reader));
    const struct outcome outcome = {verdict->kind, verdict->line,  block->rows_read,        block->rows_refused,
                                    block->count,  facts.list.len, block->findings.list.len};
    VEC_FREE(facts.list);
    iwmo_sink_release(&sink);
    return outcome;
}

static enum table table_of(struct iwmo_reader *reader, struct slice message) {
    iwmo_reader_begin_kind(reader);
    feed(reader, message.ptr, message.len, XML_PIECE);
    enum iwmo_kind kind = iwmo_reader_kind(reader);
    return kind == IWMO_KINDS ? TABLE_INDICATIES : iwmo_table(kind);
}

static void compare(const struct outcome *a, const struct outcome *b) {
    if (a->refusal != b->refusal || (a->refusal == FINDING_COUNT && a->line != b->line))
        BUG("the pieces decide the verdict");
    if (a->refusal != FINDING_COUNT) /* what came before a refusal is taken back */
        return;
    if (a->rows != b->rows || a->rows_read != b->rows_read || a->rows_refused != b->rows_refused ||
        a->facts != b->facts || a->findings != b->findings)
        BUG("the pieces decide what is read");
    if (a->rows + a->rows_refused > a->rows_read)
        BUG("more rows than were read");
}

static void read_twice(struct slice message, size_t piece) {
    struct sources sources = {0};
    struct load load;
    struct row_block block;
    open_region(&load, &sources);
    struct patterns *patterns = patterns_open();
    row_block_init(&block, &load, patterns);
    struct iwmo_reader *reader = iwmo_reader_open();
    enum table table = table_of(reader, message);
    const struct outcome whole = read_message(reader, &block, table, message, XML_PIECE);
    const struct outcome parts = read_message(reader, &block, table, message, piece);
    compare(&whole, &parts);
    iwmo_reader_close(reader);
    row_block_release(&block);
    patterns_close(patterns);
    close_region(&load, &sources);
}

/* ---- archives ---- */

struct places {
    VEC(uint64_t) list;
};

static void note_member(void *context, const struct zip_entry *entry) {
    struct places *places = context;
    VEC_PUSH(places->list, entry->at);
}

static void read_archive(const uint8_t *data, size_t size) {
    char path[64];
    const char *reason;
    struct places places = {0};
    int file = memfd_create("zip", MFD_CLOEXEC);
    if (file < 0 || write(file, data, size) != (ssize_t)size)
        BUG("no memory file");
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    struct zip_archive *archive = zip_archive_open(path, &reason);
    if (archive)
        zip_archive_list(archive, note_member, &places, &reason);
    for (size_t i = 0; i < places.list.len && i < 100; i++) {
        char bytes[4096];
        size_t got = 1;
        size_t pieces = 0;
        if (zip_member_open(archive, places.list.data[i], &reason))
            while (got > 0 && pieces++ < 1000 && zip_member_read(archive, bytes, sizeof bytes, &got, &reason))
                continue;
    }
    zip_archive_close(archive);
    VEC_FREE(places.list);
    close(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0)
        return 0;
    if (data[0] == 'P') {
        read_archive(data, size);
        return 0;
    }
    struct buf message = {0};
    buf_add(&message, data + 1, size - 1);
    read_twice((struct slice){message.data ? message.data : "", message.len}, (size_t)data[0] + 1);
    buf_release(&message);
    return 0;
}
