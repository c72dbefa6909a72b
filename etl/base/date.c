/*
 * Day numbers from and to calendar dates, and their written forms.  Invariant: date_from_civil and date_to_civil are
 * each other's inverse on [DATE_FIRST, DATE_LAST].
 */
#include "etl/base/date.h"

#include "etl/base/error.h"
#include "etl/base/plain.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, SECONDS_PER_DAY = 86400 };

/* Of a year and of a leap year. */
static const int days_before_month[2][13] = {{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
                                             {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}};

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 16 == 0); /* of the centuries only 16 divides those of 400 */
}

int date_year_length(int year) {
    return is_leap(year) ? 366 : 365;
}

int date_month_length(int year, int month) {
    const int *before = days_before_month[is_leap(year)];
    return before[month] - before[month - 1];
}

/* Days before 1 January of a year from 1900 to 2200, counted from 1900; of its centuries only 2000 is a leap year. */
static inline int32_t days_before_year(int year) {
    int since = year - FIRST_YEAR;
    return since * 365 + (since + 3) / 4 - (since > 0) - (since > 200);
}

date_t date_from_civil(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
        return DATE_NONE;
    const int *before = days_before_month[is_leap(year)] + month - 1;
    return day < 1 || day > before[1] - before[0] ? DATE_NONE : days_before_year(year) + before[0] + day;
}

/* Year and month are first taken as if all were long, which is right or one too early. */
struct civil date_to_civil(date_t date) {
    int year = FIRST_YEAR + (date - 1) / 366;
    if (date > days_before_year(year + 1))
        year++;
    int rest = (int)(date - days_before_year(year));
    const int *before = days_before_month[is_leap(year)];
    int month = 1 + (rest - 1) / 32;
    if (rest > before[month])
        month++;
    return (struct civil){year, month, rest - before[month - 1]};
}

/* Reads 1 to `most` digits; returns their number, 0 when there are none. */
static size_t read_digits(const char *at, const char *end, size_t most, int *number) {
    size_t n = 0;
    *number = 0;
    while (n < most && at + n < end && at[n] >= '0' && at[n] <= '9')
        *number = *number * 10 + (at[n++] - '0');
    return n;
}

/* The compact form, eight digits. */
static const char *parse_compact(const char *at, const char *end, date_t *date) {
    int all;
    if (read_digits(at, end, 9, &all) != 8)
        return NULL;
    *date = date_from_civil(all / 10000, all / 100 % 100, all % 100);
    return *date == DATE_NONE ? NULL : at + 8;
}

/* The date at the start of the text; the rest begins at the result, NULL when there is no date. */
static const char *parse_day(const char *at, const char *end, date_t *date) {
    int part[3];
    size_t width[3];
    const char *start = at;
    char separator = '\0';
    for (int i = 0; i < 3; i++) {
        width[i] = read_digits(at, end, 5, &part[i]);
        if (width[i] == 0)
            return NULL;
        at += width[i];
        if (i == 2)
            break;
        if (at == end || (*at != '-' && *at != '/') || (separator && *at != separator))
            return separator ? NULL : parse_compact(start, end, date);
        separator = *at++;
    }
    if (width[0] == 4 && width[1] <= 2 && width[2] <= 2)
        *date = date_from_civil(part[0], part[1], part[2]);
    else if (width[2] == 4 && width[0] <= 2 && width[1] <= 2)
        *date = date_from_civil(part[2], part[1], part[0]);
    else
        return NULL;
    return *date == DATE_NONE ? NULL : at;
}

/* Time of day in seconds from "u:mm", "uu:mm" or "uu:mm:ss" with a fraction; false when it is none. */
static bool parse_time(const char *at, const char *end, int32_t *seconds, bool *fraction_zero) {
    int hour;
    int minute;
    int second = 0;
    *fraction_zero = true;
    size_t n = read_digits(at, end, 2, &hour);
    if (n == 0 || at + n == end || at[n] != ':')
        return false;
    at += n + 1;
    if (read_digits(at, end, 2, &minute) != 2)
        return false;
    at += 2;
    if (at < end && *at == ':') {
        if (read_digits(at + 1, end, 2, &second) != 2)
            return false;
        at += 3;
        if (at < end && (*at == '.' || *at == ',')) {
            const char *digits = ++at;
            while (at < end && *at >= '0' && *at <= '9')
                *fraction_zero &= *at++ == '0';
            if (at == digits)
                return false;
        }
    }
    *seconds = hour * 3600 + minute * 60 + second;
    return at == end && hour < 24 && minute < 60 && second < 60;
}

/* A date and, behind a space or T, a time. */
static bool parse_both(struct slice text, date_t *date, int32_t *seconds, bool *fraction_zero) {
    const char *end = text.ptr + text.len;
    const char *rest = text.len ? parse_day(text.ptr, end, date) : NULL;
    *seconds = 0;
    *fraction_zero = true;
    if (!rest)
        return false;
    if (rest == end)
        return true;
    if (*rest != ' ' && *rest != 'T' && *rest != 't')
        return false;
    while (rest < end && *rest == ' ')
        rest++;
    if (rest < end && (*rest == 'T' || *rest == 't'))
        rest++;
    return parse_time(rest, end, seconds, fraction_zero);
}

bool date_parse(struct slice text, date_t *date) {
    int32_t seconds;
    bool fraction_zero;
    return plain_date(text, date) ||
           (parse_both(text, date, &seconds, &fraction_zero) && seconds == 0 && fraction_zero);
}

bool date_parse_moment(struct slice text, int64_t *moment) {
    date_t date;
    int32_t seconds;
    bool fraction_zero;
    if (!parse_both(text, &date, &seconds, &fraction_zero))
        return false;
    *moment = (int64_t)date * SECONDS_PER_DAY + seconds;
    return true;
}

char *date_text(date_t date, char text[DATE_TEXT_SIZE]) {
    struct civil c = date_to_civil(date);
    int digits[3] = {c.year, c.month, c.day};
    char *at = text + 10;
    *at = '\0';
    for (int part = 2; part >= 0; part--) {
        for (int n = part == 0 ? 4 : 2; n > 0; n--) {
            *--at = (char)('0' + digits[part] % 10);
            digits[part] /= 10;
        }
        if (part > 0)
            *--at = '-';
    }
    return text;
}
