/*
 * Collects figures per measure.  Invariant: a list never holds two figures of one key.
 * Called by the engine and by the families that add figures themselves.
 */
#include "reports/measures/figure_list.h"

#include <string.h>

#include "etl/base/error.h"
#include "reports/measures/loose.h"
#include "reports/measures/registry.h"

enum { MILLION = 1000000, PAGE_FIRST = 16, PAGE_MOST = 1024 };

void figure_list_init(struct figure_list *list, struct intern *uitsplitsingen) {
    *list = (struct figure_list){.uitsplitsingen = uitsplitsingen};
    list->measure = mem_calloc(measure_count, sizeof *list->measure);
}

void figure_list_release(struct figure_list *list) {
    for (size_t m = 0; m < measure_count; m++) {
        struct figure_pages *pages = &list->measure[m];
        for (size_t p = pages->taken; p < pages->page.len; p++)
            free(pages->page.data[p].figure);
        VEC_FREE(pages->page);
    }
    free(list->measure);
}

void figure_list_grow(struct figure_list *list, size_t measure) {
    struct figure_pages *pages = &list->measure[measure];
    size_t doublings = pages->page.len;
    size_t size = PAGE_FIRST;
    while (doublings-- > 0 && size < PAGE_MOST)
        size *= 2;
    pages->next = mem_realloc(NULL, size, sizeof *pages->next);
    pages->end = pages->next + size;
    VEC_PUSH(pages->page, (struct figure_page){pages->next, size});
}

/* Adds a figure whose numbers are set already. */
static void add_named(struct figure_list *list, const char *maat, const char *uitsplitsing, struct group group,
                      struct figure figure) {
    int measure = measure_find(maat);
    if (measure == MEASURE_NONE)
        BUG("measure is not in the registry");
    figure.group = group;
    figure.uitsplitsing = (uint16_t)intern_add(list->uitsplitsingen, slice_of(uitsplitsing));
    *figure_list_room(list, (size_t)measure) = figure;
    figure_list_keep(list, (size_t)measure);
}

void figure_list_count(struct figure_list *list, const char *maat, const char *uitsplitsing, struct group group,
                       int64_t count, uint32_t clients) {
    struct figure figure = {.whole = 1, .clients = clients};
    figure_set(&figure, 0, (exact_t)count * MILLION);
    add_named(list, maat, uitsplitsing, group, figure);
}

void figure_list_value(struct figure_list *list, const char *maat, const char *uitsplitsing, struct group group,
                       exact_t waarde, uint32_t clients) {
    struct figure figure = {.clients = clients};
    figure_set_exact(&figure, waarde);
    add_named(list, maat, uitsplitsing, group, figure);
}

void figure_list_ratio(struct figure_list *list, const char *maat, const char *uitsplitsing, struct group group,
                       exact_t teller, exact_t noemer, bool noemer_is_count, uint32_t clients) {
    if (noemer == 0)
        return;
    struct figure figure = {.clients = clients, .ratio = 1, .whole = noemer_is_count ? 1U << 2 : 0};
    figure_set(&figure, 0, exact_ratio_micros(teller, noemer));
    figure_set(&figure, 1, exact_micros(teller));
    figure_set(&figure, 2, exact_micros(noemer));
    add_named(list, maat, uitsplitsing, group, figure);
}

void figure_list_ratio_of_counts(struct figure_list *list, const char *maat, const char *uitsplitsing,
                                 struct group group, int64_t teller, int64_t noemer, uint32_t clients) {
    if (noemer == 0)
        return;
    struct figure figure = {.clients = clients, .ratio = 1, .whole = 1U << 1 | 1U << 2};
    figure_set(&figure, 0, exact_ratio_micros(teller, noemer));
    figure_set(&figure, 1, (exact_t)teller * MILLION);
    figure_set(&figure, 2, (exact_t)noemer * MILLION);
    add_named(list, maat, uitsplitsing, group, figure);
}

static const struct figure *search(const struct figure *figure, size_t count, struct group group, uint32_t uits) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (group_compare(&figure[middle].group, &group) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && group_compare(&figure[low].group, &group) == 0; low++)
        if (figure[low].uitsplitsing == uits)
            return &figure[low];
    return NULL;
}

const struct figure *figure_list_find(const struct figure_list *list, const char *maat, const char *uitsplitsing,
                                      struct group group) {
    int measure = measure_find(maat);
    uint32_t uits = intern_find(list->uitsplitsingen, slice_of(uitsplitsing));
    if (measure == MEASURE_NONE || uits == INTERN_NONE || !list->made)
        return NULL;
    struct measure_figures *made = &list->made->measure[measure];
    if (list->made->loose)
        loose_join(list->made->loose, (size_t)measure, made);
    return search(made->figure, made->count, group, uits);
}

void figure_list_take(struct figure_list *list, size_t measure, struct figure *to, size_t count) {
    struct figure_pages *pages = &list->measure[measure];
    while (count > 0) {
        struct figure_page *page = &pages->page.data[pages->taken];
        size_t left = page->size - pages->taken_of_page;
        size_t some = count < left ? count : left;
        memcpy(to, page->figure + pages->taken_of_page, some * sizeof *to);
        to += some;
        count -= some;
        pages->taken_of_page += some;
        if (some == left) {
            free(page->figure);
            pages->taken++;
            pages->taken_of_page = 0;
        }
    }
}

static int compare_figures(const void *a, const void *b, void *context) {
    const struct figure *x = a;
    const struct figure *y = b;
    const struct intern *texts = context;
    int order = group_compare(&x->group, &y->group);
    return order ? order : slice_compare(intern_text(texts, x->uitsplitsing), intern_text(texts, y->uitsplitsing));
}

void figure_list_move(struct figure_list *list, struct period_figures *result) {
    for (size_t m = 0; m < measure_count; m++) {
        size_t count = list->measure[m].count;
        struct measure_figures *made = &result->measure[m];
        if (count == 0)
            continue;
        if (made->count > 0)
            BUG("a measure of two families");
        made->figure = mem_realloc(NULL, count, sizeof *made->figure);
        made->count = count;
        figure_list_take(list, m, made->figure, count);
        if (count > 1)
            qsort_r(made->figure, count, sizeof *made->figure, compare_figures, list->uitsplitsingen);
        result->count += count;
    }
}
