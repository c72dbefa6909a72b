/*
 * The plan of a period: all slots of all families side by side, and the figures that come from them.
 */
#ifndef WMO_REPORTS_MEASURES_PLAN_H
#define WMO_REPORTS_MEASURES_PLAN_H

#include "etl/base/vec.h"
#include "reports/measures/family.h"

struct plan_figure {
    uint16_t measure;      /* index in the registry */
    uint16_t uitsplitsing; /* in plan->uitsplitsingen */
    uint16_t a;            /* slots of the whole plan */
    uint16_t b;
    uint8_t kind; /* enum figure_kind */
    uint8_t what; /* enum what */
};

struct plan {
    VEC(uint8_t) slots;              /* enum slot_kind */
    VEC(const exact_t *) values;     /* per slot what the numbers of its samples stand for; NULL: themselves */
    VEC(uint16_t) begins;            /* the slots that are a SLOT_BEGIN */
    VEC(struct plan_figure) figures; /* in the order of the export */
    uint64_t *figures_of_slot;       /* per slot a set (bits.h) of figures that may have a row once it was touched */
    uint16_t *family_base;           /* the first slot of each family */
    struct intern *uitsplitsingen;
    uint16_t base; /* of the family that declares now */
};

/* The set of figures that a slot can give a row to, of bits_words(plan->figures.len) words. */
const uint64_t *plan_figures_of_slot(const struct plan *plan, size_t slot);

/* Lets every family declare; `uitsplitsingen` is borrowed and grows. */
void plan_init(struct plan *plan, const struct measure_context *context, struct intern *uitsplitsingen);
void plan_release(struct plan *plan);

#endif
