/*
 * From contributions to figures: the sums of one who-group (region, gemeente, aanbieder, or aanbieder × gemeente)
 * over all, each perceel and each product.
 */
#ifndef WMO_REPORTS_MEASURES_ROLLUP_H
#define WMO_REPORTS_MEASURES_ROLLUP_H

#include "reports/measures/figure_list.h"
#include "reports/measures/stream.h"

struct rollup;
struct leaf;

struct rollup *rollup_new(const struct dataset *data, const struct plan *plan); /* both borrowed */
void rollup_free(struct rollup *rollup);

/* Adds the contributions of bundles order[0] … order[count - 1], which come in the order of clients. */
void rollup_add(struct rollup *rollup, const struct bundle *bundles, const uint32_t *order, size_t count);

/* Adds a leaf; its clients must contribute nothing else to this rollup. */
void rollup_add_leaf(struct rollup *rollup, const struct leaf *leaf);

/* Adds all of another rollup, with which it has no client in common. */
void rollup_merge(struct rollup *rollup, const struct rollup *from);

/*
 * Adds the figures of the who-group to `list`, in the order of the export, and makes the rollup empty again.
 * organisatie and gemeente as in struct group.
 */
void rollup_finish(struct rollup *rollup, uint16_t organisatie, uint16_t gemeente, struct figure_list *list);

/* The sums of one product, to be added to several rollups. */
struct leaf *leaf_new(const struct dataset *data, const struct plan *plan);
void leaf_free(struct leaf *leaf);

/* Makes the leaf the sum of these bundles, which are all of one product and come in the order of clients. */
void leaf_fill(struct leaf *leaf, const struct bundle *bundles, const uint32_t *order, size_t count);

#endif
