/* Day numbers and written dates: etl/base/date.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "etl/base/date.h"

static void day_numbers_follow_the_calendar(void **state) {
    (void)state;
    assert_int_equal(date_from_civil(1900, 1, 1), DATE_FIRST);
    assert_int_equal(date_from_civil(1900, 12, 31), 365); /* 1900 is no leap year */
    assert_int_equal(date_from_civil(1901, 1, 1), 366);
    /* 1970-01-01: 70 years of 365 days and 17 leap days (1904 … 1968), so 70 × 365 + 17 + 1 = 25568 */
    assert_int_equal(date_from_civil(1970, 1, 1), 25568);
    /* 2024-02-29 lies 19,782 days after 1970-01-01: `date -u -d 2024-02-29 +%s` / 86400; 25568 + 19782 */
    assert_int_equal(date_from_civil(2024, 2, 29), 45350);
    assert_int_equal(date_from_civil(2199, 12, 31), DATE_LAST);
}

static void days_that_do_not_exist_are_refused(void **state) {
    (void)state;
    assert_int_equal(date_from_civil(2023, 2, 29), DATE_NONE);
    assert_int_equal(date_from_civil(2100, 2, 29), DATE_NONE); /* divisible by 100, not by 400 */
    assert_int_equal(date_from_civil(2026, 4, 31), DATE_NONE);
    assert_int_equal(date_from_civil(2026, 13, 1), DATE_NONE);
    assert_int_equal(date_from_civil(1899, 12, 31), DATE_NONE);
    assert_int_equal(date_from_civil(2200, 1, 1), DATE_NONE);
}

static void every_day_comes_back(void **state) {
    (void)state;
    int expected_day = 1;
    int expected_month = 1;
    int expected_year = 1900;
    for (date_t day = DATE_FIRST; day <= DATE_LAST; day++) {
        struct civil c = date_to_civil(day);
        assert_int_equal(c.year, expected_year);
        assert_int_equal(c.month, expected_month);
        assert_int_equal(c.day, expected_day);
        assert_int_equal(date_from_civil(c.year, c.month, c.day), day);
        static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        int leap =
            expected_month == 2 && (expected_year == 2000 || (expected_year % 4 == 0 && expected_year % 100 != 0));
        if (++expected_day > lengths[expected_month - 1] + leap) {
            expected_day = 1;
            if (++expected_month > 12) {
                expected_month = 1;
                expected_year++;
            }
        }
    }
}

static void written_dates(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int year, month, day; /* year 0: no date */
    } rows[] = {
        {"2026-06-30", 2026, 6, 30},
        {"30-06-2026", 2026, 6, 30},
        {"30/06/2026", 2026, 6, 30},
        {"20260630", 2026, 6, 30},
        {"1-7-2026", 2026, 7, 1},
        {"2026-7-1", 2026, 7, 1},
        {"2026-06-30 00:00:00", 2026, 6, 30},
        {"2026-06-30T00:00", 2026, 6, 30},
        {"2026-06-30T00:00:00.000", 2026, 6, 30},
        {"30-06-2026 0:00", 2026, 6, 30},
        {"2024-02-29", 2024, 2, 29},
        {"2026-02-29", 0, 0, 0},
        {"2026-06-30 00:01", 0, 0, 0},
        {"2026-06-30T00:00:00.001", 0, 0, 0},
        {"30-06/2026", 0, 0, 0},
        {"30-06-26", 0, 0, 0},
        {"45838", 0, 0, 0},
        {"2026-06-30x", 0, 0, 0},
        {"2026-06", 0, 0, 0},
        {"", 0, 0, 0},
        {"202606300", 0, 0, 0},
        {"2026-06-30 ", 0, 0, 0},
        {"1899-12-31", 0, 0, 0},
        {"2200-01-01", 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        date_t date = DATE_NONE;
        bool good = date_parse(slice_of(rows[i].text), &date);
        if (good != (rows[i].year != 0))
            fail_msg("\"%s\" is%s read as a date", rows[i].text, good ? "" : " not");
        if (good)
            assert_int_equal(date, date_from_civil(rows[i].year, rows[i].month, rows[i].day));
    }
}

static int number(const char *digits, size_t count) {
    int number = 0;
    for (size_t n = 0; n < count; n++)
        number = number * 10 + (digits[n] - '0');
    return number;
}

/* One byte of 2026-06-30 replaced by every other: only a digit that makes a day of it makes a date of it. */
static void every_byte_in_a_date(void **state) {
    (void)state;
    for (size_t place = 0; place < 10; place++) {
        for (int byte = 1; byte < 256; byte++) {
            char text[] = "2026-06-30";
            date_t date = DATE_NONE;
            text[place] = (char)byte;
            bool digit = byte >= '0' && byte <= '9' && place != 4 && place != 7;
            date_t expected =
                digit ? date_from_civil(number(text, 4), number(text + 5, 2), number(text + 8, 2)) : DATE_NONE;
            bool good = date_parse((struct slice){text, 10}, &date);
            if (good != (expected != DATE_NONE || byte == "2026-06-30"[place]))
                fail_msg("byte %d at place %zu: %s", byte, place, good ? "a date" : "no date");
            if (good && digit)
                assert_int_equal(date, expected);
        }
    }
}

static void moments(void **state) {
    (void)state;
    int64_t moment;
    int64_t midnight = (int64_t)date_from_civil(2026, 6, 30) * 86400;
    assert_true(date_parse_moment(slice_of("2026-06-30"), &moment));
    assert_int_equal(moment, midnight);
    assert_true(date_parse_moment(slice_of("30-06-2026 9:05"), &moment));
    assert_int_equal(moment, midnight + 9 * 3600 + 5 * 60);
    assert_true(date_parse_moment(slice_of("2026-06-30T23:59:58,123"), &moment));
    assert_int_equal(moment, midnight + 23 * 3600 + 59 * 60 + 58);
    assert_false(date_parse_moment(slice_of("2026-06-30 24:00"), &moment));
    assert_false(date_parse_moment(slice_of("2026-06-30 12"), &moment));
    assert_false(date_parse_moment(slice_of("2026-06-30 12:60"), &moment));
}

static void iso_text(void **state) {
    (void)state;
    char text[DATE_TEXT_SIZE];
    assert_string_equal(date_text(date_from_civil(2026, 6, 3), text), "2026-06-03");
    assert_string_equal(date_text(DATE_FIRST, text), "1900-01-01");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day_numbers_follow_the_calendar),
        cmocka_unit_test(days_that_do_not_exist_are_refused),
        cmocka_unit_test(every_day_comes_back),
        cmocka_unit_test(written_dates),
        cmocka_unit_test(every_byte_in_a_date),
        cmocka_unit_test(moments),
        cmocka_unit_test(iso_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
