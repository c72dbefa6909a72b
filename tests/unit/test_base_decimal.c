/* Written numbers: etl/base/decimal.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "etl/base/decimal.h"

struct example {
    const char *text;
    int decimals;
    bool comma_file;
    enum decimal_result result;
    int64_t value;
    bool comma;
    bool ambiguous;
};

static void check(const struct example *examples, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct example *e = &examples[i];
        struct decimal_notes notes = {0};
        int64_t value = -777;
        enum decimal_result result = decimal_parse(slice_of(e->text), e->decimals, e->comma_file, &value, &notes);
        if (result != e->result || (result == DECIMAL_OK && value != e->value) || notes.comma != e->comma ||
            notes.ambiguous != e->ambiguous)
            fail_msg("“%s” with %d decimals: result %d, value %lld, comma %d, ambiguous %d", e->text, e->decimals,
                     (int)result, (long long)value, notes.comma, notes.ambiguous);
    }
}

#define CHECK(examples) check(examples, sizeof(examples) / sizeof(examples)[0])

static void written_forms(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"1234,50", 2, false, DECIMAL_OK, 123450, true, false},
        {"1234.50", 2, false, DECIMAL_OK, 123450, false, false},
        {"1.234,50", 2, false, DECIMAL_OK, 123450, true, false},
        {"36", 3, false, DECIMAL_OK, 36000, false, false},
        {"0", 2, false, DECIMAL_OK, 0, false, false},
        {"007", 0, false, DECIMAL_OK, 7, false, false},
        {"-12,5", 6, false, DECIMAL_OK, -12500000, true, false},
        {"12,5", 2, false, DECIMAL_OK, 1250, true, false}, /* fewer decimals than there may be */
        {"1.234.567", 0, false, DECIMAL_OK, 1234567, false, false},
        {"1.234.567", 0, true, DECIMAL_OK, 1234567, false, false},
        {"12.345.678,9", 2, false, DECIMAL_OK, 1234567890, true, false},
        {"999999999999,999999", 6, false, DECIMAL_OK, INT64_C(999999999999999999), true, false},
    };
    CHECK(examples);
}

/* A first group of 1–3 digits not beginning with 0, then exactly one group of three. */
static void ambiguous_numbers_follow_their_file(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"1.234", 3, false, DECIMAL_OK, 1234, false, true},   /* 1 and 234 thousandths */
        {"1.234", 3, true, DECIMAL_OK, 1234000, false, true}, /* 1234 */
        {"12.345", 0, true, DECIMAL_OK, 12345, false, true},
        {"-123.456", 2, true, DECIMAL_OK, -12345600, false, true},
        {"1.234", 2, false, DECIMAL_TOO_MANY_DECIMALS, 0, false, true}, /* money without a comma in the file */
        {"0.123", 3, true, DECIMAL_OK, 123, false, false},              /* begins with 0: always decimals */
        {"1234.567", 3, true, DECIMAL_OK, 1234567, false, false},       /* four digits: always decimals */
        {"1.23", 3, true, DECIMAL_OK, 1230, false, false},
        {"1.2345", 3, true, DECIMAL_TOO_MANY_DECIMALS, 0, false, false},
    };
    CHECK(examples);
}

static void what_is_no_number(void **state) {
    (void)state;
    static const char *const texts[] = {"",           "-",     ".",       ",",      "1,",       ".5",
                                        "1.",         "1,2,3", "1,234.5", "1.23.4", "1.234.56", "12.34.567",
                                        "0.123.456",  "1 234", "+5",      "5-",     "€ 5",      "1,23E+08",
                                        "1.234.567,", "zes",   "1.234,5x"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct decimal_notes notes = {0};
        int64_t value;
        if (decimal_parse(slice_of(texts[i]), 3, false, &value, &notes) != DECIMAL_NO_NUMBER)
            fail_msg("“%s” was read as a number", texts[i]);
        assert_false(notes.comma);
    }
}

static void limits(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"1,234", 2, false, DECIMAL_TOO_MANY_DECIMALS, 0, true, false},
        {"1,50", 0, false, DECIMAL_TOO_MANY_DECIMALS, 0, true, false},
        {"1,500", 2, false, DECIMAL_TOO_MANY_DECIMALS, 0, true, false},  /* zeros count as decimals */
        {"1234567890123", 2, false, DECIMAL_TOO_LARGE, 0, false, false}, /* 13 digits */
        {"1.234.567.890.123", 2, false, DECIMAL_TOO_LARGE, 0, false, false},
        {"123.456.789.012", 2, false, DECIMAL_OK, INT64_C(12345678901200), false, false}, /* 12 digits */
    };
    CHECK(examples);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_forms),
        cmocka_unit_test(ambiguous_numbers_follow_their_file),
        cmocka_unit_test(what_is_no_number),
        cmocka_unit_test(limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
