/*
 * A known and a fresh intern side by side.  Invariant: no string is in both.
 */
#include "etl/pool.h"

void pool_release(struct pool *pool) {
    intern_release(&pool->known);
    intern_release(&pool->fresh);
}

uint32_t pool_add_fresh(struct pool *pool, struct slice text, uint32_t hash) {
    return pool->known.count + intern_add_hashed(&pool->fresh, text, hash);
}

uint32_t pool_add(struct pool *pool, struct slice text) {
    uint32_t hash = intern_hash(text);
    uint32_t id = intern_find_hashed(&pool->known, text, hash);
    return id != INTERN_NONE ? id : pool_add_fresh(pool, text, hash);
}

uint32_t pool_find(const struct pool *pool, struct slice text) {
    uint32_t hash = intern_hash(text);
    uint32_t id = intern_find_hashed(&pool->known, text, hash);
    if (id != INTERN_NONE)
        return id;
    id = intern_find_hashed(&pool->fresh, text, hash);
    return id == INTERN_NONE ? id : pool->known.count + id;
}

struct slice pool_text(const struct pool *pool, uint32_t id) {
    return id < pool->known.count ? intern_text(&pool->known, id) : intern_text(&pool->fresh, id - pool->known.count);
}

void pool_settle(struct pool *pool) {
    if (pool->known.count == 0) {
        intern_release(&pool->known);
        pool->known = pool->fresh;
        pool->fresh = (struct intern){0};
        return;
    }
    for (uint32_t i = 0; i < pool->fresh.count; i++)
        intern_add(&pool->known, intern_text(&pool->fresh, i));
    intern_release(&pool->fresh);
}
