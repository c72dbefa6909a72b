/* measures.md 9: amounts per week and their classes. */
#include <stdio.h>

#include "tests/unit/support_dataset.h"

static void every_frequentie_comes_down_to_a_week(void **state) {
    (void)state;
    static const struct {
        const char *fields;
        const char *per_week; /* in uur */
    } cases[] = {
        {"volume=0.5 frequentie=dag", "3.500000"},                   /* 0.5 × 7 */
        {"volume=2.5 frequentie=week", "2.500000"},                  /* as it is */
        {"volume=10 frequentie=vier_weken", "2.500000"},             /* 10 / 4 */
        {"volume=13 frequentie=maand", "3.000000"},                  /* 13 × 12 / 52 */
        {"volume=104 frequentie=jaar", "2.000000"},                  /* 104 / 52 */
        {"volume=26 frequentie=totaal eind=2026-07-01", "1.000000"}, /* 182 days are 26 weeks */
        {"volume=26 frequentie=totaal eind=2026-12-31", "0.498630"}, /* 26 × 7 / 365 = 182 / 365 */
        {"volume=0.1 frequentie=jaar", "0.001923"},                  /* 0.1 / 52 = 0.00192307… */
        {"volume=90 frequentie=week eenheid=minuut", "1.500000"},    /* 90 / 60 */
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        struct region region;
        region_init(&region);
        char fields[SHOWN_SIZE];
        snprintf(fields, sizeof fields, "client=a product=NBU ingang=2026-01-01 %s", cases[n].fields);
        add_indication(&region, fields);
        region_compute(&region, "2026H1", 0);
        expect(&region, "omvang", "NBU", "mediaan", cases[n].per_week);
        region_release(&region);
    }
}

static void classes_have_their_bounds_on_the_right_side(void **state) {
    (void)state;
    static const struct {
        const char *product;
        const char *volume; /* per week */
        const char *klasse;
    } cases[] = {
        {"NBU", "0", "tot1"},         {"NBU", "1", "tot1"},           {"NBU", "1.001", "1tot3"},
        {"NBU", "3", "1tot3"},        {"NBU", "3.001", "3tot5"},      {"NBU", "4.999", "3tot5"},
        {"NBU", "5", "vanaf5"},       {"NBU", "40", "vanaf5"},        {"NDB", "0.999", "onder1"},
        {"NDB", "1", "1tot4"},        {"NDB", "4", "1tot4"},          {"NDB", "4.001", "4tot5"},
        {"NDB", "4.999", "4tot5"},    {"NDB", "5", "5tot9"},          {"NDB", "9", "5tot9"},
        {"NDB", "9.001", "boven9"},   {"NHO", "75", "tot75"},         {"NHO", "75.001", "75tot125"},
        {"NHO", "125", "75tot125"},   {"NHO", "125.001", "boven125"}, {"NBG", "60", "tot1"}, /* 60 minuten are 1 uur */
        {"NBG", "60.001", "1tot3"},   {"OHO", "1.25", "tot75"}, /* 1.25 uur are 75 minuten */
        {"OHO", "1.251", "75tot125"},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        struct region region;
        region_init(&region);
        char fields[SHOWN_SIZE];
        snprintf(fields, sizeof fields, "client=a ingang=2026-01-01 product=%s volume=%s", cases[n].product,
                 cases[n].volume);
        add_indication(&region, fields);
        region_compute(&region, "2026H1", 0);
        expect(&region, "omvang_klasse", cases[n].product, cases[n].klasse, "1");
        /* one class, in the region, gemeente, aanbieder and both, for the perceel and the product: never for all */
        assert_int_equal(figure_rows(&region, "omvang_klasse"), 4 * 2);
        region_release(&region);
    }
}

static void a_bound_is_met_exactly_after_conversion(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    /* 1 uur per week: 4 per vier weken; 52 per year; 13 / 3 per month is no number of thousandths */
    add_indication(&region, "client=a product=NBU ingang=2026-01-01 volume=4 frequentie=vier_weken");
    add_indication(&region, "client=b product=NBU ingang=2026-01-01 volume=52 frequentie=jaar");
    /* 17 days: 17 / 7 uur in all are 1 a week, which 2.429 exceeds and 2.428 does not */
    add_indication(&region, "client=c product=NBU ingang=2026-06-20 eind=2026-07-06 volume=2.428 frequentie=totaal");
    add_indication(&region, "client=d product=NBU ingang=2026-06-20 eind=2026-07-06 volume=2.429 frequentie=totaal");
    /* 14 days: 2 uur in all are 1 a week */
    add_indication(&region, "client=e product=NBU ingang=2026-06-20 eind=2026-07-03 volume=2 frequentie=totaal");
    region_compute(&region, "2026H1", 0);
    expect(&region, "omvang_klasse", "BG", "tot1", "4");
    expect(&region, "omvang_klasse", "BG", "1tot3", "1");
    region_release(&region);
}

static void only_what_is_active_and_can_be_expressed_counts(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=NDB ingang=2026-01-01 volume=2 eind=2026-06-30");   /* active on p */
    add_indication(&region, "client=b product=NDB ingang=2026-01-01 volume=3 eind=2026-06-29");   /* no longer */
    add_indication(&region, "client=c product=NDB ingang=2026-07-01 volume=3");                   /* not yet */
    add_indication(&region, "client=d product=NVV ingang=2026-01-01 volume=3");                   /* in stuks */
    add_indication(&region, "client=e product=NDB ingang=2026-01-01 volume=3 eenheid=uur");       /* does not convert */
    add_indication(&region, "client=f product=NDB ingang=2026-01-01 volume=3 frequentie=totaal"); /* without an end */
    add_indication(&region, "client=g product=NKV ingang=2026-01-01 volume=2");
    region_compute(&region, "2026H1", 0);
    expect(&region, "omvang", "DB", "aantal", "1");
    expect(&region, "omvang", "DB", "gemiddelde", "2.000000");
    expect(&region, "omvang", "NVV", "aantal", "-");
    expect(&region, "omvang", "KV", "mediaan", "2.000000"); /* etmalen have no classes */
    expect(&region, "omvang", "", "aantal", "-");
    assert_int_equal(figure_rows(&region, "omvang_klasse"), 4 * 2);
    region_release(&region);
}

static void mean_and_median_are_per_group(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=NBU ingang=2026-01-01 volume=1");
    add_indication(&region, "client=a product=NBU ingang=2026-01-01 volume=2");
    add_indication(&region, "client=b product=NBG ingang=2026-01-01 volume=300 aanbieder=A2"); /* 5 uur */
    region_compute(&region, "2026H1", 0);
    expect(&region, "omvang", "BG", "aantal", "3");
    expect(&region, "omvang", "BG", "gemiddelde", "2.666667"); /* (1 + 2 + 5) / 3 */
    expect(&region, "omvang", "BG", "mediaan", "2.000000");
    expect(&region, "omvang", "A1 BG", "mediaan", "1.500000");
    expect(&region, "omvang", "A2 NBG", "mediaan", "5.000000");
    region_release(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_frequentie_comes_down_to_a_week),
        cmocka_unit_test(classes_have_their_bounds_on_the_right_side),
        cmocka_unit_test(a_bound_is_met_exactly_after_conversion),
        cmocka_unit_test(only_what_is_active_and_can_be_expressed_counts),
        cmocka_unit_test(mean_and_median_are_per_group),
    };
    return cmocka_run_group_tests_name("omvang", tests, NULL, NULL);
}
