/*
 * Corrections of clients in several places.  Invariant: of every client, slot and group, the corrections and the counts
 * of the places in the group add up to 1 when the client counts in it, else to 0.
 *
 * For each kind of who-group the places are sorted so that those of one group stand together, at all levels; then
 * whether a client was counted in a group before is told by the last place that has the slot.  That is linear, but for
 * the sorting, however many places a client is in.
 */
#include "reports/measures/places.h"

#include <stdlib.h>
#include <string.h>

#include "reports/measures/bits.h"
#include "reports/measures/cell.h"

enum { FEW = 16 };

struct place {
    uint64_t key[WHO_COUNT]; /* sorts by group, see make_keys */
    struct bundle bundle;
};

struct marks {
    uint16_t plus;
    uint16_t minus;
};

struct limit_correction {
    size_t place;
    int32_t clients;
    uint16_t slot;
    uint16_t bit;
};

struct places {
    const struct dataset *data;
    const struct plan *plan;
    size_t words; /* of a set of slots */
    VEC(struct place) place;
    VEC(uint32_t) place_of;                 /* bundle → place */
    VEC(uint32_t) order;                    /* places, sorted for one kind of who-group */
    VEC(uint64_t) slots;                    /* place × words: what the client contributed to */
    VEC(struct marks) marks;                /* place × slots */
    VEC(exact_t) limits;                    /* place × limit slots */
    VEC(struct limit_correction) corrected; /* by place */
    uint64_t *several;                      /* the slots that are in several places */
    uint32_t *last;                         /* per slot: the last place of the order that has it, + 1 */
    VEC(uint16_t) limit_slots;
};

struct places *places_new(const struct dataset *data, const struct plan *plan) {
    struct places *places = mem_calloc(1, sizeof *places);
    places->data = data;
    places->plan = plan;
    places->words = bits_words(plan->slots.len);
    places->several = mem_calloc(places->words, sizeof *places->several);
    places->last = mem_calloc(plan->slots.len, sizeof *places->last);
    for (size_t s = 0; s < plan->slots.len; s++)
        if (plan->slots.data[s] == SLOT_LIMIT)
            VEC_PUSH(places->limit_slots, (uint16_t)s);
    return places;
}

void places_free(struct places *places) {
    VEC_FREE(places->place);
    VEC_FREE(places->place_of);
    VEC_FREE(places->order);
    VEC_FREE(places->slots);
    VEC_FREE(places->marks);
    VEC_FREE(places->limits);
    VEC_FREE(places->corrected);
    VEC_FREE(places->limit_slots);
    free(places->several);
    free(places->last);
    free(places);
}

/* ---- finding the places ---- */

/*
 * Four numbers of 16 bits each: who, then perceel and product.  Of the region they are perceel, product and gemeente,
 * since its products are added up over gemeenten.
 */
static void make_keys(const struct dataset *data, struct place *place) {
    uint64_t product = place->bundle.product;
    uint64_t what = (uint64_t)data->producten.data[product].perceel << 16 | product;
    uint64_t organisatie = place->bundle.organisatie;
    uint64_t gemeente = place->bundle.gemeente;
    place->key[WHO_ORGANISATIE_IN_GEMEENTE] = organisatie << 48 | gemeente << 32 | what;
    place->key[WHO_ORGANISATIE] = organisatie << 32 | what;
    place->key[WHO_GEMEENTE] = gemeente << 32 | what;
    place->key[WHO_REGION] = what << 16 | gemeente;
}

static int compare_bundles(const void *a, const void *b, void *context) {
    const struct bundle *bundles = context;
    const struct bundle *x = &bundles[*(const uint32_t *)a];
    const struct bundle *y = &bundles[*(const uint32_t *)b];
    if (x->organisatie != y->organisatie)
        return x->organisatie < y->organisatie ? -1 : 1;
    if (x->gemeente != y->gemeente)
        return x->gemeente < y->gemeente ? -1 : 1;
    return (x->product > y->product) - (x->product < y->product);
}

static bool same_place(const struct bundle *a, const struct bundle *b) {
    return a->gemeente == b->gemeente && a->organisatie == b->organisatie && a->product == b->product;
}

bool places_find(struct places *places, const struct bundle *bundles, size_t count) {
    size_t same = 1;
    while (same < count && same_place(&bundles[0], &bundles[same]))
        same++;
    if (same == count)
        return false;
    union {
        const struct bundle *read;
        void *pass;
    } context = {bundles};
    places->order.len = places->place.len = places->place_of.len = 0;
    VEC_RESERVE(places->place_of, count);
    places->place_of.len = count;
    for (uint32_t n = 0; n < count; n++)
        VEC_PUSH(places->order, n);
    qsort_r(places->order.data, count, sizeof *places->order.data, compare_bundles, context.pass);
    for (size_t n = 0; n < count; n++) {
        const struct bundle *bundle = &bundles[places->order.data[n]];
        if (n == 0 || !same_place(bundle, &bundles[places->order.data[n - 1]])) {
            VEC_PUSH(places->place, (struct place){.bundle = *bundle});
            make_keys(places->data, &places->place.data[places->place.len - 1]);
        }
        places->place_of.data[places->order.data[n]] = (uint32_t)(places->place.len - 1);
    }
    return true;
}

size_t places_count(const struct places *places) {
    return places->place.len;
}

struct bundle places_bundle(const struct places *places, size_t place) {
    return places->place.data[place].bundle;
}

/* ---- what has to be corrected ---- */

/* Room for all places; only marks of slots that are in several places are ever looked at. */
static void clear(struct places *places) {
    size_t count = places->place.len;
    places->slots.len = places->marks.len = places->limits.len = places->corrected.len = 0;
    VEC_RESERVE(places->slots, count * places->words);
    VEC_RESERVE(places->marks, count * places->plan->slots.len);
    VEC_RESERVE(places->limits, count * places->limit_slots.len + 1);
    memset(places->slots.data, 0, count * places->words * sizeof *places->slots.data);
    memset(places->limits.data, 0, count * places->limit_slots.len * sizeof *places->limits.data);
    memset(places->several, 0, places->words * sizeof *places->several);
}

static uint64_t *slots_of(const struct places *places, size_t place) {
    return places->slots.data + place * places->words;
}

static struct marks *mark_of(const struct places *places, size_t place, size_t slot) {
    return &places->marks.data[place * places->plan->slots.len + slot];
}

static exact_t *limit_of(const struct places *places, size_t place, size_t limit) {
    return &places->limits.data[place * places->limit_slots.len + limit];
}

static void add_limit(struct places *places, size_t place, const struct contribution *contribution) {
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

/* Where a client may be in SLOT_BOTH: its own slot is in the set as soon as one of the two before it is. */
static void add_both(struct places *places, size_t begin) {
    size_t seen = 0;
    for (size_t p = 0; p < places->place.len; p++) {
        uint64_t *slots = slots_of(places, p);
        if (!bits_has(slots, begin) && !bits_has(slots, begin + 1))
            continue;
        bits_set(slots, begin + 2);
        seen++;
    }
    for (size_t slot = begin; seen > 1 && slot <= begin + 2; slot++)
        bits_set(places->several, slot);
}

/* Which slots are in several places; others need no correction. */
static void find_several(struct places *places) {
    for (size_t w = 0; w < places->words; w++) {
        uint64_t once = 0;
        for (size_t p = 0; p < places->place.len; p++) {
            uint64_t slots = slots_of(places, p)[w];
            places->several[w] |= once & slots;
            once |= slots;
        }
    }
    for (size_t b = 0; b < places->plan->begins.len; b++)
        add_both(places, places->plan->begins.data[b]);
    for (size_t p = 0; p < places->place.len; p++) {
        uint64_t *slots = slots_of(places, p);
        for (size_t w = 0; w < places->words; w++)
            slots[w] &= places->several[w];
        for (size_t s = bits_next(slots, places->words, 0); s != SIZE_MAX; s = bits_next(slots, places->words, s + 1))
            *mark_of(places, p, s) = (struct marks){0};
    }
}

/*
 * The levels at which two places, of which the key is given, are in one group of this kind: bit 1 + level; bit 0 is
 * for what the products are the sum of.
 */
static unsigned same_groups(enum who who, uint64_t a, uint64_t b) {
    unsigned below = who == WHO_REGION ? 16 : 0;
    return (unsigned)(who == WHO_REGION && a == b) | (unsigned)(a >> below == b >> below) << 1 |
           (unsigned)(a >> (below + 16) == b >> (below + 16)) << 2 |
           (unsigned)(who == WHO_REGION || a >> 32 == b >> 32) << 3;
}

enum { ALL_GROUPS = 15 };

/* What to correct at a place that makes the client count in the groups `counted` (as of same_groups). */
static struct marks marks_of(enum who who, unsigned counted) {
    unsigned below = counted << 1;
    return (struct marks){.plus = (uint16_t)((counted & ~below & ALL_GROUPS) >> 1 << who * WHAT_LEVELS),
                          .minus = (uint16_t)((below & ~counted & ALL_GROUPS) >> 1 << who * WHAT_LEVELS)};
}

static void correct(struct places *places, size_t place, size_t slot, struct marks more) {
    struct marks *marks = mark_of(places, place, slot);
    marks->plus |= more.plus;
    marks->minus |= more.minus;
}

/* The groups in which the client was counted already, by the last place that has the slot. */
static unsigned counted_before(const struct places *places, enum who who, size_t place, size_t slot) {
    uint32_t last = places->last[slot];
    return last == 0 ? 0 : same_groups(who, places->place.data[last - 1].key[who], places->place.data[place].key[who]);
}

/* A client is in SLOT_BOTH of a group when it is in the two slots before it. */
static void correct_both(struct places *places, enum who who, size_t place, size_t begin) {
    const uint64_t *slots = slots_of(places, place);
    if (!bits_has(slots, begin + 2))
        return;
    unsigned begun = counted_before(places, who, place, begin);
    unsigned ended = counted_before(places, who, place, begin + 1);
    unsigned after = (bits_has(slots, begin) ? ALL_GROUPS : begun) & (bits_has(slots, begin + 1) ? ALL_GROUPS : ended);
    correct(places, place, begin + 2, marks_of(who, after & ~(begun & ended)));
}

/* Slots of a place were mostly seen last in the same place, so what that means is kept. */
static void correct_place(struct places *places, enum who who, size_t place) {
    const uint64_t *slots = slots_of(places, place);
    uint32_t known = 0;
    struct marks marks = {0};
    for (size_t b = 0; b < places->plan->begins.len; b++)
        correct_both(places, who, place, places->plan->begins.data[b]);
    for (size_t s = bits_next(slots, places->words, 0); s != SIZE_MAX; s = bits_next(slots, places->words, s + 1)) {
        uint32_t last = places->last[s];
        places->last[s] = (uint32_t)place + 1;
        if (last == 0 || places->plan->slots.data[s] == SLOT_BOTH)
            continue;
        if (last != known)
            marks = marks_of(
                who, ~same_groups(who, places->place.data[last - 1].key[who], places->place.data[place].key[who]) &
                         ALL_GROUPS);
        known = last;
        correct(places, place, s, marks);
    }
}

static void forget_last(struct places *places) {
    for (size_t s = bits_next(places->several, places->words, 0); s != SIZE_MAX;
         s = bits_next(places->several, places->words, s + 1))
        places->last[s] = 0;
}

struct by_key {
    const struct place *place;
    enum who who;
};

static int compare_places(const void *a, const void *b, void *context) {
    const struct by_key *by = context;
    uint64_t x = by->place[*(const uint32_t *)a].key[by->who];
    uint64_t y = by->place[*(const uint32_t *)b].key[by->who];
    return (x > y) - (x < y);
}

/* Places in the order of the key before are often so of the next; few of them are sorted faster by hand. */
static void sort_places(struct places *places, enum who who) {
    struct by_key by = {places->place.data, who};
    uint32_t *order = places->order.data;
    if (places->order.len > FEW) {
        qsort_r(order, places->order.len, sizeof *order, compare_places, &by);
        return;
    }
    for (size_t n = 1; n < places->order.len; n++)
        for (size_t at = n; at > 0 && by.place[order[at]].key[who] < by.place[order[at - 1]].key[who]; at--) {
            uint32_t keep = order[at];
            order[at] = order[at - 1];
            order[at - 1] = keep;
        }
}

static void list_places(struct places *places) {
    places->order.len = 0;
    for (uint32_t p = 0; p < places->place.len; p++)
        VEC_PUSH(places->order, p);
}

static bool exceeds(const struct places *places, size_t place, exact_t sum) {
    int64_t limit = places->data->producten.data[places->place.data[place].bundle.product].maximum_per_jaar;
    return limit != AMOUNT_NONE && cell_exceeds(sum, limit);
}

/* Of a limit: is the client over it in a product of the who-group, against how often in what that is the sum of? */
static void correct_limit(struct places *places, enum who who, size_t limit) {
    const uint32_t *order = places->order.data;
    for (size_t first = 0, end; first < places->order.len; first = end) {
        exact_t sum = 0;
        exact_t part = 0;
        int32_t clients = 0;
        for (end = first; end < places->order.len; end++) {
            const struct place *place = &places->place.data[order[end]];
            unsigned same = same_groups(who, places->place.data[order[first]].key[who], place->key[who]);
            if (!(same & 1U << (1 + LEVEL_PRODUCT)))
                break;
            bool goes_on =
                end > first && same_groups(who, places->place.data[order[end - 1]].key[who], place->key[who]) & 1U;
            clients += goes_on && exceeds(places, order[end], part);
            part = goes_on ? part : 0;
            sum = exact_add(sum, *limit_of(places, order[end], limit));
            part = exact_add(part, *limit_of(places, order[end], limit));
            clients -= exceeds(places, order[end], part);
        }
        clients += exceeds(places, order[first], sum);
        if (clients != 0)
            VEC_PUSH(places->corrected,
                     (struct limit_correction){order[first], clients, places->limit_slots.data[limit],
                                               (uint16_t)(1U << (who * WHAT_LEVELS + LEVEL_PRODUCT))});
    }
}

static int compare_corrections(const void *a, const void *b) {
    const struct limit_correction *x = a;
    const struct limit_correction *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

/* The first limit correction of a place or of one behind it. */
static size_t first_correction(const struct places *places, size_t place) {
    size_t low = 0;
    for (size_t high = places->corrected.len; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (places->corrected.data[middle].place < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void places_read(struct places *places, const struct bundle *bundles, const char *bytes) {
    clear(places);
    read_slots(places, bundles, bytes);
    find_several(places);
    list_places(places);
    for (enum who who = 0; who < WHO_COUNT; who++) {
        sort_places(places, who);
        forget_last(places);
        for (size_t n = 0; n < places->order.len; n++)
            correct_place(places, who, places->order.data[n]);
        for (size_t limit = 0; who != WHO_ORGANISATIE_IN_GEMEENTE && limit < places->limit_slots.len; limit++)
            correct_limit(places, who, limit);
    }
    if (places->corrected.len > 1)
        qsort(places->corrected.data, places->corrected.len, sizeof *places->corrected.data, compare_corrections);
}

void places_put(const struct places *places, size_t place, struct sink *sink) {
    const uint64_t *slots = slots_of(places, place);
    for (size_t s = bits_next(slots, places->words, 0); s != SIZE_MAX; s = bits_next(slots, places->words, s + 1)) {
        const struct marks *marks = mark_of(places, place, s);
        if (marks->plus | marks->minus)
            sink_correct(sink, (uint16_t)s, marks->plus, marks->minus);
    }
    for (size_t n = first_correction(places, place); n < places->corrected.len; n++) {
        const struct limit_correction *correction = &places->corrected.data[n];
        if (correction->place != place)
            break;
        for (int32_t c = correction->clients; c > 0; c--)
            sink_correct(sink, correction->slot, correction->bit, 0);
        for (int32_t c = correction->clients; c < 0; c++)
            sink_correct(sink, correction->slot, 0, correction->bit);
    }
}
