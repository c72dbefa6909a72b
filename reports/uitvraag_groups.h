/*
 * Of which parts of its work an aanbieder is asked for figures: where it has clients, and what it stated before.
 */
#ifndef WMO_REPORTS_UITVRAAG_GROUPS_H
#define WMO_REPORTS_UITVRAAG_GROUPS_H

#include <stdbool.h>

#include "etl/base/vec.h"
#include "reports/figures.h"

/* Growing list, freed with VEC_FREE(groups.list). */
struct uitvraag_groups {
    VEC(struct group) list;
};

/*
 * The gemeenten and percelen in which organisation `member` (index + 1) has clients in the period asked for or the one
 * before, apart and together, without the total.  A total of one part is left out: the part says it; unless the
 * aanbieder stated just that total before.  Percelen first, then gemeenten, then both.
 */
struct uitvraag_groups uitvraag_groups_of(const struct figures *figures, uint16_t member);

/* Do the data reach the last month of the period asked for, so that what is not there did not happen? */
bool uitvraag_is_measured(const struct figures *figures);

#endif
