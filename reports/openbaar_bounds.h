/*
 * What the publication of each count says of it by itself (reports/openbaar_cells.h).
 */
#ifndef WMO_REPORTS_OPENBAAR_BOUNDS_H
#define WMO_REPORTS_OPENBAAR_BOUNDS_H

#include "reports/openbaar_cells.h"

/*
 * Sets low and high of every cell: the rounding interval of a count that is published, 0 to 2 of one that is not, and
 * nothing at all of one that is left out.  That an amount is there, or is not, tells of clients as well.
 */
void openbaar_bound(struct cells *cells);

#endif
