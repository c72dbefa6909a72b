/*
 * From the text of cells to the members of a row: the types of inputs.md, and the damage that Excel does to them.
 * Called by row_block for every row.
 */
#ifndef WMO_ETL_CONVERT_H
#define WMO_ETL_CONVERT_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/row_block.h"

/*
 * Puts the cells of a row, one per column, in the current row of the block; a cell that repeats the one before costs
 * nothing.  False, with findings, when one is wrong or missing.  `typed`, or NULL, says which are numbers of a
 * worksheet.
 */
bool convert_row(struct row_block *block, uint32_t line, const struct slice *cells, const bool *typed);

/*
 * The same for a row of CSV, of which `changed` says by bit which cells do not repeat those of the row before (see
 * row_block_add_changed).
 */
bool convert_changed(struct row_block *block, uint32_t line, const struct slice *cells, uint32_t changed);

/* Notes what the cell of a refused row says about decimal commas in the file. */
void convert_note_number(struct row_block *block, unsigned column, struct slice text);

/* Without spaces, tabs and line breaks around it. */
struct slice convert_trim(struct slice cell);

#endif
