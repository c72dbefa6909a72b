/* Days as numbers, and the window of time that a generated region covers. */
#ifndef SAMPLE_CALENDAR_H
#define SAMPLE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01. */
typedef int32_t day;

#define DAY_NONE ((day)-2000000) /* an empty date */
#define DAY_FAR ((day)2000000)   /* later than any date: an open end */

struct civil {
    int year, month, mday;
};

day day_of(int year, int month, int mday);
struct civil day_civil(day d);

/* First and last day of the month of `d`. */
day month_first(day d);
day month_last(day d);

/* `d` moved by whole months; `d` must lie on one of the first 28 days. */
day day_add_months(day d, int months);

static inline day day_min(day a, day b) {
    return a < b ? a : b;
}

static inline day day_max(day a, day b) {
    return a > b ? a : b;
}

/* A half-year, counted from 0 = the first half of the year 0. */
typedef int32_t half;

/* Reads `2026H1`; false when it is anything else. */
bool half_parse(const char *text, half *h);
/* The reverse; h ≥ 0 and below the year 10000. */
enum { HALF_NAME_SIZE = 7 };
void half_name(half h, char name[HALF_NAME_SIZE]);

day half_first(half h);
day half_last(half h);

/* The window of a region: what is told about which days. */
struct window {
    half last;            /* the last period reported on */
    day first_indication; /* indications begin here at the earliest */
    day first_line;       /* declared from this day, four half-years */
    day contract_start;   /* S of measures.md 6 */
    day contract_end;     /* E */
    day target;           /* D of measures.md 7: the voorveld's path ends here */
    day end;              /* p: nothing after it is known yet */
};

struct window window_of(half last);

#endif
