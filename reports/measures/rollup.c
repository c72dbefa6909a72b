/*
 * Sums of one who-group.  Contributions come in by product; percelen and all are added up at the end.  Invariant:
 * between two groups all cells are zero.  Called by groups.c, each thread with its own.
 */
#include "reports/measures/rollup.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "reports/measures/cell.h"

/* What a cell is about, as in struct group, and its product's maximum_per_jaar in thousandths. */
struct cell_key {
    int64_t limit; /* AMOUNT_NONE */
    uint16_t product;
    uint8_t perceel;
};

/* Cells of a group: 0 all, then the percelen, then the products in byte order within their perceel. */
struct rollup {
    const struct plan *plan;
    size_t slots;
    size_t cells;
    struct cell *cell;
    uint16_t *cell_of_product;
    uint16_t *whole;      /* per cell the one that it is a part of: of a product its perceel, else all */
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
    rollup->whole = mem_calloc(rollup->cells, sizeof *rollup->whole);
    for (uint16_t c = 0, perceel = 0; c < rollup->cells; c++) {
        if (rollup->key[c].product > 0) {
            rollup->cell_of_product[rollup->key[c].product - 1] = c;
            rollup->whole[c] = perceel;
        } else {
            perceel = c;
        }
    }
    return rollup;
}

void rollup_free(struct rollup *rollup) {
    for (size_t c = 0; c < rollup->cells; c++)
        cell_release(&rollup->cell[c]);
    free(rollup->cell);
    free(rollup->key);
    free(rollup->cell_of_product);
    free(rollup->whole);
    free(rollup->due);
    VEC_FREE(rollup->touched);
    free(rollup);
}

static struct cell *touch(struct rollup *rollup, uint16_t number) {
    struct cell *cell = &rollup->cell[number];
    if (!cell->in_use) {
        cell_start(cell, rollup->slots);
        VEC_PUSH(rollup->touched, number);
    }
    return cell;
}

void rollup_fill(struct rollup *rollup, const struct bundle *bundles, const uint32_t *order, size_t count) {
    uint16_t number = rollup->cell_of_product[bundles[order[0]].product];
    cell_fill(touch(rollup, number), rollup->plan, bundles, order, count, rollup->key[number].limit);
}

void rollup_correct(struct rollup *rollup, uint16_t product, const struct correction *correction, const uint64_t *set) {
    uint16_t number = rollup->cell_of_product[product];
    for (unsigned level = 0; level < correction->level; level++)
        number = rollup->whole[number];
    if (correction->slot == CORRECTION_SET)
        cell_correct_set(touch(rollup, number), set, bits_words(rollup->slots), correction->clients);
    else
        cell_correct(touch(rollup, number), correction->slot, correction->clients);
}

void rollup_add_products(struct rollup *rollup, const struct rollup *from) {
    for (size_t t = 0; t < from->touched.len; t++) {
        uint16_t number = from->touched.data[t];
        if (from->key[number].product > 0)
            cell_merge(touch(rollup, number), &from->cell[number], rollup->plan);
    }
}

void rollup_add_part(struct rollup *rollup, const struct rollup *part) {
    for (size_t t = 0; t < part->touched.len; t++) {
        uint16_t number = part->touched.data[t];
        cell_merge(touch(rollup, number), &part->cell[number], rollup->plan);
    }
}

/* Adds up: from the last product to all, since the whole of a cell stands before it. */
static void close_cells(struct rollup *rollup) {
    for (uint16_t number = (uint16_t)(rollup->cells - 1); number > 0; number--)
        if (rollup->cell[number].in_use)
            cell_merge(touch(rollup, rollup->whole[number]), &rollup->cell[number], rollup->plan);
}

static enum what what_of(const struct cell_key *key) {
    return key->product > 0 ? WHAT_PRODUCT : key->perceel > 0 ? WHAT_PERCEEL : WHAT_ALL;
}

static int compare_cells(const void *a, const void *b) {
    return (int)*(const uint16_t *)a - (int)*(const uint16_t *)b;
}

/*
 * The figures of one cell, in the order of the export.  Apart, so that the group comes in one register: put together
 * here, it would be read back before it is written, for every figure.
 */
__attribute__((noinline)) static void add_figures(struct rollup *rollup, uint16_t number, struct group group,
                                                  struct figure_list *list) {
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
    enum what kind = what_of(key);
    for (size_t f = bits_next(rollup->due, words, 0); f != SIZE_MAX; f = bits_next(rollup->due, words, f + 1)) {
        const struct plan_figure *what = &plan->figures.data[f];
        if (!(what->what & kind))
            continue;
        struct figure *next = figure_list_room(list, what->measure);
        next->group = group;
        if (cell_figure(cell, plan, what, next))
            figure_list_keep(list, what->measure);
    }
}

void rollup_finish(struct rollup *rollup, uint16_t organisatie, uint16_t gemeente, struct figure_list *list) {
    close_cells(rollup);
    if (rollup->touched.len > 1)
        qsort(rollup->touched.data, rollup->touched.len, sizeof *rollup->touched.data, compare_cells);
    for (size_t t = 0; t < rollup->touched.len; t++) {
        uint16_t number = rollup->touched.data[t];
        const struct cell_key *key = &rollup->key[number];
        struct group group = {
            .organisatie = organisatie, .gemeente = gemeente, .product = key->product, .perceel = key->perceel};
        add_figures(rollup, number, group, list);
        cell_clear(&rollup->cell[number], rollup->slots);
    }
    rollup->touched.len = 0;
}
