/*
 * verantwoording.json: what made an output directory, so that a figure can be accounted for years later.
 */
#ifndef WMO_REPORTS_VERANTWOORDING_H
#define WMO_REPORTS_VERANTWOORDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/error.h"
#include "etl/findings.h"
#include "etl/sources.h"
#include "reports/command.h"
#include "reports/settings.h"

#define VERANTWOORDING_NAME "verantwoording.json"

struct accountability {
    const struct options *options;
    const struct settings *settings;
    const char *own_named_by;   /* how the user pointed at the own settings: "--instellingen" */
    const struct dataset *data; /* linked */
    const struct findings *findings;
    const struct sources *sources;
    int64_t began; /* verantwoording_now() when the run began */
};

/* Seconds since 1970. The clock is for verantwoording.json only. */
int64_t verantwoording_now(void);

/*
 * Writes it in `dir`, over all files that are there: their SHA-256 is taken from disk by `threads` threads.  *files is
 * their number.  Only the two times differ between two runs over the same input.  In the view openbaar it says nothing
 * of the input.
 */
bool verantwoording_write(const struct accountability *facts, const char *dir, unsigned threads, size_t *files,
                          struct error *err);

#endif
