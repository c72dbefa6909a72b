/*
 * One cell of a group: for every slot of the plan its sum, its distinct clients and its samples.
 */
#ifndef WMO_REPORTS_MEASURES_CELL_H
#define WMO_REPORTS_MEASURES_CELL_H

#include "etl/base/vec.h"
#include "reports/measures/bits.h"
#include "reports/measures/stream.h"

struct slot_state {
    exact_t sum;      /* of a SLOT_COUNT how often; of a SLOT_LIMIT the last client's sum */
    uint32_t clients; /* distinct; of a SLOT_LIMIT those over the limit */
    uint32_t last;    /* the client that contributed last, + 1; 0: none, or no more are to come */
    uint32_t samples; /* index + 1 in cell->samples, 0: none */
};

struct sample_list {
    VEC(uint32_t) numbers; /* see plan_samples() */
    size_t settled;        /* see quantile() */
};

struct cell {
    struct slot_state *slot;
    uint64_t *touched; /* the slots that something contributed to, see bits.h */
    VEC(struct sample_list) samples;
    size_t samples_used;
    bool in_use;
};

/* Makes a zero cell ready for contributions. */
void cell_start(struct cell *cell, size_t slots);

/* Makes it zero again, keeping its memory; or frees it. */
void cell_clear(struct cell *cell, size_t slots);
void cell_release(struct cell *cell);

/* Adds the contributions of bundles that are all of one product, and come in the order of clients; no corrections. */
void cell_fill(struct cell *cell, const struct plan *plan, const struct bundle *bundles, const uint32_t *order,
               size_t count, int64_t limit);

/* Adds all that `from` holds; clients that are in both are counted twice, until cell_correct. */
void cell_merge(struct cell *cell, const struct cell *from, const struct plan *plan);

/* Adds to the clients of a slot, or of every slot in a set; the sum may be below 0 until all has been added. */
void cell_correct(struct cell *cell, size_t slot, int32_t clients);
void cell_correct_set(struct cell *cell, const uint64_t *slots, size_t words, int32_t clients);

/* Is a client's sum over a product's maximum_per_jaar, in thousandths? */
bool cell_exceeds(exact_t sum, int64_t limit);

/* Fills the numbers of a figure; false when there is no row (measures.md 1, "Rows"). */
bool cell_figure(struct cell *cell, const struct plan *plan, const struct plan_figure *what, struct figure *figure);

#endif
