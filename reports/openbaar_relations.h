/*
 * The linear relations between published counts that follow from measures.md: what somebody can add and subtract.
 *
 * A relation is a sum of cells, each added or subtracted, that is 0, or at most 0.  There are about as many as cells,
 * so none is stored: it is made from its number when asked for.
 */
#ifndef WMO_REPORTS_OPENBAAR_RELATIONS_H
#define WMO_REPORTS_OPENBAAR_RELATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/vec.h"
#include "reports/openbaar_cells.h"

enum relation_kind {
    RELATION_EQUAL,   /* the sum is 0 */
    RELATION_AT_MOST, /* the sum is 0 or less */
    RELATION_DISTINCT /* the same; and the first term, of distinct clients, is at least each other */
};

/* A series added (1) or subtracted (-1), in the period of the relation or `back` periods before it. */
struct relation_term {
    size_t series;
    size_t back;
    int8_t sign;
};

/* A relation between series that holds in every place and part of one period. */
struct relation_pattern {
    size_t period;
    size_t first; /* of its terms */
    size_t count;
    enum relation_kind kind;
};

struct relations {
    const struct cells *cells;
    VEC(struct relation_term) terms;
    VEC(struct relation_pattern) patterns;
    size_t *start; /* per period and series: its first in `pattern_of`, and one behind the last */
    size_t *pattern_of;
    size_t over_parts;    /* relations are numbered: the region over its gemeenten, */
    size_t over_patterns; /* then all and each perceel over its parts, then the patterns in each place and part */
    size_t count;
};

void relations_init(struct relations *relations, const struct cells *cells);
void relations_release(struct relations *relations);

/* Is a series of all the sum of those of the parts, rather than of clients that can be in several? */
bool relations_add_up(const struct series *series);

struct relation_cell {
    size_t cell;
    int8_t sign;
};

/* One relation, made in the same memory as the one before; starts as {0}. */
struct relation {
    enum relation_kind kind;
    VEC(struct relation_cell) terms;
};

/* Makes relation `number`; false when it tells nothing, or does not hold for the exact counts. */
bool relations_make(const struct relations *relations, size_t number, struct relation *relation);
void relation_release(struct relation *relation);

/* Is it between measures of one place and part, not a sum over gemeenten or parts? */
bool relations_is_pattern(const struct relations *relations, size_t number);

/*
 * The numbers of all relations that a cell takes part in: first the sum over gemeenten, then the sum of which its
 * perceel is the whole, then, of a perceel, that of all.
 */
typedef VEC(size_t) relation_numbers;
void relations_of(const struct relations *relations, size_t cell, relation_numbers *numbers);

/* For relations_init: the patterns of every period, from the table of relations (openbaar_patterns.c). */
void relations_read_patterns(struct relations *relations);

#endif
