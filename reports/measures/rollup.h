/*
 * From contributions to figures: the cells of one who-group (region, gemeente, aanbieder, or aanbieder × gemeente),
 * which are all, the percelen and the products.
 */
#ifndef WMO_REPORTS_MEASURES_ROLLUP_H
#define WMO_REPORTS_MEASURES_ROLLUP_H

#include "reports/measures/corrections.h"
#include "reports/measures/figure_list.h"
#include "reports/measures/stream.h"

struct rollup;

struct rollup *rollup_new(const struct dataset *data, const struct plan *plan); /* both borrowed */
void rollup_free(struct rollup *rollup);

/* Adds the contributions of bundles order[0] … order[count - 1] of one product, which come in the order of clients. */
void rollup_fill(struct rollup *rollup, const struct bundle *bundles, const uint32_t *order, size_t count);

/* Corrects a group of a product; `set` is that of a CORRECTION_SET. */
void rollup_correct(struct rollup *rollup, uint16_t product, const struct correction *correction, const uint64_t *set);

/* Adds the products of another rollup. */
void rollup_add_products(struct rollup *rollup, const struct rollup *from);

/* Adds all of another rollup that is a part of the same who-group; neither is closed. */
void rollup_add_part(struct rollup *rollup, const struct rollup *part);

/*
 * Adds up products to percelen and percelen to all, adds the figures of the who-group to `list`, in the order of the
 * export, and makes the rollup empty again.  organisatie and gemeente as in struct group.
 */
void rollup_finish(struct rollup *rollup, uint16_t organisatie, uint16_t gemeente, struct figure_list *list);

#endif
