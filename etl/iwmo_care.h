/*
 * Starts and stops of care from Wmo305 and Wmo307 (inputs.md, "iWmo messages", Start and stop).
 */
#ifndef WMO_ETL_IWMO_CARE_H
#define WMO_ETL_IWMO_CARE_H

#include "etl/load_state.h"

/*
 * When it is known which rows of indicaties stay: puts the start and stop in force over their own dates, warns of dates
 * that do not fit together, and names the starts and stops of indications that are not there.
 */
void iwmo_care_settle(struct load *load, const unsigned char *fates);

#endif
