/*
 * Calendar days as day numbers, so that every term of the rules is integer arithmetic.
 */
#ifndef WMO_ETL_BASE_DATE_H
#define WMO_ETL_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/buf.h"

/* Days since 1899-12-31 (1900-01-01 is 1), proleptic Gregorian. */
typedef int32_t date_t;

enum {
    DATE_NONE = 0,       /* no date given */
    DATE_FIRST = 1,      /* 1900-01-01 */
    DATE_LAST = 109573,  /* 2199-12-31 */
    DATE_OPEN = 1000000, /* later than every date: an open end */
    DATE_TEXT_SIZE = 11  /* "2026-06-30" and NUL */
};

struct civil {
    int year;
    int month; /* 1–12 */
    int day;   /* 1–31 */
};

int date_month_length(int year, int month);
int date_year_length(int year);

/* DATE_NONE when the day does not exist or the year is not in 1900–2199. */
date_t date_from_civil(int year, int month, int day);
struct civil date_to_civil(date_t date);

/* Days of the closed interval [begin, end], 0 if end < begin. */
static inline int32_t date_days(date_t begin, date_t end) {
    return end < begin ? 0 : end - begin + 1;
}

/*
 * Reads `2026-06-30`, `30-06-2026`, `30/06/2026`, `2026/06/30` and `20260630`, one-digit day or month where there are
 * separators, and a time of only zeros behind a space or T (inputs.md, "Dates").  False when it is no such date.
 */
bool date_parse(struct slice text, date_t *date);

/*
 * A date as above, alone (00:00:00), or with a space or T and u:mm, uu:mm or uu:mm:ss, a fraction ignored
 * (inputs.md, bijgewerkt_op).  Gives seconds: date × 86,400 + time of day.
 */
bool date_parse_moment(struct slice text, int64_t *moment);

/* ISO text, for example 2026-06-30; returns `text`. */
char *date_text(date_t date, char text[DATE_TEXT_SIZE]);

#endif
