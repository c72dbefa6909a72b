/*
 * Makes the figures of the view `openbaar`.  Invariant: the exact figures stay as they are until all published ones are
 * made from them, and then are gone.
 */
#include "reports/openbaar.h"

#include <stdlib.h>

#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "reports/measures/registry.h"
#include "reports/openbaar_cells.h"
#include "reports/openbaar_check.h"
#include "reports/openbaar_rules.h"

typedef VEC(struct figure) figure_vec;

struct publishing {
    const struct figures *exact;
    const struct openbaar_rules *rules;
    const struct cells *cells;
    struct intern *texts;  /* of uitsplitsingen */
    figure_vec *published; /* per period and measure */
};

/* The figures of the region and its gemeenten stand before those of the aanbieders. */
static void drop_aanbieders(struct period_figures *period) {
    period->count = 0;
    for (size_t m = 0; m < measure_count; m++) {
        struct measure_figures *all = &period->measure[m];
        size_t count = 0;
        while (count < all->count && all->figure[count].group.organisatie == GROUP_ALL)
            count++;
        if (count < all->count)
            all->figure = mem_realloc(all->figure, count > 0 ? count : 1, sizeof *all->figure);
        all->count = count;
        period->count += count;
    }
}

/* ---- one figure ---- */

static bool cell_left_out(const struct cells *cells, size_t cell) {
    return cell != CELL_NONE && cells->left_out[cell];
}

static bool is_left_out(const struct publishing *work, size_t period, size_t measure, const struct figure *figure) {
    for (unsigned number = 0; number < NUMBERS; number++)
        if (cell_left_out(work->cells, cells_of_figure(work->cells, period, measure, figure, number)))
            return true;
    return false;
}

static bool aantal_left_out(const struct publishing *work, size_t period, size_t measure, const struct group *group) {
    uint32_t aantal = intern_find(&work->exact->uitsplitsingen, slice_of("aantal"));
    size_t series = cells_series(work->cells, measure, aantal, NUMBER_WAARDE);
    return series != SERIES_NONE &&
           work->cells->left_out[cells_first(work->cells, period, series) + cells_spot(work->cells, group)];
}

static bool shift_left_out(const struct publishing *work, size_t period, const struct group *group) {
    const struct figure *shift = disclosure_facts_shift(&work->rules->facts, period, *group);
    return shift != NULL && is_left_out(work, period, work->rules->verschuiving, shift);
}

/*
 * What becomes of a figure when all are judged together.  A mean has no row when its aantal is left out, and a path
 * none when the shift is: that they are there would tell that it does not round to 0.
 */
static enum publication publication_of(const struct publishing *work, size_t period, size_t measure,
                                       const struct figure *exact) {
    if (is_left_out(work, period, measure, exact))
        return PUBLICATION_WITHHELD;
    if (openbaar_is_mean(measure, exact) && aantal_left_out(work, period, measure, &exact->group))
        return PUBLICATION_NONE;
    if (openbaar_goes_with_shift(measure) && shift_left_out(work, period, &exact->group))
        return measures[measure].rule == DISCLOSE_VOORVELD ? PUBLICATION_WITHHELD : PUBLICATION_NONE;
    return openbaar_publication(work->rules, period, measure, exact);
}

static void publish_figure(const struct publishing *work, size_t period, size_t measure, const struct figure *exact,
                           figure_vec *out) {
    struct figure published;
    enum publication publication = publication_of(work, period, measure, exact);
    if (publication == PUBLICATION_NONE)
        return;
    openbaar_round(work->rules, period, measure, exact, publication, &published);
    VEC_PUSH(*out, published);
}

/* ---- what is left out though it is 0 ---- */

/* A breakdown that is left out shows an x for each of its parts, as if none were known. */
static bool add_left_out(const struct publishing *work, size_t period, size_t measure, figure_vec *out) {
    const struct cells *cells = work->cells;
    size_t before = out->len;
    for (size_t s = 0; s < cells->series.len; s++) {
        const struct series *series = &cells->series.data[s];
        size_t first = cells_first(cells, period, s);
        if (series->measure != measure || series->number == NUMBER_TELLER)
            continue;
        for (size_t spot = 0; spot < cells->places * cells->parts; spot++) {
            struct group group = cells_group(cells, spot);
            const char *uitsplitsing = intern_text(&work->exact->uitsplitsingen, series->uitsplitsing).ptr;
            if (cells->left_out[first + spot] &&
                figures_find(work->exact, period, measures[measure].code, group, uitsplitsing) == NULL)
                VEC_PUSH(*out, (struct figure){.group = group,
                                               .uitsplitsing = series->uitsplitsing,
                                               .status = FIGURE_WITHHELD,
                                               .ratio = series->number == NUMBER_NOEMER,
                                               .whole = series->number == NUMBER_WAARDE});
        }
    }
    return out->len > before;
}

static int compare_figures(const void *a, const void *b, void *context) {
    const struct figure *x = a;
    const struct figure *y = b;
    const struct intern *texts = context;
    int order = group_compare(&x->group, &y->group);
    return order ? order : slice_compare(intern_text(texts, x->uitsplitsing), intern_text(texts, y->uitsplitsing));
}

/* ---- all figures ---- */

static void publish_measure(void *context, size_t piece, unsigned worker) {
    (void)worker;
    const struct publishing *work = context;
    size_t period = piece / measure_count;
    size_t measure = piece % measure_count;
    const struct measure_figures *all = &work->exact->period[period].measure[measure];
    figure_vec *out = &work->published[piece];
    for (size_t i = 0; i < all->count; i++)
        publish_figure(work, period, measure, &all->figure[i], out);
    if (add_left_out(work, period, measure, out))
        qsort_r(out->data, out->len, sizeof *out->data, compare_figures, work->texts);
}

/* Puts the published figures in the place of the exact ones. */
static void replace_figures(struct figures *figures, const figure_vec *published) {
    for (size_t period = 0; period < figures->periods; period++) {
        figures->period[period].count = 0;
        for (size_t m = 0; m < measure_count; m++) {
            const figure_vec *list = &published[period * measure_count + m];
            struct measure_figures *all = &figures->period[period].measure[m];
            free(all->figure);
            *all = (struct measure_figures){list->data, list->len};
            figures->period[period].count += list->len;
        }
    }
}

void openbaar_apply(struct figures *figures, const struct settings *settings, unsigned threads) {
    struct openbaar_rules rules;
    struct cells cells;
    openbaar_rules_init(&rules, figures, settings);
    for (size_t period = 0; period < figures->periods; period++)
        drop_aanbieders(&figures->period[period]);
    cells_init(&cells, &rules);
    openbaar_check(&cells);
    struct publishing work = {
        .exact = figures,
        .rules = &rules,
        .cells = &cells,
        .texts = &figures->uitsplitsingen,
        .published = mem_calloc(figures->periods * measure_count, sizeof *work.published),
    };
    threads_each(threads, figures->periods * measure_count, publish_measure, &work);
    replace_figures(figures, work.published);
    free(work.published);
    cells_release(&cells);
    openbaar_rules_release(&rules);
}
