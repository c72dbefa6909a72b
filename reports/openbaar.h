/*
 * Who may see what, view `openbaar` (outputs.md): only region and gemeenten, counts rounded to fives, amounts to
 * thousands of euro, volumes to three significant digits, and nothing that rests on fewer than ten clients.
 */
#ifndef WMO_REPORTS_OPENBAAR_H
#define WMO_REPORTS_OPENBAAR_H

#include "reports/figures.h"

enum { OPENBAAR_STEP = 5, OPENBAAR_CLIENTS = 10 };

/*
 * Turns exact figures into rounded ones, in place, on `threads` threads: figures of a single aanbieder and counts that
 * round to 0 are gone, others are withheld.  What could still be worked out from them is for openbaar_check.h.
 */
void openbaar_round(struct figures *figures, unsigned threads);

/* How many persons a published count may stand for: *least … *most. */
static inline void openbaar_interval(int64_t published, int64_t *least, int64_t *most) {
    *least = published >= OPENBAAR_STEP / 2 ? published - OPENBAAR_STEP / 2 : 0;
    *most = published + OPENBAAR_STEP / 2;
}

#endif
