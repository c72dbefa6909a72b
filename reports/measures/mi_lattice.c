/*
 * Resolves the values of one aanbieder from the detailed to the total.  Invariant: a weight stands in the same place as
 * the part that it weighs, which is more detailed than the value in the making, so that one pass per level suffices.
 * Called by the family managementinformatie.
 */
#include "reports/measures/mi_lattice.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"

enum { MILLION = 1000000 };

struct mi_cell {
    exact_t value;
    bool given; /* by a row; only these are parts of others */
    bool known;
};

void mi_aggregate_add(struct mi_aggregate *aggregate, enum aggregatie how, exact_t value, const exact_t *weight) {
    if (how != AGGREGATIE_GEWOGEN) {
        aggregate->teller = exact_add(aggregate->teller, value);
        aggregate->noemer = exact_add(aggregate->noemer, EXACT_ONE);
    } else if (weight && exact_compare(*weight, 0) > 0) {
        aggregate->teller = exact_add(aggregate->teller, exact_times(value, *weight));
        aggregate->noemer = exact_add(aggregate->noemer, *weight);
    }
}

bool mi_aggregate_value(const struct mi_aggregate *aggregate, enum aggregatie how, exact_t *value) {
    if (aggregate->noemer == 0)
        return false;
    *value = how == AGGREGATIE_SOM ? aggregate->teller : exact_divide(aggregate->teller, aggregate->noemer);
    return true;
}

static struct mi_cell *cell_at(const struct mi_lattice *lattice, size_t indicator, size_t area, size_t perceel) {
    return &lattice->cell[(indicator * lattice->areas + area) * MI_PERCELEN + perceel];
}

void mi_lattice_init(struct mi_lattice *lattice, const struct dataset *data) {
    *lattice = (struct mi_lattice){.data = data};
    lattice->gemeente = mem_calloc(data->gemeenten.len + 1, sizeof *lattice->gemeente);
    lattice->area_of = mem_calloc(data->gemeenten.len + 1, sizeof *lattice->area_of);
}

void mi_lattice_release(struct mi_lattice *lattice) {
    free(lattice->gemeente);
    free(lattice->area_of);
    free(lattice->cell);
}

static size_t gemeente_of(const struct statement *s) {
    return s->gemeente == INDEX_NONE ? 0 : s->gemeente + 1U;
}

static void find_areas(struct mi_lattice *lattice, const struct statement *const *statements, size_t count) {
    lattice->areas = 1;
    for (size_t n = 0; n < count; n++) {
        size_t gemeente = gemeente_of(statements[n]);
        size_t area = lattice->area_of[gemeente];
        if (area < lattice->areas && lattice->gemeente[area] == gemeente)
            continue;
        lattice->area_of[gemeente] = (uint16_t)lattice->areas;
        lattice->gemeente[lattice->areas++] = (uint16_t)gemeente;
    }
}

static void clear_cells(struct mi_lattice *lattice) {
    size_t cells = lattice->data->indicatoren.len * lattice->areas * MI_PERCELEN;
    if (cells > lattice->room) {
        lattice->cell = mem_realloc(lattice->cell, cells, sizeof *lattice->cell);
        lattice->room = cells;
    }
    memset(lattice->cell, 0, cells * sizeof *lattice->cell);
}

static void give(struct mi_lattice *lattice, const struct statement *s) {
    size_t perceel = s->perceel == PERCEEL_NONE ? 0 : s->perceel + 1U;
    struct mi_cell *cell = cell_at(lattice, s->indicator, lattice->area_of[gemeente_of(s)], perceel);
    /* Two rows of one place come from two codes of the organisation. */
    bool adds = cell->given && lattice->data->indicatoren.data[s->indicator].aggregatie == AGGREGATIE_SOM;
    cell->value = exact_add(adds ? cell->value : 0, exact_from(s->waarde, MILLION));
    cell->given = cell->known = true;
}

const exact_t *mi_value(const struct mi_lattice *lattice, size_t indicator, size_t area, size_t perceel) {
    const struct mi_cell *cell = cell_at(lattice, indicator, area, perceel);
    return cell->known ? &cell->value : NULL;
}

const exact_t *mi_weight(const struct mi_lattice *lattice, size_t indicator, size_t area, size_t perceel) {
    uint16_t weight = lattice->data->indicatoren.data[indicator].weegfactor;
    return weight == INDEX_NONE ? NULL : mi_value(lattice, weight, area, perceel);
}

/* Rows that are the parts of a value: areas and percelen from … to (included). */
struct part_range {
    size_t area_from, area_to;
    size_t perceel_from, perceel_to;
};

/* Fills a cell with the aggregate of a set of rows; false when the set is empty. */
static bool fill_from(struct mi_lattice *lattice, size_t indicator, struct mi_cell *cell, struct part_range range) {
    enum aggregatie how = lattice->data->indicatoren.data[indicator].aggregatie;
    struct mi_aggregate aggregate = {0};
    bool found = false;
    for (size_t a = range.area_from; a <= range.area_to; a++) {
        for (size_t p = range.perceel_from; p <= range.perceel_to; p++) {
            const struct mi_cell *part = cell_at(lattice, indicator, a, p);
            if (!part->given)
                continue;
            found = true;
            mi_aggregate_add(&aggregate, how, part->value, mi_weight(lattice, indicator, a, p));
        }
    }
    if (found)
        cell->known = mi_aggregate_value(&aggregate, how, &cell->value);
    return found;
}

/* A gemeente over all percelen, and a perceel over all gemeenten: from the rows with both. */
static void fill_margins(struct mi_lattice *lattice, size_t indicator) {
    size_t last = lattice->areas - 1;
    for (size_t a = 1; a <= last; a++) {
        struct mi_cell *cell = cell_at(lattice, indicator, a, 0);
        if (!cell->given)
            fill_from(lattice, indicator, cell, (struct part_range){a, a, 1, PERCEEL_COUNT});
    }
    for (size_t p = 1; p <= PERCEEL_COUNT; p++) {
        struct mi_cell *cell = cell_at(lattice, indicator, 0, p);
        if (!cell->given)
            fill_from(lattice, indicator, cell, (struct part_range){1, last, p, p});
    }
}

/* All over all: from the first set of rows that is not empty. */
static void fill_total(struct mi_lattice *lattice, size_t indicator) {
    size_t last = lattice->areas - 1;
    const struct part_range sets[] = {
        {1, last, 0, 0},             /* with a gemeente only */
        {0, 0, 1, PERCEEL_COUNT},    /* with a perceel only */
        {1, last, 1, PERCEEL_COUNT}, /* with both */
    };
    struct mi_cell *cell = cell_at(lattice, indicator, 0, 0);
    if (cell->given)
        return;
    for (size_t s = 0; s < sizeof sets / sizeof *sets; s++)
        if (fill_from(lattice, indicator, cell, sets[s]))
            return;
}

void mi_lattice_fill(struct mi_lattice *lattice, const struct statement *const *statements, size_t count) {
    size_t indicatoren = lattice->data->indicatoren.len;
    find_areas(lattice, statements, count);
    clear_cells(lattice);
    for (size_t n = 0; n < count; n++)
        give(lattice, statements[n]);
    for (size_t i = 0; i < indicatoren; i++)
        fill_margins(lattice, i);
    for (size_t i = 0; i < indicatoren; i++)
        fill_total(lattice, i);
}
