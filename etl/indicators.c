/*
 * Codes of the catalogue.  Invariant: an indicator that stays has a weegfactor that stays, or none.
 */
#include "etl/indicators.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

static const struct indicator_row *indicator_row(const struct load *load, size_t row) {
    return table_row(&load->tables[TABLE_INDICATOREN], row);
}

static void report_unknown(struct load *load, enum table table, size_t row, size_t offset, uint32_t code) {
    findings_add_texts(load->findings, FINDING_UNKNOWN_CODE, table_row_place(load, table, row, offset),
                       pool_text(&load->pools[POOL_TEXTS], code), slice_of(table_name(TABLE_INDICATOREN)));
}

/* The part of toets before the first slash has to be a measure. */
static bool check_toets(struct load *load, size_t row) {
    struct slice toets = pool_text(&load->pools[POOL_TEXTS], indicator_row(load, row)->toets);
    const char *slash = toets.len > 0 ? memchr(toets.ptr, '/', toets.len) : NULL;
    struct slice measure = {toets.ptr, slash ? (size_t)(slash - toets.ptr) : toets.len};
    if (toets.len == 0 || !load->options->is_measure || load->options->is_measure(measure))
        return true;
    findings_add_text(load->findings, FINDING_UNKNOWN_MEASURE,
                      table_row_place(load, TABLE_INDICATOREN, row, offsetof(struct indicator_row, toets)), toets);
    return false;
}

/* The indicators whose weight is a refused one fall too, and so on; each falls once. */
static void refuse_weighted(struct load *load, unsigned char *fates, const uint32_t *row_of, uint32_t *weighted_by,
                            const uint32_t *next) {
    size_t count = load->tables[TABLE_INDICATOREN].count;
    VEC(uint32_t) fallen = {0};
    for (uint32_t row = 0; row < count; row++)
        if (fates[row] != ROW_KEPT)
            VEC_PUSH(fallen, row);
    while (fallen.len > 0) {
        uint32_t gone = fallen.data[--fallen.len];
        if (row_of[indicator_row(load, gone)->code] != gone + 1)
            continue; /* another row with this code stays */
        for (uint32_t row = weighted_by[gone]; row != 0; row = next[row - 1]) {
            if (fates[row - 1] != ROW_KEPT)
                continue;
            fates[row - 1] = ROW_REFUSED;
            report_unknown(load, TABLE_INDICATOREN, row - 1, offsetof(struct indicator_row, weegfactor),
                           indicator_row(load, row - 1)->weegfactor);
            VEC_PUSH(fallen, row - 1);
        }
        weighted_by[gone] = 0;
    }
    VEC_FREE(fallen);
}

void indicators_check(struct load *load, unsigned char *fates) {
    const struct pool *texts = &load->pools[POOL_TEXTS];
    size_t count = load->tables[TABLE_INDICATOREN].count;
    uint32_t *row_of = mem_calloc(texts->known.count + texts->fresh.count, sizeof *row_of); /* per code, row + 1 */
    uint32_t *weighted_by = mem_calloc(count, sizeof *weighted_by); /* lists of rows + 1, by the row of their weight */
    uint32_t *next = mem_calloc(count, sizeof *next);
    for (uint32_t row = 0; row < count; row++)
        if (fates[row] == ROW_KEPT)
            row_of[indicator_row(load, row)->code] = row + 1;
    for (uint32_t row = 0; row < count; row++) {
        uint32_t weight = indicator_row(load, row)->weegfactor;
        if (fates[row] != ROW_KEPT)
            continue;
        if (!check_toets(load, row)) {
            fates[row] = ROW_REFUSED;
        } else if (weight != TEXT_NONE && row_of[weight] == 0) {
            fates[row] = ROW_REFUSED;
            report_unknown(load, TABLE_INDICATOREN, row, offsetof(struct indicator_row, weegfactor), weight);
        } else if (weight != TEXT_NONE) {
            next[row] = weighted_by[row_of[weight] - 1];
            weighted_by[row_of[weight] - 1] = row + 1;
        }
    }
    refuse_weighted(load, fates, row_of, weighted_by, next);
    free(next);
    free(weighted_by);
    free(row_of);
}

void indicators_register(struct load *load) {
    const struct pool *texts = &load->pools[POOL_TEXTS];
    load->indicator_count = texts->known.count + texts->fresh.count;
    load->indicator_of = mem_calloc(load->indicator_count, sizeof *load->indicator_of);
    for (size_t row = 0; row < load->tables[TABLE_INDICATOREN].count && row < INDEX_NONE; row++)
        load->indicator_of[indicator_row(load, row)->code] = (uint16_t)(row + 1);
}

uint16_t indicator_index(const struct load *load, uint32_t code) {
    bool known = code < load->indicator_count && load->indicator_of[code] != 0;
    return known ? (uint16_t)(load->indicator_of[code] - 1) : INDEX_NONE;
}

void statements_check(struct load *load, unsigned char *fates) {
    for (size_t row = 0; row < load->tables[TABLE_MANAGEMENTINFORMATIE].count; row++) {
        const struct statement_row *statement = table_row(&load->tables[TABLE_MANAGEMENTINFORMATIE], row);
        if (fates[row] != ROW_KEPT || indicator_index(load, statement->indicator) != INDEX_NONE)
            continue;
        fates[row] = ROW_REFUSED;
        report_unknown(load, TABLE_MANAGEMENTINFORMATIE, row, offsetof(struct statement_row, indicator),
                       statement->indicator);
    }
}
