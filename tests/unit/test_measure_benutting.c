/* Indicated volume and amount, benutting and its classes, budget and jaarmaximum: measures.md 3. */
#include <stdio.h>

#include "tests/unit/support_dataset.h"

static void indicated_by_frequentie(void **state) {
    (void)state;
    /* volume 60 on NBG (minuut); active days in 2024H1: 2024-02-15 … 2024-03-31 = 15 + 31 = 46 (leap year) */
    static const struct {
        const char *fields;
        const char *volume;
    } rows[] = {
        {"frequentie=dag", "2760.000000"},               /* 60 × 46 */
        {"frequentie=week", "394.285714"},               /* 60 × 46 / 7 */
        {"frequentie=vier_weken", "98.571429"},          /* 60 × 46 / 28 */
        {"frequentie=maand", "91.034483"},               /* 60 × (15 / 29 + 31 / 31) */
        {"frequentie=jaar", "7.540984"},                 /* 60 × 46 / 366 */
        {"frequentie=totaal", "60.000000"},              /* 60 × 46 / 46 */
        {"frequentie=week eenheid=uur", "23657.142857"}, /* 60 × 60 × 46 / 7 */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct region r;
        char fields[200];
        region_init(&r);
        snprintf(fields, sizeof fields, "client=jan ingang=2024-02-15 eind=2024-03-31 %s", rows[i].fields);
        add_indication(&r, fields);
        region_compute(&r, "2024H1", 0);
        expect(&r, "volume_geindiceerd", "NBG", "", rows[i].volume);
        expect(&r, "volume_geindiceerd", "BG", "", "-"); /* only for groups with a product */
        region_release(&r);
    }
}

static void a_year_that_turns(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_indication(&r, "client=jan ingang=2023-12-01 eind=2024-01-31 frequentie=jaar volume=366");
    region_compute(&r, "2024", 1);
    expect(&r, "volume_geindiceerd", "NBG", "", "31.000000"); /* 366 × 31 / 366 */
    region_release(&r);
    region_init(&r);
    add_indication(&r, "client=jan ingang=2023-12-01 eind=2024-01-31 frequentie=jaar volume=365");
    region_compute(&r, "2023", 0);
    expect(&r, "volume_geindiceerd", "NBG", "", "31.000000"); /* 365 × 31 / 365 */
    region_release(&r);
}

static void no_indicated_volume(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_indication(&r, "client=jan ingang=2026-01-01 frequentie=totaal"); /* totaal without einddatum */
    add_indication(&r, "client=piet ingang=2026-01-01 eenheid=stuks");    /* does not convert */
    add_line(&r, "toewijzing=2 begin=2026-01-01 eind=2026-01-31 eenheid=minuut volume=12 bedrag=10.00");
    region_compute(&r, "2026H1", 0);
    expect(&r, "volume_geindiceerd", "NBG", "", "-");
    expect(&r, "volume_gedeclareerd", "NBG", "", "12.000000");
    expect(&r, "benutting_volume", "NBG", "", "-");
    expect(&r, "bedrag_gedeclareerd", "NBG", "", "10.000000");
    expect(&r, "kosten_per_client", "NBG", "", "5.000000 = 10.000000/2");
    region_release(&r);
}

static void volumes_of_lines(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_indication(&r, "client=jan ingang=2025-01-01 volume=70");
    add_line(&r, "toewijzing=1 begin=2025-12-18 eind=2026-01-14 volume=28 bedrag=56.00");           /* 14 of 28 days */
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 volume=2 eenheid=uur bedrag=1.00"); /* 120 minuten */
    add_line(&r, "toewijzing=1 begin=2026-03-01 eind=2026-03-31 volume=20 credit=ja bedrag=2.00");
    add_line(&r, "toewijzing=1 begin=2026-04-01 eind=2026-04-30 volume=9 eenheid=stuks bedrag=3.00");
    region_compute(&r, "2026H1", 0);
    expect(&r, "volume_gedeclareerd", "NBG", "", "114.000000"); /* 14 + 120 − 20 */
    expect(&r, "bedrag_gedeclareerd", "NBG", "", "30.000000");  /* 28 + 1 − 2 + 3 */
    /* indicated 70 × 181 / 7 = 1810 */
    expect(&r, "benutting_volume", "NBG", "", "0.062983 = 114.000000/1810.000000");
    expect(&r, "maand_gedeclareerd", "", "2026-01", "28.000000");
    expect(&r, "maand_gedeclareerd", "", "2026-03", "-2.000000");
    expect(&r, "maand_gedeclareerd", "", "2026-05", "-");
    region_release(&r);
}

static void priced_by_segments(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_tarief(&r, "product=NBG tarief=0.50 ingang=2026-01-01");                              /* general */
    add_tarief(&r, "product=NBG tarief=1.00 ingang=2026-04-01 eind=2026-04-30 aanbieder=A5"); /* of A1's organisation */
    add_tarief(&r, "product=NBG tarief=0.75 ingang=2026-04-11 eind=2026-04-20 aanbieder=A1"); /* the latest ingang */
    add_tarief(&r, "product=NBG tarief=120.00 ingang=2026-06-01 aanbieder=A1 eenheid=uur");   /* 2.00 a minuut */
    add_indication(&r, "client=jan ingang=2026-01-01 frequentie=dag volume=10");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=155.00");
    region_compute(&r, "2026H1", 0);
    /* days: Jan–Mar 90 and May 31 at 0.50; April 10 + 10 at 1.00 and 10 at 0.75; June 30 at 2.00, 10 minuten each:
       121 × 5 + 20 × 10 + 10 × 7.50 + 30 × 20 = 605 + 200 + 75 + 600 = 1480 */
    expect(&r, "bedrag_geindiceerd", "", "", "1480.000000");
    expect(&r, "benutting_bedrag", "", "", "0.104730 = 155.000000/1480.000000");
    expect(&r, "maand_geindiceerd", "", "2026-04", "275.000000");
    expect(&r, "maand_geindiceerd", "", "2026-06", "600.000000");
    region_release(&r);
}

static void a_day_without_tarief(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_tarief(&r, "product=NBG tarief=0.50 ingang=2026-01-01 eind=2026-06-29");
    add_indication(&r, "client=jan ingang=2026-01-01");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=155.00");
    region_compute(&r, "2026H1", 0);
    expect(&r, "bedrag_geindiceerd", "", "", "-");
    expect(&r, "benutting_bedrag", "", "", "-");
    expect(&r, "bedrag_gedeclareerd", "", "", "155.000000");
    region_release(&r);
}

static void own_tarief_that_ended_gives_way(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_tarief(&r, "product=NBG tarief=2.00 ingang=2026-02-01"); /* general, later ingang: still after the own one */
    add_tarief(&r, "product=NBG tarief=1.00 ingang=2026-01-01 eind=2026-03-31 aanbieder=A1");
    add_tarief(&r, "product=NBG tarief=3.00 ingang=2026-02-01"); /* a tie: the last in line order */
    add_indication(&r, "client=jan ingang=2026-03-31 eind=2026-04-01 frequentie=dag volume=1");
    region_compute(&r, "2026H1", 0);
    expect(&r, "bedrag_geindiceerd", "", "", "4.000000"); /* 31 March at 1.00, 1 April at 3.00 */
    region_release(&r);
}

/* Declared volume of an indication of 700 minuten in 28 days, in the class that holds it. */
static void expect_class(const char *declared, const char *klasse) {
    struct region r;
    char line[200];
    region_init(&r);
    add_indication(&r, "client=jan ingang=2026-01-01 eind=2026-01-28 volume=700 frequentie=vier_weken");
    snprintf(line, sizeof line, "toewijzing=1 begin=2026-01-01 eind=2026-01-28 volume=%s", declared);
    add_line(&r, line);
    region_compute(&r, "2026H1", 0);
    expect(&r, "benutting_klasse", "", klasse, "1");
    region_release(&r);
}

static void class_limits(void **state) {
    (void)state;
    expect_class("0", "geen");
    expect_class("0.001", "tot50");
    expect_class("349.999", "tot50");
    expect_class("350", "50tot80"); /* 0.5 × 700 */
    expect_class("559.999", "50tot80");
    expect_class("560", "80tot100"); /* 0.8 × 700 */
    expect_class("700", "80tot100");
    expect_class("700.001", "100tot120");
    expect_class("840", "100tot120"); /* 1.2 × 700 */
    expect_class("840.001", "boven120");
}

static void thirds_that_make_a_half(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    /* 90 days at 1 a day from 1 January; 3 lines of 17 days of which 5 lie in P, 51 each: 3 × 51 × 5 / 17 = 45 */
    add_indication(&r, "client=jan ingang=2025-12-01 eind=2026-03-31 volume=1 frequentie=dag");
    for (int i = 0; i < 3; i++)
        add_line(&r, "toewijzing=1 begin=2025-12-20 eind=2026-01-05 volume=51");
    region_compute(&r, "2026Q1", 0);
    expect(&r, "benutting_klasse", "", "50tot80", "1"); /* 45 / 90 is exactly 0.5 */
    region_release(&r);
}

static void short_indications_have_no_class(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_indication(&r, "client=jan ingang=2026-01-01 eind=2026-01-27");  /* 27 days */
    add_indication(&r, "client=piet ingang=2026-01-01 eind=2026-01-28"); /* 28 days */
    add_indication(&r, "client=kees ingang=2026-01-01 eind=2026-01-28 volume=0");
    region_compute(&r, "2026H1", 0);
    expect(&r, "benutting_klasse", "", "geen", "1");
    region_release(&r);
}

/* The class of an indication of 1,000 minuten over 2026 (365 days, on p 181 past) with one line in January. */
static void expect_budget(const char *declared, const char *klasse) {
    struct region r;
    char line[200];
    region_init(&r);
    add_indication(&r, "client=jan ingang=2026-01-01 eind=2026-12-31 volume=3650 frequentie=totaal");
    snprintf(line, sizeof line, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 volume=%s", declared);
    add_line(&r, line);
    region_compute(&r, "2026H1", 0);
    expect(&r, "budget", "", klasse, "1");
    region_release(&r);
}

static void budget_limits(void **state) {
    (void)state;
    /* B = 3650, t = 181 / 365: 1810 expected; dreigend above 1810 + 730, achter below 1810 − 1095 */
    expect_budget("3650.001", "overschreden");
    expect_budget("3650", "dreigend");
    expect_budget("2540.001", "dreigend");
    expect_budget("2540", "normaal");
    expect_budget("715", "normaal");
    expect_budget("714.999", "achter");
}

static void budget_unknown(void **state) {
    (void)state;
    static const char *const indications[] = {
        "client=jan ingang=2026-02-01",                          /* no einddatum */
        "client=jan ingang=2026-02-01 eind=2026-12-31 volume=0", /* B = 0 */
        "client=jan ingang=2026-01-31 eind=2026-12-31",          /* begins before the first line of the aanbieder */
    };
    for (size_t i = 0; i < sizeof indications / sizeof indications[0]; i++) {
        struct region r;
        region_init(&r);
        add_indication(&r, indications[i]);
        add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28");
        region_compute(&r, "2026H1", 0);
        expect(&r, "budget", "", "onbekend", "1");
        region_release(&r);
    }
    struct region r;
    region_init(&r);
    add_indication(&r, "client=jan ingang=2026-02-01 eind=2026-12-31");
    add_indication(&r, "client=piet ingang=2026-02-01 eind=2026-12-31");
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 volume=60");
    add_line(&r, "toewijzing=2 begin=2026-07-01 eind=2026-07-31"); /* begins after p */
    region_compute(&r, "2026H1", 0);
    expect(&r, "budget", "", "onbekend", "1");
    expect(&r, "budget", "", "achter", "1");
    region_release(&r);
}

static void a_line_over_p_counts_for_its_days(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_indication(&r, "client=jan ingang=2026-01-01 eind=2026-12-31 volume=3650 frequentie=totaal");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 volume=2539");
    /* 10 of its 20 days up to p: D = 2539 + 1 = 2540, not above 2540 */
    add_line(&r, "toewijzing=1 begin=2026-06-21 eind=2026-07-10 volume=2");
    region_compute(&r, "2026H1", 0);
    expect(&r, "budget", "", "normaal", "1");
    region_release(&r);
}

static void jaarmaximum_per_client_and_group(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    /* NHT: at most 36 uur a year. jan has 20 + 16.5 over two aanbieders, piet exactly 36, kees 36.001. */
    add_indication(&r, "client=jan product=NHT ingang=2026-01-01");
    add_indication(&r, "client=jan product=NHT ingang=2026-01-01 aanbieder=A2");
    add_indication(&r, "client=piet product=NHT ingang=2025-01-01");
    add_indication(&r, "client=kees product=NHT ingang=2026-01-01");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 volume=20");
    add_line(&r, "toewijzing=2 begin=2026-08-01 eind=2026-08-31 volume=16.5");
    add_line(&r, "toewijzing=3 begin=2025-12-16 eind=2026-01-15 volume=31"); /* 15 in the year */
    add_line(&r, "toewijzing=3 begin=2026-02-01 eind=2026-02-28 volume=21");
    add_line(&r, "toewijzing=4 begin=2026-01-01 eind=2026-01-31 volume=2160.06 eenheid=minuut");
    region_compute(&r, "2026H2", 1);
    expect(&r, "jaarmaximum", "NHT", "", "2"); /* jan and kees */
    expect(&r, "jaarmaximum", "A1 NHT", "", "1");
    expect(&r, "jaarmaximum", "A2 NHT", "", "-");
    expect(&r, "jaarmaximum", "HO", "", "-");
    region_release(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indicated_by_frequentie),
        cmocka_unit_test(a_year_that_turns),
        cmocka_unit_test(no_indicated_volume),
        cmocka_unit_test(volumes_of_lines),
        cmocka_unit_test(priced_by_segments),
        cmocka_unit_test(a_day_without_tarief),
        cmocka_unit_test(own_tarief_that_ended_gives_way),
        cmocka_unit_test(class_limits),
        cmocka_unit_test(thirds_that_make_a_half),
        cmocka_unit_test(short_indications_have_no_class),
        cmocka_unit_test(budget_limits),
        cmocka_unit_test(budget_unknown),
        cmocka_unit_test(a_line_over_p_counts_for_its_days),
        cmocka_unit_test(jaarmaximum_per_client_and_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
