/*
 * What a recipient sees: its own figures, the region without itself where enough others stand behind it, and what is
 * unknown.  Expected values are worked out beside the cases.
 */
#include <stdio.h>
#include <string.h>

#include "reports/view.h"
#include "reports/view_names.h"
#include "tests/unit/support_dataset.h"

enum { A1 = 1, A2, A3, A4 }; /* as in struct group */
enum { G0388 = 1, G0405, G0420 };

struct seen {
    struct region region;
    struct disclosure disclosure;
    struct findings findings;
    struct sources sources;
    struct view_base *base;
    unsigned clients; /* made up so far */
};

static void seen_init(struct seen *seen) {
    *seen = (struct seen){.clients = 0};
    region_init(&seen->region);
    for (size_t a = 0; a < seen->region.data.aanbieders.len; a++) {
        seen->region.data.aanbieders.data[a].naam = "";
        seen->region.data.aanbieders.data[a].contractmanager = "";
    }
}

static void seen_compute(struct seen *seen, const char *period, int64_t drempel) {
    region_compute(&seen->region, period, 1);
    disclosure_init(&seen->disclosure, drempel);
    disclosure_apply(&seen->disclosure, &seen->region.figures, 1);
    const struct view_run run = {
        .figures = &seen->region.figures,
        .settings = &seen->region.settings,
        .disclosure = &seen->disclosure,
        .findings = &seen->findings,
        .sources = &seen->sources,
    };
    seen->base = view_base_new(&run);
}

static void seen_release(struct seen *seen) {
    view_base_free(seen->base);
    region_release(&seen->region);
}

/* "0.200000", "x", "<5", or "-" when nothing is known. */
static const char *as_text(struct value value, char text[32]) {
    switch (value.status) {
    case VALUE_UNKNOWN: return "-";
    case VALUE_WITHHELD: return value.shown_as;
    case VALUE_SHOWN: break;
    }
    struct buf out = {0};
    exact_put_micros(&out, value.waarde);
    snprintf(text, 32, "%s", out.data);
    buf_release(&out);
    return text;
}

#define assert_value(expected, value)                                                                                  \
    do {                                                                                                               \
        char text_[32];                                                                                                \
        assert_string_equal(as_text(value, text_), expected);                                                          \
    } while (0)

static struct value region_beside(const struct seen *seen, uint16_t organisatie, const char *maat,
                                  const char *uitsplitsing) {
    struct view *view = view_open(seen->base, (struct recipient){RECIPIENT_AANBIEDER, organisatie});
    struct value value = view_region(view, view_now(view), maat, uitsplitsing, (struct group){0});
    view_close(view);
    return value;
}

static struct value own(const struct seen *seen, struct recipient recipient, size_t back, const char *maat,
                        const char *uitsplitsing) {
    struct view *view = view_open(seen->base, recipient);
    struct value value = view_value(view, view_now(view) - back, maat, uitsplitsing, (struct group){0});
    view_close(view);
    return value;
}

/* Indications of one client each that ended in 2026H1, the first `early` of them too early. */
static void add_ended(struct seen *seen, const char *aanbieder, unsigned count, unsigned early) {
    char fields[160];
    for (unsigned i = 0; i < count; i++) {
        snprintf(fields, sizeof fields, "client=c%u aanbieder=%s ingang=2025-01-01 stop=2026-03-31 reden=%s",
                 seen->clients++, aanbieder, i < early ? "21" : "19");
        add_indication(&seen->region, fields);
    }
}

/* ---- the region without oneself ---- */

static void sums_the_others(void **state) {
    (void)state;
    struct seen seen;
    seen_init(&seen);
    add_ended(&seen, "A1", 10, 9);
    add_ended(&seen, "A2", 10, 4);
    add_ended(&seen, "A3", 10, 1);
    add_ended(&seen, "A5", 10, 1); /* belongs to A1 */
    add_ended(&seen, "A4", 10, 1);
    seen_compute(&seen, "2026H1", 5);
    assert_value("0.500000", own(&seen, (struct recipient){RECIPIENT_AANBIEDER, A1}, 0, "uitval", "")); /* 10 / 20 */
    assert_value("0.200000", region_beside(&seen, A1, "uitval", ""));    /* (4 + 1 + 1) / 30 */
    assert_value("0.300000", region_beside(&seen, A2, "uitval", ""));    /* (10 + 1 + 1) / 40 */
    assert_value("-", region_beside(&seen, A1, "clienten_periode", "")); /* levels do not compare */
    seen_release(&seen);
}

static void needs_three_others(void **state) {
    (void)state;
    struct seen seen;
    seen_init(&seen);
    add_ended(&seen, "A1", 10, 9);
    add_ended(&seen, "A2", 10, 4);
    add_ended(&seen, "A3", 10, 1);
    seen_compute(&seen, "2026H1", 5);
    assert_value("x", region_beside(&seen, A1, "uitval", ""));        /* A2 and A3 */
    assert_value("0.466667", region_beside(&seen, A4, "uitval", "")); /* 14 / 30 of A1, A2 and A3 */
    seen_release(&seen);
}

/* At most 75%: 30 of 40 may, 31 of 41 may not. */
static void none_may_dominate(void **state) {
    (void)state;
    for (unsigned largest = 30; largest <= 31; largest++) {
        struct seen seen;
        seen_init(&seen);
        add_ended(&seen, "A1", 10, 9);
        add_ended(&seen, "A2", largest, 0);
        add_ended(&seen, "A3", 5, 0);
        add_ended(&seen, "A4", 5, 4);
        seen_compute(&seen, "2026H1", 5);
        assert_value(largest == 30 ? "0.100000" : "x", region_beside(&seen, A1, "uitval", "")); /* 4 / 40 */
        /* Without A2 itself, A1 has 10 of 20. */
        assert_value("0.650000", region_beside(&seen, A2, "uitval", "")); /* (9 + 4) / 20 */
        seen_release(&seen);
    }
}

/* Three others with 4 clients together fall under the threshold of 5, not under one of 4. */
static void few_clients_stay_hidden(void **state) {
    (void)state;
    for (int64_t drempel = 4; drempel <= 5; drempel++) {
        struct seen seen;
        seen_init(&seen);
        add_ended(&seen, "A1", 10, 9);
        add_ended(&seen, "A2", 1, 1);
        add_ended(&seen, "A3", 1, 0);
        add_ended(&seen, "A4", 2, 0);
        seen_compute(&seen, "2026H1", drempel);
        assert_value(drempel == 4 ? "0.250000" : "x", region_beside(&seen, A1, "uitval", "")); /* 1 / 4 */
        seen_release(&seen);
    }
}

/* Days from decision to start: A2 2 × 10, A3 1 × 40, A4 2 × 20; their mean is (20 + 40 + 40) / 5 = 20. */
static void weighs_means(void **state) {
    (void)state;
    struct seen seen;
    seen_init(&seen);
    add_indication(&seen.region, "client=a aanbieder=A1 ingang=2026-01-01 besluit=2026-01-01 start=2026-03-01");
    add_indication(&seen.region, "client=b aanbieder=A2 ingang=2026-01-01 besluit=2026-01-01 start=2026-01-11");
    add_indication(&seen.region, "client=c aanbieder=A2 ingang=2026-01-01 besluit=2026-02-01 start=2026-02-11");
    add_indication(&seen.region, "client=d aanbieder=A3 ingang=2026-01-01 besluit=2026-01-01 start=2026-02-10");
    add_indication(&seen.region, "client=e aanbieder=A4 ingang=2026-01-01 besluit=2026-01-01 start=2026-01-21");
    add_indication(&seen.region, "client=f aanbieder=A4 ingang=2026-01-01 besluit=2026-01-01 start=2026-01-21");
    seen_compute(&seen, "2026H1", 5);
    assert_value("20.000000", region_beside(&seen, A1, "doorlooptijd_start", "gemiddelde"));
    assert_value("-", region_beside(&seen, A1, "doorlooptijd_start", "mediaan")); /* does not add up */
    /* The norm is 42 days: all five are within it. */
    assert_value("1.000000", region_beside(&seen, A1, "doorlooptijd_start", "binnen_norm"));
    seen_release(&seen);
}

/* ---- shares ---- */

/* Of BG, minutes per week: A1 6 indications of 60 and 2 of 120, so only the smaller class is withheld. */
static void one_hidden_part_hides_the_shares(void **state) {
    (void)state;
    const struct group bg = {.perceel = PERCEEL_BG + 1};
    for (int64_t drempel = 0; drempel <= 5; drempel += 5) {
        struct seen seen;
        char fields[128];
        seen_init(&seen);
        for (int i = 0; i < 8; i++) {
            snprintf(fields, sizeof fields, "client=c%d ingang=2025-01-01 volume=%d", i, i < 6 ? 60 : 120);
            add_indication(&seen.region, fields);
        }
        seen_compute(&seen, "2026H1", drempel);
        struct view *view = view_open(seen.base, (struct recipient){RECIPIENT_GEMEENTE, G0405});
        size_t now = view_now(view);
        assert_value(drempel ? "x" : "0.750000", view_share(view, now, "omvang_klasse", "tot1", bg)); /* 6 / 8 */
        assert_value(drempel ? "x" : "0.250000", view_share(view, now, "omvang_klasse", "1tot3", bg));
        assert_value("6.000000", view_value(view, now, "omvang_klasse", "tot1", bg));
        assert_value(drempel ? "<5" : "2.000000", view_value(view, now, "omvang_klasse", "1tot3", bg));
        assert_value("0.000000", view_value(view, now, "omvang_klasse", "vanaf5", bg));
        view_close(view);
        seen_release(&seen);
    }
}

/* ---- what is not known is not 0 ---- */

static void unknown_is_not_zero(void **state) {
    (void)state;
    const struct recipient gemeente = {RECIPIENT_GEMEENTE, G0405};
    const struct recipient other = {RECIPIENT_GEMEENTE, G0388};
    struct seen seen;
    seen_init(&seen);
    add_indication(&seen.region, "client=a ingang=2024-01-01 product=OBG");
    add_line(&seen.region, "toewijzing=1 begin=2025-08-01 eind=2025-08-31 bedrag=100");
    add_registration(&seen.region, "client=z datum=2025-09-01");
    seen_compute(&seen, "2025H2", 0);
    assert_value("100.000000", own(&seen, gemeente, 0, "bedrag_gedeclareerd", ""));
    assert_value("-", own(&seen, gemeente, 1, "bedrag_gedeclareerd", "")); /* nobody declared in 2025H1 */
    assert_value("0.000000", own(&seen, other, 0, "bedrag_gedeclareerd", ""));
    assert_value("1.000000", own(&seen, gemeente, 0, "overgang_handmatig", ""));
    assert_value("-", own(&seen, gemeente, 1, "overgang_handmatig", "")); /* before the new agreement */
    assert_value("1.000000", own(&seen, gemeente, 0, "voorveld_registratie", "nieuw"));
    assert_value("0.000000", own(&seen, gemeente, 0, "voorveld_registratie", "terugval"));
    assert_value("-", own(&seen, other, 0, "voorveld_registratie", "nieuw")); /* does not register */
    assert_value("-", own(&seen, gemeente, 0, "signalen", "negatief/open"));  /* no signals were delivered */
    assert_value("-", own(&seen, gemeente, 0, "tariefafwijking", ""));        /* no tarieven */
    assert_value("-", own(&seen, gemeente, 0, "bedrag_geindiceerd", ""));
    assert_value("-", own(&seen, gemeente, 0, "uitval", ""));
    assert_value("0.000000", own(&seen, gemeente, 0, "instroom", ""));
    seen_release(&seen);
}

/* Of the last two months with a line, the lines still come in: June and July 2026 here. */
static void last_months_are_provisional(void **state) {
    (void)state;
    struct seen seen;
    seen_init(&seen);
    seen.region.settings.voorlopige_maanden = 2;
    add_indication(&seen.region, "client=a ingang=2024-01-01");
    add_line(&seen.region, "toewijzing=1 begin=2025-12-01 eind=2025-12-31 bedrag=100");
    add_line(&seen.region, "toewijzing=1 begin=2026-07-01 eind=2026-07-31 bedrag=100");
    seen_compute(&seen, "2026H1", 0);
    struct view *view = view_open(seen.base, (struct recipient){RECIPIENT_REGIO, 0});
    assert_false(view_day_provisional(view, date_from_civil(2026, 5, 31)));
    assert_true(view_day_provisional(view, date_from_civil(2026, 6, 1)));
    assert_false(view_provisional(view, 0));
    view_close(view);
    seen_release(&seen);
}

/* ---- who there is ---- */

static void only_who_has_figures_has_a_book(void **state) {
    (void)state;
    struct seen seen;
    seen_init(&seen);
    add_indication(&seen.region, "client=a aanbieder=A5 ingang=2026-01-01"); /* belongs to A1 */
    add_indication(&seen.region, "client=b aanbieder=A2 ingang=2020-01-01 eind=2020-12-31");
    seen_compute(&seen, "2026H1", 5);
    assert_true(view_base_has(seen.base, (struct recipient){RECIPIENT_AANBIEDER, A1}));
    assert_false(view_base_has(seen.base, (struct recipient){RECIPIENT_AANBIEDER, A2}));
    assert_true(view_base_has(seen.base, (struct recipient){RECIPIENT_GEMEENTE, G0420}));
    struct view *view = view_open(seen.base, (struct recipient){RECIPIENT_AANBIEDER, A1});
    assert_int_equal(view_members(view, DIMENSION_AANBIEDER), 0);
    assert_string_equal(view_own_code(view), "A1");
    assert_int_equal(view_members(view, DIMENSION_GEMEENTE), 3);
    view_close(view);
    seen_release(&seen);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_the_others),
        cmocka_unit_test(needs_three_others),
        cmocka_unit_test(none_may_dominate),
        cmocka_unit_test(few_clients_stay_hidden),
        cmocka_unit_test(weighs_means),
        cmocka_unit_test(one_hidden_part_hides_the_shares),
        cmocka_unit_test(unknown_is_not_zero),
        cmocka_unit_test(last_months_are_provisional),
        cmocka_unit_test(only_who_has_figures_has_a_book),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
