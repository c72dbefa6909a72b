/* Where records begin and end: etl/record_scan.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/record_scan.h"

static void records_and_quotes(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t end;
        bool open;
        size_t open_at;
        bool text_behind;
    } examples[] = {
        {"a;b\nc", 3, false, 0, false},
        {"a;b\r\nc", 3, false, 0, false},
        {"a;b\rc", 3, false, 0, false},
        {"a;b", 3, false, 0, false},
        {"\"a\nb\";c\nd", 7, false, 0, false},      /* a line break is a character */
        {"\"a\"\"\nb\";c\nd", 9, false, 0, false},  /* "" is a quote */
        {"  \"a\nb\"  ;c\nd", 11, false, 0, false}, /* spaces before and behind do not count */
        {"5\" pijp;b\nc", 9, false, 0, false},      /* elsewhere a quote is a character */
        {"x;5\";\"a\nb\"\nc", 10, false, 0, false},
        {"\"a\"b;c\nd", 6, false, 0, true},
        {"\"a\"b\"c;d\ne", 8, false, 0, true}, /* the quote behind is a character */
        {"a;\"b\nc", 6, true, 2, false},
        {"a\nb;\"c", 1, false, 0, false},
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        struct record r = record_scan(examples[i].text, strlen(examples[i].text), 0, ';');
        if (r.end != examples[i].end || r.open != examples[i].open || r.open_at != examples[i].open_at ||
            r.text_behind != examples[i].text_behind)
            fail_msg("%s: end %zu open %d at %zu behind %d", examples[i].text, r.end, r.open, r.open_at, r.text_behind);
    }
}

static void a_tab_is_a_space_unless_it_separates(void **state) {
    (void)state;
    assert_int_equal(record_scan("\t\"a\nb\"\nc", 8, 0, ';').end, 6);
    assert_int_equal(record_scan("\t\"a\nb\"\nc", 8, 0, '\t').end, 6); /* the second field is the quoted one */
    assert_int_equal(record_scan("x\t\"a\nb\"\nc", 9, 0, ';').end, 4); /* the quote stands behind an x */
}

static void whole_records_only(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t end;
        bool open;
    } examples[] = {
        {"a;b\nc", 4, false},         {"a;b", 0, false},         {"a;b\n", 4, false},
        {"a;b\r", 0, false},                                                             /* the LF may still come */
        {"a;b\rc\r", 4, false},       {"a;b\r\n", 5, false},     {"a\n\"b\nc", 2, true}, /* the quote is still open */
        {"a\n\"b\nc\"", 2, false}, /* it may be half of a double one */
        {"a\n\"b\nc\"\n", 8, false},  {"a\n\"b\"\"\n", 2, true}, {"a\nx\"b\nc", 6, false}, /* no quote that opens */
        {"\"a\nb\";\"c\nd", 0, true}, /* the line break lies within the first field of this record */
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        struct cut cut = record_cut(examples[i].text, strlen(examples[i].text), ';');
        if (cut.end != examples[i].end || cut.open != examples[i].open)
            fail_msg("%s: end %zu open %d", examples[i].text, cut.end, cut.open);
    }
}

static void lines_are_counted(void **state) {
    (void)state;
    assert_int_equal(record_count_lines("", 0), 0);
    assert_int_equal(record_count_lines("a", 1), 0);
    assert_int_equal(record_count_lines("a\nb\r\nc\rd", 8), 3);
    assert_int_equal(record_count_lines("\n\n\r\r\n", 5), 4);
}

/* Numbers without a pattern, always the same ones. */
static uint32_t draw(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

/* A cut is where going through the records one by one comes by. */
static void cuts_agree_with_records(void **state) {
    (void)state;
    static const char alphabet[] = "ab;\"\"\n\r ";
    uint32_t seed = 1;
    for (int round = 0; round < 20000; round++) {
        char text[24];
        size_t len = draw(&seed) % sizeof text;
        for (size_t i = 0; i < len; i++)
            text[i] = alphabet[draw(&seed) % (sizeof alphabet - 1)];
        struct cut cut = record_cut(text, len, ';');
        size_t at = 0;
        while (at < cut.end) {
            struct record record = record_scan(text, len, at, ';');
            assert_false(record.open);
            at = record_skip_end(text, len, record.end);
        }
        assert_int_equal(at, cut.end);
        /* what follows is no whole record: it ends with the text, or with what may be half a line end or quote */
        struct record rest = record_scan(text, len, at, ';');
        assert_true(at == len || rest.open || rest.end == len || record_skip_end(text, len, rest.end) == len ||
                    text[len - 1] == '"');
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_and_quotes),      cmocka_unit_test(a_tab_is_a_space_unless_it_separates),
        cmocka_unit_test(whole_records_only),      cmocka_unit_test(lines_are_counted),
        cmocka_unit_test(cuts_agree_with_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
