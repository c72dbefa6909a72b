/*
 * The bundles of a period by organisatie, and within one in the order of clients.
 */
#ifndef WMO_REPORTS_MEASURES_BUNDLE_SORT_H
#define WMO_REPORTS_MEASURES_BUNDLE_SORT_H

#include "etl/dataset.h"
#include "reports/measures/stream.h"

struct sorted_bundles {
    struct bundle *bundles;
    size_t *start; /* organisaties + 1 offsets in bundles */
    size_t most;   /* bundles of one organisatie */
};

/* Copies the bundles of `count` pieces, in time linear in their number; to be released. */
void bundles_sort(struct sorted_bundles *sorted, const struct dataset *data, const struct stream_piece *pieces,
                  size_t count, unsigned threads);
void bundles_release(struct sorted_bundles *sorted);

#endif
