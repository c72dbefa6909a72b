/*
 * One worksheet as a stream of cells: row by row, each row from left to right, empty cells left out.
 *
 * Invariant: memory does not depend on the size of the sheet.  The cells are only to be believed when the end was
 * reached without a refusal.
 */
#ifndef WMO_ETL_XLSX_SHEET_H
#define WMO_ETL_XLSX_SHEET_H

#include "etl/xlsx_grid.h"

struct xlsx_sheet_reader;

/* Begins with a sheet of an open workbook, which is borrowed; one at a time.  NULL when the sheet is not there. */
struct xlsx_sheet_reader *xlsx_sheet_open(struct xlsx_workbook *workbook, const struct xlsx_sheet *sheet,
                                          const struct xlsx_cell_handler *handler, struct xlsx_refusal *why);
void xlsx_sheet_close(struct xlsx_sheet_reader *reader);

/* Reads on for a bounded number of cells; `at_end` when there are no more.  False when the sheet is refused. */
bool xlsx_sheet_step(struct xlsx_sheet_reader *reader, bool *at_end, struct xlsx_refusal *why);

/* For tests: leaves every cell to the XML parser. */
void xlsx_sheet_read_slowly(struct xlsx_sheet_reader *reader);

/* For handlers: no more of this sheet; the next step is at the end. */
void xlsx_sheet_stop(struct xlsx_sheet_reader *reader);

#endif
