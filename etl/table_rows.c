/*
 * Growing, shrinking and naming the rows of a table.  Invariant: rows are in path and line order, and the rows of a
 * source are [first_row, first_row + rows_loaded).
 */
#include "etl/table_rows.h"

#include <stdlib.h>
#include <string.h>

#include "etl/code.h"
#include "etl/rows.h"

enum { LOOK_AHEAD = 8 };

void table_rows_release(struct table_rows *rows) {
    free(rows->data);
    VEC_FREE(rows->files);
    *rows = (struct table_rows){0};
}

uint32_t table_row_line(const struct load *load, enum table table, size_t index) {
    uint32_t line;
    memcpy(&line, (char *)table_row(&load->tables[table], index) + schemas[table].line_offset, sizeof line);
    return line;
}

uint32_t table_row_source(const struct load *load, enum table table, size_t index) {
    const struct table_rows *rows = &load->tables[table];
    const struct source *sources = load->sources->list.data;
    size_t low = 0; /* the last file that begins at or before the row; empty files begin where the next one does */
    size_t high = rows->files.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (sources[rows->files.data[middle]].first_row <= index)
            low = middle;
        else
            high = middle;
    }
    return rows->files.data[low];
}

struct place table_row_place(const struct load *load, enum table table, size_t index, size_t offset) {
    const struct schema *schema = &schemas[table];
    uint8_t column = COLUMN_NONE;
    for (unsigned i = 0; offset != NO_OFFSET && i < schema->column_count; i++)
        if (schema->columns[i].offset == offset)
            column = (uint8_t)i;
    return (struct place){table_row_source(load, table, index), table_row_line(load, table, index), column};
}

/* ---- adding ---- */

static void add_fresh(struct load *load, struct row_block *block) {
    struct pending_text *texts = block->texts.data;
    size_t count = block->texts.len;
    for (size_t i = 0; i < count; i++) {
        if (i + LOOK_AHEAD < count)
            intern_prefetch(&load->pools[texts[i + LOOK_AHEAD].pool].fresh, texts[i + LOOK_AHEAD].hash);
        if (texts[i].value != INTERN_NONE)
            continue;
        texts[i].value = pool_add_fresh(&load->pools[texts[i].pool], texts[i].text, texts[i].hash);
        if (texts[i].pool == POOL_INDICATIONS)
            texts[i].value |= INDICATION_UNKNOWN;
    }
}

static void keep_vorige(struct load *load, const struct row_block *block, size_t first) {
    const struct declaration_row *rows = (const struct declaration_row *)(const void *)block->rows;
    for (uint32_t i = 0; i < block->count; i++)
        if (rows[i].vorig_regelnummer != CODE_PACKED_NONE)
            VEC_PUSH(load->vorige, (struct vorig_regelnummer){first + i, rows[i].vorig_regelnummer});
}

static void reserve(struct table_rows *rows, size_t more) {
    if (rows->count + more <= rows->cap)
        return;
    size_t cap = rows->cap + rows->cap / 2;
    rows->cap = cap > rows->count + more ? cap : rows->count + more;
    rows->data = mem_realloc(rows->data, rows->cap, rows->size);
}

void table_rows_append(struct load *load, enum table table, struct row_block *block, uint32_t lines) {
    struct table_rows *rows = &load->tables[table];
    const struct schema *schema = &schemas[table];
    add_fresh(load, block);
    for (size_t i = 0; i < block->uses.len; i++)
        row_block_fill(block, &block->uses.data[i]);
    if (table == TABLE_DECLARATIES)
        keep_vorige(load, block, rows->count);
    rows->size = schema->stored_size;
    if (block->count == 0)
        return;
    reserve(rows, block->count);
    char *to = table_row(rows, rows->count);
    for (uint32_t i = 0; i < block->count; i++, to += schema->stored_size) {
        uint32_t line;
        memcpy(to, block->rows + i * (size_t)schema->row_size, schema->stored_size);
        memcpy(&line, to + schema->line_offset, sizeof line);
        line += lines;
        memcpy(to + schema->line_offset, &line, sizeof line);
    }
    rows->count += block->count;
}

/* ---- dropping ---- */

void table_rows_truncate(struct load *load, enum table table, size_t keep) {
    load->tables[table].count = keep;
    while (table == TABLE_DECLARATIES && load->vorige.len > 0 && load->vorige.data[load->vorige.len - 1].row >= keep)
        load->vorige.len--;
}

/* Moves the numbers of rows in `vorige` along; `moved` counts the rows dropped before each. */
static void drop_vorige(struct load *load, const unsigned char *fates) {
    size_t kept = 0;
    size_t row = 0;
    size_t dropped = 0;
    for (size_t i = 0; i < load->vorige.len; i++) {
        struct vorig_regelnummer vorig = load->vorige.data[i];
        for (; row < vorig.row; row++)
            dropped += fates[row] != ROW_KEPT;
        if (fates[vorig.row] == ROW_KEPT)
            load->vorige.data[kept++] = (struct vorig_regelnummer){vorig.row - dropped, vorig.regelnummer};
    }
    load->vorige.len = kept;
}

static bool all_are_kept(const unsigned char *fates, size_t count) {
    size_t i = 0;
    while (i < count && fates[i] == ROW_KEPT)
        i++;
    return i == count;
}

void table_rows_drop(struct load *load, enum table table, const unsigned char *fates) {
    struct table_rows *rows = &load->tables[table];
    size_t kept = 0;
    if (all_are_kept(fates, rows->count))
        return;
    if (table == TABLE_DECLARATIES)
        drop_vorige(load, fates);
    for (size_t f = 0; f < rows->files.len; f++) {
        struct source *source = &load->sources->list.data[rows->files.data[f]];
        size_t end = source->first_row + source->rows_loaded;
        size_t first = kept;
        for (size_t i = source->first_row; i < end; i++) {
            source->rows_refused += fates[i] == ROW_REFUSED;
            source->rows_replaced += fates[i] == ROW_REPLACED || fates[i] == ROW_WITHDRAWN;
            if (fates[i] != ROW_KEPT)
                continue;
            if (kept != i)
                memcpy(table_row(rows, kept), table_row(rows, i), rows->size);
            kept++;
        }
        source->first_row = first;
        source->rows_loaded = kept - first;
    }
    rows->count = kept;
}
