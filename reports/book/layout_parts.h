/*
 * Between the files of the layout: placing cells on the sheet at hand.
 */
#ifndef WMO_REPORTS_BOOK_LAYOUT_PARTS_H
#define WMO_REPORTS_BOOK_LAYOUT_PARTS_H

#include "reports/book/layout.h"

/* Where the next thing is placed. */
struct pen {
    struct layout *layout;
    struct placed_sheet *sheet;
    size_t sheet_index;
    uint32_t row;
    VEC(struct area) keep; /* rows that belong on one page, rising */
};

uint16_t layout_style(struct layout *layout, struct style style);

/* In layout_place.c: one thing at the pen's row. */
struct placed *place(struct pen *pen, size_t column, struct style style);
void place_text(struct pen *pen, size_t column, struct style style, const char *text);
bool stands_right(enum show show); /* texts and the names of months stand left */
void place_cell(struct pen *pen, size_t column, struct style style, const struct cell *cell, enum show show);
void place_paragraph(struct pen *pen, enum role role, const char *text);
void place_height(struct pen *pen, unsigned pixels);
void place_keep(struct pen *pen, uint32_t first_row);
unsigned line_pixels(enum role role);

/* In layout_columns.c: the widths that the blocks of a sheet need. */
void layout_measure(struct pen *pen, const struct sheet *sheet);

/* In layout_table.c. */
void layout_table(struct pen *pen, const struct sheet_table *table);
void layout_panel(struct pen *pen, const struct panel *panel);

/* In layout_graph.c: graphs beside each other from blocks[*at] on, which moves past them; later their references. */
void layout_graphs(struct pen *pen, const struct list *blocks, size_t *at);
void layout_resolve_graphs(struct layout *layout);

/* In layout_page.c: where pages begin. */
void layout_pages(struct pen *pen);

/* In names.c: a name made safe, and different from the `count` names before it but for case. */
const char *names_sheet(struct arena *arena, const char *wanted, const char *const *taken, size_t count);
const char *names_table(struct arena *arena, const char *wanted, const char *const *taken, size_t count);
const char *names_header(struct arena *arena, const char *wanted, const char *const *taken, size_t count);

/* The text as a spreadsheet file holds it: there "_x0041_" means A, so such an underscore is written as "_x005F_". */
const char *names_escaped(struct arena *arena, const char *text);

#endif
