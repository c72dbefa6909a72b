/*
 * Size of an indication per week against the classes of its perceel, measures.md 9.
 */
#include "reports/measures/families.h"
#include "reports/measures/omvang_index.h"
#include "reports/measures/terms.h"

enum slots { COUNTED, SIZE, CLASSES }; /* then the classes, perceel by perceel */

/* The slot of the first class of a perceel; of PERCEEL_NONE: behind the last slot. */
static uint16_t first_class(const struct settings *settings, enum perceel perceel) {
    size_t slot = CLASSES;
    for (enum perceel p = 0; p < perceel; p++)
        slot += settings->omvang[p].aantal;
    return (uint16_t)slot;
}

static void declare(const struct measure_context *context, struct plan *plan) {
    const enum what what = WHAT_PERCEEL | WHAT_PRODUCT;
    plan_slot(plan, COUNTED, SLOT_COUNT);
    plan_samples(plan, SIZE, context->omvang->size);
    plan_slots(plan, CLASSES, (uint16_t)(first_class(context->settings, PERCEEL_NONE) - CLASSES), SLOT_COUNT);
    plan_figure(plan, "omvang", "aantal", FIGURE_COUNT, COUNTED, 0, what);
    plan_figure(plan, "omvang", "gemiddelde", FIGURE_MEAN, SIZE, 0, what);
    plan_figure(plan, "omvang", "mediaan", FIGURE_MEDIAN, SIZE, 0, what);
    for (enum perceel p = 0; p < PERCEEL_COUNT; p++) {
        const struct klassen *klassen = &context->settings->omvang[p];
        uint16_t first = first_class(context->settings, p);
        for (uint16_t k = 0; k < klassen->aantal; k++)
            plan_figure(plan, "omvang_klasse", klassen->klasse[k].naam, FIGURE_COUNT, (uint16_t)(first + k), 0, what);
    }
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct indication *i = &context->data->indications.data[index];
    enum perceel perceel = context->data->producten.data[i->product].perceel;
    uint32_t rank = context->omvang->rank[index];
    if (!indication_active(i, context->p) || rank == OMVANG_NONE)
        return;
    sink_count(sink, COUNTED);
    sink_number(sink, SIZE, rank);
    const struct klassen *klassen = &context->settings->omvang[perceel];
    size_t klasse = klassen_find(klassen, context->omvang->size[rank]);
    if (klasse < klassen->aantal)
        sink_count(sink, (uint16_t)(first_class(context->settings, perceel) + klasse));
}

const struct measure_family family_omvang = {
    .name = "omvang",
    .declare = declare,
    .indication = indication,
};
