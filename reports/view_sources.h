/*
 * Whose the delivered files are: an aanbieder or gemeente may see the findings of those of which every row that was
 * loaded is its own.  Only view.c asks.
 */
#ifndef WMO_REPORTS_VIEW_SOURCES_H
#define WMO_REPORTS_VIEW_SOURCES_H

#include "etl/findings.h"
#include "etl/sources.h"
#include "reports/view.h"

/* Worked out once per run, since every book asks; borrows from the run. */
struct deliveries;
struct deliveries *deliveries_new(const struct dataset *data, const struct findings *findings,
                                  const struct sources *sources);
void deliveries_free(struct deliveries *deliveries);

/* The files, and how often each kind of finding occurs in them; NULL for one that the recipient may not see. */
size_t deliveries_files(const struct deliveries *deliveries);
const struct source *deliveries_file(const struct deliveries *deliveries, struct recipient recipient, size_t index);
size_t deliveries_findings(const struct deliveries *deliveries);
const struct finding_count *deliveries_finding(const struct deliveries *deliveries, struct recipient recipient,
                                               size_t index);

#endif
