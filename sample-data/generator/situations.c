/* Clients whose history was thought out: each shows one thing that measures.md tells apart, so that it
 * occurs in every region of some size, whatever the seed.
 * Invariant: a situation does not depend on what chance draws for other clients. The first clients of a
 * region get one each, in the order of the table. Called by generate.c. */
#include "sample-data/generator/history.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

struct situation {
    const char *name;
    void (*write)(struct scribe *s, int variant);
    int variant;
};

/* Situations are spread over the gemeenten of the first block; where the voorveld is at play they go to
 * one that keeps it (the first and the third). */
static uint32_t somewhere(struct scribe *s) {
    return (uint32_t)(s->history->client % s->region->block[0].gemeenten);
}

static uint32_t with_voorveld(const struct scribe *s) {
    return s->region->block[0].gemeenten > 2 ? 2 : 0;
}

/* A plain indication that runs over the whole window's end: steady, of known amount. */
static struct indication *plain(struct scribe *s, enum product_id product, day begin, day end) {
    uint32_t gem = somewhere(s);
    bool oud = catalogue_products[product].oud;
    uint32_t org = region_draw_org(s->region, &s->chance, gem, catalogue_products[product].perceel, !oud);
    struct indication *i = scribe_indication(s, gem, org, product, begin, end);
    i->level = 900;
    return i;
}

/* The last half-year, with a begin shortly before it and an end after it. */
static struct indication *current(struct scribe *s, enum product_id product) {
    const struct window *w = &s->region->window;
    return plain(s, product, day_add_months(half_first(w->last), -3), w->end + 200);
}

/* measures.md 6: variant = route × 5 + status; routes opnieuw and niet_opnieuw, aflopend and langdurig. */
enum { LOPEND, OMGEZET, OVERGEDRAGEN, VOORVELD, UITGESTROOMD, STATUSES };

static void transition(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    bool again = variant / STATUSES < 2, runs_off = variant / STATUSES % 2 == 0;
    int status = variant % STATUSES;
    uint32_t gem = with_voorveld(s);
    uint32_t org = region_find_org(s->region, gem, BG, again, UINT32_MAX);
    day last = w->contract_start + 60 + 3 * status;
    day end = !runs_off          ? (variant % 2 == 0 ? DAY_NONE : w->contract_end + 300)
              : status == LOPEND ? w->contract_end
                                 : last;
    struct indication *old = scribe_indication(s, gem, org, P_92BGM, w->contract_start - 250, end);
    scribe_access(s, old);
    if (status == LOPEND)
        return;
    if (!runs_off)
        indication_stop(old, last, status == UITGESTROOMD ? R_VOLGENS_PLAN : R_WIJZIGING);
    if (status == VOORVELD)
        scribe_register(s, gem, BG, last + 92);
    if (status != OMGEZET && status != OVERGEDRAGEN)
        return;
    if (status == OVERGEDRAGEN)
        org = region_find_org(s->region, gem, BG, true, org);
    day begin = status == OMGEZET ? last + 92 : last - 31;
    scribe_renewal(s, scribe_indication(s, gem, org, P_02BGB, begin, begin + 729));
}

/* One day outside the window around the end, or in another perceel: each leaves it uitgestroomd. */
static void transition_missed(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    uint32_t gem = with_voorveld(s);
    uint32_t org = region_find_org(s->region, gem, BG, true, UINT32_MAX);
    day last = w->contract_start + 45;
    scribe_access(s, scribe_indication(s, gem, org, P_92BGL, w->contract_start - 300, last));
    if (variant == 0)
        scribe_renewal(s, scribe_indication(s, gem, org, P_02BGP, last + 93, last + 500));
    else if (variant == 1)
        scribe_register(s, gem, BG, last + 93);
    else
        scribe_renewal(s, scribe_indication(s, gem, s->region->block[0].org, P_01HHO, last + 1, last + 500));
}

static void evaluation(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    uint32_t gem = somewhere(s);
    uint32_t org = region_find_org(s->region, gem, BG, false, UINT32_MAX);
    struct indication *i = scribe_indication(s, gem, org, P_92BGI, w->contract_start - 400, DAY_NONE);
    static const int days[] = {120, 0, -1}; /* done, done on the first day, done too early */
    scribe_access(s, i);
    if (variant < 3)
        i->evaluatie = w->contract_start + days[variant];
}

static void old_after_start(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    struct indication *i = plain(s, P_91HHB, w->contract_start + 40 * variant, w->end + 100);
    scribe_access(s, i);
}

/* measures.md 4: exactly at every norm (42, 14, 56, 42, 98 days), one day beyond, nothing, unknown, wrong. */
static void lead_times(struct scribe *s, int variant) {
    static const struct {
        int melding, aanvraag, start; /* before and after the besluit; −1 = not known */
    } way[] = {{56, 14, 42}, {58, 15, 43}, {0, 0, 0}, {-1, -1, 10}, {-1, 14, 30}, {20, 30, 10}};
    const struct window *w = &s->region->window;
    struct indication *i = plain(s, P_02BGB, half_first(w->last) + 60, w->end + 300);
    i->besluit = i->begin;
    if (way[variant].melding >= 0)
        i->melding = i->besluit - way[variant].melding;
    if (way[variant].aanvraag >= 0)
        i->aanvraag = i->besluit - way[variant].aanvraag;
    i->start = i->besluit + way[variant].start;
}

static void waiting(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    struct indication *i = plain(s, variant == 2 ? P_07DBA : P_02BGS, w->end - 40, w->end + 400);
    i->start = variant == 2 ? w->end + 1 : DAY_NONE;
    if (variant != 1)
        i->besluit = w->end - 50;
}

/* measures.md 3: exactly on the limits of benutting_klasse: 600 minutes a month, steady all half-year. */
static void use(struct scribe *s, int promille) {
    struct indication *i = current(s, P_02BGB);
    indication_amount(i, 600000, MAAND);
    i->steady = true;
    i->level = promille;
}

/* Under 28 days in the half-year: no class; and exactly 28. */
static void short_use(struct scribe *s, int days) {
    struct indication *i = plain(s, P_02BGP, s->region->window.end - days + 1, s->region->window.end + 90);
    indication_amount(i, 120000, WEEK);
}

/* Budget classes: a year's budget in total, begun after the first declarations; level tells the class. */
static void budget(struct scribe *s, int promille) {
    const struct window *w = &s->region->window;
    struct indication *i = plain(s, P_02BGB, half_first(w->last - 1), half_last(w->last) + 61);
    indication_amount(i, 4000000, TOTAAL);
    i->steady = true;
    i->level = promille;
}

static void year_maximum(struct scribe *s, int promille) {
    const struct window *w = &s->region->window;
    struct indication *i = plain(s, P_01HHT, day_of(day_civil(w->end).year, 1, 1), w->end + 180);
    indication_amount(i, 6000, MAAND);
    i->steady = true;
    i->level = promille; /* 1000 = 6 uur a month */
}

/* An amount with which nothing can be computed, each a warning. */
static void odd_amount(struct scribe *s, int variant) {
    struct indication *i = current(s, variant == 1 ? P_02BGB : P_02BGP);
    if (variant == 0) {
        indication_amount(i, 0, WEEK);
    } else if (variant == 1) {
        indication_amount(i, 3000000, TOTAAL);
        i->end = DAY_NONE;
    } else {
        indication_amount(i, 2000, WEEK);
        i->eenheid = DAGDEEL;
    }
}

static void odd_stop(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    struct indication *i = plain(s, P_01HHO, half_first(w->last) - 20, half_first(w->last) + 50);
    if (variant == 0) {
        indication_stop(i, i->end + 10, R_VOLGENS_PLAN);
    } else {
        i->start = DAY_NONE;
        indication_stop(i, i->begin - 5, R_GEMEENTE);
    }
}

static void frequency(struct scribe *s, int frequentie) {
    static const int32_t dagdelen[] = {1000, 4000, 16000, 17000, 208000, 180000};
    indication_amount(current(s, P_07DBA), dagdelen[frequentie], (enum frequentie)frequentie);
}

/* measures.md 9: on and beside the limits of the classes; BG in uur, HO in minuten, DB in dagdelen. */
static void size_bg(struct scribe *s, int thousandths) {
    struct indication *i = current(s, P_02BGS);
    indication_amount(i, thousandths, WEEK);
    i->eenheid = UUR;
}

static void size_ho(struct scribe *s, int minutes) {
    indication_amount(current(s, P_01HHO), minutes * 1000, WEEK);
}

static void size_db(struct scribe *s, int thousandths) {
    indication_amount(current(s, P_07DBB), thousandths, WEEK);
}

static void ended(struct scribe *s, int reden) {
    const struct window *w = &s->region->window;
    struct indication *i = plain(s, P_02BGB, w->contract_start + 20, w->end + 365);
    scribe_access(s, i);
    indication_stop(i, half_first(w->last) + 30 + 7 * reden, (enum reden)reden);
}

static void moved(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    struct indication *i = plain(s, variant == 0 ? P_01HHO : P_02BGB, w->contract_start + 10, w->end + 300);
    uint32_t gem = region_draw_neighbour(s->region, &s->chance, i->gem);
    day begin = w->contract_start + 200;
    if (variant < 2) {
        indication_stop(i, begin - 1, R_VERHUIZING);
        scribe_access(s, scribe_indication(s, gem, i->org, i->product, begin, begin + 700));
    } else { /* both at once: parents in two gemeenten */
        scribe_indication(s, gem, i->org, i->product, i->begin + 30, DAY_NONE);
    }
}

/* Two indications of the same product at one aanbieder: a line without number fits both. */
static void overlap(struct scribe *s, int variant) {
    (void)variant;
    struct indication *i = current(s, P_02BGP);
    struct indication *same = scribe_indication(s, i->gem, i->org, i->product, i->begin + 30, i->end);
    same->level = 600;
}

/* measures.md 7. Care ended on `ended` days before the registration; 0 = goes on, −1 = never was. */
static void voorveld(struct scribe *s, int variant) {
    static const struct {
        int ended;       /* last day of care before the registration; 0 = none, −1 = goes on */
        int again;       /* begins again so many days after it; 0 = no */
        bool second;     /* a later registration too, which does not count */
        bool before;     /* … and one before the start, which neither does */
        bool only_rides; /* vervoer only */
    } way[] = {
        {10, 0, false, false, false}, {92, 0, true, false, false},   {93, 0, false, false, false},
        {0, 0, false, true, false},   {10, 60, false, false, false}, {-1, 0, true, false, false},
        {10, 0, false, true, false},  {10, 0, false, false, true},
    };
    const struct window *w = &s->region->window;
    uint32_t gem = with_voorveld(s);
    day d = half_first(w->last) + 20;
    uint32_t org = region_find_org(s->region, gem, DB, true, UINT32_MAX);
    enum product_id product = way[variant].only_rides ? P_98VVD : P_97DBG;
    if (way[variant].ended != 0)
        scribe_indication(s, gem, org, product, w->contract_start - 500,
                          way[variant].ended < 0 ? DAY_NONE : d - way[variant].ended);
    if (way[variant].again != 0)
        scribe_renewal(s, scribe_indication(s, gem, org, P_07DBA, d + way[variant].again, DAY_NONE));
    if (way[variant].before)
        scribe_register(s, gem, DB, w->contract_start - 1);
    scribe_register(s, gem, DB, d);
    if (way[variant].second)
        scribe_register(s, gem, DB, d + 40);
}

/* measures.md 8: begun on and just before the day from which a product is phased out. */
static void phased_out(struct scribe *s, int variant) {
    uint32_t gem = s->region->block[0].gemeente;
    const struct gemeente_role *role = s->region->gemeente[gem].role;
    const struct product *p = &catalogue_products[role->phased_out];
    day from = day_add_months(s->region->window.contract_start, role->phase_months);
    uint32_t org = region_find_org(s->region, gem, p->perceel, true, UINT32_MAX);
    scribe_access(s, scribe_indication(s, gem, org, role->phased_out, from - variant, variant < 2 ? from + 700 : from));
}

/* clang-format off */
static const struct situation situations[] = {
    {"opnieuw_aflopend/lopend", transition, 0}, {"opnieuw_aflopend/omgezet", transition, 1},
    {"opnieuw_aflopend/overgedragen", transition, 2}, {"opnieuw_aflopend/voorveld", transition, 3},
    {"opnieuw_aflopend/uitgestroomd", transition, 4}, {"opnieuw_langdurig/lopend", transition, 5},
    {"opnieuw_langdurig/omgezet", transition, 6}, {"opnieuw_langdurig/overgedragen", transition, 7},
    {"opnieuw_langdurig/voorveld", transition, 8}, {"opnieuw_langdurig/uitgestroomd", transition, 9},
    {"niet_opnieuw_aflopend/lopend", transition, 10}, {"niet_opnieuw_aflopend/omgezet", transition, 11},
    {"niet_opnieuw_aflopend/overgedragen", transition, 12}, {"niet_opnieuw_aflopend/voorveld", transition, 13},
    {"niet_opnieuw_aflopend/uitgestroomd", transition, 14}, {"niet_opnieuw_langdurig/lopend", transition, 15},
    {"niet_opnieuw_langdurig/omgezet", transition, 16}, {"niet_opnieuw_langdurig/overgedragen", transition, 17},
    {"niet_opnieuw_langdurig/voorveld", transition, 18}, {"niet_opnieuw_langdurig/uitgestroomd", transition, 19},
    {"new indication one day too late", transition_missed, 0}, {"voorveld one day too late", transition_missed, 1},
    {"new indication in another perceel", transition_missed, 2},
    {"tussenevaluatie gedaan", evaluation, 0}, {"tussenevaluatie on the first day", evaluation, 1},
    {"tussenevaluatie before the start", evaluation, 2}, {"tussenevaluatie te doen", evaluation, 3},
    {"old product on the day of the start", old_after_start, 0}, {"old product after the start", old_after_start, 1},
    {"every norm met exactly", lead_times, 0}, {"every norm missed by a day", lead_times, 1},
    {"all on one day", lead_times, 2}, {"melding and aanvraag unknown", lead_times, 3},
    {"melding unknown", lead_times, 4}, {"aanvraag before melding", lead_times, 5},
    {"waiting", waiting, 0}, {"waiting without besluit", waiting, 1}, {"start known, still to come", waiting, 2},
    {"benutting geen", use, 0}, {"benutting below 0.5", use, 495}, {"benutting 0.5", use, 500},
    {"benutting 0.8", use, 800}, {"benutting 1", use, 1000}, {"benutting 1.2", use, 1200},
    {"benutting above 1.2", use, 1205}, {"27 days in the period", short_use, 27}, {"28 days in the period", short_use, 28},
    {"budget normaal", budget, 1000}, {"budget overschreden", budget, 1400}, {"budget dreigend", budget, 1150},
    {"budget achter", budget, 500}, {"jaarmaximum reached", year_maximum, 1000}, {"jaarmaximum exceeded", year_maximum, 1100},
    {"volume 0", odd_amount, 0}, {"totaal without end", odd_amount, 1}, {"eenheid of another kind", odd_amount, 2},
    {"stop after the end", odd_stop, 0}, {"stop before the begin", odd_stop, 1},
    {"per dag", frequency, DAG}, {"per week", frequency, WEEK}, {"per vier weken", frequency, VIER_WEKEN},
    {"per maand", frequency, MAAND}, {"per jaar", frequency, JAAR}, {"totaal", frequency, TOTAAL},
    {"BG 1 uur", size_bg, 1000}, {"BG above 1 uur", size_bg, 1001}, {"BG 3 uur", size_bg, 3000},
    {"BG above 3 uur", size_bg, 3001}, {"BG below 5 uur", size_bg, 4999}, {"BG 5 uur", size_bg, 5000},
    {"HO 75 minuten", size_ho, 75}, {"HO 76 minuten", size_ho, 76}, {"HO 125 minuten", size_ho, 125},
    {"HO 126 minuten", size_ho, 126},
    {"DB below 1 dagdeel", size_db, 999}, {"DB 1 dagdeel", size_db, 1000}, {"DB 4 dagdelen", size_db, 4000},
    {"DB above 4 dagdelen", size_db, 4500}, {"DB 5 dagdelen", size_db, 5000}, {"DB 9 dagdelen", size_db, 9000},
    {"DB above 9 dagdelen", size_db, 9001},
    {"ended: overlijden", ended, R_OVERLIJDEN}, {"ended: volgens plan", ended, R_VOLGENS_PLAN},
    {"ended: tijdelijk", ended, R_TIJDELIJK}, {"ended: door cliënt", ended, R_DOOR_CLIENT},
    {"ended: door aanbieder", ended, R_DOOR_AANBIEDER}, {"ended: in overeenstemming", ended, R_IN_OVERLEG},
    {"ended: verhuizing", ended, R_VERHUIZING}, {"ended: door gemeente", ended, R_GEMEENTE},
    {"ended: wijziging", ended, R_WIJZIGING}, {"ended: overstap", ended, R_OVERSTAP},
    {"ended: ander domein", ended, R_ANDER_DOMEIN}, {"ended without a reason", ended, R_GEEN},
    {"moved", moved, 0}, {"moved with begeleiding", moved, 1}, {"in two gemeenten", moved, 2},
    {"two indications of one product", overlap, 0},
    {"voorveld: verschoven", voorveld, 0}, {"voorveld: active 92 days before", voorveld, 1},
    {"voorveld: active 93 days before", voorveld, 2}, {"voorveld: nieuw", voorveld, 3},
    {"voorveld: terugval", voorveld, 4}, {"voorveld: nog in maatwerk", voorveld, 5},
    {"voorveld: registered before the start too", voorveld, 6}, {"voorveld: vervoer only", voorveld, 7},
    {"uitfasering: begun on the day", phased_out, 0}, {"uitfasering: begun the day before", phased_out, 1},
    {"uitfasering: runs off on the day", phased_out, 2},
};
/* clang-format on */

size_t situations_count(void) {
    return COUNT(situations);
}

const char *situation_name(size_t i) {
    return situations[i].name;
}

void situation_write(struct scribe *s, size_t i) {
    situations[i].write(s, situations[i].variant);
}
