/* Figures in parts: joined, taken piece by piece, and taken by who looks one up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reports/measures/loose.h"
#include "reports/measures/registry.h"

enum { PARTS = 5, LISTS = 2, SPARSE = 1, FULL = 3, EMPTY = 4 };

/* Of measure FULL each part would have so many: more than a page of a list. */
static const unsigned full[PARTS] = {1, 2000, 1, 0, 1000};

static void add(struct figure_list *list, size_t measure, int64_t number) {
    *figure_list_room(list, measure) = (struct figure){.number = {number}};
    figure_list_keep(list, measure);
}

/* Parts 0, 3 and 4 stand in the first list and 1 in the second, which is filled first; part 2 was never made. */
static struct loose_figures *make(struct intern *uitsplitsingen) {
    static const size_t order[] = {1, 0, 3, 4};
    struct loose_figures *loose = loose_new(PARTS, LISTS, uitsplitsingen);
    for (size_t n = 0; n < sizeof order / sizeof order[0]; n++) {
        size_t part = order[n];
        struct figure_list *list = loose_list(loose, part == 1);
        loose_begin_part(loose, part, list);
        for (unsigned i = 0; i < full[part]; i++)
            add(list, FULL, (int64_t)part * 10000 + i);
        if (part == 4)
            add(list, SPARSE, 4);
        loose_end_part(loose, part);
    }
    return loose;
}

/* The figures of FULL in the order of parts: 1 of part 0, 2,000 of part 1, 1,000 of part 4. */
static int64_t expected(size_t n) {
    return n < 1 ? 0 : n < 2001 ? 10000 + (int64_t)n - 1 : 40000 + (int64_t)n - 2001;
}

enum { FULL_COUNT = 1 + 2000 + 1000 };

static void pieces_of_any_size_are_the_parts_in_order(void **state) {
    (void)state;
    static const size_t sizes[] = {1, 7, 999, 1024, 3000, FULL_COUNT, 5000};
    static struct figure piece[5000];
    struct intern uitsplitsingen = {0};
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        struct loose_figures *loose = make(&uitsplitsingen);
        assert_int_equal(loose_count(loose), FULL_COUNT + 1);
        size_t seen = 0;
        size_t taken;
        while ((taken = loose_take(loose, FULL, piece, sizes[s])) > 0) {
            size_t left = FULL_COUNT - seen;
            assert_int_equal(taken, left < sizes[s] ? left : sizes[s]);
            for (size_t i = 0; i < taken; i++)
                assert_int_equal(piece[i].number[0], expected(seen + i));
            seen += taken;
        }
        assert_int_equal(seen, FULL_COUNT);
        assert_int_equal(loose_count(loose), 1);
        assert_int_equal(loose_take(loose, SPARSE, piece, sizes[s]), 1);
        assert_int_equal(piece[0].number[0], 4);
        assert_int_equal(loose_take(loose, EMPTY, piece, sizes[s]), 0);
        loose_free(loose);
    }
    intern_release(&uitsplitsingen);
}

static void what_is_joined_is_not_taken_again(void **state) {
    (void)state;
    struct intern uitsplitsingen = {0};
    struct loose_figures *loose = make(&uitsplitsingen);
    struct measure_figures all = {0};
    struct measure_figures none = {0};
    struct figure one;
    assert_int_equal(loose_take(loose, FULL, &one, 1), 1);
    loose_join(loose, FULL, &all);
    assert_int_equal(all.count, FULL_COUNT - 1);
    for (size_t i = 0; i < all.count; i++)
        assert_int_equal(all.figure[i].number[0], expected(i + 1));
    const struct figure *before = all.figure;
    loose_join(loose, FULL, &all); /* as a family does that looks figures up one by one */
    assert_ptr_equal(all.figure, before);
    assert_int_equal(all.count, FULL_COUNT - 1);
    assert_int_equal(loose_take(loose, FULL, &one, 1), 0);
    loose_join(loose, EMPTY, &none);
    assert_null(none.figure);
    assert_int_equal(loose_count(loose), 1);
    loose_free(loose);
    free(all.figure);
    intern_release(&uitsplitsingen);
}

/* A period that is dropped or released with figures still loose leaks nothing, which the sanitizers see. */
static void a_period_may_go_while_figures_are_loose(void **state) {
    (void)state;
    struct figures figures = {.periods = 2};
    figures.period = calloc(2, sizeof *figures.period);
    for (size_t k = 0; k < 2; k++) {
        figures.period[k].measure = calloc(measure_count, sizeof *figures.period[k].measure);
        figures.period[k].loose = make(&figures.uitsplitsingen);
        figures.period[k].count = FULL_COUNT + 1;
    }
    assert_int_equal(figures_count(&figures), 2 * (FULL_COUNT + 1));
    figures_drop_period(&figures, 0);
    assert_null(figures.period[0].loose);
    assert_int_equal(figures_count(&figures), FULL_COUNT + 1);
    figures_join(&figures, 1, 2);
    assert_null(figures.period[1].loose);
    assert_int_equal(figures.period[1].measure[FULL].count, FULL_COUNT);
    figures_join(&figures, 1, 2); /* nothing is loose any more */
    assert_int_equal(figures.period[1].measure[SPARSE].count, 1);
    figures_release(&figures);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_any_size_are_the_parts_in_order),
        cmocka_unit_test(what_is_joined_is_not_taken_again),
        cmocka_unit_test(a_period_may_go_while_figures_are_loose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
