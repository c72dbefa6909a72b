/*
 * The figures of one period for the 12 grouping sets.
 */
#ifndef WMO_REPORTS_MEASURES_GROUPS_H
#define WMO_REPORTS_MEASURES_GROUPS_H

#include "reports/measures/stream.h"

/*
 * Fills `result` from the bundles of a period, piece by piece in the order of clients, on `threads` threads.  Releases
 * the pieces as soon as they are read, for before and after there is as much again.
 */
void groups_compute(const struct dataset *data, const struct plan *plan, struct stream_piece *pieces, size_t count,
                    unsigned threads, struct period_figures *result);

#endif
