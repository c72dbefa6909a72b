/*
 * Exact sums: volumes, amounts and other figures as a whole number of very small units, so that addition is
 * associative and no result depends on the order of rows or the number of threads.
 *
 * One is EXACT_ONE units, with EXACT_ONE = 2^4·3^2·5^2·7·13·29·31·61·73 × 10^5: shares of a week, four weeks, a month
 * of 28–31 days, a year of 365 or 366 days, an hour in minutes and 52 weeks, of numbers in cents and thousandths, are
 * whole numbers of units.  Any other share (of a line of 17 days, say) is rounded to the nearest unit, 7.6e-18.
 * Comparisons with a boundary allow EXACT_SLACK for these roundings (measures.md 1, "Comparisons"): two different
 * values of the rules lie further apart than that (their denominators are products of a few numbers of days).
 */
#ifndef WMO_ETL_BASE_EXACT_H
#define WMO_ETL_BASE_EXACT_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/buf.h"

__extension__ typedef __int128 exact_t;

#define EXACT_ONE ((exact_t)INT64_C(131146371720000000))
#define EXACT_SLACK ((exact_t)500) /* 3.8e-15: 500 roundings */

/* number / scale, scale a divisor of 10^5: volumes have scale 1000, money 100. */
static inline exact_t exact_from(int64_t number, int64_t scale) {
    return (exact_t)number * (EXACT_ONE / scale);
}

/* a + b; at the ends of the range it stays there. */
static inline exact_t exact_add(exact_t a, exact_t b) {
    exact_t sum;
    if (!__builtin_add_overflow(a, b, &sum))
        return sum;
    exact_t top = (exact_t)(~(__extension__(unsigned __int128) 0) >> 1);
    return b > 0 ? top : -top;
}

/* a × mul / div, rounded half away from zero; div > 0.  A result beyond the range stays at its end. */
exact_t exact_share(exact_t a, int64_t mul, int64_t div);

/*
 * number / scale × mul / div without dividing; false, and nothing done, when it would have to be rounded or the numbers
 * are unusually large.  Inline: so are most shares, of a week, month or year, of most numbers.
 */
static inline bool exact_whole_part(int64_t number, int64_t scale, int64_t mul, int64_t div, exact_t *part) {
    const int64_t unit = (int64_t)(EXACT_ONE / scale);
    const int64_t usual = INT64_C(1) << 34;
    if (number <= -usual || number >= usual || mul <= -usual || mul >= usual || unit % div != 0)
        return false;
    *part = (exact_t)number * mul * (unit / div);
    return true;
}

/* number / scale × mul / div, as exact_share(exact_from(number, scale), mul, div). */
static inline exact_t exact_part(int64_t number, int64_t scale, int64_t mul, int64_t div) {
    exact_t part;
    return exact_whole_part(number, scale, mul, div, &part) ? part : exact_share(exact_from(number, scale), mul, div);
}

/* a × b of two exact numbers, for volume × tarief; rounded half away from zero. */
exact_t exact_times(exact_t a, exact_t b);

/* teller / noemer of two exact numbers, as an exact number; rounded half away from zero; noemer is not 0. */
exact_t exact_divide(exact_t teller, exact_t noemer);

/* -1, 0 or 1; values within EXACT_SLACK of each other are equal. */
static inline int exact_compare(exact_t a, exact_t b) {
    exact_t difference = exact_add(a, -b);
    return (difference > EXACT_SLACK) - (difference < -EXACT_SLACK);
}

/* The number in millionths, rounded half away from zero. */
exact_t exact_micros(exact_t a);

/* teller / noemer in millionths, rounded half away from zero; noemer is not 0. */
exact_t exact_ratio_micros(exact_t teller, exact_t noemer);

/* Millionths as text with a decimal point and six decimals. */
void exact_put_micros(struct buf *out, exact_t micros);

#endif
