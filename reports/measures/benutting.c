/*
 * Benutting: what was declared against what was indicated, in volume and in euro, and the classes of it; measures.md 3.
 */
#include "reports/measures/families.h"
#include "reports/measures/terms.h"

enum slots {
    INDICATED,     /* volume */
    DECLARED,      /* volume */
    BOTH_DECLARED, /* volume, of indications with an indicated volume > 0 */
    BOTH_INDICATED,
    AMOUNT_INDICATED, /* of priced indications */
    AMOUNT_DECLARED,
    PRICED_DECLARED, /* amount declared on priced indications */
    ACTIVE,          /* the indications active in P, for the clients */
    MONTH_DECLARED,
    MONTH_INDICATED = MONTH_DECLARED + PERIOD_MONTHS_MAX,
    CLASS = MONTH_INDICATED + PERIOD_MONTHS_MAX
};

static void declare_months(const struct measure_context *context, struct plan *plan) {
    for (int m = 0; m < context->months; m++) {
        char name[DATE_TEXT_SIZE];
        date_text(context->month[m].begin, name)[7] = '\0'; /* JJJJ-MM */
        plan_figure(plan, "maand_gedeclareerd", name, FIGURE_SUM, (uint16_t)(MONTH_DECLARED + m), 0, WHAT_ANY);
        plan_figure(plan, "maand_geindiceerd", name, FIGURE_SUM, (uint16_t)(MONTH_INDICATED + m), 0, WHAT_ANY);
    }
}

static void declare(const struct measure_context *context, struct plan *plan) {
    const struct klassen *klassen = &context->settings->benutting;
    plan_slots(plan, INDICATED, ACTIVE - INDICATED, SLOT_SUM);
    plan_slot(plan, ACTIVE, SLOT_COUNT);
    plan_slots(plan, MONTH_DECLARED, 2 * PERIOD_MONTHS_MAX, SLOT_SUM);
    plan_slots(plan, CLASS, (uint16_t)klassen->aantal, SLOT_COUNT);
    plan_figure(plan, "volume_geindiceerd", "", FIGURE_SUM, INDICATED, 0, WHAT_PRODUCT);
    plan_figure(plan, "volume_gedeclareerd", "", FIGURE_SUM, DECLARED, 0, WHAT_PRODUCT);
    plan_figure(plan, "benutting_volume", "", FIGURE_RATIO, BOTH_DECLARED, BOTH_INDICATED, WHAT_PRODUCT);
    plan_figure(plan, "bedrag_geindiceerd", "", FIGURE_SUM, AMOUNT_INDICATED, 0, WHAT_ANY);
    plan_figure(plan, "bedrag_gedeclareerd", "", FIGURE_SUM, AMOUNT_DECLARED, 0, WHAT_ANY);
    plan_figure(plan, "benutting_bedrag", "", FIGURE_RATIO, PRICED_DECLARED, AMOUNT_INDICATED, WHAT_ANY);
    plan_figure(plan, "kosten_per_client", "", FIGURE_PER_CLIENT, AMOUNT_DECLARED, ACTIVE, WHAT_ANY);
    for (uint16_t k = 0; k < klassen->aantal; k++)
        plan_figure(plan, "benutting_klasse", klassen->klasse[k].naam, FIGURE_COUNT, (uint16_t)(CLASS + k), 0,
                    WHAT_ANY);
    declare_months(context, plan);
}

/* What was declared on one indication in P. */
struct declared {
    exact_t volume;
    exact_t amount;
    bool has_volume;                  /* a line whose eenheid converts */
    bool has_amount;                  /* a line */
    exact_t month[PERIOD_MONTHS_MAX]; /* amount */
    bool has_month[PERIOD_MONTHS_MAX];
};

/* The share of a line in each calendar month of P. */
static void add_months(const struct measure_context *context, const struct line *line, struct declared *declared) {
    for (int m = 0; m < context->months && context->month[m].begin <= line->periode_eind; m++) {
        if (line->periode_begin > context->month[m].end)
            continue;
        declared->has_month[m] = true;
        declared->month[m] = exact_add(declared->month[m], line_amount(line, context->month[m]));
    }
}

static void contribute(const struct measure_context *context, const struct declared *declared, struct sink *sink) {
    if (declared->has_amount)
        sink_value(sink, AMOUNT_DECLARED, declared->amount);
    if (declared->has_volume)
        sink_value(sink, DECLARED, declared->volume);
    for (int m = 0; m < context->months; m++)
        if (declared->has_month[m])
            sink_value(sink, (uint16_t)(MONTH_DECLARED + m), declared->month[m]);
}

static void add_lines(const struct measure_context *context, uint32_t index, struct declared *declared,
                      struct sink *sink) {
    const struct lines *lines = context->lines;
    enum eenheid eenheid = context->data->producten.data[context->data->indications.data[index].product].eenheid;
    for (size_t n = lines->start[index]; n < lines->start[index + 1]; n++) {
        const struct line *line = &lines->linked[n];
        exact_t volume;
        if (!line_overlaps(line, context->days))
            continue;
        declared->has_amount = true;
        declared->amount = exact_add(declared->amount, line_amount(line, context->days));
        if (line_volume(line, eenheid, context->days, &volume)) {
            declared->has_volume = true;
            declared->volume = exact_add(declared->volume, volume);
        }
        add_months(context, line, declared);
    }
    contribute(context, declared, sink);
}

/* The amounts of an indication, when it is priced in P; the months add up to P. */
static void add_priced(const struct measure_context *context, const struct indication *i, struct interval within,
                       const struct declared *declared, struct sink *sink) {
    exact_t amount[PERIOD_MONTHS_MAX];
    exact_t sum = 0;
    struct interval part[PERIOD_MONTHS_MAX];
    for (int m = 0; m < context->months; m++)
        part[m] = interval_intersect(context->month[m], within);
    if (!indicated_amounts(context, i, part, context->months, amount))
        return;
    for (int m = 0; m < context->months; m++)
        sum = exact_add(sum, amount[m]);
    sink_value(sink, AMOUNT_INDICATED, sum);
    sink_value(sink, PRICED_DECLARED, declared->amount);
    for (int m = 0; m < context->months; m++)
        if (interval_days(part[m]) > 0)
            sink_value(sink, (uint16_t)(MONTH_INDICATED + m), amount[m]);
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct indication *i = &context->data->indications.data[index];
    const struct klassen *klassen = &context->settings->benutting;
    struct declared declared = {0};
    add_lines(context, index, &declared, sink);
    struct interval within = interval_intersect(indication_effective(i), context->days);
    exact_t indicated;
    if (interval_days(within) == 0)
        return;
    sink_count(sink, ACTIVE);
    if (!indicated_volume(context->data, i, within, &indicated))
        return;
    sink_value(sink, INDICATED, indicated);
    if (indicated <= 0)
        return;
    sink_value(sink, BOTH_INDICATED, indicated);
    sink_value(sink, BOTH_DECLARED, declared.volume);
    add_priced(context, i, within, &declared, sink);
    if (interval_days(within) >= context->settings->benutting_dagen) {
        size_t klasse = klassen_find_ratio(klassen, declared.volume, indicated);
        if (klasse < klassen->aantal)
            sink_count(sink, (uint16_t)(CLASS + klasse));
    }
}

const struct measure_family family_benutting = {
    .name = "benutting",
    .declare = declare,
    .indication = indication,
};
