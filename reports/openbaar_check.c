/*
 * Narrows the bounds of all counts by their relations until nothing changes, and leaves out the breakdown that gives a
 * small count away; then again, until none does.  Invariant: low ≤ truth ≤ high.  Called by openbaar.c.
 *
 * Bounds are propagated with a queue of relations, which is linear in the number of counts; then each table by itself
 * is decided exactly, as a flow (openbaar_flow.h).  A linear programme over all relations at once can decide more: of
 * 4,740 counts of 1 to 4 in a region of 60 clients 695 instead of 644, before anything was left out; after that,
 * nothing in such regions, and 8 of 8,913 in one of 120 clients without the flows, which find 6 of these.  It takes
 * minutes for a region, where this takes a moment.
 */
#include "reports/openbaar_check.h"

#include <stdlib.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "reports/openbaar_bounds.h"
#include "reports/openbaar_flow.h"
#include "reports/openbaar_relations.h"

enum { SMALL_LEAST = 1, SMALL_MOST = 4 };

#define REASON_NONE SIZE_MAX

struct check {
    struct cells *cells;
    struct relations relations;
    size_t *why_low; /* per cell the relation that last narrowed it, REASON_NONE when none did */
    size_t *why_high;
    bool *pending; /* per cell: will be left out after this round */
    bool *seen;    /* per cell, while a reason is looked for */
    bool *waiting; /* per relation: is it in the queue? */
    size_t *queue; /* a ring with room for all relations, each of which stands in it at most once */
    size_t room;
    size_t head;
    size_t queued;
    struct relation relation; /* scratch */
    relation_numbers numbers;
};

/* ---- propagation ---- */

static void enqueue(struct check *check, size_t number) {
    if (check->waiting[number])
        return;
    check->waiting[number] = true;
    check->queue[(check->head + check->queued++) % check->room] = number;
}

static size_t dequeue(struct check *check) {
    size_t number = check->queue[check->head];
    check->head = (check->head + 1) % check->room;
    check->queued--;
    check->waiting[number] = false;
    return number;
}

static void narrow(struct check *check, size_t cell, int64_t low, int64_t high, size_t number) {
    struct cells *cells = check->cells;
    if (low <= cells->low[cell] && high >= cells->high[cell])
        return;
    if (low > cells->low[cell]) {
        cells->low[cell] = low;
        check->why_low[cell] = number;
    }
    if (high < cells->high[cell]) {
        cells->high[cell] = high;
        check->why_high[cell] = number;
    }
    if (cells->low[cell] > cells->truth[cell] || cells->high[cell] < cells->truth[cell])
        BUG("a relation contradicts a count");
    relations_of(&check->relations, cell, &check->numbers);
    for (size_t i = 0; i < check->numbers.len; i++)
        enqueue(check, check->numbers.data[i]);
}

/* A sum of bounds, of which some may be unbounded. */
struct bound_sum {
    int64_t finite;
    size_t unbounded;
};

static void add_bound(struct bound_sum *sum, int64_t bound) {
    if (bound <= -CELL_UNBOUNDED || bound >= CELL_UNBOUNDED)
        sum->unbounded++;
    else
        sum->finite += bound;
}

/* The sum without one of its bounds; false when it is unbounded. */
static bool without(const struct bound_sum *sum, int64_t bound, int64_t *rest) {
    bool is_unbounded = bound <= -CELL_UNBOUNDED || bound >= CELL_UNBOUNDED;
    *rest = sum->finite - (is_unbounded ? 0 : bound);
    return sum->unbounded == (is_unbounded ? 1 : 0);
}

/* The bounds of a term as it is added: those of a subtracted cell are turned over. */
static int64_t term_low(const struct cells *cells, const struct relation_cell *term) {
    return term->sign > 0 ? cells->low[term->cell] : -cells->high[term->cell];
}

static int64_t term_high(const struct cells *cells, const struct relation_cell *term) {
    return term->sign > 0 ? cells->high[term->cell] : -cells->low[term->cell];
}

static void narrow_term(struct check *check, const struct relation_cell *term, int64_t low, int64_t high,
                        size_t number) {
    if (term->sign > 0)
        narrow(check, term->cell, low, high, number);
    else
        narrow(check, term->cell, -high, -low, number);
}

/* A term is at most what the least of all others leaves of 0; and at least that, when the sum is 0. */
static void propagate_sum(struct check *check, size_t number) {
    const struct cells *cells = check->cells;
    struct relation *relation = &check->relation;
    struct bound_sum lows = {0};
    struct bound_sum highs = {0};
    for (size_t i = 0; i < relation->terms.len; i++) {
        add_bound(&lows, term_low(cells, &relation->terms.data[i]));
        add_bound(&highs, term_high(cells, &relation->terms.data[i]));
    }
    for (size_t i = 0; i < relation->terms.len; i++) {
        const struct relation_cell *term = &relation->terms.data[i];
        int64_t rest;
        int64_t low = -CELL_UNBOUNDED;
        int64_t high = CELL_UNBOUNDED;
        if (without(&lows, term_low(cells, term), &rest))
            high = -rest;
        if (relation->kind == RELATION_EQUAL && without(&highs, term_high(cells, term), &rest))
            low = -rest;
        narrow_term(check, term, low, high, number);
    }
}

/* All clients are at least those of each part. */
static void propagate_distinct(struct check *check, size_t number) {
    const struct cells *cells = check->cells;
    const struct relation *relation = &check->relation;
    size_t whole = relation->terms.data[0].cell;
    int64_t least = cells->low[whole];
    for (size_t i = 1; i < relation->terms.len; i++) {
        size_t part = relation->terms.data[i].cell;
        narrow(check, part, -CELL_UNBOUNDED, cells->high[whole], number);
        least = cells->low[part] > least ? cells->low[part] : least;
    }
    narrow(check, whole, least, CELL_UNBOUNDED, number);
}

static void propagate_queue(struct check *check) {
    while (check->queued > 0) {
        size_t number = dequeue(check);
        if (!relations_make(&check->relations, number, &check->relation))
            continue;
        propagate_sum(check, number);
        if (check->relation.kind == RELATION_DISTINCT)
            propagate_distinct(check, number);
    }
}

/* The sum that a cell is a part of: of a place, else of the region. */
static size_t sum_with(struct check *check, size_t cell) {
    struct part part = check->cells->part[cells_place(check->cells, cell).part];
    relations_of(&check->relations, cell, &check->numbers);
    size_t over_gemeenten = check->numbers.data[0];
    if (part.perceel == 0)
        return over_gemeenten;
    size_t over_parts = check->numbers.data[part.product > 0 ? 1 : 2];
    return relations_make(&check->relations, over_parts, &check->relation) ? over_parts : over_gemeenten;
}

/* Narrows the cells of a table that have one value. */
static bool narrow_table(struct check *check, size_t period, size_t series, flow_cells *fixed) {
    struct cells *cells = check->cells;
    fixed->len = 0;
    if (relations_add_up(&cells->series.data[series]))
        flow_find_fixed(cells, period, series, fixed);
    for (size_t i = 0; i < fixed->len; i++) {
        size_t cell = fixed->data[i];
        narrow(check, cell, cells->truth[cell], cells->truth[cell], sum_with(check, cell));
    }
    return fixed->len > 0;
}

static bool narrow_tables(struct check *check) {
    flow_cells fixed = {0};
    bool any = false;
    for (size_t period = 0; period < check->cells->figures->periods; period++)
        for (size_t s = 0; s < check->cells->series.len; s++)
            any |= narrow_table(check, period, s, &fixed);
    VEC_FREE(fixed);
    return any;
}

static void propagate(struct check *check) {
    for (size_t cell = 0; cell < check->cells->count; cell++)
        check->why_low[cell] = check->why_high[cell] = REASON_NONE;
    for (size_t number = 0; number < check->relations.count; number++)
        enqueue(check, number);
    do
        propagate_queue(check);
    while (narrow_tables(check));
}

/* ---- leaving out ---- */

static bool can_leave_out(const struct cells *cells, size_t cell) {
    return !cells->left_out[cell] && !cells->open[cell] && !cells_is_void(cells, cell);
}

/* Of a ratio teller and noemer go together. */
static void leave_out(struct check *check, size_t cell) {
    const struct cells *cells = check->cells;
    struct cell_place at = cells_place(cells, cell);
    struct series series = cells->series.data[at.series];
    check->pending[cell] = true;
    for (unsigned number = NUMBER_TELLER; series.number != NUMBER_WAARDE && number < NUMBERS; number++) {
        at.series = cells_series(cells, series.measure, series.uitsplitsing, number);
        if (at.series != SERIES_NONE)
            check->pending[cells_index(cells, at)] = true;
    }
}

/* The terms of the relation with one sign; false when nothing is left of them. */
static bool leave_out_side(struct check *check, int8_t sign) {
    bool any = false;
    for (size_t i = 0; i < check->relation.terms.len; i++) {
        const struct relation_cell *term = &check->relation.terms.data[i];
        if (term->sign != sign || !can_leave_out(check->cells, term->cell))
            continue;
        leave_out(check, term->cell);
        any = true;
    }
    return any;
}

/* The breakdown first, which is the side with more terms; else what it is a breakdown of. */
static bool leave_out_breakdown(struct check *check, size_t number) {
    if (!relations_make(&check->relations, number, &check->relation))
        return false;
    size_t added = 0;
    for (size_t i = 0; i < check->relation.terms.len; i++)
        added += check->relation.terms.data[i].sign > 0;
    int8_t breakdown = added * 2 > check->relation.terms.len ? 1 : -1;
    return leave_out_side(check, breakdown) || leave_out_side(check, (int8_t)-breakdown);
}

typedef VEC(size_t) cell_list;

static void look_at(struct check *check, cell_list *list, size_t cell) {
    if (check->seen[cell])
        return;
    check->seen[cell] = true;
    VEC_PUSH(*list, cell);
}

/* What narrowed a cell: a relation of which something can be left out, else what narrowed the others in it. */
static bool leave_out_reason(struct check *check, size_t cell) {
    cell_list list = {0};
    bool done = false;
    look_at(check, &list, cell);
    for (size_t n = 0; n < list.len && !done; n++) {
        const size_t reasons[] = {check->why_low[list.data[n]], check->why_high[list.data[n]]};
        for (size_t r = 0; r < 2 && !done; r++) {
            done = reasons[r] != REASON_NONE && leave_out_breakdown(check, reasons[r]);
            for (size_t i = 0; reasons[r] != REASON_NONE && !done && i < check->relation.terms.len; i++)
                look_at(check, &list, check->relation.terms.data[i].cell);
        }
    }
    for (size_t n = 0; n < list.len; n++)
        check->seen[list.data[n]] = false;
    VEC_FREE(list);
    return done;
}

/* A teller that may be negative is a difference, and counts no one. */
static bool is_given_away(const struct cells *cells, size_t cell) {
    const struct series *series = &cells->series.data[cells_place(cells, cell).series];
    if (series->number == NUMBER_TELLER && series->is_signed)
        return false;
    return cells->low[cell] == cells->high[cell] && cells->low[cell] >= SMALL_LEAST &&
           cells->high[cell] <= SMALL_MOST && !cells->open[cell];
}

static bool is_figure(const struct cells *cells, size_t cell) {
    return cells->series.data[cells_place(cells, cell).series].number == NUMBER_WAARDE;
}

/* The cell that is the same figure in another period or under another name; false when the relation is not of two. */
static bool same_figure(struct check *check, size_t cell, size_t number, size_t *same) {
    if (!relations_is_pattern(&check->relations, number) ||
        !relations_make(&check->relations, number, &check->relation) || check->relation.kind != RELATION_EQUAL ||
        check->relation.terms.len != 2)
        return false;
    const struct relation_cell *terms = check->relation.terms.data;
    *same = terms[terms[0].cell == cell].cell;
    return is_figure(check->cells, *same);
}

/* What is left out in one place, is left out wherever the same figure stands. */
static void leave_out_everywhere(struct check *check) {
    cell_list list = {0};
    for (size_t cell = 0; cell < check->cells->count; cell++)
        if (check->pending[cell] && is_figure(check->cells, cell))
            VEC_PUSH(list, cell);
    for (size_t n = 0; n < list.len; n++) {
        relations_of(&check->relations, list.data[n], &check->numbers);
        for (size_t i = 0; i < check->numbers.len; i++) {
            size_t same;
            if (!same_figure(check, list.data[n], check->numbers.data[i], &same) || check->pending[same] ||
                !can_leave_out(check->cells, same))
                continue;
            leave_out(check, same);
            VEC_PUSH(list, same);
        }
    }
    VEC_FREE(list);
}

/*
 * For all counts that are given away by the bounds of this round; false when there is none.  One for which nothing can
 * be left out follows from counts that are open, such as a noemer from a nulmeting that was given, and is open itself.
 */
static bool leave_out_reasons(struct check *check) {
    bool any = false;
    for (size_t cell = 0; cell < check->cells->count; cell++) {
        if (!is_given_away(check->cells, cell))
            continue;
        if (leave_out_reason(check, cell))
            any = true;
        else
            check->cells->open[cell] = true;
    }
    leave_out_everywhere(check);
    for (size_t cell = 0; cell < check->cells->count; cell++)
        check->cells->left_out[cell] |= check->pending[cell];
    return any;
}

void openbaar_check(struct cells *cells) {
    struct check check = {.cells = cells};
    relations_init(&check.relations, cells);
    check.room = check.relations.count + 1;
    check.why_low = mem_calloc(cells->count, sizeof *check.why_low);
    check.why_high = mem_calloc(cells->count, sizeof *check.why_high);
    check.pending = mem_calloc(cells->count, sizeof *check.pending);
    check.seen = mem_calloc(cells->count, sizeof *check.seen);
    check.waiting = mem_calloc(check.relations.count, sizeof *check.waiting);
    check.queue = mem_calloc(check.room, sizeof *check.queue);
    do {
        openbaar_bound(cells);
        propagate(&check);
    } while (leave_out_reasons(&check));
    free(check.why_low);
    free(check.why_high);
    free(check.pending);
    free(check.seen);
    free(check.waiting);
    free(check.queue);
    relation_release(&check.relation);
    VEC_FREE(check.numbers);
    relations_release(&check.relations);
}
