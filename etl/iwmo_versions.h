/*
 * Versions of an indication, from Wmo301 and from CSV (inputs.md, "iWmo messages", Wmo301).
 */
#ifndef WMO_ETL_IWMO_VERSIONS_H
#define WMO_ETL_IWMO_VERSIONS_H

#include "etl/load_state.h"

/*
 * When doubles of indicaties are settled: a Wmo301 that stays gets the earliest Toewijzingsdatum of its versions and
 * what only CSV carries; one that says `verwijderd` becomes ROW_WITHDRAWN.
 */
void iwmo_versions_settle(struct load *load, unsigned char *fates);

/* Is there any message among the sources of indicaties? */
bool iwmo_has_versions(const struct load *load);

/* Did this row come from a message? */
bool iwmo_is_version(const struct load *load, size_t row);

#endif
