/*
 * Numbers as digits, never as floating point.  Invariant: what is written differs from the text in the cell by rounding
 * at the fifteenth digit only (half away from zero), which is all that a spreadsheet promises.
 */
#include "etl/xlsx_number.h"

#include <stdint.h>
#include <string.h>

#include "etl/base/date.h"

enum { SIGNIFICANT = 15, ZEROS_MAX = 20, EXPONENT_MAX = 999, SECONDS_PER_DAY = 86400 };

/* 0.ddd × 10^point; without digits it is 0. */
struct digits {
    char digit[SIGNIFICANT + 1]; /* the last one decides the rounding */
    int count;
    int point;
    bool negative;
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static void take_digit(struct digits *d, char digit) {
    if (d->count == 0 && digit == '0')
        d->point--;
    else if (d->count <= SIGNIFICANT)
        d->digit[d->count++] = digit;
}

static bool read_exponent(const char *at, const char *end, int *exponent) {
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    *exponent = 0;
    if (at == end)
        return false;
    for (; at < end && is_digit(*at); at++)
        if (*exponent <= EXPONENT_MAX)
            *exponent = *exponent * 10 + (*at - '0');
    if (negative)
        *exponent = -*exponent;
    return at == end && *exponent >= -EXPONENT_MAX && *exponent <= EXPONENT_MAX;
}

static void round_digits(struct digits *d) {
    if (d->count > SIGNIFICANT) {
        d->count = SIGNIFICANT;
        if (d->digit[SIGNIFICANT] >= '5') {
            int i = SIGNIFICANT - 1;
            while (i >= 0 && d->digit[i] == '9')
                d->digit[i--] = '0';
            if (i >= 0) {
                d->digit[i]++;
            } else {
                d->digit[0] = '1';
                d->point++;
            }
        }
    }
    while (d->count > 0 && d->digit[d->count - 1] == '0')
        d->count--;
}

/* False when the text is no number as XML schema's double has it; INF and NaN are none either. */
static bool read_digits(struct slice text, struct digits *d) {
    const char *at = text.ptr;
    const char *end = text.ptr + text.len;
    int exponent = 0;
    *d = (struct digits){.negative = at < end && *at == '-'};
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    const char *first = at;
    for (; at < end && is_digit(*at); at++) {
        d->point++;
        take_digit(d, *at);
    }
    bool any = at > first;
    if (at < end && *at == '.') {
        first = ++at;
        for (; at < end && is_digit(*at); at++)
            take_digit(d, *at);
        any |= at > first;
    }
    if (!any || (at < end && *at != 'e' && *at != 'E') || (at < end && !read_exponent(at + 1, end, &exponent)))
        return false;
    round_digits(d);
    d->point = d->count > 0 ? d->point + exponent : 0;
    return true;
}

static char *put_zeros(char *to, int count) {
    memset(to, '0', (size_t)count);
    return to + count;
}

static char *put_digits(char *to, const struct digits *d, int from, int until) {
    for (int i = from; i < until; i++)
        *to++ = i < d->count ? d->digit[i] : '0';
    return to;
}

static char *put_plain(char *to, const struct digits *d) {
    if (d->point <= 0)
        *to++ = '0';
    else
        to = put_digits(to, d, 0, d->point);
    if (d->count > d->point) {
        *to++ = '.';
        if (d->point < 0)
            to = put_zeros(to, -d->point);
        to = put_digits(to, d, d->point > 0 ? d->point : 0, d->count);
    }
    return to;
}

static char *put_exponent(char *to, const struct digits *d) {
    int exponent = d->point - 1;
    *to++ = d->digit[0];
    if (d->count > 1) {
        *to++ = '.';
        to = put_digits(to, d, 1, d->count);
    }
    *to++ = 'E';
    *to++ = exponent < 0 ? '-' : '+';
    exponent = exponent < 0 ? -exponent : exponent;
    for (int unit = exponent >= 1000 ? 1000 : exponent >= 100 ? 100 : 10; unit > 0; unit /= 10)
        *to++ = (char)('0' + exponent / unit % 10);
    return to;
}

size_t xlsx_number_text(struct slice number, char text[XLSX_NUMBER_SIZE]) {
    struct digits d;
    if (!read_digits(number, &d))
        return 0;
    char *to = text;
    if (d.negative && d.count > 0)
        *to++ = '-';
    bool plain = d.point <= SIGNIFICANT && d.point >= -ZEROS_MAX;
    to = plain ? put_plain(to, &d) : put_exponent(to, &d);
    return (size_t)(to - text);
}

/* ---- dates ---- */

/* Whole days, and seconds of the day to the nearest; false when it is no day of our years. */
static bool read_serial(struct slice serial, int64_t *days, int64_t *seconds) {
    static const int64_t billion = 1000000000;
    struct digits d;
    if (!read_digits(serial, &d) || d.negative || d.point > 7)
        return false;
    int64_t day = 0;
    int64_t fraction = 0; /* billionths of a day */
    for (int i = 0; i < d.point; i++)
        day = day * 10 + (i < d.count ? d.digit[i] - '0' : 0);
    for (int place = 0; place < 9; place++) {
        int i = d.point + place;
        fraction = fraction * 10 + (i >= 0 && i < d.count ? d.digit[i] - '0' : 0);
    }
    *seconds = (fraction * SECONDS_PER_DAY + billion / 2) / billion;
    *days = day + *seconds / SECONDS_PER_DAY;
    *seconds %= SECONDS_PER_DAY;
    return true;
}

/* Day numbers begin as the usual serial numbers do: 1 is 1900-01-01 in both. */
static date_t day_of_serial(int64_t days, bool system_1904) {
    enum { NEVER = 60 }; /* 29 February 1900, which a spreadsheet has and a calendar has not */
    if (system_1904)
        return (date_t)days + date_from_civil(1904, 1, 1);
    if (days == NEVER)
        return DATE_NONE;
    return (date_t)(days < NEVER ? days : days - 1);
}

size_t xlsx_date_text(struct slice serial, bool system_1904, char text[XLSX_NUMBER_SIZE]) {
    int64_t days;
    int64_t seconds;
    if (!read_serial(serial, &days, &seconds))
        return 0;
    date_t date = day_of_serial(days, system_1904);
    if (date < DATE_FIRST || date > DATE_LAST)
        return 0;
    date_text(date, text);
    size_t len = DATE_TEXT_SIZE - 1;
    if (seconds == 0)
        return len;
    const int64_t parts[3] = {seconds / 3600, seconds / 60 % 60, seconds % 60};
    for (int i = 0; i < 3; i++) {
        text[len++] = i == 0 ? ' ' : ':';
        text[len++] = (char)('0' + parts[i] / 10);
        text[len++] = (char)('0' + parts[i] % 10);
    }
    return len;
}
