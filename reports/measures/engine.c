/*
 * The computation, period by period: contributions in one pass over clients, from these the 12 grouping sets, then the
 * families that add figures themselves.  Invariant: the result does not depend on the number of threads, since
 * sums are exact and pieces are joined in a fixed order.
 */
#include "reports/measures/engine.h"

#include <stdlib.h>

#include "etl/base/threads.h"
#include "reports/measures/figure_list.h"
#include "reports/measures/groups.h"
#include "reports/measures/registry.h"
#include "reports/measures/stream.h"
#include "reports/measures/terms.h"
#include "reports/measures/voorveld_index.h"

enum { CLIENTS_PER_PIECE = 2048 };

struct computation {
    const struct dataset *data;
    const struct measure_context *context; /* of one period, as all that follows */
    const struct plan *plan;
    const struct unlinked *unlinked;
    struct stream_piece *pieces;
    size_t piece_count;
};

static void stream_one_piece(void *context, size_t piece, unsigned worker) {
    (void)worker;
    struct computation *c = context;
    uint32_t first = (uint32_t)piece * CLIENTS_PER_PIECE;
    uint32_t last =
        c->data->clients.count - first > CLIENTS_PER_PIECE ? first + CLIENTS_PER_PIECE : c->data->clients.count;
    stream_clients(&c->pieces[piece], c->context, c->plan, c->unlinked, first, last);
}

/* measures.md 3, budget: the first periode_begin among the linked lines of each organisation. */
static date_t *find_first_lines(const struct dataset *data) {
    date_t *first = mem_calloc(data->aanbieders.len, sizeof *first);
    for (size_t o = 0; o < data->aanbieders.len; o++)
        first[o] = DATE_OPEN;
    for (size_t n = 0; n < data->declarations.len; n++) {
        const struct declaration *line = &data->declarations.data[n];
        if (line->indication == INDICATION_NONE)
            continue;
        date_t *date = &first[data->aanbieders.data[line->aanbieder].organisatie];
        if (line->periode_begin < *date)
            *date = line->periode_begin;
    }
    return first;
}

/* The bundles of all pieces, in the order of clients. */
static struct bundle *collect_bundles(const struct computation *c, size_t *count) {
    *count = 0;
    for (size_t piece = 0; piece < c->piece_count; piece++)
        *count += c->pieces[piece].bundles.len;
    struct bundle *bundles = mem_calloc(*count, sizeof *bundles);
    size_t at = 0;
    for (size_t piece = 0; piece < c->piece_count; piece++) {
        struct stream_piece *p = &c->pieces[piece];
        for (size_t u = 0; u < p->bundles.len; u++)
            bundles[at++] = p->bundles.data[u];
        VEC_FREE(p->bundles);
    }
    return bundles;
}

static void run_direct_families(const struct measure_context *context, struct intern *uitsplitsingen,
                                struct period_figures *result) {
    for (size_t f = 0; f < measure_family_count; f++) {
        if (!measure_families[f]->direct)
            continue;
        struct figure_list list;
        figure_list_init(&list, uitsplitsingen);
        list.made = result;
        measure_families[f]->direct(context, &list);
        figure_list_sort(&list);
        figure_lists_join(&list, 1, result);
        figure_list_release(&list);
    }
}

/* One period after the other, since the contributions of the whole country to one of them take half a gigabyte. */
static void compute_period(const struct measure_context *context, const struct unlinked *unlinked,
                           struct intern *uitsplitsingen, struct period_figures *result) {
    struct plan plan;
    size_t count;
    plan_init(&plan, context, uitsplitsingen);
    struct computation c = {.data = context->data, .context = context, .plan = &plan, .unlinked = unlinked};
    c.piece_count = (c.data->clients.count + CLIENTS_PER_PIECE - 1) / CLIENTS_PER_PIECE;
    c.pieces = mem_calloc(c.piece_count, sizeof *c.pieces);
    threads_each(context->threads, c.piece_count, stream_one_piece, &c);
    struct bundle *bundles = collect_bundles(&c, &count);
    groups_compute(c.data, &plan, bundles, count, context->threads, result);
    free(bundles);
    for (size_t piece = 0; piece < c.piece_count; piece++)
        stream_piece_release(&c.pieces[piece]);
    free(c.pieces);
    plan_release(&plan);
    run_direct_families(context, uitsplitsingen, result);
}

/* The periods, the oldest first. */
static struct period *list_periods(const struct period *last, unsigned history, size_t *count) {
    struct period *periods = mem_calloc((size_t)history + 1, sizeof *periods);
    size_t n = 1;
    periods[0] = *last;
    while (n <= history && period_before(&periods[n - 1], &periods[n]))
        n++;
    for (size_t i = 0; i < n / 2; i++) {
        struct period keep = periods[i];
        periods[i] = periods[n - 1 - i];
        periods[n - 1 - i] = keep;
    }
    *count = n;
    return periods;
}

void figures_compute(struct figures *figures, const struct dataset *data, const struct settings *settings,
                     const struct period *period, unsigned history, unsigned threads) {
    struct unlinked unlinked;
    *figures = (struct figures){.data = data};
    struct period *periods = list_periods(period, history, &figures->periods);
    struct tarief_index *tarieven = tarief_index_new(data);
    struct voorveld_index *voorveld = voorveld_index_new(data);
    date_t *first_line = find_first_lines(data);
    unlinked_init(&unlinked, data);
    figures->period = mem_calloc(figures->periods, sizeof *figures->period);
    intern_add(&figures->uitsplitsingen, slice_of(""));
    for (size_t k = 0; k < figures->periods; k++) {
        struct measure_context context = {.data = data,
                                          .settings = settings,
                                          .tarieven = tarieven,
                                          .voorveld = voorveld,
                                          .first_line = first_line,
                                          .threads = threads > 0 ? threads : 1,
                                          .period = periods[k],
                                          .p0 = periods[k].begin - 1,
                                          .p = periods[k].end};
        figures->period[k].period = periods[k];
        figures->period[k].measure = mem_calloc(measure_count, sizeof *figures->period[k].measure);
        compute_period(&context, &unlinked, &figures->uitsplitsingen, &figures->period[k]);
    }
    unlinked_release(&unlinked);
    free(first_line);
    voorveld_index_free(voorveld);
    tarief_index_free(tarieven);
    free(periods);
}
