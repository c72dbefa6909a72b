/*
 * Sorts bundles by counting, which keeps the order in which they stand.  Called by groups.c, once per period.
 */
#include "reports/measures/who.h"

#include <stdlib.h>

#include "etl/base/mem.h"

struct list {
    uint32_t *bundle;
    size_t count;
};

/* Groups the bundles of a list by a key, in the order in which they stand. */
static struct who_order group_by(const struct bundle *bundles, struct list list, size_t keys,
                                 uint16_t (*key)(const struct bundle *bundle)) {
    struct who_order order = {mem_calloc(list.count, sizeof *order.bundle), mem_calloc(keys + 1, sizeof *order.start)};
    for (size_t n = 0; n < list.count; n++)
        order.start[key(&bundles[list.bundle[n]]) + 1]++;
    size_t *next = mem_calloc(keys + 1, sizeof *next);
    for (size_t k = 0; k < keys; k++) {
        order.start[k + 1] += order.start[k];
        next[k + 1] = order.start[k + 1];
    }
    for (size_t n = 0; n < list.count; n++)
        order.bundle[next[key(&bundles[list.bundle[n]])]++] = list.bundle[n];
    free(next);
    return order;
}

static uint16_t product_of(const struct bundle *bundle) {
    return bundle->product;
}

static uint16_t gemeente_of(const struct bundle *bundle) {
    return bundle->gemeente;
}

static uint16_t organisatie_of(const struct bundle *bundle) {
    return bundle->organisatie;
}

static uint16_t nothing(const struct bundle *bundle) {
    (void)bundle;
    return 0;
}

static bool same_place(const struct bundle *a, const struct bundle *b) {
    return a->gemeente == b->gemeente && a->organisatie == b->organisatie && a->product == b->product;
}

/* Deals the bundles out to those of single clients and the others. */
static void split(const struct bundle *bundles, size_t count, struct list *singles, struct list *others) {
    for (size_t first = 0; first < count;) {
        size_t end = first + 1;
        bool single = true;
        for (; end < count && bundles[end].client == bundles[first].client; end++)
            single &= same_place(&bundles[first], &bundles[end]);
        struct list *list = single ? singles : others;
        for (; first < end; first++)
            list->bundle[list->count++] = (uint32_t)first;
    }
}

void who_init(struct who *who, const struct dataset *data, const struct bundle *bundles, size_t count) {
    size_t gemeenten = data->gemeenten.len;
    size_t organisaties = data->aanbieders.len;
    struct list singles = {mem_calloc(count, sizeof(uint32_t)), 0};
    struct list others = {mem_calloc(count, sizeof(uint32_t)), 0};
    split(bundles, count, &singles, &others);
    struct who_order by_product = group_by(bundles, singles, data->producten.len, product_of);
    free(singles.bundle);
    who->singles_of_gemeente =
        group_by(bundles, (struct list){by_product.bundle, singles.count}, gemeenten, gemeente_of);
    who->singles_of_organisatie =
        group_by(bundles, (struct list){who->singles_of_gemeente.bundle, singles.count}, organisaties, organisatie_of);
    who->others = group_by(bundles, others, 1, nothing);
    who->others_of_gemeente = group_by(bundles, others, gemeenten, gemeente_of);
    who->others_of_organisatie = group_by(bundles, others, organisaties, organisatie_of);
    who->others_of_organisatie_gemeente =
        group_by(bundles, (struct list){who->others_of_gemeente.bundle, others.count}, organisaties, organisatie_of);
    free(others.bundle);
    free(by_product.bundle);
    free(by_product.start);
}

void who_release(struct who *who) {
    struct who_order *orders[] = {
        &who->singles_of_gemeente,   &who->singles_of_organisatie,         &who->others_of_gemeente,
        &who->others_of_organisatie, &who->others_of_organisatie_gemeente, &who->others,
    };
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        free(orders[i]->bundle);
        free(orders[i]->start);
    }
}
