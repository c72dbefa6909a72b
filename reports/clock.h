/*
 * The day on which the tool runs, and nothing else of the clock: no figure depends on it.
 */
#ifndef WMO_REPORTS_CLOCK_H
#define WMO_REPORTS_CLOCK_H

#include <stdbool.h>

#include "etl/base/date.h"
#include "etl/base/error.h"

/*
 * Today, never before 1970: the day of the environment variable SOURCE_DATE_EPOCH (seconds since 1970) in UTC when it
 * is set, else the local day.  False when that is no moment in 1970–2199, or when the clock is wrong.
 */
bool clock_today(date_t *today, struct error *err);

#endif
