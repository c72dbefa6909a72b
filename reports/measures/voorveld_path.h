/*
 * The path from the nulmeting to the target of the voorveld, measures.md 7: how much of it lies behind a day, and how a
 * shift compares with it.
 */
#ifndef WMO_REPORTS_MEASURES_VOORVELD_PATH_H
#define WMO_REPORTS_MEASURES_VOORVELD_PATH_H

#include <stdint.h>

#include "etl/base/date.h"
#include "etl/base/exact.h"
#include "reports/settings.h"

/* f of the page: num / den, within [0, 1]. */
struct voorveld_path {
    int64_t num;
    int64_t den;
};

/* Up to and including day p, which is not before d0. */
struct voorveld_path voorveld_path_until(const struct settings *settings, date_t p);

/* doel × f, as an exact number. */
exact_t voorveld_path_value(struct voorveld_path path, int64_t doel);

/* Of a shift teller / noemer with noemer > 0: 1 ahead of the path, 0 on course, -1 behind. */
int voorveld_path_status(const struct settings *settings, struct voorveld_path path, int64_t teller, int64_t noemer);

#endif
