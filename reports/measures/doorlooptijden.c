/*
 * The five doorlooptijden from melding to start of care, measures.md 4.  Each is one row of the table below; its slots
 * stand side by side, in the order of `enum part`.
 */
#include "reports/measures/families.h"

enum part {
    MEASURED, /* both dates are known, in the right order */
    DURATION, /* days between them */
    WITHIN,   /* not longer than the norm */
    UNKNOWN,  /* the first date is missing */
    PARTS
};

struct step {
    const char *maat;
    enum doorlooptijd norm;
    date_t (*from)(const struct indication *i);
    date_t (*to)(const struct indication *i);
};

static date_t melding(const struct indication *i) {
    return i->meldingsdatum;
}

static date_t aanvraag(const struct indication *i) {
    return i->aanvraagdatum;
}

static date_t melding_or_aanvraag(const struct indication *i) {
    return i->meldingsdatum != DATE_NONE ? i->meldingsdatum : i->aanvraagdatum;
}

static date_t besluit(const struct indication *i) {
    return i->besluitdatum;
}

static date_t start(const struct indication *i) {
    return i->startdatum_zorg;
}

static const struct step steps[] = {
    {"doorlooptijd_onderzoek", DOORLOOPTIJD_ONDERZOEK, melding, aanvraag},
    {"doorlooptijd_beschikking", DOORLOOPTIJD_BESCHIKKING, aanvraag, besluit},
    {"doorlooptijd_besluit", DOORLOOPTIJD_BESLUIT, melding_or_aanvraag, besluit},
    {"doorlooptijd_start", DOORLOOPTIJD_START, besluit, start},
    {"doorlooptijd_totaal", DOORLOOPTIJD_TOTAAL, melding_or_aanvraag, start},
};

enum { STEPS = sizeof steps / sizeof *steps };

static uint16_t slot_of(size_t step, enum part part) {
    return (uint16_t)(step * PARTS + part);
}

static void declare(const struct measure_context *context, struct plan *plan) {
    (void)context;
    for (size_t s = 0; s < STEPS; s++) {
        const char *maat = steps[s].maat;
        uint16_t measured = slot_of(s, MEASURED);
        uint16_t duration = slot_of(s, DURATION);
        plan_slot(plan, measured, SLOT_COUNT);
        plan_samples(plan, duration, NULL);
        plan_slot(plan, slot_of(s, WITHIN), SLOT_COUNT);
        plan_slot(plan, slot_of(s, UNKNOWN), SLOT_COUNT);
        plan_figure(plan, maat, "aantal", FIGURE_COUNT, measured, 0, WHAT_ANY);
        plan_figure(plan, maat, "gemiddelde", FIGURE_MEAN, duration, 0, WHAT_ANY);
        plan_figure(plan, maat, "mediaan", FIGURE_MEDIAN, duration, 0, WHAT_ANY);
        plan_figure(plan, maat, "p90", FIGURE_P90, duration, 0, WHAT_ANY);
        plan_figure(plan, maat, "binnen_norm", FIGURE_RATIO, slot_of(s, WITHIN), measured, WHAT_ANY);
        plan_figure(plan, maat, "onbekend", FIGURE_COUNT, slot_of(s, UNKNOWN), 0, WHAT_ANY);
    }
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct indication *i = &context->data->indications.data[index];
    for (size_t s = 0; s < STEPS; s++) {
        date_t to = steps[s].to(i);
        if (to < context->period.begin || to > context->period.end)
            continue;
        date_t from = steps[s].from(i);
        if (from == DATE_NONE) {
            sink_count(sink, slot_of(s, UNKNOWN));
        } else if (from <= to) { /* a negative duration is a finding, and is left out */
            sink_count(sink, slot_of(s, MEASURED));
            sink_number(sink, slot_of(s, DURATION), (uint32_t)(to - from));
            if (to - from <= context->settings->norm[steps[s].norm])
                sink_count(sink, slot_of(s, WITHIN));
        }
    }
}

const struct measure_family family_doorlooptijden = {
    .name = "doorlooptijden",
    .declare = declare,
    .indication = indication,
};
