/*
 * From the text of one cell to the member of a row: the types of inputs.md, and the damage that Excel does to them.
 * Called by row_block for every cell.
 */
#ifndef WMO_ETL_CONVERT_H
#define WMO_ETL_CONVERT_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/row_block.h"

/*
 * Puts the cell of a column in the row.  False, with a finding, when it is wrong or missing.  `typed`: a number cell of
 * a worksheet.
 */
bool convert_cell(struct row_block *block, unsigned column, struct slice cell, bool typed, char *row, uint32_t line);

/* Notes what the cell of a refused row says about decimal commas in the file. */
void convert_note_number(struct row_block *block, unsigned column, struct slice cell);

/* Without spaces, tabs and line breaks around it. */
struct slice convert_trim(struct slice cell);

#endif
