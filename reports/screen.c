/*
 * Columns on a screen, as wide in characters as they look.  Called by the command files that print tables.
 */
#include "reports/screen.h"

#include "etl/base/utf8.h"
#include "reports/dutch.h"
#include "reports/safe_text.h"

void screen_put_left(struct buf *out, const char *text, size_t width) {
    size_t begin = out->len;
    safe_text_put(out, slice_of(text));
    for (size_t shown = utf8_count(out->data + begin, out->len - begin); shown < width; shown++)
        buf_putc(out, ' ');
}

void screen_put_count(struct buf *out, uint64_t count, int width) {
    struct buf digits = {0};
    dutch_put_count(&digits, count);
    buf_printf(out, "%*s", width, digits.data);
    buf_release(&digits);
}
