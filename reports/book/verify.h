/*
 * Reading back what was written.
 */
#ifndef WMO_REPORTS_BOOK_VERIFY_H
#define WMO_REPORTS_BOOK_VERIFY_H

#include <stdbool.h>

#include "etl/base/error.h"
#include "reports/book/layout.h"

/*
 * Whether the workbook at `path` is whole and holds exactly what was laid out: every part has its checksum and is
 * well-formed, every part referred to exists, every cell has its value (numbers to 15 digits), styles exist, spread
 * texts, tables and graphs are the ones meant.  False with a Dutch sentence that names the workbook.
 */
bool book_verify(const char *path, const struct layout *layout, struct error *err);

#endif
