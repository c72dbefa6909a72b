/*
 * One cell of a group: for every slot of the plan its sum, its distinct clients and its samples.
 */
#ifndef WMO_REPORTS_MEASURES_CELL_H
#define WMO_REPORTS_MEASURES_CELL_H

#include "etl/base/vec.h"
#include "reports/measures/bits.h"
#include "reports/measures/plan.h"

/* What a cell is about, as in struct group, and its product's maximum_per_jaar in thousandths. */
struct cell_key {
    int64_t limit; /* AMOUNT_NONE */
    uint16_t product;
    uint8_t perceel;
};

struct slot_state {
    exact_t sum;      /* of a SLOT_COUNT how often; of a SLOT_LIMIT the last client's sum */
    uint32_t clients; /* distinct; of a SLOT_LIMIT those over the limit */
    uint32_t last;    /* the client that contributed last, + 1; 0: none */
    uint32_t samples; /* index + 1 in cell->samples, 0: none */
};

struct sample_list {
    VEC(exact_t) values;
    size_t settled; /* see quantile() */
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

void cell_add_sample(struct cell *cell, struct slot_state *state, exact_t value);

/* As cell_add for a SLOT_LIMIT; limit as in cell_key. */
void cell_add_limited(struct cell *cell, uint16_t slot, uint32_t client, exact_t value, int64_t limit);

static inline void cell_mark(struct cell *cell, uint16_t slot, uint32_t client) {
    struct slot_state *state = &cell->slot[slot];
    if (state->last != client + 1) {
        state->last = client + 1;
        state->clients++;
        bits_set(cell->touched, slot);
    }
}

/* One contribution of a client; clients come one after the other.  Inline: runs for every contribution. */
static inline void cell_add(struct cell *cell, uint16_t slot, enum slot_kind kind, uint32_t client, exact_t value) {
    struct slot_state *state = &cell->slot[slot];
    state->sum = kind == SLOT_COUNT ? state->sum + 1 : exact_add(state->sum, value);
    cell_mark(cell, slot, client);
    if (kind == SLOT_SAMPLE)
        cell_add_sample(cell, state, value);
    else if (kind == SLOT_BEGIN && state[1].last == client + 1)
        cell_mark(cell, (uint16_t)(slot + 2), client);
    else if (kind == SLOT_END && state[-1].last == client + 1)
        cell_mark(cell, (uint16_t)(slot + 1), client);
}

/* Adds all that `from` holds, of clients that contribute nothing else to `cell`; limits of `from` are settled. */
void cell_merge(struct cell *cell, const struct cell *from, const struct plan *plan);

/* Counts the last client of each SLOT_LIMIT. */
void cell_settle_limits(struct cell *cell, const struct plan *plan, int64_t limit);

/* Fills the numbers of a figure; false when there is no row (measures.md 1, "Rows"). */
bool cell_figure(struct cell *cell, const struct plan *plan, const struct plan_figure *what, struct figure *figure);

#endif
