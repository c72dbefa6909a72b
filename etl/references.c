/*
 * Checks of every row against the codes of other tables, in as many ranges as there are threads.  Invariant: findings
 * come in the order of the rows.
 */
#include "etl/references.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

struct reference {
    size_t offset;
    enum pool_id pool;
    uint32_t known; /* numbers below this are known */
    const char *table;
};

struct checking {
    struct load *load;
    enum table table;
    unsigned char *fates;
    struct reference references[COLUMNS_MAX];
    unsigned count;
    size_t ranges;
    struct findings *findings; /* per range */
    uint16_t *fitting;         /* per product, by bit the eenheden that convert to its own */
};

static uint16_t value_at(const void *row, size_t offset) {
    uint16_t value;
    memcpy(&value, (const char *)row + offset, sizeof value);
    return value;
}

static bool check_code(const struct checking *c, const struct reference *reference, size_t row, uint16_t value,
                       struct findings *findings) {
    if (value < reference->known || value == INDEX_NONE)
        return true;
    struct slice code = {0};
    if (value != INDEX_UNKNOWN)
        code = pool_text(&c->load->pools[reference->pool], value);
    findings_add_texts(findings, FINDING_UNKNOWN_CODE, table_row_place(c->load, c->table, row, reference->offset), code,
                       slice_of(reference->table));
    return false;
}

/* The numbers of unknown indications have told doubles apart and are of no use any more. */
static void drop_unknown_indication(struct declaration *d) {
    if (d->indication >= INDICATION_UNKNOWN)
        d->indication = INDICATION_NONE;
}

/* Warns, or refuses a tarief, when an eenheid does not convert to the product's. */
static bool check_eenheid(const struct checking *c, size_t row, size_t offset, enum eenheid eenheid, uint16_t product,
                          struct findings *findings) {
    bool tarief = c->table == TABLE_TARIEVEN;
    if (product >= c->load->dataset->producten.len || (c->fitting[product] >> eenheid & 1))
        return true;
    enum eenheid wanted = c->load->dataset->producten.data[product].eenheid;
    findings_add_texts(findings, tarief ? FINDING_TARIEF_EENHEID : FINDING_EENHEID_MISMATCH,
                       table_row_place(c->load, c->table, row, offset), slice_of(eenheid_name(eenheid)),
                       slice_of(eenheid_name(wanted)));
    return !tarief;
}

static bool check_eenheden(const struct checking *c, size_t row, const void *data, struct findings *findings) {
    if (c->table == TABLE_DECLARATIES) {
        const struct declaration *d = data;
        return check_eenheid(c, row, offsetof(struct declaration_row, eenheid), d->eenheid, d->product, findings);
    }
    if (c->table == TABLE_INDICATIES) {
        const struct indication *i = data;
        return check_eenheid(c, row, offsetof(struct indication_row, record.eenheid), i->eenheid, i->product, findings);
    }
    if (c->table == TABLE_TARIEVEN) {
        const struct tarief_row *t = data;
        return check_eenheid(c, row, offsetof(struct tarief_row, eenheid), t->eenheid, t->product, findings);
    }
    return true;
}

static void check_range(void *context, size_t range, unsigned worker) {
    struct checking *c = context;
    const struct table_rows *rows = &c->load->tables[c->table];
    struct findings *findings = &c->findings[range];
    const size_t end = rows->count * (range + 1) / c->ranges;
    (void)worker;
    for (size_t row = rows->count * range / c->ranges; row < end; row++) {
        void *data = table_row(rows, row);
        bool good = true;
        if (c->fates[row] != ROW_KEPT)
            continue;
        if (c->table == TABLE_DECLARATIES)
            drop_unknown_indication(data);
        for (unsigned i = 0; i < c->count; i++)
            good &= check_code(c, &c->references[i], row, value_at(data, c->references[i].offset), findings);
        if (!good || !check_eenheden(c, row, data, findings))
            c->fates[row] = ROW_REFUSED;
    }
}

static uint16_t *find_fitting(const struct dataset *dataset) {
    uint16_t *fitting = mem_calloc(dataset->producten.len, sizeof *fitting);
    int mul;
    int div;
    for (size_t i = 0; i < dataset->producten.len; i++)
        for (unsigned eenheid = 0; eenheid <= EENHEID_NONE; eenheid++)
            if (eenheid == EENHEID_NONE ||
                eenheid_factor((enum eenheid)eenheid, dataset->producten.data[i].eenheid, &mul, &div))
                fitting[i] |= (uint16_t)(1U << eenheid);
    return fitting;
}

static void add_reference(struct checking *c, const struct column *column) {
    static const struct {
        enum column_type type;
        enum pool_id pool;
        enum table table;
    } kinds[] = {
        {TYPE_GEMEENTE, POOL_GEMEENTEN, TABLE_GEMEENTEN},
        {TYPE_AANBIEDER, POOL_AANBIEDERS, TABLE_AANBIEDERS},
        {TYPE_PRODUCT, POOL_PRODUCTEN, TABLE_PRODUCTEN},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        uint32_t known = c->load->pools[kinds[i].pool].known.count;
        if (column->type == kinds[i].type && known > 0)
            c->references[c->count++] =
                (struct reference){column->offset, kinds[i].pool, known, table_name(kinds[i].table)};
    }
}

void references_check(struct load *load, enum table table, unsigned char *fates) {
    struct checking c = {.load = load, .table = table, .fates = fates, .ranges = load->options->threads};
    for (unsigned i = 0; i < schemas[table].column_count; i++)
        add_reference(&c, &schemas[table].columns[i]);
    c.findings = mem_calloc(c.ranges, sizeof *c.findings);
    c.fitting = find_fitting(load->dataset);
    threads_each(load->options->threads, c.ranges, check_range, &c);
    for (size_t range = 0; range < c.ranges; range++)
        findings_merge(load->findings, &c.findings[range], 0);
    free(c.fitting);
    free(c.findings);
}
