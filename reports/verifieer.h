/*
 * Compares an output directory with its verantwoording.json.
 */
#ifndef WMO_REPORTS_VERIFIEER_H
#define WMO_REPORTS_VERIFIEER_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/buf.h"
#include "etl/base/error.h"

struct verification {
    size_t files;       /* in verantwoording.json */
    size_t differences; /* changed, missing or extra */
};

/*
 * Appends a line per difference and one with the result to `out`.  False when there is no verantwoording.json that can
 * be read, or a file cannot be.
 */
bool verifieer(const char *dir, unsigned threads, struct verification *result, struct buf *out, struct error *err);

#endif
