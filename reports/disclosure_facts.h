/*
 * What both views must know of the figures before they can say what may be shown: which indicators count clients, and
 * which nulmetingen were given.
 */
#ifndef WMO_REPORTS_DISCLOSURE_FACTS_H
#define WMO_REPORTS_DISCLOSURE_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "reports/figures.h"

struct disclosure_facts {
    const struct figures *figures;
    bool *in_clients; /* per uitsplitsing: is it an indicator that counts clients? */
    bool *given;      /* per gemeente × perceel: was its nulmeting given? */
    size_t nulmeting; /* index of the measure */
};

void disclosure_facts_init(struct disclosure_facts *facts, const struct figures *figures);
void disclosure_facts_release(struct disclosure_facts *facts);

/* Is this figure a nulmeting that was given, or the sum of such ones only? */
bool disclosure_facts_given(const struct disclosure_facts *facts, size_t period, size_t measure,
                            const struct group *group);

/* The voorveld_verschuiving that prognose and status of a group go with, NULL when there is none. */
const struct figure *disclosure_facts_shift(const struct disclosure_facts *facts, size_t period, struct group group);

#endif
