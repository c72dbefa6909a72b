/*
 * Columns of a table on a screen.
 */
#ifndef WMO_REPORTS_SCREEN_H
#define WMO_REPORTS_SCREEN_H

#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"

/* Appends a text from the input, made safe, and spaces up to a width in characters. */
void screen_put_left(struct buf *out, const char *text, size_t width);

/* Appends a number with spaces before it up to a width. */
void screen_put_count(struct buf *out, uint64_t count, int width);

#endif
