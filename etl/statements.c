/*
 * Warnings on managementinformatie: bounds, what is missing, what stands there twice and what does not add up
 * (measures.md 10).  Invariant: a statement counts whatever is said of it here.
 */
#include <stdlib.h>

#include "etl/base/exact.h"
#include "etl/base/mem.h"
#include "etl/indicators.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

enum { MICROS = 1000000, GEMEENTE_BITS = 16, PERCEEL_BITS = 3 };

/* A row by what it is about; in this order all rows of an organisation, periode and indicator stand together. */
struct keyed_row {
    uint64_t about; /* periode and organisation */
    uint64_t what;  /* indicator, perceel, gemeente; what is not given comes last */
    uint32_t row;
};

struct warning {
    struct load *load;
    struct keyed_row *rows;
    size_t count;
    exact_t *per_gemeente; /* sums of parts, zero between groups; the last one is of no gemeente */
    bool *has_gemeente;
};

static const struct statement_row *statement_row(const struct load *load, size_t row) {
    return table_row(&load->tables[TABLE_MANAGEMENTINFORMATIE], row);
}

static struct place place_of(const struct load *load, size_t row, size_t offset) {
    return table_row_place(load, TABLE_MANAGEMENTINFORMATIE, row, offset);
}

/* ---- bounds ---- */

/* Millionths without the zeros that say nothing. */
static void put_number(struct buf *out, exact_t micros) {
    exact_t size = micros < 0 ? -micros : micros;
    buf_puts(out, micros < 0 ? "-" : "");
    buf_put_int(out, (int64_t)(size / MICROS));
    if (size % MICROS == 0)
        return;
    buf_printf(out, ".%06d", (int)(size % MICROS));
    while (out->data[out->len - 1] == '0')
        out->data[--out->len] = '\0';
}

static void put_bounds(struct buf *out, const struct indicator *indicator) {
    bool low = indicator->minimum != AMOUNT_NONE;
    bool high = indicator->maximum != AMOUNT_NONE;
    buf_puts(out, low ? "" : "ten hoogste ");
    if (low)
        put_number(out, indicator->minimum);
    buf_puts(out, low && high ? " tot en met " : low ? " of meer" : "");
    if (high)
        put_number(out, indicator->maximum);
}

static void check_bounds(struct load *load, size_t row) {
    const struct statement_row *statement = statement_row(load, row);
    const struct indicator *indicator = &load->dataset->indicatoren.data[indicator_index(load, statement->indicator)];
    bool low = indicator->minimum != AMOUNT_NONE && statement->waarde < indicator->minimum;
    bool high = indicator->maximum != AMOUNT_NONE && statement->waarde > indicator->maximum;
    if (!low && !high)
        return;
    struct buf value = {0};
    struct buf bounds = {0};
    put_number(&value, statement->waarde);
    put_bounds(&bounds, indicator);
    findings_add_texts(load->findings, FINDING_OUT_OF_BOUNDS,
                       place_of(load, row, offsetof(struct statement_row, waarde)),
                       (struct slice){value.data, value.len}, (struct slice){bounds.data, bounds.len});
    buf_release(&value);
    buf_release(&bounds);
}

/* ---- the same twice, through hoort_bij ---- */

static const char *code_of(const struct load *load, size_t row) {
    return load->dataset->aanbieders.data[statement_row(load, row)->aanbieder].code;
}

static void check_twice(const struct warning *w, size_t i) {
    const struct keyed_row *before = &w->rows[i - 1];
    const struct keyed_row *here = &w->rows[i];
    if (before->about == here->about && before->what == here->what)
        findings_add_texts(w->load->findings, FINDING_STATEMENT_TWICE,
                           place_of(w->load, here->row, offsetof(struct statement_row, aanbieder)),
                           slice_of(code_of(w->load, here->row)), slice_of(code_of(w->load, before->row)));
}

/* ---- parts and totals ---- */

static void report_parts(const struct warning *w, size_t row, exact_t total, exact_t parts) {
    struct buf given = {0};
    struct buf sum = {0};
    put_number(&given, total);
    put_number(&sum, parts);
    findings_add_texts(w->load->findings, FINDING_PARTS_DIFFER,
                       place_of(w->load, row, offsetof(struct statement_row, waarde)),
                       (struct slice){given.data, given.len}, (struct slice){sum.data, sum.len});
    buf_release(&given);
    buf_release(&sum);
}

/* A sum and whether anything was added to it. */
struct sum {
    exact_t value;
    bool any;
    size_t row; /* the last one added */
};

static void add_to(struct sum *sum, const struct load *load, size_t row) {
    sum->value += statement_row(load, row)->waarde;
    sum->any = true;
    sum->row = row;
}

static void compare(const struct warning *w, const struct sum *total, const struct sum *parts) {
    if (total->any && parts->any && total->value != parts->value)
        report_parts(w, total->row, total->value, parts->value);
}

/* What stands at one place of a group: rows that are equal are one value. */
static struct sum sum_equal(const struct warning *w, size_t *i, size_t end) {
    struct sum sum = {0};
    uint64_t what = w->rows[*i].what;
    for (; *i < end && w->rows[*i].what == what; (*i)++)
        add_to(&sum, w->load, w->rows[*i].row);
    return sum;
}

static void add_sum(struct sum *to, const struct sum *part) {
    to->value += part->value;
    to->any = true;
}

/* The rows [begin, end) of one organisation, periode and som indicator: each total against the parts beside it. */
static void check_parts(struct warning *w, size_t begin, size_t end) {
    struct sum total = {0};
    struct sum gemeenten = {0};
    struct sum percelen = {0};
    struct sum both = {0};
    struct sum in_perceel[PERCEEL_NONE] = {{0}};
    size_t no_gemeente = w->load->dataset->gemeenten.len;
    for (size_t i = begin; i < end;) {
        const struct statement_row *row = statement_row(w->load, w->rows[i].row);
        size_t gemeente = row->gemeente == INDEX_NONE ? no_gemeente : row->gemeente;
        struct sum here = sum_equal(w, &i, end);
        if (row->perceel != PERCEEL_NONE && gemeente != no_gemeente) { /* these come before the totals */
            add_sum(&both, &here);
            add_sum(&in_perceel[row->perceel], &here);
            w->per_gemeente[gemeente] += here.value;
            w->has_gemeente[gemeente] = true;
        } else if (row->perceel != PERCEEL_NONE) {
            add_sum(&percelen, &here);
            compare(w, &here, &in_perceel[row->perceel]);
        } else if (gemeente != no_gemeente) {
            struct sum parts = {w->per_gemeente[gemeente], w->has_gemeente[gemeente], 0};
            add_sum(&gemeenten, &here);
            compare(w, &here, &parts);
        } else {
            total = here;
        }
    }
    compare(w, &total, gemeenten.any ? &gemeenten : percelen.any ? &percelen : &both);
    for (size_t i = begin; i < end; i++) {
        uint16_t gemeente = statement_row(w->load, w->rows[i].row)->gemeente;
        w->per_gemeente[gemeente == INDEX_NONE ? no_gemeente : gemeente] = 0;
        w->has_gemeente[gemeente == INDEX_NONE ? no_gemeente : gemeente] = false;
    }
}

/* ---- required indicators ---- */

static void put_periode(struct buf *out, uint32_t periode) {
    unsigned part = periode % 100;
    buf_put_int(out, periode / 100);
    if (part != 0)
        buf_printf(out, "%c%u", part < 20 ? 'H' : 'Q', part % 10);
}

static void report_missing(const struct warning *w, size_t row, const struct indicator *indicator) {
    struct buf what = {0};
    struct place place = place_of(w->load, row, offsetof(struct statement_row, indicator));
    place.line = LINE_NONE;
    buf_printf(&what, "%s over ", indicator->code);
    put_periode(&what, statement_row(w->load, row)->periode);
    findings_add_texts(w->load->findings, FINDING_INDICATOR_MISSING, place, slice_of(code_of(w->load, row)),
                       (struct slice){what.data, what.len});
    buf_release(&what);
}

/* The rows [begin, end) of one organisation and periode. */
static void check_required(const struct warning *w, size_t begin, size_t end) {
    size_t i = begin;
    size_t first = w->rows[begin].row;
    for (size_t row = begin; row < end; row++)
        first = w->rows[row].row < first ? w->rows[row].row : first;
    for (uint16_t indicator = 0; indicator < w->load->dataset->indicatoren.len; indicator++) {
        bool given = false;
        for (; i < end && w->rows[i].what >> (PERCEEL_BITS + GEMEENTE_BITS) == indicator; i++)
            given = true;
        if (!given && w->load->dataset->indicatoren.data[indicator].verplicht)
            report_missing(w, first, &w->load->dataset->indicatoren.data[indicator]);
    }
}

/* ---- all of it ---- */

static int compare_rows(const void *a, const void *b) {
    const struct keyed_row *x = a;
    const struct keyed_row *y = b;
    if (x->about != y->about)
        return x->about < y->about ? -1 : 1;
    if (x->what != y->what)
        return x->what < y->what ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static void sort_rows(struct warning *w) {
    for (uint32_t row = 0; row < w->count; row++) {
        const struct statement_row *statement = statement_row(w->load, row);
        uint16_t organisatie = w->load->dataset->aanbieders.data[statement->aanbieder].organisatie;
        uint64_t indicator = indicator_index(w->load, statement->indicator);
        w->rows[row] = (struct keyed_row){(uint64_t)organisatie << 32 | statement->periode,
                                          indicator << (PERCEEL_BITS + GEMEENTE_BITS) |
                                              (uint64_t)statement->perceel << GEMEENTE_BITS | statement->gemeente,
                                          row};
    }
    qsort(w->rows, w->count, sizeof *w->rows, compare_rows);
}

static void check_groups(struct warning *w) {
    for (size_t begin = 0, end; begin < w->count; begin = end) {
        uint64_t indicator = w->rows[begin].what >> (PERCEEL_BITS + GEMEENTE_BITS);
        end = begin + 1;
        while (end < w->count && w->rows[end].about == w->rows[begin].about &&
               w->rows[end].what >> (PERCEEL_BITS + GEMEENTE_BITS) == indicator)
            check_twice(w, end++);
        if (end > begin + 1 && w->load->dataset->indicatoren.data[indicator].aggregatie == AGGREGATIE_SOM)
            check_parts(w, begin, end);
    }
    for (size_t begin = 0, end; begin < w->count; begin = end) {
        end = begin + 1;
        while (end < w->count && w->rows[end].about == w->rows[begin].about)
            end++;
        check_required(w, begin, end);
    }
}

void statements_warn(struct load *load) {
    size_t gemeenten = load->dataset->gemeenten.len + 1;
    struct warning w = {.load = load, .count = load->tables[TABLE_MANAGEMENTINFORMATIE].count};
    if (w.count == 0 || load->dataset->aanbieders.len == 0 || gemeenten == 1)
        return;
    for (size_t row = 0; row < w.count; row++)
        check_bounds(load, row);
    w.rows = mem_calloc(w.count, sizeof *w.rows);
    w.per_gemeente = mem_calloc(gemeenten, sizeof *w.per_gemeente);
    w.has_gemeente = mem_calloc(gemeenten, sizeof *w.has_gemeente);
    sort_rows(&w);
    check_groups(&w);
    free(w.has_gemeente);
    free(w.per_gemeente);
    free(w.rows);
}
