/*
 * The measure families: one file each, named after the family.  Only the registry runs over them.
 */
#ifndef WMO_REPORTS_MEASURES_FAMILIES_H
#define WMO_REPORTS_MEASURES_FAMILIES_H

#include "reports/measures/family.h"

extern const struct measure_family family_declaraties;          /* measures.md 2 */
extern const struct measure_family family_benutting;            /* 3 */
extern const struct measure_family family_budget;               /* 3 */
extern const struct measure_family family_doorlooptijden;       /* 4 */
extern const struct measure_family family_wachtend;             /* 4 */
extern const struct measure_family family_volumes;              /* 5 */
extern const struct measure_family family_signalen;             /* 5 */
extern const struct measure_family family_overgang;             /* 6 */
extern const struct measure_family family_voorveld;             /* 7 */
extern const struct measure_family family_uitfasering;          /* 8 */
extern const struct measure_family family_omvang;               /* 9 */
extern const struct measure_family family_managementinformatie; /* 10 */

#endif
