/*
 * The figures of the groups of one period as they were made: in lists per thread and in parts, which are the region,
 * the gemeenten, and of each organisatie itself and its gemeenten.  Tens of millions of them are copied once, to where
 * they are needed: joined per measure, or piece by piece to the export.
 */
#ifndef WMO_REPORTS_MEASURES_LOOSE_H
#define WMO_REPORTS_MEASURES_LOOSE_H

#include "reports/measures/figure_list.h"

struct loose_figures;

/* For so many parts out of so many lists. */
struct loose_figures *loose_new(size_t parts, size_t lists, struct intern *uitsplitsingen);
void loose_free(struct loose_figures *loose);

struct figure_list *loose_list(struct loose_figures *loose, size_t list);

/*
 * What a list gets between the two belongs to a part (from 0, in the order of the export); a list fills one part at a
 * time, in rising order.
 */
void loose_begin_part(struct loose_figures *loose, size_t part, struct figure_list *list);
void loose_end_part(struct loose_figures *loose, size_t part);

/* Figures of all measures that were not taken. */
size_t loose_count(const struct loose_figures *loose);

/*
 * Takes the next figures of a measure, in the order of the export and `most` at once; how many there were, 0 when none
 * is left.  Several threads may take, each of another measure.
 */
size_t loose_take(struct loose_figures *loose, size_t measure, struct figure *to, size_t most);

/* Takes all that is left of a measure. */
void loose_join(struct loose_figures *loose, size_t measure, struct measure_figures *result);

#endif
