/*
 * The tables whose codes others name.  Invariant: a code's number in its pool is its index in the dataset, and both
 * are in byte order of the codes.
 */
#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "etl/finish.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

/* More codes than fit in an index are never reached by a real table; the rest is left out of what others may name. */
enum { CODES_MAX = INDEX_UNKNOWN };

struct sorting {
    const struct load *load;
    enum table table;
    size_t offset; /* of the code in a row */
};

static struct slice code_of(const struct sorting *s, size_t row) {
    uint32_t text;
    memcpy(&text, (const char *)table_row(&s->load->tables[s->table], row) + s->offset, sizeof text);
    return pool_text(&s->load->pools[POOL_TEXTS], text);
}

static int compare_codes(const void *a, const void *b, void *context) {
    return slice_compare(code_of(context, *(const uint32_t *)a), code_of(context, *(const uint32_t *)b));
}

/* The rows of a table in byte order of the code at `offset`; the caller frees it. */
static uint32_t *sort_rows(const struct load *load, enum table table, size_t offset) {
    size_t count = load->tables[table].count;
    uint32_t *order = mem_calloc(count, sizeof *order);
    struct sorting s = {load, table, offset};
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    qsort_r(order, count, sizeof *order, compare_codes, &s);
    return order;
}

static size_t count_of(const struct load *load, enum table table) {
    size_t count = load->tables[table].count;
    return count < CODES_MAX ? count : CODES_MAX;
}

void finish_gemeenten(struct load *load) {
    size_t count = count_of(load, TABLE_GEMEENTEN);
    struct gemeente *records = arena_alloc(&load->dataset->arena, count * sizeof *records);
    uint32_t *order = sort_rows(load, TABLE_GEMEENTEN, offsetof(struct gemeente_row, code));
    for (size_t i = 0; i < count; i++) {
        const struct gemeente_row *row = table_row(&load->tables[TABLE_GEMEENTEN], order[i]);
        records[i] = (struct gemeente){finish_text(load, row->code), finish_text(load, row->naam)};
        intern_add(&load->pools[POOL_GEMEENTEN].known, slice_of(records[i].code));
    }
    load->dataset->gemeenten.data = records;
    load->dataset->gemeenten.len = count;
    free(order);
}

void finish_producten(struct load *load) {
    size_t count = count_of(load, TABLE_PRODUCTEN);
    struct product *records = arena_alloc(&load->dataset->arena, count * sizeof *records);
    uint32_t *order = sort_rows(load, TABLE_PRODUCTEN, offsetof(struct product_row, code.written));
    for (size_t i = 0; i < count; i++) {
        const struct product_row *row = table_row(&load->tables[TABLE_PRODUCTEN], order[i]);
        records[i] = (struct product){.code = finish_text(load, row->code.written),
                                      .naam = finish_text(load, row->naam),
                                      .maximum_per_jaar = row->maximum_per_jaar,
                                      .perceel = row->perceel,
                                      .eenheid = row->eenheid,
                                      .oud = row->oud};
        intern_add(&load->pools[POOL_PRODUCTEN].known, pool_text(&load->pools[POOL_TEXTS], row->code.key));
    }
    load->dataset->producten.data = records;
    load->dataset->producten.len = count;
    free(order);
}

/* ---- aanbieders and their organisations ---- */

/* The last of a chain; `up` is itself for an aanbieder that belongs to none.  Shortens the way. */
static uint16_t chain_end(uint16_t *up, uint16_t from) {
    while (up[from] != from) {
        up[from] = up[up[from]];
        from = up[from];
    }
    return from;
}

static void report_hoort_bij(struct load *load, size_t row, enum finding_kind kind, struct slice code) {
    findings_add_text(load->findings, kind,
                      table_row_place(load, TABLE_AANBIEDERS, row, offsetof(struct aanbieder_row, hoort_bij)), code);
}

/* Adds the edges in path and line order; one that is unknown or closes a cycle is left out (measures.md 1). */
static void chain(struct load *load, uint16_t *up) {
    const struct pool *texts = &load->pools[POOL_TEXTS];
    const struct intern *codes = &load->pools[POOL_AANBIEDERS].known;
    size_t count = load->dataset->aanbieders.len;
    for (uint16_t i = 0; i < count; i++)
        up[i] = i;
    for (size_t i = 0; i < load->tables[TABLE_AANBIEDERS].count; i++) {
        const struct aanbieder_row *row = table_row(&load->tables[TABLE_AANBIEDERS], i);
        uint32_t self = intern_find(codes, pool_text(texts, row->code));
        struct slice code = pool_text(texts, row->hoort_bij);
        uint32_t other = intern_find(codes, code);
        if (row->hoort_bij == TEXT_NONE || other == self || self == INTERN_NONE)
            continue;
        if (other == INTERN_NONE)
            report_hoort_bij(load, i, FINDING_HOORT_BIJ_UNKNOWN, code);
        else if (chain_end(up, (uint16_t)other) == self)
            report_hoort_bij(load, i, FINDING_HOORT_BIJ_CYCLE, code);
        else
            up[self] = (uint16_t)other;
    }
}

void finish_aanbieders(struct load *load) {
    size_t count = count_of(load, TABLE_AANBIEDERS);
    struct aanbieder *records = arena_alloc(&load->dataset->arena, count * sizeof *records);
    uint32_t *order = sort_rows(load, TABLE_AANBIEDERS, offsetof(struct aanbieder_row, code));
    uint16_t *up = mem_calloc(count, sizeof *up);
    for (size_t i = 0; i < count; i++) {
        const struct aanbieder_row *row = table_row(&load->tables[TABLE_AANBIEDERS], order[i]);
        records[i] = (struct aanbieder){.code = finish_text(load, row->code),
                                        .naam = finish_text(load, row->naam),
                                        .contractmanager = finish_text(load, row->contractmanager),
                                        .gecontracteerd = row->gecontracteerd};
        intern_add(&load->pools[POOL_AANBIEDERS].known, slice_of(records[i].code));
    }
    load->dataset->aanbieders.data = records;
    load->dataset->aanbieders.len = count;
    chain(load, up);
    for (uint16_t i = 0; i < count; i++)
        records[i].organisatie = chain_end(up, i);
    free(up);
    free(order);
}

/* ---- redenen ---- */

struct named_reden {
    uint32_t text;
    const struct reden_row *row; /* NULL: only named by an indication */
};

static int compare_redenen(const void *a, const void *b, void *texts) {
    return slice_compare(pool_text(texts, ((const struct named_reden *)a)->text),
                         pool_text(texts, ((const struct named_reden *)b)->text));
}

static void warn_unknown_reden(struct load *load, size_t row, uint32_t text) {
    findings_add_text(load->findings, FINDING_UNKNOWN_REDEN,
                      table_row_place(load, TABLE_INDICATIES, row, offsetof(struct indication_row, reden)),
                      pool_text(&load->pools[POOL_TEXTS], text));
}

/* The redenen of the table and the codes that indications name besides; `known` says per text whether it is there. */
static struct named_reden *name_redenen(struct load *load, unsigned char *known, size_t *count) {
    const struct table_rows *redenen = &load->tables[TABLE_REDENEN];
    const struct table_rows *indications = &load->tables[TABLE_INDICATIES];
    VEC(struct named_reden) named = {0};
    for (size_t i = 0; i < redenen->count; i++) {
        const struct reden_row *row = table_row(redenen, i);
        known[row->code] = 1;
        VEC_PUSH(named, (struct named_reden){row->code, row});
    }
    for (size_t i = 0; i < indications->count; i++) {
        const struct indication_row *row = table_row(indications, i);
        uint32_t text = row->reden;
        if (text == TEXT_NONE || known[text] == 1)
            continue;
        if (!row->stopped)
            warn_unknown_reden(load, i, text);
        if (known[text] == 0)
            VEC_PUSH(named, (struct named_reden){text, NULL});
        known[text] = 2;
    }
    *count = named.len;
    return named.data;
}

void finish_redenen(struct load *load) {
    struct pool *texts = &load->pools[POOL_TEXTS];
    size_t text_count = texts->known.count + texts->fresh.count;
    unsigned char *known = mem_calloc(text_count, sizeof *known);
    uint16_t *index = mem_calloc(text_count, sizeof *index);
    size_t count;
    struct named_reden *named = name_redenen(load, known, &count);
    struct reden *records = arena_alloc(&load->dataset->arena, count * sizeof *records);
    if (count > 0)
        qsort_r(named, count, sizeof *named, compare_redenen, texts);
    for (size_t i = 0; i < count; i++) {
        const struct reden_row *row = named[i].row;
        records[i].code = finish_text(load, named[i].text);
        records[i].omschrijving = row ? finish_text(load, row->omschrijving) : "";
        records[i].known = row != NULL;
        records[i].voortijdig = row && row->voortijdig;
        records[i].telt_mee = row && row->telt_mee;
        records[i].tijdelijk = row && row->tijdelijk;
        index[named[i].text] = (uint16_t)(i < INDEX_NONE ? i : INDEX_NONE);
    }
    for (size_t i = 0; i < load->tables[TABLE_INDICATIES].count; i++) {
        struct indication_row *row = table_row(&load->tables[TABLE_INDICATIES], i);
        row->record.reden = row->reden == TEXT_NONE ? INDEX_NONE : index[row->reden];
    }
    load->dataset->redenen.data = records;
    load->dataset->redenen.len = count;
    free(named);
    free(index);
    free(known);
}
