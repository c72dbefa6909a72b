/*
 * Order statistics.
 */
#ifndef WMO_REPORTS_MEASURES_QUANTILE_H
#define WMO_REPORTS_MEASURES_QUANTILE_H

#include <stddef.h>
#include <stdint.h>

#include "etl/base/exact.h"

/* What a number of a sample stands for: value[number], or the number itself when `value` is NULL. */
static inline exact_t sample_value(uint32_t number, const exact_t *value) {
    return value ? value[number] : exact_from(number, 1);
}

/*
 * The quantile num/den, linear between order statistics (Excel's PERCENTILE.INC, measures.md 1), of count > 0 numbers,
 * which it puts in another order, and which order like what they stand for.  *settled, at first 0, tells how many
 * numbers at the front are known to be no larger than the others; rising quantiles of the same numbers make use of it.
 * Expected linear time.
 */
exact_t quantile(uint32_t *numbers, size_t count, const exact_t *value, unsigned num, unsigned den, size_t *settled);

#endif
