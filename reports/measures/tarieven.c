/*
 * Which tarief is in force on a day, measures.md 3 "Priced": per product and organisation the tarieven are turned
 * into segments that do not overlap, the own and the general ones apart.  Invariant: the segments of a key are in the
 * order of days.  Called through terms.h, from several threads.
 */
#include <stdlib.h>

#include "etl/base/hash.h"
#include "etl/base/vec.h"
#include "reports/measures/terms.h"

struct segment {
    date_t begin;
    date_t end;
    const struct tarief *tarief;
};

struct tarief_key {
    uint32_t key;
    uint32_t first; /* in segments */
};

struct tarief_index {
    VEC(struct tarief_key) keys; /* rising; a last one marks the end */
    VEC(struct segment) segments;
    uint32_t *slots; /* index in keys + 1 by the hash of the key, 0: free */
    size_t slot_mask;
};

static uint32_t key_of(uint16_t organisatie, uint16_t product) {
    return (uint32_t)product << 16 | organisatie;
}

static int compare_tarieven(const void *a, const void *b) {
    const struct tarief *x = *(const struct tarief *const *)a;
    const struct tarief *y = *(const struct tarief *const *)b;
    uint32_t kx = key_of(x->organisatie, x->product);
    uint32_t ky = key_of(y->organisatie, y->product);
    if (kx != ky)
        return kx < ky ? -1 : 1;
    if (x->ingangsdatum != y->ingangsdatum)
        return x->ingangsdatum < y->ingangsdatum ? -1 : 1;
    return (x > y) - (x < y); /* path and line order */
}

typedef VEC(const struct tarief *) tarief_stack;

/* Adds the segments from *day up to and including `last`: always of the tarief that was put on the stack last. */
static void add_segments(struct tarief_index *index, tarief_stack *stack, date_t *day, date_t last) {
    while (*day <= last) {
        while (stack->len > 0 && stack->data[stack->len - 1]->einddatum < *day)
            stack->len--;
        if (stack->len == 0) {
            *day = last + 1;
            return;
        }
        const struct tarief *top = stack->data[stack->len - 1];
        date_t end = top->einddatum < last ? top->einddatum : last;
        VEC_PUSH(index->segments, (struct segment){*day, end, top});
        *day = end + 1;
    }
}

/* Open addressing, at most half full. */
static void make_slots(struct tarief_index *index) {
    size_t slots = 2;
    while (slots < index->keys.len * 2)
        slots *= 2;
    index->slots = mem_calloc(slots, sizeof *index->slots);
    index->slot_mask = slots - 1;
    for (uint32_t k = 0; k + 1 < index->keys.len; k++) {
        size_t slot = hash_mix(index->keys.data[k].key) & index->slot_mask;
        while (index->slots[slot] != 0)
            slot = (slot + 1) & index->slot_mask;
        index->slots[slot] = k + 1;
    }
}

/* The key and, behind it, where its segments end; NULL when there is no tarief of it. */
static const struct tarief_key *find_key(const struct tarief_index *index, uint32_t key) {
    for (size_t slot = hash_mix(key) & index->slot_mask; index->slots[slot] != 0;
         slot = (slot + 1) & index->slot_mask) {
        const struct tarief_key *found = &index->keys.data[index->slots[slot] - 1];
        if (found->key == key)
            return found;
    }
    return NULL;
}

struct tarief_index *tarief_index_new(const struct dataset *data) {
    struct tarief_index *index = mem_calloc(1, sizeof *index);
    size_t count = data->tarieven.len;
    const struct tarief **order = mem_calloc(count, sizeof *order);
    for (size_t i = 0; i < count; i++)
        order[i] = &data->tarieven.data[i];
    qsort(order, count, sizeof *order, compare_tarieven);
    tarief_stack stack = {0};
    for (size_t i = 0; i < count;) {
        uint32_t key = key_of(order[i]->organisatie, order[i]->product);
        date_t day = order[i]->ingangsdatum;
        VEC_PUSH(index->keys, (struct tarief_key){key, (uint32_t)index->segments.len});
        stack.len = 0;
        for (; i < count && key_of(order[i]->organisatie, order[i]->product) == key; i++) {
            add_segments(index, &stack, &day, order[i]->ingangsdatum - 1);
            VEC_PUSH(stack, order[i]);
        }
        add_segments(index, &stack, &day, DATE_OPEN);
    }
    VEC_PUSH(index->keys, (struct tarief_key){UINT32_MAX, (uint32_t)index->segments.len});
    VEC_FREE(stack);
    free(order);
    make_slots(index);
    return index;
}

void tarief_index_free(struct tarief_index *index) {
    VEC_FREE(index->keys);
    VEC_FREE(index->segments);
    free(index->slots);
    free(index);
}

/* The segment of the key on a day, or the next one; NULL when there is none from that day on. */
static const struct segment *find_segment(const struct tarief_index *index, uint32_t key, date_t day) {
    const struct tarief_key *found = find_key(index, key);
    if (!found)
        return NULL;
    size_t first = found[0].first;
    size_t end = found[1].first;
    size_t stop = end;
    while (first < stop) {
        size_t middle = first + (stop - first) / 2;
        if (index->segments.data[middle].end < day)
            first = middle + 1;
        else
            stop = middle;
    }
    return first < end ? &index->segments.data[first] : NULL;
}

/* The tarief of a key on a day; *until is lowered to the last day on which the answer is the same. */
static const struct tarief *segment_of(const struct tarief_index *index, uint32_t key, date_t day, date_t *until) {
    const struct segment *segment = find_segment(index, key, day);
    if (!segment)
        return NULL;
    bool inside = segment->begin <= day;
    date_t last = inside ? segment->end : segment->begin - 1;
    if (last < *until)
        *until = last;
    return inside ? segment->tarief : NULL;
}

const struct tarief *tarief_segment(const struct tarief_index *index, uint16_t organisatie, uint16_t product,
                                    date_t day, date_t last, date_t *until) {
    *until = last;
    const struct tarief *own = segment_of(index, key_of(organisatie, product), day, until);
    return own ? own : segment_of(index, key_of(INDEX_NONE, product), day, until);
}
