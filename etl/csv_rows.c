/*
 * The way from text to cells, for every line of every CSV file.  A record without a quote is split here, at full
 * speed; one with a quote goes through libcsv.  Invariant: both give the same cells (asserted by a differential test).
 */
#include "etl/csv_rows.h"

#include <string.h>

#include "etl/base/utf8.h"
#include "etl/convert.h"
#include "etl/record_scan.h"

/* One record on its way. */
struct record_cells {
    struct row_block *block;
    const struct layout *layout;
    struct slice cells[COLUMNS_MAX]; /* by column of the table */
    unsigned fields;
    bool filled; /* some field holds more than spaces */
    bool extra;  /* some field behind those of the header does */
};

/* More than spaces, tabs and no-break spaces? */
static bool is_filled(struct slice field) {
    if (field.len == 0)
        return false;
    if ((unsigned char)field.ptr[0] > ' ' && (unsigned char)field.ptr[0] < 0x80)
        return true;
    field = convert_trim(field);
    while (field.len >= 2 && memcmp(field.ptr, "\xC2\xA0", 2) == 0)
        field = convert_trim((struct slice){field.ptr + 2, field.len - 2});
    return field.len > 0;
}

static inline void put_field(struct record_cells *record, struct slice field) {
    unsigned number = record->fields++;
    if (number >= record->layout->fields) {
        record->extra = record->extra || is_filled(field);
        return;
    }
    record->filled = record->filled || is_filled(field);
    uint8_t column = record->layout->columns[number];
    if (column != COLUMN_NONE)
        record->cells[column] = field;
}

static void keep_field(void *context, struct slice field) {
    struct record_cells *record = context;
    put_field(record, row_block_keep(record->block, field));
}

static void end_record(struct record_cells *record, uint32_t line) {
    const struct layout *layout = record->layout;
    for (unsigned number = record->fields; number < layout->fields; number++)
        if (layout->columns[number] != COLUMN_NONE)
            record->cells[layout->columns[number]].len = 0;
    if (record->extra) {
        findings_add_numbers(&record->block->findings, FINDING_TOO_MANY_FIELDS,
                             row_block_place(record->block, line, COLUMN_NONE), record->fields, layout->fields);
        row_block_refuse(record->block, record->cells);
    } else if (record->filled) {
        row_block_add(record->block, line, record->cells, NULL);
    }
    record->fields = 0;
    record->filled = record->extra = false;
}

/* The record at `at`, up to a line end; stops at a quote and returns NULL. */
static const char *split_plain(struct record_cells *record, const char *at, const char *end) {
    char separator = record->layout->separator;
    const char *field = at;
    for (; at < end; at++) {
        char c = *at;
        if (c == separator) {
            put_field(record, (struct slice){field, (size_t)(at - field)});
            field = at + 1;
        } else if (c == '\n' || c == '\r') {
            break;
        } else if (c == '"') {
            record->fields = 0;
            record->filled = record->extra = false;
            return NULL;
        }
    }
    put_field(record, (struct slice){field, (size_t)(at - field)});
    return at;
}

static bool is_only_marks(const char *text, size_t len, char separator) {
    for (size_t i = 0; i < len; i++)
        if (text[i] != separator && !memchr(" \t\"\r\n", text[i], 5))
            return false;
    return true;
}

/* The record at `at`, with quotes in it; returns its end. */
static const char *split_quoted(struct record_cells *record, const char *at, const char *end, uint32_t line,
                                struct quoted_splitter *splitter) {
    char separator = record->layout->separator;
    size_t len = (size_t)(end - at);
    struct record found = record_scan(at, len, 0, separator);
    if (found.text_behind && !is_only_marks(at, found.end, separator)) {
        findings_add(&record->block->findings, FINDING_TEXT_BEHIND_QUOTE,
                     row_block_place(record->block, line, COLUMN_NONE));
        row_block_refuse(record->block, NULL);
    } else if (!found.text_behind) {
        quoted_split(splitter, (struct slice){at, found.end}, separator, keep_field, record);
        end_record(record, line);
    }
    return at + found.end;
}

struct chunk_result rows_from_chunk(struct row_block *block, const struct chunk *chunk,
                                    struct quoted_splitter *splitter, struct buf *decoded) {
    struct record_cells record = {.block = block, .layout = chunk->layout};
    struct chunk_result result = {0};
    const char *at = chunk->text.data;
    const char *end = at + chunk->end;
    if (memchr(at, '\0', chunk->end)) {
        result.has_nul = true;
        return result;
    }
    result.lines = (uint32_t)record_count_lines(at, chunk->begin);
    at += chunk->begin;
    if (!utf8_is_ascii(chunk->text.data, chunk->end)) {
        if (chunk->layout->windows_1252) {
            decoded->len = 0;
            utf8_put_windows_1252(decoded, at, (size_t)(end - at));
            at = decoded->data;
            end = at + decoded->len;
        } else if (!utf8_is_valid(chunk->text.data, chunk->end)) {
            result.not_utf8 = true;
            return result;
        }
    }
    while (at < end) {
        uint32_t line = result.lines + 1;
        const char *behind = split_plain(&record, at, end);
        if (behind) {
            end_record(&record, line);
        } else {
            behind = split_quoted(&record, at, end, line, splitter);
            result.lines += (uint32_t)record_count_lines(at, (size_t)(behind - at));
        }
        at = behind + record_skip_end(behind, (size_t)(end - behind), 0);
        result.lines += at > behind;
    }
    return result;
}
