/*
 * The day on which the tool runs, and nothing else of the clock: no figure depends on it.
 */
#ifndef WMO_REPORTS_CLOCK_H
#define WMO_REPORTS_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/date.h"
#include "etl/base/error.h"

/*
 * The moment that the environment variable SOURCE_DATE_EPOCH names, in seconds since 1970-01-01 UTC, -1 when it is not
 * set.  False when it is no moment in 1970–2199.
 */
bool clock_source_date(int64_t *seconds, struct error *err);

/*
 * Today, never before 1970: the day of SOURCE_DATE_EPOCH in UTC when it is set, else the local day.  False as
 * clock_source_date, or when the clock is wrong.
 */
bool clock_today(date_t *today, struct error *err);

#endif
