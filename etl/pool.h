/*
 * Strings that become numbers while several threads read: what was known before the table began can be looked up by
 * every thread; what is new is added in one place, in the order of the rows, so that numbers never depend on threads.
 */
#ifndef WMO_ETL_POOL_H
#define WMO_ETL_POOL_H

#include <stdint.h>

#include "etl/base/intern.h"

struct pool {
    struct intern known; /* does not change while a table is loaded */
    struct intern fresh; /* new in this table; numbered behind the known ones */
};

/* A pool starts as {0}. */
void pool_release(struct pool *pool);

/* The number of a string that is not among the known ones. */
uint32_t pool_add_fresh(struct pool *pool, struct slice text, uint32_t hash);

/* The number of any string; not while other threads read. */
uint32_t pool_add(struct pool *pool, struct slice text);

/* The number of a known or fresh string, else INTERN_NONE. */
uint32_t pool_find(const struct pool *pool, struct slice text);

struct slice pool_text(const struct pool *pool, uint32_t id);

/* Makes the fresh strings known, with the same numbers. */
void pool_settle(struct pool *pool);

#endif
