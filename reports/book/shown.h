/*
 * How values look on paper, in Dutch: 1.234,5 and 12,3% and € 1.234 and 30-06-2026.  The text rendering prints this;
 * the layout measures it, since a spreadsheet shows the same through its number formats.
 */
#ifndef WMO_REPORTS_BOOK_SHOWN_H
#define WMO_REPORTS_BOOK_SHOWN_H

#include "etl/base/buf.h"
#include "reports/book/model.h"

/* The kind of number that a cell is in a column: its own, else the column's. */
enum show shown_as(const struct cell *cell, enum show column);

/* Adds what a reader sees in the cell; numbers are rounded half away from zero. */
void shown_put(struct buf *out, const struct cell *cell, enum show column);

/* The mark before the words of a signal: a shape for each tone, also seen in black and white. */
const char *shown_mark(enum tone tone);

/* Number format code of a spreadsheet (in its neutral notation) for the same picture. */
const char *shown_format(enum show show, bool change);

#endif
