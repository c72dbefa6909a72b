/*
 * Computes all figures of the period asked for and the periods before it.
 */
#ifndef WMO_REPORTS_MEASURES_ENGINE_H
#define WMO_REPORTS_MEASURES_ENGINE_H

#include "reports/figures.h"
#include "reports/settings.h"

/*
 * Figures of `period` and `history` periods before it, on `threads` threads.  `figures` is filled, to be released with
 * figures_release.  The result does not depend on the number of threads.
 */
void figures_compute(struct figures *figures, const struct dataset *data, const struct settings *settings,
                     const struct period *period, unsigned history, unsigned threads);

#endif
