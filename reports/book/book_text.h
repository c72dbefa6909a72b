/*
 * Books as plain text: the same content as the workbook, stable and readable in a diff, for tests.
 */
#ifndef WMO_REPORTS_BOOK_BOOK_TEXT_H
#define WMO_REPORTS_BOOK_BOOK_TEXT_H

#include "etl/base/buf.h"
#include "reports/book/model.h"

/* Adds every sheet with its texts, key figures, tables and graphs (with the values that they draw), as a reader sees
 * it. */
void book_text_write(const struct book *book, struct buf *out);

#endif
