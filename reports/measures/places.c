/*
 * Corrections of clients in several places.  Invariant: of every client, slot and group, the corrections and the counts
 * of the places in the group add up to 1 when the client counts in it, else to 0.
 *
 * For each kind of who-group the places are sorted so that those of one group stand together, at all levels; then
 * whether a client was counted in a group before is told by the slots seen since the group began.  That is linear, but
 * for the sorting, however many places a client is in, and goes by sets of slots.
 */
#include "reports/measures/places.h"

#include <stdlib.h>
#include <string.h>

#include "reports/measures/bits.h"
#include "reports/measures/cell.h"

enum { FEW = 16, SETS = WHO_COUNT * WHAT_LEVELS };

/*
 * The groups of one kind that a place is in, from the smallest: what its products are the sum of, then its levels.  Bit
 * n of a set of them is group n.
 */
enum { GROUPS = 1 + WHAT_LEVELS, ALL_GROUPS = (1 << GROUPS) - 1 };

struct place {
    struct bundle bundle;
    unsigned sets; /* bit who × WHAT_LEVELS + level: that set of places->sets is there */
};

struct single {
    size_t place;
    struct correction correction;
};

struct places {
    const struct dataset *data;
    const struct plan *plan;
    size_t words; /* of a set of slots */
    VEC(uint64_t) bundle_key;
    VEC(uint32_t) place_of; /* bundle → place */
    VEC(struct place) place;
    VEC(uint64_t) key[WHO_COUNT]; /* of each place: sorts by group, see push_keys */
    VEC(uint32_t) order;          /* places, sorted for one kind of who-group */
    VEC(uint64_t) slots;          /* per place: what the client contributed to */
    VEC(uint64_t) sets;           /* per place SETS of them: of what the client is one too many in a group */
    VEC(struct single) singles;   /* by place: the corrections of one slot */
    VEC(exact_t) limits;          /* place × limit slots */
    VEC(uint16_t) limit_slots;
    bool limited;   /* something contributed to a limit */
    uint64_t *seen; /* GROUPS sets: the slots of the places before in that group */
};

struct places *places_new(const struct dataset *data, const struct plan *plan) {
    struct places *places = mem_calloc(1, sizeof *places);
    places->data = data;
    places->plan = plan;
    places->words = bits_words(plan->slots.len);
    places->seen = mem_calloc(GROUPS * places->words, sizeof *places->seen);
    for (size_t s = 0; s < plan->slots.len; s++)
        if (plan->slots.data[s] == SLOT_LIMIT)
            VEC_PUSH(places->limit_slots, (uint16_t)s);
    return places;
}

void places_free(struct places *places) {
    VEC_FREE(places->bundle_key);
    VEC_FREE(places->place_of);
    VEC_FREE(places->place);
    for (enum who who = 0; who < WHO_COUNT; who++)
        VEC_FREE(places->key[who]);
    VEC_FREE(places->order);
    VEC_FREE(places->slots);
    VEC_FREE(places->sets);
    VEC_FREE(places->singles);
    VEC_FREE(places->limits);
    VEC_FREE(places->limit_slots);
    free(places->seen);
    free(places);
}

/* ---- finding the places ---- */

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
    places->place.len = 0;
    for (enum who who = 0; who < WHO_COUNT; who++)
        places->key[who].len = 0;
    VEC_RESERVE(places->place_of, count);
    places->place_of.len = count;
    list_order(places, count);
    sort_order(places->order.data, count, places->bundle_key.data);
    for (size_t n = 0; n < count; n++) {
        uint32_t bundle = places->order.data[n];
        if (n == 0 || key[bundle] != key[places->order.data[n - 1]]) {
            VEC_PUSH(places->place, (struct place){.bundle = bundles[bundle]});
            push_keys(places, &bundles[bundle]);
        }
        places->place_of.data[bundle] = (uint32_t)(places->place.len - 1);
    }
    return true;
}

size_t places_count(const struct places *places) {
    return places->place.len;
}

struct bundle places_bundle(const struct places *places, size_t place) {
    struct bundle bundle = places->place.data[place].bundle;
    bundle.corrects = true;
    return bundle;
}

/* ---- reading what the client contributed ---- */

static uint64_t *slots_of(const struct places *places, size_t place) {
    return places->slots.data + place * places->words;
}

static uint64_t *set_of(const struct places *places, size_t place, size_t set) {
    return places->sets.data + (place * SETS + set) * places->words;
}

static exact_t *limit_of(const struct places *places, size_t place, size_t limit) {
    return &places->limits.data[place * places->limit_slots.len + limit];
}

/* Room for all places; of the sets only those that a place has are ever looked at. */
static void clear(struct places *places) {
    size_t count = places->place.len;
    places->slots.len = places->sets.len = places->limits.len = places->singles.len = 0;
    VEC_RESERVE(places->slots, count * places->words);
    VEC_RESERVE(places->sets, count * SETS * places->words);
    VEC_RESERVE(places->limits, count * places->limit_slots.len + 1);
    memset(places->slots.data, 0, count * places->words * sizeof *places->slots.data);
    memset(places->limits.data, 0, count * places->limit_slots.len * sizeof *places->limits.data);
    places->limited = false;
}

static void add_limit(struct places *places, size_t place, const struct contribution *contribution) {
    places->limited = true;
    for (size_t l = 0; l < places->limit_slots.len; l++)
        if (places->limit_slots.data[l] == contribution->slot)
            *limit_of(places, place, l) = exact_add(*limit_of(places, place, l), contribution->value);
}

static void read_slots(struct places *places, const struct bundle *bundles, const char *bytes) {
    for (size_t n = 0; n < places->place_of.len; n++) {
        size_t place = places->place_of.data[n];
        uint64_t *slots = slots_of(places, place);
        for (const char *end = bytes + bundles[n].size; bytes < end;) {
            struct contribution contribution;
            bytes = contribution_next(bytes, places->plan->slots.data, &contribution);
            if (contribution.kind == SLOT_LIMIT)
                add_limit(places, place, &contribution);
            else
                bits_set(slots, contribution.slot);
        }
    }
}

/* ---- what has to be corrected ---- */

/* The groups that two places, of which the key is given, are both in: with a group also those it is a part of. */
static unsigned same_groups(enum who who, uint64_t a, uint64_t b) {
    unsigned below = who == WHO_REGION ? 16 : 0;
    return (unsigned)(who == WHO_REGION && a == b) | (unsigned)(a >> below == b >> below) << 1 |
           (unsigned)(a >> (below + 16) == b >> (below + 16)) << 2 |
           (unsigned)(who == WHO_REGION || a >> 32 == b >> 32) << 3;
}

static uint64_t *seen_in(const struct places *places, unsigned group) {
    return places->seen + group * places->words;
}

/* The groups in which a slot was seen before. */
static unsigned groups_seen(const struct places *places, size_t slot) {
    unsigned groups = 0;
    for (unsigned group = 0; group < GROUPS; group++)
        groups |= (unsigned)bits_has(seen_in(places, group), slot) << group;
    return groups;
}

/*
 * A slot seen before counts once in each group where it was seen, so at the smallest of these it is one too many:
 * larger ones add that one up.
 */
static void correct_slots(struct places *places, enum who who, size_t place) {
    const uint64_t *slots = slots_of(places, place);
    for (size_t w = 0; w < places->words; w++) {
        uint64_t left = slots[w] & ~seen_in(places, 0)[w];
        for (unsigned group = 1; group < GROUPS; group++) {
            uint64_t *set = set_of(places, place, who * WHAT_LEVELS + group - 1);
            set[w] = left & seen_in(places, group)[w];
            left &= ~set[w];
            places->place.data[place].sets |= (unsigned)(set[w] != 0) << (who * WHAT_LEVELS + group - 1);
        }
    }
}

static void add_single(struct places *places, size_t place, struct correction correction) {
    VEC_PUSH(places->singles, (struct single){place, correction});
}

/* A client is in SLOT_BOTH of a group when it is in the two slots before it. */
static void correct_both(struct places *places, enum who who, size_t place, uint16_t begin) {
    const uint64_t *slots = slots_of(places, place);
    bool begins = bits_has(slots, begin);
    bool ends = bits_has(slots, begin + 1U);
    if (!begins && !ends)
        return;
    unsigned begun = groups_seen(places, begin);
    unsigned ended = groups_seen(places, begin + 1U);
    unsigned counted = (begins ? ALL_GROUPS : begun) & (ends ? ALL_GROUPS : ended) & ~(begun & ended);
    for (unsigned level = 0; level < WHAT_LEVELS; level++) {
        int clients = (int)(counted >> (level + 1) & 1) - (int)(counted >> level & 1);
        if (clients != 0)
            add_single(places, place, (struct correction){(uint8_t)who, (uint8_t)level, begin + 2, clients});
    }
}

static void correct_places(struct places *places, enum who who) {
    const uint64_t *key = places->key[who].data;
    const uint32_t *order = places->order.data;
    size_t size = places->words * sizeof *places->seen;
    for (size_t n = 0; n < places->order.len; n++) {
        unsigned same = n == 0 ? 0 : same_groups(who, key[order[n - 1]], key[order[n]]);
        for (unsigned group = 0; group < GROUPS; group++)
            if (!(same >> group & 1))
                memset(seen_in(places, group), 0, size);
        for (size_t b = 0; b < places->plan->begins.len; b++)
            correct_both(places, who, order[n], places->plan->begins.data[b]);
        correct_slots(places, who, order[n]);
        for (unsigned group = 0; group < GROUPS; group++)
            for (size_t w = 0; w < places->words; w++)
                seen_in(places, group)[w] |= slots_of(places, order[n])[w];
    }
}

static bool exceeds(const struct places *places, size_t place, exact_t sum) {
    int64_t limit = places->data->producten.data[places->place.data[place].bundle.product].maximum_per_jaar;
    return limit != AMOUNT_NONE && cell_exceeds(sum, limit);
}

/* Of a limit: is the client over it in a product of the who-group, against how often in what that is the sum of? */
static void correct_limit(struct places *places, enum who who, size_t limit) {
    const uint32_t *order = places->order.data;
    const uint64_t *key = places->key[who].data;
    for (size_t first = 0, end; first < places->order.len; first = end) {
        exact_t sum = 0;
        exact_t part = 0;
        int32_t clients = 0;
        for (end = first; end < places->order.len; end++) {
            if (!(same_groups(who, key[order[first]], key[order[end]]) & 1U << (1 + LEVEL_PRODUCT)))
                break;
            bool goes_on = end > first && same_groups(who, key[order[end - 1]], key[order[end]]) & 1U;
            clients += goes_on && exceeds(places, order[end], part);
            part = goes_on ? part : 0;
            sum = exact_add(sum, *limit_of(places, order[end], limit));
            part = exact_add(part, *limit_of(places, order[end], limit));
            clients -= exceeds(places, order[end], part);
        }
        clients += exceeds(places, order[first], sum);
        if (clients != 0)
            add_single(places, order[first],
                       (struct correction){(uint8_t)who, LEVEL_PRODUCT, places->limit_slots.data[limit], clients});
    }
}

static int compare_singles(const void *a, const void *b) {
    const struct single *x = a;
    const struct single *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

void places_read(struct places *places, const struct bundle *bundles, const char *bytes) {
    size_t limits = places->limit_slots.len;
    clear(places);
    read_slots(places, bundles, bytes);
    list_order(places, places->place.len);
    for (enum who who = 0; who < WHO_COUNT; who++) {
        sort_order(places->order.data, places->order.len, places->key[who].data);
        correct_places(places, who);
        for (size_t limit = 0; places->limited && who != WHO_ORGANISATIE_IN_GEMEENTE && limit < limits; limit++)
            correct_limit(places, who, limit);
    }
    if (places->singles.len > 1)
        qsort(places->singles.data, places->singles.len, sizeof *places->singles.data, compare_singles);
}

/* ---- corrections as bytes ---- */

/* The first single of a place or of one behind it. */
static size_t first_single(const struct places *places, size_t place) {
    size_t low = 0;
    for (size_t high = places->singles.len; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (places->singles.data[middle].place < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void places_put(const struct places *places, size_t place, struct buf *bytes) {
    for (unsigned sets = places->place.data[place].sets; sets != 0; sets &= sets - 1) {
        unsigned set = (unsigned)__builtin_ctz(sets);
        struct correction correction = {(uint8_t)(set / WHAT_LEVELS), (uint8_t)(set % WHAT_LEVELS), CORRECTION_SET, -1};
        buf_add(bytes, (const char *)&correction, sizeof correction);
        buf_add(bytes, (const char *)set_of(places, place, set), places->words * sizeof *places->sets.data);
    }
    for (size_t n = first_single(places, place); n < places->singles.len && places->singles.data[n].place == place; n++)
        buf_add(bytes, (const char *)&places->singles.data[n].correction, sizeof places->singles.data[n].correction);
}

const char *correction_next(const char *at, struct correction *correction, uint64_t *set, size_t words) {
    memcpy(correction, at, sizeof *correction);
    at += sizeof *correction;
    if (correction->slot != CORRECTION_SET)
        return at;
    memcpy(set, at, words * sizeof *set);
    return at + words * sizeof *set;
}
