/* The registry: the codes of measures.md, found by name, and the order of the export. */
#include "tests/unit/support_dataset.h"

#include <string.h>

#include "reports/measures/registry.h"

static void measures_are_in_byte_order(void **state) {
    (void)state;
    for (size_t m = 1; m < measure_count; m++)
        if (strcmp(measures[m - 1].code, measures[m].code) >= 0)
            fail_msg("'%s' stands before '%s'", measures[m - 1].code, measures[m].code);
}

static void every_measure_is_found_by_its_code(void **state) {
    (void)state;
    assert_int_equal(measure_count, 58); /* rows in the tables of measures.md 2–10, with what they list */
    for (size_t m = 0; m < measure_count; m++)
        assert_int_equal(measure_find(measures[m].code), m);
    assert_int_equal(measure_find("aantal"), MEASURE_NONE);
    assert_int_equal(measure_find(""), MEASURE_NONE);
    assert_int_equal(measure_find("zzz"), MEASURE_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_are_in_byte_order),
        cmocka_unit_test(every_measure_is_found_by_its_code),
    };
    return cmocka_run_group_tests_name("registry", tests, NULL, NULL);
}
