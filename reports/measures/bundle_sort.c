/*
 * A counting sort, of which every thread counts and then places the bundles of its own range of pieces.  Invariant: the
 * order does not depend on the number of ranges.
 */
#include "reports/measures/bundle_sort.h"

#include <stdlib.h>

#include "etl/base/mem.h"
#include "etl/base/threads.h"

struct sorting {
    const struct stream_piece *pieces;
    size_t count;
    size_t ranges;
    size_t organisaties;
    size_t *next; /* ranges × organisaties: how many, then where the next one goes */
    struct bundle *bundles;
};

/* Where a range of pieces begins; that of `ranges` is the end. */
static size_t first_piece(const struct sorting *s, size_t range) {
    return s->count * range / s->ranges;
}

static void count_range(void *context, size_t range, unsigned worker) {
    (void)worker;
    const struct sorting *s = context;
    size_t *counts = s->next + range * s->organisaties;
    for (size_t p = first_piece(s, range); p < first_piece(s, range + 1); p++)
        for (size_t n = 0; n < s->pieces[p].count; n++)
            counts[s->pieces[p].bundles[n].organisatie]++;
}

static void place_range(void *context, size_t range, unsigned worker) {
    (void)worker;
    const struct sorting *s = context;
    size_t *next = s->next + range * s->organisaties;
    for (size_t p = first_piece(s, range); p < first_piece(s, range + 1); p++)
        for (size_t n = 0; n < s->pieces[p].count; n++)
            s->bundles[next[s->pieces[p].bundles[n].organisatie]++] = s->pieces[p].bundles[n];
}

/* Turns the counts into places; returns how many bundles there are. */
static size_t place_organisaties(const struct sorting *s, struct sorted_bundles *sorted) {
    size_t total = 0;
    for (size_t o = 0; o < s->organisaties; o++) {
        sorted->start[o] = total;
        for (size_t range = 0; range < s->ranges; range++) {
            size_t *next = &s->next[range * s->organisaties + o];
            size_t count = *next;
            *next = total;
            total += count;
        }
        if (total - sorted->start[o] > sorted->most)
            sorted->most = total - sorted->start[o];
    }
    sorted->start[s->organisaties] = total;
    return total;
}

void bundles_sort(struct sorted_bundles *sorted, const struct dataset *data, const struct stream_piece *pieces,
                  size_t count, unsigned threads) {
    struct sorting s = {.pieces = pieces, .count = count, .ranges = threads, .organisaties = data->aanbieders.len};
    *sorted = (struct sorted_bundles){.start = mem_calloc(s.organisaties + 1, sizeof *sorted->start)};
    s.next = mem_calloc(s.ranges * s.organisaties, sizeof *s.next);
    threads_each(threads, s.ranges, count_range, &s);
    size_t total = place_organisaties(&s, sorted);
    s.bundles = sorted->bundles = mem_realloc(NULL, total > 0 ? total : 1, sizeof *sorted->bundles);
    threads_each(threads, s.ranges, place_range, &s);
    free(s.next);
}

void bundles_release(struct sorted_bundles *sorted) {
    free(sorted->bundles);
    free(sorted->start);
}
