/*
 * What a graph draws: its categories and the cells of its series, found in the table that it names.  Both renderings
 * start from this, so the text rendering prints the numbers that a reader of the workbook sees drawn.
 */
#ifndef WMO_REPORTS_BOOK_GRAPH_DATA_H
#define WMO_REPORTS_BOOK_GRAPH_DATA_H

#include "reports/book/parts.h"

enum graph_state {
    GRAPH_WITHOUT_TABLE, /* left out */
    GRAPH_WITHOUT_DATA,  /* a sentence instead: no numbers */
    GRAPH_WITHHELD,      /* a sentence instead: what is not zero may not be seen */
    GRAPH_ALL_ZERO,      /* a sentence instead */
    GRAPH_DRAWN,
};

struct graph_series {
    enum series_style style;
    const char *name;
    const struct cell **values; /* one per category */
    enum show show;             /* of the values whose cells do not say */
    bool numbers_only;          /* every value is a number: the series can refer to the table's own cells */
    bool drawn;                 /* some value is */
    bool constant;              /* not in the table */
    size_t row;                 /* of the first value in the table: row among its rows, and column */
    size_t column;
};

struct graph_data {
    enum graph_state state;
    const struct sheet_table *table;
    size_t count; /* categories */
    const char **categories;
    bool categories_are_texts; /* else a spreadsheet would show the numbers behind dates */
    const bool *provisional;   /* per category */
    struct graph_series *series;
    size_t series_count;
    enum show show;       /* of the value axis */
    const char *withheld; /* sentence about the points that are left out, or NULL */
    bool has_provisional;
};

/* Reads the graph; everything lives in `arena` or in the graph's book.  A column that its table lacks is a BUG. */
const struct graph_data *graph_data_find(struct arena *arena, const struct graph *graph);

/* The alternative text: the graph's own, else made from its title, series and table. */
const char *graph_alt_text(struct arena *arena, const struct graph *graph, const struct graph_data *data);

/* The sentence that stands in for a graph that is not drawn, or NULL. */
char *graph_missing_text(struct arena *arena, const struct graph *graph, const struct graph_data *data);

#endif
