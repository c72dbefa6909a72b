/*
 * The who-groups of the 12 grouping sets: region, gemeente, aanbieder, aanbieder × gemeente.
 */
#ifndef WMO_REPORTS_MEASURES_WHO_H
#define WMO_REPORTS_MEASURES_WHO_H

#include "reports/measures/stream.h"

struct who_group {
    const uint32_t *bundles; /* in the order of clients */
    size_t count;
    uint16_t organisatie; /* as in struct group */
    uint16_t gemeente;
};

/* All groups with at least one bundle, in the order of the export, cut into batches of similar size. */
struct who_groups {
    struct who_group *group;
    size_t count;
    size_t *batch_start; /* batches + 1 */
    size_t batches;
    uint32_t *orders[4];
};

void who_groups_init(struct who_groups *groups, const struct dataset *data, const struct bundle *bundles, size_t count);
void who_groups_release(struct who_groups *groups);

#endif
