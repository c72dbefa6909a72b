/*
 * The view `openbaar` (outputs.md, "Who may see what"): for raad, website and press.  Called by disclosure.c only.
 */
#ifndef WMO_REPORTS_OPENBAAR_H
#define WMO_REPORTS_OPENBAAR_H

#include "reports/figures.h"
#include "reports/settings.h"

/*
 * Turns exact figures into the published ones, on `threads` threads: those of aanbieders are gone, the others rounded
 * or withheld, and what rounds to nothing is gone as well.  No count of 1 to 4 can be worked out from what is left.
 */
void openbaar_apply(struct figures *figures, const struct settings *settings, unsigned threads);

#endif
