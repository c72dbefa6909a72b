/*
 * Adds up, once per run, what the organisations have in each figure of the region, so that a book only has to subtract
 * its own.  Invariant: `tally` of a measure runs beside the first figures of that measure, those of the region as a
 * whole; a figure that does not add up has a tally without organisations.
 */
#include "reports/view_rest.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "reports/measures/registry.h"

enum { MILLION = 1000000 };

struct part {
    exact_t teller;
    exact_t noemer;
};

struct tally {
    struct part sum;
    size_t count;
    exact_t most; /* noemers of the two largest, and whose the largest is */
    exact_t second;
    uint16_t most_of;
};

/* Of one measure in one period. */
struct tallies {
    struct tally *figure; /* per figure */
    struct tally *total;  /* per group, at its first figure: all counts of the group together */
    size_t count;
};

struct rest {
    const struct figures *figures;
    struct tallies *tallies; /* periods × measures */
};

/* ---- what one figure adds ---- */

enum adding { ADDS_NOT, ADDS_RATIO, ADDS_MEAN, ADDS_STATEMENT, ADDS_COUNT };

static const struct indicator *find_indicator(const struct figures *figures, const char *code) {
    for (size_t i = 0; i < figures->data->indicatoren.len; i++)
        if (strcmp(figures->data->indicatoren.data[i].code, code) == 0)
            return &figures->data->indicatoren.data[i];
    return NULL;
}

static enum adding adding_of(const struct figures *figures, const struct measure *measure, const char *uitsplitsing) {
    switch (measure->unit) {
    case UNIT_AANDEEL: return strcmp(measure->code, "mi_afwijking") == 0 ? ADDS_NOT : ADDS_RATIO;
    case UNIT_EURO: return strcmp(measure->code, "kosten_per_client") == 0 ? ADDS_RATIO : ADDS_NOT;
    case UNIT_DAGEN:
    case UNIT_OMVANG:
        return strcmp(uitsplitsing, "gemiddelde") == 0    ? ADDS_MEAN
               : strcmp(uitsplitsing, "binnen_norm") == 0 ? ADDS_RATIO
                                                          : ADDS_NOT;
    case UNIT_WAARDE: {
        const struct indicator *indicator = find_indicator(figures, uitsplitsing);
        return indicator && indicator->aggregatie != AGGREGATIE_SOM ? ADDS_STATEMENT : ADDS_NOT;
    }
    case UNIT_AANTAL: return ADDS_COUNT;
    case UNIT_VOLUME: return ADDS_NOT;
    }
    BUG("unknown unit");
}

bool rest_applies(const struct figures *figures, const char *maat, const char *uitsplitsing) {
    enum adding adding = adding_of(figures, &measures[measure_find(maat)], uitsplitsing);
    return adding != ADDS_NOT && adding != ADDS_COUNT;
}

/* The weight of a mean or statement: another figure of the same group, or 1. */
static exact_t weight_of(const struct figures *figures, size_t period, const struct measure *measure,
                         const struct figure *figure, enum adding adding) {
    const char *weight = "aantal";
    if (adding == ADDS_STATEMENT) {
        const struct indicator *indicator = find_indicator(figures, figure_uitsplitsing(figures, figure));
        if (!indicator || indicator->aggregatie == AGGREGATIE_GEMIDDELDE)
            return MILLION;
        if (indicator->weegfactor == INDEX_NONE)
            return 0;
        weight = figures->data->indicatoren.data[indicator->weegfactor].code;
    }
    const struct figure *found = figures_find(figures, period, measure->code, figure->group, weight);
    return found ? figure_waarde(found) : 0;
}

static struct part part_of(const struct figures *figures, size_t period, const struct measure *measure,
                           const struct figure *figure) {
    enum adding adding = adding_of(figures, measure, figure_uitsplitsing(figures, figure));
    switch (adding) {
    case ADDS_NOT: return (struct part){0, 0};
    case ADDS_RATIO: return (struct part){figure_teller(figure), figure_noemer(figure)};
    case ADDS_COUNT: return (struct part){figure_waarde(figure), figure_waarde(figure)};
    case ADDS_MEAN:
    case ADDS_STATEMENT: {
        exact_t weight = weight_of(figures, period, measure, figure, adding);
        if (weight <= 0)
            return (struct part){0, 0};
        return (struct part){figure_waarde(figure) * weight / MILLION, weight};
    }
    }
    BUG("unknown way of adding");
}

/* ---- the tallies ---- */

static void tally_add(struct tally *tally, struct part part, uint16_t organisatie) {
    if (part.noemer <= 0)
        return;
    tally->sum.teller += part.teller;
    tally->sum.noemer += part.noemer;
    tally->count++;
    if (part.noemer > tally->most) {
        tally->second = tally->most;
        tally->most = part.noemer;
        tally->most_of = organisatie;
    } else if (part.noemer > tally->second) {
        tally->second = part.noemer;
    }
}

static bool is_of_region(const struct group *group) {
    return group->organisatie == GROUP_ALL && group->gemeente == GROUP_ALL;
}

/* All counts of the group that begins at `first`, up to `end`. */
static exact_t group_total(const struct measure_figures *all, size_t first, size_t *end) {
    exact_t total = 0;
    size_t i = first;
    for (; i < all->count && group_compare(&all->figure[i].group, &all->figure[first].group) == 0; i++)
        total += figure_waarde(&all->figure[i]);
    *end = i;
    return total;
}

/* Adds the figures [first, end) of one group of an organisation to those of the region. */
static void add_group(const struct rest *rest, size_t period, size_t m, size_t first, size_t end, exact_t total) {
    const struct measure_figures *all = &rest->figures->period[period].measure[m];
    struct tallies *tallies = &rest->tallies[period * measure_count + m];
    struct group group = all->figure[first].group;
    uint16_t organisatie = group.organisatie;
    group.organisatie = GROUP_ALL;
    struct figure_range region = figures_of_group(rest->figures, period, measures[m].code, group);
    if (region.count == 0)
        return;
    size_t place = (size_t)(region.first - all->figure);
    if (measures[m].unit == UNIT_AANTAL)
        tally_add(&tallies->total[place], (struct part){total, total}, organisatie);
    for (size_t i = first; i < end; i++)
        for (size_t r = 0; r < region.count; r++)
            if (region.first[r].uitsplitsing == all->figure[i].uitsplitsing)
                tally_add(&tallies->figure[place + r], part_of(rest->figures, period, &measures[m], &all->figure[i]),
                          organisatie);
}

static void add_measure(const struct rest *rest, size_t period, size_t m) {
    const struct measure_figures *all = &rest->figures->period[period].measure[m];
    struct tallies *tallies = &rest->tallies[period * measure_count + m];
    while (tallies->count < all->count && is_of_region(&all->figure[tallies->count].group))
        tallies->count++;
    tallies->figure = mem_calloc(tallies->count, sizeof *tallies->figure);
    tallies->total = mem_calloc(tallies->count, sizeof *tallies->total);
    for (size_t first = tallies->count, end; first < all->count; first = end) {
        exact_t total = group_total(all, first, &end);
        const struct group *group = &all->figure[first].group;
        if (group->organisatie != GROUP_ALL && group->gemeente == GROUP_ALL)
            add_group(rest, period, m, first, end, total);
    }
}

struct rest *rest_new(const struct figures *figures) {
    struct rest *rest = mem_calloc(1, sizeof *rest);
    rest->figures = figures;
    rest->tallies = mem_calloc(figures->periods * measure_count, sizeof *rest->tallies);
    for (size_t period = 0; period < figures->periods; period++)
        for (size_t m = 0; m < measure_count; m++)
            add_measure(rest, period, m);
    return rest;
}

void rest_free(struct rest *rest) {
    if (!rest)
        return;
    for (size_t i = 0; i < rest->figures->periods * measure_count; i++) {
        free(rest->tallies[i].figure);
        free(rest->tallies[i].total);
    }
    free(rest->tallies);
    free(rest);
}

/* ---- the others ---- */

static struct others without(const struct tally *tally, struct part own, uint16_t organisatie) {
    return (struct others){
        .count = tally->count - (own.noemer > 0),
        .teller = tally->sum.teller - own.teller,
        .noemer = tally->sum.noemer - own.noemer,
        .most = tally->most_of == organisatie ? tally->second : tally->most,
    };
}

static int64_t clients_without(const struct figure *region, const struct figure *own) {
    return (int64_t)region->clients - (own ? own->clients : 0);
}

bool rest_of_figure(const struct rest *rest, size_t period, const char *maat, const char *uitsplitsing,
                    struct group group, uint16_t organisatie, struct others *others) {
    const struct figures *figures = rest->figures;
    size_t m = (size_t)measure_find(maat);
    const struct figure *region = figures_find(figures, period, maat, group, uitsplitsing);
    if (!region)
        return false;
    group.organisatie = organisatie;
    const struct figure *own = figures_find(figures, period, maat, group, uitsplitsing);
    size_t place = (size_t)(region - figures->period[period].measure[m].figure);
    struct part part = own ? part_of(figures, period, &measures[m], own) : (struct part){0, 0};
    *others = without(&rest->tallies[period * measure_count + m].figure[place], part, organisatie);
    others->clients = clients_without(region, own);
    return true;
}

bool rest_of_share(const struct rest *rest, size_t period, const char *maat, const char *uitsplitsing,
                   struct group group, uint16_t organisatie, struct others *others) {
    const struct figures *figures = rest->figures;
    size_t m = (size_t)measure_find(maat);
    const struct measure_figures *all = &figures->period[period].measure[m];
    struct figure_range region = figures_of_group(figures, period, maat, group);
    if (region.count == 0)
        return false;
    group.organisatie = organisatie;
    struct figure_range own = figures_of_group(figures, period, maat, group);
    exact_t own_total = 0;
    for (size_t i = 0; i < own.count; i++)
        own_total += figure_waarde(&own.first[i]);
    size_t place = (size_t)(region.first - all->figure);
    *others =
        without(&rest->tallies[period * measure_count + m].total[place], (struct part){0, own_total}, organisatie);
    others->teller = 0;
    for (size_t r = 0; r < region.count; r++) {
        const char *code = figure_uitsplitsing(figures, &region.first[r]);
        const struct figure *same = figures_find(figures, period, maat, group, code);
        int64_t clients = clients_without(&region.first[r], same);
        if (clients > others->clients)
            others->clients = clients; /* of one class: all classes together have no fewer */
        if (strcmp(code, uitsplitsing) == 0)
            others->teller = figure_waarde(&region.first[r]) - (same ? figure_waarde(same) : 0);
    }
    return true;
}
