/* measures.md 5: signals per kind and status. */
#include "tests/unit/support_dataset.h"

static void signals_are_counted_per_kind_and_status(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_signaal(&region, "datum=2026-01-01 aanbieder=A1 gemeente=0405 soort=negatief status=open"); /* first day of P */
    add_signaal(&region, "datum=2026-06-30 aanbieder=A1 gemeente=0388 soort=negatief status=open"); /* last day */
    add_signaal(&region, "datum=2026-03-01 aanbieder=A5 gemeente=0405 soort=negatief status=open"); /* counts as A1 */
    add_signaal(&region, "datum=2026-03-01 aanbieder=A2 soort=positief status=in_behandeling");     /* no gemeente */
    add_signaal(&region, "datum=2026-03-01 aanbieder=A2 gemeente=0405 soort=negatief status=afgehandeld");
    add_signaal(&region, "datum=2025-12-31 aanbieder=A1 gemeente=0405 soort=negatief status=open"); /* before P */
    add_signaal(&region, "datum=2026-07-01 aanbieder=A1 gemeente=0405 soort=negatief status=open"); /* after P */
    region_compute(&region, "2026H1", 0);
    expect(&region, "signalen", "", "negatief/open", "3");
    expect(&region, "signalen", "A1", "negatief/open", "3");
    expect(&region, "signalen", "0405", "negatief/open", "2");
    expect(&region, "signalen", "0405 A1", "negatief/open", "2");
    expect(&region, "signalen", "0388 A1", "negatief/open", "1");
    expect(&region, "signalen", "A2", "positief/in_behandeling", "1");
    expect(&region, "signalen", "", "positief/in_behandeling", "1");
    expect(&region, "signalen", "0405", "negatief/afgehandeld", "1");
    /* negatief/open: region, A1, 0405, 0388 and both pairs; positief: region and A2; afgehandeld: four */
    assert_int_equal(figure_rows(&region, "signalen"), 6 + 2 + 4);
    region_release(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signals_are_counted_per_kind_and_status),
    };
    return cmocka_run_group_tests_name("signalen", tests, NULL, NULL);
}
