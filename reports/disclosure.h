/*
 * Who may see what, view `intern` (outputs.md): which figures are withheld because they rest on too few people.
 *
 * The status is part of the figure, so that no export or sheet can pass it by; what a withheld figure looks like is
 * asked here as well.
 */
#ifndef WMO_REPORTS_DISCLOSURE_H
#define WMO_REPORTS_DISCLOSURE_H

#include <stdbool.h>
#include <stdint.h>

#include "reports/figures.h"

struct disclosure {
    int64_t drempel; /* 0 or 1: nothing is withheld */
    char fewer[24];  /* "<5" */
};

void disclosure_init(struct disclosure *disclosure, int64_t drempel);

/* Sets the status of every figure, on `threads` threads. */
void disclosure_apply(const struct disclosure *disclosure, struct figures *figures, unsigned threads);

/* How a withheld figure of a measure (index in the registry) is shown: "<N" for a count, "x" for all else. */
const char *disclosure_shown_as(const struct disclosure *disclosure, size_t measure, const struct figure *figure);

/* May `organisatie` (as in struct group) see this figure in its own workbook? Its own statements it always may. */
bool disclosure_own(size_t measure, const struct figure *figure, uint16_t organisatie);

#endif
