/*
 * Declaration lines by link category, double lines and deviating tarieven: measures.md 2.
 */
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
    plan_slots(plan, REGELS, LINK_COUNT, SLOT_NUMBER);
    plan_slots(plan, BEDRAG, LINK_COUNT, SLOT_SUM);
    plan_slot(plan, DUBBEL, SLOT_SUM);
    plan_slot(plan, TARIEFAFWIJKING, SLOT_NUMBER);
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

/* The lines of one indication that overlap P, added up. */
struct totals {
    exact_t bedrag[LINK_COUNT];
    exact_t dubbel;
    uint32_t lines[LINK_COUNT];  /* that overlap P */
    uint32_t regels[LINK_COUNT]; /* that begin in P */
    uint32_t dubbele;
    uint32_t tarief_afwijkend;
};

static void add_line(const struct measure_context *context, const struct line *line, struct totals *totals) {
    exact_t amount = line_amount(line, context->days);
    totals->lines[line->link]++;
    totals->bedrag[line->link] = exact_add(totals->bedrag[line->link], amount);
    if (line->dubbel) {
        totals->dubbele++;
        totals->dubbel = exact_add(totals->dubbel, amount);
    }
    if (in_period(context, line->periode_begin)) {
        totals->regels[line->link]++;
        totals->tarief_afwijkend += line->tarief_afwijkend;
    }
}

static void contribute(const struct totals *totals, struct sink *sink) {
    for (uint16_t link = 0; link < LINK_COUNT; link++) {
        if (totals->regels[link] > 0)
            sink_number(sink, (uint16_t)(REGELS + link), totals->regels[link]);
        if (totals->lines[link] > 0 && link != LINK_AFGEKEURD)
            sink_value(sink, (uint16_t)(BEDRAG + link), totals->bedrag[link]);
    }
    if (totals->dubbele > 0)
        sink_value(sink, DUBBEL, totals->dubbel);
    if (totals->tarief_afwijkend > 0)
        sink_number(sink, TARIEFAFWIJKING, totals->tarief_afwijkend);
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct lines *lines = context->lines;
    struct totals totals = {0};
    for (size_t n = lines->start[index]; n < lines->start[index + 1]; n++)
        if (line_overlaps(&lines->linked[n], context->days))
            add_line(context, &lines->linked[n], &totals);
    contribute(&totals, sink);
}

static void unlinked(const struct measure_context *context, const struct unlinked_line *unlinked, struct sink *sink) {
    struct totals totals = {0};
    if (!line_overlaps(&unlinked->line, context->days))
        return;
    add_line(context, &unlinked->line, &totals);
    contribute(&totals, sink);
}

const struct measure_family family_declaraties = {
    .name = "declaraties",
    .declare = declare,
    .indication = indication,
    .unlinked = unlinked,
};
