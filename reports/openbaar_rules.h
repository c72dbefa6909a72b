/*
 * What the view `openbaar` does with a figure of the region or a gemeente, judged by itself (outputs.md, "Who may see
 * what"); openbaar_check.h judges them together.
 */
#ifndef WMO_REPORTS_OPENBAAR_RULES_H
#define WMO_REPORTS_OPENBAAR_RULES_H

#include <stdint.h>

#include "reports/disclosure_facts.h"
#include "reports/figures.h"
#include "reports/settings.h"

struct openbaar_rules {
    struct disclosure_facts facts;
    const struct settings *settings;
    size_t verschuiving; /* indices of measures */
    size_t afname;
    size_t afwijking;
    uint16_t *statements; /* per period, perceel and uitsplitsing: aanbieders behind a mi of the region */
};

/* From exact figures, those of aanbieders included. */
void openbaar_rules_init(struct openbaar_rules *rules, const struct figures *figures, const struct settings *settings);
void openbaar_rules_release(struct openbaar_rules *rules);

enum publication {
    PUBLICATION_NONE,     /* rounds to nothing, as if it were 0 or had no value */
    PUBLICATION_WITHHELD, /* rests on too few clients, or on one aanbieder */
    PUBLICATION_EXACT,
    PUBLICATION_ROUNDED
};

enum publication openbaar_publication(const struct openbaar_rules *rules, size_t period, size_t measure,
                                      const struct figure *figure);

/* A mean, median or p90, which is judged by the figure that is its aantal. */
bool openbaar_is_mean(size_t measure, const struct figure *figure);

/* Pad, prognose and status, which have rows where voorveld_verschuiving has. */
bool openbaar_goes_with_shift(size_t measure);

/* Sets the numbers of a figure to what is published of it, which is not PUBLICATION_NONE; `published` is empty. */
void openbaar_round(const struct openbaar_rules *rules, size_t period, size_t measure, const struct figure *exact,
                    enum publication publication, struct figure *published);

#endif
