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
#include "reports/measures/lines.h"
#include "reports/measures/omvang_index.h"
#include "reports/measures/registry.h"
#include "reports/measures/stream.h"
#include "reports/measures/terms.h"
#include "reports/measures/voorveld_index.h"

enum { CLIENTS_PER_PIECE = 2048 };

struct streaming {
    const struct dataset *data;
    struct streamer **streamers; /* per thread */
    struct stream_piece *pieces;
    size_t piece_count;
};

static void stream_one_piece(void *context, size_t piece, unsigned worker) {
    struct streaming *c = context;
    uint32_t first = (uint32_t)piece * CLIENTS_PER_PIECE;
    uint32_t last =
        c->data->clients.count - first > CLIENTS_PER_PIECE ? first + CLIENTS_PER_PIECE : c->data->clients.count;
    stream_clients(c->streamers[worker], &c->pieces[piece], first, last);
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
        figure_list_move(&list, result);
        figure_list_release(&list);
    }
}

static void stream_all(struct streaming *c, const struct measure_context *context, const struct plan *plan) {
    c->piece_count = (c->data->clients.count + CLIENTS_PER_PIECE - 1) / CLIENTS_PER_PIECE;
    c->pieces = mem_calloc(c->piece_count, sizeof *c->pieces);
    c->streamers = mem_calloc(context->threads, sizeof(struct streamer *));
    for (unsigned t = 0; t < context->threads; t++)
        c->streamers[t] = streamer_new(context, plan);
    threads_each(context->threads, c->piece_count, stream_one_piece, c);
    for (unsigned t = 0; t < context->threads; t++)
        streamer_free(c->streamers[t]);
    free(c->streamers);
}

/* One period after the other: the contributions of the whole country to one of them take a third of a gigabyte. */
static void compute_period(const struct measure_context *context, struct intern *uitsplitsingen,
                           struct period_figures *result) {
    struct plan plan;
    plan_init(&plan, context, uitsplitsingen);
    struct streaming c = {.data = context->data};
    stream_all(&c, context, &plan);
    result->loose = groups_compute(c.data, &plan, c.pieces, c.piece_count, context->threads);
    result->count += loose_count(result->loose);
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

struct computation {
    struct figures *figures;
    struct measure_context context; /* but for the period */
    struct lines lines;
    struct omvang_index omvang;
    struct tarief_index *tarieven;
    struct voorveld_index *voorveld;
};

/* The two that take long, side by side. */
static void index_piece(void *context, size_t piece, unsigned worker) {
    struct computation *c = context;
    (void)worker;
    if (piece == 0)
        lines_init(&c->lines, c->context.data, c->tarieven, c->context.threads);
    else
        omvang_index_init(&c->omvang, c->context.data);
}

struct computation *computation_new(struct figures *figures, const struct dataset *data,
                                    const struct settings *settings, const struct period *period, unsigned history,
                                    unsigned threads) {
    struct computation *c = mem_calloc(1, sizeof *c);
    *figures = (struct figures){.data = data};
    struct period *periods = list_periods(period, history, &figures->periods);
    figures->period = mem_calloc(figures->periods, sizeof *figures->period);
    for (size_t k = 0; k < figures->periods; k++) {
        figures->period[k].period = periods[k];
        figures->period[k].measure = mem_calloc(measure_count, sizeof *figures->period[k].measure);
    }
    free(periods);
    intern_add(&figures->uitsplitsingen, slice_of(""));
    c->figures = figures;
    c->tarieven = tarief_index_new(data);
    c->voorveld = voorveld_index_new(data);
    c->context = (struct measure_context){.data = data,
                                          .settings = settings,
                                          .tarieven = c->tarieven,
                                          .voorveld = c->voorveld,
                                          .omvang = &c->omvang,
                                          .lines = &c->lines,
                                          .threads = threads > 0 ? threads : 1};
    threads_each(c->context.threads, 2, index_piece, c);
    return c;
}

void computation_free(struct computation *c) {
    lines_release(&c->lines);
    omvang_index_release(&c->omvang);
    voorveld_index_free(c->voorveld);
    tarief_index_free(c->tarieven);
    free(c);
}

void computation_period(struct computation *c, size_t period) {
    struct measure_context *context = &c->context;
    struct period_figures *result = &c->figures->period[period];
    context->period = result->period;
    context->p0 = context->period.begin - 1;
    context->p = context->period.end;
    context->days = (struct interval){context->period.begin, context->period.end};
    context->months = period_months(&context->period);
    for (int m = 0; m < context->months; m++)
        period_month(&context->period, m, &context->month[m].begin, &context->month[m].end);
    compute_period(context, &c->figures->uitsplitsingen, result);
}

void figures_compute(struct figures *figures, const struct dataset *data, const struct settings *settings,
                     const struct period *period, unsigned history, unsigned threads) {
    struct computation *computation = computation_new(figures, data, settings, period, history, threads);
    for (size_t k = 0; k < figures->periods; k++) {
        computation_period(computation, k);
        figures_join(figures, k, threads);
    }
    computation_free(computation);
}
