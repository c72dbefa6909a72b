/* Splitting lines into cells: the fast way against libcsv, and both against cells that are known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/convert.h"
#include "etl/csv_split.h"
#include "etl/record_scan.h"

enum { FIELDS = 4, RECORDS_MAX = 64 };

/* Every field is the column of its number. */
static const uint8_t own_columns[FIELDS] = {0, 1, 2, 3};

/* What a text splits into, written out: cells between [ and ], records on lines of their own. */
static void split_all(const char *text, size_t len, char separator, bool by_libcsv, struct buf *out) {
    uint8_t columns[FIELDS];
    memcpy(columns, own_columns, sizeof columns);
    struct layout layout = {.separator = separator, .fields = FIELDS, .columns = columns};
    struct arena strings = {0};
    struct splitter splitter = {.quoted = quoted_splitter_open(), .by_libcsv = by_libcsv};
    struct split split = {.fields = 0};
    splitter_start(&splitter, &layout, (struct slice){text, len}, 1, &strings);
    while (splitter_next(&splitter, &split)) {
        buf_printf(out, "%u:", split.line);
        for (unsigned i = 0; i < FIELDS && !split.text_behind; i++) {
            struct slice cell = convert_trim(split.cells[i]);
            buf_putc(out, '[');
            buf_add(out, cell.ptr, cell.len);
            buf_putc(out, ']');
        }
        buf_puts(out, split.text_behind ? "behind\n" : split.extra ? "extra\n" : "\n");
    }
    buf_printf(out, "%u", splitter.line);
    quoted_splitter_close(splitter.quoted);
    arena_release(&strings);
}

static void assert_split(const char *text, char separator, const char *expected) {
    for (int by_libcsv = 0; by_libcsv < 2; by_libcsv++) {
        struct buf out = {0};
        split_all(text, strlen(text), separator, by_libcsv, &out);
        assert_string_equal(out.data, expected);
        buf_release(&out);
    }
}

static void plain_lines(void **state) {
    (void)state;
    assert_split("a;b;c;d\ne;f;g;h\n", ';', "1:[a][b][c][d]\n2:[e][f][g][h]\n3");
    assert_split("a;b;c;d\r\ne;f;g;h", ';', "1:[a][b][c][d]\n2:[e][f][g][h]\n2");
    assert_split("a,b,c,d\re,f,g,h\r", ',', "1:[a][b][c][d]\n2:[e][f][g][h]\n3");
    assert_split(" a \t b\t\tc\td", '\t', "1:[a][b][][c]extra\n1"); /* a fifth field */
}

static void short_and_long_records(void **state) {
    (void)state;
    assert_split("a;b\n;;;d\na;b;c;d;;  ;\na;b;c;d;;x\n", ';',
                 "1:[a][b][][]\n2:[][][][d]\n3:[a][b][c][d]\n4:[a][b][c][d]extra\n5");
}

static void blank_lines_are_skipped(void **state) {
    (void)state;
    assert_split("\n;;;\n \t\n\"\";\" \"\n\xC2\xA0;\n\ra;b;c;d\n\n", ';', "7:[a][b][c][d]\n9");
}

static void quoted_fields(void **state) {
    (void)state;
    assert_split("\"a;b\";\"c\"\"d\"; \"e\" ;f\n", ';', "1:[a;b][c\"d][e][f]\n2");
    assert_split("\"a\nb\r\nc\";d;e;f\ng;h;i;j\n", ';', "1:[a\nb\r\nc][d][e][f]\n4:[g][h][i][j]\n5");
    assert_split("5\" pijp;=\"0498\";a\"b\"c;d\n", ';', "1:[5\" pijp][=\"0498\"][a\"b\"c][d]\n2");
    assert_split("\"a\"b;c;d;e\nf;g;h;i\n", ';', "1:behind\n2:[f][g][h][i]\n3");
    assert_split("a;b;c;d;\"\"\na;b;c;d;\"x\"\n", ';', "1:[a][b][c][d]\n2:[a][b][c][d]extra\n3");
}

static uint32_t draw(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

/* Any text at all: both ways agree, as long as no quote stays open. */
static void both_ways_agree_on_any_text(void **state) {
    (void)state;
    static const char alphabet[] = "ab;;\"\"\n\r \tc\xC2\xA0";
    uint32_t seed = 3;
    for (int round = 0; round < 20000; round++) {
        char text[80];
        size_t len = draw(&seed) % sizeof text;
        for (size_t i = 0; i < len; i++)
            text[i] = alphabet[draw(&seed) % (sizeof alphabet - 1)];
        if (record_cut(text, len, ';').open)
            continue;
        struct buf fast = {0};
        struct buf judge = {0};
        split_all(text, len, ';', false, &fast);
        split_all(text, len, ';', true, &judge);
        assert_string_equal(fast.data, judge.data);
        buf_release(&fast);
        buf_release(&judge);
    }
}

/* A text of known cells in the making, what it must be split into, and the line that it is at. */
struct known {
    struct buf text;
    struct buf expected;
    unsigned line;
    bool quoted;
};

static void draw_cell(struct known *known, uint32_t *seed) {
    static const char alphabet[] = "abc;\"\n,0123456789";
    for (unsigned left = draw(seed) % 40; left > 0; left--) {
        char c = alphabet[draw(seed) % (sizeof alphabet - 1)];
        if (!known->quoted && (c == ';' || c == '"' || c == '\n'))
            continue;
        if (c == '"')
            buf_putc(&known->text, '"');
        buf_putc(&known->text, c);
        buf_putc(&known->expected, c);
        known->line += c == '\n';
    }
}

/* Between an x and a ! nothing is trimmed. */
static void draw_record(struct known *known, uint32_t *seed) {
    const char *quote = known->quoted ? "\"" : "";
    buf_printf(&known->expected, "%u:", known->line);
    for (unsigned field = 0; field < FIELDS; field++) {
        buf_printf(&known->text, "%s%sx", field > 0 ? ";" : "", quote);
        buf_puts(&known->expected, "[x");
        draw_cell(known, seed);
        buf_printf(&known->text, "!%s", quote);
        buf_puts(&known->expected, "!]");
    }
    buf_putc(&known->text, '\n');
    buf_putc(&known->expected, '\n');
    known->line++;
}

/* Cells that are known, written plainly and with every field quoted, give those cells in both ways. */
static void known_cells_come_back(void **state) {
    (void)state;
    uint32_t seed = 4;
    for (int round = 0; round < 3000; round++) {
        struct known known = {.line = 1, .quoted = round % 2};
        for (unsigned record = 0; record < 5; record++)
            draw_record(&known, &seed);
        buf_printf(&known.expected, "%u", known.line);
        for (int by_libcsv = 0; by_libcsv < 2; by_libcsv++) {
            struct buf out = {0};
            split_all(known.text.data, known.text.len, ';', by_libcsv, &out);
            assert_string_equal(out.data, known.expected.data);
            buf_release(&out);
        }
        buf_release(&known.text);
        buf_release(&known.expected);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_lines),
        cmocka_unit_test(short_and_long_records),
        cmocka_unit_test(blank_lines_are_skipped),
        cmocka_unit_test(quoted_fields),
        cmocka_unit_test(both_ways_agree_on_any_text),
        cmocka_unit_test(known_cells_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
