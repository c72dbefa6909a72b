/*
 * For Toelichting: when a key figure gets its signal, and when something becomes a gesprekspunt, from the templates
 * that decide it.
 */
#ifndef WMO_REPORTS_SHEETS_THRESHOLDS_H
#define WMO_REPORTS_SHEETS_THRESHOLDS_H

#include "reports/sheets/sheet.h"

/* A table of the key figures of this kind of book, if it has Samenvatting. */
void add_signals(const struct sheet_context *context);

/* A table of all rules, if the book has a sheet that applies them. */
void add_rules(const struct sheet_context *context);

#endif
