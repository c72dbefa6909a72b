/*
 * Findings on the screen: counted, grouped by kind, and the files that they are in.
 */
#ifndef WMO_REPORTS_COMMAND_FINDINGS_H
#define WMO_REPORTS_COMMAND_FINDINGS_H

#include <stdbool.h>

#include "etl/base/buf.h"
#include "etl/base/intern.h"
#include "etl/findings.h"
#include "etl/sources.h"

/* Appends "3 fouten, 12 waarschuwingen en 40 keer info". */
void findings_put_counts(const struct findings *findings, struct buf *out);

/* Appends every kind with its count and its first findings, or all of them. Nothing when there are none. */
void findings_put_kinds(const struct findings *findings, const struct sources *sources, const struct intern *clients,
                        bool all, struct buf *out);

/* Appends the rows per table, and the files with findings: the first ones, or all. */
void findings_put_files(const struct findings *findings, const struct sources *sources, bool all, struct buf *out);

#endif
