/*
 * Reading figures.  Called by the export, the disclosure and the sheets.
 */
#include "reports/figures.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/threads.h"
#include "reports/measures/loose.h"
#include "reports/measures/registry.h"

enum { MILLION = 1000000 };

static exact_t number(const struct figure *figure, int which) {
    exact_t stored = figure->number[which];
    return figure->scale >> which & 1 ? stored * MILLION : stored;
}

exact_t figure_waarde(const struct figure *figure) {
    return number(figure, 0);
}

exact_t figure_teller(const struct figure *figure) {
    return number(figure, 1);
}

exact_t figure_noemer(const struct figure *figure) {
    return number(figure, 2);
}

void figure_set(struct figure *figure, int which, exact_t micros) {
    uint8_t bit = (uint8_t)(1U << which);
    bool large = micros > INT64_MAX || micros < -INT64_MAX;
    figure->scale = (uint8_t)(large ? figure->scale | bit : figure->scale & ~bit);
    if (large)
        micros /= MILLION;
    if (micros > INT64_MAX)
        micros = INT64_MAX;
    if (micros < -INT64_MAX)
        micros = -INT64_MAX;
    figure->number[which] = (int64_t)micros;
}

/* teller and noemer, which such a figure does not have, hold the exact value. */
void figure_set_exact(struct figure *figure, exact_t waarde) {
    figure_set(figure, 0, exact_micros(waarde));
    memcpy(&figure->number[1], &waarde, sizeof waarde);
}

exact_t figure_exact(const struct figure *figure) {
    exact_t waarde;
    if (figure->ratio && figure_noemer(figure) != 0) /* one below half a millionth was rounded to 0 */
        return exact_divide(figure_teller(figure), figure_noemer(figure));
    if (figure->ratio || figure->whole)
        return figure_waarde(figure) * (EXACT_ONE / MILLION);
    memcpy(&waarde, &figure->number[1], sizeof waarde);
    return waarde;
}

static void join_measure(void *context, size_t measure, unsigned worker) {
    (void)worker;
    struct period_figures *period = context;
    loose_join(period->loose, measure, &period->measure[measure]);
}

void figures_join(struct figures *figures, size_t period, unsigned threads) {
    struct period_figures *joined = &figures->period[period];
    if (!joined->loose)
        return;
    threads_each(threads, measure_count, join_measure, joined);
    loose_free(joined->loose);
    joined->loose = NULL;
}

void figures_drop_period(struct figures *figures, size_t period) {
    struct period_figures *dropped = &figures->period[period];
    for (size_t m = 0; m < measure_count; m++) {
        free(dropped->measure[m].figure);
        dropped->measure[m] = (struct measure_figures){0};
    }
    loose_free(dropped->loose);
    dropped->loose = NULL;
    dropped->count = 0;
}

size_t figures_count(const struct figures *figures) {
    size_t count = 0;
    for (size_t p = 0; p < figures->periods; p++)
        count += figures->period[p].count;
    return count;
}

void figures_release(struct figures *figures) {
    for (size_t p = 0; p < figures->periods; p++) {
        figures_drop_period(figures, p);
        free(figures->period[p].measure);
    }
    free(figures->period);
    intern_release(&figures->uitsplitsingen);
    *figures = (struct figures){0};
}

int group_compare(const struct group *a, const struct group *b) {
    if (a->organisatie != b->organisatie)
        return a->organisatie < b->organisatie ? -1 : 1;
    if (a->gemeente != b->gemeente)
        return a->gemeente < b->gemeente ? -1 : 1;
    if (a->perceel != b->perceel)
        return a->perceel < b->perceel ? -1 : 1;
    if (a->product != b->product)
        return a->product < b->product ? -1 : 1;
    return 0;
}

/* The first figure of [low, high) that does not come before the group. */
static size_t lower_bound(const struct figure *figure, size_t count, const struct group *group) {
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (group_compare(&figure[middle].group, group) < 0)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

struct figure_range figures_of_group(const struct figures *figures, size_t period, const char *maat,
                                     struct group group) {
    int m = measure_find(maat);
    if (m == MEASURE_NONE || period >= figures->periods)
        BUG("no such measure or period");
    const struct measure_figures *all = &figures->period[period].measure[m];
    size_t first = lower_bound(all->figure, all->count, &group);
    size_t end = first;
    while (end < all->count && group_compare(&all->figure[end].group, &group) == 0)
        end++;
    return (struct figure_range){all->figure + first, end - first};
}

const char *figure_uitsplitsing(const struct figures *figures, const struct figure *figure) {
    return intern_text(&figures->uitsplitsingen, figure->uitsplitsing).ptr;
}

const struct figure *figures_find(const struct figures *figures, size_t period, const char *maat, struct group group,
                                  const char *uitsplitsing) {
    uint32_t wanted = intern_find(&figures->uitsplitsingen, slice_of(uitsplitsing));
    struct figure_range range = figures_of_group(figures, period, maat, group);
    for (size_t i = 0; i < range.count; i++)
        if (range.first[i].uitsplitsing == wanted)
            return &range.first[i];
    return NULL;
}
