/* What a workbook is made of in the small: values as shown, texts and their widths, names, colours, the size of a logo.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "reports/book/colour.h"
#include "reports/book/glyphs.h"
#include "reports/book/layout_parts.h"
#include "reports/book/png.h"
#include "reports/book/shown.h"

/* ---- values ---- */

static void assert_shown(struct cell cell, enum show column, const char *expected) {
    struct buf text = {0};
    buf_puts(&text, "");
    shown_put(&text, &cell, column);
    assert_string_equal(text.data, expected);
    buf_release(&text);
}

static void numbers_are_dutch(void **state) {
    (void)state;
    assert_shown(cell_count(0), SHOW_TEXT, "0");
    assert_shown(cell_count(999), SHOW_TEXT, "999");
    assert_shown(cell_count(1000), SHOW_TEXT, "1.000");
    assert_shown(cell_count(-1234567), SHOW_TEXT, "-1.234.567");
    assert_shown(cell_count(INT64_MAX), SHOW_TEXT, "9.223.372.036.854.775.807");
    assert_shown(cell_micros(1234567890), SHOW_EURO, "€ 1.235");
    assert_shown(cell_micros(-1234567890), SHOW_CENTS, "€ -1.234,57");
    assert_shown(cell_micros(123456), SHOW_PERCENT, "12,3%");
    assert_shown(cell_number(5, 2), SHOW_DECIMAL2, "0,05");
    assert_shown(cell_number(1234, 0), SHOW_DECIMAL, "1.234,0");
    assert_shown(cell_number(415, 1), SHOW_DAYS, "41,5");
}

static void numbers_are_rounded_half_away_from_zero(void **state) {
    (void)state;
    assert_shown(cell_number(5, 1), SHOW_COUNT, "1");        /* 0.5 */
    assert_shown(cell_number(-5, 1), SHOW_COUNT, "-1");      /* -0.5 */
    assert_shown(cell_number(49, 2), SHOW_COUNT, "0");       /* 0.49 */
    assert_shown(cell_number(-49, 2), SHOW_COUNT, "0");      /* never -0 */
    assert_shown(cell_micros(1500), SHOW_PERCENT, "0,2%");   /* 0.0015 = 0.15% */
    assert_shown(cell_micros(-1499), SHOW_PERCENT, "-0,1%"); /* -0.1499% */
    assert_shown(cell_micros(999950000), SHOW_DECIMAL, "1.000,0");
}

static void changes_have_a_sign(void **state) {
    (void)state;
    assert_shown(cell_change(cell_count(12)), SHOW_COUNT, "+12");
    assert_shown(cell_change(cell_count(-12)), SHOW_COUNT, "-12");
    assert_shown(cell_change(cell_count(0)), SHOW_COUNT, "0");
    assert_shown(cell_change(cell_micros(-21500)), SHOW_POINTS, "-2,2 pp"); /* -0.0215 = -2.15 points */
    assert_shown(cell_change(cell_micros(400000000)), SHOW_EURO, "€ +400");
}

static void a_cell_goes_before_its_column(void **state) {
    (void)state;
    assert_shown(cell_count(3), SHOW_PERCENT, "3");
    assert_shown(cell_shown(cell_micros(500000), SHOW_PERCENT), SHOW_EURO, "50,0%");
}

static void other_cells_are_words(void **state) {
    (void)state;
    assert_shown(cell_date(date_from_civil(2026, 6, 30)), SHOW_COUNT, "30-06-2026");
    assert_shown(cell_date(DATE_NONE), SHOW_DATE, "");
    assert_shown(cell_date(DATE_OPEN), SHOW_DATE, "");
    assert_shown(cell_month(2026, 3), SHOW_DATE, "mrt 2026");
    assert_shown(cell_withheld("<5"), SHOW_COUNT, "<5");
    assert_shown(cell_unknown(), SHOW_COUNT, "–");
    assert_shown(cell_empty(), SHOW_COUNT, "");
    assert_shown(cell_text(""), SHOW_TEXT, "");
    assert_shown(cell_signal(TONE_BAD, "buiten de norm"), SHOW_TEXT, "■ buiten de norm");
}

static void each_tone_has_a_mark_of_its_own(void **state) {
    (void)state;
    for (int a = TONE_NEUTRAL; a <= TONE_BAD; a++)
        for (int b = a + 1; b <= TONE_BAD; b++)
            assert_string_not_equal(shown_mark((enum tone)a), shown_mark((enum tone)b));
}

/* ---- texts ---- */

static void assert_cleaned(const char *text, const char *expected) {
    struct buf clean = {0};
    buf_puts(&clean, "");
    glyphs_clean(&clean, text);
    assert_string_equal(clean.data, expected);
    buf_release(&clean);
}

static void foreign_texts_are_cleaned(void **state) {
    (void)state;
    assert_cleaned("Cliënt € 𝄞 – ok", "Cliënt € 𝄞 – ok");
    assert_cleaned("a\tb\nc\x7F", "a b c ");
    assert_cleaned("\xC2\x85x", " x");                                        /* a control character of Latin-1 */
    assert_cleaned("\xE9n", "\xEF\xBF\xBDn");                                 /* é of Windows-1252 */
    assert_cleaned("\xC3", "\xEF\xBF\xBD");                                   /* half a character */
    assert_cleaned("\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");                   /* overlong / */
    assert_cleaned("\xED\xA0\x80!", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD!"); /* a surrogate */
    assert_cleaned("\xEF\xBF\xBF", "\xEF\xBF\xBD");                           /* U+FFFF, which XML cannot hold */
}

static void prefixes_count_as_excel_does(void **state) {
    (void)state;
    assert_int_equal(glyphs_prefix("abc", 2), 2);
    assert_int_equal(glyphs_prefix("éé", 1), 2);
    assert_int_equal(glyphs_prefix("𝄞a", 1), 0); /* counts double */
    assert_int_equal(glyphs_prefix("𝄞a", 3), 5);
    assert_int_equal(glyphs_prefix("abc", 9), 3);
}

static void widths_are_those_of_calibri(void **state) {
    (void)state;
    const struct font plain = {10, false};
    const struct font bold = {10, true};
    /* A digit is 0.507 of the size: 4 × 0.507 × 10 points × 96 / 72 = 27.04 pixels; bold 4% more: 28.12. */
    assert_int_equal(glyphs_width("2026", plain), 28);
    assert_int_equal(glyphs_width("2026", bold), 29);
    assert_int_equal(glyphs_width("", plain), 0);
    /* "ii" is 2 × 0.229: 6.1 pixels, "mm" 2 × 0.799: 21.3. */
    assert_int_equal(glyphs_widest_word("ii mm ii", plain), 22);
}

static void lines_break_at_spaces(void **state) {
    (void)state;
    const struct font font = {10, false};
    /* "mm" takes 21.3 pixels, "mm mm" 21.3 × 2 + 3.0 = 45.6. */
    assert_int_equal(glyphs_lines("mm mm mm", font, 100), 1);
    assert_int_equal(glyphs_lines("mm mm mm", font, 46), 2);
    assert_int_equal(glyphs_lines("mm mm mm", font, 45), 3);
    assert_int_equal(glyphs_lines("mmmmmm", font, 30), 3); /* 63.9 pixels without a space */
    assert_int_equal(glyphs_lines("", font, 30), 1);
}

/* ---- names ---- */

struct named {
    const char *wanted;
    const char *given;
};

static void assert_names(const char *(*name)(struct arena *, const char *, const char *const *, size_t),
                         const struct named *rows, size_t count) {
    struct arena arena;
    arena_init(&arena);
    const char *taken[32];
    for (size_t i = 0; i < count; i++) {
        taken[i] = name(&arena, rows[i].wanted, taken, i);
        assert_string_equal(taken[i], rows[i].given);
    }
    arena_release(&arena);
}

static void sheet_names_are_safe_and_unique(void **state) {
    (void)state;
    static const struct named rows[] = {
        {"Benutting", "Benutting"},
        {"benutting", "benutting (2)"}, /* Excel ignores case */
        {"[a]:b*c?d/e\\f#g", "-a--b-c-d-e-f-g"},
        {"'s-Hertogenbosch", "’s-Hertogenbosch"},
        {"Een naam die langer is dan Excel toestaat", "Een naam die langer is dan Exce"},
        {"Een naam die langer is dan Exce!", "Een naam die langer is dan  (2)"},
        {"Cliënten en indicaties, nog meer", "Cliënten en indicaties, nog mee"},
        {"", "Blad"},
        {"2026", "Blad 2026"}, /* else a reference to it reads as a number */
        {"AB12", "Blad AB12"}, /* or as a cell */
        {"r1c1", "Blad r1c1"},
        {"true", "Blad true"},
        {"Signalen2", "Signalen2"},
        {"Één", "Één"},
        {"1 januari", "1 januari"},
    };
    assert_names(names_sheet, rows, sizeof rows / sizeof rows[0]);
}

static void table_names_are_safe_and_unique(void **state) {
    (void)state;
    static const struct named rows[] = {
        {"Benutting_product", "Benutting_product"},
        {"benutting_product", "benutting_product_2"},
        {"per product", "per_product"},
        {"R1C1", "Tabel_R1C1"},
        {"2026H1", "Tabel_2026H1"},
        {"", "Tabel_"},
    };
    assert_names(names_table, rows, sizeof rows / sizeof rows[0]);
}

static void headers_are_unique(void **state) {
    (void)state;
    static const struct named rows[] = {
        {"2026H1", "2026H1"}, {"2026h1", "2026h1 (2)"}, {"", "Kolom"}, {"", "Kolom (2)"}};
    assert_names(names_header, rows, sizeof rows / sizeof rows[0]);
}

static void escapes_of_the_file_format_are_escaped(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(names_escaped(&arena, "a_x0041_b"), "a_x005F_x0041_b");
    assert_string_equal(names_escaped(&arena, "_x004_ _x00410"), "_x004_ _x00410");
    arena_release(&arena);
}

static void cells_are_named_as_in_a_spreadsheet(void **state) {
    (void)state;
    static const struct {
        uint32_t row;
        uint16_t column;
        const char *name;
    } rows[] = {{0, 0, "A1"}, {9, 25, "Z10"}, {98, 26, "AA99"}, {0, 701, "ZZ1"}, {1048575, 16383, "XFD1048576"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char name[16];
        layout_cell_name(rows[i].row, rows[i].column, name);
        assert_string_equal(name, rows[i].name);
    }
}

/* ---- colours and logo ---- */

static void colours_can_be_read(void **state) {
    (void)state;
    assert_int_equal(colour_mix(0xFF0000, 0x0000FF, 25), 0x4000BF); /* 63.75 and 191.25 */
    assert_true(colour_contrast(0x000000, 0xFFFFFF) > 20.99);
    assert_true(colour_contrast(0x777777, 0xFFFFFF) < 4.5 &&
                colour_contrast(0x767676, 0xFFFFFF) > 4.5); /* WCAG's own */
    assert_int_equal(colour_readable(0x1F4E79), 0x1F4E79);
    static const uint32_t accents[] = {0xFFFFFF, 0xFFD400, 0x00C2A8, 0xFF0000, 0x808080};
    for (size_t i = 0; i < sizeof accents / sizeof accents[0]; i++)
        assert_true(colour_contrast(colour_readable(accents[i]), 0xFFFFFF) >= 4.5);
}

static void write_file(const char *path, const void *bytes, size_t len) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* Black and white, 4 × 2 points at 7559 per metre (192 per inch) across and 3780 (96) down: 2 × 2 pixels. */
static const unsigned char png[] = "\x89PNG\r\n\x1A\n"
                                   "\0\0\0\x0DIHDR\0\0\0\4\0\0\0\2\1\0\0\0\0W\xD3@\xCE"
                                   "\0\0\0\x09pHYs\0\0\x1D\x87\0\0\x0E\xC4\1J\xD1\xF0\x8A"
                                   "\0\0\0\x0CIDATx\xDA\x63\xF8\xC0\xF0\1\0\3\xC4\1\xE1\x0Du\xA3]"
                                   "\0\0\0\0IEND\xAE\x42`\x82";

static void assert_no_logo(const char *path, const void *bytes, size_t len) {
    struct error err = {""};
    struct png_size size;
    char expected[120];
    write_file(path, bytes, len);
    assert_false(png_read_size(path, &size, &err));
    snprintf(expected, sizeof expected, "Het logo %s is geen heel PNG-bestand; verwacht een PNG van hoogstens 4 MB.",
             path);
    assert_string_equal(err.message, expected);
}

static void a_logo_has_the_size_it_shows(void **state) {
    (void)state;
    char path[] = "/tmp/wmo-mi-logo-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    write_file(path, png, sizeof png - 1);
    struct error err = {""};
    struct png_size size;
    assert_true(png_read_size(path, &size, &err));
    assert_true(size.width > 1.99 && size.width < 2.01 && size.height > 1.99 && size.height < 2.01);

    assert_no_logo(path, "GIF89a", 6);
    for (size_t len = 0; len < sizeof png - 1; len++) /* cut off anywhere */
        assert_no_logo(path, png, len);
    for (size_t i = 0; i < sizeof png - 1; i++) { /* a byte damaged anywhere */
        unsigned char damaged[sizeof png];
        memcpy(damaged, png, sizeof png);
        damaged[i] ^= 0x20;
        assert_no_logo(path, damaged, sizeof png - 1);
    }
    unlink(path);
    assert_false(png_read_size(path, &size, &err));
    char expected[100];
    snprintf(expected, sizeof expected, "Het logo %s kan niet worden gelezen: bestaat niet", path);
    assert_string_equal(err.message, expected);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_dutch),
        cmocka_unit_test(numbers_are_rounded_half_away_from_zero),
        cmocka_unit_test(changes_have_a_sign),
        cmocka_unit_test(a_cell_goes_before_its_column),
        cmocka_unit_test(other_cells_are_words),
        cmocka_unit_test(each_tone_has_a_mark_of_its_own),
        cmocka_unit_test(foreign_texts_are_cleaned),
        cmocka_unit_test(prefixes_count_as_excel_does),
        cmocka_unit_test(widths_are_those_of_calibri),
        cmocka_unit_test(lines_break_at_spaces),
        cmocka_unit_test(sheet_names_are_safe_and_unique),
        cmocka_unit_test(table_names_are_safe_and_unique),
        cmocka_unit_test(headers_are_unique),
        cmocka_unit_test(escapes_of_the_file_format_are_escaped),
        cmocka_unit_test(cells_are_named_as_in_a_spreadsheet),
        cmocka_unit_test(colours_can_be_read),
        cmocka_unit_test(a_logo_has_the_size_it_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
