/*
 * The text that asks an aanbieder for what is still missing or does not fit.
 */
#ifndef WMO_REPORTS_OPVOLGING_LETTER_H
#define WMO_REPORTS_OPVOLGING_LETTER_H

#include "etl/base/buf.h"
#include "reports/sheets/follow_up.h"
#include "reports/sheets/sheet.h"

/* Appends it, UTF-8 with a line end behind every line; the context is that of the aanbieder, without a book. */
void opvolging_letter_put(const struct sheet_context *context, const struct follow_up *follow_up, struct buf *out);

#endif
