/*
 * Corrections of clients in several places.  Invariant: of every client, slot and group, the corrections and the counts
 * of the places in the group add up to 1 when the client counts in it, else to 0.
 *
 * For each kind of who-group the places are sorted so that those of one group stand together, at all levels; then
 * whether a client was counted in a group before is told by the slots seen since the group began.  That is linear, but
 * for the sorting, however many places a client is in, and goes by sets of slots.
 */
#include "reports/measures/corrections.h"

#include <stdlib.h>
#include <string.h>

#include "reports/measures/bits.h"
#include "reports/measures/cell.h"

enum { SETS = WHO_COUNT * WHAT_LEVELS, ALL_GROUPS = (1 << PLACE_GROUPS) - 1 };

struct single {
    size_t place;
    struct correction correction;
};

struct corrections {
    const struct plan *plan;
    struct places places;
    size_t count;               /* places; 0 when there is only one */
    size_t words;               /* of a set of slots */
    VEC(uint64_t) slots;        /* per place: what the client contributed to */
    VEC(uint64_t) sets;         /* per place SETS of them: of what the client is one too many in a group */
    VEC(unsigned) filled;       /* per place, bit n: set n is there */
    VEC(struct single) singles; /* by place: the corrections of one slot */
    VEC(exact_t) limits;        /* place × limit slots */
    VEC(uint16_t) limit_slots;
    bool limited;   /* something contributed to a limit */
    uint64_t *seen; /* PLACE_GROUPS sets: the slots of the places before in that group */
};

struct corrections *corrections_new(const struct dataset *data, const struct plan *plan) {
    struct corrections *c = mem_alone(sizeof *c);
    c->plan = plan;
    c->places.data = data;
    c->words = bits_words(plan->slots.len);
    c->seen = mem_alone(PLACE_GROUPS * c->words * sizeof *c->seen);
    for (size_t s = 0; s < plan->slots.len; s++)
        if (plan->slots.data[s] == SLOT_LIMIT)
            VEC_PUSH(c->limit_slots, (uint16_t)s);
    return c;
}

void corrections_free(struct corrections *c) {
    places_release(&c->places);
    VEC_FREE(c->slots);
    VEC_FREE(c->sets);
    VEC_FREE(c->filled);
    VEC_FREE(c->singles);
    VEC_FREE(c->limits);
    VEC_FREE(c->limit_slots);
    free(c->seen);
    free(c);
}

size_t corrections_places(const struct corrections *c) {
    return c->count;
}

struct bundle corrections_bundle(const struct corrections *c, size_t place) {
    struct bundle bundle = c->places.bundle.data[place];
    bundle.corrects = true;
    return bundle;
}

/* ---- reading what the client contributed ---- */

static uint64_t *slots_of(const struct corrections *c, size_t place) {
    return c->slots.data + place * c->words;
}

static uint64_t *set_of(const struct corrections *c, size_t place, size_t set) {
    return c->sets.data + (place * SETS + set) * c->words;
}

static exact_t *limit_of(const struct corrections *c, size_t place, size_t limit) {
    return &c->limits.data[place * c->limit_slots.len + limit];
}

/* Room for all places; of the sets only those that a place has are ever looked at. */
static void clear(struct corrections *c) {
    size_t count = c->count;
    c->slots.len = c->sets.len = c->limits.len = c->singles.len = 0;
    VEC_RESERVE(c->slots, count * c->words);
    VEC_RESERVE(c->sets, count * SETS * c->words);
    VEC_RESERVE(c->limits, count * c->limit_slots.len + 1);
    memset(c->slots.data, 0, count * c->words * sizeof *c->slots.data);
    memset(c->limits.data, 0, count * c->limit_slots.len * sizeof *c->limits.data);
    VEC_RESERVE(c->filled, count);
    memset(c->filled.data, 0, count * sizeof *c->filled.data);
    c->limited = false;
}

static void add_limit(struct corrections *c, size_t place, const struct contribution *contribution) {
    c->limited = true;
    for (size_t l = 0; l < c->limit_slots.len; l++)
        if (c->limit_slots.data[l] == contribution->slot)
            *limit_of(c, place, l) = exact_add(*limit_of(c, place, l), contribution->value);
}

static void read_slots(struct corrections *c, const struct bundle *bundles, const char *bytes) {
    for (size_t n = 0; n < c->places.of_bundle.len; n++) {
        size_t place = c->places.of_bundle.data[n];
        uint64_t *slots = slots_of(c, place);
        for (const char *end = bytes + bundles[n].size; bytes < end;) {
            struct contribution contribution;
            bytes = contribution_next(bytes, c->plan->slots.data, &contribution);
            if (contribution.kind == SLOT_LIMIT)
                add_limit(c, place, &contribution);
            else
                bits_set(slots, contribution.slot);
        }
    }
}

/* ---- what has to be corrected ---- */

static uint64_t *seen_in(const struct corrections *c, unsigned group) {
    return c->seen + group * c->words;
}

/* The groups, of those given, in which a slot was seen before. */
static unsigned groups_seen(const struct corrections *c, unsigned groups, size_t slot) {
    for (unsigned left = groups; left != 0; left &= left - 1) {
        unsigned group = (unsigned)__builtin_ctz(left);
        if (!bits_has(seen_in(c, group), slot))
            groups &= ~(1U << group);
    }
    return groups;
}

/*
 * A slot seen before counts once in each group where it was seen, so at the smallest of these it is one too many:
 * larger ones add that one up.  `same` are the groups that the place shares with the one before it.
 */
static void correct_slots(struct corrections *c, enum who who, size_t place, unsigned same) {
    const uint64_t *slots = slots_of(c, place);
    const uint64_t *below = NULL; /* seen in the group before, so in all that follow */
    for (; same != 0; same &= same - 1) {
        unsigned group = (unsigned)__builtin_ctz(same);
        const uint64_t *seen = seen_in(c, group);
        if (group > 0) {
            size_t number = who * WHAT_LEVELS + group - 1;
            uint64_t *set = set_of(c, place, number);
            uint64_t any = 0;
            for (size_t w = 0; w < c->words; w++)
                any |= set[w] = slots[w] & seen[w] & ~(below ? below[w] : 0);
            c->filled.data[place] |= (unsigned)(any != 0) << number;
        }
        below = seen;
    }
}

static void add_single(struct corrections *c, size_t place, struct correction correction) {
    VEC_PUSH(c->singles, (struct single){place, correction});
}

/* A client is in SLOT_BOTH of a group when it is in the two slots before it. */
static void correct_both(struct corrections *c, enum who who, size_t place, unsigned same, uint16_t begin) {
    const uint64_t *slots = slots_of(c, place);
    bool begins = bits_has(slots, begin);
    bool ends = bits_has(slots, begin + 1U);
    if (!begins && !ends)
        return;
    unsigned begun = groups_seen(c, same, begin);
    unsigned ended = groups_seen(c, same, begin + 1U);
    unsigned counted = (begins ? ALL_GROUPS : begun) & (ends ? ALL_GROUPS : ended) & ~(begun & ended);
    for (unsigned level = 0; level < WHAT_LEVELS; level++) {
        int clients = (int)(counted >> (level + 1) & 1) - (int)(counted >> level & 1);
        if (clients != 0)
            add_single(c, place, (struct correction){(uint8_t)who, (uint8_t)level, begin + 2, clients});
    }
}

/* Adds the slots of a place to the groups that it shares with the next one; those in `same` go on, others begin. */
static void see(struct corrections *c, size_t place, unsigned same, unsigned next) {
    const uint64_t *slots = slots_of(c, place);
    for (; next != 0; next &= next - 1) {
        unsigned group = (unsigned)__builtin_ctz(next);
        uint64_t *seen = seen_in(c, group);
        bool goes_on = same >> group & 1;
        for (size_t w = 0; w < c->words; w++)
            seen[w] = (goes_on ? seen[w] : 0) | slots[w];
    }
}

static void correct_places(struct corrections *c, enum who who) {
    const uint32_t *order = c->places.order.data;
    unsigned same = 0;
    for (size_t n = 0; n < c->places.order.len; n++) {
        bool last = n + 1 == c->places.order.len;
        unsigned next = last ? 0 : places_same_groups(&c->places, who, order[n], order[n + 1]);
        for (size_t b = 0; same != 0 && b < c->plan->begins.len; b++)
            correct_both(c, who, order[n], same, c->plan->begins.data[b]);
        correct_slots(c, who, order[n], same);
        see(c, order[n], same, next);
        same = next;
    }
}

static bool exceeds(const struct corrections *c, size_t place, exact_t sum) {
    int64_t limit = c->places.data->producten.data[c->places.bundle.data[place].product].maximum_per_jaar;
    return limit != AMOUNT_NONE && cell_exceeds(sum, limit);
}

/* Of a limit: is the client over it in a product of the who-group, against how often in what that is the sum of? */
static void correct_limit(struct corrections *c, enum who who, size_t limit) {
    const uint32_t *order = c->places.order.data;
    for (size_t first = 0, end; first < c->places.order.len; first = end) {
        exact_t sum = 0;
        exact_t part = 0;
        int32_t clients = 0;
        for (end = first; end < c->places.order.len; end++) {
            if (!(places_same_groups(&c->places, who, order[first], order[end]) & 1U << (1 + LEVEL_PRODUCT)))
                break;
            bool goes_on = end > first && places_same_groups(&c->places, who, order[end - 1], order[end]) & 1U;
            clients += goes_on && exceeds(c, order[end], part);
            part = goes_on ? part : 0;
            sum = exact_add(sum, *limit_of(c, order[end], limit));
            part = exact_add(part, *limit_of(c, order[end], limit));
            clients -= exceeds(c, order[end], part);
        }
        clients += exceeds(c, order[first], sum);
        if (clients != 0)
            add_single(c, order[first],
                       (struct correction){(uint8_t)who, LEVEL_PRODUCT, c->limit_slots.data[limit], clients});
    }
}

static int compare_singles(const void *a, const void *b) {
    const struct single *x = a;
    const struct single *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

void corrections_read(struct corrections *c, const struct bundle *bundles, size_t count, const char *bytes) {
    size_t limits = c->limit_slots.len;
    bool several = places_find(&c->places, bundles, count);
    c->count = several ? c->places.bundle.len : 0;
    if (!several)
        return;
    clear(c);
    read_slots(c, bundles, bytes);
    for (enum who who = 0; who < WHO_COUNT; who++) {
        places_sort(&c->places, who);
        correct_places(c, who);
        for (size_t limit = 0; c->limited && who != WHO_ORGANISATIE_IN_GEMEENTE && limit < limits; limit++)
            correct_limit(c, who, limit);
    }
    if (c->singles.len > 1)
        qsort(c->singles.data, c->singles.len, sizeof *c->singles.data, compare_singles);
}

/* ---- corrections as bytes ---- */

/* The first single of a place or of one behind it. */
static size_t first_single(const struct corrections *c, size_t place) {
    size_t low = 0;
    for (size_t high = c->singles.len; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (c->singles.data[middle].place < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void corrections_put(const struct corrections *c, size_t place, struct buf *bytes) {
    for (unsigned sets = c->filled.data[place]; sets != 0; sets &= sets - 1) {
        unsigned set = (unsigned)__builtin_ctz(sets);
        struct correction correction = {(uint8_t)(set / WHAT_LEVELS), (uint8_t)(set % WHAT_LEVELS), CORRECTION_SET, -1};
        buf_add(bytes, (const char *)&correction, sizeof correction);
        buf_add(bytes, (const char *)set_of(c, place, set), c->words * sizeof *c->sets.data);
    }
    for (size_t n = first_single(c, place); n < c->singles.len && c->singles.data[n].place == place; n++)
        buf_add(bytes, (const char *)&c->singles.data[n].correction, sizeof c->singles.data[n].correction);
}

const char *correction_next(const char *at, struct correction *correction, uint64_t *set, size_t words) {
    memcpy(correction, at, sizeof *correction);
    at += sizeof *correction;
    if (correction->slot != CORRECTION_SET)
        return at;
    memcpy(set, at, words * sizeof *set);
    return at + words * sizeof *set;
}
