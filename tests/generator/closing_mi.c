/* The managementinformatie that aanbieders give: near to what was counted, in the form of their role.
 * Invariant: a sum over gemeenten or percelen given beside its parts adds up (but for MI_ODD_TOTAL, which is
 * there to be found). Called by generate.c. */
#include "tests/generator/closing.h"

enum { ALL = -1 };

/* Of one organisation in one period. */
struct statement {
    struct tables *tables;
    const struct tally *tally;
    uint32_t org;
    int period; /* of the tally */
};

/* A row's place: a gemeente and a perceel, or ALL. */
struct place {
    int gem, perceel;
};

static const struct block *block_of(const struct statement *s) {
    const struct region *g = s->tally->region;
    return &g->block[g->aanbieder[s->org].block];
}

static half period_of(const struct statement *s) {
    return s->tally->region->window.last - (TALLY_PERIODS - 1) + s->period;
}

static struct prng chance_of(const struct statement *s, struct place p, enum indicator indicator) {
    uint32_t place = (uint32_t)((p.gem + 1) * (PERCELEN + 1) + p.perceel + 1);
    uint32_t item =
        ((uint32_t)period_of(s) * (NAMES_GEMEENTEN_MAX + 1) * (PERCELEN + 1) + place) * INDICATOREN + indicator;
    return prng_stream(s->tally->region->seed, TOPIC_MI, prng_pair(s->org, item));
}

/* What an aanbieder makes of a count. */
static int64_t stated(int64_t counted, const struct aanbieder_role *role) {
    return (counted * (1000 + role->mi_error) + 500) / 1000;
}

/* A sum indicator in one cell, hundredths. */
static int64_t cell_value(const struct statement *s, struct place p, enum indicator indicator) {
    static const int64_t fte[PERCELEN] = {8, 15, 12, 20};
    const struct tally_cell *c = tally_cell(s->tally, s->org, (uint32_t)p.gem, (enum perceel)p.perceel, s->period);
    const struct aanbieder_role *role = s->tally->region->aanbieder[s->org].role;
    struct prng r = chance_of(s, p, indicator);
    int64_t n = c->clienten;
    switch (indicator) {
    case I_CLIENTEN: return stated(n, role) * 100;
    case I_INSTROOM: return stated(c->instroom, role) * 100;
    case I_UITSTROOM: return stated(c->uitstroom, role) * 100;
    case I_WACHTENDEN: return stated(c->wachtenden, role) * 100;
    case I_KLACHTEN: return (n / 40 + prng_chance(&r, role->level > 1200 || role->level < 700 ? 400 : 80)) * 100;
    case I_GEGROND: return n / 90 * 100;
    case I_CALAMITEITEN: return prng_chance(&r, 25) * 100;
    case I_RESPONDENTEN: return n * 2 / 5 * 100;
    case I_EVALUATIES: return n * 3 / 10 * 100;
    case I_FTE: return n * fte[p.perceel];
    case I_VACATURES: return n * fte[p.perceel] * (role->start_days > 30 ? 15 : 5) / 100;
    case I_ONDERAANNEMERS: return prng_chance(&r, 120) * 100;
    default: return prng_chance(&r, role->start_days > 30 ? 300 : 30) * 100;
    }
}

/* An average or percentage of any row, hundredths. */
static int64_t average_value(const struct statement *s, struct place p, enum indicator indicator) {
    const struct aanbieder_role *role = s->tally->region->aanbieder[s->org].role;
    struct prng r = chance_of(s, p, indicator);
    bool strained = role->start_days > 30 || role->level < 700;
    switch (indicator) {
    case I_WACHTTIJD: return 100 * prng_around(&r, role->start_days, 2 * role->start_days + 4);
    case I_TEVREDENHEID:
        if ((role->flags & LOST_POINT) != 0)
            return 7600;
        return prng_around(&r, strained ? 58 : 70, strained ? 72 : 88) * 10;
    case I_DOELEN: return 100 * prng_around(&r, 55, 92);
    case I_VERZUIM: return prng_around(&r, strained ? 70 : 38, strained ? 125 : 80) * 10;
    case I_VERLOOP: return prng_around(&r, strained ? 180 : 70, strained ? 340 : 190) * 10;
    default: return prng_around(&r, 10, strained ? 380 : 180) * 10;
    }
}

static bool is_sum(enum indicator indicator) {
    return catalogue_indicatoren[indicator].aggregatie[0] == 's';
}

/* Over the cells of a place that have clients: their sum; the number of clients in `clienten`. */
static int64_t sum_value(const struct statement *s, struct place p, enum indicator indicator, int64_t *clienten) {
    const struct block *b = block_of(s);
    int64_t sum = 0;
    *clienten = 0;
    for (uint32_t gem = b->gemeente; gem < b->gemeente + b->gemeenten; gem++) {
        for (int perceel = 0; perceel < PERCELEN; perceel++) {
            struct place cell = {(int)gem, perceel};
            const struct tally_cell *c = tally_cell(s->tally, s->org, gem, (enum perceel)perceel, s->period);
            if ((p.gem != ALL && p.gem != cell.gem) || (p.perceel != ALL && p.perceel != perceel) || c->clienten == 0)
                continue;
            *clienten += c->clienten;
            sum += is_sum(indicator) ? cell_value(s, cell, indicator) : 0;
        }
    }
    return sum;
}

/* Does this organisation give the indicator at all? */
static bool gives(const struct statement *s, enum indicator indicator) {
    struct prng r = prng_stream(s->tally->region->seed, TOPIC_MI_GIVES, prng_pair(s->org, indicator));
    if (indicator == I_VERZUIM && (s->tally->region->aanbieder[s->org].role->flags & NO_VERZUIM) != 0)
        return false;
    return catalogue_indicatoren[indicator].verplicht[0] == 'j' || prng_chance(&r, 800);
}

static void write_value(const struct statement *s, uint32_t code, struct place p, enum indicator indicator,
                        int64_t value) {
    const struct region *g = s->tally->region;
    char period[HALF_NAME_SIZE];
    struct row row;
    half_name(period_of(s), period);
    row_start(&row);
    row_code(&row, g->aanbieder[code].code);
    row_code(&row, period);
    row_code(&row, p.gem == ALL ? "" : g->gemeente[p.gem].code);
    row_code(&row, p.perceel == ALL ? "" : perceel_code[p.perceel]);
    row_code(&row, catalogue_indicatoren[indicator].code);
    row_decimal(&row, value, 2);
    tables_send(s->tables, T_MANAGEMENTINFORMATIE, &row, code);
}

/* All indicators of one place, if there were clients; `extra` hundredths are added to the clients. */
static void write_place(const struct statement *s, struct place p, int64_t extra) {
    const struct region *g = s->tally->region;
    uint32_t code = p.gem == ALL ? s->org : region_code_in(g, s->org, (uint32_t)p.gem);
    for (int i = 0; i < INDICATOREN; i++) {
        enum indicator indicator = (enum indicator)i;
        int64_t clienten;
        int64_t value = sum_value(s, p, indicator, &clienten);
        if (clienten == 0 || !gives(s, indicator))
            continue;
        if (!is_sum(indicator))
            value = average_value(s, p, indicator);
        write_value(s, code, p, indicator, indicator == I_CLIENTEN ? value + extra : value);
    }
}

/* The second code of an organisation repeats a row of the first: through hoort_bij they become equal. */
static void write_repeated(const struct statement *s) {
    const struct region *g = s->tally->region;
    const struct aanbieder *a = &g->aanbieder[s->org];
    if ((a->role->flags & TWO_CODES) == 0 || a->role->mi != MI_CELLS)
        return;
    struct place p = {(int)block_of(s)->gemeente, BG};
    write_value(s, a->extra, p, I_KLACHTEN, 100);
    write_value(s, a->extra, p, I_TEVREDENHEID, 710);
}

static void write_statement(const struct statement *s, enum mi_form form) {
    const struct block *b = block_of(s);
    int first = (int)b->gemeente, end = (int)(b->gemeente + b->gemeenten);
    bool all = form == MI_ALL;
    if (all || form == MI_TOTALS || form == MI_NOT_LAST)
        write_place(s, (struct place){ALL, ALL}, 0);
    if (form == MI_ODD_TOTAL)
        write_place(s, (struct place){ALL, ALL}, 700);
    for (int perceel = 0; perceel < PERCELEN && (all || form == MI_PERCELEN); perceel++)
        write_place(s, (struct place){ALL, perceel}, 0);
    for (int gem = first; gem < end; gem++) {
        if (all || form == MI_GEMEENTEN)
            write_place(s, (struct place){gem, ALL}, 0);
        for (int perceel = 0; perceel < PERCELEN && (all || form == MI_CELLS || form == MI_ODD_TOTAL); perceel++)
            write_place(s, (struct place){gem, perceel}, 0);
    }
    write_repeated(s);
}

void closing_write_mi(struct tables *t, const struct tally *tally) {
    for (uint32_t org = 0; org < tally->region->orgs; org++) {
        enum mi_form form = tally->region->aanbieder[org].role->mi;
        for (int period = 0; period < TALLY_PERIODS; period++) {
            struct statement s = {t, tally, org, period};
            if (form == MI_NONE || (form == MI_NOT_LAST && period == TALLY_PERIODS - 1))
                continue;
            write_statement(&s, form);
        }
    }
}
