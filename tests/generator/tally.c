/* Counts per organisation, gemeente and perceel while the histories stream past.
 * Invariant: a client is counted once in a cell, whatever the number of its indications there; the size
 * does not depend on the number of clients. Called by generate.c, read by closing.c and mi.c. */
#include "tests/generator/tally.h"

#include <stdlib.h>

enum { VOORVELD_WINDOW = 92 };

bool tally_init(struct tally *t, const struct region *region) {
    *t = (struct tally){.region = region};
    size_t n = 0;
    t->first = calloc(region->orgs, sizeof *t->first);
    t->voorveld = calloc(region->gemeenten, sizeof *t->voorveld);
    if (t->first == NULL || t->voorveld == NULL)
        return false;
    for (uint32_t org = 0; org < region->orgs; org++) {
        t->first[org] = n;
        n += (size_t)region->block[region->aanbieder[org].block].gemeenten * PERCELEN * TALLY_PERIODS;
    }
    t->cell = calloc(n, sizeof *t->cell);
    return t->cell != NULL;
}

void tally_release(struct tally *t) {
    free(t->first);
    free(t->cell);
    free(t->voorveld);
}

static struct tally_cell *cell_of(const struct tally *t, uint32_t org, uint32_t gem, enum perceel perceel, int period) {
    uint32_t first = t->region->block[t->region->aanbieder[org].block].gemeente;
    return &t->cell[t->first[org] + ((gem - first) * PERCELEN + perceel) * TALLY_PERIODS + (size_t)period];
}

const struct tally_cell *tally_cell(const struct tally *t, uint32_t org, uint32_t gem, enum perceel perceel,
                                    int period) {
    return cell_of(t, org, gem, perceel, period);
}

static enum perceel perceel_of(const struct indication *i) {
    return catalogue_products[i->product].perceel;
}

static bool same_cell(const struct indication *a, const struct indication *b) {
    return a->org == b->org && a->gem == b->gem && perceel_of(a) == perceel_of(b);
}

/* Counts the cell of indication `at`, over all of the client's indications in it. */
static void add_cell(struct tally *t, const struct history *h, size_t at, int period) {
    const struct indication *first = &h->indication[at];
    half h_year = t->region->window.last - (TALLY_PERIODS - 1) + period;
    day before = half_first(h_year) - 1, end = half_last(h_year);
    bool begin_active = false, end_active = false, any = false;
    struct tally_cell *cell = cell_of(t, first->org, first->gem, perceel_of(first), period);
    for (size_t i = at; i < h->n; i++) {
        const struct indication *x = &h->indication[i];
        if (!same_cell(x, first))
            continue;
        begin_active |= indication_active(x, before);
        end_active |= indication_active(x, end);
        any |= x->begin <= end && day_max(before + 1, x->begin) <= indication_last(x);
        cell->wachtenden += indication_active(x, end) && (x->start == DAY_NONE || x->start > end);
    }
    cell->clienten += any;
    cell->instroom += end_active && !begin_active;
    cell->uitstroom += begin_active && !end_active;
}

static bool active_between(const struct history *h, uint32_t gem, enum perceel perceel, day from, day to) {
    for (size_t i = 0; i < h->n; i++) {
        const struct indication *x = &h->indication[i];
        if (x->gem == gem && perceel_of(x) == perceel && indication_in_voorveld(x) &&
            day_max(x->begin, from) <= day_min(indication_last(x), to))
            return true;
    }
    return false;
}

static void add_registrations(struct tally *t, const struct history *h) {
    const struct window *w = &t->region->window;
    for (size_t i = 0; i < h->registrations; i++) {
        const struct registration *v = &h->registration[i];
        if (v->datum >= w->contract_start &&
            active_between(h, v->gem, v->perceel, v->datum - VOORVELD_WINDOW, v->datum) &&
            !active_between(h, v->gem, v->perceel, w->end, w->end))
            t->voorveld[v->gem][v->perceel].shifted++;
    }
}

void tally_add(struct tally *t, const struct history *h) {
    day start = t->region->window.contract_start;
    for (size_t i = 0; i < h->n; i++) {
        const struct indication *x = &h->indication[i];
        size_t cell = 0, pair = 0;
        while (!same_cell(&h->indication[cell], x))
            cell++;
        if (cell == i)
            for (int period = 0; period < TALLY_PERIODS; period++)
                add_cell(t, h, i, period);
        while (h->indication[pair].gem != x->gem || perceel_of(&h->indication[pair]) != perceel_of(x))
            pair++;
        if (pair == i)
            t->voorveld[x->gem][perceel_of(x)].at_start += active_between(h, x->gem, perceel_of(x), start, start);
    }
    add_registrations(t, h);
}
