/*
 * Books as .xlsx files.
 */
#ifndef WMO_REPORTS_BOOK_BOOK_XLSX_H
#define WMO_REPORTS_BOOK_BOOK_XLSX_H

#include <stdbool.h>

#include "etl/base/error.h"
#include "reports/book/layout.h"

/*
 * Writes the book as laid out to `path`, and nothing else on disk.  The same book gives the same bytes.  The library
 * under it does not report a full disk and crashes when memory runs out: only book_write.h makes this safe.
 */
bool book_xlsx_write(const struct layout *layout, const char *path, struct error *err);

#endif
