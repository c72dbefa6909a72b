/* Clients, in- and uitstroom, ended indications and uitval: measures.md 5. */
#include "tests/unit/support_dataset.h"

static void in_and_out_of_a_half_year(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_indication(&r, "client=stays ingang=2025-01-01");
    add_indication(&r, "client=ends ingang=2025-01-01 eind=2025-12-31");   /* active on p0, on no day of P */
    add_indication(&r, "client=ends1 ingang=2025-01-01 eind=2026-01-01");  /* active on p0 and one day of P */
    add_indication(&r, "client=comes ingang=2026-06-30");                  /* active on p only */
    add_indication(&r, "client=later ingang=2026-07-01");                  /* the day after p */
    add_indication(&r, "client=passes ingang=2026-01-01 eind=2026-06-29"); /* neither on p0 nor on p */
    add_indication(&r, "client=never ingang=2026-03-01 stop=2026-02-28");  /* an empty effective interval */
    region_compute(&r, "2026H1", 0);
    expect(&r, "clienten_begin", "", "", "3");   /* stays, ends, ends1 */
    expect(&r, "clienten_eind", "", "", "2");    /* stays, comes */
    expect(&r, "clienten_periode", "", "", "4"); /* stays, ends1, comes, passes */
    expect(&r, "instroom", "", "", "1");         /* comes */
    expect(&r, "uitstroom", "", "", "2");        /* ends, ends1: 3 + 1 − 2 = 2 */
    expect(&r, "indicaties_eind", "", "", "2");
    region_release(&r);
}

static void clients_are_distinct_in_each_group(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    /* jan moves from A1 in 0405 to A2 in 0420, and from BG to DB; at both he is one client of the region. */
    add_indication(&r, "client=jan ingang=2025-01-01 eind=2026-02-28");
    add_indication(&r, "client=jan ingang=2026-03-01 aanbieder=A2 gemeente=0420 product=NDB");
    add_indication(&r, "client=jan ingang=2026-03-01 aanbieder=A2 gemeente=0420 product=NVV");
    region_compute(&r, "2026H1", 0);
    expect(&r, "clienten_begin", "", "", "1");
    expect(&r, "clienten_eind", "", "", "1");
    expect(&r, "clienten_periode", "", "", "1");
    expect(&r, "instroom", "", "", "-");
    expect(&r, "uitstroom", "", "", "-");
    expect(&r, "uitstroom", "0405", "", "1");
    expect(&r, "instroom", "0420", "", "1");
    expect(&r, "instroom", "A2 0420 DB", "", "1");
    expect(&r, "clienten_eind", "DB", "", "1");
    expect(&r, "indicaties_eind", "DB", "", "2");
    expect(&r, "indicaties_eind", "NDB", "", "1");
    region_release(&r);
}

static void ended_by_reason(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_indication(&r, "client=a ingang=2025-01-01 stop=2026-01-01 reden=19"); /* as planned */
    add_indication(&r, "client=b ingang=2025-01-01 stop=2026-06-30 reden=21"); /* early, by the client */
    add_indication(&r, "client=c ingang=2025-01-01 stop=2026-03-01 reden=02"); /* death: does not count in uitval */
    add_indication(&r, "client=d ingang=2025-01-01 stop=2026-03-01 reden=20"); /* interrupted: not ended */
    add_indication(&r, "client=e ingang=2025-01-01 stop=2026-03-01");          /* no reason */
    add_indication(&r, "client=f ingang=2025-01-01 stop=2025-12-31 reden=21"); /* before P */
    add_indication(&r, "client=g ingang=2025-01-01 stop=2026-07-01 reden=21"); /* after P */
    /* whatever the other dates: ended in P by its stopdatum, though its validity ended before */
    add_indication(&r, "client=h ingang=2025-01-01 eind=2025-06-30 stop=2026-02-01 reden=22");
    region_compute(&r, "2026H1", 0);
    expect(&r, "beeindigd", "", "19", "1");
    expect(&r, "beeindigd", "", "21", "1");
    expect(&r, "beeindigd", "", "22", "1");
    expect(&r, "beeindigd", "", "02", "1");
    expect(&r, "beeindigd", "", "20", "-");
    expect(&r, "beeindigd", "", "onbekend", "1");
    expect(&r, "uitval", "", "", "0.666667 = 2/3"); /* b and h of a, b and h */
    region_release(&r);
}

static void an_interruption_does_not_end(void **state) {
    (void)state;
    struct region r;
    region_init(&r);
    add_indication(&r, "client=a ingang=2025-01-01 stop=2026-03-01 reden=20");
    add_indication(&r, "client=b ingang=2025-01-01 stop=2026-03-01 reden=19");
    region_compute(&r, "2026H1", 0);
    expect(&r, "clienten_eind", "", "", "1");
    expect(&r, "uitval", "", "", "0.000000 = 0/1"); /* a ratio has a row also when its teller is 0 */
    region_release(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_and_out_of_a_half_year),
        cmocka_unit_test(clients_are_distinct_in_each_group),
        cmocka_unit_test(ended_by_reason),
        cmocka_unit_test(an_interruption_does_not_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
