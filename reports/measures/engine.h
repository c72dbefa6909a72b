/*
 * Computes all figures of the period asked for and the periods before it.
 */
#ifndef WMO_REPORTS_MEASURES_ENGINE_H
#define WMO_REPORTS_MEASURES_ENGINE_H

#include "reports/figures.h"
#include "reports/settings.h"

/*
 * The computation period by period, for who has no room for all figures at once.  `figures` gets its periods, without
 * figures, and is to be released with figures_release; data and settings are borrowed, but for the declarations, which
 * may be dropped once the computation is there.
 */
struct computation;
struct computation *computation_new(struct figures *figures, const struct dataset *data,
                                    const struct settings *settings, const struct period *period, unsigned history,
                                    unsigned threads);
void computation_free(struct computation *computation);

/* Computes the figures of a period (index in figures->period), of which most are loose: see figures_join. */
void computation_period(struct computation *computation, size_t period);

/*
 * All at once: figures of `period` and `history` periods before it, on `threads` threads.  `figures` is filled, to be
 * released with figures_release.  The result does not depend on the number of threads.
 */
void figures_compute(struct figures *figures, const struct dataset *data, const struct settings *settings,
                     const struct period *period, unsigned history, unsigned threads);

#endif
