/*
 * Size of an indication per week against the classes of its perceel, measures.md 9.
 */
#include "reports/measures/families.h"
#include "reports/measures/terms.h"

enum slots { COUNTED, SIZE, CLASSES }; /* then the classes, perceel by perceel */

enum { VOLUME_SCALE = 1000 };

/* What each perceel is expressed in. */
static const enum eenheid perceel_eenheid[PERCEEL_COUNT] = {
    [PERCEEL_BG] = EENHEID_UUR,
    [PERCEEL_DB] = EENHEID_DAGDEEL,
    [PERCEEL_HO] = EENHEID_MINUUT,
    [PERCEEL_KV] = EENHEID_ETMAAL,
};

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
    plan_slot(plan, SIZE, SLOT_SAMPLE);
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

/* The amount of an indication per week, in its own eenheid; false when it has none. */
static bool per_week(const struct indication *i, exact_t *amount) {
    exact_t volume = exact_from(i->volume, VOLUME_SCALE);
    switch ((enum frequentie)i->frequentie) {
    case FREQUENTIE_DAG: *amount = exact_share(volume, 7, 1); return true;
    case FREQUENTIE_WEEK: *amount = volume; return true;
    case FREQUENTIE_VIER_WEKEN: *amount = exact_share(volume, 1, 4); return true;
    case FREQUENTIE_MAAND: *amount = exact_share(volume, 12, 52); return true;
    case FREQUENTIE_JAAR: *amount = exact_share(volume, 1, 52); return true;
    case FREQUENTIE_TOTAAL:
        if (i->einddatum == DATE_OPEN)
            return false;
        *amount = exact_share(volume, 7, interval_days(indication_validity(i)));
        return true;
    }
    return false;
}

/* From the eenheid of the indication, by way of its product's, to that of the perceel; false when it cannot be. */
static bool express(const struct indication *i, const struct product *product, exact_t *amount) {
    enum eenheid wanted = perceel_eenheid[product->perceel];
    int mul;
    int div;
    if (!eenheid_factor(product->eenheid, wanted, &mul, &div) ||
        !eenheid_factor((enum eenheid)i->eenheid, wanted, &mul, &div))
        return false;
    *amount = exact_share(*amount, mul, div);
    return true;
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct indication *i = &context->data->indications.data[index];
    const struct product *product = &context->data->producten.data[i->product];
    exact_t amount;
    if (!indication_active(i, context->p) || !per_week(i, &amount) || !express(i, product, &amount))
        return;
    sink_count(sink, COUNTED);
    sink_value(sink, SIZE, amount);
    const struct klassen *klassen = &context->settings->omvang[product->perceel];
    size_t klasse = klassen_find(klassen, amount);
    if (klasse < klassen->aantal)
        sink_count(sink, (uint16_t)(first_class(context->settings, product->perceel) + klasse));
}

const struct measure_family family_omvang = {
    .name = "omvang",
    .declare = declare,
    .indication = indication,
};
