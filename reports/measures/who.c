/*
 * Sorts bundles into who-groups by counting, which keeps the order of clients.  Called by the engine, once per period.
 */
#include "reports/measures/who.h"

#include <stdlib.h>

#include "etl/base/vec.h"

enum { BATCHES = 256 };

struct grouping {
    size_t *start; /* keys + 1 */
    uint32_t *order;
};

/* Groups the bundles in `from` (NULL: all, as they stand) by a key, in the order in which they stand. */
static struct grouping group_by(const struct bundle *bundles, const uint32_t *from, size_t count, size_t keys,
                                uint16_t (*key)(const struct bundle *bundle)) {
    struct grouping g = {mem_calloc(keys + 1, sizeof *g.start), mem_calloc(count, sizeof *g.order)};
    for (size_t u = 0; u < count; u++)
        g.start[key(&bundles[u]) + 1]++;
    for (size_t k = 0; k < keys; k++)
        g.start[k + 1] += g.start[k];
    size_t *next = mem_calloc(keys + 1, sizeof *next);
    for (size_t k = 0; k < keys; k++)
        next[k] = g.start[k];
    for (size_t u = 0; u < count; u++) {
        uint32_t bundle = from ? from[u] : (uint32_t)u;
        g.order[next[key(&bundles[bundle])]++] = bundle;
    }
    free(next);
    return g;
}

static uint16_t gemeente_of(const struct bundle *bundle) {
    return bundle->gemeente;
}

static uint16_t organisatie_of(const struct bundle *bundle) {
    return bundle->organisatie;
}

typedef VEC(struct who_group) group_vec;

static void add_group(group_vec *groups, const uint32_t *bundles, size_t count, size_t organisatie, size_t gemeente) {
    if (count > 0)
        VEC_PUSH(*groups, (struct who_group){bundles, count, (uint16_t)organisatie, (uint16_t)gemeente});
}

/* The groups of one organisation by gemeente: its bundles stand by gemeente already. */
static void add_by_gemeente(group_vec *groups, const struct bundle *bundles, const uint32_t *order, size_t count,
                            size_t organisatie) {
    for (size_t first = 0; first < count;) {
        size_t end = first;
        while (end < count && bundles[order[end]].gemeente == bundles[order[first]].gemeente)
            end++;
        add_group(groups, order + first, end - first, organisatie, bundles[order[first]].gemeente + (size_t)1);
        first = end;
    }
}

/* Batches of about equal numbers of bundles, so that threads finish together. */
static void make_batches(struct who_groups *groups, size_t bundles) {
    size_t most = bundles * 4 / BATCHES + 1;
    size_t inside = 0;
    groups->batch_start = mem_calloc(groups->count + 1, sizeof *groups->batch_start);
    for (size_t g = 0; g < groups->count; g++) {
        if (inside > 0 && inside + groups->group[g].count > most) {
            groups->batch_start[++groups->batches] = g;
            inside = 0;
        }
        inside += groups->group[g].count;
    }
    if (groups->count > 0)
        groups->batch_start[++groups->batches] = groups->count;
}

void who_groups_init(struct who_groups *groups, const struct dataset *data, const struct bundle *bundles,
                     size_t count) {
    size_t gemeenten = data->gemeenten.len;
    size_t organisaties = data->aanbieders.len;
    struct grouping by_gemeente = group_by(bundles, NULL, count, gemeenten, gemeente_of);
    struct grouping by_organisatie = group_by(bundles, NULL, count, organisaties, organisatie_of);
    struct grouping by_both = group_by(bundles, by_gemeente.order, count, organisaties, organisatie_of);
    uint32_t *all = mem_calloc(count, sizeof *all);
    for (size_t u = 0; u < count; u++)
        all[u] = (uint32_t)u;
    group_vec list = {0};
    add_group(&list, all, count, GROUP_ALL, GROUP_ALL);
    for (size_t g = 0; g < gemeenten; g++)
        add_group(&list, by_gemeente.order + by_gemeente.start[g], by_gemeente.start[g + 1] - by_gemeente.start[g],
                  GROUP_ALL, g + 1);
    for (size_t o = 0; o < organisaties; o++) {
        size_t first = by_organisatie.start[o];
        size_t inside = by_organisatie.start[o + 1] - first;
        add_group(&list, by_organisatie.order + first, inside, o + 1, GROUP_ALL);
        add_by_gemeente(&list, bundles, by_both.order + by_both.start[o], inside, o + 1);
    }
    *groups = (struct who_groups){
        .group = list.data, .count = list.len, .orders = {all, by_gemeente.order, by_organisatie.order, by_both.order}};
    make_batches(groups, count);
    free(by_gemeente.start);
    free(by_organisatie.start);
    free(by_both.start);
}

void who_groups_release(struct who_groups *groups) {
    for (size_t i = 0; i < sizeof groups->orders / sizeof groups->orders[0]; i++)
        free(groups->orders[i]);
    free(groups->group);
    free(groups->batch_start);
}
