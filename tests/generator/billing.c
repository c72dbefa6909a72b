/* Declaration lines: what an aanbieder sends in month by month for an indication, slips included.
 * Invariant: every line is a good row by itself; what is wrong with it (another client, a number that
 * nobody knows, sent twice) shows only beside other rows. Called by generate.c. */
#include "tests/generator/ledger.h"

#include <string.h>

struct line {
    uint32_t code, gem, number; /* aanbieder as delivered; number 0 = none */
    uint64_t client;
    enum product_id product;
    enum eenheid eenheid;
    day begin, end;
    int32_t volume;    /* thousandths */
    int32_t tarief;    /* cents per eenheid; −1 = none given */
    uint32_t previous; /* the line that this one takes back; 0 = a debit */
    const char *status;
};

/* An indication while it is being billed. */
struct bill {
    struct ledger *ledger;
    const struct history *history;
    const struct indication *i;
    struct prng *chance;
};

enum slip {
    SLIP_NONE,
    SLIP_NO_NUMBER,
    SLIP_WRONG_NUMBER,
    SLIP_STRANGER,
    SLIP_OTHER_PRODUCT,
    SLIP_OTHER_CLIENT,
    SLIP_OTHER_ORG,
    SLIP_TWICE,
    SLIP_THRICE,
    SLIP_CORRECTED,
    SLIP_TAKEN_BACK,
    SLIP_UNKNOWN_CREDIT,
    SLIP_DOUBLE_CREDIT,
    SLIP_REJECTED,
    SLIP_TARIEF,
    SLIP_NO_TARIEF,
    SLIP_OTHER_UNIT,
    SLIP_IN_HOURS,
    SLIP_NO_STATUS,
    SLIPS
};

/* In ten thousand lines. */
static const uint16_t slip_weight[SLIPS] = {
    [SLIP_NONE] = 9120,        [SLIP_NO_NUMBER] = 130,   [SLIP_WRONG_NUMBER] = 30, [SLIP_STRANGER] = 30,
    [SLIP_OTHER_PRODUCT] = 30, [SLIP_OTHER_CLIENT] = 15, [SLIP_OTHER_ORG] = 15,    [SLIP_TWICE] = 40,
    [SLIP_THRICE] = 10,        [SLIP_CORRECTED] = 120,   [SLIP_TAKEN_BACK] = 20,   [SLIP_UNKNOWN_CREDIT] = 4,
    [SLIP_DOUBLE_CREDIT] = 4,  [SLIP_REJECTED] = 170,    [SLIP_TARIEF] = 120,      [SLIP_NO_TARIEF] = 50,
    [SLIP_OTHER_UNIT] = 12,    [SLIP_IN_HOURS] = 60,     [SLIP_NO_STATUS] = 20,
};

enum { UNKNOWN_LINE = 4000000, UNKNOWN_NUMBER = 999999999 };

/* `202506-0405`: the month it is for and the gemeente that it goes to. */
static void declaration_number(const struct line *l, const char *gemeente, char text[12]) {
    struct civil c = day_civil(l->end);
    int n = c.year * 100 + c.month;
    for (int i = 5; i >= 0; i--, n /= 10)
        text[i] = (char)('0' + n % 10);
    text[6] = '-';
    memcpy(text + 7, gemeente, 5);
}

/* Writes a line; the result is its regelnummer. */
static uint32_t line_send(struct ledger *ledger, const struct line *l) {
    const struct region *g = ledger->region;
    char client[IDENTITY_SIZE], declaration[12];
    uint32_t number = ++ledger->line[l->code];
    identity_code(ledger->identity, l->client, client);
    declaration_number(l, g->gemeente[l->gem].code, declaration);
    int64_t price = l->tarief >= 0 ? l->tarief : catalogue_products[l->product].tarief;
    struct row row;
    row_start(&row);
    row_code(&row, g->aanbieder[l->code].code);
    row_code(&row, g->gemeente[l->gem].code);
    row_code(&row, declaration);
    row_whole(&row, number);
    row_code(&row, client);
    if (l->number == 0)
        row_empty(&row);
    else
        row_whole(&row, l->number);
    row_code(&row, catalogue_products[l->product].code);
    row_date(&row, l->begin);
    row_date(&row, l->end);
    row_decimal(&row, l->volume, 3);
    row_code(&row, eenheid_name[l->eenheid]);
    if (l->tarief < 0)
        row_empty(&row);
    else
        row_money(&row, l->tarief);
    row_money(&row, (l->volume * price + 500) / 1000);
    row_code(&row, l->previous != 0 ? "C" : "D");
    if (l->previous == 0)
        row_empty(&row);
    else
        row_whole(&row, l->previous);
    row_code(&row, l->status);
    tables_send(ledger->tables, T_DECLARATIES, &row, l->code);
    return number;
}

static void take_back(struct ledger *ledger, struct line l, uint32_t previous) {
    l.previous = previous;
    line_send(ledger, &l);
}

/* What is indicated for [b, e], in thousandths of the indication's eenheid. */
static int64_t planned(const struct indication *i, day b, day e) {
    int64_t n = (int64_t)i->volume * (e - b + 1);
    switch (i->frequentie) {
    case DAG: return n;
    case WEEK: return n / 7;
    case VIER_WEKEN: return n / 28;
    case MAAND: return n / (month_last(b) - month_first(b) + 1);
    case JAAR: return n / 365;
    default: return n / (i->end == DAY_NONE ? 365 : i->end - i->begin + 1);
    }
}

/* Thousandths of `from` as thousandths of `to`; what does not convert is taken as it is. */
static int64_t convert(int64_t volume, enum eenheid from, enum eenheid to) {
    if (from == UUR && to == MINUUT)
        return volume * 60;
    if (from == MINUUT && to == UUR)
        return volume / 60;
    return volume;
}

static int32_t delivered(const struct bill *b, day begin, day end, enum eenheid eenheid) {
    int64_t volume = convert(planned(b->i, begin, end), b->i->eenheid, eenheid) * b->i->level / 1000;
    if (b->i->steady)
        return (int32_t)volume;
    volume = volume * prng_around(b->chance, 780, 1220) / 1000;
    int64_t unit = eenheid == MINUUT ? 5000 : eenheid == UUR ? 250 : 1000;
    return (int32_t)((volume + prng_below(b->chance, (uint32_t)unit)) / unit * unit);
}

static int32_t price(const struct bill *b, const struct line *l) {
    const struct region *g = b->ledger->region;
    const struct indication *i = b->i;
    bool old = (g->aanbieder[i->org].role->flags & BILLS_OLD_TARIEF) != 0 && day_civil(l->begin).month <= 3;
    int32_t tarief = region_tarief(g, i->org, i->product, old ? l->begin - 100 : l->begin);
    if (tarief < 0)
        tarief = catalogue_indexed(catalogue_products[i->product].tarief, day_civil(l->begin).year);
    bool hours = l->eenheid == UUR && catalogue_products[i->product].eenheid == MINUUT;
    return hours ? tarief * 60 : tarief;
}

static const char *draw_status(const struct bill *b, day end) {
    bool fresh = end > b->ledger->region->window.end - 60;
    return prng_chance(b->chance, fresh ? 750 : 15) ? "ingediend" : "toegekend";
}

static uint32_t draw_code(const struct bill *b) {
    const struct aanbieder *a = &b->ledger->region->aanbieder[b->i->org];
    return a->extras > 0 && prng_chance(b->chance, 200) ? b->i->org : b->i->code;
}

static enum product_id sibling(enum product_id product) {
    const struct product *p = &catalogue_products[product];
    for (int i = 0; i < PRODUCTS; i++) {
        const struct product *q = &catalogue_products[i];
        if (i != (int)product && q->perceel == p->perceel && q->eenheid == p->eenheid)
            return (enum product_id)i;
    }
    return P_01HHO;
}

static enum slip draw_slip(const struct bill *b) {
    uint16_t flags = b->ledger->region->aanbieder[b->i->org].role->flags;
    if (b->i->steady)
        return SLIP_NONE;
    if ((flags & BILLS_TWICE) != 0 && prng_chance(b->chance, 60))
        return SLIP_TWICE;
    if ((flags & BILLS_NO_NUMBER) != 0 && prng_chance(b->chance, 250))
        return SLIP_NO_NUMBER;
    return (enum slip)prng_weighted(b->chance, slip_weight, SLIPS);
}

/* Slips that change the one line that is sent. */
static void spoil(const struct bill *b, struct line *l, enum slip slip) {
    const struct region *g = b->ledger->region;
    uint64_t clients = b->ledger->identity->clients;
    switch (slip) {
    case SLIP_NO_NUMBER: l->number = 0; break;
    case SLIP_WRONG_NUMBER: l->number = UNKNOWN_NUMBER; break;
    case SLIP_STRANGER:
        l->number = 0;
        l->client = clients + prng_below(b->chance, IDENTITY_STRANGERS);
        break;
    case SLIP_OTHER_PRODUCT: l->product = sibling(l->product); break;
    case SLIP_OTHER_CLIENT:
        l->client++; /* the last client gives a stranger */
        break;
    case SLIP_OTHER_ORG:
        l->code = region_draw_org(g, b->chance, l->gem, catalogue_products[l->product].perceel, ANYONE, b->i->org);
        break;
    case SLIP_TARIEF: l->tarief += 1 + l->tarief / 40; break;
    case SLIP_NO_TARIEF: l->tarief = -1; break;
    case SLIP_OTHER_UNIT: l->eenheid = l->eenheid == STUKS ? DAGDEEL : STUKS; break;
    case SLIP_IN_HOURS:
        if (l->eenheid == MINUUT) {
            l->eenheid = UUR;
            l->tarief *= 60;
            l->volume = (l->volume + 30) / 60;
        }
        break;
    case SLIP_NO_STATUS: l->status = ""; break;
    default: break;
    }
}

static void send_with(const struct bill *b, struct line *l, enum slip slip) {
    struct ledger *ledger = b->ledger;
    const char *status = l->status;
    spoil(b, l, slip);
    if (slip == SLIP_REJECTED)
        l->status = "afgekeurd";
    uint32_t number = line_send(ledger, l);
    switch (slip) {
    case SLIP_THRICE:
        line_send(ledger, l);
        line_send(ledger, l);
        take_back(ledger, *l, number);
        break;
    case SLIP_TWICE: line_send(ledger, l); break;
    case SLIP_CORRECTED:
        take_back(ledger, *l, number);
        l->volume -= l->volume / 8 / 1000 * 1000;
        line_send(ledger, l);
        break;
    case SLIP_DOUBLE_CREDIT:
        take_back(ledger, *l, number);
        take_back(ledger, *l, number);
        break;
    case SLIP_TAKEN_BACK: take_back(ledger, *l, number); break;
    case SLIP_UNKNOWN_CREDIT: take_back(ledger, *l, UNKNOWN_LINE); break;
    case SLIP_REJECTED:
        l->status = status;
        if (prng_chance(b->chance, 700))
            line_send(ledger, l);
        break;
    default: break;
    }
}

static void bill_piece(const struct bill *b, day begin, day end) {
    const struct indication *i = b->i;
    const struct region *g = b->ledger->region;
    const struct product *p = &catalogue_products[i->product];
    bool hours = p->eenheid == MINUUT && (g->aanbieder[i->org].role->flags & BILLS_IN_HOURS) != 0 && !i->steady;
    struct line l = {
        .code = draw_code(b),
        .gem = i->gem,
        .number = i->unnumbered ? 0 : i->number,
        .client = b->history->client,
        .product = i->product,
        .eenheid = hours ? UUR : p->eenheid,
        .begin = begin,
        .end = end,
    };
    l.volume = delivered(b, begin, end, l.eenheid);
    if (l.volume <= 0)
        return;
    l.tarief = price(b, &l);
    l.status = draw_status(b, end);
    send_with(b, &l, draw_slip(b));
}

/* No care in this piece, or not sent in yet? */
static bool left_out(const struct bill *b, day end) {
    if (b->i->steady)
        return false;
    return prng_chance(b->chance, end == b->ledger->region->window.end ? 90 : 50);
}

static void bill_months(const struct bill *b, day from, day to) {
    while (from <= to) {
        day end = month_last(from);
        if (!b->i->steady && prng_chance(b->chance, 12))
            end = month_last(end + 1);
        end = day_min(end, to);
        if (!left_out(b, end))
            bill_piece(b, from, end);
        from = end + 1;
    }
}

static void bill_four_weeks(const struct bill *b, day from, day to) {
    const struct window *w = &b->ledger->region->window;
    day whole = w->end - (w->end - w->first_line + 1) % 28; /* last day of the last whole four weeks */
    to = day_min(to, whole);
    while (from <= to) {
        day end = day_min(from + 27 - (from - w->first_line) % 28, to);
        if (!left_out(b, end))
            bill_piece(b, from, end);
        from = end + 1;
    }
}

static void bill_indication(const struct bill *b) {
    const struct indication *i = b->i;
    const struct window *w = &b->ledger->region->window;
    uint16_t flags = b->ledger->region->aanbieder[i->org].role->flags;
    if (i->level == 0 || i->start == DAY_NONE)
        return;
    day from = day_max(day_max(i->begin, i->start), w->first_line);
    day to = day_min(indication_last(i), w->end);
    if ((flags & BILLS_LATE) != 0 && !i->steady)
        to = day_min(to, day_add_months(month_first(w->end), -1) - 1);
    if ((flags & BILLS_FOUR_WEEKS) != 0 && !i->steady)
        bill_four_weeks(b, from, to);
    else
        bill_months(b, from, to);
    day after = indication_valid_to(i) + 1;
    if (!i->steady && after > w->first_line && month_last(after) <= w->end && prng_chance(b->chance, 30))
        bill_piece(b, after, month_last(after)); /* one month too long: outside the validity */
}

void ledger_bill(struct ledger *l, const struct history *h, struct prng *chance) {
    for (size_t i = 0; i < h->n; i++)
        bill_indication(&(struct bill){.ledger = l, .history = h, .i = &h->indication[i], .chance = chance});
}
