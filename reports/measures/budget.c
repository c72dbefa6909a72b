/*
 * The budget over the whole beschikking, and the maximum per calendar year; measures.md 3.
 */
#include "reports/measures/families.h"
#include "reports/measures/terms.h"

enum budget_class { ACHTER, DREIGEND, NORMAAL, ONBEKEND, OVERSCHREDEN, BUDGET_CLASSES };

enum { YEAR_VOLUME = BUDGET_CLASSES, MILLION = 1000000 };

static const char *const class_names[BUDGET_CLASSES] = {
    [ACHTER] = "achter",     [DREIGEND] = "dreigend",         [NORMAAL] = "normaal",
    [ONBEKEND] = "onbekend", [OVERSCHREDEN] = "overschreden",
};

static void declare(const struct measure_context *context, struct plan *plan) {
    (void)context;
    plan_slots(plan, 0, BUDGET_CLASSES, SLOT_COUNT);
    plan_slot(plan, YEAR_VOLUME, SLOT_LIMIT);
    for (uint16_t k = 0; k < BUDGET_CLASSES; k++)
        plan_figure(plan, "budget", class_names[k], FIGURE_COUNT, k, 0, WHAT_ANY);
    plan_figure(plan, "jaarmaximum", "", FIGURE_EXCEEDED, YEAR_VOLUME, 0, WHAT_PRODUCT);
}

/* Volume of the linked lines falling in the interval; *began tells whether a line begins on or before its end. */
static exact_t linked_volume(const struct measure_context *context, uint32_t index, struct interval within,
                             bool *began) {
    const struct lines *lines = context->lines;
    enum eenheid eenheid = context->data->producten.data[context->data->indications.data[index].product].eenheid;
    exact_t sum = 0;
    *began = false;
    for (size_t n = lines->start[index]; n < lines->start[index + 1]; n++) {
        const struct line *line = &lines->linked[n];
        exact_t volume;
        if (line->periode_begin > within.end)
            continue;
        *began = true;
        if (line->periode_eind >= within.begin && line_volume(line, eenheid, within, &volume))
            sum = exact_add(sum, volume);
    }
    return sum;
}

/* B and D of the page, and t as a share of days. */
static enum budget_class classify(const struct measure_context *context, uint32_t index) {
    const struct settings *settings = context->settings;
    const struct indication *i = &context->data->indications.data[index];
    exact_t budget;
    bool began;
    if (i->einddatum == DATE_OPEN || !indicated_volume(context->data, i, indication_validity(i), &budget) ||
        budget <= 0 || i->ingangsdatum < context->lines->first_of[i->organisatie])
        return ONBEKEND;
    exact_t declared = linked_volume(context, index, (struct interval){DATE_FIRST, context->p}, &began);
    if (!began)
        return ONBEKEND;
    if (exact_compare(declared, budget) > 0)
        return OVERSCHREDEN;
    int64_t past = date_days(i->ingangsdatum, context->p);
    exact_t expected = exact_share(budget, past, interval_days(indication_validity(i)));
    if (exact_compare(declared, exact_add(expected, exact_share(budget, settings->budget_dreigend, MILLION))) > 0)
        return DREIGEND;
    if (exact_compare(declared, exact_add(expected, -exact_share(budget, settings->budget_achter, MILLION))) < 0)
        return ACHTER;
    return NORMAAL;
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct indication *i = &context->data->indications.data[index];
    if (indication_active(i, context->p))
        sink_count(sink, (uint16_t)classify(context, index));
    if (context->data->producten.data[i->product].maximum_per_jaar == AMOUNT_NONE)
        return;
    struct interval year = {date_from_civil(context->period.year, 1, 1), context->p};
    bool began;
    exact_t volume = linked_volume(context, index, year, &began);
    if (volume != 0)
        sink_value(sink, YEAR_VOLUME, volume);
}

const struct measure_family family_budget = {
    .name = "budget",
    .declare = declare,
    .indication = indication,
};
