/*
 * The figures of one period for the 12 grouping sets.
 */
#ifndef WMO_REPORTS_MEASURES_GROUPS_H
#define WMO_REPORTS_MEASURES_GROUPS_H

#include "reports/measures/loose.h"
#include "reports/measures/stream.h"

/*
 * The figures that the bundles of a period add up to, piece by piece in the order of clients, on `threads` threads; to
 * be freed with loose_free.  Releases the pieces as soon as they are read, for before and after there is as much again.
 */
struct loose_figures *groups_compute(const struct dataset *data, const struct plan *plan, struct stream_piece *pieces,
                                     size_t count, unsigned threads);

#endif
