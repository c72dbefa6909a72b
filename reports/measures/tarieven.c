/*
 * Which tarief is in force on a day, measures.md 3 "Priced": per product and organisation the tarieven are turned
 * into segments that do not overlap, the own and the general ones apart.  Invariant: the segments of a key are in the
 * order of days.  Called through terms.h, from several threads.
 */
#include <stdlib.h>

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
    return index;
}

void tarief_index_free(struct tarief_index *index) {
    VEC_FREE(index->keys);
    VEC_FREE(index->segments);
    free(index);
}

/* The segment of the key on a day, or the next one; NULL when there is none from that day on. */
static const struct segment *find_segment(const struct tarief_index *index, uint32_t key, date_t day) {
    size_t low = 0;
    size_t high = index->keys.len - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (index->keys.data[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    if (index->keys.data[low].key != key || low + 1 == index->keys.len)
        return NULL;
    size_t first = index->keys.data[low].first;
    size_t end = index->keys.data[low + 1].first;
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

const struct tarief *tarief_on(const struct tarief_index *index, uint16_t organisatie, uint16_t product, date_t day) {
    date_t until;
    return tarief_segment(index, organisatie, product, day, day, &until);
}
