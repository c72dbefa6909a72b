/*
 * Which messages there are: loose ones, and those in archives; and which table each of them loads.
 */
#ifndef WMO_ETL_IWMO_FILES_H
#define WMO_ETL_IWMO_FILES_H

#include "etl/load_state.h"

/*
 * Puts the members of archives in their place among the files of indicaties and declaraties, in byte order of the
 * paths, and moves a message that lies in the folder of the other table to the table that it loads.
 */
void iwmo_files_arrange(struct load *load);

#endif
