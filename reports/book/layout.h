/*
 * Where everything of a book stands on its sheets: cells with their styles, widths of columns, heights of rows, tables,
 * graphs, pages.  Plain data without Excel; the xlsx rendering writes it, the check of a written workbook compares with
 * it.
 */
#ifndef WMO_REPORTS_BOOK_LAYOUT_H
#define WMO_REPORTS_BOOK_LAYOUT_H

#include "etl/base/vec.h"
#include "reports/book/glyphs.h"
#include "reports/book/graph_data.h"

enum role {
    ROLE_TITLE,
    ROLE_SUBTITLE,
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_NOTE,
    ROLE_LINK,
    ROLE_HEAD, /* header of a table */
    ROLE_BODY,
    ROLE_TOTAL,
    ROLE_KEY_HEAD, /* key figures */
    ROLE_KEY_LABEL,
    ROLE_KEY_VALUE,
    ROLE_KEY_BODY,
    ROLE_DATA, /* numbers behind graphs, on the hidden sheet */
};

/* Bytes only, so that styles can be compared as memory. */
struct style {
    uint8_t role; /* enum role */
    uint8_t show; /* enum show, of a number */
    uint8_t tone; /* enum tone, of a signal */
    bool signal;
    bool change;
    bool right;
    bool indent; /* kept away from the numbers to the left of it */
    bool wrap;
    bool top; /* beside a text of several lines */
    bool link;
    bool provisional;
    bool starred; /* shown with a star behind it: the row is provisional */
    bool input;   /* to be filled in */
};

enum placed_type { PLACED_BLANK, PLACED_TEXT, PLACED_NUMBER };

struct placed {
    enum placed_type type;
    uint16_t style; /* in layout.styles */
    uint16_t column;
    uint16_t span; /* columns over which a text is spread; 1: its own */
    uint32_t row;
    uint8_t scale;
    bool table_head; /* written as part of its table */
    int64_t units;   /* the number, as a spreadsheet holds it, is units / 10^scale */
    const char *text;
    const char *link; /* name of a sheet, or NULL */
    const struct input *input;
};

/* A rectangle of cells, both ends included. */
struct area {
    size_t sheet;
    uint32_t first_row, last_row;
    uint16_t first_column, last_column;
};

struct placed_table {
    const struct sheet_table *table;
    const char *name;
    const char **headers; /* unique, none empty */
    struct area area;     /* header and rows, without the total */
};

struct placed_series {
    enum series_style style;
    const char *name;
    struct area values;
    bool band; /* the room between low and high */
};

struct placed_graph {
    const struct graph *graph;
    const struct graph_data *data;
    const char *alt;
    uint32_t row;
    unsigned left, width, height; /* pixels */
    unsigned label_every;         /* of many months not every name fits below the axis */
    struct area categories;
    struct placed_series *series;
    size_t series_count;
    bool from_hidden; /* some series stand on the hidden sheet */
};

struct row_height {
    uint32_t row;
    unsigned pixels;
};

struct placed_sheet {
    const char *name;
    const char *title;
    bool hidden;
    bool locked;
    VEC(unsigned) columns;          /* widths in pixels */
    VEC(struct row_height) heights; /* of rows that do not have ROW_PIXELS, rising */
    VEC(struct placed) cells;       /* by row, then column */
    VEC(struct placed_table) tables;
    VEC(struct placed_graph) graphs;
    VEC(uint32_t) breaks; /* a page begins at these rows */
    uint32_t row_count;
    uint32_t frozen_rows;
    uint32_t repeat_first, repeat_last; /* on each page */
    bool one_page;
};

enum { ROW_PIXELS = 20, GRAPH_GAP = 16 };

struct layout {
    struct arena arena;
    const struct book *book;
    VEC(struct style) styles;
    VEC(struct placed_sheet) sheets; /* as in the book, and last the hidden one if graphs need it */
};

/* Freed by layout_free(); borrows from the book. */
struct layout *layout_new(const struct book *book);
void layout_free(struct layout *layout);

/* Width of all columns of a sheet. */
unsigned sheet_pixels(const struct placed_sheet *sheet);

/* Size and weight of the letters of a role. */
struct font role_font(enum role role);

/* Is something checked or said when the cell is filled in? */
bool placed_is_checked(const struct placed *placed);

/* "'Blad'!" and the like are left to the rendering; this is "B7". */
void layout_cell_name(uint32_t row, uint16_t column, char name[16]);

#endif
