/*
 * The region without one of its organisations, of ratios and means: what an aanbieder sees beside its own figure.
 *
 * Whatever adds up over organisations (tellers and noemers; of means the sum and the aantal) is added up over the
 * others; outputs.md, "Who may see what", says when that may be shown.  Only view.c asks.
 */
#ifndef WMO_REPORTS_VIEW_REST_H
#define WMO_REPORTS_VIEW_REST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/exact.h"
#include "reports/figures.h"

struct rest;
struct rest *rest_new(const struct figures *figures);
void rest_free(struct rest *rest);

/* Others than one organisation, behind a figure of the region. */
struct others {
    size_t count;   /* organisations with a noemer */
    exact_t teller; /* both in the same unit */
    exact_t noemer;
    exact_t most;    /* the largest noemer of one of them */
    int64_t clients; /* at least so many distinct ones */
};

/* Is there anything that adds up in figures of this measure? */
bool rest_applies(const struct figures *figures, const char *maat, const char *uitsplitsing);

/*
 * Of a ratio or mean.  `group` names perceel and product only; false when the region has no such figure, or it does
 * not add up.
 */
bool rest_of_figure(const struct rest *rest, size_t period, const char *maat, const char *uitsplitsing,
                    struct group group, uint16_t organisatie, struct others *others);

/* Of the share that the counts with one uitsplitsing have in all counts of the measure in the group. */
bool rest_of_share(const struct rest *rest, size_t period, const char *maat, const char *uitsplitsing,
                   struct group group, uint16_t organisatie, struct others *others);

#endif
