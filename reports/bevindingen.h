/*
 * The findings as files: bevindingen.csv, and one file per delivered file under bevindingen/ to send back.
 */
#ifndef WMO_REPORTS_BEVINDINGEN_H
#define WMO_REPORTS_BEVINDINGEN_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/error.h"
#include "etl/base/intern.h"
#include "etl/findings.h"
#include "etl/sources.h"

/* How often each kind occurs; the findings are sorted. */
void bevindingen_count(const struct findings *findings, uint64_t total[FINDING_COUNT]);

/*
 * Writes them in `dir`.  A file of a source has its path below bevindingen/, made safe, and .csv behind it when it does
 * not end so.  `clients` masks what looks like a client.
 */
bool bevindingen_write(const struct findings *findings, const struct sources *sources, const struct intern *clients,
                       const char *dir, struct error *err);

#endif
