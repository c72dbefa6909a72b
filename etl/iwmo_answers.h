/*
 * Declarations that were refused, from Wmo325 (inputs.md, "iWmo messages", Wmo325).
 */
#ifndef WMO_ETL_IWMO_ANSWERS_H
#define WMO_ETL_IWMO_ANSWERS_H

#include "etl/load_state.h"

/*
 * When the rows of declaraties are settled: those that a Wmo325 refuses become afgekeurd; warns of refusals of what is
 * not there.
 */
void iwmo_answers_apply(struct load *load);

#endif
