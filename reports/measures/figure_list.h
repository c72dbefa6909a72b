/*
 * Figures in the making, kept per measure: in pages, since moving tens of millions of them as they grow costs more
 * than making them.
 */
#ifndef WMO_REPORTS_MEASURES_FIGURE_LIST_H
#define WMO_REPORTS_MEASURES_FIGURE_LIST_H

#include "etl/base/vec.h"
#include "reports/measures/family.h"

struct figure_page {
    struct figure *figure;
    size_t size; /* room in it */
};

struct figure_pages {
    struct figure *next; /* where the next one comes, in the last page, up to `end` */
    struct figure *end;
    VEC(struct figure_page) page;
    size_t count; /* of all pages */
    size_t taken; /* by figure_list_take: pages, and figures of the page after these */
    size_t taken_of_page;
};

struct figure_list {
    struct figure_pages *measure; /* measure_count of them */
    struct intern *uitsplitsingen;
    struct period_figures *made; /* by the families before; NULL when none */
};

void figure_list_init(struct figure_list *list, struct intern *uitsplitsingen);
void figure_list_release(struct figure_list *list);

/* Makes room for more figures of a measure. */
void figure_list_grow(struct figure_list *list, size_t measure);

/* Room for the next figure of a measure, which figure_list_keep then adds. Inline: run for every figure. */
static inline struct figure *figure_list_room(struct figure_list *list, size_t measure) {
    if (list->measure[measure].next == list->measure[measure].end)
        figure_list_grow(list, measure);
    return list->measure[measure].next;
}

static inline void figure_list_keep(struct figure_list *list, size_t measure) {
    list->measure[measure].next++;
    list->measure[measure].count++;
}

/* Moves the next `count` figures of a measure to `to`, and frees what is empty then. */
void figure_list_take(struct figure_list *list, size_t measure, struct figure *to, size_t count);

/*
 * Moves all figures to `result`, each measure in the order of the export; these measures are empty in it, for every
 * measure belongs to one family.
 */
void figure_list_move(struct figure_list *list, struct period_figures *result);

#endif
