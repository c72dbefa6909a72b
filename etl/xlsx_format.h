/*
 * Number formats of workbooks: does a cell with this one show a date?
 */
#ifndef WMO_ETL_XLSX_FORMAT_H
#define WMO_ETL_XLSX_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/buf.h"

/* A format that every spreadsheet knows by its number, and for which a workbook need not say anything. */
bool xlsx_format_is_date(uint32_t number);

/* A format code such as dd\-mm\-yyyy: has its first section a day, month or year?  A time alone is no date. */
bool xlsx_code_is_date(struct slice code);

#endif
