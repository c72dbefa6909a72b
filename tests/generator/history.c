/* The building blocks of a client's history.
 * Invariant: every date and amount that these set is one a good row may have; what is odd on purpose
 * is set by situations.c. Called by history_draw and the situations. */
#include "tests/generator/history.h"

day indication_valid_to(const struct indication *i) {
    return i->end == DAY_NONE ? DAY_FAR : i->end;
}

day indication_last(const struct indication *i) {
    day stop = i->stop == DAY_NONE || i->reden == R_TIJDELIJK ? DAY_FAR : i->stop;
    return day_min(indication_valid_to(i), stop);
}

bool indication_in_voorveld(const struct indication *i) {
    const struct product *p = &catalogue_products[i->product];
    return (p->perceel == BG || p->perceel == DB) && p->eenheid != STUKS;
}

/* From an amount per week to one of another frequency, rounded to whole units (minutes to 5). */
static int32_t per(enum frequentie f, int32_t weekly, enum eenheid eenheid, int32_t days) {
    static const int32_t weeks_x84[] = {12, 84, 336, 364, 4368}; /* 84 weeks = 12 × 7: all are whole */
    int64_t exact = f == TOTAAL ? (int64_t)weekly * days / 7 : (int64_t)weekly * weeks_x84[f] / 84;
    int64_t unit = eenheid == MINUUT ? 5000 : 1000;
    int64_t whole = (exact + unit / 2) / unit * unit;
    return (int32_t)(whole > 0 ? whole : unit);
}

static enum frequentie draw_frequency(struct prng *r, const struct product *p) {
    static const uint16_t usual[] = {8, 840, 50, 45, 17, 40};
    static const uint16_t stay[] = {0, 100, 150, 450, 150, 150};
    if (p->maximum > 0)
        return JAAR;
    return (enum frequentie)prng_weighted(r, p->perceel == KV ? stay : usual, 6);
}

static void draw_amount(struct scribe *s, struct indication *i) {
    struct prng *r = &s->chance;
    const struct product *p = &catalogue_products[i->product];
    int32_t weekly = p->weekly[prng_below(r, 10)];
    i->frequentie = draw_frequency(r, p);
    if (i->frequentie == TOTAAL && i->end == DAY_NONE)
        i->frequentie = WEEK;
    i->eenheid = p->eenheid;
    i->volume = i->frequentie == WEEK ? weekly : per(i->frequentie, weekly, p->eenheid, i->end - i->begin + 1);
    if (p->eenheid == MINUUT && prng_chance(r, 60)) {
        i->eenheid = UUR;
        i->volume = (i->volume + 30) / 60;
    } else if (p->eenheid == UUR && p->maximum == 0 && prng_chance(r, 60)) {
        i->eenheid = MINUUT;
        i->volume *= 60;
    }
}

static int32_t draw_level(struct prng *r, const struct aanbieder_role *role) {
    static const uint16_t sort[] = {25, 35, 40, 900}; /* unused, hardly used, far over, usual */
    switch (prng_weighted(r, sort, 4)) {
    case 0: return 0;
    case 1: return prng_between(r, 150, 450);
    case 2: return prng_between(r, 1210, 1600);
    default: return prng_around(r, role->level - role->spread, role->level + role->spread);
    }
}

struct indication *scribe_indication(struct scribe *s, uint32_t gem, uint32_t org, enum product_id product, day begin,
                                     day end) {
    struct history *h = s->history;
    if (h->n == HISTORY_INDICATIONS)
        return NULL;
    struct indication *i = &h->indication[h->n++];
    *i = (struct indication){
        .gem = gem,
        .org = org,
        .code = region_code_in(s->region, org, gem),
        .product = product,
        .begin = begin,
        .end = end,
        .melding = DAY_NONE,
        .aanvraag = DAY_NONE,
        .besluit = DAY_NONE,
        .start = begin,
        .stop = DAY_NONE,
        .evaluatie = DAY_NONE,
        .reden = R_GEEN,
        .level = draw_level(&s->chance, s->region->aanbieder[org].role),
    };
    draw_amount(s, i);
    return i;
}

void scribe_access(struct scribe *s, struct indication *i) {
    struct prng *r = &s->chance;
    const struct gemeente_role *gem = s->region->gemeente[i->gem].role;
    const struct aanbieder_role *org = s->region->aanbieder[i->org].role;
    i->besluit = i->begin - prng_between(r, 0, 10);
    i->aanvraag = i->besluit - prng_around(r, 1, 2 * gem->decision_days);
    if (prng_chance(r, 940))
        i->melding = i->aanvraag - prng_around(r, 2, 2 * gem->research_days);
    i->start = day_max(i->begin, i->besluit + prng_around(r, 1, 2 * org->start_days));
    if (i->start > s->region->window.end)
        i->start = DAY_NONE;
}

void scribe_renewal(struct scribe *s, struct indication *i) {
    struct prng *r = &s->chance;
    i->start = i->begin + prng_around(r, 0, s->region->aanbieder[i->org].role->start_days / 4);
    if (i->start > s->region->window.end)
        i->start = DAY_NONE;
    if (prng_chance(r, 40))
        return;
    i->besluit = i->begin - prng_between(r, 3, 28);
    if (prng_chance(r, 300))
        i->aanvraag = i->besluit - prng_between(r, 1, 20);
}

void indication_amount(struct indication *i, int32_t volume, enum frequentie frequentie) {
    i->volume = volume;
    i->frequentie = frequentie;
    i->eenheid = catalogue_products[i->product].eenheid;
}

void indication_stop(struct indication *i, day stop, enum reden reden) {
    i->stop = stop;
    i->reden = reden;
    if (i->start != DAY_NONE && i->start > stop)
        i->start = DAY_NONE;
}

void scribe_register(struct scribe *s, uint32_t gem, enum perceel perceel, day datum) {
    struct history *h = s->history;
    if (h->registrations < HISTORY_REGISTRATIONS)
        h->registration[h->registrations++] = (struct registration){gem, perceel, datum};
}
