/* Numbers, dates and number formats of workbooks: etl/xlsx_number.c, etl/xlsx_format.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/xlsx_format.h"
#include "etl/xlsx_number.h"

struct example {
    const char *cell;
    const char *text; /* "" when there is none */
};

static void check(const struct example *e, const char *text, size_t len) {
    if (len != strlen(e->text) || memcmp(text, e->text, len) != 0)
        fail_msg("“%s”: “%.*s” instead of “%s”", e->cell, (int)len, text, e->text);
}

static void check_numbers(const struct example *examples, size_t count) {
    char text[XLSX_NUMBER_SIZE];
    for (size_t i = 0; i < count; i++)
        check(&examples[i], text, xlsx_number_text(slice_of(examples[i].cell), text));
}

static void check_dates(const struct example *examples, size_t count, bool system_1904) {
    char text[XLSX_NUMBER_SIZE];
    for (size_t i = 0; i < count; i++)
        check(&examples[i], text, xlsx_date_text(slice_of(examples[i].cell), system_1904, text));
}

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static void numbers_to_fifteen_digits(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"0", "0"},
        {"-0", "0"},
        {"0.000", "0"},
        {"007", "7"},
        {"12", "12"},
        {"1200", "1200"},
        {"1.50", "1.5"},
        {"-12.25", "-12.25"},
        {"+3", "3"},
        {".5", "0.5"},
        {"5.", "5"},
        {"0.30000000000000004", "0.3"}, /* 0.1 + 0.2: the 17th digit */
        {"1234.5600000000001", "1234.56"},
        {"0.99999999999999999", "1"},   /* seventeen nines: carried all the way */
        {"999999999999999.5", "1E+15"}, /* carried beyond the fifteenth digit before the point */
        {"123456789012345", "123456789012345"},
        {"1.2E3", "1200"},
        {"1.2E+3", "1200"},
        {"1e-3", "0.001"},
        {"1.23456789012345E+14", "123456789012345"},
        {"-2.5E-07", "-0.00000025"},
    };
    check_numbers(examples, COUNT(examples));
}

/* What has no fifteen digits is no longer the code that somebody typed, and must not look like one. */
static void very_large_and_small_numbers_keep_an_exponent(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"1234567890123456", "1.23456789012346E+15"}, /* 15 digits, the sixteenth rounds up */
        {"123456789012345678", "1.23456789012346E+17"},
        {"1E+15", "1E+15"},
        {"1E+300", "1E+300"},
        {"1E-20", "0.00000000000000000001"},
        {"1E-22", "1E-22"},
        {"-4E+120", "-4E+120"},
    };
    check_numbers(examples, COUNT(examples));
}

static void what_is_no_number(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"", ""},    {"-", ""},   {".", ""},    {"1,5", ""},   {"1.2.3", ""},    {"1E", ""},  {"1E+", ""},
        {"abc", ""}, {"NaN", ""}, {"0x10", ""}, {"1 000", ""}, {"1E+99999", ""}, {"--1", ""}, {"INF", ""},
    };
    check_numbers(examples, COUNT(examples));
}

/*
 * 2026-01-01 is 46023 in a spreadsheet; the first five months of 2026 have 31+28+31+30+31 = 151 days, so 2026-06-30 is
 * 46023 + 151 + 29 = 46203.  Spreadsheets have a 29 February 1900, number 60, which never was.
 */
static void days_of_the_usual_system(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"46023", "2026-01-01"},
        {"46203", "2026-06-30"},
        {"46203.0", "2026-06-30"},
        {"46203.5", "2026-06-30 12:00:00"},
        {"46203.75", "2026-06-30 18:00:00"},
        {"46203.999999", "2026-07-01"},              /* 86,399.91 s: to the nearest second */
        {"46203.5868055556", "2026-06-30 14:05:00"}, /* (14×60+5)/1440 = 0.58680555… */
        {"1", "1900-01-01"},
        {"59", "1900-02-28"},
        {"60", ""},
        {"61", "1900-03-01"},
        {"0", ""},
        {"0.5", ""},
        {"-1", ""},
        {"109574", "2199-12-31"}, /* the last day that is a date here: day 109,573 and the day that never was */
        {"109575", ""},
        {"1E+10", ""},
    };
    check_dates(examples, COUNT(examples), false);
}

/* Counts from 1904-01-01 = 0, which is 1462 in the usual system: 46203 - 1462 = 44741. */
static void days_of_1904(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"44741", "2026-06-30"},
        {"0", "1904-01-01"},
        {"60", "1904-03-01"}, /* 31 + 29: 1904 is a leap year */
        {"44741.25", "2026-06-30 06:00:00"},
        {"-1", ""},
    };
    check_dates(examples, COUNT(examples), true);
}

static void formats_that_show_a_date(void **state) {
    (void)state;
    static const char *const dates[] = {
        "dd\\-mm\\-yyyy",
        "d-m-yy",
        "yyyy\\-mm\\-dd\\ hh:mm",
        "[$-413]d\\ mmmm\\ yyyy;@",
        "mmm\\-yy",
        "mmmm",
        "d",
        "DD/MM/YYYY",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "m/d/yy\\ h:mm\\ AM/PM",
        "yyyy",
        "[Red]d/m",
        "\"op \"d/m/yyyy",
        "dd-mm-jjjj",
    };
    for (size_t i = 0; i < COUNT(dates); i++)
        if (!xlsx_code_is_date(slice_of(dates[i])))
            fail_msg("“%s” is a date", dates[i]);
}

static void formats_that_show_no_date(void **state) {
    (void)state;
    static const char *const others[] = {
        "General",
        "GENERAL",
        "Standaard",
        "0",
        "0.00",
        "#,##0.00",
        "@",
        "",
        "0%",
        "0.00E+00",
        "h:mm",
        "h:mm:ss",
        "[h]:mm",
        "[hh]:mm:ss",
        "mm:ss",
        "mm:ss.0",
        "h:mm\\ AM/PM",
        "h:mm:ss\\ a/p",
        "#,##0\\ \"dagen\"",
        "0\\ \\d",
        "[$€-413]\\ #,##0.00",
        "\"dmy\"0",
        "_-* #,##0_-",
        "[Magenta]0",
        "0;d",
        "[m]",
        "000000000",
    };
    for (size_t i = 0; i < COUNT(others); i++)
        if (xlsx_code_is_date(slice_of(others[i])))
            fail_msg("“%s” is no date", others[i]);
}

static void formats_known_by_number(void **state) {
    (void)state;
    static const uint32_t dates[] = {14, 15, 16, 17, 22, 27, 31, 36, 50, 57, 58};
    static const uint32_t others[] = {0, 1, 2, 9, 11, 12, 13, 18, 21, 23, 32, 33, 37, 45, 47, 49, 55, 56, 59, 164};
    for (size_t i = 0; i < COUNT(dates); i++)
        if (!xlsx_format_is_date(dates[i]))
            fail_msg("%u is a date", dates[i]);
    for (size_t i = 0; i < COUNT(others); i++)
        if (xlsx_format_is_date(others[i]))
            fail_msg("%u is no date", others[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_to_fifteen_digits),
        cmocka_unit_test(very_large_and_small_numbers_keep_an_exponent),
        cmocka_unit_test(what_is_no_number),
        cmocka_unit_test(days_of_the_usual_system),
        cmocka_unit_test(days_of_1904),
        cmocka_unit_test(formats_that_show_a_date),
        cmocka_unit_test(formats_that_show_no_date),
        cmocka_unit_test(formats_known_by_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
