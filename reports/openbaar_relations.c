/*
 * Makes the relations between counts.  Invariant: a relation that is made holds for the exact counts, whatever settings
 * or findings a region has, so that it never contradicts what was published.  Called by openbaar_check.c.
 */
#include "reports/openbaar_relations.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "reports/measures/registry.h"

enum { WHOLES = 1 + PERCEEL_COUNT }; /* all, and each perceel */

/* ---- how the counts of a place or part add up ---- */

enum adding {
    ADDS_SUM,
    ADDS_DISTINCT, /* of all at most the sum, and at least each part */
    ADDS_UNION,    /* at most the sum */
    ADDS_NOT
};

/* A client can be in several parts; who is new in one part may come from another. */
static enum adding adding_of(const struct series *series) {
    static const struct {
        const char *maat;
        enum adding adding;
    } others[] = {
        {"clienten_begin", ADDS_DISTINCT}, {"clienten_eind", ADDS_DISTINCT}, {"clienten_periode", ADDS_DISTINCT},
        {"instroom", ADDS_UNION},          {"jaarmaximum", ADDS_NOT},        {"kosten_per_client", ADDS_NOT},
        {"mi_afwijking", ADDS_NOT},        {"uitstroom", ADDS_UNION},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(measures[series->measure].code, others[i].maat) == 0)
            return others[i].adding;
    return ADDS_SUM;
}

bool relations_add_up(const struct series *series) {
    return adding_of(series) == ADDS_SUM;
}

static enum relation_kind kind_of(enum adding adding) {
    switch (adding) {
    case ADDS_SUM: return RELATION_EQUAL;
    case ADDS_DISTINCT: return RELATION_DISTINCT;
    case ADDS_UNION: return RELATION_AT_MOST;
    case ADDS_NOT: break;
    }
    BUG("counts that do not add up");
}

/* ---- the numbers of relations ---- */

static size_t periods_of(const struct relations *relations) {
    return relations->cells->figures->periods;
}

static size_t number_over_gemeenten(const struct relations *relations, struct cell_place at) {
    const struct cells *cells = relations->cells;
    return (at.period * cells->series.len + at.series) * cells->parts + at.part;
}

/* `whole` is 0 for all, else a perceel as in struct group. */
static size_t number_over_parts(const struct relations *relations, struct cell_place at, size_t whole) {
    const struct cells *cells = relations->cells;
    return relations->over_parts + ((at.period * cells->series.len + at.series) * cells->places + at.place) * WHOLES +
           whole;
}

static size_t number_of_pattern(const struct relations *relations, size_t pattern, struct cell_place at) {
    const struct cells *cells = relations->cells;
    return relations->over_patterns + (pattern * cells->places + at.place) * cells->parts + at.part;
}

/* Per period and series the patterns that name it. */
static void index_patterns(struct relations *relations) {
    size_t keys = periods_of(relations) * relations->cells->series.len;
    relations->start = mem_calloc(keys + 2, sizeof *relations->start);
    relations->pattern_of = mem_calloc(relations->terms.len, sizeof *relations->pattern_of);
    for (int filling = 0; filling < 2; filling++) {
        for (size_t p = 0; p < relations->patterns.len; p++) {
            const struct relation_pattern *pattern = &relations->patterns.data[p];
            for (size_t t = pattern->first; t < pattern->first + pattern->count; t++) {
                const struct relation_term *term = &relations->terms.data[t];
                size_t key = (pattern->period - term->back) * relations->cells->series.len + term->series;
                if (filling)
                    relations->pattern_of[relations->start[key + 1]++] = p;
                else
                    relations->start[key + 2]++;
            }
        }
        for (size_t key = 0; !filling && key < keys; key++)
            relations->start[key + 2] += relations->start[key + 1];
    }
}

void relations_init(struct relations *relations, const struct cells *cells) {
    *relations = (struct relations){.cells = cells};
    relations_read_patterns(relations);
    index_patterns(relations);
    size_t kinds = cells->figures->periods * cells->series.len;
    relations->over_parts = kinds * cells->parts;
    relations->over_patterns = relations->over_parts + kinds * cells->places * WHOLES;
    relations->count = relations->over_patterns + relations->patterns.len * cells->places * cells->parts;
}

void relations_release(struct relations *relations) {
    VEC_FREE(relations->terms);
    VEC_FREE(relations->patterns);
    free(relations->start);
    free(relations->pattern_of);
}

/* ---- making one ---- */

static void add_term(struct relation *relation, size_t cell, int sign) {
    VEC_PUSH(relation->terms, (struct relation_cell){cell, (int8_t)sign});
}

/* The cell that is the whole of the parts that follow; false when these do not add up, or there is nothing. */
static bool start_sum(const struct cells *cells, struct cell_place whole, struct relation *relation) {
    enum adding adding = adding_of(&cells->series.data[whole.series]);
    size_t cell = cells_index(cells, whole);
    if (adding == ADDS_NOT || cells_is_void(cells, cell))
        return false;
    relation->kind = kind_of(adding);
    add_term(relation, cell, adding == ADDS_SUM ? -1 : 1);
    return true;
}

static void add_part(const struct cells *cells, struct cell_place at, struct relation *relation) {
    add_term(relation, cells_index(cells, at), relation->kind == RELATION_EQUAL ? 1 : -1);
}

static bool make_over_gemeenten(const struct cells *cells, size_t number, struct relation *relation) {
    struct cell_place at = {.part = number % cells->parts};
    number /= cells->parts;
    at.series = number % cells->series.len;
    at.period = number / cells->series.len;
    if (!start_sum(cells, at, relation))
        return false;
    for (at.place = 1; at.place < cells->places; at.place++)
        add_part(cells, at, relation);
    return true;
}

static bool make_over_parts(const struct cells *cells, size_t number, struct relation *relation) {
    size_t whole = number % WHOLES;
    number /= WHOLES;
    struct cell_place at = {.place = number % cells->places, .part = cells->part_of_perceel[whole]};
    number /= cells->places;
    at.series = number % cells->series.len;
    at.period = number / cells->series.len;
    if (!start_sum(cells, at, relation))
        return false;
    for (at.part = 1; at.part < cells->parts; at.part++)
        if (whole == 0 ? cells->part[at.part].product == 0
                       : cells->part[at.part].product > 0 && cells->part[at.part].perceel == whole)
            add_part(cells, at, relation);
    return true;
}

static bool make_of_pattern(const struct relations *relations, size_t number, struct relation *relation) {
    const struct cells *cells = relations->cells;
    struct cell_place at = {.part = number % cells->parts};
    number /= cells->parts;
    at.place = number % cells->places;
    const struct relation_pattern *pattern = &relations->patterns.data[number / cells->places];
    relation->kind = pattern->kind;
    for (size_t t = pattern->first; t < pattern->first + pattern->count; t++) {
        const struct relation_term *term = &relations->terms.data[t];
        at.period = pattern->period - term->back;
        at.series = term->series;
        add_term(relation, cells_index(cells, at), term->sign);
    }
    return true;
}

static bool holds(const struct cells *cells, const struct relation *relation) {
    int64_t sum = 0;
    int64_t most = 0;
    for (size_t i = 0; i < relation->terms.len; i++) {
        int64_t truth = cells->truth[relation->terms.data[i].cell];
        sum += relation->terms.data[i].sign * truth;
        most = i > 0 && truth > most ? truth : most;
    }
    return relation->kind == RELATION_EQUAL
               ? sum == 0
               : sum <= 0 && (relation->kind == RELATION_AT_MOST || most <= cells->truth[relation->terms.data[0].cell]);
}

bool relations_make(const struct relations *relations, size_t number, struct relation *relation) {
    const struct cells *cells = relations->cells;
    relation->terms.len = 0;
    bool made = number < relations->over_parts ? make_over_gemeenten(cells, number, relation)
                : number < relations->over_patterns
                    ? make_over_parts(cells, number - relations->over_parts, relation)
                    : make_of_pattern(relations, number - relations->over_patterns, relation);
    return made && relation->terms.len > 1 && holds(cells, relation);
}

bool relations_is_pattern(const struct relations *relations, size_t number) {
    return number >= relations->over_patterns;
}

void relation_release(struct relation *relation) {
    VEC_FREE(relation->terms);
}

void relations_of(const struct relations *relations, size_t cell, relation_numbers *numbers) {
    const struct cells *cells = relations->cells;
    struct cell_place at = cells_place(cells, cell);
    struct part part = cells->part[at.part];
    numbers->len = 0;
    VEC_PUSH(*numbers, number_over_gemeenten(relations, at));
    VEC_PUSH(*numbers, number_over_parts(relations, at, part.perceel));
    if (part.product == 0 && part.perceel > 0)
        VEC_PUSH(*numbers, number_over_parts(relations, at, 0));
    size_t key = at.period * cells->series.len + at.series;
    for (size_t i = relations->start[key]; i < relations->start[key + 1]; i++)
        VEC_PUSH(*numbers, number_of_pattern(relations, relations->pattern_of[i],
                                             (struct cell_place){.place = at.place, .part = at.part}));
}
