/* Exact sums and quantiles: etl/base/exact.c and reports/measures/quantile.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "etl/base/exact.h"
#include "reports/measures/quantile.h"

static void assert_micros(exact_t micros, const char *expected) {
    struct buf text = {0};
    exact_put_micros(&text, micros);
    assert_string_equal(text.data, expected);
    buf_release(&text);
}

static void usual_shares_add_up_without_a_rest(void **state) {
    (void)state;
    static const int64_t parts[] = {7, 12, 28, 29, 30, 31, 52, 60, 365, 366, 420, 1860};
    exact_t amount = exact_from(12345, 100); /* € 123,45 */
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        exact_t sum = 0;
        for (int64_t n = 0; n < parts[i]; n++)
            sum = exact_add(sum, exact_share(amount, 1, parts[i]));
        assert_true(sum == amount);
    }
}

static void parts_are_shares(void **state) {
    (void)state;
    static const int64_t large = INT64_C(1) << 34; /* from here on a part is no longer usual */
    const int64_t numbers[] = {0, 1, -1, 10000, -12345, large - 1, 1 - large, large, -large, INT64_C(1) << 50};
    static const int64_t scales[] = {100, 1000, 100000};
    const int64_t muls[] = {0, 1, -31, 31 * 60, large - 1, large};
    static const int64_t divs[] = {1, 7, 17, 28, 29, 30, 31, 365, 366, 7 * 60, 11 * 60};
    for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++)
        for (size_t s = 0; s < sizeof scales / sizeof scales[0]; s++)
            for (size_t m = 0; m < sizeof muls / sizeof muls[0]; m++)
                for (size_t d = 0; d < sizeof divs / sizeof divs[0]; d++)
                    assert_true(exact_part(numbers[n], scales[s], muls[m], divs[d]) ==
                                exact_share(exact_from(numbers[n], scales[s]), muls[m], divs[d]));
    /* 10 hours a week over 31 days: 10 × 31 / 7 = 44.2857142… */
    exact_t part;
    assert_true(exact_whole_part(10000, 1000, 31, 7, &part));
    assert_micros(exact_micros(part), "44.285714");
    assert_false(exact_whole_part(10000, 1000, 31, 17, &part)); /* 17 is not among the factors of one */
    assert_false(exact_whole_part(large, 1000, 1, 7, &part));
}

static void other_shares_are_equal_within_the_slack(void **state) {
    (void)state;
    exact_t hours = exact_from(36000, 1000);
    exact_t sum = 0;
    for (int n = 0; n < 17; n++)
        sum = exact_add(sum, exact_share(hours, 1, 17));
    assert_int_equal(exact_compare(sum, hours), 0);
    /* The smallest real difference: a thousandth over 366 × 365 days is 7.5e-9. */
    assert_int_equal(exact_compare(exact_add(hours, exact_share(exact_from(1, 1000), 1, 366 * 365)), hours), 1);
    assert_int_equal(exact_compare(hours, exact_add(hours, exact_share(exact_from(1, 1000), 1, 366 * 365))), -1);
}

static void rounding_is_half_away_from_zero(void **state) {
    (void)state;
    assert_micros(exact_micros(exact_from(5, 100000) / 100), "0.000001");   /* 0.0000005 */
    assert_micros(exact_micros(-exact_from(5, 100000) / 100), "-0.000001"); /* -0.0000005 */
    assert_micros(exact_micros(exact_from(5, 100000) / 100 - 1), "0.000000");
    assert_micros(exact_micros(exact_share(EXACT_ONE, 2, 3)), "0.666667");
    assert_micros(exact_ratio_micros(1, 3), "0.333333");
    assert_micros(exact_ratio_micros(-2, 3), "-0.666667");
    assert_micros(exact_ratio_micros(1, 2000000), "0.000001"); /* half a millionth */
    assert_micros(exact_ratio_micros(exact_from(987654321012345, 1000), exact_from(8, 1)), "123456790126.543125");
    assert_micros(0, "0.000000");
    assert_micros(1234567, "1.234567");
}

static void products_of_volume_and_tarief(void **state) {
    (void)state;
    /* 125 minutes a week for 26 weeks at € 0,61: 125 × 26 × 0.61 = 1982.50 */
    assert_micros(exact_micros(exact_share(exact_from(125000, 1000), 26 * 61, 100)), "1982.500000");
    /* 12 digits before the decimals, times 60, over 366 days: 999999999999.999 × 60 / 366 */
    assert_micros(exact_micros(exact_share(exact_from(999999999999999, 1000), 60, 366)), "163934426229.508033");
}

static void quotients_are_exact_to_the_nearest_unit(void **state) {
    (void)state;
    /* 22.75 / 7, 1 / 3, -2 / 3 and 10^12 / 3 × 10^-6 */
    assert_micros(exact_micros(exact_divide(exact_from(2275, 100), exact_from(7, 1))), "3.250000");
    assert_true(exact_divide(exact_from(1, 1), exact_from(3, 1)) == EXACT_ONE / 3); /* EXACT_ONE is a threefold */
    assert_true(exact_divide(exact_from(-2, 1), exact_from(3, 1)) == -(EXACT_ONE / 3 * 2));
    assert_true(exact_divide(exact_from(2, 1), exact_from(-3, 1)) == -(EXACT_ONE / 3 * 2));
    assert_micros(exact_micros(exact_divide(exact_from(1000000000000, 1), 3 * (EXACT_ONE / 1000000))),
                  "333333333333333333.333333");
    /* EXACT_ONE is one more than a multiple of 11: 5 / 11 leaves 5 and rounds down, 6 / 11 leaves 6 and rounds up */
    assert_true(EXACT_ONE % 11 == 1);
    assert_true(exact_divide(exact_from(5, 1), exact_from(11, 1)) == EXACT_ONE / 11 * 5);
    assert_true(exact_divide(exact_from(6, 1), exact_from(11, 1)) == EXACT_ONE / 11 * 6 + 1);
    /* teller and noemer near the end of the range, whose product with EXACT_ONE does not fit: 2^125 / 2^126 */
    exact_t large = (exact_t)1 << 125;
    assert_true(exact_divide(large, 2 * large) == EXACT_ONE / 2);
    assert_true(exact_divide(large, 1) == exact_divide(-large, -1)); /* the end of the range */
    assert_true(exact_divide(large, 1) > large);
}

static void the_ends_of_the_range_hold(void **state) {
    (void)state;
    exact_t top =
        exact_add(exact_share(EXACT_ONE * EXACT_ONE, INT64_MAX, 1), exact_share(EXACT_ONE * EXACT_ONE, INT64_MAX, 1));
    assert_true(top > 0);
    assert_true(exact_add(top, top) == top);
    assert_true(exact_add(-top, -top) == -top);
}

static exact_t number(int64_t n) {
    return (exact_t)n * EXACT_ONE;
}

static void quantiles_as_in_a_spreadsheet(void **state) {
    (void)state;
    /* numpy.percentile([…], [50, 90]) with linear interpolation, the same as PERCENTILE.INC */
    static const struct {
        size_t count;
        uint32_t values[10];
        const char *median;
        const char *p90;
    } rows[] = {
        {1, {41}, "41.000000", "41.000000"},
        {2, {10, 20}, "15.000000", "19.000000"},
        {3, {30, 10, 20}, "20.000000", "28.000000"},
        {4, {4, 1, 3, 2}, "2.500000", "3.700000"},
        {5, {7, 7, 7, 7, 7}, "7.000000", "7.000000"},
        {10, {9, 1, 8, 2, 7, 3, 6, 4, 5, 100}, "5.500000", "18.100000"},
        {6, {1, 1, 1, 2, 2, 56}, "1.500000", "29.000000"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        uint32_t values[10];
        size_t settled = 0;
        for (size_t n = 0; n < rows[i].count; n++)
            values[n] = rows[i].values[n];
        assert_micros(exact_micros(quantile(values, rows[i].count, NULL, 1, 2, &settled)), rows[i].median);
        assert_micros(exact_micros(quantile(values, rows[i].count, NULL, 9, 10, &settled)), rows[i].p90);
    }
}

static void quantiles_of_many_values(void **state) {
    (void)state;
    enum { COUNT = 10001 };
    static uint32_t values[COUNT];
    size_t settled = 0;
    /* 0 … 10000 in another order (7919 is prime to 10001); then the median is 5000 and p90 9000. */
    for (uint32_t n = 0; n < COUNT; n++)
        values[n] = n * 7919 % COUNT;
    assert_true(quantile(values, COUNT, NULL, 1, 2, &settled) == number(5000));
    assert_true(quantile(values, COUNT, NULL, 9, 10, &settled) == number(9000));
    settled = 0;
    /* a third 1, a third 2, a third 3: the 5001st of 10001 is 2, the 9001st is 3 */
    for (uint32_t n = 0; n < COUNT; n++)
        values[n] = 1 + n % 3;
    assert_true(quantile(values, COUNT, NULL, 1, 2, &settled) == number(2));
    assert_true(quantile(values, COUNT, NULL, 9, 10, &settled) == number(3));
}

static int compare_numbers(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* PERCENTILE.INC of sorted numbers: position (count - 1) × tenths / 10, linear between its neighbours; in tenths. */
static int64_t sorted_quantile(const uint32_t *sorted, size_t count, unsigned tenths) {
    size_t position = (count - 1) * tenths;
    size_t k = position / 10;
    int64_t below = sorted[k];
    int64_t above = k + 1 < count ? sorted[k + 1] : below;
    return below * 10 + (above - below) * (int64_t)(position % 10);
}

static void quantiles_of_close_and_distant_numbers(void **state) {
    (void)state;
    enum { MOST = 300 };
    static const uint32_t spans[] = {1, 2, 7, 90, 2047, 2048, 5000, UINT32_MAX};
    uint64_t random = 1;
    for (size_t s = 0; s < sizeof spans / sizeof spans[0]; s++) {
        for (size_t count = 1; count <= MOST; count++) {
            uint32_t numbers[MOST];
            uint32_t sorted[MOST];
            size_t settled = 0;
            for (size_t n = 0; n < count; n++) {
                random = random * UINT64_C(6364136223846793005) + 1442695040888963407;
                numbers[n] = sorted[n] = UINT32_MAX - (uint32_t)(random >> 32) % spans[s];
            }
            qsort(sorted, count, sizeof *sorted, compare_numbers);
            assert_true(quantile(numbers, count, NULL, 1, 2, &settled) * 10 ==
                        number(sorted_quantile(sorted, count, 5)));
            assert_true(quantile(numbers, count, NULL, 9, 10, &settled) * 10 ==
                        number(sorted_quantile(sorted, count, 9)));
        }
    }
}

static void quantiles_of_what_numbers_stand_for(void **state) {
    (void)state;
    /* Numbers 2 0 2 1 stand for 4, -1.5, 4 and 2.5: in order -1.5 2.5 4 4; median 2.5 + 1/2 × 1.5, p90 (0.9 × 3 = 2.7)
     * 4 */
    const exact_t value[] = {exact_from(-15, 10), exact_from(25, 10), number(4)};
    uint32_t numbers[] = {2, 0, 2, 1};
    size_t settled = 0;
    assert_micros(exact_micros(quantile(numbers, 4, value, 1, 2, &settled)), "3.250000");
    assert_micros(exact_micros(quantile(numbers, 4, value, 9, 10, &settled)), "4.000000");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(usual_shares_add_up_without_a_rest),
        cmocka_unit_test(parts_are_shares),
        cmocka_unit_test(other_shares_are_equal_within_the_slack),
        cmocka_unit_test(rounding_is_half_away_from_zero),
        cmocka_unit_test(products_of_volume_and_tarief),
        cmocka_unit_test(quotients_are_exact_to_the_nearest_unit),
        cmocka_unit_test(the_ends_of_the_range_hold),
        cmocka_unit_test(quantiles_as_in_a_spreadsheet),
        cmocka_unit_test(quantiles_of_many_values),
        cmocka_unit_test(quantiles_of_close_and_distant_numbers),
        cmocka_unit_test(quantiles_of_what_numbers_stand_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
