/* Clients drawn by chance: most of a region.
 * Invariant: nothing happens after the window's end but what was decided before it (an end date, a
 * begin within weeks). A history is one or more courses of care: an indication, its renewals, its
 * conversion to the new agreement, and what comes after. Called by generate.c. */
#include "tests/generator/history.h"

/* One course of care of a client, while it is being told. */
struct course {
    uint32_t gem, org;
    enum perceel perceel;
    bool transport; /* vervoer goes with it */
    day next;       /* the next indication begins here; DAY_NONE = the course has ended */
    bool known;     /* the next one is a renewal */
};

static int draw_months(struct prng *r, bool oud) {
    static const int months[] = {3, 6, 12, 24, 36, 60, 0};
    static const uint16_t before[] = {40, 120, 300, 240, 90, 110, 100};
    static const uint16_t after[] = {50, 140, 420, 220, 60, 50, 60};
    return months[prng_weighted(r, oud ? before : after, 7)];
}

static day draw_end(struct prng *r, day begin, bool oud) {
    int months = draw_months(r, oud);
    if (months == 0)
        return DAY_NONE;
    struct civil c = day_civil(begin);
    day same = c.mday > 28 ? month_first(begin) + 27 : begin;
    return day_add_months(same, months) + (begin - same) - 1;
}

/* From the contract's start on only who is contracted gets new clients. */
static uint32_t draw_org(struct scribe *s, const struct course *c, day begin) {
    enum choice choice = begin < s->region->window.contract_start ? ANYONE : CONTRACTED;
    return region_draw_org(s->region, &s->chance, c->gem, c->perceel, choice, NOBODY);
}

static enum reden draw_reden(struct prng *r) {
    static const enum reden reden[] = {R_OVERLIJDEN, R_VOLGENS_PLAN, R_TIJDELIJK, R_DOOR_CLIENT,  R_DOOR_AANBIEDER,
                                       R_IN_OVERLEG, R_VERHUIZING,   R_GEMEENTE,  R_ANDER_DOMEIN, R_GEEN};
    static const uint16_t weight[] = {250, 280, 30, 130, 40, 110, 60, 35, 40, 25};
    return reden[prng_weighted(r, weight, 10)];
}

/* A product that the gemeente still gives: one that is phased out only now and then. */
static enum product_id draw_product(struct scribe *s, const struct course *c, day begin) {
    const struct window *w = &s->region->window;
    const struct gemeente_role *gem = s->region->gemeente[c->gem].role;
    bool oud = begin < w->contract_start || prng_chance(&s->chance, 3);
    enum product_id product = catalogue_draw(&s->chance, c->perceel, oud);
    day from = day_add_months(w->contract_start, gem->phase_months);
    if (product == gem->phased_out && begin >= from && prng_chance(&s->chance, 930))
        return product == P_07DBA ? P_07DBB : P_02BGS;
    return product;
}

static enum product_id transport_for(enum product_id product) {
    return catalogue_products[product].oud ? P_98VVD : product == P_07DBA ? P_08VVZ : P_08VVM;
}

/* What is phased out is not given for long any more once that is known. */
static day draw_phased_end(struct scribe *s, uint32_t gem, enum product_id product, day end) {
    const struct gemeente_role *role = s->region->gemeente[gem].role;
    day from = day_add_months(s->region->window.contract_start, role->phase_months);
    if (product != role->phased_out || prng_chance(&s->chance, 300))
        return end;
    day limit = from + prng_between(&s->chance, 0, 300);
    return end == DAY_NONE ? limit : day_min(end, limit);
}

static void draw_evaluation(struct scribe *s, struct indication *i) {
    const struct window *w = &s->region->window;
    bool contracted = s->region->aanbieder[i->org].role->contracted;
    if (i->begin >= w->contract_start || indication_last(i) <= w->end)
        return;
    if (prng_chance(&s->chance, contracted ? 60 : 450))
        i->evaluatie = prng_between(&s->chance, w->contract_start - 40, w->end);
}

/* Ended before its time? Then the course ends, or goes on in another gemeente. */
static bool draw_stop(struct scribe *s, struct course *c, struct indication *i) {
    struct prng *r = &s->chance;
    if (!prng_chance(r, 300))
        return false;
    day latest = day_min(indication_valid_to(i), i->begin + 900);
    day stop = prng_between(r, i->begin + 20, day_max(latest, i->begin + 21));
    if (stop > s->region->window.end || stop > latest)
        return false;
    indication_stop(i, stop, draw_reden(r));
    c->next = DAY_NONE;
    if (i->reden == R_VERHUIZING && prng_chance(r, 600)) {
        c->gem = region_draw_neighbour(s->region, r, c->gem);
        c->org = draw_org(s, c, stop + 1);
        c->next = stop + 1;
        c->known = false;
    }
    return true;
}

/* Converted to the new agreement before it runs off? */
static bool draw_conversion(struct scribe *s, struct course *c, struct indication *i) {
    const struct window *w = &s->region->window;
    const struct aanbieder_role *org = s->region->aanbieder[c->org].role;
    struct prng *r = &s->chance;
    if (!catalogue_products[i->product].oud || !indication_active(i, w->contract_start))
        return false;
    day at = prng_between(r, w->contract_start, w->contract_end);
    if (!prng_chance(r, org->conversion) || at > w->end || at >= indication_last(i))
        return false;
    bool stays = org->contracted && prng_chance(r, 930);
    indication_stop(i, at, stays ? R_WIJZIGING : R_OVERSTAP);
    if (!stays)
        c->org = draw_org(s, c, at + 1);
    c->next = at + 1;
    c->known = true;
    return true;
}

/* Run off: renewed, or out of care, perhaps into the voorveld. */
static void draw_sequel(struct scribe *s, struct course *c, const struct indication *i) {
    const struct window *w = &s->region->window;
    struct prng *r = &s->chance;
    day last = indication_last(i);
    c->next = DAY_NONE;
    if (last > w->end + 14)
        return;
    if (prng_chance(r, 590)) {
        bool nieuw = last + 1 >= w->contract_start;
        if ((nieuw && !s->region->aanbieder[c->org].role->contracted) || prng_chance(r, 60))
            c->org = draw_org(s, c, last + 1);
        c->next = last + 1 + (prng_chance(r, 100) ? prng_between(r, 1, 40) : 0);
        c->known = true;
    }
}

static void draw_voorveld(struct scribe *s, struct course *c, const struct indication *i) {
    const struct window *w = &s->region->window;
    const struct gemeente_role *gem = s->region->gemeente[c->gem].role;
    struct prng *r = &s->chance;
    if (c->next != DAY_NONE || !indication_in_voorveld(i) || !gem->registers)
        return;
    day last = indication_last(i);
    bool ended = last <= w->end;
    if (!prng_chance(r, ended ? gem->voorveld * 2 : gem->voorveld / 12))
        return;
    day datum = ended ? last + prng_between(r, -10, 60) : w->end - prng_between(r, 5, 160);
    day from = gem->late ? half_first(w->last) : w->contract_start - 60;
    if (datum < from || datum > w->end)
        return;
    scribe_register(s, i->gem, c->perceel, datum);
    if (ended && prng_chance(r, 140)) {
        c->next = last + prng_between(r, 70, 160);
        c->known = false;
    }
}

/* The vervoer that goes with a dagbesteding: the same dates, an amount of its own. */
static void add_transport(struct scribe *s, const struct indication *with) {
    enum product_id product = transport_for(with->product);
    struct indication *ride = scribe_indication(s, with->gem, with->org, product, with->begin, with->end);
    if (ride == NULL)
        return;
    struct indication own = *ride;
    *ride = *with;
    ride->product = own.product;
    ride->volume = own.volume;
    ride->eenheid = own.eenheid;
    ride->frequentie = own.frequentie;
    ride->level = own.level;
    ride->evaluatie = DAY_NONE;
}

static bool draw_episode(struct scribe *s, struct course *c) {
    day begin = c->next;
    enum product_id product = draw_product(s, c, begin);
    day end = draw_end(&s->chance, begin, begin < s->region->window.contract_start);
    end = draw_phased_end(s, c->gem, product, end);
    struct indication *i =
        scribe_indication(s, c->gem, c->org, product, begin, end == DAY_NONE ? end : day_max(end, begin + 27));
    if (i == NULL)
        return false;
    if (c->known)
        scribe_renewal(s, i);
    else
        scribe_access(s, i);
    if (!draw_stop(s, c, i) && !draw_conversion(s, c, i))
        draw_sequel(s, c, i);
    draw_evaluation(s, i);
    draw_voorveld(s, c, i);
    if (c->transport)
        add_transport(s, i);
    return c->next != DAY_NONE && c->next <= s->region->window.end + 20;
}

static day draw_first_day(struct scribe *s) {
    const struct window *w = &s->region->window;
    struct prng *r = &s->chance;
    if (prng_chance(r, 220))
        return w->first_indication;
    if (prng_chance(r, 280))
        return prng_between(r, w->first_indication, w->first_indication + 180);
    return prng_between(r, w->first_indication + 90, w->end + 15);
}

static void draw_course(struct scribe *s, uint32_t gem) {
    static const uint16_t percelen[PERCELEN] = {460, 370, 140, 30};
    struct prng *r = &s->chance;
    struct course c = {.gem = gem, .perceel = (enum perceel)prng_weighted(r, percelen, PERCELEN)};
    c.next = draw_first_day(s);
    c.known = c.next == s->region->window.first_indication && prng_chance(r, 500);
    c.org = draw_org(s, &c, c.next);
    c.transport = c.perceel == DB && prng_chance(r, 400);
    while (draw_episode(s, &c))
        ;
}

/* Somebody who was helped in the voorveld and never had an indication. */
static void draw_visitor(struct scribe *s, uint32_t gem) {
    const struct window *w = &s->region->window;
    const struct gemeente_role *role = s->region->gemeente[gem].role;
    if (!role->registers)
        return;
    day from = role->late ? half_first(w->last) : w->contract_start;
    enum perceel perceel = prng_chance(&s->chance, 700) ? BG : DB;
    scribe_register(s, gem, perceel, prng_between(&s->chance, from, w->end));
}

void history_draw(struct scribe *s) {
    static const uint16_t courses[] = {0, 890, 90, 20};
    struct prng *r = &s->chance;
    uint32_t gem = region_draw_gemeente(s->region, r);
    if (prng_chance(r, 12))
        draw_visitor(s, gem);
    size_t n = prng_weighted(r, courses, 4);
    for (size_t i = 0; i < n; i++)
        draw_course(s, i > 0 && prng_chance(r, 60) ? region_draw_neighbour(s->region, r, gem) : gem);
}
