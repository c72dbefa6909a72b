/* measures.md 10: what aanbieders say of themselves, aggregated and set against what was measured. */
#include <stdio.h>

#include "tests/unit/support_dataset.h"

/* One indicator of each kind; cijfer weighs by aantal, uren by cijfer. */
static void add_catalogue(struct region *region) {
    add_indicator(region, "code=aantal aggregatie=som toets=clienten_periode");
    add_indicator(region, "code=gem aggregatie=gemiddelde");
    add_indicator(region, "code=cijfer aggregatie=gewogen weegfactor=aantal");
    add_indicator(region, "code=uren aggregatie=gewogen weegfactor=cijfer");
}

/* A row of A1 in 2026H1. */
static void say(struct region *region, const char *indicator, const char *waarde, const char *where) {
    char fields[SHOWN_SIZE];
    snprintf(fields, sizeof fields, "aanbieder=A1 periode=2026H1 indicator=%s waarde=%s %s", indicator, waarde, where);
    add_statement(region, fields);
}

static void a_row_counts_for_exactly_its_group(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    say(&region, "aantal", "100", "");
    say(&region, "aantal", "10", "gemeente=0405");
    say(&region, "aantal", "20", "perceel=BG");
    say(&region, "aantal", "-3.5", "gemeente=0405 perceel=DB");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi", "A1", "aantal", "100.000000");
    expect(&region, "mi", "A1 0405", "aantal", "10.000000");
    expect(&region, "mi", "A1 BG", "aantal", "20.000000");
    expect(&region, "mi", "A1 0405 DB", "aantal", "-3.500000");
    expect(&region, "mi", "A1 0405 BG", "aantal", "-");
    /* a perceel over all gemeenten that was not given: from the rows with both */
    expect(&region, "mi", "A1 DB", "aantal", "-3.500000");
    expect(&region, "mi", "", "aantal", "100.000000");
    expect(&region, "mi", "BG", "aantal", "20.000000");
    expect(&region, "mi", "0405", "aantal", "-"); /* no group of a gemeente alone */
    region_release(&region);
}

static void a_total_takes_the_first_set_that_is_not_empty(void **state) {
    (void)state;
    static const struct {
        const char *rows[3]; /* of 1, 10 and 100 */
        const char *total;
    } cases[] = {
        /* rows with a gemeente only go before all others */
        {{"gemeente=0388", "perceel=BG", "gemeente=0405 perceel=BG"}, "1.000000"},
        /* then those with a perceel only */
        {{"gemeente=0405 perceel=DB", "perceel=BG", "gemeente=0405 perceel=BG"}, "10.000000"},
        /* then those with both */
        {{"gemeente=0405 perceel=DB", "gemeente=0388 perceel=BG", "gemeente=0405 perceel=BG"}, "111.000000"},
    };
    static const char *const values[] = {"1", "10", "100"};
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        struct region region;
        region_init(&region);
        add_catalogue(&region);
        for (size_t row = 0; row < 3; row++)
            say(&region, "aantal", values[row], cases[n].rows[row]);
        region_compute(&region, "2026H1", 0);
        expect(&region, "mi", "A1", "aantal", cases[n].total);
        region_release(&region);
    }
}

static void margins_come_from_the_rows_with_both(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    say(&region, "gem", "1", "gemeente=0388 perceel=BG");
    say(&region, "gem", "2", "gemeente=0405 perceel=BG");
    say(&region, "gem", "6", "gemeente=0405 perceel=DB");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi", "A1 BG", "gem", "1.500000");   /* (1 + 2) / 2 */
    expect(&region, "mi", "A1 0405", "gem", "4.000000"); /* (2 + 6) / 2 */
    expect(&region, "mi", "A1", "gem", "3.000000");      /* (1 + 2 + 6) / 3, not the mean of means */
    expect(&region, "mi", "A1 0388", "gem", "1.000000");
    region_release(&region);
}

static void a_weighted_mean_weighs_in_the_same_place(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    say(&region, "cijfer", "7", "gemeente=0388");
    say(&region, "cijfer", "8", "gemeente=0405");
    say(&region, "cijfer", "1", "gemeente=0420"); /* no weight there */
    say(&region, "aantal", "3", "gemeente=0388");
    say(&region, "aantal", "0.5", "gemeente=0405 perceel=BG"); /* its weight is aggregated: 0.5 + 0.5 */
    say(&region, "aantal", "0.5", "gemeente=0405 perceel=DB");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi", "A1", "cijfer", "7.250000"); /* (7 × 3 + 8 × 1) / 4 */
    /* the region: the aanbieders' values, weighed by their own aantal (3, its row with a gemeente only) */
    expect(&region, "mi", "", "cijfer", "7.250000");
    region_release(&region);
}

static void a_weight_of_zero_or_less_is_left_out(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    say(&region, "cijfer", "7", "gemeente=0388");
    say(&region, "cijfer", "8", "gemeente=0405");
    say(&region, "cijfer", "9", "gemeente=0420");
    say(&region, "aantal", "0", "gemeente=0388");
    say(&region, "aantal", "-1", "gemeente=0405");
    say(&region, "aantal", "0.000001", "gemeente=0420");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi", "A1", "cijfer", "9.000000");
    region_release(&region);
}

static void without_a_part_left_there_is_no_value(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    say(&region, "cijfer", "7", "gemeente=0388");
    /* this set is not empty, so that the next, which has a weight, is not tried */
    say(&region, "cijfer", "8", "perceel=BG");
    say(&region, "aantal", "5", "perceel=BG");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi", "A1 0388", "cijfer", "7.000000");
    expect(&region, "mi", "A1 BG", "cijfer", "8.000000");
    expect(&region, "mi", "A1", "cijfer", "-");
    expect(&region, "mi", "", "cijfer", "-");
    expect(&region, "mi", "BG", "cijfer", "8.000000");
    region_release(&region);
}

static void a_weight_may_itself_be_weighted(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    /* cijfer of 0388: (6 × 1 + 9 × 2) / 3 = 8; of 0405: 4 */
    say(&region, "cijfer", "6", "gemeente=0388 perceel=BG");
    say(&region, "cijfer", "9", "gemeente=0388 perceel=DB");
    say(&region, "aantal", "1", "gemeente=0388 perceel=BG");
    say(&region, "aantal", "2", "gemeente=0388 perceel=DB");
    say(&region, "cijfer", "4", "gemeente=0405");
    say(&region, "uren", "10", "gemeente=0388");
    say(&region, "uren", "40", "gemeente=0405");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi", "A1 0388", "cijfer", "8.000000");
    expect(&region, "mi", "A1", "uren", "20.000000"); /* (10 × 8 + 40 × 4) / 12 */
    region_release(&region);
}

static void the_region_aggregates_over_aanbieders(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    say(&region, "aantal", "10", "");
    say(&region, "cijfer", "6", "");
    say(&region, "gem", "1", "");
    add_statement(&region, "aanbieder=A2 periode=2026H1 indicator=aantal waarde=20 gemeente=0405");
    add_statement(&region, "aanbieder=A2 periode=2026H1 indicator=aantal waarde=10 gemeente=0388");
    add_statement(&region, "aanbieder=A2 periode=2026H1 indicator=cijfer waarde=8");
    add_statement(&region, "aanbieder=A2 periode=2026H1 indicator=gem waarde=2");
    add_statement(&region, "aanbieder=A3 periode=2026H1 indicator=cijfer waarde=1"); /* no weight */
    add_statement(&region, "aanbieder=A3 periode=2026H1 indicator=gem waarde=5 perceel=BG");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi", "", "aantal", "40.000000"); /* 10 + (20 + 10) */
    expect(&region, "mi", "", "cijfer", "7.500000");  /* (6 × 10 + 8 × 30) / 40 */
    expect(&region, "mi", "", "gem", "2.666667");     /* (1 + 2 + 5) / 3: each aanbieder once */
    expect(&region, "mi", "BG", "gem", "5.000000");
    region_release(&region);
}

static void codes_of_one_organisation_come_together(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    add_statement(&region, "aanbieder=A5 periode=2026H1 indicator=aantal waarde=4");
    add_statement(&region, "aanbieder=A5 periode=2026H1 indicator=gem waarde=4");
    say(&region, "aantal", "3", "");
    say(&region, "gem", "3", "");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi", "A1", "aantal", "7.000000"); /* a som is added */
    expect(&region, "mi", "A1", "gem", "3.000000");    /* of others the last counts */
    expect(&region, "mi", "A5", "aantal", "-");
    region_release(&region);
}

static void a_period_counts_by_its_name(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    add_statement(&region, "aanbieder=A1 periode=2026H1 indicator=aantal waarde=1");
    add_statement(&region, "aanbieder=A1 periode=2026H2 indicator=aantal waarde=2");
    add_statement(&region, "aanbieder=A1 periode=2026 indicator=gem waarde=5");
    region_compute(&region, "2026", 0);
    expect(&region, "mi", "A1", "aantal", "-");
    expect(&region, "mi", "A1", "gem", "5.000000");
    region_release(&region);
}

static void a_deviation_is_a_share_of_what_was_measured(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    add_indicator(&region, "code=wacht aggregatie=som toets=wachtend/aantal");
    add_indicator(&region, "code=dagen aggregatie=som toets=doorlooptijd_start/gemiddelde");
    for (const char *client = "abcd"; *client; client++) { /* clienten_periode 4, wachtend 0 */
        char fields[] = "ingang=2026-01-01 besluit=2026-01-01 start=2026-01-11 client=?";
        fields[sizeof fields - 2] = *client;
        add_indication(&region, fields);
    }
    say(&region, "aantal", "5", "");
    say(&region, "aantal", "3", "gemeente=0405 perceel=BG");
    say(&region, "aantal", "3", "perceel=DB"); /* nothing measured there */
    say(&region, "wacht", "2", "");            /* measured 0: no row to compare with */
    say(&region, "dagen", "7.5", "");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi_afwijking", "A1", "aantal", "0.250000 = 1.000000/4"); /* (5 - 4) / 4 */
    expect(&region, "mi_afwijking", "A1 0405 BG", "aantal", "-0.250000 = -1.000000/4");
    expect(&region, "mi_afwijking", "A1 0405", "aantal", "-0.250000 = -1.000000/4"); /* an aggregate is given too */
    expect(&region, "mi_afwijking", "A1 DB", "aantal", "-");
    expect(&region, "mi_afwijking", "", "aantal", "0.250000 = 1.000000/4");
    expect(&region, "mi_afwijking", "A1", "wacht", "-");
    expect(&region, "mi_afwijking", "A1", "dagen", "-0.250000 = -2.500000/10.000000"); /* (7.5 - 10) / 10 */
    region_release(&region);
}

static void a_deviation_from_a_ratio_is_exact(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indicator(&region, "code=uit aggregatie=som toets=uitval");
    add_indication(&region, "client=a ingang=2025-01-01 stop=2026-02-01 reden=21");
    add_indication(&region, "client=b ingang=2025-01-01 stop=2026-02-01 reden=19");
    add_indication(&region, "client=c ingang=2025-01-01 stop=2026-02-01 reden=19");
    say(&region, "uit", "1000000", "");
    region_compute(&region, "2026H1", 0);
    /* uitval 1 / 3: (1,000,000 - 1/3) / (1/3) = 2,999,999; from 0.333333 it would be 3,000,002 */
    expect(&region, "mi_afwijking", "A1", "uit", "2999999.000000 = 999999.666667/0.333333");
    region_release(&region);
}

static void a_deviation_from_a_mean_is_exact(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indicator(&region, "code=om aggregatie=som toets=omvang/gemiddelde");
    add_indication(&region, "client=a product=NBU ingang=2025-01-01 volume=0.001");
    add_indication(&region, "client=b product=NBU ingang=2025-01-01 volume=0.001");
    add_indication(&region, "client=c product=NBU ingang=2025-01-01 volume=0.002");
    say(&region, "om", "4", "perceel=BG");
    region_compute(&region, "2026H1", 0);
    /* mean 0.004 / 3: (4 - 0.004/3) / (0.004/3) = 2999; from 0.001333 it would be 2999.75 */
    expect(&region, "mi_afwijking", "A1 BG", "om", "2999.000000 = 3.998667/0.001333");
    region_release(&region);
}

static void who_has_clients_and_says_nothing_is_missing(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    add_indication(&region, "client=a ingang=2026-01-01 aanbieder=A1");
    add_indication(&region, "client=b ingang=2026-06-30 aanbieder=A2");                 /* active on the last day */
    add_indication(&region, "client=c ingang=2026-07-01 aanbieder=A3");                 /* the day after */
    add_indication(&region, "client=d ingang=2025-01-01 eind=2025-12-31 aanbieder=A4"); /* the day before */
    add_statement(&region, "aanbieder=A5 periode=2026H1 indicator=gem waarde=5");       /* A5 counts as A1 */
    add_statement(&region, "aanbieder=A2 periode=2025H2 indicator=gem waarde=5");
    region_compute(&region, "2026H1", 0);
    expect(&region, "mi_ontbreekt", "A2", "", "1");
    assert_int_equal(figure_rows(&region, "mi_ontbreekt"), 1);
    region_release(&region);
}

static void nothing_is_missing_when_nobody_delivered(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_catalogue(&region);
    add_indication(&region, "client=a ingang=2026-01-01");
    add_statement(&region, "aanbieder=A2 periode=2025H2 indicator=gem waarde=5");
    region_compute(&region, "2026H1", 0);
    assert_int_equal(figure_rows(&region, "mi_ontbreekt"), 0);
    region_release(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_counts_for_exactly_its_group),
        cmocka_unit_test(a_total_takes_the_first_set_that_is_not_empty),
        cmocka_unit_test(margins_come_from_the_rows_with_both),
        cmocka_unit_test(a_weighted_mean_weighs_in_the_same_place),
        cmocka_unit_test(a_weight_of_zero_or_less_is_left_out),
        cmocka_unit_test(without_a_part_left_there_is_no_value),
        cmocka_unit_test(a_weight_may_itself_be_weighted),
        cmocka_unit_test(the_region_aggregates_over_aanbieders),
        cmocka_unit_test(codes_of_one_organisation_come_together),
        cmocka_unit_test(a_period_counts_by_its_name),
        cmocka_unit_test(a_deviation_is_a_share_of_what_was_measured),
        cmocka_unit_test(a_deviation_from_a_ratio_is_exact),
        cmocka_unit_test(a_deviation_from_a_mean_is_exact),
        cmocka_unit_test(who_has_clients_and_says_nothing_is_missing),
        cmocka_unit_test(nothing_is_missing_when_nobody_delivered),
    };
    return cmocka_run_group_tests_name("managementinformatie", tests, NULL, NULL);
}
