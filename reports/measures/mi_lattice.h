/*
 * The managementinformatie of one aanbieder in one period: per indicator a value for all, for each gemeente, each
 * perceel and each of both; given, or the aggregate of what was given in more detail (measures.md 10).
 */
#ifndef WMO_REPORTS_MEASURES_MI_LATTICE_H
#define WMO_REPORTS_MEASURES_MI_LATTICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/exact.h"
#include "etl/dataset.h"

enum { MI_PERCELEN = PERCEEL_COUNT + 1 }; /* 0 is all, else enum perceel + 1 */

/* Parts on their way to one value. */
struct mi_aggregate {
    exact_t teller;
    exact_t noemer; /* of a som: how many parts */
};

/* Adds a part; weight as mi_value gives it, NULL when there is none, and only used by gewogen. */
void mi_aggregate_add(struct mi_aggregate *aggregate, enum aggregatie how, exact_t value, const exact_t *weight);

/* False when no part was left. */
bool mi_aggregate_value(const struct mi_aggregate *aggregate, enum aggregatie how, exact_t *value);

struct mi_cell;

/* Areas are the gemeenten that the aanbieder names, behind area 0, which is all of them. */
struct mi_lattice {
    const struct dataset *data;
    uint16_t *gemeente; /* per area, as in struct group */
    uint16_t *area_of;  /* per gemeente; right when that area is of this gemeente */
    size_t areas;
    struct mi_cell *cell; /* indicatoren × areas × MI_PERCELEN */
    size_t room;          /* cells that fit */
};

void mi_lattice_init(struct mi_lattice *lattice, const struct dataset *data);
void mi_lattice_release(struct mi_lattice *lattice);

/* Makes it that of an aanbieder, of which these are the statements in path and line order, and fills what was not
 * given. */
void mi_lattice_fill(struct mi_lattice *lattice, const struct statement *const *statements, size_t count);

/* perceel as in struct group; NULL when there is no value. */
const exact_t *mi_value(const struct mi_lattice *lattice, size_t indicator, size_t area, size_t perceel);

/* The value of an indicator's weight in the same place; NULL when there is none. */
const exact_t *mi_weight(const struct mi_lattice *lattice, size_t indicator, size_t area, size_t perceel);

#endif
