/*
 * What is to be asked of an aanbieder: exactly what its reader may see, and only beyond the tolerance.
 */
#include <stdio.h>

#include "reports/sheets/follow_up.h"
#include "tests/unit/support_dataset.h"

enum { A1 = 1 }; /* as in struct group */

struct asking {
    struct region region;
    struct disclosure disclosure;
    struct findings findings;
    struct sources sources;
    struct view_base *base;
};

static void asking_init(struct asking *asking, const char *stated) {
    *asking = (struct asking){.base = NULL};
    region_init(&asking->region);
    add_indicator(&asking->region, "code=clienten aggregatie=som toets=clienten_periode eenheid=clienten");
    for (unsigned client = 0; client < 10; client++) {
        char fields[64];
        snprintf(fields, sizeof fields, "client=C%u ingang=2025-07-01", client);
        add_indication(&asking->region, fields);
    }
    if (stated)
        add_statement(&asking->region, stated);
    region_compute(&asking->region, "2026H1", 0);
}

static struct follow_up ask(struct asking *asking, bool through_region) {
    const struct view_run run = {&asking->region.figures, &asking->region.settings, &asking->disclosure,
                                 &asking->findings, &asking->sources};
    disclosure_apply(&asking->disclosure, &asking->region.figures, 1);
    asking->base = view_base_new(&run);
    struct view *region = view_open(asking->base, (struct recipient){RECIPIENT_REGIO, GROUP_ALL});
    struct view *view = through_region ? view_open_aanbieder(region, A1)
                                       : view_open(asking->base, (struct recipient){RECIPIENT_AANBIEDER, A1});
    struct follow_up follow_up = follow_up_of(view, &asking->region.settings);
    view_close(view);
    view_close(region);
    return follow_up;
}

static void asking_release(struct asking *asking, struct follow_up *follow_up) {
    VEC_FREE(follow_up->list);
    view_base_free(asking->base);
    region_release(&asking->region);
}

/* Ten clients: 11 is 1/10 more, which is the tolerance; 12 is beyond it, and so is 8. */
static void only_beyond_the_tolerance(void **state) {
    (void)state;
    static const struct {
        const char *stated;
        size_t points;
        exact_t deviation;
    } rows[] = {
        {"indicator=clienten waarde=11 periode=2026H1 aanbieder=A1", 0, 0},
        {"indicator=clienten waarde=12 periode=2026H1 aanbieder=A1", 1, 200000},
        {"indicator=clienten waarde=9 periode=2026H1 aanbieder=A1", 0, 0},
        {"indicator=clienten waarde=8 periode=2026H1 aanbieder=A1", 1, -200000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct asking asking;
        asking_init(&asking, rows[i].stated);
        disclosure_init(&asking.disclosure, 5);
        struct follow_up follow_up = ask(&asking, false);
        assert_int_equal(follow_up.list.len, rows[i].points);
        if (follow_up.list.len > 0) {
            assert_int_equal(follow_up.list.data[0].kind, FOLLOW_DEVIATES);
            assert_true(follow_up.list.data[0].deviation.waarde == rows[i].deviation);
            assert_true(follow_up.list.data[0].measured.waarde == 10000000);
        }
        asking_release(&asking, &follow_up);
    }
}

/* 3 of 10 clients: the aanbieder may see its own 3, in the book of the region it is <5. */
static void the_region_does_not_see_a_small_statement(void **state) {
    (void)state;
    for (int through_region = 0; through_region < 2; through_region++) {
        struct asking asking;
        asking_init(&asking, "indicator=clienten waarde=3 periode=2026H1 aanbieder=A1");
        disclosure_init(&asking.disclosure, 5);
        struct follow_up follow_up = ask(&asking, through_region);
        assert_int_equal(follow_up.list.len, 1);
        assert_int_equal(follow_up.list.data[0].given.status, through_region ? VALUE_WITHHELD : VALUE_SHOWN);
        assert_true(follow_up.list.data[0].given.waarde == (through_region ? 0 : 3000000));
        asking_release(&asking, &follow_up);
    }
}

/* Another aanbieder delivered, so this one is late; in a period of which nothing came in, nobody is. */
static void who_did_not_deliver(void **state) {
    (void)state;
    static const struct {
        const char *stated;
        size_t points;
    } rows[] = {
        {"indicator=clienten waarde=1 periode=2026H1 aanbieder=A2", 1},
        {"indicator=clienten waarde=1 periode=2025H2 aanbieder=A2", 0},
        {NULL, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct asking asking;
        asking_init(&asking, rows[i].stated);
        disclosure_init(&asking.disclosure, 5);
        struct follow_up follow_up = ask(&asking, false);
        assert_int_equal(follow_up.list.len, rows[i].points);
        assert_int_equal(follow_up_count(&follow_up, FOLLOW_NOT_DELIVERED), rows[i].points);
        asking_release(&asking, &follow_up);
    }
}

static void for_everybody_there_is_nothing(void **state) {
    (void)state;
    struct asking asking;
    asking_init(&asking, "indicator=clienten waarde=40 periode=2026H1 aanbieder=A1");
    disclosure_init_openbaar(&asking.disclosure, &asking.region.settings);
    struct follow_up follow_up = ask(&asking, false);
    assert_int_equal(follow_up.list.len, 0);
    asking_release(&asking, &follow_up);
}

static void bounds_belong_to_what_can_be(void **state) {
    (void)state;
    const struct indicator both = {.minimum = 1000000, .maximum = 10000000};
    const struct indicator none = {.minimum = AMOUNT_NONE, .maximum = AMOUNT_NONE};
    assert_false(beyond_bounds(&both, 1000000));
    assert_false(beyond_bounds(&both, 10000000));
    assert_true(beyond_bounds(&both, 999999));
    assert_true(beyond_bounds(&both, 10000001));
    assert_false(beyond_bounds(&none, -1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_beyond_the_tolerance),    cmocka_unit_test(the_region_does_not_see_a_small_statement),
        cmocka_unit_test(who_did_not_deliver),          cmocka_unit_test(for_everybody_there_is_nothing),
        cmocka_unit_test(bounds_belong_to_what_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
