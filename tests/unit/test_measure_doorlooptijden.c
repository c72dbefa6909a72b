/* measures.md 4: the five doorlooptijden and who waits. */
#include "tests/unit/support_dataset.h"

static void days_run_between_two_dates(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    /* melding 2026-01-05, aanvraag 02-02 (28 days), besluit 02-16 (14), start 03-16 (28); melding to besluit 42, to
     * start 70. */
    add_indication(&region, "client=jan ingang=2026-02-16 melding=2026-01-05 aanvraag=2026-02-02 besluit=2026-02-16 "
                            "start=2026-03-16");
    region_compute(&region, "2026H1", 0);
    expect(&region, "doorlooptijd_onderzoek", "", "mediaan", "28.000000");
    expect(&region, "doorlooptijd_beschikking", "", "mediaan", "14.000000");
    expect(&region, "doorlooptijd_besluit", "", "mediaan", "42.000000");
    expect(&region, "doorlooptijd_start", "", "mediaan", "28.000000");
    expect(&region, "doorlooptijd_totaal", "", "mediaan", "70.000000");
    expect(&region, "doorlooptijd_totaal", "0405 A1 NBG", "aantal", "1");
    expect(&region, "doorlooptijd_totaal", "A1 BG", "p90", "70.000000");
    expect(&region, "doorlooptijd_totaal", "0388", "aantal", "-");
    region_release(&region);
}

static void quantiles_are_linear_between_order_statistics(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    /* melding on the day before the aanvraag and earlier: 1, 3, 4 and 10 days. */
    add_indication(&region, "client=a ingang=2026-03-01 melding=2026-02-09 aanvraag=2026-02-10");
    add_indication(&region, "client=b ingang=2026-03-01 melding=2026-02-07 aanvraag=2026-02-10");
    add_indication(&region, "client=c ingang=2026-03-01 melding=2026-02-06 aanvraag=2026-02-10");
    add_indication(&region, "client=d ingang=2026-03-01 melding=2026-01-31 aanvraag=2026-02-10");
    region_compute(&region, "2026H1", 0);
    expect(&region, "doorlooptijd_onderzoek", "", "aantal", "4");
    /* (1 + 3 + 4 + 10) / 4 */
    expect(&region, "doorlooptijd_onderzoek", "", "gemiddelde", "4.500000");
    /* at 1 + 0.5 × 3 = 2.5: 3 + 0.5 × (4 - 3) */
    expect(&region, "doorlooptijd_onderzoek", "", "mediaan", "3.500000");
    /* at 1 + 0.9 × 3 = 3.7: 4 + 0.7 × (10 - 4) */
    expect(&region, "doorlooptijd_onderzoek", "", "p90", "8.200000");
    region_release(&region);
}

static void the_norm_itself_is_within(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    /* onderzoek ≤ 42: 2026-01-01 + 42 = 02-12, + 43 = 02-13 */
    add_indication(&region, "client=a ingang=2026-01-01 melding=2026-01-01 aanvraag=2026-02-12");
    add_indication(&region, "client=b ingang=2026-01-01 melding=2026-01-01 aanvraag=2026-02-13");
    /* beschikking ≤ 14: 03-01 + 14 = 03-15; besluit of the same dates is within 56 */
    add_indication(&region, "client=c ingang=2026-01-01 aanvraag=2026-03-01 besluit=2026-03-15");
    add_indication(&region, "client=d ingang=2026-01-01 aanvraag=2026-03-01 besluit=2026-03-16");
    /* start ≤ 42: 05-01 + 42 = 06-12 */
    add_indication(&region, "client=e ingang=2026-01-01 besluit=2026-05-01 start=2026-06-12");
    add_indication(&region, "client=f ingang=2026-01-01 besluit=2026-05-01 start=2026-06-13");
    region_compute(&region, "2026H1", 0);
    expect(&region, "doorlooptijd_onderzoek", "", "binnen_norm", "0.500000 = 1/2");
    expect(&region, "doorlooptijd_beschikking", "", "binnen_norm", "0.500000 = 1/2");
    expect(&region, "doorlooptijd_start", "", "binnen_norm", "0.500000 = 1/2");
    expect(&region, "doorlooptijd_besluit", "", "binnen_norm", "1.000000 = 2/2");
    region_release(&region);
}

static void the_longer_norms_hold_from_the_melding(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    /* besluit ≤ 56: 2026-01-01 + 56 = 02-26; totaal ≤ 98: 2026-01-01 + 98 = 04-09 */
    add_indication(&region, "client=a ingang=2026-01-01 melding=2026-01-01 besluit=2026-02-26 start=2026-04-09");
    add_indication(&region, "client=b ingang=2026-01-01 melding=2026-01-01 besluit=2026-02-27 start=2026-04-10");
    /* without a melding from the aanvraag: 01-01 to 01-11 and 01-21 */
    add_indication(&region, "client=c ingang=2026-01-01 aanvraag=2026-01-01 besluit=2026-01-11 start=2026-01-21");
    region_compute(&region, "2026H1", 0);
    expect(&region, "doorlooptijd_besluit", "", "binnen_norm", "0.666667 = 2/3");
    expect(&region, "doorlooptijd_totaal", "", "binnen_norm", "0.666667 = 2/3");
    /* 10, 56, 57 and 20, 98, 99 */
    expect(&region, "doorlooptijd_besluit", "", "gemiddelde", "41.000000");
    expect(&region, "doorlooptijd_totaal", "", "mediaan", "98.000000");
    region_release(&region);
}

static void norms_are_settings(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    region.settings.norm[DOORLOOPTIJD_BESCHIKKING] = 10;
    add_indication(&region, "client=a ingang=2026-01-01 aanvraag=2026-03-01 besluit=2026-03-12");
    region_compute(&region, "2026H1", 0);
    expect(&region, "doorlooptijd_beschikking", "", "binnen_norm", "0.000000 = 0/1");
    region_release(&region);
}

static void the_second_date_decides_the_period(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a ingang=2026-01-01 melding=2025-12-01 aanvraag=2025-12-31"); /* the day before P */
    add_indication(&region, "client=b ingang=2026-01-01 melding=2025-12-01 aanvraag=2026-01-01"); /* its first day */
    add_indication(&region, "client=c ingang=2026-01-01 melding=2026-06-01 aanvraag=2026-06-30"); /* its last day */
    add_indication(&region, "client=d ingang=2026-01-01 melding=2026-06-01 aanvraag=2026-07-01"); /* the day after */
    region_compute(&region, "2026H1", 0);
    /* b 31 days, c 29 days */
    expect(&region, "doorlooptijd_onderzoek", "", "aantal", "2");
    expect(&region, "doorlooptijd_onderzoek", "", "gemiddelde", "30.000000");
    region_release(&region);
}

static void a_leap_day_is_a_day(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    /* 2024-02-28 to 2024-03-01 is 2 days, in 2023 it is 1 */
    add_indication(&region, "client=a ingang=2024-01-01 melding=2024-02-28 aanvraag=2024-03-01");
    region_compute(&region, "2024H1", 0);
    expect(&region, "doorlooptijd_onderzoek", "", "mediaan", "2.000000");
    region_release(&region);
}

static void missing_and_reversed_dates_do_not_count(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a ingang=2026-02-01 besluit=2026-02-10");                     /* a renewal */
    add_indication(&region, "client=b ingang=2026-02-01 aanvraag=2026-02-11 besluit=2026-02-10"); /* -1 day */
    add_indication(&region, "client=c ingang=2026-02-01 aanvraag=2026-02-10 besluit=2026-02-10"); /* 0 days */
    add_indication(&region, "client=d ingang=2026-02-01 aanvraag=2026-02-10");                    /* undecided */
    region_compute(&region, "2026H1", 0);
    expect(&region, "doorlooptijd_beschikking", "", "aantal", "1");
    expect(&region, "doorlooptijd_beschikking", "", "mediaan", "0.000000");
    expect(&region, "doorlooptijd_beschikking", "", "onbekend", "1");
    expect(&region, "doorlooptijd_besluit", "", "onbekend", "1");
    expect(&region, "doorlooptijd_start", "", "onbekend", "-");
    /* b, c and d have an aanvraag in P without a melding: no duration, so no median and no ratio */
    expect(&region, "doorlooptijd_onderzoek", "", "onbekend", "3");
    expect(&region, "doorlooptijd_onderzoek", "", "mediaan", "-");
    expect(&region, "doorlooptijd_onderzoek", "", "binnen_norm", "-");
    region_release(&region);
}

static void who_is_active_and_has_no_care_waits(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a ingang=2026-06-01 besluit=2026-05-31"); /* 30 days on 06-30 */
    add_indication(&region,
                   "client=b ingang=2026-06-30 besluit=2026-06-10 start=2026-07-01"); /* starts after p: 20 days */
    add_indication(&region, "client=c ingang=2026-06-01 besluit=2026-06-01 start=2026-06-30"); /* started on p */
    add_indication(&region, "client=d ingang=2026-07-01 besluit=2026-06-01");                  /* not active yet */
    add_indication(&region, "client=e ingang=2026-01-01 besluit=2026-01-01 eind=2026-06-29");  /* ended before p */
    add_indication(&region, "client=f ingang=2026-06-01");                    /* no besluit: no median */
    add_indication(&region, "client=g ingang=2026-06-01 besluit=2026-07-01"); /* besluit after p: nor */
    add_indication(&region, "client=h ingang=2026-06-01 besluit=2026-12-31");
    region_compute(&region, "2026H1", 0);
    expect(&region, "wachtend", "", "aantal", "5"); /* a, b, f, g, h */
    expect(&region, "wachtend", "", "mediaan", "25.000000");
    region_release(&region);
}

static void a_linked_line_ends_the_wait(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indication(&region, "client=a ingang=2026-06-01 besluit=2026-06-30");
    add_indication(&region, "client=b ingang=2026-06-01 besluit=2026-06-30");
    add_indication(&region, "client=c ingang=2026-06-01 besluit=2026-06-30");
    add_line(&region, "toewijzing=1 begin=2026-06-30 eind=2026-07-31");                  /* begins on p */
    add_line(&region, "toewijzing=2 begin=2026-07-01 eind=2026-07-31");                  /* after p */
    add_line(&region, "toewijzing=3 begin=2026-06-01 eind=2026-06-30 status=afgekeurd"); /* takes no part */
    region_compute(&region, "2026H1", 0);
    expect(&region, "wachtend", "", "aantal", "2");
    /* decided on p itself: 0 days */
    expect(&region, "wachtend", "", "mediaan", "0.000000");
    region_release(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_run_between_two_dates),
        cmocka_unit_test(quantiles_are_linear_between_order_statistics),
        cmocka_unit_test(the_norm_itself_is_within),
        cmocka_unit_test(the_longer_norms_hold_from_the_melding),
        cmocka_unit_test(norms_are_settings),
        cmocka_unit_test(the_second_date_decides_the_period),
        cmocka_unit_test(a_leap_day_is_a_day),
        cmocka_unit_test(missing_and_reversed_dates_do_not_count),
        cmocka_unit_test(who_is_active_and_has_no_care_waits),
        cmocka_unit_test(a_linked_line_ends_the_wait),
    };
    return cmocka_run_group_tests_name("doorlooptijden", tests, NULL, NULL);
}
