/*
 * Finds the places of a client.  Invariant: no two places of a client have the same key in any kind of who-group that
 * tells them apart, and places of one group have keys that stand together.  Called by corrections.c.
 */
#include "reports/measures/places.h"

#include <stdlib.h>

enum { FEW = 16 };

void places_release(struct places *places) {
    VEC_FREE(places->bundle_key);
    VEC_FREE(places->of_bundle);
    VEC_FREE(places->bundle);
    for (enum who who = 0; who < WHO_COUNT; who++)
        VEC_FREE(places->key[who]);
    VEC_FREE(places->order);
}

/* Perceel and product, 16 bits each. */
static uint64_t what_key(const struct dataset *data, uint16_t product) {
    return (uint64_t)data->producten.data[product].perceel << 16 | product;
}

/* Of a place: organisatie and gemeente, then perceel and product, 16 bits each. */
static uint64_t place_key(const struct dataset *data, const struct bundle *bundle) {
    return (uint64_t)bundle->organisatie << 48 | (uint64_t)bundle->gemeente << 32 | what_key(data, bundle->product);
}

/*
 * Who, then perceel and product, 16 bits each.  Of the region they are perceel, product and gemeente, since its
 * products are added up over gemeenten.
 */
static void push_keys(struct places *places, const struct bundle *bundle) {
    uint64_t what = what_key(places->data, bundle->product);
    VEC_PUSH(places->key[WHO_ORGANISATIE_IN_GEMEENTE], place_key(places->data, bundle));
    VEC_PUSH(places->key[WHO_ORGANISATIE], (uint64_t)bundle->organisatie << 32 | what);
    VEC_PUSH(places->key[WHO_GEMEENTE], (uint64_t)bundle->gemeente << 32 | what);
    VEC_PUSH(places->key[WHO_REGION], what << 16 | bundle->gemeente);
}

static int compare_keys(const void *a, const void *b, void *context) {
    const uint64_t *key = context;
    uint64_t x = key[*(const uint32_t *)a];
    uint64_t y = key[*(const uint32_t *)b];
    return (x > y) - (x < y);
}

/* Sorts numbers by their keys; few of them are sorted faster by hand. */
static void sort_order(uint32_t *order, size_t count, uint64_t *key) {
    if (count > FEW) {
        qsort_r(order, count, sizeof *order, compare_keys, key);
        return;
    }
    for (size_t n = 1; n < count; n++)
        for (size_t at = n; at > 0 && key[order[at]] < key[order[at - 1]]; at--) {
            uint32_t keep = order[at];
            order[at] = order[at - 1];
            order[at - 1] = keep;
        }
}

static void list_order(struct places *places, size_t count) {
    VEC_RESERVE(places->order, count);
    places->order.len = count;
    for (uint32_t n = 0; n < count; n++)
        places->order.data[n] = n;
}

static bool read_keys(struct places *places, const struct bundle *bundles, size_t count) {
    bool several = false;
    places->bundle_key.len = 0;
    for (size_t n = 0; n < count; n++) {
        VEC_PUSH(places->bundle_key, place_key(places->data, &bundles[n]));
        several |= places->bundle_key.data[n] != places->bundle_key.data[0];
    }
    return several;
}

bool places_find(struct places *places, const struct bundle *bundles, size_t count) {
    if (!read_keys(places, bundles, count))
        return false;
    const uint64_t *key = places->bundle_key.data;
    places->bundle.len = 0;
    for (enum who who = 0; who < WHO_COUNT; who++)
        places->key[who].len = 0;
    VEC_RESERVE(places->of_bundle, count);
    places->of_bundle.len = count;
    list_order(places, count);
    sort_order(places->order.data, count, places->bundle_key.data);
    for (size_t n = 0; n < count; n++) {
        uint32_t bundle = places->order.data[n];
        if (n == 0 || key[bundle] != key[places->order.data[n - 1]]) {
            VEC_PUSH(places->bundle, bundles[bundle]);
            push_keys(places, &bundles[bundle]);
        }
        places->of_bundle.data[bundle] = (uint32_t)(places->bundle.len - 1);
    }
    return true;
}

void places_sort(struct places *places, enum who who) {
    list_order(places, places->bundle.len);
    sort_order(places->order.data, places->order.len, places->key[who].data);
}

unsigned places_same_groups(const struct places *places, enum who who, size_t a, size_t b) {
    uint64_t x = places->key[who].data[a];
    uint64_t y = places->key[who].data[b];
    unsigned below = who == WHO_REGION ? 16 : 0;
    return (unsigned)(who == WHO_REGION && x == y) | (unsigned)(x >> below == y >> below) << (1 + LEVEL_PRODUCT) |
           (unsigned)(x >> (below + 16) == y >> (below + 16)) << (1 + LEVEL_PERCEEL) |
           (unsigned)(who == WHO_REGION || x >> 32 == y >> 32) << (1 + LEVEL_ALL);
}
