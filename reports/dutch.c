/*
 * Dutch numbers, without any locale.  Called by the command files.
 */
#include "reports/dutch.h"

#include <inttypes.h>

void dutch_put_count(struct buf *out, uint64_t count) {
    if (count < 1000) {
        buf_printf(out, "%" PRIu64, count);
        return;
    }
    dutch_put_count(out, count / 1000);
    buf_printf(out, ".%03" PRIu64, count % 1000);
}

void dutch_put_counted(struct buf *out, uint64_t count, const char *one, const char *more) {
    dutch_put_count(out, count);
    buf_putc(out, ' ');
    buf_puts(out, count == 1 ? one : more);
}

void dutch_put_seconds(struct buf *out, int64_t nanoseconds) {
    int64_t hundredths = (nanoseconds + 5000000) / 10000000;
    buf_printf(out, "%" PRId64 ",%02" PRId64, hundredths / 100, hundredths % 100);
}
