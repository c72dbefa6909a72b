/*
 * Clients, in- and uitstroom, ended indications and uitval: measures.md 5.
 */
#include "reports/measures/families.h"
#include "reports/measures/terms.h"

enum slots {
    BEGIN, /* active on p0 */
    END,   /* active on p */
    BOTH,
    PERIOD, /* active on some day of P */
    UITVAL_COUNTS,
    UITVAL_EARLY,
    ENDED_UNKNOWN, /* without a reason */
    ENDED          /* per reason */
};

static void declare(const struct measure_context *context, struct plan *plan) {
    uint16_t reasons = (uint16_t)context->data->redenen.len;
    plan_slot(plan, BEGIN, SLOT_BEGIN);
    plan_slot(plan, END, SLOT_END);
    plan_slot(plan, BOTH, SLOT_BOTH);
    plan_slots(plan, PERIOD, (uint16_t)(ENDED - PERIOD + reasons), SLOT_COUNT);
    plan_figure(plan, "clienten_begin", "", FIGURE_CLIENTS, BEGIN, 0, WHAT_ANY);
    plan_figure(plan, "clienten_eind", "", FIGURE_CLIENTS, END, 0, WHAT_ANY);
    plan_figure(plan, "clienten_periode", "", FIGURE_CLIENTS, PERIOD, 0, WHAT_ANY);
    plan_figure(plan, "instroom", "", FIGURE_DIFFERENCE, END, BOTH, WHAT_ANY);
    plan_figure(plan, "uitstroom", "", FIGURE_DIFFERENCE, BEGIN, BOTH, WHAT_ANY);
    plan_figure(plan, "indicaties_eind", "", FIGURE_COUNT, END, 0, WHAT_ANY);
    plan_figure(plan, "uitval", "", FIGURE_RATIO, UITVAL_EARLY, UITVAL_COUNTS, WHAT_ANY);
    plan_figure(plan, "beeindigd", "onbekend", FIGURE_COUNT, ENDED_UNKNOWN, 0, WHAT_ANY);
    for (uint16_t r = 0; r < reasons; r++)
        plan_figure(plan, "beeindigd", context->data->redenen.data[r].code, FIGURE_COUNT, (uint16_t)(ENDED + r), 0,
                    WHAT_ANY);
}

/* An end in P, whatever the other dates; a tijdelijk reason does not end. */
static void add_end(const struct measure_context *context, const struct indication *i, struct sink *sink) {
    if (i->stopdatum == DATE_NONE || i->stopdatum < context->period.begin || i->stopdatum > context->period.end)
        return;
    if (i->reden == INDEX_NONE) {
        sink_count(sink, ENDED_UNKNOWN);
        return;
    }
    const struct reden *reden = &context->data->redenen.data[i->reden];
    if (reden->tijdelijk)
        return;
    sink_count(sink, (uint16_t)(ENDED + i->reden));
    if (!reden->telt_mee)
        return;
    sink_count(sink, UITVAL_COUNTS);
    if (reden->voortijdig)
        sink_count(sink, UITVAL_EARLY);
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct indication *i = &context->data->indications.data[index];
    if (indication_active(i, context->p0))
        sink_count(sink, BEGIN);
    if (indication_active(i, context->p))
        sink_count(sink, END);
    if (interval_days(interval_intersect(indication_effective(i), context->days)) > 0)
        sink_count(sink, PERIOD);
    add_end(context, i, sink);
}

const struct measure_family family_volumes = {
    .name = "volumes",
    .declare = declare,
    .indication = indication,
};
