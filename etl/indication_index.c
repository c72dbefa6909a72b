/*
 * The hash table behind the index.  Invariant: at most half of the slots are taken; a hit is always compared with the
 * indication itself, so equal hashes do no harm.
 */
#include "etl/indication_index.h"

#include <stdlib.h>

#include "etl/base/hash.h"
#include "etl/base/mem.h"

enum { LOOK_AHEAD = 16 };

struct indication_slot {
    uint32_t hash;
    uint32_t indication_plus_1; /* 0: free */
};

uint32_t indication_index_hash(uint16_t gemeente, struct slice number) {
    return (uint32_t)hash_mix(hash_bytes(number.ptr, number.len) ^ gemeente);
}

void indication_index_build(struct indication_index *index, const struct indication *indications, size_t count,
                            const struct intern *numbers) {
    uint32_t slot_count = 64;
    indication_index_release(index);
    while (slot_count < count * 2)
        slot_count *= 2;
    *index = (struct indication_index){mem_calloc(slot_count, sizeof *index->slots), slot_count, indications, numbers};
    uint32_t hashes[LOOK_AHEAD] = {0}; /* of the indications to come, of which the memory was asked for the slots */
    for (uint32_t next = 0; next < count + LOOK_AHEAD; next++) {
        uint32_t hash = hashes[next % LOOK_AHEAD];
        if (next < count) {
            struct slice number = intern_text(numbers, indications[next].toewijzingnummer);
            hashes[next % LOOK_AHEAD] = indication_index_hash(indications[next].gemeente, number);
            indication_index_prefetch(index, hashes[next % LOOK_AHEAD]);
        }
        if (next < LOOK_AHEAD)
            continue;
        uint32_t i = next - LOOK_AHEAD;
        uint32_t at = hash & (slot_count - 1);
        while (index->slots[at].indication_plus_1 != 0)
            at = (at + 1) & (slot_count - 1);
        index->slots[at] = (struct indication_slot){hash, i + 1};
    }
}

void indication_index_release(struct indication_index *index) {
    free(index->slots);
    *index = (struct indication_index){0};
}

void indication_index_prefetch(const struct indication_index *index, uint32_t hash) {
    __builtin_prefetch(&index->slots[hash & (index->slot_count - 1)]);
}

void indication_index_prefetch_record(const struct indication_index *index, uint32_t hash) {
    const struct indication_slot *slot = &index->slots[hash & (index->slot_count - 1)];
    if (slot->indication_plus_1 != 0)
        __builtin_prefetch(&index->indications[slot->indication_plus_1 - 1].toewijzingnummer);
}

uint32_t indication_index_find(const struct indication_index *index, uint16_t gemeente, struct slice number,
                               uint32_t hash) {
    uint32_t mask = index->slot_count - 1;
    for (uint32_t at = hash & mask; index->slots[at].indication_plus_1 != 0; at = (at + 1) & mask) {
        if (index->slots[at].hash != hash)
            continue;
        const struct indication *found = &index->indications[index->slots[at].indication_plus_1 - 1];
        if (found->gemeente == gemeente && slice_equal(intern_text(index->numbers, found->toewijzingnummer), number))
            return index->slots[at].indication_plus_1 - 1;
    }
    return INDICATION_NONE;
}
