/*
 * The pipeline behind loading.  Invariant: at most one thread takes, at most one commits, and the item committed next
 * is always held by a thread that is running, so nobody waits for ever.
 */
#include "etl/base/pipeline.h"

#include <pthread.h>
#include <stdlib.h>

#include "etl/base/mem.h"
#include "etl/base/threads.h"

enum { SPARE_ITEMS = 2 };

enum slot_state { SLOT_FREE, SLOT_WORKING, SLOT_DONE };

struct slot {
    void *item;
    size_t number; /* in the order of taking */
    enum slot_state state;
    bool stale; /* taken before a rewind */
};

struct pipeline {
    const struct pipeline_ops *ops;
    void *context;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct slot *slots;
    size_t slot_count;
    size_t taken;
    size_t committed;
    bool taking;
    bool committing;
    bool rewinding;
    bool exhausted;
};

size_t pipeline_items(unsigned threads) {
    return threads + SPARE_ITEMS;
}

static struct slot *find_free(struct pipeline *p) {
    for (size_t i = 0; i < p->slot_count; i++)
        if (p->slots[i].state == SLOT_FREE)
            return &p->slots[i];
    return NULL;
}

static struct slot *find_next(struct pipeline *p) {
    for (size_t i = 0; i < p->slot_count; i++)
        if (p->slots[i].state == SLOT_DONE && p->slots[i].number == p->committed)
            return &p->slots[i];
    return NULL;
}

static void rewind_all(struct pipeline *p) {
    p->rewinding = true;
    while (p->taking)
        pthread_cond_wait(&p->changed, &p->lock);
    p->ops->rewind(p->context);
    for (size_t i = 0; i < p->slot_count; i++)
        p->slots[i].stale = true;
    p->exhausted = false;
    p->rewinding = false;
}

static void commit(struct pipeline *p, struct slot *slot) {
    if (!slot->stale) {
        p->committing = true;
        pthread_mutex_unlock(&p->lock);
        bool good = p->ops->commit(p->context, slot->item);
        pthread_mutex_lock(&p->lock);
        if (!good)
            rewind_all(p);
        p->committing = false;
    }
    slot->state = SLOT_FREE;
    p->committed++;
}

static void take_and_work(struct pipeline *p, struct slot *slot, unsigned worker) {
    p->taking = true;
    pthread_mutex_unlock(&p->lock);
    bool got = p->ops->take(p->context, slot->item);
    pthread_mutex_lock(&p->lock);
    p->taking = false;
    p->exhausted = !got;
    if (!got)
        return;
    slot->state = SLOT_WORKING;
    slot->stale = false;
    slot->number = p->taken++;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
    p->ops->work(p->context, slot->item, worker);
    pthread_mutex_lock(&p->lock);
    slot->state = SLOT_DONE;
}

static void run_worker(void *context, size_t piece, unsigned worker) {
    struct pipeline *p = context;
    (void)piece;
    pthread_mutex_lock(&p->lock);
    while (!p->exhausted || p->committed < p->taken || p->committing) {
        struct slot *next = p->committing ? NULL : find_next(p);
        struct slot *spare = p->taking || p->exhausted || p->rewinding ? NULL : find_free(p);
        if (next)
            commit(p, next);
        else if (spare)
            take_and_work(p, spare, worker);
        else {
            pthread_cond_wait(&p->changed, &p->lock);
            continue;
        }
        pthread_cond_broadcast(&p->changed);
    }
    pthread_mutex_unlock(&p->lock);
}

void pipeline_run(const struct pipeline_ops *ops, void *context, void *const *items, unsigned threads) {
    struct pipeline p = {.ops = ops, .context = context, .slot_count = pipeline_items(threads)};
    p.slots = mem_calloc(p.slot_count, sizeof *p.slots);
    for (size_t i = 0; i < p.slot_count; i++)
        p.slots[i].item = items[i];
    pthread_mutex_init(&p.lock, NULL);
    pthread_cond_init(&p.changed, NULL);
    threads_each(threads, threads, run_worker, &p);
    pthread_cond_destroy(&p.changed);
    pthread_mutex_destroy(&p.lock);
    free(p.slots);
}
