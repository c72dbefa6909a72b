/*
 * Slots of a cell, and figures from slots.  Invariant: slot.last is the client that contributed last, so that a
 * client is counted once as long as clients come one after the other.  Called by rollup.c and groups.c.
 */
#include "reports/measures/cell.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "reports/measures/quantile.h"

enum { MILLION = 1000000, VOLUME_SCALE = 1000, AHEAD = 4, CACHE_LINE = 64, PREFETCHED = 4 * CACHE_LINE };

void cell_start(struct cell *cell, size_t slots) {
    if (!cell->slot) {
        cell->slot = mem_calloc(slots, sizeof *cell->slot);
        cell->touched = mem_calloc(bits_words(slots), sizeof *cell->touched);
    }
    cell->in_use = true;
}

void cell_clear(struct cell *cell, size_t slots) {
    size_t words = bits_words(slots);
    for (size_t s = bits_next(cell->touched, words, 0); s != SIZE_MAX; s = bits_next(cell->touched, words, s + 1))
        cell->slot[s] = (struct slot_state){0};
    memset(cell->touched, 0, words * sizeof *cell->touched);
    for (size_t i = 0; i < cell->samples_used; i++)
        cell->samples.data[i].numbers.len = cell->samples.data[i].settled = 0;
    cell->samples_used = 0;
    cell->in_use = false;
}

void cell_release(struct cell *cell) {
    for (size_t i = 0; i < cell->samples.len; i++)
        VEC_FREE(cell->samples.data[i].numbers);
    VEC_FREE(cell->samples);
    free(cell->slot);
    free(cell->touched);
}

static struct sample_list *samples_of(struct cell *cell, struct slot_state *state) {
    if (state->samples == 0) {
        if (cell->samples_used == cell->samples.len)
            VEC_PUSH(cell->samples, (struct sample_list){0});
        state->samples = (uint32_t)++cell->samples_used;
    }
    return &cell->samples.data[state->samples - 1];
}

static void add_sample(struct cell *cell, struct slot_state *state, uint32_t number) {
    struct sample_list *samples = samples_of(cell, state);
    VEC_PUSH(samples->numbers, number);
}

static void mark(struct cell *cell, uint16_t slot, uint32_t client) {
    struct slot_state *state = &cell->slot[slot];
    if (state->last != client + 1) {
        state->last = client + 1;
        state->clients++;
        bits_set(cell->touched, slot);
    }
}

bool cell_exceeds(exact_t sum, int64_t limit) {
    return exact_compare(sum, exact_from(limit, VOLUME_SCALE)) > 0;
}

/* Counts the last client of a SLOT_LIMIT, whose sum is complete. */
static void settle(struct slot_state *state, int64_t limit) {
    if (state->last != 0 && cell_exceeds(state->sum, limit))
        state->clients++;
    state->sum = 0;
    state->last = 0;
}

static void add_limited(struct cell *cell, uint16_t slot, uint32_t client, exact_t value, int64_t limit) {
    struct slot_state *state = &cell->slot[slot];
    if (limit == AMOUNT_NONE)
        return;
    if (state->last != client + 1) {
        settle(state, limit);
        state->last = client + 1;
        bits_set(cell->touched, slot);
    }
    state->sum = exact_add(state->sum, value);
}

static void add(struct cell *cell, const struct plan *plan, const struct contribution *contribution, uint32_t client,
                int64_t limit) {
    uint16_t slot = contribution->slot;
    struct slot_state *state = &cell->slot[slot];
    exact_t value = contribution->value;
    if (contribution->kind == SLOT_LIMIT) {
        add_limited(cell, slot, client, value, limit);
        return;
    }
    mark(cell, slot, client);
    if (contribution->kind == SLOT_SAMPLE) {
        add_sample(cell, state, (uint32_t)value);
        value = sample_value((uint32_t)value, plan->values.data[slot]);
    } else if (contribution->kind == SLOT_BEGIN && state[1].last == client + 1) {
        mark(cell, (uint16_t)(slot + 2), client);
    } else if (contribution->kind == SLOT_END && state[-1].last == client + 1) {
        mark(cell, (uint16_t)(slot + 1), client);
    }
    state->sum = exact_add(state->sum, value);
}

static void settle_limits(struct cell *cell, const struct plan *plan, int64_t limit) {
    if (limit == AMOUNT_NONE)
        return;
    for (size_t s = 0; s < plan->slots.len; s++)
        if (plan->slots.data[s] == SLOT_LIMIT)
            settle(&cell->slot[s], limit);
}

/* Bundles of one place lie far apart. */
static void prefetch(const struct bundle *bundle) {
    for (uint32_t at = 0; at < bundle->size && at < PREFETCHED; at += CACHE_LINE)
        __builtin_prefetch(bundle->bytes + at);
}

void cell_fill(struct cell *cell, const struct plan *plan, const struct bundle *bundles, const uint32_t *order,
               size_t count, int64_t limit) {
    for (size_t n = 0; n < count; n++) {
        const struct bundle *bundle = &bundles[order[n]];
        if (n + AHEAD < count)
            prefetch(&bundles[order[n + AHEAD]]);
        const char *end = bundle->bytes + bundle->size;
        for (const char *at = bundle->bytes; at < end && !bundle->corrects;) {
            struct contribution contribution;
            at = contribution_next(at, plan->slots.data, &contribution);
            add(cell, plan, &contribution, bundle->client, limit);
        }
    }
    settle_limits(cell, plan, limit);
}

static void merge_samples(struct cell *cell, struct slot_state *state, const struct cell *from,
                          const struct slot_state *other) {
    if (other->samples == 0)
        return;
    const struct sample_list *samples = &from->samples.data[other->samples - 1];
    struct sample_list *all = samples_of(cell, state);
    VEC_RESERVE(all->numbers, samples->numbers.len);
    memcpy(all->numbers.data + all->numbers.len, samples->numbers.data,
           samples->numbers.len * sizeof *all->numbers.data);
    all->numbers.len += samples->numbers.len;
}

void cell_merge(struct cell *cell, const struct cell *from, const struct plan *plan) {
    size_t words = bits_words(plan->slots.len);
    for (size_t w = 0; w < words; w++)
        cell->touched[w] |= from->touched[w];
    for (size_t s = bits_next(from->touched, words, 0); s != SIZE_MAX; s = bits_next(from->touched, words, s + 1)) {
        struct slot_state *state = &cell->slot[s];
        const struct slot_state *other = &from->slot[s];
        state->clients += other->clients;
        state->sum = exact_add(state->sum, other->sum);
        merge_samples(cell, state, from, other);
    }
}

void cell_correct(struct cell *cell, size_t slot, int32_t clients) {
    cell->slot[slot].clients += (uint32_t)clients;
    bits_set(cell->touched, slot);
}

void cell_correct_set(struct cell *cell, const uint64_t *slots, size_t words, int32_t clients) {
    for (size_t s = bits_next(slots, words, 0); s != SIZE_MAX; s = bits_next(slots, words, s + 1))
        cell_correct(cell, s, clients);
}

static void set_count(struct figure *figure, int which, exact_t count) {
    figure->whole = (figure->whole | 1U << which) & 7U;
    figure_set(figure, which, count * MILLION);
}

/* A count has a row when something was counted. */
static bool count_figure(struct figure *figure, exact_t count) {
    set_count(figure, 0, count);
    return count != 0;
}

/* The slots may share clients, which does not matter: a count is disclosed by its own value. */
static bool counts_figure(const struct cell *cell, const struct plan_figure *what, struct figure *figure) {
    exact_t count = 0;
    figure->clients = 0;
    for (uint16_t slot = what->a; slot <= what->b; slot++) {
        count += cell->slot[slot].sum;
        figure->clients += cell->slot[slot].clients;
    }
    return count_figure(figure, count);
}

/* Teller and noemer of a ratio are both sums, or both counts. */
static bool ratio_figure(const struct cell *cell, const struct plan *plan, const struct plan_figure *what,
                         struct figure *figure) {
    bool counted = plan->slots.data[what->b] != SLOT_SUM;
    exact_t teller = cell->slot[what->a].sum;
    exact_t noemer = cell->slot[what->b].sum;
    if (noemer == 0)
        return false;
    figure->ratio = 1;
    figure_set(figure, 0, exact_ratio_micros(teller, noemer));
    if (counted) {
        set_count(figure, 1, teller);
        set_count(figure, 2, noemer);
    } else {
        figure_set(figure, 1, exact_micros(teller));
        figure_set(figure, 2, exact_micros(noemer));
    }
    return true;
}

static bool per_client_figure(const struct slot_state *sum, const struct slot_state *clients, struct figure *figure) {
    if (clients->clients == 0)
        return false;
    figure->ratio = 1;
    figure_set(figure, 0, exact_ratio_micros(sum->sum, EXACT_ONE * clients->clients));
    figure_set(figure, 1, exact_micros(sum->sum));
    set_count(figure, 2, clients->clients);
    return true;
}

static bool sample_figure(struct cell *cell, const struct plan *plan, const struct plan_figure *what,
                          struct figure *figure) {
    const struct slot_state *state = &cell->slot[what->a];
    if (state->samples == 0)
        return false;
    struct sample_list *list = &cell->samples.data[state->samples - 1];
    const exact_t *value = plan->values.data[what->a];
    exact_t waarde;
    if (what->kind == FIGURE_MEAN)
        waarde = exact_share(state->sum, 1, (int64_t)list->numbers.len);
    else if (what->kind == FIGURE_MEDIAN)
        waarde = quantile(list->numbers.data, list->numbers.len, value, 1, 2, &list->settled);
    else
        waarde = quantile(list->numbers.data, list->numbers.len, value, 9, 10, &list->settled);
    figure_set_exact(figure, waarde);
    return true;
}

bool cell_figure(struct cell *cell, const struct plan *plan, const struct plan_figure *what, struct figure *figure) {
    const struct slot_state *a = &cell->slot[what->a];
    const struct slot_state *b = &cell->slot[what->b];
    *figure = (struct figure){.group = figure->group, .uitsplitsing = what->uitsplitsing, .clients = a->clients};
    switch ((enum figure_kind)what->kind) {
    case FIGURE_COUNT: return count_figure(figure, a->sum);
    case FIGURE_COUNTS: return counts_figure(cell, what, figure);
    case FIGURE_CLIENTS:
    case FIGURE_EXCEEDED: return count_figure(figure, a->clients);
    case FIGURE_DIFFERENCE:
        figure->clients = a->clients - b->clients;
        return count_figure(figure, a->clients - b->clients);
    case FIGURE_SUM: figure_set_exact(figure, a->sum); return a->clients > 0;
    case FIGURE_RATIO: figure->clients = b->clients; return ratio_figure(cell, plan, what, figure);
    case FIGURE_PER_CLIENT: figure->clients = b->clients; return per_client_figure(a, b, figure);
    case FIGURE_MEAN:
    case FIGURE_MEDIAN:
    case FIGURE_P90: return sample_figure(cell, plan, what, figure);
    }
    BUG("unknown kind of figure");
}
