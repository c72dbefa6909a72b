/*
 * Which files an input directory holds and which table each belongs to (inputs.md, first part).
 */
#ifndef WMO_ETL_INPUT_FILES_H
#define WMO_ETL_INPUT_FILES_H

#include "etl/load_state.h"

/*
 * Fills load->sources and the files of load->tables, both in byte order of the paths; what is no file of ours becomes
 * a finding.  False, with a sentence, when the directory itself cannot be read.
 */
bool input_files_find(struct load *load, struct error *err);

/*
 * Leaves out every file with the same bytes as one of an earlier path of its table, with an info.  Only files of equal
 * size are read for it.
 */
void input_files_leave_out_same(struct load *load);

/* The SHA-256 of every file that has a table and no sum yet; one that cannot be read keeps none. */
void input_files_hash(struct load *load);

#endif
