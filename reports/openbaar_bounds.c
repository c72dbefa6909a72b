/*
 * Bounds every count by its own publication.  Invariant: low ≤ truth ≤ high, whatever is published.
 * Called by openbaar_check.c.
 */
#include "reports/openbaar_bounds.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "reports/measures/registry.h"
#include "reports/openbaar_round.h"

enum { MILLION = 1000000 };

static void set_bounds(struct cells *cells, size_t cell, int64_t low, int64_t high) {
    cells->low[cell] = low;
    cells->high[cell] = high;
}

static int64_t least(const struct series *series) {
    return series->is_signed ? -CELL_UNBOUNDED : 0;
}

static void raise_low(struct cells *cells, size_t cell, int64_t low) {
    if (low > cells->low[cell] && low <= cells->truth[cell])
        cells->low[cell] = low;
}

/* Not published: a teller says nothing, anything else is at most 2. */
static void bound_absent(struct cells *cells, size_t cell, const struct series *series) {
    if (series->number == NUMBER_TELLER)
        set_bounds(cells, cell, least(series), CELL_UNBOUNDED);
    else
        set_bounds(cells, cell, series->is_signed ? -ROUND_REACH : 0, ROUND_REACH);
}

static void bound_rounded(struct cells *cells, size_t cell, const struct series *series) {
    int64_t rounded = (int64_t)(round_count((exact_t)cells->truth[cell] * MILLION) / MILLION);
    int64_t low = rounded - ROUND_REACH;
    set_bounds(cells, cell, low < 0 && !series->is_signed ? 0 : low, rounded + ROUND_REACH);
}

/* A noemer that does not round to 0; below 10 as far as can be, for it rests on fewer clients. */
static void bound_withheld(struct cells *cells, size_t cell, const struct series *series) {
    bool is_noemer = series->number == NUMBER_NOEMER;
    bool few = is_noemer && cells->truth[cell] < ROUND_LEAST_CLIENTS;
    set_bounds(cells, cell, is_noemer ? ROUND_REACH + 1 : least(series),
               few ? ROUND_LEAST_CLIENTS - 1 : CELL_UNBOUNDED);
}

static void bound_number(struct cells *cells, size_t cell, enum publication publication, const struct figure *figure) {
    const struct series *series = &cells->series.data[cells_place(cells, cell).series];
    switch (publication) {
    case PUBLICATION_NONE: bound_absent(cells, cell, series); return;
    case PUBLICATION_WITHHELD: bound_withheld(cells, cell, series); return;
    case PUBLICATION_EXACT:
        set_bounds(cells, cell, cells->truth[cell], cells->truth[cell]);
        cells->open[cell] = true;
        return;
    case PUBLICATION_ROUNDED:
        bound_rounded(cells, cell, series);
        if (series->number == NUMBER_NOEMER && figure->clients > 0)
            raise_low(cells, cell, ROUND_LEAST_CLIENTS);
        return;
    }
    BUG("unknown publication");
}

/* ---- what other figures tell ---- */

/* A mean that is shown rests on 10 clients or more, and so does its aantal. */
static void follow_mean(struct cells *cells, size_t period, size_t m, const struct figure *figure) {
    uint32_t aantal = intern_find(&cells->figures->uitsplitsingen, slice_of("aantal"));
    size_t series = cells_series(cells, m, aantal, NUMBER_WAARDE);
    if (series == SERIES_NONE || figure->clients < ROUND_LEAST_CLIENTS)
        return;
    size_t cell = cells_first(cells, period, series) + cells_spot(cells, &figure->group);
    if (!cells->left_out[cell])
        raise_low(cells, cell, ROUND_LEAST_CLIENTS);
}

enum clue_kind { CLUE_ABSENT = 1, CLUE_PRESENT = 2 };

/*
 * That there is an amount or volume tells of the clients that it rests on: at least one, or 10 when it is shown.  That
 * there is none of a product tells that there is nothing.
 */
static const struct clue {
    const char *maat;
    const char *count;
    unsigned kinds;
    bool same; /* they have the same uitsplitsing */
} clues[] = {
    {"volume_geindiceerd", "clienten_periode", CLUE_ABSENT | CLUE_PRESENT, false},
    {"volume_geindiceerd", "indicaties_eind", CLUE_ABSENT, false},
    {"volume_geindiceerd", "benutting_klasse", CLUE_ABSENT, false},
    {"bedrag_geindiceerd", "clienten_periode", CLUE_PRESENT, false},
    {"declaratiebedrag", "declaratieregels", CLUE_ABSENT, true},
};

static void follow_absent(struct cells *cells, size_t first, const bool *present) {
    for (size_t spot = 0; spot < cells->places * cells->parts; spot++)
        if (!present[spot] && cells->part[spot % cells->parts].product > 0 && cells->truth[first + spot] == 0)
            set_bounds(cells, first + spot, 0, 0);
}

static void follow_clue(struct cells *cells, size_t period, const struct clue *clue, size_t s) {
    const struct measure_figures *all = &cells->figures->period[period].measure[measure_find(clue->maat)];
    size_t first = cells_first(cells, period, s);
    bool *present = mem_calloc(cells->places * cells->parts, sizeof *present);
    bool any = false;
    for (size_t i = 0; i < all->count; i++) {
        if (clue->same && all->figure[i].uitsplitsing != cells->series.data[s].uitsplitsing)
            continue;
        size_t spot = cells_spot(cells, &all->figure[i].group);
        present[spot] = any = true;
        if (clue->kinds & CLUE_PRESENT)
            raise_low(cells, first + spot, all->figure[i].clients < ROUND_LEAST_CLIENTS ? 1 : ROUND_LEAST_CLIENTS);
    }
    if (any && clue->kinds & CLUE_ABSENT)
        follow_absent(cells, first, present);
    free(present);
}

static void follow_clues(struct cells *cells, size_t period) {
    for (size_t i = 0; i < sizeof clues / sizeof *clues; i++)
        for (size_t s = 0; s < cells->series.len; s++)
            if (strcmp(measures[cells->series.data[s].measure].code, clues[i].count) == 0)
                follow_clue(cells, period, &clues[i], s);
}

/* ---- all of them ---- */

static void bound_cells_without_figure(struct cells *cells) {
    for (size_t cell = 0; cell < cells->count; cell++) {
        bound_absent(cells, cell, &cells->series.data[cells_place(cells, cell).series]);
        if (cells_is_void(cells, cell))
            set_bounds(cells, cell, 0, 0);
    }
}

static void bound_figures(struct cells *cells, size_t period, size_t m) {
    const struct measure_figures *all = &cells->figures->period[period].measure[m];
    for (size_t i = 0; i < all->count; i++) {
        enum publication publication = openbaar_publication(cells->rules, period, m, &all->figure[i]);
        for (unsigned number = 0; number < NUMBERS; number++) {
            size_t cell = cells_of_figure(cells, period, m, &all->figure[i], number);
            if (cell != CELL_NONE)
                bound_number(cells, cell, publication, &all->figure[i]);
        }
    }
}

static void follow_means(struct cells *cells, size_t period, size_t m) {
    const struct measure_figures *all = &cells->figures->period[period].measure[m];
    if (measures[m].unit != UNIT_DAGEN && measures[m].unit != UNIT_OMVANG)
        return;
    for (size_t i = 0; i < all->count; i++)
        if (!(all->figure[i].whole & 1) && !all->figure[i].ratio)
            follow_mean(cells, period, m, &all->figure[i]);
}

void openbaar_bound(struct cells *cells) {
    bound_cells_without_figure(cells);
    for (size_t period = 0; period < cells->figures->periods; period++)
        for (size_t m = 0; m < measure_count; m++)
            bound_figures(cells, period, m);
    for (size_t cell = 0; cell < cells->count; cell++)
        if (cells->left_out[cell])
            set_bounds(cells, cell, least(&cells->series.data[cells_place(cells, cell).series]), CELL_UNBOUNDED);
    for (size_t period = 0; period < cells->figures->periods; period++) {
        for (size_t m = 0; m < measure_count; m++)
            follow_means(cells, period, m);
        follow_clues(cells, period);
    }
}
