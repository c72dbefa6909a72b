/*
 * Sums contributions per cell (all, a perceel, a product) of one who-group.  Because bundles come in the order of
 * clients, distinct clients are counted by remembering the last one.  Most clients have bundles of one gemeente,
 * aanbieder and product only: these are summed once, in a leaf, which is added to every group that it lies in.
 * Invariant: between two groups all cells are zero.  Called by groups.c, each thread with its own.
 */
#include "reports/measures/rollup.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "reports/measures/cell.h"

/* Cells of a group: 0 all, then the percelen, then the products in byte order within their perceel. */
struct rollup {
    const struct plan *plan;
    size_t slots;
    size_t cells;
    struct cell *cell;
    uint16_t *cell_of_product;
    struct cell_key *key; /* in the order of the export */
    VEC(uint16_t) touched;
    uint64_t *due; /* the figures that a cell may have, see bits.h */
};

static int compare_keys(const void *a, const void *b) {
    const struct cell_key *x = a;
    const struct cell_key *y = b;
    int order = (int)x->perceel - (int)y->perceel;
    return order ? order : (int)x->product - (int)y->product;
}

struct rollup *rollup_new(const struct dataset *data, const struct plan *plan) {
    struct rollup *rollup = mem_calloc(1, sizeof *rollup);
    rollup->plan = plan;
    rollup->slots = plan->slots.len;
    rollup->cells = 1 + PERCEEL_COUNT + data->producten.len;
    rollup->cell = mem_calloc(rollup->cells, sizeof *rollup->cell);
    rollup->key = mem_calloc(rollup->cells, sizeof *rollup->key);
    rollup->cell_of_product = mem_calloc(data->producten.len, sizeof *rollup->cell_of_product);
    rollup->due = mem_calloc(bits_words(plan->figures.len), sizeof *rollup->due);
    size_t n = 1;
    for (uint8_t perceel = 0; perceel < PERCEEL_COUNT; perceel++)
        rollup->key[n++] = (struct cell_key){.perceel = (uint8_t)(perceel + 1), .limit = AMOUNT_NONE};
    for (uint16_t product = 0; product < data->producten.len; product++)
        rollup->key[n++] = (struct cell_key){.perceel = (uint8_t)(data->producten.data[product].perceel + 1),
                                             .product = (uint16_t)(product + 1),
                                             .limit = data->producten.data[product].maximum_per_jaar};
    rollup->key[0].limit = AMOUNT_NONE;
    qsort(rollup->key, rollup->cells, sizeof *rollup->key, compare_keys);
    for (uint16_t c = 0; c < rollup->cells; c++)
        if (rollup->key[c].product > 0)
            rollup->cell_of_product[rollup->key[c].product - 1] = c;
    return rollup;
}

void rollup_free(struct rollup *rollup) {
    for (size_t c = 0; c < rollup->cells; c++)
        cell_release(&rollup->cell[c]);
    free(rollup->cell);
    free(rollup->key);
    free(rollup->cell_of_product);
    free(rollup->due);
    VEC_FREE(rollup->touched);
    free(rollup);
}

struct leaf {
    const struct plan *plan;
    const struct dataset *data;
    struct cell cell;
    uint16_t product;
};

static struct cell *touch(struct rollup *rollup, uint16_t number) {
    struct cell *cell = &rollup->cell[number];
    if (!cell->in_use) {
        cell_start(cell, rollup->slots);
        VEC_PUSH(rollup->touched, number);
    }
    return cell;
}

/* The cell of the perceel that a product's cell belongs to. */
static uint16_t perceel_cell(const struct rollup *rollup, uint16_t cell) {
    while (rollup->key[cell].product > 0)
        cell--;
    return cell;
}

enum { CELLS = 3 }; /* that a bundle counts in: product, perceel, all */

static void touch_all(struct rollup *rollup, uint16_t product, struct cell *cells[CELLS]) {
    uint16_t number = rollup->cell_of_product[product];
    cells[0] = touch(rollup, number);
    cells[1] = touch(rollup, perceel_cell(rollup, number));
    cells[2] = touch(rollup, 0);
}

/* Adds the contributions of a bundle to its cells, the product's first; limit is the product's. */
static inline void add_bundle(struct cell *const *cells, int count, const uint8_t *kinds, const struct bundle *bundle,
                              int64_t limit) {
    const char *end = bundle->bytes + bundle->size;
    for (const char *at = bundle->bytes; at < end;) {
        uint16_t slot;
        exact_t value = 1;
        memcpy(&slot, at, sizeof slot);
        at += sizeof slot;
        enum slot_kind kind = kinds[slot];
        if (slot_has_value(kind)) {
            memcpy(&value, at, sizeof value);
            at += sizeof value;
        }
        if (kind == SLOT_LIMIT) {
            cell_add_limited(cells[0], slot, bundle->client, value, limit);
            continue;
        }
        for (int c = 0; c < count; c++)
            cell_add(cells[c], slot, kind, bundle->client, value);
    }
}

void rollup_add(struct rollup *rollup, const struct bundle *bundles, const uint32_t *order, size_t count) {
    for (size_t n = 0; n < count; n++) {
        const struct bundle *bundle = &bundles[order[n]];
        struct cell *cells[CELLS];
        touch_all(rollup, bundle->product, cells);
        add_bundle(cells, CELLS, rollup->plan->slots.data, bundle,
                   rollup->key[rollup->cell_of_product[bundle->product]].limit);
    }
}

void rollup_add_leaf(struct rollup *rollup, const struct leaf *leaf) {
    struct cell *cells[CELLS];
    touch_all(rollup, leaf->product, cells);
    for (int c = 0; c < CELLS; c++)
        cell_merge(cells[c], &leaf->cell, rollup->plan);
}

void rollup_merge(struct rollup *rollup, const struct rollup *from) {
    for (size_t t = 0; t < from->touched.len; t++) {
        uint16_t number = from->touched.data[t];
        cell_merge(touch(rollup, number), &from->cell[number], rollup->plan);
    }
}

struct leaf *leaf_new(const struct dataset *data, const struct plan *plan) {
    struct leaf *leaf = mem_calloc(1, sizeof *leaf);
    *leaf = (struct leaf){.plan = plan, .data = data};
    cell_start(&leaf->cell, plan->slots.len);
    return leaf;
}

void leaf_free(struct leaf *leaf) {
    cell_release(&leaf->cell);
    free(leaf);
}

void leaf_fill(struct leaf *leaf, const struct bundle *bundles, const uint32_t *order, size_t count) {
    struct cell *cell = &leaf->cell;
    cell_clear(cell, leaf->plan->slots.len);
    leaf->product = bundles[order[0]].product;
    int64_t limit = leaf->data->producten.data[leaf->product].maximum_per_jaar;
    for (size_t n = 0; n < count; n++)
        add_bundle(&cell, 1, leaf->plan->slots.data, &bundles[order[n]], limit);
    cell_settle_limits(cell, leaf->plan, limit);
}

static enum what what_of(const struct cell_key *key) {
    return key->product > 0 ? WHAT_PRODUCT : key->perceel > 0 ? WHAT_PERCEEL : WHAT_ALL;
}

static int compare_cells(const void *a, const void *b) {
    return (int)*(const uint16_t *)a - (int)*(const uint16_t *)b;
}

/* The figures of one cell, in the order of the export. */
static void add_figures(struct rollup *rollup, uint16_t number, struct figure figure, struct figure_list *list) {
    const struct plan *plan = rollup->plan;
    struct cell *cell = &rollup->cell[number];
    const struct cell_key *key = &rollup->key[number];
    size_t words = bits_words(plan->figures.len);
    size_t slot_words = bits_words(rollup->slots);
    memset(rollup->due, 0, words * sizeof *rollup->due);
    for (size_t s = bits_next(cell->touched, slot_words, 0); s != SIZE_MAX;
         s = bits_next(cell->touched, slot_words, s + 1)) {
        const uint64_t *figures = plan_figures_of_slot(plan, s);
        for (size_t w = 0; w < words; w++)
            rollup->due[w] |= figures[w];
    }
    figure.group.perceel = key->perceel;
    figure.group.product = key->product;
    for (size_t f = bits_next(rollup->due, words, 0); f != SIZE_MAX; f = bits_next(rollup->due, words, f + 1)) {
        const struct plan_figure *what = &plan->figures.data[f];
        if ((what->what & what_of(key)) && cell_figure(cell, plan, what, &figure))
            figure_list_add(list, what->measure, figure);
    }
}

void rollup_finish(struct rollup *rollup, uint16_t organisatie, uint16_t gemeente, struct figure_list *list) {
    struct figure figure = {.group = {.organisatie = organisatie, .gemeente = gemeente}};
    if (rollup->touched.len > 1)
        qsort(rollup->touched.data, rollup->touched.len, sizeof *rollup->touched.data, compare_cells);
    for (size_t t = 0; t < rollup->touched.len; t++) {
        uint16_t number = rollup->touched.data[t];
        cell_settle_limits(&rollup->cell[number], rollup->plan, rollup->key[number].limit);
        add_figures(rollup, number, figure, list);
        cell_clear(&rollup->cell[number], rollup->slots);
    }
    rollup->touched.len = 0;
}
