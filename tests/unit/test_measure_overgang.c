/*
 * measures.md 6: routes and statuses of the overgang, the burn-down, and what breaks the rules.
 * S = 2025-07-01, E = 2027-06-30, T = 2027-01-01.
 */
#include "tests/unit/support_dataset.h"

static void the_population_is_old_and_active_on_the_first_day(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2025-06-30"); /* in: S - 1 */
    add_indication(&region, "client=b product=OBG ingang=2025-07-01"); /* S: no, but old after the start */
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 eind=2025-07-01"); /* in: active on S only */
    add_indication(&region, "client=d product=OBG ingang=2024-01-01 eind=2025-06-30"); /* ended before S */
    add_indication(&region, "client=e product=OBG ingang=2024-01-01 stop=2025-06-30 reden=19");
    add_indication(&region,
                   "client=f product=OBG ingang=2024-01-01 stop=2025-06-30 reden=20"); /* in: interrupted only */
    add_indication(&region, "client=g product=NBG ingang=2024-01-01");                 /* new */
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang_begin", "", "opnieuw_langdurig", "2");
    expect(&region, "overgang_begin", "", "opnieuw_aflopend", "1");
    expect(&region, "overgang_begin", "0405 A1 OBG", "opnieuw_langdurig", "2");
    expect(&region, "overgang", "", "opnieuw_langdurig/lopend", "2");
    expect(&region, "overgang", "", "opnieuw_aflopend/uitgestroomd", "1");
    expect(&region, "oud_na_start", "", "", "1");
    region_release(&region);
}

static void the_route_follows_from_contract_and_end(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 eind=2027-06-30"); /* ends on E */
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 eind=2027-07-01"); /* the day after */
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 eind=2027-06-30 aanbieder=A3");
    add_indication(&region, "client=d product=OBG ingang=2024-01-01 eind=2027-07-01 aanbieder=A3");
    add_indication(&region, "client=e product=OBG ingang=2024-01-01 aanbieder=A3");
    add_indication(&region, "client=f product=OBG ingang=2024-01-01 aanbieder=A5"); /* counts as A1 */
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang_begin", "", "opnieuw_aflopend", "1");
    expect(&region, "overgang_begin", "", "opnieuw_langdurig", "2");
    expect(&region, "overgang_begin", "", "niet_opnieuw_aflopend", "1");
    expect(&region, "overgang_begin", "", "niet_opnieuw_langdurig", "2");
    expect(&region, "overgang_begin", "A1", "opnieuw_langdurig", "2");
    /* lopend, and einddatum after E or none: b, d, e, f */
    expect(&region, "overgang_handmatig", "", "", "4");
    expect(&region, "overgang_handmatig", "A3", "", "2");
    region_release(&region);
}

static void lopend_is_active_on_p(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 eind=2025-12-31"); /* ends on p */
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 eind=2025-12-30"); /* the day before */
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 stop=2025-12-30 reden=02");
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang", "", "opnieuw_aflopend/lopend", "1");
    expect(&region, "overgang", "", "opnieuw_aflopend/uitgestroomd", "1");
    expect(&region, "overgang", "", "opnieuw_langdurig/uitgestroomd", "1");
    /* long, but no longer lopend */
    expect(&region, "overgang_handmatig", "", "", "-");
    region_release(&region);
}

/* e = 2025-09-30: e - 31 = 2025-08-30, e + 92 = 2025-12-31. */
static void a_successor_begins_in_the_window(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 stop=2025-09-30 reden=37");
    add_indication(&region, "client=a product=NBG ingang=2025-08-30"); /* first day of the window */
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 stop=2025-09-30 reden=37");
    add_indication(&region, "client=b product=NBG ingang=2025-08-29"); /* the day before */
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 stop=2025-09-30 reden=37");
    add_indication(&region, "client=c product=NBG ingang=2025-12-31"); /* its last day */
    add_indication(&region, "client=d product=OBG ingang=2024-01-01 stop=2025-09-30 reden=37");
    add_indication(&region, "client=d product=NBG ingang=2026-01-01"); /* the day after */
    region_compute(&region, "2026H1", 0);
    expect(&region, "overgang", "", "opnieuw_langdurig/omgezet", "2");      /* a, c */
    expect(&region, "overgang", "", "opnieuw_langdurig/uitgestroomd", "2"); /* b, d */
    region_release(&region);
}

static void the_window_is_a_setting(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    region.settings.overgang_voor = 0;
    region.settings.overgang_na = 1;
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=a product=NBG ingang=2025-10-01");
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=b product=NBG ingang=2025-10-02");
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=c product=NBG ingang=2025-09-29");
    region_compute(&region, "2026H1", 0);
    expect(&region, "overgang", "", "opnieuw_langdurig/omgezet", "1");
    expect(&region, "overgang", "", "opnieuw_langdurig/uitgestroomd", "2");
    region_release(&region);
}

static void what_begins_after_p_is_not_known_yet(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 stop=2025-12-15 reden=19");
    add_indication(&region, "client=a product=NBG ingang=2025-12-31"); /* p */
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 stop=2025-12-15 reden=19");
    add_indication(&region, "client=b product=NBG ingang=2026-01-01"); /* after p, within the window */
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 stop=2025-12-15 reden=19");
    add_registration(&region, "client=c datum=2025-12-31");
    add_indication(&region, "client=d product=OBG ingang=2024-01-01 stop=2025-12-15 reden=19");
    add_registration(&region, "client=d datum=2026-01-01");
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang", "", "opnieuw_langdurig/omgezet", "1");
    expect(&region, "overgang", "", "opnieuw_langdurig/voorveld", "1");
    expect(&region, "overgang", "", "opnieuw_langdurig/uitgestroomd", "2");
    region_release(&region);
}

static void the_same_aanbieder_goes_before_another(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=a product=NBG ingang=2025-10-01 aanbieder=A2");
    add_indication(&region, "client=a product=NBU ingang=2025-10-02 aanbieder=A5"); /* A5 counts as A1 */
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=b product=NBG ingang=2025-10-01 aanbieder=A2");
    add_registration(&region, "client=b datum=2025-10-01"); /* comes after what is indicated */
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang", "A1", "opnieuw_langdurig/omgezet", "1");
    expect(&region, "overgang", "A1", "opnieuw_langdurig/overgedragen", "1");
    expect(&region, "overgang", "A2", "opnieuw_langdurig/overgedragen", "-");
    expect(&region, "overgang", "", "opnieuw_langdurig/voorveld", "-");
    region_release(&region);
}

static void a_successor_has_the_same_client_perceel_and_gemeente(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=a product=NDB ingang=2025-10-01"); /* another perceel */
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=b product=NBG ingang=2025-10-01 gemeente=0388"); /* another gemeente */
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=c product=OBG ingang=2025-10-01"); /* old again */
    add_indication(&region, "client=d product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_indication(&region, "client=e product=NBG ingang=2025-10-01"); /* somebody else */
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang", "", "opnieuw_langdurig/uitgestroomd", "4");
    expect(&region, "overgang", "", "opnieuw_langdurig/omgezet", "-");
    expect(&region, "oud_na_start", "", "", "1");
    region_release(&region);
}

static void a_registration_counts_in_the_same_window(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_registration(&region, "client=a datum=2025-08-30");
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_registration(&region, "client=b datum=2025-08-29");
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_registration(&region, "client=c datum=2025-12-31");
    add_indication(&region, "client=d product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_registration(&region, "client=d datum=2026-01-01");
    add_indication(&region, "client=e product=ODB ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_registration(&region, "client=e datum=2025-10-01"); /* of perceel BG */
    add_indication(&region, "client=f product=OBG ingang=2024-01-01 stop=2025-09-30 reden=19");
    add_registration(&region, "client=f datum=2025-10-01 gemeente=0388");
    add_registration(&region, "aantal=7 datum=2025-10-01"); /* nobody in particular */
    region_compute(&region, "2026H1", 0);
    expect(&region, "overgang", "", "opnieuw_langdurig/voorveld", "2");     /* a, c */
    expect(&region, "overgang", "", "opnieuw_langdurig/uitgestroomd", "4"); /* b, d, e, f */
    region_release(&region);
}

static void the_burn_down_counts_month_ends(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01");
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 eind=2025-09-30");
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 stop=2025-10-30 reden=19");
    add_indication(&region, "client=d product=OBG ingang=2024-01-01 eind=2027-06-29");
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang_maand", "", "2025-05", "-"); /* before the month of S - 1 day */
    expect(&region, "overgang_maand", "", "2025-06", "4"); /* the population */
    expect(&region, "overgang_maand", "", "2025-09", "4");
    expect(&region, "overgang_maand", "", "2025-10", "2"); /* without b and c */
    expect(&region, "overgang_maand", "", "2027-05", "2"); /* expected */
    expect(&region, "overgang_maand", "", "2027-06", "1"); /* the month of E */
    expect(&region, "overgang_maand", "", "2027-07", "-");
    /* 25 months, each for the region, gemeente, aanbieder and both × all, perceel and product */
    assert_int_equal(figure_rows(&region, "overgang_maand"), 25 * 4 * 3);
    region_release(&region);
}

static void a_start_within_a_month_can_lose_some_in_it(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    region.settings.contract_start = date_from_civil(2025, 7, 15);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 eind=2025-07-30");
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 eind=2025-07-31");
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang_begin", "", "opnieuw_aflopend", "2");
    expect(&region, "overgang_maand", "", "2025-07", "1");
    expect(&region, "overgang_maand", "", "2025-08", "-");
    region_release(&region);
}

static void the_tussenevaluatie_lies_in_s_to_p(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01 aanbieder=A3 tussenevaluatie=2025-06-30");
    add_indication(&region, "client=b product=OBG ingang=2024-01-01 aanbieder=A3 tussenevaluatie=2025-07-01");
    add_indication(&region, "client=c product=OBG ingang=2024-01-01 aanbieder=A3 tussenevaluatie=2025-12-31");
    add_indication(&region, "client=d product=OBG ingang=2024-01-01 aanbieder=A3 tussenevaluatie=2026-01-01");
    add_indication(&region, "client=e product=OBG ingang=2024-01-01 aanbieder=A3");
    add_indication(&region, "client=f product=OBG ingang=2024-01-01 aanbieder=A3 eind=2027-06-30"); /* runs off */
    add_indication(&region, "client=g product=OBG ingang=2024-01-01");                              /* opnieuw */
    add_indication(&region, "client=h product=OBG ingang=2024-01-01 aanbieder=A3 stop=2025-12-30 reden=19");
    region_compute(&region, "2025H2", 0);
    expect(&region, "overgang_evaluatie", "", "gedaan", "2");  /* b, c */
    expect(&region, "overgang_evaluatie", "", "te_doen", "3"); /* a, d, e */
    expect(&region, "overgang_evaluatie", "", "te_laat", "-");
    region_release(&region);
}

/* p = 2026-06-30 */
static void the_evaluation_is_late_from_t(void **state) {
    (void)state;
    for (int day = 0; day < 2; day++) {
        struct region region;
        region_init(&region);
        region.settings.tussenevaluatie_voor = date_from_civil(2026, 6, 30) + day;
        add_indication(&region, "client=a product=OBG ingang=2024-01-01 aanbieder=A3");
        region_compute(&region, "2026H1", 0);
        expect(&region, "overgang_evaluatie", "", "te_laat", day == 0 ? "1" : "-");
        expect(&region, "overgang_evaluatie", "", "te_doen", day == 0 ? "-" : "1");
        region_release(&region);
    }
}

static void old_after_the_start_lies_in_s_to_p(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a product=OHO ingang=2025-06-30");
    add_indication(&region, "client=b product=OHO ingang=2025-07-01");
    add_indication(&region, "client=c product=OHO ingang=2025-12-31");
    add_indication(&region, "client=d product=OHO ingang=2026-01-01");
    add_indication(&region, "client=e product=NHO ingang=2025-08-01");
    region_compute(&region, "2025H2", 0);
    expect(&region, "oud_na_start", "", "", "2"); /* b, c */
    expect(&region, "oud_na_start", "0405 A1 OHO", "", "2");
    region_release(&region);
}

/* E = 2026-03-31, within P. */
static void amounts_on_old_products_after_e(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    region.settings.uitdientermijn = date_from_civil(2026, 3, 31);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01");
    add_indication(&region, "client=b product=NBG ingang=2024-01-01");
    add_line(&region, "toewijzing=1 begin=2026-03-22 eind=2026-04-10 bedrag=100.00");         /* 10 of 20 days: 50 */
    add_line(&region, "toewijzing=1 begin=2026-06-21 eind=2026-07-10 bedrag=40.00");          /* 10 of 20 days: 20 */
    add_line(&region, "toewijzing=1 begin=2026-04-01 eind=2026-04-01 bedrag=7.00 credit=ja"); /* E + 1: -7 */
    add_line(&region, "toewijzing=1 begin=2026-03-31 eind=2026-03-31 bedrag=9.00");           /* E */
    add_line(&region, "toewijzing=2 begin=2026-04-01 eind=2026-04-30 bedrag=9.00");           /* new */
    /* not linked: counts in the group that it names */
    add_line(&region, "client=c product=ODB begin=2026-05-01 eind=2026-05-31 bedrag=3.00 aanbieder=A2 gemeente=0388");
    add_line(&region, "client=c product=ODB begin=2026-05-01 eind=2026-05-31 bedrag=9.00 status=afgekeurd");
    region_compute(&region, "2026H1", 0);
    expect(&region, "oud_na_termijn", "", "", "66.000000"); /* 50 + 20 - 7 + 3 */
    expect(&region, "oud_na_termijn", "0405 A1 OBG", "", "63.000000");
    expect(&region, "oud_na_termijn", "0388 A2 ODB", "", "3.000000");
    expect(&region, "oud_na_termijn", "NBG", "", "-");
    region_release(&region);
}

static void nothing_after_e_is_no_row(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    region.settings.uitdientermijn = date_from_civil(2026, 3, 31);
    add_indication(&region, "client=a product=OBG ingang=2024-01-01");
    add_line(&region, "toewijzing=1 begin=2026-03-01 eind=2026-03-31 bedrag=9.00");
    region_compute(&region, "2026H1", 0);
    assert_int_equal(figure_rows(&region, "oud_na_termijn"), 0);
    region_release(&region);
}

/* Section 6 is exported for periods with p ≥ S; p = 2026-06-30. */
static void nothing_is_exported_before_s(void **state) {
    (void)state;
    for (int day = 0; day < 2; day++) {
        struct region region;
        region_init(&region);
        region.settings.contract_start = date_from_civil(2026, 6, 30) + day;
        add_indication(&region, "client=a product=OBG ingang=2024-01-01");
        region_compute(&region, "2026H1", 0);
        expect(&region, "overgang_begin", "", "opnieuw_langdurig", day == 0 ? "1" : "-");
        assert_int_equal(figure_rows(&region, "overgang_maand") > 0, day == 0);
        region_release(&region);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_population_is_old_and_active_on_the_first_day),
        cmocka_unit_test(the_route_follows_from_contract_and_end),
        cmocka_unit_test(lopend_is_active_on_p),
        cmocka_unit_test(a_successor_begins_in_the_window),
        cmocka_unit_test(the_window_is_a_setting),
        cmocka_unit_test(what_begins_after_p_is_not_known_yet),
        cmocka_unit_test(the_same_aanbieder_goes_before_another),
        cmocka_unit_test(a_successor_has_the_same_client_perceel_and_gemeente),
        cmocka_unit_test(a_registration_counts_in_the_same_window),
        cmocka_unit_test(the_burn_down_counts_month_ends),
        cmocka_unit_test(a_start_within_a_month_can_lose_some_in_it),
        cmocka_unit_test(the_tussenevaluatie_lies_in_s_to_p),
        cmocka_unit_test(the_evaluation_is_late_from_t),
        cmocka_unit_test(old_after_the_start_lies_in_s_to_p),
        cmocka_unit_test(amounts_on_old_products_after_e),
        cmocka_unit_test(nothing_after_e_is_no_row),
        cmocka_unit_test(nothing_is_exported_before_s),
    };
    return cmocka_run_group_tests_name("overgang", tests, NULL, NULL);
}
