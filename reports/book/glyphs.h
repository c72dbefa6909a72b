/*
 * Texts as characters and as widths on paper: cleaning of foreign text, measuring, and the breaking of lines.  Widths
 * are those of Calibri (and of Carlito, made to the same measure), since a workbook must say how wide its columns are.
 */
#ifndef WMO_REPORTS_BOOK_GLYPHS_H
#define WMO_REPORTS_BOOK_GLYPHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"

/* Adds `text` as valid UTF-8 that XML 1.0 can hold: wrong bytes become U+FFFD, control characters spaces. */
void glyphs_clean(struct buf *out, const char *text);

/* Bytes of the first `most` characters, counted as Excel does: one beyond U+FFFF counts double. */
size_t glyphs_prefix(const char *text, size_t most);

struct font {
    unsigned points;
    bool bold;
};

/* Width in pixels of 1/96 inch, rounded up. */
unsigned glyphs_width(const char *text, struct font font);

/* Width of the widest word, which no wrapping can break without harm. */
unsigned glyphs_widest_word(const char *text, struct font font);

/* Number of lines that the text takes when wrapped at spaces to `width` pixels; at least 1. */
unsigned glyphs_lines(const char *text, struct font font, unsigned width);

#endif
