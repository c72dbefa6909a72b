/* Encodings: etl/base/utf8.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/base/utf8.h"

static void well_formed_and_not(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        bool valid;
    } examples[] = {
        {"", true},
        {"Hoorn", true},
        {"cli\xC3\xABnt", true},
        {"\xE2\x82\xAC", true},     /* € */
        {"\xF0\x9F\x98\x80", true}, /* U+1F600 */
        {"\xF4\x8F\xBF\xBF", true}, /* U+10FFFF, the last one */
        {"cli\xEBnt", false},       /* Windows-1252 */
        {"\xC3", false},            /* half a character */
        {"\xE2\x82", false},
        {"\xC0\xAF", false}, /* overlong / */
        {"\xE0\x80\xAF", false},
        {"\xED\xA0\x80", false},     /* a surrogate */
        {"\xF4\x90\x80\x80", false}, /* above U+10FFFF */
        {"\x80", false},
        {"0123456789012345678901234567890123456789\xEB", false}, /* behind a stretch of ASCII */
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
        if (utf8_is_valid(examples[i].bytes, strlen(examples[i].bytes)) != examples[i].valid)
            fail_msg("example %zu", i);
}

static void ascii_at_any_place(void **state) {
    (void)state;
    char text[40];
    memset(text, 'a', sizeof text);
    for (size_t len = 0; len <= sizeof text; len++)
        assert_true(utf8_is_ascii(text, len));
    for (size_t at = 0; at < sizeof text; at++) {
        text[at] = '\x80';
        assert_false(utf8_is_ascii(text, sizeof text));
        assert_true(utf8_is_ascii(text, at));
        text[at] = 'a';
    }
}

static void characters_are_counted_and_never_cut(void **state) {
    (void)state;
    static const char text[] = "a\xC3\xAB\xE2\x82\xAC"; /* aë€: 1 + 2 + 3 bytes */
    assert_int_equal(utf8_count(text, 6), 3);
    static const size_t expected[] = {0, 1, 1, 3, 3, 3, 6};
    for (size_t most = 0; most <= 6; most++)
        assert_int_equal(utf8_cut(text, 6, most), expected[most]);
}

static void windows_1252(void **state) {
    (void)state;
    struct buf out = {0};
    utf8_put_windows_1252(&out, "\x80 \xEB\x9Fx\x81", 6);
    assert_string_equal(out.data, "€ ëŸx\xC2\x81");
    buf_release(&out);
}

static void utf16_in_both_orders(void **state) {
    (void)state;
    static const char little[] = {'a', 0, '\xAC', ' ', '\x3D', '\xD8', '\x00', '\xDE'}; /* a € U+1F600 */
    static const char big[] = {0, 'a', ' ', '\xAC', '\xD8', '\x3D', '\xDE', '\x00'};
    struct buf out = {0};
    assert_int_equal(utf8_put_utf16(&out, little, sizeof little, false), 8);
    assert_int_equal(utf8_put_utf16(&out, big, sizeof big, true), 8);
    assert_string_equal(out.data, "a€\xF0\x9F\x98\x80"
                                  "a€\xF0\x9F\x98\x80");
    buf_release(&out);
}

static void utf16_that_goes_on_or_is_wrong(void **state) {
    (void)state;
    static const char text[] = {'a', 0, '\x3D', '\xD8', '\x00', '\xDE'};
    struct buf out = {0};
    assert_int_equal(utf8_put_utf16(&out, text, 3, false), 2);            /* half a unit */
    assert_int_equal(utf8_put_utf16(&out, text, 4, false), 2);            /* half a pair */
    assert_int_equal(utf8_put_utf16(&out, text + 4, 2, false), SIZE_MAX); /* the second half alone */
    static const char lone[] = {'\x3D', '\xD8', 'a', 0};
    assert_int_equal(utf8_put_utf16(&out, lone, 4, false), SIZE_MAX);
    buf_release(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(well_formed_and_not),
        cmocka_unit_test(ascii_at_any_place),
        cmocka_unit_test(characters_are_counted_and_never_cut),
        cmocka_unit_test(windows_1252),
        cmocka_unit_test(utf16_in_both_orders),
        cmocka_unit_test(utf16_that_goes_on_or_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
