/*
 * Disclosure and export, on figures made by hand: what is withheld, and every byte of the rows.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "etl/base/mem.h"
#include "reports/disclosure.h"
#include "reports/export.h"
#include "reports/measures/registry.h"
#include "reports/selection.h"
#include "reports/write.h"
#include "tests/unit/support_dataset.h"
#include "tests/unit/support_files.h"

enum { MILLION = 1000000 };

/* In the order of region_init: gemeenten 0388, 0405, 0420; aanbieders A1 … A5. */
static const struct group region = {0};
static const struct group hoorn = {.gemeente = 2};
static const struct group a1_hoorn = {.organisatie = 1, .gemeente = 2};
static const struct group enkhuizen_bg = {.gemeente = 1, .perceel = PERCEEL_BG + 1};
static const struct group enkhuizen = {.gemeente = 1};

static struct figures figures_new(const struct region *r, size_t periods) {
    static const char *const names[] = {"2025H2", "2026H1"};
    struct figures figures = {.data = &r->data, .periods = periods};
    intern_add(&figures.uitsplitsingen, slice_of(""));
    figures.period = mem_calloc(periods, sizeof *figures.period);
    for (size_t p = 0; p < periods; p++) {
        assert_true(period_parse(names[p], &figures.period[p].period));
        figures.period[p].measure = mem_calloc(measure_count, sizeof *figures.period[p].measure);
    }
    return figures;
}

/* Adds a figure behind those of its measure; the caller keeps to the order of the export. */
static struct figure *add(struct figures *figures, size_t period, const char *maat, const char *uitsplitsing,
                          struct group group) {
    struct measure_figures *list = &figures->period[period].measure[measure_find(maat)];
    if ((list->count & (list->count - 1)) == 0) /* full when it holds 0, 1, 2, 4, 8, … */
        list->figure = mem_realloc(list->figure, list->count > 0 ? 2 * list->count : 1, sizeof *list->figure);
    struct figure *figure = &list->figure[list->count++];
    *figure = (struct figure){.group = group};
    figure->uitsplitsing = (uint16_t)intern_add(&figures->uitsplitsingen, slice_of(uitsplitsing));
    figures->period[period].count++;
    return figure;
}

static void add_count(struct figures *figures, const char *maat, struct group group, int64_t count) {
    struct figure *figure = add(figures, figures->periods - 1, maat, "", group);
    figure_set(figure, 0, (exact_t)count * MILLION);
    figure->whole = 1;
}

static void add_value(struct figures *figures, const char *maat, const char *uitsplitsing, struct group group,
                      int64_t micros, uint32_t clients) {
    struct figure *figure = add(figures, figures->periods - 1, maat, uitsplitsing, group);
    figure_set(figure, 0, micros);
    figure->clients = clients;
}

/* A ratio of counts. */
static void add_ratio(struct figures *figures, const char *maat, struct group group, int64_t teller, int64_t noemer,
                      uint32_t clients) {
    struct figure *figure = add(figures, figures->periods - 1, maat, "", group);
    figure_set(figure, 0, exact_ratio_micros(teller, noemer));
    figure_set(figure, 1, (exact_t)teller * MILLION);
    figure_set(figure, 2, (exact_t)noemer * MILLION);
    figure->ratio = 1;
    figure->whole = 6;
    figure->clients = clients;
}

static char *exported(struct figures *figures, int64_t drempel, const struct selection *selection, unsigned threads) {
    struct disclosure disclosure;
    struct export_result result;
    struct scratch scratch;
    struct error err = {0};
    disclosure_init(&disclosure, drempel);
    disclosure_apply(&disclosure, figures, threads);
    scratch_make(&scratch);
    const char *path = scratch_path(&scratch, "cijfers.csv");
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (!export_begin(fd, path, &result, &err) ||
        !export_figures(figures, &disclosure, selection, threads, fd, path, &result, &err))
        fail_msg("%s", err.message);
    close(fd);
    char *text = file_text(path);
    scratch_remove(&scratch);
    return text;
}

#define HEADER "periode;maat;aanbiedercode;gemeentecode;perceel;productcode;uitsplitsing;waarde;teller;noemer\n"

static void assert_export(struct figures *figures, int64_t drempel, const char *rows) {
    struct selection all = {0};
    char *text = exported(figures, drempel, &all, 1);
    assert_memory_equal(text, HEADER, strlen(HEADER));
    assert_string_equal(text + strlen(HEADER), rows);
    free(text);
}

static void rows_are_as_in_section_11(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    struct figures figures = figures_new(&r, 2);
    struct figure *old = add(&figures, 0, "clienten_eind", "", region);
    figure_set(old, 0, 12 * (exact_t)MILLION);
    old->whole = 1;
    struct group product = {.organisatie = 1, .gemeente = 2, .perceel = PERCEEL_BG + 1, .product = 1}; /* NBG */
    add_value(&figures, "bedrag_gedeclareerd", "", region, -1, 9);           /* a millionth less than nothing */
    add_value(&figures, "bedrag_gedeclareerd", "", a1_hoorn, 1234567890, 9); /* 1234,56789 */
    add_value(&figures, "volume_geindiceerd", "", product, 0, 9);
    add_ratio(&figures, "uitval", hoorn, 1, 3, 9);
    add_value(&figures, "wachtend", "mediaan", region, 10500000, 9);
    /* 2^63 millionths do not fit: whole ones are kept. */
    struct figure *large = add(&figures, 1, "declaratiebedrag", "wees", region);
    figure_set(large, 0, (exact_t)INT64_MAX * MILLION);
    assert_export(&figures, 0,
                  "2025H2;clienten_eind;;;;;;12;;\n"
                  "2026H1;bedrag_gedeclareerd;;;;;;-0.000001;;\n"
                  "2026H1;bedrag_gedeclareerd;A1;0405;;;;1234.567890;;\n"
                  "2026H1;declaratiebedrag;;;;;wees;9223372036854775807.000000;;\n"
                  "2026H1;uitval;;0405;;;;0.333333;1;3\n"
                  "2026H1;volume_geindiceerd;A1;0405;BG;NBG;;0.000000;;\n"
                  "2026H1;wachtend;;;;;mediaan;10.500000;;\n");
    figures_release(&figures);
    region_release(&r);
}

/* ---- disclosure: threshold 5, a figure on each side of every boundary ---- */

static void counts_go_by_their_own_value(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    struct figures figures = figures_new(&r, 1);
    add_count(&figures, "clienten_eind", region, 5);
    add_count(&figures, "clienten_eind", hoorn, 4);
    add_count(&figures, "clienten_eind", a1_hoorn, 1);
    assert_export(&figures, 5,
                  "2025H2;clienten_eind;;;;;;5;;\n"
                  "2025H2;clienten_eind;;0405;;;;<5;;\n"
                  "2025H2;clienten_eind;A1;0405;;;;<5;;\n");
    assert_export(&figures, 2,
                  "2025H2;clienten_eind;;;;;;5;;\n"
                  "2025H2;clienten_eind;;0405;;;;4;;\n"
                  "2025H2;clienten_eind;A1;0405;;;;<2;;\n");
    assert_export(&figures, 1,
                  "2025H2;clienten_eind;;;;;;5;;\n"
                  "2025H2;clienten_eind;;0405;;;;4;;\n"
                  "2025H2;clienten_eind;A1;0405;;;;1;;\n");
    figures_release(&figures);
    region_release(&r);
}

static void all_else_goes_by_its_clients(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    struct figures figures = figures_new(&r, 1);
    add_value(&figures, "bedrag_gedeclareerd", "", region, MILLION, 5);
    add_value(&figures, "bedrag_gedeclareerd", "", hoorn, 99 * (int64_t)MILLION, 4);
    add_value(&figures, "oud_na_termijn", "", region, MILLION, 0); /* nobody's: nothing to withhold */
    add_ratio(&figures, "uitval", region, 0, 7, 5);
    add_ratio(&figures, "uitval", hoorn, 0, 7, 1);
    add_count(&figures, "wachtend", region, 4); /* the aantal of a measure in days is a count */
    assert_export(&figures, 5,
                  "2025H2;bedrag_gedeclareerd;;;;;;1.000000;;\n"
                  "2025H2;bedrag_gedeclareerd;;0405;;;;x;;\n"
                  "2025H2;oud_na_termijn;;;;;;1.000000;;\n"
                  "2025H2;uitval;;;;;;0.000000;0;7\n"
                  "2025H2;uitval;;0405;;;;x;;\n"
                  "2025H2;wachtend;;;;;;<5;;\n");
    figures_release(&figures);
    region_release(&r);
}

static void some_are_never_withheld(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    struct figures figures = figures_new(&r, 1);
    add_count(&figures, "mi_ontbreekt", a1_hoorn, 1);
    add_count(&figures, "signalen", hoorn, 2);
    add_value(&figures, "voorveld_pad_laag", "", hoorn, 100000, 1);
    assert_export(&figures, 5,
                  "2025H2;mi_ontbreekt;A1;0405;;;;1;;\n"
                  "2025H2;signalen;;0405;;;;2;;\n"
                  "2025H2;voorveld_pad_laag;;0405;;;;0.100000;;\n");
    figures_release(&figures);
    region_release(&r);
}

static void prognose_and_status_go_with_the_shift(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    struct figures figures = figures_new(&r, 1);
    add_value(&figures, "voorveld_prognose", "", region, 400000, 0);
    add_value(&figures, "voorveld_prognose", "", hoorn, 400000, 0);
    add_count(&figures, "voorveld_status", region, 1);
    add_count(&figures, "voorveld_status", hoorn, 1);
    add_ratio(&figures, "voorveld_verschuiving", region, 2, 10, 5);
    add_ratio(&figures, "voorveld_verschuiving", hoorn, 1, 4, 4);
    assert_export(&figures, 5,
                  "2025H2;voorveld_prognose;;;;;;0.400000;;\n"
                  "2025H2;voorveld_prognose;;0405;;;;x;;\n"
                  "2025H2;voorveld_status;;;;;;1;;\n"
                  "2025H2;voorveld_status;;0405;;;;x;;\n"
                  "2025H2;voorveld_verschuiving;;;;;;0.200000;2;10\n"
                  "2025H2;voorveld_verschuiving;;0405;;;;x;;\n");
    figures_release(&figures);
    region_release(&r);
}

/* Enkhuizen gave 3 for BG and has nobody in DB, Hoorn was measured. */
static void a_given_nulmeting_is_shown(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_nulmeting(&r, "gemeente=0388 perceel=BG aantal=3");
    struct figures figures = figures_new(&r, 1);
    add_count(&figures, "voorveld_nulmeting", region, 4);
    add_count(&figures, "voorveld_nulmeting", enkhuizen, 3);
    add_count(&figures, "voorveld_nulmeting", enkhuizen_bg, 3);
    add_count(&figures, "voorveld_nulmeting", hoorn, 1);
    add_count(&figures, "voorveld_nulmeting", (struct group){.gemeente = 2, .perceel = PERCEEL_BG + 1}, 1);
    assert_export(&figures, 5,
                  "2025H2;voorveld_nulmeting;;;;;;<5;;\n"
                  "2025H2;voorveld_nulmeting;;0388;;;;3;;\n"
                  "2025H2;voorveld_nulmeting;;0388;BG;;;3;;\n"
                  "2025H2;voorveld_nulmeting;;0405;;;;<5;;\n"
                  "2025H2;voorveld_nulmeting;;0405;BG;;;<5;;\n");
    figures_release(&figures);
    region_release(&r);
}

static void statements_in_clients_go_as_counts(void **state) {
    (void)state;
    struct indicator indicatoren[] = {{.code = "klachten", .eenheid = "aantal"},
                                      {.code = "wachtenden", .eenheid = "clienten"}};
    struct region r;
    region_init(&r);
    r.data.indicatoren.data = indicatoren;
    r.data.indicatoren.len = 2;
    struct figures figures = figures_new(&r, 1);
    struct group a1 = {.organisatie = 1};
    add_value(&figures, "mi", "klachten", a1, 2 * MILLION, 0);
    add_value(&figures, "mi", "wachtenden", a1, 4 * MILLION, 0);
    assert_export(&figures, 5,
                  "2025H2;mi;A1;;;;klachten;2.000000;;\n"
                  "2025H2;mi;A1;;;;wachtenden;<5;;\n");
    const struct figure *waiting = &figures.period[0].measure[measure_find("mi")].figure[1];
    assert_true(disclosure_own((size_t)measure_find("mi"), waiting, 1));
    assert_false(disclosure_own((size_t)measure_find("mi"), waiting, 2));
    figures_release(&figures);
    region_release(&r);
}

/* ---- selection ---- */

static void selection_keeps_rows_that_name_it(void **state) {
    (void)state;
    static const char *const aanbieders[] = {"A5"}; /* belongs to A1 */
    static const char *const gemeenten[] = {"0388"};
    struct region r;
    struct selection selection;
    struct error err = {0};
    region_init(&r);
    struct figures figures = figures_new(&r, 1);
    add_count(&figures, "clienten_eind", region, 30);
    add_count(&figures, "clienten_eind", enkhuizen, 10);
    add_count(&figures, "clienten_eind", hoorn, 20);
    add_count(&figures, "clienten_eind", a1_hoorn, 6);
    add_count(&figures, "clienten_eind", (struct group){.organisatie = 2, .gemeente = 1}, 7);
    add_count(&figures, "clienten_eind", (struct group){.organisatie = 2, .gemeente = 2}, 8);
    assert_true(selection_make(&selection, &r.data, aanbieders, 1, gemeenten, 1, &err));
    char *text = exported(&figures, 5, &selection, 1);
    assert_string_equal(text, HEADER "2025H2;clienten_eind;;0388;;;;10;;\n"
                                     "2025H2;clienten_eind;A1;0405;;;;6;;\n"
                                     "2025H2;clienten_eind;A2;0388;;;;7;;\n");
    free(text);
    selection_release(&selection);
    figures_release(&figures);
    region_release(&r);
}

static void unknown_code_is_named(void **state) {
    (void)state;
    static const char *const wrong[] = {"9999"};
    struct region r;
    struct selection selection;
    struct error err = {0};
    region_init(&r);
    assert_false(selection_make(&selection, &r.data, wrong, 1, NULL, 0, &err));
    assert_string_equal(err.message, "--aanbieder 9999: deze aanbiedercode staat niet in de tabel aanbieders");
    selection_release(&selection);
    assert_false(selection_make(&selection, &r.data, NULL, 0, wrong, 1, &err));
    assert_string_equal(err.message, "--gemeente 9999: deze gemeentecode staat niet in de tabel gemeenten");
    selection_release(&selection);
    region_release(&r);
}

/* ---- pieces, threads and trouble ---- */

/* 50,000 rows: several pieces, of which each thread writes some. */
static void many_rows(struct figures *figures) {
    for (unsigned i = 0; i < 50000; i++) {
        char uitsplitsing[16];
        snprintf(uitsplitsing, sizeof uitsplitsing, "u%05u", i);
        add_value(figures, "declaratiebedrag", uitsplitsing, region, (int64_t)i * 1000001, 9);
    }
}

static void bytes_do_not_depend_on_threads(void **state) {
    (void)state;
    struct region r;
    struct selection all = {0};
    region_init(&r);
    struct figures figures = figures_new(&r, 1);
    many_rows(&figures);
    char *one = exported(&figures, 5, &all, 1);
    char *four = exported(&figures, 5, &all, 4);
    assert_string_equal(one, four);
    const char *last = one + strlen(one) - strlen("2025H2;declaratiebedrag;;;;;u49999;49999.049999;;\n");
    assert_string_equal(last, "2025H2;declaratiebedrag;;;;;u49999;49999.049999;;\n");
    free(one);
    free(four);
    figures_release(&figures);
    region_release(&r);
}

static void full_disk_is_named(void **state) {
    (void)state;
    struct region r;
    struct selection all = {0};
    struct disclosure disclosure;
    struct export_result result;
    struct error err = {0};
    region_init(&r);
    struct figures figures = figures_new(&r, 1);
    many_rows(&figures);
    disclosure_init(&disclosure, 5);
    int fd = open("/dev/full", O_WRONLY);
    assert_false(export_begin(fd, "cijfers.csv", &result, &err) &&
                 export_figures(&figures, &disclosure, &all, 2, fd, "cijfers.csv", &result, &err));
    assert_string_equal(err.message, "cijfers.csv kan niet worden geschreven: de schijf is vol");
    close(fd);
    figures_release(&figures);
    region_release(&r);
}

/* What cannot be given to the disk early is left as it is, and no descriptor stays open. */
static void early_syncing_changes_nothing(void **state) {
    (void)state;
    static const char text[] = "vijf\n";
    enum { LEN = sizeof text - 1 };
    char read_back[16];
    int ends[2];
    struct error err;
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(pipe(ends), 0);
    assert_true(write_all(ends[1], text, LEN, "pijp", &err));
    int next = dup(ends[0]);
    close(next);
    write_start_sync(ends[1], LEN);
    assert_int_equal(dup(ends[0]), next);
    close(next);
    assert_int_equal(read(ends[0], read_back, sizeof read_back), LEN);
    assert_true(write_all(fileno(file), text, LEN, "bestand", &err));
    write_start_sync(fileno(file), LEN);
    write_start_sync(fileno(file), LEN + 1); /* more than was written */
    assert_true(write_all(fileno(file), text, LEN, "bestand", &err));
    assert_int_equal(fsync(fileno(file)), 0);
    assert_int_equal(pread(fileno(file), read_back, sizeof read_back, 0), 2 * LEN);
    assert_memory_equal(read_back, "vijf\nvijf\n", 2 * LEN);
    close(ends[0]);
    close(ends[1]);
    fclose(file);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_as_in_section_11),
        cmocka_unit_test(counts_go_by_their_own_value),
        cmocka_unit_test(all_else_goes_by_its_clients),
        cmocka_unit_test(some_are_never_withheld),
        cmocka_unit_test(prognose_and_status_go_with_the_shift),
        cmocka_unit_test(a_given_nulmeting_is_shown),
        cmocka_unit_test(statements_in_clients_go_as_counts),
        cmocka_unit_test(selection_keeps_rows_that_name_it),
        cmocka_unit_test(unknown_code_is_named),
        cmocka_unit_test(bytes_do_not_depend_on_threads),
        cmocka_unit_test(full_disk_is_named),
        cmocka_unit_test(early_syncing_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
