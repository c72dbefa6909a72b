/*
 * What a template may ask of a measure: the parts that it is split into, as far as the program knows them, and the
 * groups that it is counted for.
 */
#ifndef WMO_REPORTS_MEASURE_PARTS_H
#define WMO_REPORTS_MEASURE_PARTS_H

#include "etl/base/arena.h"

/*
 * NULL when the measure has this uitsplitsing, else what it could be, in words; lives in the arena.  Codes that come
 * from data or classes (of redenen, of indicatoren, a month) are not known here: any will do, but none will not.
 */
const char *measure_part_expected(const char *maat, const char *uitsplitsing, struct arena *arena);

/* The widest group that the measure has figures for. */
enum measure_level { MEASURE_OF_ALL, MEASURE_OF_PERCEEL, MEASURE_OF_PRODUCT };
enum measure_level measure_level(const char *maat);
const char *measure_level_name(enum measure_level level); /* "perceel"; of all "totaal" */

#endif
