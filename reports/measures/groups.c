/*
 * Sums bundles over the 12 grouping sets, in three steps: per organisatie its places, their groups, and what they add
 * to the gemeenten; per gemeente what the threads found; the region.  Every contribution is read once, in its place.
 * Invariant: sums are exact and figures are joined in a fixed order, so that it does not matter which thread does what.
 * Called by the engine.
 */
#include "reports/measures/groups.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/threads.h"
#include "reports/measures/bits.h"
#include "reports/measures/bundle_sort.h"
#include "reports/measures/rollup.h"

/* The lists of a thread, each of which is filled in the order of parts; that of the region is behind those of all. */
enum list_kind { LIST_ORGANISATIES, LIST_IN_GEMEENTEN, LIST_GEMEENTEN, LIST_KINDS };

/* What one thread works with. */
struct bench {
    struct rollup *in_gemeente; /* the organisatie in one gemeente */
    struct rollup *organisatie;
    struct rollup *region;
    struct rollup **gemeente; /* NULL until something is added */
    struct figure_list *list[LIST_KINDS];
    uint64_t *sorted; /* bundles of one organisatie, see sort_bundles */
    uint64_t *spare;  /* as many */
    uint32_t *order;
    size_t *places; /* see sort_by */
    uint64_t *set;  /* of a correction */
};

struct work {
    const struct dataset *data;
    const struct plan *plan;
    struct sorted_bundles sorted;
    struct bench *benches;
    unsigned threads;
    struct loose_figures *figures;
};

/* ---- the parts ---- */

/* In the order of the export: the region, the gemeenten, then of each organisatie itself and in its gemeenten. */
static size_t part_of_gemeente(size_t gemeente) {
    return 1 + gemeente;
}

static size_t part_of_organisatie(const struct dataset *data, size_t organisatie) {
    return 1 + data->gemeenten.len + 2 * organisatie;
}

static void finish_part(const struct work *work, size_t part, struct figure_list *list, struct rollup *rollup,
                        uint16_t organisatie, uint16_t gemeente) {
    loose_begin_part(work->figures, part, list);
    rollup_finish(rollup, organisatie, gemeente, list);
    loose_end_part(work->figures, part);
}

/* ---- the organisaties ---- */

static struct rollup *rollup_of(const struct work *work, struct bench *bench, size_t gemeente) {
    if (!bench->gemeente[gemeente])
        bench->gemeente[gemeente] = rollup_new(work->data, work->plan);
    return bench->gemeente[gemeente];
}

/* Puts `count` words in `sorted` by the 16 bits from `shift` on, which are below `keys`; equal ones stay in order. */
static void sort_by(unsigned shift, size_t keys, size_t *places, const uint64_t *words, size_t count,
                    uint64_t *sorted) {
    memset(places, 0, (keys + 1) * sizeof *places);
    for (size_t n = 0; n < count; n++)
        places[(words[n] >> shift & UINT16_MAX) + 1]++;
    for (size_t key = 0; key < keys; key++)
        places[key + 1] += places[key];
    for (size_t n = 0; n < count; n++)
        sorted[places[words[n] >> shift & UINT16_MAX]++] = words[n];
}

/* The bundles of an organisatie by gemeente and product, and within these in the order of clients. */
static size_t sort_bundles(const struct work *work, struct bench *bench, size_t organisatie) {
    size_t first = work->sorted.start[organisatie];
    size_t count = work->sorted.start[organisatie + 1] - first;
    for (size_t n = 0; n < count; n++) {
        const struct bundle *bundle = &work->sorted.bundles[first + n];
        bench->sorted[n] = (uint64_t)bundle->gemeente << 48 | (uint64_t)bundle->product << 32 | (first + n);
    }
    sort_by(32, work->data->producten.len, bench->places, bench->sorted, count, bench->spare);
    sort_by(48, work->data->gemeenten.len, bench->places, bench->spare, count, bench->sorted);
    for (size_t n = 0; n < count; n++)
        bench->order[n] = (uint32_t)bench->sorted[n];
    return count;
}

static void correct(const struct work *work, struct bench *bench, const struct bundle *bundle) {
    struct rollup *rollups[WHO_COUNT] = {[WHO_ORGANISATIE_IN_GEMEENTE] = bench->in_gemeente,
                                         [WHO_ORGANISATIE] = bench->organisatie,
                                         [WHO_GEMEENTE] = rollup_of(work, bench, bundle->gemeente),
                                         [WHO_REGION] = bench->region};
    const char *end = bundle->bytes + bundle->size;
    for (const char *at = bundle->bytes; at < end;) {
        struct correction correction;
        at = correction_next(at, &correction, bench->set, bits_words(work->plan->slots.len));
        rollup_correct(rollups[correction.who], bundle->product, &correction, bench->set);
    }
}

/* Bundles first … end - 1 of the order are of one place. */
static void do_place(const struct work *work, struct bench *bench, size_t first, size_t end) {
    rollup_fill(bench->in_gemeente, work->sorted.bundles, bench->order + first, end - first);
    for (size_t n = first; n < end; n++)
        if (work->sorted.bundles[bench->order[n]].corrects)
            correct(work, bench, &work->sorted.bundles[bench->order[n]]);
}

/* Where the run of bundles of one gemeente, or of one place, ends. */
static size_t run_end(const struct bench *bench, size_t first, size_t count, unsigned shift) {
    size_t end = first + 1;
    while (end < count && bench->sorted[end] >> shift == bench->sorted[first] >> shift)
        end++;
    return end;
}

static void start_bench(const struct work *work, struct bench *bench) {
    if (bench->region)
        return;
    size_t products = work->data->producten.len;
    size_t most_keys = work->data->gemeenten.len > products ? work->data->gemeenten.len : products;
    bench->region = rollup_new(work->data, work->plan);
    bench->organisatie = rollup_new(work->data, work->plan);
    bench->in_gemeente = rollup_new(work->data, work->plan);
    bench->sorted = mem_calloc(work->sorted.most, sizeof *bench->sorted);
    bench->spare = mem_calloc(work->sorted.most, sizeof *bench->spare);
    bench->order = mem_calloc(work->sorted.most, sizeof *bench->order);
    bench->places = mem_calloc(most_keys + 1, sizeof *bench->places);
    bench->set = mem_calloc(bits_words(work->plan->slots.len), sizeof *bench->set);
}

static void do_organisatie(void *context, size_t organisatie, unsigned worker) {
    const struct work *work = context;
    struct bench *bench = &work->benches[worker];
    size_t part = part_of_organisatie(work->data, organisatie);
    uint16_t number = (uint16_t)(organisatie + 1);
    start_bench(work, bench);
    size_t count = sort_bundles(work, bench, organisatie);
    loose_begin_part(work->figures, part + 1, bench->list[LIST_IN_GEMEENTEN]);
    for (size_t first = 0, end; first < count; first = end) {
        uint16_t gemeente = work->sorted.bundles[bench->order[first]].gemeente;
        end = run_end(bench, first, count, 48);
        for (size_t place = first, next; place < end; place = next) {
            next = run_end(bench, place, end, 32);
            do_place(work, bench, place, next);
        }
        rollup_add_products(bench->organisatie, bench->in_gemeente);
        rollup_add_products(rollup_of(work, bench, gemeente), bench->in_gemeente);
        rollup_finish(bench->in_gemeente, number, (uint16_t)(gemeente + 1), bench->list[LIST_IN_GEMEENTEN]);
    }
    loose_end_part(work->figures, part + 1);
    finish_part(work, part, bench->list[LIST_ORGANISATIES], bench->organisatie, number, GROUP_ALL);
}

/* ---- the gemeenten and the region ---- */

/* What all threads found of a gemeente, NULL when nothing; it is the first thread's then. */
static struct rollup *join_gemeente(const struct work *work, size_t gemeente) {
    struct rollup *whole = NULL;
    for (unsigned t = 0; t < work->threads; t++) {
        struct rollup **part = &work->benches[t].gemeente[gemeente];
        if (*part && whole) {
            rollup_add_part(whole, *part);
            rollup_free(*part);
            *part = NULL;
        } else if (*part) {
            whole = *part;
        }
    }
    return whole;
}

static void do_gemeente(void *context, size_t gemeente, unsigned worker) {
    const struct work *work = context;
    struct bench *bench = &work->benches[worker];
    struct rollup *whole = join_gemeente(work, gemeente);
    start_bench(work, bench);
    if (!whole)
        return;
    rollup_add_products(bench->region, whole);
    finish_part(work, part_of_gemeente(gemeente), bench->list[LIST_GEMEENTEN], whole, GROUP_ALL,
                (uint16_t)(gemeente + 1));
}

static void do_region(const struct work *work) {
    struct rollup *region = rollup_new(work->data, work->plan);
    for (unsigned t = 0; t < work->threads; t++)
        if (work->benches[t].region)
            rollup_add_part(region, work->benches[t].region);
    finish_part(work, 0, loose_list(work->figures, LIST_KINDS * work->threads), region, GROUP_ALL, GROUP_ALL);
    rollup_free(region);
}

/* ---- all of it ---- */

static void init_bench(const struct work *work, unsigned thread) {
    struct bench *bench = &work->benches[thread];
    bench->gemeente = mem_calloc(work->data->gemeenten.len, sizeof *bench->gemeente);
    for (enum list_kind kind = 0; kind < LIST_KINDS; kind++)
        bench->list[kind] = loose_list(work->figures, LIST_KINDS * thread + kind);
}

static void release_bench(void *context, size_t thread, unsigned worker) {
    (void)worker;
    const struct work *work = context;
    struct bench *bench = &work->benches[thread];
    for (size_t g = 0; g < work->data->gemeenten.len; g++)
        if (bench->gemeente[g])
            rollup_free(bench->gemeente[g]);
    free(bench->gemeente);
    free(bench->sorted);
    free(bench->spare);
    free(bench->order);
    free(bench->places);
    free(bench->set);
    if (!bench->region)
        return;
    rollup_free(bench->region);
    rollup_free(bench->organisatie);
    rollup_free(bench->in_gemeente);
}

struct loose_figures *groups_compute(const struct dataset *data, const struct plan *plan, struct stream_piece *pieces,
                                     size_t count, unsigned threads) {
    struct work work = {.data = data, .plan = plan, .threads = threads};
    bundles_sort(&work.sorted, data, pieces, count, threads);
    work.figures = loose_new(part_of_organisatie(data, data->aanbieders.len), LIST_KINDS * (size_t)threads + 1,
                             plan->uitsplitsingen);
    work.benches = mem_calloc(threads, sizeof *work.benches);
    for (unsigned t = 0; t < threads; t++)
        init_bench(&work, t);
    threads_each(threads, data->aanbieders.len, do_organisatie, &work);
    bundles_release(&work.sorted);
    for (size_t p = 0; p < count; p++)
        stream_piece_release(&pieces[p]);
    threads_each(threads, data->gemeenten.len, do_gemeente, &work);
    do_region(&work);
    threads_each(threads, threads, release_bench, &work);
    free(work.benches);
    return work.figures;
}
