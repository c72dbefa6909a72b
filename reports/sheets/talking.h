/*
 * Gesprekspunten: what stands out, worded, worst first, by the rules of gesprekspunten.csv.
 */
#ifndef WMO_REPORTS_SHEETS_TALKING_H
#define WMO_REPORTS_SHEETS_TALKING_H

#include "etl/base/vec.h"
#include "reports/sheets/sheet.h"

struct point {
    const struct talking_rule *rule;
    const char *sentence;
    exact_t beyond; /* how far behind the limit, in millionths */
    size_t order;   /* of points that weigh the same */
};

struct points {
    VEC(struct point) list;
    int64_t weight; /* of all points together */
};

/*
 * The points of `view`; sentences live in the context's arena.  Freed with VEC_FREE(points.list).
 */
struct points talking_points(const struct sheet_context *context, const struct view *view);

/* How a point is marked: the heavier, the worse. */
enum tone point_tone(const struct point *point);

/* How the amount that a quantity compares is shown, and an amount so shown, for sentences. */
enum show amount_show(const struct quantity *quantity);
const char *amount_words(const struct sheet_context *context, struct value value, enum show show);

#endif
