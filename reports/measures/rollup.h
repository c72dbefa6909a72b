/*
 * From contributions to figures: the sums of one who-group (region, gemeente, aanbieder, or aanbieder × gemeente)
 * over all, each perceel and each product.
 */
#ifndef WMO_REPORTS_MEASURES_ROLLUP_H
#define WMO_REPORTS_MEASURES_ROLLUP_H

#include "reports/measures/figure_list.h"
#include "reports/measures/stream.h"

struct rollup;

/* Working memory of one thread; all borrowed. */
struct rollup *rollup_new(const struct dataset *data, const struct plan *plan);
void rollup_free(struct rollup *rollup);

/*
 * Adds the figures of one who-group to `list`, in the order of the export.  bundles: indices of all bundles of the
 * group, in the order of clients.  organisatie and gemeente as in struct group.
 */
void rollup_group(struct rollup *rollup, const struct bundle *bundles, const uint32_t *order, size_t count,
                  uint16_t organisatie, uint16_t gemeente, struct figure_list *list);

#endif
