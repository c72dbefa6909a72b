/*
 * Interning: each distinct string gets the next number, from 0.  Joining and grouping then compare integers.
 * Reading (intern_find, intern_text) is safe from several threads as long as nobody adds.
 */
#ifndef WMO_ETL_BASE_INTERN_H
#define WMO_ETL_BASE_INTERN_H

#include <stdint.h>

#include "etl/base/buf.h"

#define INTERN_NONE UINT32_MAX

struct intern_slot;
struct intern_entry;

struct intern {
    struct intern_slot *slots; /* open addressing, a power of two */
    struct intern_entry *entries;
    uint32_t slot_count;
    uint32_t count; /* distinct strings */
    uint32_t entry_cap;
    struct buf bytes; /* all strings, one after the other, each terminated */
};

/* An intern starts as {0}. */
void intern_release(struct intern *intern);

/* The number of a string of at most 65,535 bytes, new or known. */
uint32_t intern_add(struct intern *intern, struct slice text);

/* The number of a known string, else INTERN_NONE. */
uint32_t intern_find(const struct intern *intern, struct slice text);

/*
 * The same with the hash worked out earlier, so that many lookups can be under way at once: intern_prefetch asks the
 * memory for the slot, and some steps later intern_prefetch_text for the string that the slot names.
 */
uint32_t intern_hash(struct slice text);
void intern_prefetch(const struct intern *intern, uint32_t hash);
void intern_prefetch_text(const struct intern *intern, uint32_t hash);
uint32_t intern_add_hashed(struct intern *intern, struct slice text, uint32_t hash);
uint32_t intern_find_hashed(const struct intern *intern, struct slice text, uint32_t hash);

/* The string of a number, terminated; borrowed until the next intern_add. */
struct slice intern_text(const struct intern *intern, uint32_t id);

/* Ranks in byte order: rank[id] for every id; `rank` has room for count numbers. */
void intern_rank(const struct intern *intern, uint32_t *rank);

#endif
