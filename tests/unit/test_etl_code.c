/* Codes, the elfproef and packed codes: etl/code.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/code.h"

static void what_is_a_code(void **state) {
    (void)state;
    static const char *const good[] = {"a", "Z9", "0498", "1-2.3_4", "123456789012345678901234567890"};
    static const char *const bad[] = {"",    "-a",          ".a",  "_a",     "a b", "a/b",
                                      "a,b", "caf\xC3\xA9", "a+b", "=\"1\"", "a@b", "1234567890123456789012345678901"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        if (!code_is_valid(slice_of(good[i])))
            fail_msg("“%s” is a code", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (code_is_valid(slice_of(bad[i])))
            fail_msg("“%s” is no code", bad[i]);
}

static void every_byte_in_a_code(void **state) {
    (void)state;
    static const char allowed[] = "-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (int byte = 0; byte < 256; byte++) {
        char text[2] = {'a', (char)byte};
        bool expected = byte != 0 && strchr(allowed, byte) != NULL;
        if (code_is_valid((struct slice){text, 2}) != expected)
            fail_msg("byte %d", byte);
    }
}

/* 9×1 + 8×1 + 7×1 + 6×2 + 5×2 + 4×2 + 3×3 + 2×3 − 3 = 9+8+7+12+10+8+9+6−3 = 66 = 6 × 11 */
static void elfproef(void **state) {
    (void)state;
    assert_true(code_is_bsn(slice_of("111222333")));
    assert_false(code_is_bsn(slice_of("111222334")));
    assert_false(code_is_bsn(slice_of("11122233")));
    assert_false(code_is_bsn(slice_of("11122233a")));
    /* 0 12345672: 8×1 + 7×2 + 6×3 + 5×4 + 4×5 + 3×6 + 2×7 − 2 = 8+14+18+20+20+18+14−2 = 110 = 10 × 11 */
    assert_true(code_lost_zero(slice_of("12345672")));
    assert_false(code_lost_zero(slice_of("12345673")));
    assert_true(code_is_bsn(slice_of("012345672")));
}

static const char *const samples[] = {"-",
                                      ".",
                                      "0",
                                      "00",
                                      "0-",
                                      "0.",
                                      "01",
                                      "1",
                                      "10",
                                      "9999999999",
                                      "A",
                                      "A-",
                                      "AZ",
                                      "Aa",
                                      "_",
                                      "a",
                                      "a_b",
                                      "aZ",
                                      "zzzzzzzzzz",
                                      "zzzzzzzzzz0",
                                      "12345678901",
                                      "01234567890",
                                      "9999999999999999",
                                      "99999999999999999",
                                      "ABCDEFGHIJK",
                                      "123456789012345678901234567890"};

enum { SAMPLES = sizeof samples / sizeof samples[0] };

static uint64_t pack(struct intern *long_codes, const char *text) {
    uint64_t packed;
    return code_pack(slice_of(text), &packed) ? packed : code_pack_id(intern_add(long_codes, slice_of(text)));
}

static void packed_codes_come_back(void **state) {
    (void)state;
    struct intern long_codes = {0};
    for (size_t i = 0; i < SAMPLES; i++) {
        char room[CODE_TEXT_SIZE];
        uint64_t packed = pack(&long_codes, samples[i]);
        assert_true(packed != CODE_PACKED_NONE);
        struct slice text = code_unpack(packed, &long_codes, room);
        assert_int_equal(text.len, strlen(samples[i]));
        assert_memory_equal(text.ptr, samples[i], text.len);
        assert_true(pack(&long_codes, samples[i]) == packed);
    }
    intern_release(&long_codes);
}

static void packed_codes_are_in_byte_order(void **state) {
    (void)state;
    struct intern long_codes = {0};
    for (size_t i = 0; i < SAMPLES; i++) {
        for (size_t j = 0; j < SAMPLES; j++) {
            int expected = strcmp(samples[i], samples[j]);
            int found = code_compare_packed(pack(&long_codes, samples[i]), pack(&long_codes, samples[j]), &long_codes);
            if ((expected > 0) - (expected < 0) != (found > 0) - (found < 0))
                fail_msg("“%s” and “%s”: %d", samples[i], samples[j], found);
        }
    }
    intern_release(&long_codes);
}

static void only_codes_are_packed(void **state) {
    (void)state;
    static const char *const texts[] = {"", "-1", ".1", "_1", " 1", "1 ", "1;", "12345678901 ", "-2345678901"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        uint64_t packed;
        if (code_pack(slice_of(texts[i]), &packed))
            fail_msg("“%s” was packed", texts[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_a_code),
        cmocka_unit_test(every_byte_in_a_code),
        cmocka_unit_test(elfproef),
        cmocka_unit_test(packed_codes_come_back),
        cmocka_unit_test(packed_codes_are_in_byte_order),
        cmocka_unit_test(only_codes_are_packed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
