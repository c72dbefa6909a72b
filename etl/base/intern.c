/*
 * The string table behind interning.  Invariant: at most two thirds of the slots are taken, so every probe ends.
 */
#include "etl/base/intern.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/hash.h"
#include "etl/base/mem.h"

struct intern_slot {
    uint32_t hash;
    uint32_t id_plus_1; /* 0: free */
};

struct intern_entry {
    uint32_t offset;
    uint16_t len;
};

void intern_release(struct intern *intern) {
    free(intern->slots);
    free(intern->entries);
    buf_release(&intern->bytes);
    *intern = (struct intern){0};
}

struct slice intern_text(const struct intern *intern, uint32_t id) {
    const struct intern_entry *entry = &intern->entries[id];
    return (struct slice){intern->bytes.data + entry->offset, entry->len};
}

/* The slot of the text, or the free one where it belongs. */
static struct intern_slot *probe(const struct intern *intern, struct slice text, uint32_t hash) {
    uint32_t mask = intern->slot_count - 1;
    for (uint32_t at = hash & mask;; at = (at + 1) & mask) {
        struct intern_slot *slot = &intern->slots[at];
        if (slot->id_plus_1 == 0)
            return slot;
        if (slot->hash == hash && slice_equal(intern_text(intern, slot->id_plus_1 - 1), text))
            return slot;
    }
}

static void grow(struct intern *intern) {
    uint32_t old_count = intern->slot_count;
    struct intern_slot *old = intern->slots;
    intern->slot_count = old_count ? old_count * 2 : 64;
    intern->slots = mem_calloc(intern->slot_count, sizeof *intern->slots);
    uint32_t mask = intern->slot_count - 1;
    for (uint32_t i = 0; i < old_count; i++) {
        if (old[i].id_plus_1 == 0)
            continue;
        uint32_t at = old[i].hash & mask;
        while (intern->slots[at].id_plus_1 != 0)
            at = (at + 1) & mask;
        intern->slots[at] = old[i];
    }
    free(old);
}

uint32_t intern_hash(struct slice text) {
    return (uint32_t)hash_bytes(text.ptr, text.len);
}

void intern_prefetch(const struct intern *intern, uint32_t hash) {
    if (intern->slot_count > 0)
        __builtin_prefetch(&intern->slots[hash & (intern->slot_count - 1)]);
}

void intern_prefetch_text(const struct intern *intern, uint32_t hash) {
    if (intern->slot_count == 0)
        return;
    const struct intern_slot *slot = &intern->slots[hash & (intern->slot_count - 1)];
    if (slot->id_plus_1 != 0)
        __builtin_prefetch(intern->bytes.data + intern->entries[slot->id_plus_1 - 1].offset);
}

uint32_t intern_find_hashed(const struct intern *intern, struct slice text, uint32_t hash) {
    if (intern->count == 0)
        return INTERN_NONE;
    const struct intern_slot *slot = probe(intern, text, hash);
    return slot->id_plus_1 == 0 ? INTERN_NONE : slot->id_plus_1 - 1;
}

uint32_t intern_find(const struct intern *intern, struct slice text) {
    return intern_find_hashed(intern, text, intern_hash(text));
}

uint32_t intern_add(struct intern *intern, struct slice text) {
    return intern_add_hashed(intern, text, intern_hash(text));
}

uint32_t intern_add_hashed(struct intern *intern, struct slice text, uint32_t hash) {
    if (intern->count >= intern->slot_count / 3 * 2)
        grow(intern);
    struct intern_slot *slot = probe(intern, text, hash);
    if (slot->id_plus_1 != 0)
        return slot->id_plus_1 - 1;
    if (text.len > UINT16_MAX || intern->bytes.len + text.len >= UINT32_MAX)
        BUG("string too long to intern");
    if (intern->count == intern->entry_cap) {
        intern->entry_cap = intern->entry_cap ? intern->entry_cap + intern->entry_cap / 2 : 64;
        intern->entries = mem_realloc(intern->entries, intern->entry_cap, sizeof *intern->entries);
    }
    intern->entries[intern->count] = (struct intern_entry){(uint32_t)intern->bytes.len, (uint16_t)text.len};
    buf_add(&intern->bytes, text.ptr, text.len);
    buf_putc(&intern->bytes, '\0');
    *slot = (struct intern_slot){hash, intern->count + 1};
    return intern->count++;
}

static int compare_ids(const void *a, const void *b, void *intern) {
    return slice_compare(intern_text(intern, *(const uint32_t *)a), intern_text(intern, *(const uint32_t *)b));
}

void intern_rank(const struct intern *intern, uint32_t *rank) {
    uint32_t *order = mem_calloc(intern->count, sizeof *order);
    for (uint32_t i = 0; i < intern->count; i++)
        order[i] = i;
    union {
        const struct intern *read;
        void *pass;
    } context = {intern};
    qsort_r(order, intern->count, sizeof *order, compare_ids, context.pass);
    for (uint32_t i = 0; i < intern->count; i++)
        rank[order[i]] = i;
    free(order);
}
