/* Clients whose history was thought out: each shows one thing that measures.md tells apart, so that it
 * occurs in every region of some size, whatever the seed.
 * Invariant: a situation does not depend on what chance draws for other clients; what chance may still draw
 * (where, at whom) does not touch the thing that is shown. Called by generate.c, for the first clients. */
#include "tests/generator/history.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

struct situation {
    const char *name;
    void (*write)(struct scribe *s, int variant);
    int variant;
};

/* Most situations may be anywhere; where the voorveld is at play they go to a gemeente that keeps it. */
static uint32_t somewhere(struct scribe *s) {
    return region_draw_gemeente(s->region, &s->chance);
}

static uint32_t an_org(struct scribe *s, uint32_t gem, enum perceel perceel, enum choice choice, uint32_t except) {
    return region_draw_org(s->region, &s->chance, gem, perceel, choice, except);
}

static uint32_t with_voorveld(const struct scribe *s) {
    return s->region->block[0].gemeenten > 2 ? 2 : 0;
}

/* A new indication of usual size somewhere, at somebody who offers it, of which nine tenths are used. */
static struct indication *plain(struct scribe *s, enum product_id product, day begin, day end) {
    uint32_t gem = somewhere(s);
    bool oud = catalogue_products[product].oud;
    uint32_t org = an_org(s, gem, catalogue_products[product].perceel, oud ? ANYONE : CONTRACTED, NOBODY);
    struct indication *i = scribe_indication(s, gem, org, product, begin, end);
    i->level = 900;
    return i;
}

/* The last half-year, with a begin shortly before it and an end after it; converted from the old agreement. */
static struct indication *current(struct scribe *s, enum product_id product) {
    const struct window *w = &s->region->window;
    day begin = day_add_months(half_first(w->last), -3);
    struct indication *i = plain(s, product, begin, w->end + 200);
    enum product_id old = catalogue_draw(&s->chance, catalogue_products[product].perceel, true);
    scribe_access(s, scribe_indication(s, i->gem, i->org, old, begin - 730, begin - 1));
    return i;
}

/* measures.md 6: variant = route × 5 + status; routes opnieuw and niet_opnieuw, aflopend and langdurig. */
enum { LOPEND, OMGEZET, OVERGEDRAGEN, VOORVELD, UITGESTROOMD, STATUSES };

static void transition(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    bool again = variant / STATUSES < 2, runs_off = variant / STATUSES % 2 == 0;
    int status = variant % STATUSES;
    uint32_t gem = with_voorveld(s);
    uint32_t org = an_org(s, gem, BG, again ? CONTRACTED : NOT_CONTRACTED, NOBODY);
    day last = w->contract_start + 60 + 3 * status;
    day end = status == LOPEND ? w->contract_end : last;
    if (!runs_off)
        end = variant % 2 == 0 ? DAY_NONE : w->contract_end + 300;
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
        org = an_org(s, gem, BG, CONTRACTED, org);
    day begin = status == OMGEZET ? last + 92 : last - 31;
    scribe_renewal(s, scribe_indication(s, gem, org, P_02BGB, begin, begin + 729));
}

/* One day outside the window around the end, or in another perceel: each leaves it uitgestroomd. */
static void transition_missed(struct scribe *s, int variant) {
    const struct window *w = &s->region->window;
    uint32_t gem = with_voorveld(s);
    uint32_t org = an_org(s, gem, BG, CONTRACTED, NOBODY);
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
    uint32_t org = an_org(s, gem, BG, NOT_CONTRACTED, NOBODY);
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

/* Budget classes: two years in total, of which one has passed, at somebody who declares since long. What is used
 * of a year is promille / 2000 of the budget, and half of the time has passed. */
static void budget(struct scribe *s, int promille) {
    const struct window *w = &s->region->window;
    uint32_t gem = somewhere(s);
    uint32_t org = s->region->block[s->region->gemeente[gem].block].org;
    struct indication *i = scribe_indication(s, gem, org, P_02BGB, w->end - 364, w->end + 365);
    indication_amount(i, 7300000, TOTAAL); /* 10 minutes a day */
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
    } else { /* both at once: parents in twee gemeenten */
        scribe_indication(s, gem, i->org, i->product, i->begin + 30, DAY_NONE);
    }
}

/* Lines without a number: one indication that fits, or two of the same product at one aanbieder. */
static void unnumbered(struct scribe *s, int indications) {
    struct indication *i = current(s, P_02BGP);
    i->unnumbered = true;
    if (indications == 2)
        scribe_indication(s, i->gem, i->org, i->product, i->begin + 30, i->end);
}

/* measures.md 7: a registration in the last period, by what went before and what follows. */
static void voorveld(struct scribe *s, int variant) {
    static const struct {
        int ended;       /* care ended so many days before the registration; 0 = there was none, −1 = it goes on */
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
    uint32_t org = an_org(s, gem, DB, CONTRACTED, NOBODY);
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
    uint32_t org = an_org(s, gem, p->perceel, CONTRACTED, NOBODY);
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
    {"nieuwe indicatie een dag te laat", transition_missed, 0}, {"voorveld een dag te laat", transition_missed, 1},
    {"nieuwe indicatie in ander perceel", transition_missed, 2},
    {"tussenevaluatie gedaan", evaluation, 0}, {"tussenevaluatie op de eerste dag", evaluation, 1},
    {"tussenevaluatie voor de start", evaluation, 2}, {"tussenevaluatie te doen", evaluation, 3},
    {"oud product op de startdag", old_after_start, 0}, {"oud product na de start", old_after_start, 1},
    {"elke norm precies gehaald", lead_times, 0}, {"elke norm een dag gemist", lead_times, 1},
    {"alles op één dag", lead_times, 2}, {"melding en aanvraag onbekend", lead_times, 3},
    {"melding onbekend", lead_times, 4}, {"aanvraag voor melding", lead_times, 5},
    {"wachtend", waiting, 0}, {"wachtend zonder besluit", waiting, 1}, {"start bekend, nog niet begonnen", waiting, 2},
    {"benutting geen", use, 0}, {"benutting onder 0,5", use, 495}, {"benutting 0,5", use, 500},
    {"benutting 0,8", use, 800}, {"benutting 1", use, 1000}, {"benutting 1,2", use, 1200},
    {"benutting boven 1,2", use, 1205}, {"27 dagen in de periode", short_use, 27}, {"28 dagen in de periode", short_use, 28},
    {"budget op", budget, 2000}, {"budget overschreden", budget, 2100}, {"budget op de grens van dreigend", budget, 1400},
    {"budget dreigend", budget, 1410}, {"budget op de grens van achter", budget, 400}, {"budget achter", budget, 390},
    {"jaarmaximum bereikt", year_maximum, 1000}, {"jaarmaximum overschreden", year_maximum, 1100},
    {"volume 0", odd_amount, 0}, {"totaal zonder einddatum", odd_amount, 1}, {"eenheid past niet bij product", odd_amount, 2},
    {"stop na einddatum", odd_stop, 0}, {"stop voor ingangsdatum", odd_stop, 1},
    {"per dag", frequency, DAG}, {"per week", frequency, WEEK}, {"per vier weken", frequency, VIER_WEKEN},
    {"per maand", frequency, MAAND}, {"per jaar", frequency, JAAR}, {"totaal", frequency, TOTAAL},
    {"BG 1 uur", size_bg, 1000}, {"BG boven 1 uur", size_bg, 1001}, {"BG 3 uur", size_bg, 3000},
    {"BG boven 3 uur", size_bg, 3001}, {"BG onder 5 uur", size_bg, 4999}, {"BG 5 uur", size_bg, 5000},
    {"HO 75 minuten", size_ho, 75}, {"HO 76 minuten", size_ho, 76}, {"HO 125 minuten", size_ho, 125},
    {"HO 126 minuten", size_ho, 126},
    {"DB onder 1 dagdeel", size_db, 999}, {"DB 1 dagdeel", size_db, 1000}, {"DB 4 dagdelen", size_db, 4000},
    {"DB boven 4 dagdelen", size_db, 4500}, {"DB 5 dagdelen", size_db, 5000}, {"DB 9 dagdelen", size_db, 9000},
    {"DB boven 9 dagdelen", size_db, 9001},
    {"beëindigd: overlijden", ended, R_OVERLIJDEN}, {"beëindigd: volgens plan", ended, R_VOLGENS_PLAN},
    {"beëindigd: tijdelijk", ended, R_TIJDELIJK}, {"beëindigd: door cliënt", ended, R_DOOR_CLIENT},
    {"beëindigd: door aanbieder", ended, R_DOOR_AANBIEDER}, {"beëindigd: in overeenstemming", ended, R_IN_OVERLEG},
    {"beëindigd: verhuizing", ended, R_VERHUIZING}, {"beëindigd: door gemeente", ended, R_GEMEENTE},
    {"beëindigd: wijziging", ended, R_WIJZIGING}, {"beëindigd: overstap", ended, R_OVERSTAP},
    {"beëindigd: ander domein", ended, R_ANDER_DOMEIN}, {"beëindigd zonder reden", ended, R_GEEN},
    {"verhuisd", moved, 0}, {"verhuisd met begeleiding", moved, 1}, {"in twee gemeenten", moved, 2},
    {"regels zonder nummer", unnumbered, 1}, {"regels zonder nummer die op twee passen", unnumbered, 2},
    {"voorveld: verschoven", voorveld, 0}, {"voorveld: 92 dagen ervoor actief", voorveld, 1},
    {"voorveld: 93 dagen ervoor actief", voorveld, 2}, {"voorveld: nieuw", voorveld, 3},
    {"voorveld: terugval", voorveld, 4}, {"voorveld: nog in maatwerk", voorveld, 5},
    {"voorveld: ook voor de start geregistreerd", voorveld, 6}, {"voorveld: alleen vervoer", voorveld, 7},
    {"uitfasering: begonnen op de dag zelf", phased_out, 0}, {"uitfasering: begonnen op de dag ervoor", phased_out, 1},
    {"uitfasering: loopt af op de dag zelf", phased_out, 2},
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
