/*
 * The check of an `openbaar` run: can a count of 1 to 4 be narrowed to a single value by adding, subtracting and the
 * rounding intervals of everything that the run publishes (outputs.md, "Who may see what")?
 */
#ifndef WMO_REPORTS_OPENBAAR_CHECK_H
#define WMO_REPORTS_OPENBAAR_CHECK_H

#include "reports/openbaar_cells.h"

/* Leaves out breakdowns, marked in cells->left_out, until no such count is left. */
void openbaar_check(struct cells *cells);

#endif
