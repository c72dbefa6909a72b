/*
 * Texts from the input on a screen, in file names and in JSON.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "reports/dutch.h"
#include "reports/json.h"
#include "reports/safe_text.h"

struct pair {
    const char *text;
    const char *expected;
};

static void assert_pairs(const struct pair *pairs, size_t count, void (*put)(struct buf *out, struct slice text)) {
    for (size_t i = 0; i < count; i++) {
        struct buf out = {0};
        buf_puts(&out, "");
        put(&out, slice_of(pairs[i].text));
        assert_string_equal(out.len > 0 ? out.data : "", pairs[i].expected);
        buf_release(&out);
    }
}

static void screen_shows_one_harmless_line(void **state) {
    (void)state;
    static const struct pair pairs[] = {
        {"Zorg & Co. – Hoorn", "Zorg & Co. – Hoorn"},
        {"a\nb\tc\x1b[31m", "a?b?c?[31m"},
        {"links\u202Erechts", "links?rechts"}, /* right-to-left override */
        {"on\u200Bzichtbaar", "on?zichtbaar"}, /* zero width space */
        {"half \xC3", "half ?"},
        {"los \xE9 teken", "los ? teken"},
        {"\xC2\x85", "?"}, /* next line, a C1 control */
        {"€ \U0001F600", "€ \U0001F600"},
        {"", ""},
    };
    assert_pairs(pairs, sizeof pairs / sizeof pairs[0], safe_text_put);
}

static void file_name_is_harmless_everywhere(void **state) {
    (void)state;
    static const struct pair pairs[] = {
        {"Stichting Zorg", "Stichting Zorg"},
        {"../../etc/passwd", "etc passwd"},
        {"a/b\\c:d*e?f\"g<h>i|j", "a b c d e f g h i j"},
        {"  ruim   gezet  ", "ruim gezet"},
        {"..verborgen", "verborgen"},
        {"een..twee", "een.twee"},
        {"eindigt.", "eindigt"},
        {"eindigt. ", "eindigt"},
        {"regel\neinde\x7F", "regel einde"},
        {"links\u202Erechts", "links rechts"},
        {"Ünïcödé", "Ünïcödé"},
        {"...", ""},
        {"\xFF\xFE", ""},
        {"", ""},
    };
    assert_pairs(pairs, sizeof pairs / sizeof pairs[0], safe_name_put);
}

static void file_name_is_short(void **state) {
    (void)state;
    char ascii[301];
    char accents[601];
    memset(ascii, 'a', 300);
    ascii[300] = '\0';
    for (int i = 0; i < 300; i++)
        memcpy(accents + 2 * i, "é", 3);
    struct buf out = {0};
    safe_name_put(&out, slice_of(ascii));
    assert_int_equal(out.len, 80);
    out.len = 0;
    safe_name_put(&out, slice_of(accents)); /* 80 characters of 2 bytes */
    assert_int_equal(out.len, 160);
    out.len = 0;
    for (int i = 0; i < 300; i++)
        memcpy(accents + 2 * i, "\u20AC\u20AC", 2); /* half characters are no UTF-8 */
    safe_name_put(&out, slice_of(accents));
    assert_int_equal(out.len, 0);
    buf_release(&out);
}

static void json_of_any_text_is_valid(void **state) {
    (void)state;
    struct buf out = {0};
    struct json_writer json = {.out = &out};
    json_open(&json, NULL, '{');
    json_text(&json, "naam", "\"\\/\n\x01 é \xFF");
    json_number(&json, "aantal", -7);
    json_open(&json, "lijst", '[');
    json_text(&json, NULL, "a");
    json_text(&json, NULL, "b");
    json_close(&json, ']');
    json_open(&json, "leeg", '[');
    json_close(&json, ']');
    json_close(&json, '}');
    assert_string_equal(out.data, "{\n"
                                  "  \"naam\": \"\\\"\\\\/\\u000a\\u0001 é \uFFFD\",\n"
                                  "  \"aantal\": -7,\n"
                                  "  \"lijst\": [\n"
                                  "    \"a\",\n"
                                  "    \"b\"\n"
                                  "  ],\n"
                                  "  \"leeg\": []\n"
                                  "}\n");
    struct arena arena;
    arena_init(&arena);
    const struct json_value *root = json_parse((struct slice){out.data, out.len}, &arena);
    assert_non_null(root);
    assert_string_equal(json_member(root, "naam", JSON_TEXT)->text, "\"\\/\n\x01 é \uFFFD");
    assert_string_equal(json_member(root, "aantal", JSON_NUMBER)->text, "-7");
    assert_string_equal(json_member(root, "lijst", JSON_LIST)->first->next->text, "b");
    assert_null(json_member(root, "leeg", JSON_LIST)->first);
    assert_null(json_member(root, "leeg", JSON_TEXT));
    assert_null(json_member(root, "weg", JSON_TEXT));
    arena_release(&arena);
    buf_release(&out);
}

static bool is_json(const char *text) {
    struct arena arena;
    arena_init(&arena);
    bool valid = json_parse(slice_of(text), &arena) != NULL;
    arena_release(&arena);
    return valid;
}

/* RFC 8259. */
static void only_json_is_read(void **state) {
    (void)state;
    static const char *const good[] = {"null",   " [true , false]\n",         "-0",
                                       "1.5e+3", "\"\\u00e9\\ud83d\\ude00\"", "{\"a\":{}}"};
    static const char *const bad[] = {"",           "nul",     "[1,]",      "[1 2]",       "{\"a\"}",     "{a:1}",
                                      "{\"a\":1,}", "01",      "1.",        ".5",          "+1",          "1e",
                                      "\"open",     "\"\\x\"", "\"\\u12\"", "\"\\ud83d\"", "\"\\u0000\"", "\"a\nb\"",
                                      "[",          "{\"a\":", "[] []",     "\"\xFF\"",    "'a'",         "tru"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        if (!is_json(good[i]))
            fail_msg("refused: %s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (is_json(bad[i]))
            fail_msg("accepted: %s", bad[i]);
    char deep[2 * 65 + 1]; /* 64 lists in each other may be, 65 may not */
    memset(deep, '[', 65);
    memset(deep + 65, ']', 65);
    deep[130] = '\0';
    assert_false(is_json(deep));
    deep[129] = '\0';
    assert_true(is_json(deep + 1));
}

static void numbers_are_dutch(void **state) {
    (void)state;
    static const struct {
        uint64_t count;
        const char *expected;
    } counts[] = {{0, "0"}, {999, "999"}, {1000, "1.000"}, {1234567, "1.234.567"}, {1000005, "1.000.005"}};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        struct buf out = {0};
        dutch_put_count(&out, counts[i].count);
        assert_string_equal(out.data, counts[i].expected);
        buf_release(&out);
    }
    struct buf out = {0};
    dutch_put_counted(&out, 1, "fout", "fouten");
    buf_putc(&out, ' ');
    dutch_put_counted(&out, 2000, "fout", "fouten");
    buf_putc(&out, ' ');
    dutch_put_seconds(&out, INT64_C(61004999999)); /* 61.004999999 s */
    buf_putc(&out, ' ');
    dutch_put_seconds(&out, INT64_C(5000000)); /* 5 ms is rounded half up */
    assert_string_equal(out.data, "1 fout 2.000 fouten 61,00 0,01");
    buf_release(&out);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(screen_shows_one_harmless_line),
        cmocka_unit_test(file_name_is_harmless_everywhere),
        cmocka_unit_test(file_name_is_short),
        cmocka_unit_test(json_of_any_text_is_valid),
        cmocka_unit_test(only_json_is_read),
        cmocka_unit_test(numbers_are_dutch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
