/*
 * Warnings on managementinformatie.  Invariant: a statement counts whatever is said of it here.
 */
#include <stdlib.h>

#include "etl/indicators.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

static const struct statement_row *statement_row(const struct load *load, size_t row) {
    return table_row(&load->tables[TABLE_MANAGEMENTINFORMATIE], row);
}

static const struct indicator *indicator_of(const struct load *load, const struct statement_row *row) {
    return &load->dataset->indicatoren.data[indicator_index(load, row->indicator)];
}

/* Millionths without the zeros that say nothing. */
static void put_number(struct buf *out, int64_t micros) {
    uint64_t size = micros < 0 ? 0 - (uint64_t)micros : (uint64_t)micros;
    buf_printf(out, "%s%llu", micros < 0 ? "-" : "", (unsigned long long)(size / 1000000));
    if (size % 1000000 == 0)
        return;
    buf_printf(out, ".%06llu", (unsigned long long)(size % 1000000));
    while (out->data[out->len - 1] == '0')
        out->data[--out->len] = '\0';
}

static void put_bounds(struct buf *out, const struct indicator *indicator) {
    if (indicator->minimum != AMOUNT_NONE)
        put_number(out, indicator->minimum);
    if (indicator->minimum != AMOUNT_NONE && indicator->maximum != AMOUNT_NONE)
        buf_puts(out, " tot en met ");
    else
        buf_puts(out, indicator->minimum != AMOUNT_NONE ? " of meer" : "ten hoogste ");
    if (indicator->maximum != AMOUNT_NONE)
        put_number(out, indicator->maximum);
}

static void check_bounds(struct load *load, size_t row) {
    const struct statement_row *statement = statement_row(load, row);
    const struct indicator *indicator = indicator_of(load, statement);
    bool low = indicator->minimum != AMOUNT_NONE && statement->waarde < indicator->minimum;
    bool high = indicator->maximum != AMOUNT_NONE && statement->waarde > indicator->maximum;
    if (!low && !high)
        return;
    struct buf value = {0};
    struct buf bounds = {0};
    put_number(&value, statement->waarde);
    put_bounds(&bounds, indicator);
    findings_add_texts(load->findings, FINDING_OUT_OF_BOUNDS,
                       table_row_place(load, TABLE_MANAGEMENTINFORMATIE, row, offsetof(struct statement_row, waarde)),
                       (struct slice){value.data, value.len}, (struct slice){bounds.data, bounds.len});
    buf_release(&value);
    buf_release(&bounds);
}

void statements_warn(struct load *load) {
    for (size_t row = 0; row < load->tables[TABLE_MANAGEMENTINFORMATIE].count; row++)
        check_bounds(load, row);
}
