/*
 * Order statistics of exact values.
 */
#ifndef WMO_REPORTS_MEASURES_QUANTILE_H
#define WMO_REPORTS_MEASURES_QUANTILE_H

#include <stddef.h>

#include "etl/base/exact.h"

/*
 * The quantile num/den, linear between order statistics (Excel's PERCENTILE.INC, measures.md 1), of count > 0 values,
 * which it puts in another order.  *settled, at first 0, tells how many values at the front are known to be no larger
 * than the others; rising quantiles of the same values make use of it.  Expected linear time.
 */
exact_t quantile(exact_t *values, size_t count, unsigned num, unsigned den, size_t *settled);

#endif
