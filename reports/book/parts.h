/*
 * What a book is made of: the inside of model.h and graph.h, for the code that renders or checks books.  Code that
 * builds sheets has no need of it.
 */
#ifndef WMO_REPORTS_BOOK_PARTS_H
#define WMO_REPORTS_BOOK_PARTS_H

#include "reports/book/graph.h"
#include "reports/book/model.h"

/* Pointers in the order in which they were added; the memory is the book's. */
struct list {
    void **items;
    size_t len;
    size_t cap;
};

struct book {
    struct arena arena;
    struct book_info info;
    struct list sheets; /* struct sheet */
};

struct sheet {
    struct book *book;
    const char *id;
    const char *name;
    const char *title;
    const char *summary; /* or NULL */
    bool locked;
    bool one_page;
    struct list blocks; /* struct block */
};

enum block_type {
    BLOCK_HEADING,
    BLOCK_TEXT,
    BLOCK_NOTE,
    BLOCK_LINK,
    BLOCK_CONTENTS,
    BLOCK_PANEL,
    BLOCK_TABLE,
    BLOCK_GRAPH,
};

struct block {
    enum block_type type;
    const char *text; /* heading, text, note, link */
    const char *link; /* id of a sheet */
    struct panel *panel;
    struct sheet_table *table;
    struct graph *graph;
};

struct panel {
    struct book *book;
    struct panel_heads heads;
    struct list lines; /* struct panel_line */
};

/* One value of a line of key figures: what stands in one column. */
struct panel_cell {
    const char *head;
    struct cell cell;
    enum show show;
};

struct sheet_table {
    struct book *book;
    const char *id;
    const char *caption; /* or NULL */
    const char *empty_text;
    struct sheet_column *columns;
    size_t column_count;
    struct list rows;        /* struct sheet_row, without the total */
    struct sheet_row *total; /* or NULL */
};

struct sheet_row {
    struct sheet_table *table;
    struct cell *cells; /* one per column of the table */
    size_t used;
    bool provisional;
};

struct series {
    enum series_style style;
    const char *name;      /* NULL: the header of its column */
    const char *column_id; /* of a graph down a table */
    size_t row;            /* of a graph across */
};

struct constant {
    const char *name;
    struct cell value;
};

struct graph {
    struct book *book;
    enum graph_kind kind;
    enum graph_size size;
    enum show show; /* SHOW_COLUMN: as the first series' column */
    const char *title;
    const char *alt;            /* or NULL */
    const char *category_title; /* or NULL */
    const char *value_title;    /* or NULL */
    const char *table_id;
    bool across;
    const char *first_id; /* category column; of a graph across the first column */
    const char *last_id;
    size_t first_row;
    size_t row_limit;
    struct list series;    /* struct series */
    struct list constants; /* struct constant */
};

void list_push(struct arena *arena, struct list *list, void *item);

/* A copy in the book's arena, cleaned as model.h says; NULL stays NULL. */
const char *book_copy(struct book *book, const char *text);

struct block *sheet_add_block(struct sheet *sheet, enum block_type type);

/* NULL when there is none. */
const struct sheet_table *book_find_table(const struct book *book, const char *id);

/* The values of a line in the columns that the panel has, the main one first; returns their number. */
enum { PANEL_CELLS = 5 };
size_t panel_cells(const struct panel *panel, const struct panel_line *line, struct panel_cell cells[PANEL_CELLS]);

/* Its place among the columns, or -1. */
int table_find_column(const struct sheet_table *table, const char *id);

#endif
