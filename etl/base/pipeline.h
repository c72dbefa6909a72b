/*
 * Work in three steps by a few threads: items are taken one at a time in order, worked on side by side, and committed
 * one at a time in that same order; so the result never depends on the number of threads, and memory holds only a few
 * items.  A commit may find that everything taken since then was taken wrongly, and have it taken again.
 */
#ifndef WMO_ETL_BASE_PIPELINE_H
#define WMO_ETL_BASE_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>

struct pipeline_ops {
    /* Fills an item; false when there is nothing more. Never while rewind runs. */
    bool (*take)(void *context, void *item);
    /* Uses the item and what no commit changes. `worker` is in [0, threads). */
    void (*work)(void *context, void *item, unsigned worker);
    /* False: the items behind this one are dropped, and take goes on from where rewind puts it. */
    bool (*commit)(void *context, void *item);
    void (*rewind)(void *context);
};

/* Items that a run with so many threads keeps in the air. */
size_t pipeline_items(unsigned threads);

/* Runs until take has nothing more and everything is committed; `items` are pipeline_items(threads) pointers. */
void pipeline_run(const struct pipeline_ops *ops, void *context, void *const *items, unsigned threads);

#endif
