/*
 * The view openbaar on small regions: what is rounded, what is withheld, and what is gone.  Clients are many at once,
 * so that the counts can be read off the calls.
 */
#include <string.h>

#include "reports/disclosure.h"
#include "reports/measures/registry.h"
#include "tests/unit/support_dataset.h"

enum { MILLION = 1000000 };

/* `count` clients, each with one indication; `first` keeps those of several calls apart. */
static void add_clients(struct region *region, int first, int count, const char *fields) {
    for (int i = first; i < first + count; i++) {
        struct buf text = {0};
        buf_printf(&text, "client=c%d %s", i, fields);
        add_indication(region, text.data);
        buf_release(&text);
    }
}

static void publish(struct region *region, const char *period, unsigned history, unsigned threads) {
    struct disclosure disclosure;
    region_compute(region, period, history);
    disclosure_init_openbaar(&disclosure, &region->settings);
    disclosure_apply(&disclosure, &region->figures, threads);
}

static const struct figure *find(const struct region *region, const char *maat, struct group group,
                                 const char *uitsplitsing) {
    return figures_find(&region->figures, region->figures.periods - 1, maat, group, uitsplitsing);
}

static int64_t count_of(const struct region *region, const char *maat, struct group group, const char *uitsplitsing) {
    const struct figure *figure = find(region, maat, group, uitsplitsing);
    assert_non_null(figure);
    assert_int_equal(figure->status, FIGURE_SHOWN);
    return (int64_t)(figure_waarde(figure) / MILLION);
}

static const struct group all = {0};
static const struct group enkhuizen = {.gemeente = 1}; /* 0388 */
static const struct group hoorn = {.gemeente = 2};     /* 0405 */

static void counts_are_rounded_and_small_ones_gone(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_clients(&region, 0, 13, "gemeente=0405 ingang=2026-01-01");
    add_clients(&region, 100, 2, "gemeente=0388 ingang=2026-01-01");
    publish(&region, "2026H1", 0, 1);
    assert_int_equal(count_of(&region, "clienten_eind", all, ""), 15);
    assert_int_equal(count_of(&region, "clienten_eind", hoorn, ""), 15);
    assert_null(find(&region, "clienten_eind", enkhuizen, ""));
    region_release(&region);
}

static void no_figure_of_an_aanbieder_is_left(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_clients(&region, 0, 20, "aanbieder=A1 ingang=2026-01-01");
    publish(&region, "2026H1", 0, 2);
    size_t count = 0;
    for (size_t m = 0; m < measure_count; m++)
        for (size_t i = 0; i < region.figures.period[0].measure[m].count; i++, count++)
            assert_int_equal(region.figures.period[0].measure[m].figure[i].group.organisatie, GROUP_ALL);
    assert_true(count > 0);
    assert_int_equal(count, region.figures.period[0].count);
    region_release(&region);
}

/* 10 clients a day of 60 minuut in a week, 181 days: 10 × 60 × 181 / 7 = 15.514 minuut. */
static void volumes_rest_on_ten_clients(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_clients(&region, 0, 10, "gemeente=0405 ingang=2026-01-01 volume=60");
    add_clients(&region, 100, 9, "gemeente=0388 ingang=2026-01-01 volume=60");
    publish(&region, "2026H1", 0, 1);
    struct group product = {.gemeente = 2, .perceel = PERCEEL_BG + 1};
    for (uint16_t p = 0; p < region.data.producten.len; p++)
        if (strcmp(region.data.producten.data[p].code, "NBG") == 0)
            product.product = (uint16_t)(p + 1);
    const struct figure *shown = find(&region, "volume_geindiceerd", product, "");
    assert_non_null(shown);
    assert_int_equal(shown->status, FIGURE_SHOWN);
    assert_true(figure_waarde(shown) == (exact_t)15500 * MILLION);
    product.gemeente = 1;
    const struct figure *withheld = find(&region, "volume_geindiceerd", product, "");
    assert_non_null(withheld);
    assert_int_equal(withheld->status, FIGURE_WITHHELD);
    assert_true(figure_waarde(withheld) == 0); /* the number itself is gone */
    assert_int_equal(withheld->clients, 0);
    region_release(&region);
}

/* 12 of 34 within the norm of 42 days: 10 / 35 = 0,2857…; the mean (12 × 10 + 22 × 50) / 34 = 35,88… */
static void ratios_are_of_rounded_counts_and_days_whole(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_clients(&region, 0, 12, "ingang=2026-01-01 besluit=2026-02-01 start=2026-02-11");
    add_clients(&region, 100, 22, "ingang=2026-01-01 besluit=2026-02-01 start=2026-03-23");
    publish(&region, "2026H1", 0, 1);
    const struct figure *within = find(&region, "doorlooptijd_start", all, "binnen_norm");
    assert_true(figure_waarde(within) == 290000);
    assert_true(figure_teller(within) == (exact_t)10 * MILLION);
    assert_true(figure_noemer(within) == (exact_t)35 * MILLION);
    assert_int_equal(within->decimals, DECIMALS_TWO);
    assert_int_equal(count_of(&region, "doorlooptijd_start", all, "gemiddelde"), 36);
    assert_int_equal(count_of(&region, "doorlooptijd_start", all, "mediaan"), 50);
    region_release(&region);
}

/* 1 and 2 are no noemer and no aantal; 3 to 9 withhold what rests on them. */
static void ratios_of_few_are_gone_or_withheld(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_clients(&region, 0, 2, "gemeente=0388 ingang=2026-01-01 besluit=2026-02-01 start=2026-02-11");
    add_clients(&region, 100, 9, "gemeente=0405 ingang=2026-01-01 besluit=2026-02-01 start=2026-02-11");
    publish(&region, "2026H1", 0, 1);
    assert_null(find(&region, "doorlooptijd_start", enkhuizen, "binnen_norm"));
    assert_null(find(&region, "doorlooptijd_start", enkhuizen, "mediaan"));
    assert_int_equal(find(&region, "doorlooptijd_start", hoorn, "binnen_norm")->status, FIGURE_WITHHELD);
    assert_int_equal(find(&region, "doorlooptijd_start", hoorn, "mediaan")->status, FIGURE_WITHHELD);
    region_release(&region);
}

static void a_given_nulmeting_and_signalen_are_exact(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_nulmeting(&region, "gemeente=0405 perceel=BG aantal=2");
    add_nulmeting(&region, "gemeente=0405 perceel=DB aantal=4");
    add_signaal(&region, "datum=2026-02-01 aanbieder=A1 gemeente=0405 soort=negatief status=open");
    publish(&region, "2026H1", 0, 1);
    assert_int_equal(count_of(&region, "voorveld_nulmeting", hoorn, ""), 6);
    assert_int_equal(count_of(&region, "voorveld_nulmeting", (struct group){.gemeente = 2, .perceel = 1}, ""), 2);
    assert_int_equal(count_of(&region, "signalen", hoorn, "negatief/open"), 1);
    region_release(&region);
}

/*
 * Given nulmeting 41, of which 9 shifted: 10 / 40 = 0,25. f = days(2025-07-02, 2026-06-30) / days(2025-07-02,
 * 2028-12-31) = 364 / 1279, so that 0,25 / f = 0,8784… and 0,40 × f = 0,1138…, which the shift is ahead of.
 */
static void prognose_follows_from_the_rounded_shift(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_nulmeting(&region, "gemeente=0405 perceel=BG aantal=41");
    add_registration(&region, "gemeente=0405 perceel=BG datum=2026-01-01 aantal=9");
    publish(&region, "2026H1", 0, 1);
    const struct group bg = {.gemeente = 2, .perceel = PERCEEL_BG + 1};
    assert_true(figure_waarde(find(&region, "voorveld_verschuiving", bg, "")) == 250000);
    assert_true(figure_waarde(find(&region, "voorveld_prognose", bg, "")) == 880000);
    assert_int_equal(count_of(&region, "voorveld_status", bg, ""), 1);
    region_release(&region);
}

static void a_statement_of_one_aanbieder_is_withheld(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_indicator(&region, "code=klachten aggregatie=som");
    add_indicator(&region, "code=fte aggregatie=som");
    add_statement(&region, "indicator=klachten waarde=7 periode=2026H1 aanbieder=A1");
    add_statement(&region, "indicator=fte waarde=7 periode=2026H1 aanbieder=A1");
    add_statement(&region, "indicator=fte waarde=8 periode=2026H1 aanbieder=A2");
    publish(&region, "2026H1", 0, 1);
    assert_int_equal(find(&region, "mi", all, "klachten")->status, FIGURE_WITHHELD);
    assert_int_equal(count_of(&region, "mi", all, "fte"), 15);
    region_release(&region);
}

/* The products of dagbesteding in Hoorn: how many rows of indicaties_eind are shown, and how many withheld. */
struct rows {
    size_t shown;
    size_t withheld;
};

static struct rows rows_of_dagbesteding(const struct region *region) {
    struct rows rows = {0};
    for (uint16_t p = 0; p < region->data.producten.len; p++) {
        struct group group = {.gemeente = 2, .perceel = PERCEEL_DB + 1, .product = (uint16_t)(p + 1)};
        const struct figure *figure = find(region, "indicaties_eind", group, "");
        rows.shown += figure != NULL && figure->status == FIGURE_SHOWN;
        rows.withheld += figure != NULL && figure->status == FIGURE_WITHHELD;
    }
    return rows;
}

static void add_dagbesteding(struct region *region, int clients_of_last) {
    add_clients(region, 0, 3, "product=ODB ingang=2025-01-01");
    add_clients(region, 100, 3, "product=NDB ingang=2025-01-01");
    add_clients(region, 200, 3, "product=OVV ingang=2025-01-01");
    add_clients(region, 300, clients_of_last, "product=NVV ingang=2025-01-01");
}

/* 3 + 3 + 3 + 3 = 12: published as 10, which is at most 12, and four times 5, each at least 3. Only 3 each is left. */
static void what_has_one_answer_is_left_out(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_dagbesteding(&region, 3);
    publish(&region, "2026H1", 0, 1);
    struct rows rows = rows_of_dagbesteding(&region);
    assert_int_equal(rows.shown, 0);
    assert_int_equal(rows.withheld, 4);
    assert_int_equal(count_of(&region, "indicaties_eind", hoorn, ""), 10);
    region_release(&region);
}

/* 3 + 3 + 3 + 4 = 13: published as 15, which is 13 to 17, and four times 5: 4 + 4 + 4 + 4 would do as well. */
static void what_has_two_answers_is_shown(void **state) {
    (void)state;
    struct region region;
    region_init(&region);
    add_dagbesteding(&region, 4);
    publish(&region, "2026H1", 0, 1);
    struct rows rows = rows_of_dagbesteding(&region);
    assert_int_equal(rows.shown, 4);
    assert_int_equal(rows.withheld, 0);
    region_release(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_rounded_and_small_ones_gone),
        cmocka_unit_test(no_figure_of_an_aanbieder_is_left),
        cmocka_unit_test(volumes_rest_on_ten_clients),
        cmocka_unit_test(ratios_are_of_rounded_counts_and_days_whole),
        cmocka_unit_test(ratios_of_few_are_gone_or_withheld),
        cmocka_unit_test(a_given_nulmeting_and_signalen_are_exact),
        cmocka_unit_test(prognose_follows_from_the_rounded_shift),
        cmocka_unit_test(a_statement_of_one_aanbieder_is_withheld),
        cmocka_unit_test(what_has_one_answer_is_left_out),
        cmocka_unit_test(what_has_two_answers_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
