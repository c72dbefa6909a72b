/* From records to rows: the quick way against libcsv for every record, on lines that mostly repeat each other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/csv_rows.h"
#include "etl/record_scan.h"

/* A file of indicaties with a column that is none of its table, in the middle. */
static const char *const names[] = {
    "gemeentecode", "toewijzingnummer", "client",       "aanbiedercode", "opmerking",         "productcode",  "volume",
    "eenheid",      "frequentie",       "ingangsdatum", "einddatum",     "reden_beeindiging", "bijgewerkt_op"};
enum { FIELDS = sizeof names / sizeof names[0], SPELLINGS = 6 };

/* Ways to write each cell: right, wrong, damaged, longer and shorter than what is compared at once. */
static const char *const spellings[FIELDS][SPELLINGS] = {
    {"0405", "0405", "0388", "405", "\"0405\"", "x"},
    {"1000001", "1000002", "0001000003", "1234567890123456789", "1e+7", ""},
    {"P00012345", "P00012346", "123456789", "111222333", "\"P0\"\"0\"", "C-1 "},
    {"99002035", "99002035", "99002036", "=\"99002035\"", "9900203", "aanbieder"},
    {"", "gezien", "een opmerking van meer dan zestien tekens", "\"met ; erin\"", "5\" pijp", "\xC3\xA9\xC3\xA9n"},
    {"02BGB", "02bgb", "92BGM", "02 BGB", "", "02BGB"},
    {"120", "120.5", "120,5", "1.234", "-3", "\xE2\x82\xAC 5"},
    {"minuut", "uur", "Minuut", "minuten", "\"uur\"", "01"},
    {"week", "week", "dag", "2", "eens", " week "},
    {"2026-01-01", "2026-02-28", "01-03-2026", "2026-02-30", "20260101", "2026-1-1"},
    {"2026-12-31", "", "2025-01-01", "2026-12-31 00:00", "\"2026-12-31\"", "9999"},
    {"", "02", "2", "", "overleden_en_begraven", "02"},
    {"2026-01-02 10:11", "2026-01-02 10:11:12", "2026-01-02", "", "later", "2026-01-02T10:11"},
};

static uint32_t draw(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

/* Records of which `change` in 256 cells differ from the record before, and as many are odd in another way. */
static void write_records(struct buf *text, uint32_t *seed, unsigned change) {
    unsigned chosen[FIELDS] = {0};
    const char *end = draw(seed) % 2 ? "\r\n" : "\n";
    for (unsigned left = draw(seed) % 200; left > 0; left--) {
        for (unsigned i = 0; i < FIELDS; i++) {
            if (draw(seed) % 256 < change)
                chosen[i] = draw(seed) % SPELLINGS;
            buf_printf(text, i ? ";%s" : "%s", spellings[i][chosen[i]]);
        }
        if (draw(seed) % 256 < change / 8)
            buf_puts(text, draw(seed) % 2 ? ";" : ";meer");
        buf_puts(text, draw(seed) % 256 < change / 8 ? "\r" : end);
        if (draw(seed) % 256 < change / 8)
            buf_puts(text, draw(seed) % 2 ? ";;; ;\"\";\n" : "0405;1\n");
    }
    if (draw(seed) % 2)
        buf_puts(text, "0405;1000009;P1;99002035;;02BGB;1;uur;week;2026-01-01");
}

/* The text that waits for its number in a member of a row; NULL when the value itself stands there. */
static const struct pending_text *find_text(const struct row_block *block, uint32_t row, const char *bytes,
                                            uint16_t offset) {
    for (unsigned i = 0; i < block->text_member_count; i++) {
        uint32_t text;
        memcpy(&text, bytes + block->text_members[i], sizeof text);
        if (block->text_members[i] == offset)
            return &block->texts.data[text];
    }
    for (size_t i = 0; i < block->uses.len; i++)
        if (block->uses.data[i].row == row && block->uses.data[i].offset == offset)
            return &block->texts.data[block->uses.data[i].text];
    return NULL;
}

static void put_rows(const struct row_block *block, struct buf *out) {
    for (uint32_t row = 0; row < block->count; row++) {
        const char *bytes = block->rows + row * (size_t)block->schema->row_size;
        for (unsigned i = 0; i < block->schema->column_count; i++) {
            const struct column *column = &block->schema->columns[i];
            const struct pending_text *text = find_text(block, row, bytes, column->offset);
            if (text)
                buf_printf(out, "%u:%.*s ", text->pool, (int)text->text.len, text->text.ptr);
            for (unsigned b = 0; !text && b < column->size; b++)
                buf_printf(out, "%02x", (unsigned char)bytes[column->offset + b]);
            buf_putc(out, ';');
        }
        uint32_t line;
        memcpy(&line, bytes + block->schema->line_offset, sizeof line);
        buf_printf(out, "%u\n", line);
    }
}

/* All that a chunk gives, as text. */
static void read_all(const struct load *load, const struct chunk *chunk, bool by_libcsv, struct buf *out) {
    struct patterns *patterns = patterns_open();
    struct splitter splitter = {.quoted = quoted_splitter_open(), .by_libcsv = by_libcsv};
    struct row_block block;
    struct buf decoded = {0};
    row_block_init(&block, load, patterns);
    row_block_start(&block, 0, false);
    struct chunk_result result = rows_from_chunk(&block, chunk, &splitter, &decoded);
    put_rows(&block, out);
    for (size_t i = 0; i < block.findings.list.len; i++) {
        const struct finding *f = &block.findings.list.data[i];
        buf_printf(out, "%u %u %u %u %u %u\n", f->line, f->repeat, f->kind, f->column, f->args[0], f->args[1]);
    }
    for (uint32_t i = 0; i < block.findings.texts.count; i++)
        buf_printf(out, "%s\n", intern_text(&block.findings.texts, i).ptr);
    for (unsigned i = 0; i < COLUMNS_MAX; i++)
        for (int kind = 0; kind < DAMAGE_COUNT; kind++)
            buf_printf(out, "%u ", block.damage[i][kind]);
    buf_printf(out, "%u %d %d %d %d %d %d", result.lines, result.has_nul, result.not_utf8, (int)block.rows_read,
               (int)block.rows_refused, block.notes.comma, block.notes.ambiguous);
    row_block_release(&block);
    quoted_splitter_close(splitter.quoted);
    patterns_close(patterns);
    buf_release(&decoded);
}

static void the_quick_way_gives_what_libcsv_gives(void **state) {
    (void)state;
    struct sources sources = {0};
    VEC_PUSH(sources.list, (struct source){.path = "i.csv", .file = "i.csv", .table = TABLE_INDICATIES});
    struct load load = {.sources = &sources};
    uint8_t columns[FIELDS];
    for (unsigned i = 0; i < FIELDS; i++)
        columns[i] = (uint8_t)schema_find(&schemas[TABLE_INDICATIES], slice_of(names[i]));
    const struct layout layout = {
        .schema = &schemas[TABLE_INDICATIES], .separator = ';', .fields = FIELDS, .columns = columns};
    uint32_t seed = 5;
    for (unsigned round = 0; round < 400; round++) {
        struct chunk chunk = {.layout = &layout};
        struct buf quick = {0};
        struct buf judge = {0};
        buf_puts(&chunk.text, "");
        write_records(&chunk.text, &seed, 1U << (round % 8));
        chunk.end = chunk.text.len;
        if (!record_cut(chunk.text.data, chunk.text.len, ';').open) {
            read_all(&load, &chunk, false, &quick);
            read_all(&load, &chunk, true, &judge);
            assert_string_equal(quick.data, judge.data);
        }
        buf_release(&quick);
        buf_release(&judge);
        buf_release(&chunk.text);
    }
    sources_release(&sources);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_quick_way_gives_what_libcsv_gives)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
