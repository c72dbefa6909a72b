/*
 * Shapes of damaged fields, as regular expressions.  Only fields that are not plainly right come here, so this is off
 * the hot path.
 */
#ifndef WMO_ETL_PATTERN_H
#define WMO_ETL_PATTERN_H

#include <stdbool.h>

#include "etl/base/buf.h"

enum pattern {
    PATTERN_FORMULA,     /* ="…"; group 0 is what stands between the quotes */
    PATTERN_ERROR_VALUE, /* #N/B, #VALUE!, … */
    PATTERN_EXPONENT,    /* 1,23E+08 */
    PATTERN_DATE_NUMBER, /* 45321, a day number of Excel */
    PATTERN_MONEY, /* € 1.234,56 or 1.234,56- with one minus at most; groups: the digits, the minus behind them */
    PATTERN_COUNT
};

enum { PATTERN_GROUPS = 2 };

/* Compiled patterns and room to match in; each thread has its own. */
struct patterns;

struct patterns *patterns_open(void);
void patterns_close(struct patterns *patterns);

/* Does the whole text have that shape?  Groups that took no part are empty; `groups` may be NULL. */
bool pattern_matches(struct patterns *patterns, enum pattern pattern, struct slice text,
                     struct slice groups[PATTERN_GROUPS]);

#endif
