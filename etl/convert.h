/*
 * From the text of one cell to the member of a row: the types of inputs.md, and the damage that Excel does to them.
 * Called by row_block for every cell.
 */
#ifndef WMO_ETL_CONVERT_H
#define WMO_ETL_CONVERT_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/row_block.h"

enum converted {
    CONVERT_WRONG, /* a finding says why */
    CONVERTED,
    CONVERTED_ONCE /* with a finding or a count: the same text has to be looked at again */
};

/*
 * Puts the cell of a column in the current row of the block, also when nothing is given.  `typed`: a number cell of a
 * worksheet.
 */
enum converted convert_cell(struct row_block *block, unsigned column, struct slice cell, bool typed, uint32_t line);

/* Notes what the cell of a refused row says about decimal commas in the file. */
void convert_note_number(struct row_block *block, unsigned column, struct slice cell);

/* Without spaces, tabs and line breaks around it. */
struct slice convert_trim(struct slice cell);

#endif
