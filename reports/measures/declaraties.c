/*
 * Declaration lines by link category, double lines and deviating tarieven: measures.md 2.
 */
#include <stdlib.h>

#include "etl/base/vec.h"
#include "reports/measures/families.h"
#include "reports/measures/terms.h"

enum slots {
    REGELS,                       /* per link category */
    BEDRAG = REGELS + LINK_COUNT, /* per link category; nothing for afgekeurd */
    DUBBEL = BEDRAG + LINK_COUNT,
    TARIEFAFWIJKING
};

static void declare(const struct measure_context *context, struct plan *plan) {
    (void)context;
    plan_slots(plan, REGELS, LINK_COUNT, SLOT_COUNT);
    plan_slots(plan, BEDRAG, LINK_COUNT, SLOT_SUM);
    plan_slot(plan, DUBBEL, SLOT_SUM);
    plan_slot(plan, TARIEFAFWIJKING, SLOT_COUNT);
    for (uint16_t link = 0; link < LINK_COUNT; link++) {
        plan_figure(plan, "declaratieregels", link_name(link), FIGURE_COUNT, (uint16_t)(REGELS + link), 0, WHAT_ANY);
        if (link != LINK_AFGEKEURD)
            plan_figure(plan, "declaratiebedrag", link_name(link), FIGURE_SUM, (uint16_t)(BEDRAG + link), 0, WHAT_ANY);
    }
    plan_figure(plan, "declaratie_dubbel", "", FIGURE_SUM, DUBBEL, 0, WHAT_ANY);
    plan_figure(plan, "tariefafwijking", "", FIGURE_COUNT, TARIEFAFWIJKING, 0, WHAT_ANY);
}

static bool in_period(const struct measure_context *context, date_t day) {
    return context->period.begin <= day && day <= context->period.end;
}

static struct interval period_interval(const struct measure_context *context) {
    return (struct interval){context->period.begin, context->period.end};
}

static bool overlaps(const struct declaration *line, struct interval within) {
    return line->periode_begin <= within.end && within.begin <= line->periode_eind;
}

static void add_line(const struct measure_context *context, const struct declaration *line, struct sink *sink) {
    if (in_period(context, line->periode_begin))
        sink_count(sink, (uint16_t)(REGELS + line->link));
    struct interval within = period_interval(context);
    if (line->link != LINK_AFGEKEURD && overlaps(line, within))
        sink_value(sink, (uint16_t)(BEDRAG + line->link), line_amount(line, within));
}

/* The tarief on the sheet in the eenheid of the line; AMOUNT_NONE when it cannot be expressed so. */
static int64_t sheet_tarief(const struct tarief *tarief, enum eenheid eenheid) {
    if (tarief->eenheid == eenheid)
        return tarief->tarief;
    if (tarief->eenheid == EENHEID_MINUUT && eenheid == EENHEID_UUR)
        return tarief->tarief * 60;
    if (tarief->eenheid == EENHEID_UUR && eenheid == EENHEID_MINUUT)
        return (tarief->tarief + 30) / 60;
    return AMOUNT_NONE;
}

static bool tarief_differs(const struct measure_context *context, const struct declaration *line) {
    if (line->tarief == AMOUNT_NONE || !in_period(context, line->periode_begin))
        return false;
    uint16_t organisatie = context->data->aanbieders.data[line->aanbieder].organisatie;
    const struct tarief *tarief = tarief_on(context->tarieven, organisatie, line->product, line->periode_begin);
    int64_t expected = tarief ? sheet_tarief(tarief, line->eenheid) : AMOUNT_NONE;
    return expected != AMOUNT_NONE && expected != line->tarief;
}

/* By interval, debit lines first and these in byte order of their key. */
static int compare_lines(const void *a, const void *b, void *context) {
    const struct declaration *x = *(const struct declaration *const *)a;
    const struct declaration *y = *(const struct declaration *const *)b;
    if (x->periode_begin != y->periode_begin)
        return x->periode_begin < y->periode_begin ? -1 : 1;
    if (x->periode_eind != y->periode_eind)
        return x->periode_eind < y->periode_eind ? -1 : 1;
    if (x->credit != y->credit)
        return x->credit ? 1 : -1;
    return dataset_compare_lines(context, x, y);
}

static bool same_interval(const struct declaration *a, const struct declaration *b) {
    return a->periode_begin == b->periode_begin && a->periode_eind == b->periode_eind;
}

/* The lines of one interval, sorted: of n debit lines and c credit lines, debit lines c + 2 … n are double. */
static void add_double(const struct measure_context *context, const struct declaration *const *lines, size_t count,
                       struct sink *sink) {
    size_t debits = 0;
    while (debits < count && !lines[debits]->credit)
        debits++;
    size_t credits = count - debits;
    for (size_t n = credits + 1; n < debits; n++)
        sink_value(sink, DUBBEL, line_amount(lines[n], period_interval(context)));
}

typedef VEC(const struct declaration *) line_vec;

/* Two lines of one interval can only be there when the lines do not simply follow each other. */
static bool follow_each_other(const line_vec *lines) {
    for (size_t n = 1; n < lines->len; n++)
        if (lines->data[n]->periode_begin <= lines->data[n - 1]->periode_begin)
            return false;
    return true;
}

static void add_doubles(const struct measure_context *context, line_vec *lines, struct sink *sink) {
    if (follow_each_other(lines))
        return;
    union {
        const struct dataset *read;
        void *pass;
    } data = {context->data};
    qsort_r(lines->data, lines->len, sizeof *lines->data, compare_lines, data.pass);
    for (size_t first = 0; first < lines->len;) {
        size_t end = first + 1;
        while (end < lines->len && same_interval(lines->data[first], lines->data[end]))
            end++;
        add_double(context, lines->data + first, end - first, sink);
        first = end;
    }
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct dataset *data = context->data;
    line_vec inside = {0};
    for (size_t n = data->line_start[index]; n < data->line_start[index + 1]; n++) {
        const struct declaration *line = &data->declarations.data[data->line_order.data[n]];
        if (!overlaps(line, period_interval(context)))
            continue;
        add_line(context, line, sink);
        if (tarief_differs(context, line))
            sink_count(sink, TARIEFAFWIJKING);
        VEC_PUSH(inside, line);
    }
    add_doubles(context, &inside, sink);
    VEC_FREE(inside);
}

const struct measure_family family_declaraties = {
    .name = "declaraties",
    .declare = declare,
    .indication = indication,
    .unlinked = add_line,
};
