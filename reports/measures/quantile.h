/*
 * Order statistics of exact values.
 */
#ifndef WMO_REPORTS_MEASURES_QUANTILE_H
#define WMO_REPORTS_MEASURES_QUANTILE_H

#include <stddef.h>

#include "etl/base/exact.h"

/*
 * The quantile num/den, linear between order statistics (Excel's PERCENTILE.INC, measures.md 1), of count > 0 values,
 * which it puts in another order.  Expected linear time.
 */
exact_t quantile(exact_t *values, size_t count, unsigned num, unsigned den);

#endif
