/*
 * Numbers and dates against readers that follow inputs.md word for word, one rule after the other.  The first byte of
 * the input says how many decimals are read and whether the file has decimal commas; the rest is the text.
 */
#include <stdint.h>
#include <string.h>

#include "etl/base/date.h"
#include "etl/base/decimal.h"
#include "etl/base/error.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { DECIMALS_MOST = 6, WHOLE_MOST = 12, GROUP = 3 };

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Of one field: the pieces between dots, and what stands behind a comma. */
struct written {
    size_t first;   /* digits before the first dot */
    size_t groups;  /* dots */
    bool all_three; /* each piece behind a dot has three digits */
    size_t last;    /* digits behind the last dot */
    bool comma;
    size_t decimals; /* digits behind the comma */
    bool good;       /* digits everywhere, and no more than one comma, behind the dots */
};

static struct written look(struct slice text) {
    struct written w = {.all_three = true, .good = true};
    size_t run = 0;
    for (size_t i = 0; i <= text.len; i++) {
        bool end = i == text.len;
        char c = end ? '\0' : text.ptr[i];
        if (!end && is_digit(c)) {
            run++;
            continue;
        }
        w.good &= run > 0 && (end || ((c == '.' || c == ',') && !w.comma));
        if (w.comma) {
            w.decimals = run;
        } else if (w.groups == 0) {
            w.first = run;
        } else {
            w.all_three &= run == GROUP;
            w.last = run;
        }
        w.groups += c == '.' && !w.comma;
        w.comma |= c == ',';
        run = 0;
    }
    return w;
}

/* How many digits are decimals; false when it is no number. */
static bool count_decimals(struct slice text, bool comma_file, size_t *decimals, struct decimal_notes *notes) {
    struct written w = look(text);
    bool thousands = w.groups > 0 && w.all_three && w.first <= GROUP && text.len > 0 && text.ptr[0] != '0';
    if (!w.good)
        return false;
    *decimals = 0;
    if (w.comma) {
        *decimals = w.decimals;
        notes->comma = w.groups == 0 || thousands;
        return notes->comma;
    }
    if (w.groups == 0)
        return true;
    if (w.groups == 1) {
        notes->ambiguous = thousands;
        *decimals = thousands && comma_file ? 0 : w.last;
        return true;
    }
    return thousands;
}

static enum decimal_result model_decimal(struct slice text, int most, bool comma_file, int64_t *value,
                                         struct decimal_notes *notes) {
    bool negative = text.len > 0 && text.ptr[0] == '-';
    size_t decimals;
    size_t digits = 0;
    text.ptr += negative;
    text.len -= negative;
    if (!count_decimals(text, comma_file, &decimals, notes))
        return DECIMAL_NO_NUMBER;
    if (decimals > (size_t)most)
        return DECIMAL_TOO_MANY_DECIMALS;
    *value = 0;
    for (size_t i = 0; i < text.len; i++)
        digits += is_digit(text.ptr[i]);
    if (digits - decimals > WHOLE_MOST)
        return DECIMAL_TOO_LARGE;
    for (size_t i = 0; i < text.len; i++)
        if (is_digit(text.ptr[i]))
            *value = *value * 10 + (text.ptr[i] - '0');
    for (; decimals < (size_t)most; decimals++)
        *value *= 10;
    if (negative)
        *value = -*value;
    return DECIMAL_OK;
}

static void try_decimal(struct slice text, int most, bool comma_file) {
    struct decimal_notes notes = {false, false};
    struct decimal_notes expected_notes = {false, false};
    int64_t value = 0;
    int64_t expected_value = 0;
    enum decimal_result result = decimal_parse(text, most, comma_file, &value, &notes);
    enum decimal_result expected = model_decimal(text, most, comma_file, &expected_value, &expected_notes);
    if (result != expected)
        BUG("another result than the model");
    if (result == DECIMAL_OK && value != expected_value)
        BUG("another value than the model");
    if (result != DECIMAL_NO_NUMBER &&
        (notes.comma != expected_notes.comma || notes.ambiguous != expected_notes.ambiguous))
        BUG("other notes than the model");
}

/* ---- dates ---- */

/* Counts days from 1900 on, a month at a time. */
static date_t model_day(int year, int month, int day) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    date_t date = DATE_FIRST;
    if (year < 1900 || year > 2199 || month < 1 || month > 12)
        return DATE_NONE;
    for (int y = 1900; y <= year; y++)
        for (int m = 1; m <= 12; m++) {
            bool leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
            int length = lengths[m - 1] + (m == 2 && leap);
            if (y == year && m == month)
                return day >= 1 && day <= length ? date + day - 1 : DATE_NONE;
            date += length;
        }
    return DATE_NONE;
}

static int number_of(const char *at, size_t len) {
    int number = 0;
    for (size_t i = 0; i < len; i++)
        number = number * 10 + (at[i] - '0');
    return number;
}

/* A text as a pattern: each digit is a 9, all else itself. */
static bool has_form(struct slice text, const char *form) {
    if (text.len != strlen(form))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (form[i] == '9' ? !is_digit(text.ptr[i]) : text.ptr[i] != form[i])
            return false;
    return true;
}

static date_t model_date(struct slice text) {
    static const struct form {
        const char *form;
        size_t year, month, month_len, day, day_len;
    } forms[] = {
        {"99999999", 0, 4, 2, 6, 2},   {"9999-99-99", 0, 5, 2, 8, 2}, {"9999-9-99", 0, 5, 1, 7, 2},
        {"9999-99-9", 0, 5, 2, 8, 1},  {"9999-9-9", 0, 5, 1, 7, 1},   {"9999/99/99", 0, 5, 2, 8, 2},
        {"9999/9/99", 0, 5, 1, 7, 2},  {"9999/99/9", 0, 5, 2, 8, 1},  {"9999/9/9", 0, 5, 1, 7, 1},
        {"99-99-9999", 6, 3, 2, 0, 2}, {"9-99-9999", 5, 2, 2, 0, 1},  {"99-9-9999", 5, 3, 1, 0, 2},
        {"9-9-9999", 4, 2, 1, 0, 1},   {"99/99/9999", 6, 3, 2, 0, 2}, {"9/99/9999", 5, 2, 2, 0, 1},
        {"99/9/9999", 5, 3, 1, 0, 2},  {"9/9/9999", 4, 2, 1, 0, 1},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        const struct form *f = &forms[i];
        if (has_form(text, f->form))
            return model_day(number_of(text.ptr + f->year, 4), number_of(text.ptr + f->month, f->month_len),
                             number_of(text.ptr + f->day, f->day_len));
    }
    return DATE_NONE;
}

/* Dates without a time agree with the model; a moment begins with the same date and lies within its day. */
static void try_date(struct slice text) {
    enum { SECONDS_PER_DAY = 86400 };
    date_t date = DATE_NONE;
    int64_t moment = 0;
    bool good = date_parse(text, &date);
    bool has_moment = date_parse_moment(text, &moment);
    bool timed = false;
    for (size_t i = 0; i < text.len; i++)
        timed |= text.ptr[i] == ' ' || text.ptr[i] == 'T' || text.ptr[i] == 't';
    if (!timed && (good ? date : DATE_NONE) != model_date(text))
        BUG("another date than the model");
    if (good && (!has_moment || moment != (int64_t)date * SECONDS_PER_DAY))
        BUG("a date is the moment at which its day begins");
    if (has_moment && (moment < (int64_t)DATE_FIRST * SECONDS_PER_DAY || moment >= (DATE_LAST + 1LL) * SECONDS_PER_DAY))
        BUG("a moment outside 1900-2199");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0)
        return 0;
    struct slice text = {(const char *)data + 1, size - 1};
    try_decimal(text, data[0] % (DECIMALS_MOST + 1), data[0] & 0x80);
    try_date(text);
    return 0;
}
