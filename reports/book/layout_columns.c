/*
 * Widths of columns.  Invariant: no number and no word is wider than its column, so nothing prints as #### or is cut
 * off; longer texts wrap.  Blocks below each other share their columns, which take the widest.
 */
#include "reports/book/layout_parts.h"

#include "reports/book/shown.h"

enum {
    CELL_PADDING = 16,
    INDENT = 10,
    FILTER_BUTTON = 18, /* in the header of a table */
    LINE_CHARACTERS = 44,
    SIGNAL_CHARACTERS = 30,
    PAGE_PIXELS = 1120, /* A4 landscape at 93%: what a sheet takes at least, so that graphs have room */
    FILLER_PIXELS = 80,
};

static void at_least(struct pen *pen, size_t column, unsigned pixels) {
    while (pen->sheet->columns.len <= column)
        VEC_PUSH(pen->sheet->columns, 0U);
    unsigned *width = &pen->sheet->columns.data[column];
    if (*width < pixels)
        *width = pixels;
}

/* Half the size is the mean width of a letter. */
static unsigned line_width(struct font font, unsigned characters) {
    return characters * font.points * 96 / 144;
}

/* Room for a text that may wrap beyond `characters` on a line, but not inside a word. */
static unsigned wrapped_width(const char *text, struct font font, unsigned characters) {
    unsigned whole = glyphs_width(text, font);
    unsigned line = line_width(font, characters);
    unsigned word = glyphs_widest_word(text, font);
    unsigned limit = line > word ? line : word;
    return (whole < limit ? whole : limit) + CELL_PADDING;
}

/* Padding and, of a text, indent included. */
static unsigned cell_width(const struct cell *cell, enum show show, struct font font, unsigned characters) {
    struct buf shown = {0};
    if (cell->type == CELL_INPUT && !cell->input->number) /* room for what will stand there */
        return line_width(font, characters) + CELL_PADDING;
    shown_put(&shown, cell, show);
    unsigned width = 0;
    if (shown.len > 0 && cell->type == CELL_NUMBER)
        width = glyphs_width(shown.data, font) + CELL_PADDING;
    else if (shown.len > 0)
        width = wrapped_width(shown.data, font, characters) + INDENT;
    buf_release(&shown);
    return width;
}

/* A header takes at most two lines, if its words allow it. */
static unsigned header_width(const char *header) {
    struct font font = role_font(ROLE_HEAD);
    unsigned word = glyphs_widest_word(header, font);
    unsigned half = glyphs_width(header, font) * 11 / 20;
    return (word > half ? word : half) + CELL_PADDING + FILTER_BUTTON;
}

static void measure_table(struct pen *pen, const struct sheet_table *table) {
    unsigned star = glyphs_width(" *", role_font(ROLE_BODY));
    for (size_t c = 0; c < table->column_count; c++) {
        const struct sheet_column *column = &table->columns[c];
        unsigned characters = column->width ? column->width : LINE_CHARACTERS;
        unsigned width = header_width(column->header);
        for (size_t r = 0; r <= table->rows.len; r++) {
            const struct sheet_row *row = r < table->rows.len ? table->rows.items[r] : table->total;
            if (!row)
                continue;
            enum role role = row == table->total ? ROLE_TOTAL : ROLE_BODY;
            unsigned wide = cell_width(&row->cells[c], column->show, role_font(role), characters);
            if (wide > width)
                width = wide;
        }
        at_least(pen, c, width + (c == 0 ? star : 0));
    }
}

static void measure_panel(struct pen *pen, const struct panel *panel) {
    for (size_t l = 0; l < panel->lines.len; l++) {
        const struct panel_line *line = panel->lines.items[l];
        struct panel_cell cells[PANEL_CELLS];
        size_t count = panel_cells(panel, line, cells);
        at_least(pen, 0, wrapped_width(line->label, role_font(ROLE_KEY_LABEL), LINE_CHARACTERS));
        for (size_t i = 0; i < count; i++) {
            struct font font = role_font(i == 0 ? ROLE_KEY_VALUE : ROLE_KEY_BODY);
            at_least(pen, i + 1, glyphs_width(cells[i].head, role_font(ROLE_KEY_HEAD)) + CELL_PADDING);
            at_least(pen, i + 1, cell_width(&cells[i].cell, cells[i].show, font, SIGNAL_CHARACTERS));
        }
    }
}

static void measure_contents(struct pen *pen, const struct sheet *own) {
    const struct book *book = pen->layout->book;
    for (size_t i = 0; i < book->sheets.len; i++) {
        const struct sheet *sheet = book->sheets.items[i];
        if (sheet != own)
            at_least(pen, 0, glyphs_width(sheet->name, role_font(ROLE_LINK)) + CELL_PADDING);
    }
}

/* Key figures take the width of the page; a table has the width of its figures, and the rest stays empty. */
static void fill_page(struct placed_sheet *sheet, bool tables) {
    unsigned width = sheet_pixels(sheet);
    unsigned count = (unsigned)sheet->columns.len;
    if (!tables && count > 0 && width < PAGE_PIXELS) {
        sheet->columns.data[0] += (PAGE_PIXELS - width) % count;
        for (unsigned i = 0; i < count; i++)
            sheet->columns.data[i] += (PAGE_PIXELS - width) / count;
        return;
    }
    for (; width < PAGE_PIXELS; width += FILLER_PIXELS)
        VEC_PUSH(sheet->columns, PAGE_PIXELS - width < FILLER_PIXELS ? PAGE_PIXELS - width : FILLER_PIXELS);
}

void layout_measure(struct pen *pen, const struct sheet *sheet) {
    bool tables = false;
    for (size_t i = 0; i < sheet->blocks.len; i++) {
        const struct block *block = sheet->blocks.items[i];
        tables |= block->type == BLOCK_TABLE;
        if (block->type == BLOCK_TABLE && block->table->rows.len > 0)
            measure_table(pen, block->table);
        else if (block->type == BLOCK_PANEL)
            measure_panel(pen, block->panel);
        else if (block->type == BLOCK_CONTENTS)
            measure_contents(pen, sheet);
    }
    fill_page(pen->sheet, tables);
}
