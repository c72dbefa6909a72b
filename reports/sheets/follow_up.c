/*
 * Finding what is to be asked.  Invariant: everything is measured in the view of its reader, so that a point says
 * nothing that the reader may not see.  Called by the sheet Opvolging and by opvolging.c.
 */
#include "reports/sheets/follow_up.h"

#include <stdlib.h>

#include "reports/view_names.h"

/* What the aanbieder gave a value for, or the total of it. */
struct stated {
    const struct indicator *indicator;
    struct group part;
};

typedef VEC(struct stated) stated_list;

bool beyond_bounds(const struct indicator *indicator, exact_t waarde) {
    return (indicator->minimum != AMOUNT_NONE && waarde < indicator->minimum) ||
           (indicator->maximum != AMOUNT_NONE && waarde > indicator->maximum);
}

static int compare_stated(const void *a, const void *b) {
    const struct stated *x = a;
    const struct stated *y = b;
    if (x->indicator != y->indicator)
        return x->indicator < y->indicator ? -1 : 1;
    return group_compare(&x->part, &y->part);
}

/* In order; what stands there twice, through hoort_bij, once. */
static stated_list list_stated(const struct view *view) {
    stated_list list = {0};
    size_t distinct = 0;
    for (const struct statement *s = NULL; (s = view_next_statement(view, s)) != NULL;)
        VEC_PUSH(list, (struct stated){
                           .indicator = view_indicator(view, s->indicator),
                           .part = {.gemeente = s->gemeente == INDEX_NONE ? GROUP_ALL : (uint16_t)(s->gemeente + 1),
                                    .perceel = s->perceel == PERCEEL_NONE ? GROUP_ALL : (uint8_t)(s->perceel + 1)}});
    if (list.len > 0)
        qsort(list.data, list.len, sizeof *list.data, compare_stated);
    for (size_t i = 0; i < list.len; i++)
        if (i == 0 || compare_stated(&list.data[i], &list.data[distinct - 1]) != 0)
            list.data[distinct++] = list.data[i];
    list.len = distinct;
    return list;
}

static struct value given_value(const struct view *view, const struct stated *stated) {
    return view_value(view, view_now(view), "mi", stated->indicator->code, stated->part);
}

/* As FINDING_INDICATOR_MISSING: an answer for any part is an answer. */
static void add_empty(const struct view *view, const stated_list *list, struct follow_up *follow_up) {
    size_t s = 0;
    for (size_t i = 0; i < view_indicatoren(view); i++) {
        const struct indicator *indicator = view_indicator(view, i);
        bool given = s < list->len && list->data[s].indicator == indicator;
        while (s < list->len && list->data[s].indicator == indicator)
            s++;
        if (indicator->verplicht && !given)
            VEC_PUSH(follow_up->list, (struct follow_point){.kind = FOLLOW_EMPTY, .indicator = indicator});
    }
}

static void add_beyond(const struct view *view, const stated_list *list, struct follow_up *follow_up) {
    for (size_t i = 0; i < list->len; i++) {
        const struct stated *stated = &list->data[i];
        struct value given = given_value(view, stated);
        if (given.status == VALUE_SHOWN && beyond_bounds(stated->indicator, given.waarde))
            VEC_PUSH(follow_up->list,
                     (struct follow_point){
                         .kind = FOLLOW_BEYOND, .indicator = stated->indicator, .part = stated->part, .given = given});
    }
}

static void add_deviation(const struct view *view, const struct stated *stated, exact_t most,
                          struct follow_up *follow_up) {
    size_t now = view_now(view);
    struct value deviation = view_value(view, now, "mi_afwijking", stated->indicator->code, stated->part);
    if (deviation.status != VALUE_SHOWN || (deviation.waarde <= most && deviation.waarde >= -most))
        return;
    VEC_PUSH(follow_up->list,
             (struct follow_point){.kind = FOLLOW_DEVIATES,
                                   .indicator = stated->indicator,
                                   .part = stated->part,
                                   .given = given_value(view, stated),
                                   .measured = view_measured(view, now, stated->indicator, stated->part),
                                   .deviation = deviation});
}

/* The total as well where only parts of it were given: small ones are not compared. */
static void add_deviations(const struct view *view, const stated_list *list, exact_t most,
                           struct follow_up *follow_up) {
    for (size_t i = 0; i < list->len; i++) {
        const struct stated *stated = &list->data[i];
        const struct stated total = {.indicator = stated->indicator};
        bool first = i == 0 || list->data[i - 1].indicator != stated->indicator;
        if (first && compare_stated(&total, stated) != 0)
            add_deviation(view, &total, most, follow_up);
        add_deviation(view, stated, most, follow_up);
    }
}

struct follow_up follow_up_of(const struct view *view, const struct settings *settings) {
    struct follow_up follow_up = {0};
    if (view_is_public(view))
        return follow_up;
    if (view_value(view, view_now(view), "mi_ontbreekt", "", (struct group){0}).present) {
        VEC_PUSH(follow_up.list, (struct follow_point){.kind = FOLLOW_NOT_DELIVERED});
        return follow_up;
    }
    stated_list stated = list_stated(view);
    if (stated.len > 0)
        add_empty(view, &stated, &follow_up);
    add_beyond(view, &stated, &follow_up);
    add_deviations(view, &stated, settings->mi_tolerantie, &follow_up);
    VEC_FREE(stated);
    return follow_up;
}

size_t follow_up_count(const struct follow_up *follow_up, enum follow_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < follow_up->list.len; i++)
        count += follow_up->list.data[i].kind == kind;
    return count;
}
