/*
 * Numbers as people write them, as fixed-point integers (inputs.md, "Numbers").
 */
#ifndef WMO_ETL_BASE_DECIMAL_H
#define WMO_ETL_BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/buf.h"

enum decimal_result {
    DECIMAL_OK,
    DECIMAL_NO_NUMBER,
    DECIMAL_TOO_LARGE, /* more than 12 digits before the decimals */
    DECIMAL_TOO_MANY_DECIMALS
};

/* What a file of numbers showed so far; facts are only ever added. */
struct decimal_notes {
    bool comma;     /* a number with a decimal comma */
    bool ambiguous; /* a number like 1.234 */
};

/*
 * Reads `1234,50`, `1234.50`, `1.234,50` or `1.234.567`, with a minus before it; the value is in units of
 * 10^-decimals, at most 6 decimals.  `1.234` is 1234 when `comma_file`, else 1 and 234 thousandths.
 */
enum decimal_result decimal_parse(struct slice text, int decimals, bool comma_file, int64_t *value,
                                  struct decimal_notes *notes);

#endif
