/* measures.md 8: products that a gemeente phases out from u. */
#include "tests/unit/support_dataset.h"

static void indications_before_now_and_after(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_uitfasering(&region, "gemeente=0405 product=NBG vanaf=2026-03-01");
    add_indication(&region, "client=a product=NBG ingang=2026-02-28"); /* active on u - 1 and on p; runs on */
    add_indication(&region, "client=b product=NBG ingang=2025-01-01 eind=2026-02-28"); /* ends on u - 1 */
    add_indication(&region, "client=c product=NBG ingang=2025-01-01 eind=2026-02-27"); /* before it */
    add_indication(&region, "client=d product=NBG ingang=2026-03-01 eind=2026-06-30"); /* instroom on u; ends on p */
    add_indication(&region, "client=e product=NBG ingang=2026-06-30 eind=2026-07-01"); /* instroom on p; runs past it */
    add_indication(&region, "client=f product=NBG ingang=2026-07-01");                 /* after p */
    add_indication(&region, "client=g product=NBG ingang=2025-01-01 gemeente=0388");   /* another gemeente */
    add_indication(&region, "client=h product=NBU ingang=2025-01-01");                 /* another product */
    add_indication(&region, "client=i product=NBG ingang=2025-01-01 stop=2026-06-29 reden=19"); /* stopped before p */
    add_indication(&region, "client=i product=NBG ingang=2025-01-01 eind=2026-02-28"); /* the same client again */
    region_compute(&region, "2026H1", 0);
    expect(&region, "uitfasering_begin", "0405 NBG", "", "4");    /* a, b, i, i */
    expect(&region, "uitfasering_actief", "0405 NBG", "", "3");   /* a, d, e */
    expect(&region, "uitfasering_instroom", "0405 NBG", "", "2"); /* d, e */
    expect(&region, "uitfasering_na", "0405 NBG", "", "2");       /* a, e */
    expect(&region, "uitfasering_resterend", "0405 NBG", "", "0.750000 = 3/4");
    assert_int_equal(figure_clients(&region, "uitfasering_resterend", "0405 NBG", ""), 3);
    assert_int_equal(figure_rows(&region, "uitfasering_actief"), 1);
    region_release(&region);
}

static void before_u_the_later_day_decides(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_uitfasering(&region, "gemeente=0405 product=NBG vanaf=2026-12-01");
    add_indication(&region, "client=a product=NBG ingang=2025-01-01 eind=2026-12-01"); /* ends on u */
    add_indication(&region, "client=b product=NBG ingang=2025-01-01 eind=2026-12-02"); /* runs past it */
    add_indication(&region, "client=c product=NBG ingang=2025-01-01");
    region_compute(&region, "2026H1", 0);
    expect(&region, "uitfasering_na", "0405 NBG", "", "2");
    expect(&region, "uitfasering_actief", "0405 NBG", "", "3");
    expect(&region, "uitfasering_begin", "0405 NBG", "", "-"); /* u - 1 lies after p */
    expect(&region, "uitfasering_resterend", "0405 NBG", "", "-");
    region_release(&region);
}

/* p = 2026-06-30: u - 1 = p, and the day after. */
static void the_begin_is_known_from_the_day_before_u(void **state) {
    (void)state;
    static const char *const rows[] = {"gemeente=0405 product=NBG vanaf=2026-07-01",
                                       "gemeente=0405 product=NBG vanaf=2026-07-02"};
    for (int later = 0; later < 2; later++) {
        struct region region;
        region_init(&region);
        add_uitfasering(&region, rows[later]);
        add_indication(&region, "client=a product=NBG ingang=2025-01-01");
        region_compute(&region, "2026H1", 0);
        expect(&region, "uitfasering_begin", "0405 NBG", "", later ? "-" : "1");
        expect(&region, "uitfasering_resterend", "0405 NBG", "", later ? "-" : "1.000000 = 1/1");
        region_release(&region);
    }
}

static void nothing_left_is_a_ratio_of_zero(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_uitfasering(&region, "gemeente=0405 product=NDB vanaf=2026-03-01");
    add_indication(&region, "client=a product=NDB ingang=2025-01-01 eind=2026-03-31");
    add_indication(&region, "client=a product=NDB ingang=2025-01-01 eind=2026-03-31");
    region_compute(&region, "2026H1", 0);
    expect(&region, "uitfasering_begin", "0405 NDB", "", "2");
    expect(&region, "uitfasering_actief", "0405 NDB", "", "-");
    expect(&region, "uitfasering_resterend", "0405 NDB", "", "0.000000 = 0/2");
    region_release(&region);
}

static void amounts_are_those_of_linked_lines_in_the_period(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_uitfasering(&region, "gemeente=0405 product=NBG vanaf=2026-03-01");
    add_uitfasering(&region, "gemeente=0388 product=NBG vanaf=2026-03-01");
    add_indication(&region, "client=a product=NBG ingang=2025-01-01");
    add_line(&region, "toewijzing=1 begin=2025-12-22 eind=2026-01-10 bedrag=30.00");          /* 10 of 20 days: 15 */
    add_line(&region, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 bedrag=20.00");          /* 20 */
    add_line(&region, "toewijzing=1 begin=2026-02-01 eind=2026-02-28 bedrag=5.00 credit=ja"); /* -5 */
    add_line(&region, "toewijzing=1 begin=2026-07-01 eind=2026-07-31 bedrag=9.00");           /* after P */
    add_line(&region, "client=b begin=2026-02-01 eind=2026-02-28 bedrag=9.00");               /* not linked */
    add_indication(&region, "client=c product=NBG ingang=2025-01-01 gemeente=0388");
    add_line(&region, "toewijzing=2 begin=2025-12-01 eind=2025-12-31 bedrag=9.00"); /* before P */
    region_compute(&region, "2026H1", 0);
    expect(&region, "uitfasering_bedrag", "0405 NBG", "", "30.000000");
    expect(&region, "uitfasering_bedrag", "0388 NBG", "", "-");
    assert_int_equal(figure_clients(&region, "uitfasering_bedrag", "0405 NBG", ""), 1);
    region_release(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indications_before_now_and_after),
        cmocka_unit_test(before_u_the_later_day_decides),
        cmocka_unit_test(the_begin_is_known_from_the_day_before_u),
        cmocka_unit_test(nothing_left_is_a_ratio_of_zero),
        cmocka_unit_test(amounts_are_those_of_linked_lines_in_the_period),
    };
    return cmocka_run_group_tests_name("uitfasering", tests, NULL, NULL);
}
