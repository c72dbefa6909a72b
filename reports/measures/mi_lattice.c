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

static size_t places(const struct dataset *data) {
    return (data->gemeenten.len + 1) * MI_PERCELEN;
}

static struct mi_cell *cell_at(const struct mi_lattice *lattice, size_t indicator, size_t gemeente, size_t perceel) {
    return &lattice->cell[indicator * places(lattice->data) + gemeente * MI_PERCELEN + perceel];
}

void mi_lattice_init(struct mi_lattice *lattice, const struct dataset *data) {
    *lattice = (struct mi_lattice){.data = data};
    lattice->cell = mem_calloc(data->indicatoren.len * places(data), sizeof *lattice->cell);
}

void mi_lattice_release(struct mi_lattice *lattice) {
    free(lattice->cell);
}

void mi_lattice_clear(struct mi_lattice *lattice) {
    memset(lattice->cell, 0, lattice->data->indicatoren.len * places(lattice->data) * sizeof *lattice->cell);
}

void mi_lattice_give(struct mi_lattice *lattice, const struct statement *s) {
    size_t gemeente = s->gemeente == INDEX_NONE ? 0 : s->gemeente + 1U;
    size_t perceel = s->perceel == PERCEEL_NONE ? 0 : s->perceel + 1U;
    struct mi_cell *cell = cell_at(lattice, s->indicator, gemeente, perceel);
    /* Two rows of one place come from two codes of the organisation. */
    bool adds = cell->given && lattice->data->indicatoren.data[s->indicator].aggregatie == AGGREGATIE_SOM;
    cell->value = exact_add(adds ? cell->value : 0, exact_from(s->waarde, MILLION));
    cell->given = cell->known = true;
}

const exact_t *mi_value(const struct mi_lattice *lattice, size_t indicator, size_t gemeente, size_t perceel) {
    const struct mi_cell *cell = cell_at(lattice, indicator, gemeente, perceel);
    return cell->known ? &cell->value : NULL;
}

const exact_t *mi_weight(const struct mi_lattice *lattice, size_t indicator, size_t gemeente, size_t perceel) {
    uint16_t weight = lattice->data->indicatoren.data[indicator].weegfactor;
    return weight == INDEX_NONE ? NULL : mi_value(lattice, weight, gemeente, perceel);
}

/* Rows that are the parts of a value: gemeenten and percelen from … to (included). */
struct part_range {
    size_t gemeente_from, gemeente_to;
    size_t perceel_from, perceel_to;
};

/* Fills a cell with the aggregate of a set of rows; false when the set is empty. */
static bool fill_from(struct mi_lattice *lattice, size_t indicator, struct mi_cell *cell, struct part_range range) {
    enum aggregatie how = lattice->data->indicatoren.data[indicator].aggregatie;
    struct mi_aggregate aggregate = {0};
    bool found = false;
    for (size_t g = range.gemeente_from; g <= range.gemeente_to; g++) {
        for (size_t p = range.perceel_from; p <= range.perceel_to; p++) {
            const struct mi_cell *part = cell_at(lattice, indicator, g, p);
            if (!part->given)
                continue;
            found = true;
            mi_aggregate_add(&aggregate, how, part->value, mi_weight(lattice, indicator, g, p));
        }
    }
    if (found)
        cell->known = mi_aggregate_value(&aggregate, how, &cell->value);
    return found;
}

/* A gemeente over all percelen, and a perceel over all gemeenten: from the rows with both. */
static void fill_margins(struct mi_lattice *lattice, size_t indicator) {
    size_t gemeenten = lattice->data->gemeenten.len;
    for (size_t g = 1; g <= gemeenten; g++) {
        struct mi_cell *cell = cell_at(lattice, indicator, g, 0);
        if (!cell->given)
            fill_from(lattice, indicator, cell, (struct part_range){g, g, 1, PERCEEL_COUNT});
    }
    for (size_t p = 1; p <= PERCEEL_COUNT; p++) {
        struct mi_cell *cell = cell_at(lattice, indicator, 0, p);
        if (!cell->given)
            fill_from(lattice, indicator, cell, (struct part_range){1, gemeenten, p, p});
    }
}

/* All over all: from the first set of rows that is not empty. */
static void fill_total(struct mi_lattice *lattice, size_t indicator) {
    size_t gemeenten = lattice->data->gemeenten.len;
    const struct part_range sets[] = {
        {1, gemeenten, 0, 0},             /* with a gemeente only */
        {0, 0, 1, PERCEEL_COUNT},         /* with a perceel only */
        {1, gemeenten, 1, PERCEEL_COUNT}, /* with both */
    };
    struct mi_cell *cell = cell_at(lattice, indicator, 0, 0);
    if (cell->given)
        return;
    for (size_t s = 0; s < sizeof sets / sizeof *sets; s++)
        if (fill_from(lattice, indicator, cell, sets[s]))
            return;
}

void mi_lattice_resolve(struct mi_lattice *lattice) {
    size_t indicatoren = lattice->data->indicatoren.len;
    for (size_t i = 0; i < indicatoren; i++)
        fill_margins(lattice, i);
    for (size_t i = 0; i < indicatoren; i++)
        fill_total(lattice, i);
}
