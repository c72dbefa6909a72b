/*
 * Who waits for care on the peildatum, and how long since the besluit; measures.md 4.
 */
#include "reports/measures/families.h"
#include "reports/measures/terms.h"

enum slots { WAITING, WAITED };

static void declare(const struct measure_context *context, struct plan *plan) {
    (void)context;
    plan_slot(plan, WAITING, SLOT_COUNT);
    plan_samples(plan, WAITED, NULL);
    plan_figure(plan, "wachtend", "aantal", FIGURE_COUNT, WAITING, 0, WHAT_ANY);
    plan_figure(plan, "wachtend", "mediaan", FIGURE_MEDIAN, WAITED, 0, WHAT_ANY);
}

/* Is there a linked line with periode_begin on or before the day? */
static bool declared_by(const struct lines *lines, uint32_t index, date_t day) {
    for (size_t n = lines->start[index]; n < lines->start[index + 1]; n++)
        if (lines->linked[n].periode_begin <= day)
            return true;
    return false;
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct indication *i = &context->data->indications.data[index];
    date_t p = context->p;
    bool started = i->startdatum_zorg != DATE_NONE && i->startdatum_zorg <= p;
    if (!indication_active(i, p) || started || declared_by(context->lines, index, p))
        return;
    sink_count(sink, WAITING);
    if (i->besluitdatum != DATE_NONE && i->besluitdatum <= p)
        sink_number(sink, WAITED, (uint32_t)(p - i->besluitdatum));
}

const struct measure_family family_wachtend = {
    .name = "wachtend",
    .declare = declare,
    .indication = indication,
};
