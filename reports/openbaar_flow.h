/*
 * Which counts of one table have a single value: of a series in one period, that is the sum of its gemeenten and of its
 * parts (reports/openbaar_cells.h).
 *
 * Such a table is a flow: every count an edge that carries it, every sum a node where what comes in goes out.  A count
 * can be another one only if its edge lies on a cycle along which the flow can change within all bounds; that is
 * decided for all of them at once, and exactly (D. Gusfield, A graph theoretic approach to statistical data security,
 * SIAM Journal on Computing 17, 1988).
 */
#ifndef WMO_REPORTS_OPENBAAR_FLOW_H
#define WMO_REPORTS_OPENBAAR_FLOW_H

#include "reports/openbaar_cells.h"

typedef VEC(size_t) flow_cells;

/* Appends the cells of the table that are bounded by low < high, and yet have one value. */
void flow_find_fixed(const struct cells *cells, size_t period, size_t series, flow_cells *fixed);

#endif
