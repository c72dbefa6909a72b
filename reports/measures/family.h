/*
 * What a measure family is made of.  A family either lets every indication (and every line that is not linked)
 * contribute to slots, of which the engine makes figures for the 12 grouping sets; or it adds figures of groups itself.
 *
 * A new measure is one file with one `const struct measure_family`, a row in the registry for each measure in it, and
 * a row for the family.
 */
#ifndef WMO_REPORTS_MEASURES_FAMILY_H
#define WMO_REPORTS_MEASURES_FAMILY_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/exact.h"
#include "etl/dataset.h"
#include "reports/figures.h"
#include "reports/measures/sink.h"
#include "reports/period.h"
#include "reports/settings.h"

struct lines;
struct unlinked_line;
struct tarief_index;
struct voorveld_index;
struct omvang_index;

struct interval {
    date_t begin;
    date_t end; /* closed; empty when end < begin */
};

/* What every family may know of one period; const while figures are computed. */
struct measure_context {
    const struct dataset *data;
    const struct settings *settings;
    const struct tarief_index *tarieven;
    const struct voorveld_index *voorveld; /* reports/measures/voorveld_index.h */
    const struct omvang_index *omvang;     /* reports/measures/omvang_index.h */
    const struct lines *lines;             /* reports/measures/lines.h */
    struct period period;
    struct interval days;                     /* P */
    struct interval month[PERIOD_MONTHS_MAX]; /* of P */
    int months;
    date_t p0;        /* the day before P */
    date_t p;         /* peildatum */
    unsigned threads; /* that a direct family may use, at least 1 */
};

enum figure_kind {
    FIGURE_COUNT,      /* slot a, as an integer */
    FIGURE_COUNTS,     /* slots a … b (both included) added up, as an integer */
    FIGURE_SUM,        /* slot a */
    FIGURE_RATIO,      /* slot a / slot b (two sums, or two counts); clients are those of slot b */
    FIGURE_CLIENTS,    /* distinct clients of slot a */
    FIGURE_DIFFERENCE, /* distinct clients of slot a less those of slot b */
    FIGURE_PER_CLIENT, /* slot a / distinct clients of slot b */
    FIGURE_MEAN,       /* of the samples of slot a */
    FIGURE_MEDIAN,
    FIGURE_P90,
    FIGURE_EXCEEDED /* of a SLOT_LIMIT */
};

/* For which groups a figure is made. */
enum what { WHAT_ALL = 1, WHAT_PERCEEL = 2, WHAT_PRODUCT = 4, WHAT_ANY = WHAT_ALL | WHAT_PERCEEL | WHAT_PRODUCT };

/* How a family tells what its slots are and which figures come from them; slots are numbered from 0 per family. */
struct plan;
void plan_slot(struct plan *plan, uint16_t slot, enum slot_kind kind);
void plan_slots(struct plan *plan, uint16_t first, uint16_t count, enum slot_kind kind);

/* A SLOT_SAMPLE. `value` tells what a number stands for, and order like the numbers; NULL: each for itself. Borrowed.
 */
void plan_samples(struct plan *plan, uint16_t slot, const exact_t *value);

/* maat must be in the registry; uitsplitsing is copied; b is used by the kinds that name it. */
void plan_figure(struct plan *plan, const char *maat, const char *uitsplitsing, enum figure_kind kind, uint16_t a,
                 uint16_t b, enum what what);

/* Where a family adds figures of groups itself, in any order. */
struct figure_list;

/* In all of these clients are the distinct ones behind the figure; 0: it rests on no client of the data. */
void figure_list_count(struct figure_list *list, const char *maat, const char *uitsplitsing, struct group group,
                       int64_t count, uint32_t clients);
void figure_list_value(struct figure_list *list, const char *maat, const char *uitsplitsing, struct group group,
                       exact_t waarde, uint32_t clients);
/* No row when noemer is 0; it is exported as an integer when it is a count. */
void figure_list_ratio(struct figure_list *list, const char *maat, const char *uitsplitsing, struct group group,
                       exact_t teller, exact_t noemer, bool noemer_is_count, uint32_t clients);
/* As figure_list_ratio for two counts, both exported as integers. */
void figure_list_ratio_of_counts(struct figure_list *list, const char *maat, const char *uitsplitsing,
                                 struct group group, int64_t teller, int64_t noemer, uint32_t clients);

/*
 * Figures of this period that the families before it made, for those that compare (mi_afwijking); NULL when none.  The
 * first question after a measure joins what is loose of it, so only one thread may ask.
 */
const struct figure *figure_list_find(const struct figure_list *list, const char *maat, const char *uitsplitsing,
                                      struct group group);

struct measure_family {
    const char *name;
    /* Declares slots and figures for a period; NULL for a family that only adds figures itself. */
    void (*declare)(const struct measure_context *context, struct plan *plan);
    /* Contributions of indication `index`; called from several threads. */
    void (*indication)(const struct measure_context *context, uint32_t index, struct sink *sink);
    /* Contributions of a line that is not linked to an indication (afgekeurd included); may be NULL. */
    void (*unlinked)(const struct measure_context *context, const struct unlinked_line *line, struct sink *sink);
    /* Adds figures of groups itself; runs after all slots were turned into figures; may be NULL. */
    void (*direct)(const struct measure_context *context, struct figure_list *list);
};

#endif
