/*
 * Graphs on a sheet.  A graph draws cells of a table anywhere in the same book and finds them by name when it is
 * rendered, so the table may be added later.  A graph without its table is left out; one without a number other than 0
 * becomes a sentence; withheld points are left out and a sentence says which.
 */
#ifndef WMO_REPORTS_BOOK_GRAPH_H
#define WMO_REPORTS_BOOK_GRAPH_H

#include "reports/book/model.h"

enum graph_kind {
    GRAPH_COLUMN,
    GRAPH_STACKED_COLUMN,
    GRAPH_BAR, /* horizontal: for long names; draws no lines */
    GRAPH_STACKED_BAR,
    GRAPH_LINE,
    GRAPH_BAND, /* the room between a SERIES_LOW and a SERIES_HIGH, in this order; further series as lines */
};

enum graph_size { GRAPH_SMALL, GRAPH_HALF, GRAPH_WIDE }; /* three, two, one beside each other */

enum series_style {
    SERIES_PLAIN,   /* as the kind of graph says */
    SERIES_COMPARE, /* the same in grey: what it is compared with */
    SERIES_LINE,    /* a line over columns */
    SERIES_NORM,    /* a dashed line: norm, target, expectation */
    SERIES_LOW,     /* edges of a band */
    SERIES_HIGH,
};

/* `title` says what is seen; consecutive graphs stand beside each other as far as their sizes allow. */
struct graph *sheet_add_graph(struct sheet *sheet, enum graph_kind kind, enum graph_size size, const char *title);

/* One category per row of the table, its name from column `category`; each series is a column. */
void graph_down(struct graph *graph, const char *table_id, const char *category);
void graph_rows(struct graph *graph, size_t first, size_t count); /* only these rows; else all but the total */
void graph_add_column(struct graph *graph, const char *column_id, enum series_style style);
void graph_add_column_as(struct graph *graph, const char *column_id, enum series_style style, const char *name);

/* One category per column from `first` to `last`, its name from the header; each series is a row. */
void graph_across(struct graph *graph, const char *table_id, const char *first, const char *last);
void graph_add_row(struct graph *graph, size_t row, enum series_style style, const char *name);

/* A dashed horizontal line at units / 10^scale; not on bars. */
void graph_add_constant(struct graph *graph, const char *name, int64_t units, unsigned scale);

void graph_axes(struct graph *graph, const char *category_title, const char *value_title); /* each may be NULL */
void graph_show(struct graph *graph, enum show show);      /* of the value axis; else as the first series' column */
void graph_describe(struct graph *graph, const char *alt); /* alternative text; else made from title and series */

#endif
