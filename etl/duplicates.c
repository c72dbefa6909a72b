/*
 * Rows with the same key.  Invariant: within a file the first row stays, between files the one that was brought up to
 * date last, on a tie the one of the last path (inputs.md, "Same key twice"); every other row is accounted for by a
 * finding.
 */
#include "etl/duplicates.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "etl/key_groups.h"
#include "etl/rows.h"

enum { ROW_SIZE_MAX = 256 };

struct settling {
    struct load *load;
    enum table table;
    unsigned char *fates;
    uint32_t *replaced; /* per source: rows that another file replaced */
};

static uint64_t vorig_of(const struct load *load, size_t row) {
    size_t low = 0;
    size_t high = load->vorige.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (load->vorige.data[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < load->vorige.len && load->vorige.data[low].row == row ? load->vorige.data[low].regelnummer : 0;
}

/* A copy of a row without what does not count as a value. */
static void copy_values(const struct settling *s, size_t row, char copy[ROW_SIZE_MAX]) {
    const struct table_rows *rows = &s->load->tables[s->table];
    memcpy(copy, table_row(rows, row), rows->size);
    memset(copy + schemas[s->table].line_offset, 0, sizeof(uint32_t));
    if (s->table == TABLE_PRODUCTEN)
        memset(copy + offsetof(struct product_row, code.written), 0, sizeof(uint32_t));
}

static bool same_values(const struct settling *s, size_t a, size_t b) {
    char x[ROW_SIZE_MAX];
    char y[ROW_SIZE_MAX];
    copy_values(s, a, x);
    copy_values(s, b, y);
    return memcmp(x, y, s->load->tables[s->table].size) == 0 &&
           (s->table != TABLE_DECLARATIES || vorig_of(s->load, a) == vorig_of(s->load, b));
}

static int64_t moment_of(const struct settling *s, size_t row) {
    if (s->table != TABLE_INDICATIES)
        return 0;
    return ((const struct indication_row *)table_row(&s->load->tables[s->table], row))->bijgewerkt_op;
}

/* A second row with its key in one file, behind `first`. */
static void settle_in_file(struct settling *s, size_t first, size_t row) {
    bool same = same_values(s, first, row);
    s->fates[row] = same ? ROW_REPLACED : ROW_REFUSED;
    findings_add_number(s->load->findings, same ? FINDING_ROW_TWICE : FINDING_KEY_TWICE,
                        table_row_place(s->load, s->table, row, NO_OFFSET), table_row_line(s->load, s->table, first));
}

static void replace(struct settling *s, size_t row) {
    s->fates[row] = ROW_REPLACED;
    s->replaced[table_row_source(s->load, s->table, row)]++;
}

/* All rows of one key: `first` and the `count` later ones. */
static void settle_key(struct settling *s, const struct later_row *later, size_t count) {
    size_t stays = later->first;
    size_t first_of_file = stays;
    uint32_t source = table_row_source(s->load, s->table, stays);
    for (size_t i = 0; i < count; i++) {
        size_t row = later[i].row;
        uint32_t row_source = table_row_source(s->load, s->table, row);
        if (row_source == source) {
            settle_in_file(s, first_of_file, row);
            continue;
        }
        source = row_source;
        first_of_file = row;
        bool newer = moment_of(s, row) >= moment_of(s, stays);
        replace(s, newer ? stays : row);
        if (newer)
            stays = row;
    }
}

void duplicates_settle(struct load *load, enum table table, unsigned char *fates) {
    struct settling s = {load, table, fates, NULL};
    struct later_rows later = key_groups_find(&load->tables[table], &schemas[table], load->options->threads);
    s.replaced = mem_calloc(load->sources->list.len, sizeof *s.replaced);
    for (size_t i = 0, end; i < later.list.len; i = end) {
        end = i + 1;
        while (end < later.list.len && later.list.data[end].first == later.list.data[i].first)
            end++;
        settle_key(&s, later.list.data + i, end - i);
    }
    for (uint32_t source = 0; source < load->sources->list.len; source++)
        if (s.replaced[source] > 0)
            findings_add_number(load->findings, FINDING_ROWS_REPLACED, (struct place){source, LINE_NONE, COLUMN_NONE},
                                s.replaced[source]);
    free(s.replaced);
    VEC_FREE(later.list);
}
