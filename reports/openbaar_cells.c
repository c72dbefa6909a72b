/*
 * The table of counts.  Invariant: a cell without a figure is 0.  Called by openbaar.c and the files of the check.
 */
#include "reports/openbaar_cells.h"

#include <stdlib.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "reports/measures/registry.h"

enum { MILLION = 1000000 };

/* ---- parts and series ---- */

static int compare_parts(const void *a, const void *b) {
    const struct part *x = a;
    const struct part *y = b;
    int order = (int)x->perceel - (int)y->perceel;
    return order ? order : (int)x->product - (int)y->product;
}

static void list_parts(struct cells *cells) {
    const struct dataset *data = cells->figures->data;
    cells->parts = 1 + PERCEEL_COUNT + data->producten.len;
    cells->part = mem_calloc(cells->parts, sizeof *cells->part);
    cells->part_of_perceel = mem_calloc(1 + PERCEEL_COUNT, sizeof *cells->part_of_perceel);
    cells->part_of_product = mem_calloc(1 + data->producten.len, sizeof *cells->part_of_product);
    for (uint8_t perceel = 1; perceel <= PERCEEL_COUNT; perceel++)
        cells->part[perceel] = (struct part){.perceel = perceel};
    for (uint16_t p = 0; p < data->producten.len; p++)
        cells->part[1 + PERCEEL_COUNT + p] =
            (struct part){.perceel = (uint8_t)(data->producten.data[p].perceel + 1), .product = (uint16_t)(p + 1)};
    qsort(cells->part, cells->parts, sizeof *cells->part, compare_parts);
    for (size_t i = 0; i < cells->parts; i++)
        if (cells->part[i].product > 0)
            cells->part_of_product[cells->part[i].product] = i;
        else
            cells->part_of_perceel[cells->part[i].perceel] = i;
}

/* Is this number a count, or as telling as one? */
static bool is_count(const struct cells *cells, size_t measure, const struct figure *figure, unsigned number) {
    switch (measures[measure].rule) {
    case DISCLOSE_ALWAYS:
    case DISCLOSE_VOORVELD: return false;
    case DISCLOSE_MI: return number == NUMBER_WAARDE && figure_waarde(figure) % MILLION == 0;
    case DISCLOSE_COUNT:
    case DISCLOSE_CLIENTS:
        return figure->whole >> number & 1 ||
               (measure == cells->rules->afwijking && number == NUMBER_TELLER && figure->whole >> NUMBER_NOEMER & 1 &&
                figure_teller(figure) % MILLION == 0);
    }
    BUG("unknown disclosure rule");
}

static size_t *series_at(const struct cells *cells, size_t measure, uint32_t uitsplitsing, unsigned number) {
    return &cells->series_at[(measure * cells->figures->uitsplitsingen.count + uitsplitsing) * NUMBERS + number];
}

static void mark_series(struct cells *cells, size_t period, size_t measure) {
    const struct measure_figures *all = &cells->figures->period[period].measure[measure];
    for (size_t i = 0; i < all->count; i++)
        for (unsigned number = 0; number < NUMBERS; number++)
            if (is_count(cells, measure, &all->figure[i], number))
                *series_at(cells, measure, all->figure[i].uitsplitsing, number) = 0;
}

static bool may_be_negative(const struct cells *cells, size_t measure, unsigned number) {
    return measures[measure].rule == DISCLOSE_MI ||
           (number == NUMBER_TELLER && (measure == cells->rules->afwijking || measure == cells->rules->afname));
}

static void list_series(struct cells *cells) {
    const struct intern *texts = &cells->figures->uitsplitsingen;
    uint32_t *rank = mem_calloc(texts->count, sizeof *rank);
    uint32_t *ordered = mem_calloc(texts->count, sizeof *ordered);
    intern_rank(texts, rank);
    for (uint32_t u = 0; u < texts->count; u++)
        ordered[rank[u]] = u;
    cells->series_at = mem_calloc(measure_count * texts->count * NUMBERS, sizeof *cells->series_at);
    for (size_t i = 0; i < measure_count * texts->count * NUMBERS; i++)
        cells->series_at[i] = SERIES_NONE;
    for (size_t period = 0; period < cells->figures->periods; period++)
        for (size_t m = 0; m < measure_count; m++)
            mark_series(cells, period, m);
    for (size_t m = 0; m < measure_count; m++)
        for (uint32_t r = 0; r < texts->count; r++)
            for (uint8_t number = 0; number < NUMBERS; number++) {
                size_t *at = series_at(cells, m, ordered[r], number);
                if (*at == SERIES_NONE)
                    continue;
                *at = cells->series.len;
                VEC_PUSH(cells->series,
                         (struct series){m, (uint16_t)ordered[r], number, may_be_negative(cells, m, number)});
            }
    free(rank);
    free(ordered);
}

/* ---- cells ---- */

/* A whole number of a figure; one that no count can be is cut off, and then adds up to nothing. */
static int64_t whole_number(const struct figure *figure, unsigned number) {
    exact_t micros = number == NUMBER_WAARDE   ? figure_waarde(figure)
                     : number == NUMBER_TELLER ? figure_teller(figure)
                                               : figure_noemer(figure);
    enum { LARGEST_BITS = 50 };
    exact_t largest = (exact_t)1 << LARGEST_BITS;
    exact_t whole = micros / MILLION;
    return (int64_t)(whole > largest ? largest : whole < -largest ? -largest : whole);
}

static void fill_truth(struct cells *cells, size_t period, size_t measure) {
    const struct measure_figures *all = &cells->figures->period[period].measure[measure];
    for (size_t i = 0; i < all->count; i++)
        for (unsigned number = 0; number < NUMBERS; number++) {
            size_t cell = cells_of_figure(cells, period, measure, &all->figure[i], number);
            if (cell != CELL_NONE)
                cells->truth[cell] = whole_number(&all->figure[i], number);
        }
}

void cells_init(struct cells *cells, const struct openbaar_rules *rules) {
    *cells = (struct cells){.rules = rules, .figures = rules->facts.figures};
    list_parts(cells);
    list_series(cells);
    cells->places = cells->figures->data->gemeenten.len + 1;
    cells->count = cells->figures->periods * cells->series.len * cells->places * cells->parts;
    cells->truth = mem_calloc(cells->count, sizeof *cells->truth);
    cells->low = mem_calloc(cells->count, sizeof *cells->low);
    cells->high = mem_calloc(cells->count, sizeof *cells->high);
    cells->left_out = mem_calloc(cells->count, sizeof *cells->left_out);
    cells->open = mem_calloc(cells->count, sizeof *cells->open);
    for (size_t period = 0; period < cells->figures->periods; period++)
        for (size_t m = 0; m < measure_count; m++)
            fill_truth(cells, period, m);
}

void cells_release(struct cells *cells) {
    VEC_FREE(cells->series);
    free(cells->series_at);
    free(cells->part);
    free(cells->part_of_perceel);
    free(cells->part_of_product);
    free(cells->truth);
    free(cells->low);
    free(cells->high);
    free(cells->left_out);
    free(cells->open);
}

size_t cells_series(const struct cells *cells, size_t measure, uint32_t uitsplitsing, unsigned number) {
    return uitsplitsing == INTERN_NONE ? SERIES_NONE : *series_at(cells, measure, uitsplitsing, number);
}

size_t cells_index(const struct cells *cells, struct cell_place at) {
    return ((at.period * cells->series.len + at.series) * cells->places + at.place) * cells->parts + at.part;
}

struct cell_place cells_place(const struct cells *cells, size_t cell) {
    struct cell_place at = {.part = cell % cells->parts};
    cell /= cells->parts;
    at.place = cell % cells->places;
    cell /= cells->places;
    at.series = cell % cells->series.len;
    at.period = cell / cells->series.len;
    return at;
}

size_t cells_first(const struct cells *cells, size_t period, size_t series) {
    return cells_index(cells, (struct cell_place){.period = period, .series = series});
}

size_t cells_spot(const struct cells *cells, const struct group *group) {
    size_t part = group->product > 0 ? cells->part_of_product[group->product] : cells->part_of_perceel[group->perceel];
    return group->gemeente * cells->parts + part;
}

struct group cells_group(const struct cells *cells, size_t spot) {
    struct part part = cells->part[spot % cells->parts];
    return (struct group){
        .gemeente = (uint16_t)(spot / cells->parts), .perceel = part.perceel, .product = part.product};
}

size_t cells_of_figure(const struct cells *cells, size_t period, size_t measure, const struct figure *figure,
                       unsigned number) {
    if (!is_count(cells, measure, figure, number))
        return CELL_NONE;
    return cells_first(cells, period, *series_at(cells, measure, figure->uitsplitsing, number)) +
           cells_spot(cells, &figure->group);
}

bool cells_is_void(const struct cells *cells, size_t cell) {
    struct cell_place at = cells_place(cells, cell);
    if (cells->truth[cell] != 0 || cells->series.data[at.series].is_signed)
        return false;
    at.place = 0;
    return cells->truth[cells_index(cells, at)] == 0;
}
