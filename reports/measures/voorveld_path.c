/*
 * The path to the target of the voorveld.  Called by the family voorveld, and by the view `openbaar`, which derives
 * prognose and status from rounded counts.
 */
#include "reports/measures/voorveld_path.h"

#include <stdbool.h>

enum { MILLION = 1000000 };

struct voorveld_path voorveld_path_until(const struct settings *settings, date_t p) {
    if (p >= settings->doel_op)
        return (struct voorveld_path){1, 1};
    date_t first = settings->nulmeting_op + 1;
    return (struct voorveld_path){date_days(first, p), date_days(first, settings->doel_op)};
}

exact_t voorveld_path_value(struct voorveld_path path, int64_t doel) {
    return exact_share(exact_from(doel, MILLION), path.num, path.den);
}

/* teller / noemer ≥ doel × path, without dividing. */
static bool reaches(struct voorveld_path path, int64_t doel, int64_t teller, int64_t noemer) {
    return (exact_t)teller * path.den * MILLION >= (exact_t)doel * path.num * noemer;
}

int voorveld_path_status(const struct settings *settings, struct voorveld_path path, int64_t teller, int64_t noemer) {
    if (reaches(path, settings->doel_hoog, teller, noemer))
        return 1;
    return reaches(path, settings->doel_laag, teller, noemer) ? 0 : -1;
}
