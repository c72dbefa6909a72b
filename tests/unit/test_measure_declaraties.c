/* Lines by link category, pro rata of days, double lines and tariefafwijking: measures.md 2. */
#include "tests/unit/support_dataset.h"

/* An indication of jan on NBG at A1, the whole of 2026. */
static void one_indication(struct region *r) {
    region_init(r);
    add_indication(r, "client=jan ingang=2026-01-01 eind=2026-12-31");
}

static void each_category(void **state) {
    (void)state;
    struct region r;
    one_indication(&r);
    add_indication(&r, "client=piet ingang=2026-01-01 eind=2026-12-31");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=10.00");
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 bedrag=20.00 client=piet");  /* another client */
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 bedrag=20.00 aanbieder=A2"); /* another aanbieder */
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 bedrag=20.00 product=NBU");  /* another product */
    add_line(&r, "toewijzing=1 begin=2025-12-01 eind=2026-01-01 bedrag=31.00");              /* shares its last day */
    add_line(&r, "toewijzing=1 begin=2025-12-01 eind=2025-12-31 bedrag=40.00");              /* the day before */
    add_line(&r, "toewijzing=1 begin=2027-01-01 eind=2027-01-31 bedrag=41.00");              /* the day after */
    add_line(&r, "client=jan begin=2026-03-01 eind=2026-03-31 bedrag=50.00");
    add_line(&r, "client=jan begin=2026-03-01 eind=2026-03-31 bedrag=60.00 product=NDB"); /* no such indication */
    add_line(&r, "toewijzing=1 begin=2026-04-01 eind=2026-04-30 bedrag=70.00 status=afgekeurd");
    region_compute(&r, "2026H1", 0);
    expect(&r, "declaratieregels", "", "gekoppeld", "1"); /* the one from December begins before P */
    expect(&r, "declaratieregels", "", "conflict", "3");
    expect(&r, "declaratieregels", "", "buiten_geldigheid", "-"); /* both begin outside P */
    expect(&r, "declaratieregels", "", "via_client", "1");
    expect(&r, "declaratieregels", "", "wees", "1");
    expect(&r, "declaratieregels", "", "afgekeurd", "1");
    /* 10 + 1 of the 32 days of December and New Year's Day: 31.00 / 32 = 0.96875 */
    expect(&r, "declaratiebedrag", "", "gekoppeld", "10.968750");
    expect(&r, "declaratiebedrag", "", "conflict", "60.000000");
    expect(&r, "declaratiebedrag", "A2", "conflict", "20.000000"); /* the group that the line names itself */
    expect(&r, "declaratiebedrag", "", "via_client", "50.000000");
    expect(&r, "declaratiebedrag", "NDB", "wees", "60.000000");
    expect(&r, "declaratiebedrag", "", "afgekeurd", "-");
    region_release(&r);
}

static void several_candidates_are_no_link(void **state) {
    (void)state;
    struct region r;
    one_indication(&r);
    add_indication(&r, "client=jan ingang=2026-06-30 eind=2026-12-31");
    add_line(&r, "client=jan begin=2026-06-01 eind=2026-06-29 bedrag=1.00"); /* the second begins a day later */
    add_line(&r, "client=jan begin=2026-06-01 eind=2026-06-30 bedrag=2.00"); /* both share a day */
    region_compute(&r, "2026H1", 0);
    expect(&r, "declaratieregels", "", "via_client", "1");
    expect(&r, "declaratiebedrag", "", "via_client", "1.000000");
    expect(&r, "declaratiebedrag", "", "wees", "2.000000");
    region_release(&r);
}

static void an_organisation_is_one_aanbieder(void **state) {
    (void)state;
    struct region r;
    one_indication(&r);
    add_line(&r, "toewijzing=1 aanbieder=A5 begin=2026-01-01 eind=2026-01-31 bedrag=10.00"); /* A5 hoort_bij A1 */
    region_compute(&r, "2026H1", 0);
    expect(&r, "declaratiebedrag", "A1", "gekoppeld", "10.000000");
    region_release(&r);
}

static void credits_count_negative(void **state) {
    (void)state;
    struct region r;
    one_indication(&r);
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=10.00");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=10.00 credit=ja");
    region_compute(&r, "2026H1", 0);
    expect(&r, "declaratieregels", "", "gekoppeld", "2");
    expect(&r, "declaratiebedrag", "", "gekoppeld", "0.000000"); /* counted, so there is a row */
    region_release(&r);
}

static void double_lines(void **state) {
    (void)state;
    struct region r;
    one_indication(&r);
    /* January: 3 debit lines and 1 credit line: debit lines 3 … 3, in the order of regelnummer, are double. */
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=10.00");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=10.00 credit=ja");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=20.00");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=40.00");
    /* February: 2 debit lines and no credit: debit line 2. */
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 bedrag=1.00");
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 bedrag=2.00");
    /* Another interval, though it overlaps, is another combination. */
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-27 bedrag=4.00");
    /* December and January: of the second, 31 of its 62 days are in P: 62.00 / 2. */
    add_line(&r, "toewijzing=1 begin=2025-12-01 eind=2026-01-31 bedrag=62.00");
    add_line(&r, "toewijzing=1 begin=2025-12-01 eind=2026-01-31 bedrag=62.00");
    region_compute(&r, "2026H1", 0);
    expect(&r, "declaratie_dubbel", "", "", "73.000000"); /* 40 + 2 + 31 */
    region_release(&r);
}

static void debit_and_its_credit_are_not_double(void **state) {
    (void)state;
    struct region r;
    one_indication(&r);
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=10.00");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=10.00 credit=ja");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 bedrag=11.00"); /* n = 2, c = 1: lines 3 … 2 */
    region_compute(&r, "2026H1", 0);
    expect(&r, "declaratie_dubbel", "", "", "-");
    region_release(&r);
}

static void deviating_tarieven(void **state) {
    (void)state;
    struct region r;
    one_indication(&r);
    add_tarief(&r, "product=NBG tarief=0.95 ingang=2026-01-01 eind=2026-03-31");
    add_tarief(&r, "product=NBG tarief=60.30 ingang=2026-04-01 aanbieder=A1 eenheid=uur");
    add_line(&r, "toewijzing=1 begin=2026-01-01 eind=2026-01-31 tarief=0.95");
    add_line(&r, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 tarief=0.96");               /* differs */
    add_line(&r, "toewijzing=1 begin=2026-03-01 eind=2026-03-31 tarief=57.00 eenheid=uur");  /* 0.95 × 60 */
    add_line(&r, "toewijzing=1 begin=2026-03-01 eind=2026-03-30 tarief=57.01 eenheid=uur");  /* differs */
    add_line(&r, "toewijzing=1 begin=2026-04-01 eind=2026-04-30 tarief=1.01");               /* 60.30 / 60 = 1.005 */
    add_line(&r, "toewijzing=1 begin=2026-05-01 eind=2026-05-31 tarief=1.00 credit=ja");     /* differs; credits too */
    add_line(&r, "toewijzing=1 begin=2026-05-01 eind=2026-05-30");                           /* no tarief on the line */
    add_line(&r, "toewijzing=1 begin=2026-05-01 eind=2026-05-29 tarief=9.00 eenheid=stuks"); /* other eenheid */
    add_line(&r, "toewijzing=1 begin=2025-12-31 eind=2026-01-31 tarief=9.00");               /* begins before P */
    region_compute(&r, "2026H1", 0);
    expect(&r, "tariefafwijking", "", "", "3");
    region_release(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_category),
        cmocka_unit_test(several_candidates_are_no_link),
        cmocka_unit_test(an_organisation_is_one_aanbieder),
        cmocka_unit_test(credits_count_negative),
        cmocka_unit_test(double_lines),
        cmocka_unit_test(debit_and_its_credit_are_not_double),
        cmocka_unit_test(deviating_tarieven),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
