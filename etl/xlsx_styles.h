/*
 * The part of styles, as far as it says which cells show dates.
 */
#ifndef WMO_ETL_XLSX_STYLES_H
#define WMO_ETL_XLSX_STYLES_H

#include "etl/xlsx_workbook.h"

/* Reads the part into workbook->dates. */
bool xlsx_styles_read(struct xlsx_workbook *workbook, const char *part, struct xlsx_refusal *why);

#endif
