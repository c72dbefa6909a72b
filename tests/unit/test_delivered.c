/* Who has delivered over a period: presence, missing months and the last complete month, in small regions. */
#include "tests/unit/support_dataset.h"

#include "reports/delivered.h"

enum { H0388, H0405, H0420 };       /* gemeenten of the region by index */
enum { A1, A2, A3, A4, A5, CODES }; /* its aanbieders */

static void deliver(struct delivered *delivered, struct region *region, const char *name) {
    struct period period;
    assert_true(period_parse(name, &period));
    region_compute(region, name, 0);
    assert_int_equal(region->data.aanbieders.len, CODES);
    delivered_init(delivered, &region->data, &period);
}

static void assert_months(const struct delivered *delivered, const struct delivery *delivery, const char *expected) {
    struct buf text = {0};
    buf_puts(&text, "");
    delivered_put_months(&delivered->period, delivery->missing, &text);
    assert_string_equal(text.len > 0 ? text.data : "", expected);
    buf_release(&text);
}

static void months_without_a_declaration_are_missing(void **state) {
    (void)state;
    struct region region;
    struct delivered d;
    region_init(&region);
    add_indication(&region, "client=a ingang=2025-01-01");
    add_indication(&region, "client=b ingang=2026-04-20 aanbieder=A5");
    add_line(&region, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=1");
    add_line(&region, "toewijzing=1 begin=2026-02-15 eind=2026-03-14 bedrag=1"); /* touches two months */
    add_line(&region, "toewijzing=2 begin=2026-05-01 eind=2026-05-31 bedrag=1"); /* A5 hoort_bij A1 */
    add_line(&region, "toewijzing=1 begin=2026-07-01 eind=2026-07-31 bedrag=1"); /* not in the period */
    deliver(&d, &region, "2026H1");
    assert_months(&d, &d.aanbieders[A1], "apr 2026, jun 2026");
    assert_months(&d, &d.gemeenten[H0405], "apr 2026, jun 2026");
    assert_int_equal(d.aanbieders[A1].answer[DELIVERED_DECLARATIES], DELIVERED_YES);
    assert_true(d.aanbieders[A1].lacking);
    assert_false(d.aanbieders[A5].shown); /* A1 answers for it */
    assert_int_equal(d.complete, 4);      /* A1 is all there is: May */
    delivered_release(&d);
    region_release(&region);
}

static void an_indication_ends_with_its_stop_unless_that_is_tijdelijk(void **state) {
    (void)state;
    struct region region;
    struct delivered d;
    region_init(&region);
    add_indication(&region, "client=a ingang=2025-01-01 stop=2026-02-10 reden=19 aanbieder=A2");
    add_indication(&region, "client=b ingang=2025-01-01 stop=2026-02-10 reden=20 aanbieder=A3");
    add_indication(&region, "client=c ingang=2026-07-01 aanbieder=A4");
    add_line(&region,
             "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=1 credit=ja"); /* takes back, not declares */
    deliver(&d, &region, "2026H1");
    assert_months(&d, &d.aanbieders[A2], "jan 2026, feb 2026");
    assert_months(&d, &d.aanbieders[A3], "jan 2026 t/m jun 2026");
    assert_months(&d, &d.aanbieders[A4], "");
    assert_int_equal(d.aanbieders[A2].answer[DELIVERED_DECLARATIES], DELIVERED_NO);
    assert_int_equal(d.aanbieders[A4].answer[DELIVERED_DECLARATIES], DELIVERED_NOT_EXPECTED);
    assert_false(d.aanbieders[A4].shown);
    assert_int_equal(d.complete, DELIVERED_NO_MONTH);
    delivered_release(&d);
    region_release(&region);
}

static void statements_and_registrations_are_of_the_period(void **state) {
    (void)state;
    struct region region;
    struct delivered d;
    region_init(&region);
    add_indicator(&region, "code=clienten aggregatie=som");
    add_statement(&region, "indicator=clienten waarde=1 periode=2026H1 aanbieder=A5");
    add_statement(&region, "indicator=clienten waarde=1 periode=2026Q1 aanbieder=A2"); /* another period */
    add_registration(&region, "datum=2026-06-30 aantal=3 gemeente=0388");
    add_registration(&region, "datum=2026-07-01 aantal=3 gemeente=0420");
    deliver(&d, &region, "2026H1");
    assert_int_equal(d.aanbieders[A1].answer[DELIVERED_MANAGEMENTINFORMATIE], DELIVERED_YES);
    assert_true(d.aanbieders[A1].shown);
    assert_false(d.aanbieders[A1].lacking);
    assert_int_equal(d.aanbieders[A2].answer[DELIVERED_MANAGEMENTINFORMATIE], DELIVERED_NOT_EXPECTED);
    assert_int_equal(d.gemeenten[H0388].answer[DELIVERED_VOORVELD], DELIVERED_YES);
    assert_int_equal(d.gemeenten[H0420].answer[DELIVERED_VOORVELD], DELIVERED_NO);
    assert_int_equal(d.gemeenten[H0388].answer[DELIVERED_INDICATIES], DELIVERED_NO);
    delivered_release(&d);
    region_release(&region);
}

/* `of_a1` indications of A1, which declares over all of January, and one of A2, which never declares. */
static int complete_month(unsigned of_a1) {
    struct region region;
    struct delivered d;
    region_init(&region);
    for (unsigned i = 0; i < of_a1; i++)
        add_indication(&region, "client=a ingang=2025-01-01");
    add_indication(&region, "client=b ingang=2025-01-01 aanbieder=A2");
    add_line(&region, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=1");
    deliver(&d, &region, "2026Q1");
    int complete = d.complete;
    delivered_release(&d);
    region_release(&region);
    return complete;
}

static void a_month_is_complete_from_nine_tenths_of_the_indications_on(void **state) {
    (void)state;
    assert_int_equal(complete_month(9), 0);                  /* 9 of 10 are 90% */
    assert_int_equal(complete_month(8), DELIVERED_NO_MONTH); /* 8 of 9 are 88.9% */
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_without_a_declaration_are_missing),
        cmocka_unit_test(an_indication_ends_with_its_stop_unless_that_is_tijdelijk),
        cmocka_unit_test(statements_and_registrations_are_of_the_period),
        cmocka_unit_test(a_month_is_complete_from_nine_tenths_of_the_indications_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
