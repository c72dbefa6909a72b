/*
 * The voorveld registrations of known clients, sorted so that those of one client, gemeente and perceel are found
 * together and the first of them stands in front.  Made once per run.
 */
#ifndef WMO_REPORTS_MEASURES_VOORVELD_INDEX_H
#define WMO_REPORTS_MEASURES_VOORVELD_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "etl/dataset.h"

struct voorveld_entry {
    uint32_t client;
    date_t datum;
    uint16_t gemeente;
    uint8_t perceel;
};

struct voorveld_index {
    struct voorveld_entry *entry; /* by client, gemeente, perceel, datum */
    size_t count;
};

/* To be freed with voorveld_index_free. */
struct voorveld_index *voorveld_index_new(const struct dataset *data);
void voorveld_index_free(struct voorveld_index *index);

/* True when the two are registrations of one client, gemeente and perceel. */
static inline bool voorveld_entry_same(const struct voorveld_entry *a, const struct voorveld_entry *b) {
    return a->client == b->client && a->gemeente == b->gemeente && a->perceel == b->perceel;
}

/* The first registration of key's client, gemeente and perceel on or after key's datum; NULL when there is none. */
const struct voorveld_entry *voorveld_index_find(const struct voorveld_index *index, const struct voorveld_entry *key);

#endif
