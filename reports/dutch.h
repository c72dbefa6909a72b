/*
 * Numbers and words as a Dutch reader expects them, for messages and summaries.
 */
#ifndef WMO_REPORTS_DUTCH_H
#define WMO_REPORTS_DUTCH_H

#include <stdint.h>

#include "etl/base/buf.h"

/* Appends 1.234.567. */
void dutch_put_count(struct buf *out, uint64_t count);

/* Appends "1 fout" or "12 fouten". */
void dutch_put_counted(struct buf *out, uint64_t count, const char *one, const char *more);

/* Appends 0,31 for 0.31 seconds, given in nanoseconds. */
void dutch_put_seconds(struct buf *out, int64_t nanoseconds);

#endif
