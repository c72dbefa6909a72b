/* Written numbers: etl/base/decimal.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

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

/* 1 to 9 digits, with a mark at every place: around the eight bytes that are read at once. */
static void marks_at_every_place(void **state) {
    (void)state;
    static const int64_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
    for (int digits = 1; digits <= 9; digits++) {
        for (int given = 0; given < digits && given <= 6; given++) {
            int before = digits - given;
            char dot[12];
            char comma[12];
            snprintf(dot, sizeof dot, "%.*s%s%.*s", before, "123456789", given ? "." : "", given, &"123456789"[before]);
            snprintf(comma, sizeof comma, "%.*s%s%.*s", before, "123456789", given ? "," : "", given,
                     &"123456789"[before]);
            /* the first digits of 123456789, in millionths: of 1234.5 they are 12345 × 10^(6 - 1) */
            int64_t value = 123456789 / tens[9 - digits] * tens[6 - given];
            bool ambiguous = given == 3 && before <= 3;
            const struct example examples[] = {{dot, 6, false, DECIMAL_OK, value, false, ambiguous},
                                               {comma, 6, false, DECIMAL_OK, value, given > 0, false}};
            CHECK(examples);
        }
    }
}

/* One byte replaced by every other: only a digit or one mark makes a number of it. */
static void every_byte_at_every_place(void **state) {
    (void)state;
    static const char *const texts[] = {"1234", "1234567", "12345678"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        size_t len = strlen(texts[i]);
        for (size_t place = 0; place < len; place++) {
            for (int byte = 1; byte < 256; byte++) {
                char text[16];
                struct decimal_notes notes = {0};
                int64_t value = 0;
                memcpy(text, texts[i], len + 1);
                text[place] = (char)byte;
                bool digit = byte >= '0' && byte <= '9';
                bool mark = (byte == '.' || byte == ',') && place > 0 && place + 1 < len;
                bool minus = byte == '-' && place == 0;
                enum decimal_result result = decimal_parse((struct slice){text, len}, 6, false, &value, &notes);
                if ((result == DECIMAL_OK) != (digit || mark || minus))
                    fail_msg("byte %d at place %zu of “%s”: result %d", byte, place, texts[i], (int)result);
                int64_t whole = 0;
                for (size_t n = 0; n < len; n++)
                    whole = whole * 10 + (text[n] - '0');
                if (digit) /* in millionths */
                    assert_int_equal(value, whole * 1000000);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_forms),        cmocka_unit_test(ambiguous_numbers_follow_their_file),
        cmocka_unit_test(what_is_no_number),    cmocka_unit_test(limits),
        cmocka_unit_test(marks_at_every_place), cmocka_unit_test(every_byte_at_every_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
