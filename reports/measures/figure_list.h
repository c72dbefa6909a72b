/*
 * Figures in the making, kept per measure.
 */
#ifndef WMO_REPORTS_MEASURES_FIGURE_LIST_H
#define WMO_REPORTS_MEASURES_FIGURE_LIST_H

#include "etl/base/vec.h"
#include "reports/measures/family.h"

struct figure_list {
    VEC(struct figure) * measure; /* measure_count of them */
    size_t *taken;                /* per measure, by figure_list_take */
    struct intern *uitsplitsingen;
    const struct period_figures *made; /* by the families before; NULL when none */
};

void figure_list_init(struct figure_list *list, struct intern *uitsplitsingen);
void figure_list_release(struct figure_list *list);

/* Room for the next figure of a measure, which figure_list_keep then adds. Inline: run for every figure. */
static inline struct figure *figure_list_room(struct figure_list *list, size_t measure) {
    VEC_RESERVE(list->measure[measure], 1);
    return &list->measure[measure].data[list->measure[measure].len];
}

static inline void figure_list_keep(struct figure_list *list, size_t measure) {
    list->measure[measure].len++;
}

/*
 * Moves the next `count` figures of a measure to `to` and gives their number back; memory of a measure that is moved
 * whole is freed.
 */
size_t figure_list_take(struct figure_list *list, size_t measure, struct figure *to, size_t count);

/* Puts each measure in the order of the export. */
void figure_list_sort(struct figure_list *list);

/* Moves all figures to `result`, in which these measures are empty: every measure belongs to one family. */
void figure_list_move(struct figure_list *list, struct period_figures *result);

#endif
