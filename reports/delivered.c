/*
 * Counting what was delivered over a period.  Invariant: nothing but presence leaves this file, no count of indications
 * or clients, so that nothing here has to be withheld.  Called by controle and by view.c.
 */
#include "reports/delivered.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/link.h"
#include "reports/book/shown.h"

_Static_assert(PERIOD_MONTHS_MAX <= 16, "a month is a bit of struct delivery.missing");

/* What is there of one organisation or gemeente. */
struct tally {
    uint64_t active[PERIOD_MONTHS_MAX]; /* indications per month */
    uint16_t declared;                  /* bit per month */
    bool statement;
    bool registration;
};

struct counting {
    const struct dataset *data;
    const struct period *period;
    struct tally *aanbieders;
    struct tally *gemeenten;
    uint8_t month[366]; /* per day of the period */
};

static void number_days(struct counting *c) {
    int months = period_months(c->period);
    for (int m = 0; m < months; m++) {
        date_t begin;
        date_t end;
        period_month(c->period, m, &begin, &end);
        memset(c->month + (begin - c->period->begin), m, (size_t)date_days(begin, end));
    }
}

/* The first and last month of the period that [begin, end] touches; false for none. */
static bool touched(const struct counting *c, date_t begin, date_t end, unsigned *first, unsigned *last) {
    const struct period *period = c->period;
    if (end < begin || begin > period->end || end < period->begin)
        return false;
    *first = c->month[begin > period->begin ? begin - period->begin : 0];
    *last = c->month[(end < period->end ? end : period->end) - period->begin];
    return true;
}

static void count_indications(struct counting *c) {
    for (size_t n = 0; n < c->data->indications.len; n++) {
        const struct indication *i = &c->data->indications.data[n];
        unsigned first;
        unsigned last;
        if (!touched(c, i->ingangsdatum, indication_effective_end(c->data, i), &first, &last))
            continue;
        for (unsigned m = first; m <= last; m++) {
            c->aanbieders[i->organisatie].active[m]++;
            c->gemeenten[i->gemeente].active[m]++;
        }
    }
}

static void count_lines(struct counting *c) {
    for (size_t n = 0; n < c->data->declarations.len; n++) {
        const struct declaration *d = &c->data->declarations.data[n];
        unsigned first;
        unsigned last;
        if (d->credit || !touched(c, d->periode_begin, d->periode_eind, &first, &last))
            continue;
        uint16_t months = (uint16_t)((1U << (last + 1)) - (1U << first));
        c->aanbieders[c->data->aanbieders.data[d->aanbieder].organisatie].declared |= months;
        c->gemeenten[d->gemeente].declared |= months;
    }
}

static void count_rest(struct counting *c) {
    for (size_t n = 0; n < c->data->statements.len; n++) {
        const struct statement *s = &c->data->statements.data[n];
        if (s->periode == c->period->code)
            c->aanbieders[s->organisatie].statement = true;
    }
    for (size_t n = 0; n < c->data->voorveld.len; n++) {
        const struct registration *r = &c->data->voorveld.data[n];
        if (r->datum >= c->period->begin && r->datum <= c->period->end)
            c->gemeenten[r->gemeente].registration = true;
    }
}

/* ---- conclusions ---- */

static uint16_t active_months(const struct tally *tally) {
    uint16_t months = 0;
    for (unsigned m = 0; m < PERIOD_MONTHS_MAX; m++)
        if (tally->active[m] > 0)
            months |= (uint16_t)(1U << m);
    return months;
}

static enum delivered_answer answer_of(bool there, bool expected) {
    if (there)
        return DELIVERED_YES;
    return expected ? DELIVERED_NO : DELIVERED_NOT_EXPECTED;
}

static void conclude(struct delivery *delivery, const struct tally *tally, bool is_gemeente) {
    uint16_t active = active_months(tally);
    delivery->missing = active & (uint16_t)~tally->declared;
    delivery->answer[DELIVERED_INDICATIES] = answer_of(active != 0, is_gemeente);
    delivery->answer[DELIVERED_DECLARATIES] = answer_of(tally->declared != 0, active != 0);
    delivery->answer[DELIVERED_MANAGEMENTINFORMATIE] = answer_of(tally->statement, active != 0 && !is_gemeente);
    delivery->answer[DELIVERED_VOORVELD] = answer_of(tally->registration, is_gemeente);
    delivery->lacking = delivery->missing != 0;
    delivery->shown = is_gemeente;
    for (unsigned t = 0; t < DELIVERED_TABLES; t++) {
        delivery->lacking |= delivery->answer[t] == DELIVERED_NO;
        delivery->shown |= delivery->answer[t] != DELIVERED_NOT_EXPECTED;
    }
}

static int last_complete(const struct counting *c) {
    int complete = DELIVERED_NO_MONTH;
    for (int m = 0; m < period_months(c->period); m++) {
        uint64_t active = 0;
        uint64_t declared = 0;
        for (size_t a = 0; a < c->data->aanbieders.len; a++) {
            const struct tally *tally = &c->aanbieders[a];
            active += tally->active[m];
            declared += tally->declared >> m & 1U ? tally->active[m] : 0;
        }
        if (active > 0 && declared * 100 >= active * DELIVERED_COMPLETE)
            complete = m;
    }
    return complete;
}

void delivered_init(struct delivered *delivered, const struct dataset *data, const struct period *period) {
    size_t aanbieders = data->aanbieders.len;
    size_t gemeenten = data->gemeenten.len;
    struct counting c = {
        .data = data,
        .period = period,
        .aanbieders = mem_calloc(aanbieders, sizeof *c.aanbieders),
        .gemeenten = mem_calloc(gemeenten, sizeof *c.gemeenten),
    };
    *delivered = (struct delivered){
        .period = *period,
        .aanbieders = mem_calloc(aanbieders, sizeof *delivered->aanbieders),
        .gemeenten = mem_calloc(gemeenten, sizeof *delivered->gemeenten),
    };
    number_days(&c);
    count_indications(&c);
    count_lines(&c);
    count_rest(&c);
    for (size_t a = 0; a < aanbieders; a++)
        conclude(&delivered->aanbieders[a], &c.aanbieders[a], false);
    for (size_t g = 0; g < gemeenten; g++)
        conclude(&delivered->gemeenten[g], &c.gemeenten[g], true);
    delivered->complete = last_complete(&c);
    free(c.aanbieders);
    free(c.gemeenten);
}

void delivered_release(struct delivered *delivered) {
    free(delivered->aanbieders);
    free(delivered->gemeenten);
    *delivered = (struct delivered){.complete = DELIVERED_NO_MONTH};
}

/* ---- words ---- */

const char *delivered_answer_name(enum delivered_answer answer) {
    switch (answer) {
    case DELIVERED_NOT_EXPECTED: return "–";
    case DELIVERED_YES: return "ja";
    case DELIVERED_NO: return "nee";
    }
    BUG("unknown answer");
}

void delivered_put_month(const struct period *period, int index, struct buf *out) {
    date_t begin;
    date_t end;
    period_month(period, index, &begin, &end);
    struct civil civil = date_to_civil(begin);
    struct cell month = cell_month(civil.year, civil.month);
    shown_put(out, &month, SHOW_MONTH);
}

static bool has_month(unsigned months, int month) {
    return (months >> month & 1U) != 0;
}

void delivered_put_months(const struct period *period, uint16_t months, struct buf *out) {
    const char *between = "";
    for (int m = 0; m < PERIOD_MONTHS_MAX; m++) {
        if (!has_month(months, m))
            continue;
        int last = m;
        while (has_month(months, last + 1))
            last++;
        buf_puts(out, between);
        delivered_put_month(period, m, out);
        if (last > m) {
            buf_puts(out, last > m + 1 ? " t/m " : ", ");
            delivered_put_month(period, last, out);
        }
        between = ", ";
        m = last;
    }
}
