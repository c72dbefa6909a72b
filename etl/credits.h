/*
 * Credit lines and the debit lines that they take back (inputs.md, "Across tables").
 */
#ifndef WMO_ETL_CREDITS_H
#define WMO_ETL_CREDITS_H

#include "etl/load_state.h"

/*
 * Warns of a credit line whose vorig_regelnummer is not among the debit lines of its aanbieder as delivered, or is
 * taken back more often than it is there.  Credit lines that were rejected take nothing back.
 */
void credits_check(struct load *load);

#endif
