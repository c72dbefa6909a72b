/*
 * The part of loading the settings that reads klassen.csv.
 */
#ifndef WMO_REPORTS_SETTINGS_KLASSEN_H
#define WMO_REPORTS_SETTINGS_KLASSEN_H

#include "reports/settings.h"

/* Fills settings->benutting and settings->omvang; false with file, line and what was expected. */
bool klassen_load(struct settings *settings, struct error *err);

#endif
