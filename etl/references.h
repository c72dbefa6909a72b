/*
 * The codes of other tables (inputs.md, "Across tables"), for the rows that stay after doubles are settled.
 */
#ifndef WMO_ETL_REFERENCES_H
#define WMO_ETL_REFERENCES_H

#include "etl/load_state.h"

/*
 * Marks in `fates` the rows of the table that name a gemeente, aanbieder or product that its table does not know, or a
 * tarief in an eenheid that does not convert; warns of other eenheden that do not.  A required table without a good
 * row knows nothing, and is not held against the rows that name its codes.  A line that names an unknown indication
 * names none afterwards.
 */
void references_check(struct load *load, enum table table, unsigned char *fates);

#endif
