/*
 * From a chunk to a block of rows.  Invariant: what a chunk gives depends on its bytes and its layout only.
 */
#include "etl/csv_rows.h"

#include <string.h>

#include "etl/base/utf8.h"
#include "etl/csv_quick.h"
#include "etl/record_scan.h"

/* A record that cannot be a row. */
static void refuse(struct row_block *block, const struct split *split, unsigned fields) {
    struct place place = row_block_place(block, split->line, COLUMN_NONE);
    if (split->text_behind)
        findings_add(&block->findings, FINDING_TEXT_BEHIND_QUOTE, place);
    else
        findings_add_numbers(&block->findings, FINDING_TOO_MANY_FIELDS, place, split->fields, fields);
    row_block_refuse(block, split->text_behind ? NULL : split->cells);
}

/* Adds the records that can be split quickly, up to one that cannot. */
static void add_quick(struct row_block *block, struct splitter *splitter) {
    struct slice text = {splitter->text, splitter->len};
    struct quick_record record;
    while (quick_split(block, splitter->layout, text, splitter->at, &record)) {
        row_block_add_changed(block, splitter->line++, record.cells, record.changed);
        splitter->at = record.behind;
    }
}

static void add_records(struct row_block *block, struct splitter *splitter) {
    struct split split = {0};
    for (;;) {
        if (!splitter->by_libcsv)
            add_quick(block, splitter);
        if (!splitter_next(splitter, &split))
            return;
        if (split.text_behind || split.extra)
            refuse(block, &split, splitter->layout->fields);
        else
            row_block_add(block, split.line, split.cells, NULL);
    }
}

struct chunk_result rows_from_chunk(struct row_block *block, const struct chunk *chunk, struct splitter *splitter,
                                    struct buf *decoded) {
    const struct layout *layout = chunk->layout;
    const char *text = chunk->text.data;
    struct chunk_result result = {0};
    if (memchr(text, '\0', chunk->end)) {
        result.has_nul = true;
        return result;
    }
    uint32_t lines = (uint32_t)record_count_lines(text, chunk->begin);
    struct slice records = {text + chunk->begin, chunk->end - chunk->begin};
    bool ascii = utf8_is_ascii(text, chunk->end);
    if (!ascii && layout->windows_1252) {
        decoded->len = 0;
        utf8_put_windows_1252(decoded, records.ptr, records.len);
        records = (struct slice){decoded->data, decoded->len};
    } else if (!ascii && !utf8_is_valid(text, chunk->end)) {
        result.not_utf8 = true;
        return result;
    }
    splitter_start(splitter, layout, records, lines + 1, &block->strings);
    add_records(block, splitter);
    result.lines = splitter->line - 1;
    return result;
}
