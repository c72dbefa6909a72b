/*
 * Tables and key figures on the sheet.  Invariant: a table without rows is a sentence, never an empty table.
 */
#include "reports/book/layout_parts.h"

enum {
    ROW_MARGIN = 4,
    KEY_ROW_PIXELS = 28,
    CELL_MARGINS = 8,  /* left and right of a text */
    HEAD_MARGINS = 26, /* with the filter button */
    INDENT_PIXELS = 10,
};

static const char *const provisional_note = "* Voorlopig: er komen nog gegevens binnen.";

/* ---- tables ---- */

static unsigned text_lines(const struct pen *pen, const struct placed *placed, enum role role) {
    if (placed->type != PLACED_TEXT)
        return 1;
    unsigned taken = role == ROLE_HEAD ? HEAD_MARGINS : CELL_MARGINS;
    taken += pen->layout->styles.data[placed->style].indent ? INDENT_PIXELS : 0;
    return glyphs_lines(placed->text, role_font(role), pen->sheet->columns.data[placed->column] - taken);
}

/*
 * After the cells of a row from `first` on were placed: wraps the texts that need it, aligns the others with their
 * first line, and gives the row the height of the longest.
 */
static void finish_row(struct pen *pen, size_t first, enum role role, unsigned least) {
    struct placed_sheet *sheet = pen->sheet;
    unsigned most = 1;
    for (size_t i = first; i < sheet->cells.len; i++) {
        unsigned lines = text_lines(pen, &sheet->cells.data[i], role);
        most = lines > most ? lines : most;
    }
    for (size_t i = first; i < sheet->cells.len && most > 1 && role != ROLE_HEAD; i++) {
        struct style style = pen->layout->styles.data[sheet->cells.data[i].style];
        style.wrap = sheet->cells.data[i].type == PLACED_TEXT;
        style.top = true;
        sheet->cells.data[i].style = layout_style(pen->layout, style);
    }
    unsigned pixels = most * line_pixels(role) + ROW_MARGIN;
    place_height(pen, pixels > least ? pixels : least);
    pen->row++;
}

static void place_header(struct pen *pen, const struct sheet_table *table, const char **headers) {
    size_t first = pen->sheet->cells.len;
    for (size_t c = 0; c < table->column_count; c++) {
        headers[c] = names_header(&pen->layout->arena, table->columns[c].header, headers, c);
        bool right = stands_right(table->columns[c].show);
        struct style style = {.role = ROLE_HEAD, .right = right, .indent = !right && c > 0, .wrap = true};
        struct placed *placed = place(pen, c, style);
        placed->type = PLACED_TEXT;
        placed->text = headers[c];
        placed->table_head = true;
    }
    finish_row(pen, first, ROLE_HEAD, ROW_PIXELS);
}

static void place_row(struct pen *pen, const struct sheet_table *table, const struct sheet_row *row) {
    enum role role = row == table->total ? ROLE_TOTAL : ROLE_BODY;
    size_t first = pen->sheet->cells.len;
    for (size_t c = 0; c < table->column_count; c++) {
        struct style style = {
            .role = (uint8_t)role,
            .provisional = row->provisional,
            .starred = row->provisional && c == 0,
        };
        place_cell(pen, c, style, &row->cells[c], table->columns[c].show);
    }
    finish_row(pen, first, role, ROW_PIXELS);
}

static void place_explanations(struct pen *pen, const struct sheet_table *table, bool provisional) {
    if (provisional)
        place_paragraph(pen, ROLE_NOTE, provisional_note);
    for (size_t c = 0; c < table->column_count; c++)
        if (table->columns[c].help)
            place_paragraph(
                pen, ROLE_NOTE,
                arena_printf(&pen->layout->arena, "%s: %s", table->columns[c].header, table->columns[c].help));
}

static const char *unique_name(struct layout *layout, const char *wanted) {
    VEC(const char *) taken = {0};
    for (size_t s = 0; s < layout->sheets.len; s++)
        for (size_t t = 0; t < layout->sheets.data[s].tables.len; t++)
            VEC_PUSH(taken, layout->sheets.data[s].tables.data[t].name);
    const char *name = names_table(&layout->arena, wanted, taken.data, taken.len);
    VEC_FREE(taken);
    return name;
}

void layout_table(struct pen *pen, const struct sheet_table *table) {
    uint32_t begin = pen->row;
    if (table->caption)
        place_paragraph(pen, ROLE_HEADING, table->caption);
    if (table->rows.len == 0) {
        place_paragraph(pen, ROLE_TEXT, table->empty_text);
        return;
    }
    struct placed_table placed = {
        .table = table,
        .name = unique_name(pen->layout, table->id),
        .headers = arena_alloc(&pen->layout->arena, table->column_count * sizeof *placed.headers),
        .area = {.sheet = pen->sheet_index, .first_row = pen->row, .last_column = (uint16_t)(table->column_count - 1)},
    };
    place_header(pen, table, placed.headers);
    bool provisional = false;
    for (size_t r = 0; r < table->rows.len; r++) {
        const struct sheet_row *row = table->rows.items[r];
        provisional |= row->provisional;
        place_row(pen, table, row);
    }
    placed.area.last_row = pen->row - 1;
    VEC_PUSH(pen->sheet->tables, placed);
    if (table->total)
        place_row(pen, table, table->total);
    place_explanations(pen, table, provisional);
    place_keep(pen, begin);
}

/* ---- key figures ---- */

static void place_heads(struct pen *pen, const struct panel *panel) {
    struct panel_cell cells[PANEL_CELLS];
    size_t count = panel_cells(panel, &(struct panel_line){0}, cells);
    place_text(pen, 0, (struct style){.role = ROLE_KEY_HEAD}, panel->heads.label);
    for (size_t i = 0; i < count; i++) {
        bool right = cells[i].head != panel->heads.signal;
        place_text(pen, i + 1, (struct style){.role = ROLE_KEY_HEAD, .right = right, .indent = !right}, cells[i].head);
    }
    pen->row++;
}

static void place_line(struct pen *pen, const struct panel *panel, const struct panel_line *line) {
    struct panel_cell cells[PANEL_CELLS];
    size_t count = panel_cells(panel, line, cells);
    struct cell label = cell_link(cell_text(line->label), line->link);
    size_t first = pen->sheet->cells.len;
    place_cell(pen, 0, (struct style){.role = ROLE_KEY_LABEL}, &label, SHOW_TEXT);
    for (size_t i = 0; i < count; i++) {
        enum role role = i == 0 ? ROLE_KEY_VALUE : ROLE_KEY_BODY;
        enum show show = cells[i].show == SHOW_COLUMN ? SHOW_COUNT : cells[i].show;
        place_cell(pen, i + 1, (struct style){.role = (uint8_t)role}, &cells[i].cell, show);
    }
    finish_row(pen, first, ROLE_KEY_BODY, KEY_ROW_PIXELS);
}

void layout_panel(struct pen *pen, const struct panel *panel) {
    uint32_t begin = pen->row;
    place_heads(pen, panel);
    for (size_t i = 0; i < panel->lines.len; i++) {
        const struct panel_line *line = panel->lines.items[i];
        place_line(pen, panel, line);
    }
    place_keep(pen, begin);
}
