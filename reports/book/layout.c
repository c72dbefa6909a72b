/*
 * From the blocks of a book to cells on sheets.  Invariant: A1 holds the title, the first rows say where and when, and
 * blocks follow below each other in their order.  Called by the xlsx rendering and the check of written workbooks.
 */
#include "reports/book/layout_parts.h"

#include "etl/base/error.h"
#include "reports/book/shown.h"

enum { TITLE_PIXELS = 34, MOST_FROZEN_PIXELS = 260, LONG_TABLE_ROWS = 30 };

static const uint32_t NO_ROW = UINT32_MAX;

/* ---- the first rows ---- */

static const char *subtitle(struct layout *layout) {
    const struct book_info *info = &layout->book->info;
    struct buf text = {0};
    const char *parts[] = {info->region, info->period};
    for (size_t i = 0; i < 2; i++)
        if (parts[i])
            buf_printf(&text, "%s%s", text.len ? " · " : "", parts[i]);
    if (info->peildatum != DATE_NONE) {
        struct cell peildatum = cell_date(info->peildatum);
        buf_puts(&text, text.len ? " · peildatum " : "Peildatum ");
        shown_put(&text, &peildatum, SHOW_DATE);
    }
    if (info->confidentiality)
        buf_printf(&text, "%s%s", text.len ? " · " : "", info->confidentiality);
    const char *line = arena_strndup(&layout->arena, text.data ? text.data : "", text.len);
    buf_release(&text);
    return line;
}

static void place_link(struct pen *pen, size_t sheet, const char *text) {
    place_text(pen, 0, (struct style){.role = ROLE_LINK, .link = true}, text);
    pen->sheet->cells.data[pen->sheet->cells.len - 1].link = pen->layout->sheets.data[sheet].name;
    pen->row++;
}

static void place_title(struct pen *pen) {
    struct layout *layout = pen->layout;
    place_text(pen, 0, (struct style){.role = ROLE_TITLE}, pen->sheet->title);
    place_height(pen, TITLE_PIXELS);
    pen->row++;
    place_text(pen, 0, (struct style){.role = ROLE_SUBTITLE}, subtitle(layout));
    pen->row++;
    if (pen->sheet_index > 0)
        place_link(pen, 0, arena_printf(&layout->arena, "← %s", layout->sheets.data[0].name));
    pen->sheet->frozen_rows = pen->row;
}

/* ---- blocks ---- */

static void place_contents(struct pen *pen) {
    const struct book *book = pen->layout->book;
    uint32_t begin = pen->row;
    for (size_t i = 0; i < book->sheets.len; i++) {
        const struct sheet *sheet = book->sheets.items[i];
        if (i == pen->sheet_index)
            continue;
        uint32_t row = pen->row;
        place_link(pen, i, pen->layout->sheets.data[i].name);
        pen->row = row;
        if (sheet->summary)
            place_text(pen, 1, (struct style){.role = ROLE_SUBTITLE}, sheet->summary);
        pen->row++;
    }
    if (pen->row > begin)
        place_keep(pen, begin);
}

static void place_link_block(struct pen *pen, const struct block *block) {
    struct cell cell = cell_link(cell_text(block->text), block->link);
    place_cell(pen, 0, (struct style){.role = ROLE_LINK}, &cell, SHOW_TEXT);
    pen->row++;
}

/* Whether a row stays free above a block: not between paragraphs, nor between a heading and what it heads. */
static bool stands_apart(enum block_type type, enum block_type before) {
    if (before == BLOCK_HEADING)
        return false;
    if (type == BLOCK_NOTE || type == BLOCK_TEXT || type == BLOCK_LINK)
        return before != BLOCK_TEXT && before != BLOCK_NOTE && before != BLOCK_LINK;
    return true;
}

static void place_block(struct pen *pen, const struct list *blocks, size_t *at) {
    const struct block *block = blocks->items[*at];
    switch (block->type) {
    case BLOCK_HEADING: place_paragraph(pen, ROLE_HEADING, block->text); break;
    case BLOCK_TEXT: place_paragraph(pen, ROLE_TEXT, block->text); break;
    case BLOCK_NOTE: place_paragraph(pen, ROLE_NOTE, block->text); break;
    case BLOCK_LINK: place_link_block(pen, block); break;
    case BLOCK_CONTENTS: place_contents(pen); break;
    case BLOCK_PANEL: layout_panel(pen, block->panel); break;
    case BLOCK_TABLE: layout_table(pen, block->table); break;
    case BLOCK_GRAPH: layout_graphs(pen, blocks, at); return;
    }
    (*at)++;
}

/*
 * Freezes the header of a sheet's only table if little stands above it, else the title.  Where graphs follow, the
 * header is frozen only for a long table, and not repeated on their pages.
 */
static void freeze(struct placed_sheet *sheet) {
    if (sheet->tables.len != 1)
        return;
    const struct area *table = &sheet->tables.data[0].area;
    unsigned above = (table->first_row + 1) * ROW_PIXELS;
    for (size_t i = 0; i < sheet->heights.len && sheet->heights.data[i].row <= table->first_row; i++)
        above += sheet->heights.data[i].pixels - ROW_PIXELS;
    bool graphs = sheet->graphs.len > 0;
    if (above > MOST_FROZEN_PIXELS || (graphs && table->last_row - table->first_row < LONG_TABLE_ROWS))
        return;
    sheet->frozen_rows = table->first_row + 1;
    if (!graphs)
        sheet->repeat_first = sheet->repeat_last = table->first_row;
}

static bool is_paragraph(enum block_type type) {
    return type == BLOCK_HEADING || type == BLOCK_TEXT || type == BLOCK_NOTE;
}

/* A heading and the paragraphs below it stay with the table or graph that they introduce. */
static void place_sheet(struct pen *pen, const struct sheet *sheet) {
    layout_measure(pen, sheet);
    place_title(pen);
    enum block_type before = BLOCK_PANEL;
    uint32_t heading = NO_ROW;
    for (size_t at = 0; at < sheet->blocks.len;) {
        const struct block *block = sheet->blocks.items[at];
        if (stands_apart(block->type, before))
            pen->row++;
        size_t kept = pen->keep.len;
        uint32_t begin = pen->row;
        place_block(pen, &sheet->blocks, &at);
        if (block->type == BLOCK_HEADING)
            heading = begin;
        if (pen->keep.len > kept && heading != NO_ROW)
            pen->keep.data[kept].first_row = heading;
        if (!is_paragraph(block->type))
            heading = NO_ROW;
        before = block->type;
    }
    freeze(pen->sheet);
    layout_pages(pen);
}

struct layout *layout_new(const struct book *book) {
    if (book->sheets.len == 0)
        BUG("een werkboek zonder bladen");
    struct layout *layout = mem_calloc(1, sizeof *layout);
    arena_init(&layout->arena);
    layout->book = book;
    const char **names = arena_alloc(&layout->arena, book->sheets.len * sizeof *names);
    for (size_t i = 0; i < book->sheets.len; i++) {
        const struct sheet *sheet = book->sheets.items[i];
        names[i] = names_sheet(&layout->arena, sheet->name, names, i);
        VEC_PUSH(layout->sheets,
                 (struct placed_sheet){
                     .name = names[i], .title = sheet->title, .locked = sheet->locked, .one_page = sheet->one_page});
    }
    for (size_t i = 0; i < book->sheets.len; i++) {
        struct pen pen = {.layout = layout, .sheet = &layout->sheets.data[i], .sheet_index = i};
        place_sheet(&pen, book->sheets.items[i]);
        VEC_FREE(pen.keep);
    }
    layout_resolve_graphs(layout);
    return layout;
}

void layout_free(struct layout *layout) {
    if (!layout)
        return;
    for (size_t i = 0; i < layout->sheets.len; i++) {
        struct placed_sheet *sheet = &layout->sheets.data[i];
        VEC_FREE(sheet->columns);
        VEC_FREE(sheet->heights);
        VEC_FREE(sheet->cells);
        VEC_FREE(sheet->tables);
        VEC_FREE(sheet->graphs);
        VEC_FREE(sheet->breaks);
    }
    VEC_FREE(layout->sheets);
    VEC_FREE(layout->styles);
    arena_release(&layout->arena);
    free(layout);
}
