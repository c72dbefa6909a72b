/*
 * Loads all files of one table: takes pieces of them in path order, has them read side by side, and commits them in
 * order, so that the result is that of one thread reading one file after the other.
 */
#ifndef WMO_ETL_TABLE_LOAD_H
#define WMO_ETL_TABLE_LOAD_H

#include "etl/load_state.h"

/*
 * Adds the rows of every file of the table to load->tables; a refused file leaves only its finding.  The files are
 * those in load->tables[table].files.
 */
void table_load(struct load *load, enum table table);

#endif
