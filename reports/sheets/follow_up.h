/*
 * What is still to be asked of an aanbieder about its managementinformatie: that it delivers, what it left out, and
 * what cannot be or differs too much from what was measured.
 */
#ifndef WMO_REPORTS_SHEETS_FOLLOW_UP_H
#define WMO_REPORTS_SHEETS_FOLLOW_UP_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/vec.h"
#include "reports/settings.h"
#include "reports/view.h"

enum follow_kind {
    FOLLOW_NOT_DELIVERED, /* nothing at all, and then no other point */
    FOLLOW_EMPTY,         /* a required indicator without any value */
    FOLLOW_BEYOND,        /* a value that was given, outside the bounds */
    FOLLOW_DEVIATES,      /* a value that was given, or the total of such, too far from what was measured */
    FOLLOW_KINDS
};

struct follow_point {
    enum follow_kind kind;
    const struct indicator *indicator; /* NULL when nothing was delivered */
    struct group part;                 /* gemeente and perceel; the organisation is that of the view */
    struct value given;
    struct value measured;  /* FOLLOW_DEVIATES */
    struct value deviation; /* FOLLOW_DEVIATES: as a part of what was measured */
};

/* Points by kind, then in the order of the catalogue, gemeenten and percelen; freed with VEC_FREE(follow_up.list). */
struct follow_up {
    VEC(struct follow_point) list;
};

/*
 * Over the period asked for, from the view of one aanbieder.  Nothing for a period of which nobody delivered anything
 * yet, and nothing in a view for everybody.  What may not be seen is not compared.
 */
struct follow_up follow_up_of(const struct view *view, const struct settings *settings);

/* How many points are of this kind. */
size_t follow_up_count(const struct follow_up *follow_up, enum follow_kind kind);

/* Is a value, in millionths, outside the bounds of an indicator? */
bool beyond_bounds(const struct indicator *indicator, exact_t waarde);

#endif
