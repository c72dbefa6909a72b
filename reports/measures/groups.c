/*
 * Sums bundles over the 12 grouping sets: one piece of work per gemeente and one per organisatie (for itself and for
 * each of its gemeenten); the region is the sum of what the gemeenten found.  Invariant: a client's bundles meet in a
 * rollup either all through one leaf, or one after the other in the order of clients.  Called by the engine.
 */
#include "reports/measures/groups.h"

#include <stdlib.h>

#include "etl/base/threads.h"
#include "reports/measures/rollup.h"
#include "reports/measures/who.h"

/* What one thread works with. */
struct bench {
    struct rollup *region;      /* single clients of the gemeenten that this thread did */
    struct rollup *group;       /* the gemeente, or the organisatie */
    struct rollup *in_gemeente; /* the organisatie in one gemeente */
    struct leaf *leaf;
};

struct work {
    const struct dataset *data;
    const struct plan *plan;
    const struct bundle *bundles;
    struct who who;
    struct rollup *region;
    struct bench *benches;
    struct figure_list *lists; /* of gemeenten, then per organisatie its own and those of its gemeenten */
};

/* Bundle numbers first … end - 1 of an order. */
struct range {
    const uint32_t *bundle;
    size_t first;
    size_t end;
};

static struct range range_of(const struct who_order *order, size_t key) {
    return (struct range){order->bundle, order->start[key], order->start[key + 1]};
}

static void add_range(struct rollup *rollup, const struct work *work, struct range range) {
    if (range.first < range.end)
        rollup_add(rollup, work->bundles, range.bundle + range.first, range.end - range.first);
}

/* Where the run of bundles of one gemeente, and with `product` of one product, ends. */
static size_t run_end(const struct work *work, struct range range, bool product) {
    const struct bundle *first = &work->bundles[range.bundle[range.first]];
    size_t end = range.first + 1;
    for (; end < range.end; end++) {
        const struct bundle *next = &work->bundles[range.bundle[end]];
        if (next->gemeente != first->gemeente || (product && next->product != first->product))
            break;
    }
    return end;
}

/* Adds leaf by leaf, to both rollups. */
static void add_leaves(const struct work *work, struct bench *bench, struct range range, struct rollup *one,
                       struct rollup *other) {
    while (range.first < range.end) {
        size_t end = run_end(work, range, true);
        leaf_fill(bench->leaf, work->bundles, range.bundle + range.first, end - range.first);
        rollup_add_leaf(one, bench->leaf);
        rollup_add_leaf(other, bench->leaf);
        range.first = end;
    }
}

static void do_gemeente(const struct work *work, struct bench *bench, size_t gemeente) {
    add_leaves(work, bench, range_of(&work->who.singles_of_gemeente, gemeente), bench->group, bench->region);
    add_range(bench->group, work, range_of(&work->who.others_of_gemeente, gemeente));
    rollup_finish(bench->group, GROUP_ALL, (uint16_t)(gemeente + 1), &work->lists[gemeente]);
}

static uint16_t first_gemeente(const struct work *work, struct range range) {
    return range.first < range.end ? work->bundles[range.bundle[range.first]].gemeente : INDEX_NONE;
}

static void do_organisatie(const struct work *work, struct bench *bench, size_t organisatie) {
    struct figure_list *own = &work->lists[work->data->gemeenten.len + 2 * organisatie];
    struct range singles = range_of(&work->who.singles_of_organisatie, organisatie);
    struct range others = range_of(&work->who.others_of_organisatie_gemeente, organisatie);
    while (singles.first < singles.end || others.first < others.end) {
        uint16_t gemeente = first_gemeente(work, singles);
        if (first_gemeente(work, others) < gemeente)
            gemeente = first_gemeente(work, others);
        if (first_gemeente(work, singles) == gemeente) {
            struct range here = {singles.bundle, singles.first, run_end(work, singles, false)};
            add_leaves(work, bench, here, bench->in_gemeente, bench->group);
            singles.first = here.end;
        }
        if (first_gemeente(work, others) == gemeente) {
            struct range here = {others.bundle, others.first, run_end(work, others, false)};
            add_range(bench->in_gemeente, work, here);
            others.first = here.end;
        }
        rollup_finish(bench->in_gemeente, (uint16_t)(organisatie + 1), (uint16_t)(gemeente + 1), own + 1);
    }
    add_range(bench->group, work, range_of(&work->who.others_of_organisatie, organisatie));
    rollup_finish(bench->group, (uint16_t)(organisatie + 1), GROUP_ALL, own);
}

static void start_bench(const struct work *work, struct bench *bench) {
    if (bench->leaf)
        return;
    bench->region = rollup_new(work->data, work->plan);
    bench->group = rollup_new(work->data, work->plan);
    bench->in_gemeente = rollup_new(work->data, work->plan);
    bench->leaf = leaf_new(work->data, work->plan);
}

/* Piece 0 is what of the region no leaf holds: the longest piece, so it comes first. */
static void do_piece(void *context, size_t piece, unsigned worker) {
    const struct work *work = context;
    struct bench *bench = &work->benches[worker];
    start_bench(work, bench);
    if (piece == 0)
        add_range(work->region, work, range_of(&work->who.others, 0));
    else if (piece <= work->data->gemeenten.len)
        do_gemeente(work, bench, piece - 1);
    else
        do_organisatie(work, bench, piece - 1 - work->data->gemeenten.len);
}

static void close_bench(struct work *work, struct bench *bench) {
    if (!bench->leaf)
        return;
    rollup_merge(work->region, bench->region);
    rollup_free(bench->region);
    rollup_free(bench->group);
    rollup_free(bench->in_gemeente);
    leaf_free(bench->leaf);
}

void groups_compute(const struct dataset *data, const struct plan *plan, const struct bundle *bundles, size_t count,
                    unsigned threads, struct period_figures *result) {
    struct work work = {.data = data, .plan = plan, .bundles = bundles, .region = rollup_new(data, plan)};
    size_t lists = 1 + data->gemeenten.len + 2 * data->aanbieders.len;
    struct figure_list *all = mem_calloc(lists, sizeof *all);
    for (size_t i = 0; i < lists; i++)
        figure_list_init(&all[i], plan->uitsplitsingen);
    work.lists = all + 1; /* the region comes before the others */
    work.benches = mem_calloc(threads, sizeof *work.benches);
    who_init(&work.who, data, bundles, count);
    threads_each(threads, 1 + data->gemeenten.len + data->aanbieders.len, do_piece, &work);
    for (unsigned t = 0; t < threads; t++)
        close_bench(&work, &work.benches[t]);
    rollup_finish(work.region, GROUP_ALL, GROUP_ALL, &all[0]);
    figure_lists_join(all, lists, result);
    for (size_t i = 0; i < lists; i++)
        figure_list_release(&all[i]);
    free(all);
    rollup_free(work.region);
    who_release(&work.who);
    free(work.benches);
}
