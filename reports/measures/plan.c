/*
 * Puts the declarations of the families together.  Invariant: after plan_init the figures stand in the order in which
 * one cell of a measure is exported, and every slot that a figure names was declared.
 */
#include "reports/measures/plan.h"

#include <string.h>

#include "etl/base/error.h"
#include "reports/measures/bits.h"
#include "reports/measures/registry.h"

void plan_slot(struct plan *plan, uint16_t slot, enum slot_kind kind) {
    plan_slots(plan, slot, 1, kind);
}

void plan_slots(struct plan *plan, uint16_t first, uint16_t count, enum slot_kind kind) {
    if (plan->slots.len != (size_t)plan->base + first || plan->slots.len + count > INT16_MAX)
        BUG("slots must be declared in order");
    if (kind == SLOT_BEGIN)
        VEC_PUSH(plan->begins, (uint16_t)plan->slots.len);
    for (uint16_t i = 0; i < count; i++) {
        VEC_PUSH(plan->slots, (uint8_t)kind);
        VEC_PUSH(plan->values, NULL);
    }
}

void plan_samples(struct plan *plan, uint16_t slot, const exact_t *value) {
    plan_slot(plan, slot, SLOT_SAMPLE);
    plan->values.data[plan->values.len - 1] = value;
}

void plan_figure(struct plan *plan, const char *maat, const char *uitsplitsing, enum figure_kind kind, uint16_t a,
                 uint16_t b, enum what what) {
    int measure = measure_find(maat);
    if (measure == MEASURE_NONE)
        BUG("measure is not in the registry");
    VEC_PUSH(plan->figures, (struct plan_figure){
                                .measure = (uint16_t)measure,
                                .uitsplitsing = (uint16_t)intern_add(plan->uitsplitsingen, slice_of(uitsplitsing)),
                                .a = (uint16_t)(plan->base + a),
                                .b = (uint16_t)(plan->base + b),
                                .kind = (uint8_t)kind,
                                .what = (uint8_t)what,
                            });
}

static int compare_figures(const void *a, const void *b, void *context) {
    const struct plan_figure *x = a;
    const struct plan_figure *y = b;
    const struct intern *texts = context;
    if (x->measure != y->measure)
        return x->measure < y->measure ? -1 : 1;
    return slice_compare(intern_text(texts, x->uitsplitsing), intern_text(texts, y->uitsplitsing));
}

/* The slots without which a figure has no row: [*first, *last]. */
static void deciding_slots(const struct plan_figure *figure, uint16_t *first, uint16_t *last) {
    *first = *last = figure->a;
    if (figure->kind == FIGURE_COUNTS)
        *last = figure->b;
    else if (figure->kind == FIGURE_RATIO || figure->kind == FIGURE_PER_CLIENT)
        *first = *last = figure->b;
}

static void index_slots(struct plan *plan) {
    size_t words = bits_words(plan->figures.len);
    plan->figures_of_slot = mem_calloc(plan->slots.len * words, sizeof *plan->figures_of_slot);
    for (size_t f = 0; f < plan->figures.len; f++) {
        uint16_t first;
        uint16_t last;
        deciding_slots(&plan->figures.data[f], &first, &last);
        if (plan->figures.data[f].a >= plan->slots.len || plan->figures.data[f].b >= plan->slots.len)
            BUG("figure of a slot that was not declared");
        for (size_t slot = first; slot <= last; slot++)
            bits_set(plan->figures_of_slot + slot * words, f);
    }
}

const uint64_t *plan_figures_of_slot(const struct plan *plan, size_t slot) {
    return plan->figures_of_slot + slot * bits_words(plan->figures.len);
}

void plan_init(struct plan *plan, const struct measure_context *context, struct intern *uitsplitsingen) {
    *plan = (struct plan){.uitsplitsingen = uitsplitsingen};
    plan->family_base = mem_calloc(measure_family_count, sizeof *plan->family_base);
    for (size_t f = 0; f < measure_family_count; f++) {
        plan->base = plan->family_base[f] = (uint16_t)plan->slots.len;
        if (measure_families[f]->declare)
            measure_families[f]->declare(context, plan);
    }
    qsort_r(plan->figures.data, plan->figures.len, sizeof *plan->figures.data, compare_figures, uitsplitsingen);
    index_slots(plan);
}

void plan_release(struct plan *plan) {
    VEC_FREE(plan->slots);
    VEC_FREE(plan->values);
    VEC_FREE(plan->begins);
    VEC_FREE(plan->figures);
    free(plan->figures_of_slot);
    free(plan->family_base);
}
