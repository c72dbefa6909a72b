/*
 * All sheets that there are.
 */
#ifndef WMO_REPORTS_SHEETS_REGISTRY_H
#define WMO_REPORTS_SHEETS_REGISTRY_H

#include "reports/sheets/sheet.h"

extern const struct sheet_def *const sheet_defs[];
extern const size_t sheet_count;

/* NULL when there is no such sheet. */
const struct sheet_def *sheet_find(const char *id);

/* Has a sheet something to show to the recipient, and is it in its book? */
bool blad_has_content(const struct sheet_context *context, const struct blad *blad);
bool blad_in_book(const struct sheet_context *context, const struct blad *blad);

#endif
