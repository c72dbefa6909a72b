/*
 * The numbers in cells of workbooks, as the texts that a field of a CSV file would hold (inputs.md): a number to 15
 * significant digits, a date as 2026-06-30 or 2026-06-30 14:05:00.
 */
#ifndef WMO_ETL_XLSX_NUMBER_H
#define WMO_ETL_XLSX_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/buf.h"

enum { XLSX_NUMBER_SIZE = 48 };

/*
 * Writes the number as plain digits with a decimal point, as 1.23456789012345E+17 when it has more than 15 digits
 * before the point or more than 20 zeros behind it; returns the length, 0 when `number` is no number.
 */
size_t xlsx_number_text(struct slice number, char text[XLSX_NUMBER_SIZE]);

/*
 * Writes the day that a serial number is (of the system that begins in 1904, or the usual one with its 29 February
 * 1900), and behind a space the time when it is not midnight; returns the length, 0 when there is no such day.
 */
size_t xlsx_date_text(struct slice serial, bool system_1904, char text[XLSX_NUMBER_SIZE]);

#endif
