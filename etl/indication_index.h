/*
 * From (gemeente, toewijzingnummer) to an indication, for every declaration line (measures.md 2, step 1).
 */
#ifndef WMO_ETL_INDICATION_INDEX_H
#define WMO_ETL_INDICATION_INDEX_H

#include <stdint.h>

#include "etl/dataset.h"

struct indication_slot;

struct indication_index {
    struct indication_slot *slots; /* open addressing, a power of two */
    uint32_t slot_count;
    const struct indication *indications;
    const struct intern *numbers;
};

/* An index starts as {0}.  Both arguments are borrowed; every (gemeente, toewijzingnummer) occurs once. */
void indication_index_build(struct indication_index *index, const struct indication *indications, size_t count,
                            const struct intern *numbers);
void indication_index_release(struct indication_index *index);

/* The hash of a key, to be used with the two functions below. */
uint32_t indication_index_hash(uint16_t gemeente, struct slice number);
void indication_index_prefetch(const struct indication_index *index, uint32_t hash);
void indication_index_prefetch_record(const struct indication_index *index, uint32_t hash);

/* INDICATION_NONE when there is none. */
uint32_t indication_index_find(const struct indication_index *index, uint16_t gemeente, struct slice number,
                               uint32_t hash);

#endif
