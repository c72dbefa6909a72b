/*
 * The workbooks of two small regions as text, against tests/golden: Voordorp with the shipped templates, Achterland
 * with dates, classes, sheets, words and rules of its own.  WMO_GOLDEN=bijwerken writes the expectations anew, to be
 * read in the diff.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "etl/link.h"
#include "etl/load.h"
#include "reports/book/book_text.h"
#include "reports/measures/engine.h"
#include "reports/sheets/books.h"
#include "tests/unit/support_files.h"

struct golden_region {
    struct settings settings;
    struct sheet_templates templates;
    struct dataset data;
    struct findings findings;
    struct sources sources;
    struct figures figures;
    struct disclosure disclosure;
    struct selection selection;
    struct books *books;
};

/* `own` may be NULL; everything must load. */
static void region_compute(struct golden_region *region, const char *input, const char *own, const char *period_name) {
    struct error err = {0};
    struct period period;
    enum load_result result;
    const struct load_options options = {.invoer = input, .instellingen = own, .templates = "templates", .threads = 1};
    *region = (struct golden_region){0};
    assert_true(period_parse(period_name, &period));
    if (!settings_load(&region->settings, own, "templates", &err) ||
        !sheet_templates_load(&region->templates, &region->settings.dirs, &err) ||
        !dataset_load(&region->data, &region->findings, &region->sources, &options, &result, &err))
        fail_msg("%s", err.message);
    dataset_link(&region->data, 1);
    figures_compute(&region->figures, &region->data, &region->settings, &period, 3, 1);
}

static void region_publish(struct golden_region *region) {
    disclosure_apply(&region->disclosure, &region->figures, 1);
    const struct books_input books = {
        .run = {&region->figures, &region->settings, &region->disclosure, &region->findings, &region->sources},
        .templates = &region->templates,
        .selection = &region->selection,
        .version = "0",
        .input_digest = "f00d",
    };
    region->books = books_new(&books);
}

static void region_open(struct golden_region *region, const char *input, const char *own, const char *period_name,
                        int64_t drempel) {
    region_compute(region, input, own, period_name);
    disclosure_init(&region->disclosure, drempel);
    region_publish(region);
}

static void region_close(struct golden_region *region) {
    books_free(region->books);
    figures_release(&region->figures);
    dataset_release(&region->data);
    findings_release(&region->findings);
    sources_release(&region->sources);
    sheet_templates_release(&region->templates);
    settings_release(&region->settings);
}

static void book_as_text(const struct golden_region *region, const char *path, struct buf *text) {
    for (size_t i = 0; i < books_count(region->books); i++) {
        if (strcmp(books_path(region->books, i), path) != 0)
            continue;
        struct book *book = books_build(books_context(region->books, i));
        book_text_write(book, text);
        book_free(book);
        return;
    }
    fail_msg("there is no book %s", path);
}

static bool updating(void) {
    const char *mode = getenv("WMO_GOLDEN");
    return mode && strcmp(mode, "bijwerken") == 0;
}

static void write_expected(const char *path, const struct buf *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text->data, 1, text->len, file), text->len);
    assert_int_equal(fclose(file), 0);
}

/* The line at which two texts part, for the message. */
static size_t first_difference(const char *a, const char *b) {
    size_t line = 1;
    for (; *a && *a == *b; a++, b++)
        line += *a == '\n';
    return line;
}

static void assert_golden(const struct golden_region *region, const char *book, const char *expected_path) {
    struct buf text = {0};
    book_as_text(region, book, &text);
    if (updating())
        write_expected(expected_path, &text);
    char *expected = file_text(expected_path);
    if (strcmp(expected, text.data) != 0)
        fail_msg("%s is not as %s, from line %zu on; WMO_GOLDEN=bijwerken shows the difference in git", book,
                 expected_path, first_difference(expected, text.data));
    free(expected);
    buf_release(&text);
}

static void assert_books(const struct golden_region *region, const char *const *paths) {
    size_t count = 0;
    for (; paths[count]; count++)
        assert_string_equal(books_path(region->books, count), paths[count]);
    assert_int_equal(books_count(region->books), count);
}

static void voordorp(void **state) {
    (void)state;
    static const char *const paths[] = {
        "regio.xlsx",
        "aanbieders/11111111-De Grote Zorg.xlsx",
        "aanbieders/22222222-De Middelste Zorg.xlsx",
        "aanbieders/33333333-De Kleine Zorg.xlsx",
        "aanbieders/44444444-De Oude Zorg.xlsx",
        "aanbieders/55555555-De Vijfde Zorg.xlsx",
        "gemeenten/0001-Voordorp.xlsx",
        "gemeenten/0002-Achterdorp.xlsx",
        NULL,
    };
    struct golden_region region;
    region_open(&region, "tests/golden/voordorp/invoer", NULL, "2026H1", 5);
    assert_books(&region, paths);
    assert_golden(&region, paths[0], "tests/golden/voordorp/regio.txt");
    assert_golden(&region, paths[1], "tests/golden/voordorp/aanbieder-groot.txt");
    assert_golden(&region, paths[3], "tests/golden/voordorp/aanbieder-klein.txt");
    assert_golden(&region, paths[6], "tests/golden/voordorp/gemeente.txt");
    region_close(&region);
}

/* Nothing of an aanbieder has a book, a sheet or a column. */
static void voordorp_in_public(void **state) {
    (void)state;
    static const char *const paths[] = {"regio.xlsx", "gemeenten/0001-Voordorp.xlsx", "gemeenten/0002-Achterdorp.xlsx",
                                        NULL};
    struct golden_region region;
    region_compute(&region, "tests/golden/voordorp/invoer", NULL, "2026H1");
    disclosure_init_openbaar(&region.disclosure, &region.settings);
    region_publish(&region);
    assert_books(&region, paths);
    assert_golden(&region, paths[0], "tests/golden/voordorp/openbaar-regio.txt");
    assert_golden(&region, paths[1], "tests/golden/voordorp/openbaar-gemeente.txt");
    region_close(&region);
}

static void achterland(void **state) {
    (void)state;
    static const char *const paths[] = {
        "regio.xlsx",
        "aanbieders/90000001-Samen Sterk.xlsx",
        "aanbieders/90000002-Thuis Best.xlsx",
        "gemeenten/9001-Veendam aan de Maas.xlsx",
        NULL,
    };
    struct golden_region region;
    region_open(&region, "tests/golden/achterland/invoer", "tests/golden/achterland/instellingen", "2024Q2", 0);
    assert_books(&region, paths);
    assert_int_equal(region.templates.looks.accent, 0x7A3E00);
    assert_golden(&region, paths[0], "tests/golden/achterland/regio.txt");
    assert_golden(&region, paths[1], "tests/golden/achterland/aanbieder.txt");
    assert_golden(&region, paths[3], "tests/golden/achterland/gemeente.txt");
    region_close(&region);
}

/* No text of another aanbieder reaches a book of one; the last sheet of each is Toelichting, which names none. */
static void an_aanbieder_sees_no_other(void **state) {
    (void)state;
    static const char *const secrets[] = {"22222222",       "De Middelste Zorg", "33333333",
                                          "De Kleine Zorg", "44444444",          "De Oude Zorg",
                                          "55555555",       "De Vijfde Zorg",    "B. Visser"};
    struct golden_region region;
    struct buf text = {0};
    region_open(&region, "tests/golden/voordorp/invoer", NULL, "2026H1", 0);
    book_as_text(&region, "aanbieders/11111111-De Grote Zorg.xlsx", &text);
    const char *words = text.data ? text.data : "";
    assert_non_null(strstr(words, "De Grote Zorg"));
    for (size_t i = 0; i < sizeof secrets / sizeof secrets[0]; i++)
        if (strstr(words, secrets[i]))
            fail_msg("the book of another aanbieder names %s", secrets[i]);
    buf_release(&text);
    region_close(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(voordorp),
        cmocka_unit_test(voordorp_in_public),
        cmocka_unit_test(achterland),
        cmocka_unit_test(an_aanbieder_sees_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
