/*
 * The figures: every value of every measure, per group and period.  What the export and all sheets are made from.
 *
 * Invariant: of one period the figures stand in the order of the export (measures.md 11): maat, aanbieder, gemeente,
 * perceel, product, uitsplitsing, each in byte order with "all" first.
 */
#ifndef WMO_REPORTS_FIGURES_H
#define WMO_REPORTS_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/exact.h"
#include "etl/base/intern.h"
#include "etl/dataset.h"
#include "reports/period.h"

enum { GROUP_ALL = 0 }; /* a dimension that is not split; else the index in the dataset + 1 */

/* The group that a figure is about. */
struct group {
    uint16_t organisatie; /* index of the aanbieder + 1 */
    uint16_t gemeente;
    uint16_t product;
    uint8_t perceel; /* enum perceel + 1 */
};

enum figure_status { FIGURE_SHOWN, FIGURE_WITHHELD };

/* With how many decimals the numbers that are no counts are exported. */
enum figure_decimals {
    DECIMALS_SIX,
    DECIMALS_TWO,   /* of a rounded ratio; its teller and noemer with as many as they need */
    DECIMALS_NEEDED /* of other rounded numbers */
};

struct figure {
    int64_t number[3];     /* waarde, teller, noemer (see figure_waarde); or waarde and its exact value */
    uint32_t clients;      /* distinct clients behind it (of a ratio or mean in its noemer or aantal) */
    uint16_t uitsplitsing; /* figures.uitsplitsingen */
    struct group group;
    uint8_t scale;        /* bit i: number[i] is in whole ones, too large for millionths */
    uint8_t status : 1;   /* enum figure_status, set by disclosure */
    uint8_t decimals : 2; /* enum figure_decimals, set by disclosure */
    uint8_t ratio : 1;    /* has a teller and noemer */
    uint8_t whole : 3;    /* bit i: number[i] is a count, exported as an integer */
};

/* In millionths. */
exact_t figure_waarde(const struct figure *figure);
exact_t figure_teller(const struct figure *figure);
exact_t figure_noemer(const struct figure *figure);

/* The waarde as exact as the figure knows it, before it was rounded to millionths, for what is computed from it. */
exact_t figure_exact(const struct figure *figure);

/* Sets waarde (0), teller (1) or noemer (2) in millionths. */
void figure_set(struct figure *figure, int which, exact_t micros);

/* Sets the waarde of a figure that is no ratio and no count. */
void figure_set_exact(struct figure *figure, exact_t waarde);

/* Figures that stand side by side, in the order of the export. */
struct figure_range {
    const struct figure *first;
    size_t count;
};

struct measure_figures {
    struct figure *figure;
    size_t count;
};

struct loose_figures;

/* The figures of one period, per measure. */
struct period_figures {
    struct period period;
    struct loose_figures *loose; /* measures that stand there alone, NULL when there are none (see measures/loose.h) */
    struct measure_figures *measure; /* by index in the registry (reports/measures/registry.h), measure_count of them */
    size_t count;                    /* of all measures together, loose ones too */
};

struct figures {
    const struct dataset *data;
    struct intern uitsplitsingen;  /* 0 is "" */
    struct period_figures *period; /* the oldest first, the one asked for last */
    size_t periods;
};

void figures_release(struct figures *figures);

/* Joins what is loose of a period, for who wants more of it than the export, on `threads` threads. */
void figures_join(struct figures *figures, size_t period, unsigned threads);

/* Frees the figures of one period: it then has none. */
void figures_drop_period(struct figures *figures, size_t period);

/* Of all periods. */
size_t figures_count(const struct figures *figures);

/* Byte order of groups: organisatie, gemeente, perceel, product. */
int group_compare(const struct group *a, const struct group *b);

/* One figure, NULL when there is none (a count: 0; a ratio or mean: no value). maat must exist. */
const struct figure *figures_find(const struct figures *figures, size_t period, const char *maat, struct group group,
                                  const char *uitsplitsing);

/* All figures of a measure in one group, in byte order of uitsplitsing. */
struct figure_range figures_of_group(const struct figures *figures, size_t period, const char *maat,
                                     struct group group);

const char *figure_uitsplitsing(const struct figures *figures, const struct figure *figure);

#endif
