/*
 * From declaration line to indication, measures.md 2.
 */
#ifndef WMO_ETL_LINK_H
#define WMO_ETL_LINK_H

#include "etl/dataset.h"

/*
 * Gives every declaration its link category and indication, makes the order by client, and tells how many are linked.
 * On entry declaration.indication is the indication of its (gemeente, toewijzingnummer), INDICATION_NONE when there is
 * none. The result does not depend on the number of threads.
 */
size_t dataset_link(struct dataset *dataset, unsigned threads);

/* The last day of an indication, also before linking: a stopdatum limits, unless its reason is tijdelijk (measures.md
 * 1). */
date_t indication_effective_end(const struct dataset *dataset, const struct indication *indication);

#endif
