/*
 * Rounding for the view openbaar: both sides of every boundary, and both signs.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reports/openbaar_round.h"

enum { MILLION = 1000000 };

static exact_t ones(int64_t number) {
    return (exact_t)number * MILLION;
}

#define assert_rounds(function, from, to) assert_true(function(from) == (to))

static void counts_go_to_multiples_of_five(void **state) {
    (void)state;
    assert_rounds(round_count, ones(0), ones(0));
    assert_rounds(round_count, ones(2), ones(0));
    assert_rounds(round_count, ones(3), ones(5));
    assert_rounds(round_count, ones(7), ones(5));
    assert_rounds(round_count, ones(8), ones(10));
    assert_rounds(round_count, ones(-2), ones(0));
    assert_rounds(round_count, ones(-3), ones(-5));
}

static void amounts_go_to_a_thousand(void **state) {
    (void)state;
    assert_rounds(round_euro, ones(499) + 999999, ones(0));
    assert_rounds(round_euro, ones(500), ones(1000)); /* halves go away from zero */
    assert_rounds(round_euro, ones(1499), ones(1000));
    assert_rounds(round_euro, ones(-500), ones(-1000));
}

static void volumes_keep_three_digits(void **state) {
    (void)state;
    assert_rounds(round_volume, ones(0), ones(0));
    assert_rounds(round_volume, ones(999), ones(999));
    assert_rounds(round_volume, ones(123449), ones(123000));
    assert_rounds(round_volume, ones(123500), ones(124000));
    assert_rounds(round_volume, ones(999500), ones(1000000));
    assert_rounds(round_volume, 12345000, 12300000); /* 12,345 */
    assert_rounds(round_volume, 1234, 1230);
    assert_rounds(round_volume, ones(-123500), ones(-124000));
}

static void days_and_hours_are_whole_and_shares_have_two_decimals(void **state) {
    (void)state;
    assert_rounds(round_whole, 2499999, ones(2));
    assert_rounds(round_whole, 2500000, ones(3));
    assert_rounds(round_share, 434999, 430000);
    assert_rounds(round_share, 435000, 440000);
    assert_rounds(round_share, -435000, -440000);
}

static void ratios_are_rounded_once(void **state) {
    (void)state;
    assert_true(round_ratio(ones(15), ones(35), 2) == 430000); /* 0,42857… */
    assert_true(round_ratio(ones(5), ones(40), 2) == 130000);  /* 0,125 */
    assert_true(round_ratio(ones(-5), ones(40), 2) == -130000);
    assert_true(round_ratio(ones(5), ones(-40), 2) == -130000);
    assert_true(round_ratio(ones(45000), ones(35), 0) == ones(1286)); /* 1285,71… */
    /* 0,4349999999 would be 0,435 in millionths, and then 0,44. */
    assert_true(round_ratio(ones(4349999999), ones(10000000000), 2) == 430000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_go_to_multiples_of_five),
        cmocka_unit_test(amounts_go_to_a_thousand),
        cmocka_unit_test(volumes_keep_three_digits),
        cmocka_unit_test(days_and_hours_are_whole_and_shares_have_two_decimals),
        cmocka_unit_test(ratios_are_rounded_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
