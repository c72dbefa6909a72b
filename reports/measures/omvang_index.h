/*
 * The size per week of every indication (measures.md 9), worked out once per run.  Sizes repeat, so an indication has
 * the rank of its size: ranks order like the sizes.
 */
#ifndef WMO_REPORTS_MEASURES_OMVANG_INDEX_H
#define WMO_REPORTS_MEASURES_OMVANG_INDEX_H

#include "etl/base/exact.h"
#include "etl/dataset.h"

#define OMVANG_NONE UINT32_MAX /* the rank of an indication that has no size per week */

struct omvang_index {
    exact_t *size;  /* per rank, in the eenheid of the perceel */
    uint32_t *rank; /* per indication */
};

void omvang_index_init(struct omvang_index *index, const struct dataset *data);
void omvang_index_release(struct omvang_index *index);

#endif
