/*
 * The same key twice (inputs.md): which row of several with the same key stays.
 */
#ifndef WMO_ETL_DUPLICATES_H
#define WMO_ETL_DUPLICATES_H

#include "etl/load_state.h"

/* Marks in `fates` (enum row_fate, one per row) the rows of the table that do not stay; the findings say why. */
void duplicates_settle(struct load *load, enum table table, unsigned char *fates);

#endif
