/*
 * Placing single things.  Invariant: cells come row by row and from left to right, so that writing and checking can
 * walk them in one pass.  Called by the other files of the layout.
 */
#include "reports/book/layout_parts.h"

#include <stdio.h>
#include <string.h>

#include "reports/book/shown.h"

/* A paragraph wider than this is hard to read. */
enum { PARAGRAPH_PIXELS = 1120 };

static const struct font fonts[] = {
    [ROLE_TITLE] = {18, true},     [ROLE_SUBTITLE] = {10, false},  [ROLE_HEADING] = {12, true},
    [ROLE_TEXT] = {11, false},     [ROLE_NOTE] = {9, false},       [ROLE_LINK] = {10, false},
    [ROLE_HEAD] = {10, true},      [ROLE_BODY] = {10, false},      [ROLE_TOTAL] = {10, true},
    [ROLE_KEY_HEAD] = {10, true},  [ROLE_KEY_LABEL] = {11, false}, [ROLE_KEY_VALUE] = {14, true},
    [ROLE_KEY_BODY] = {11, false}, [ROLE_DATA] = {10, false},
};

struct font role_font(enum role role) {
    return fonts[role];
}

/* Letters of `points` need 1.22 × that in height. */
unsigned line_pixels(enum role role) {
    return (fonts[role].points * 122 * 96 + 7199) / 7200;
}

unsigned sheet_pixels(const struct placed_sheet *sheet) {
    unsigned width = 0;
    for (size_t i = 0; i < sheet->columns.len; i++)
        width += sheet->columns.data[i];
    return width;
}

uint16_t layout_style(struct layout *layout, struct style style) {
    for (size_t i = 0; i < layout->styles.len; i++)
        if (memcmp(&layout->styles.data[i], &style, sizeof style) == 0)
            return (uint16_t)i;
    VEC_PUSH(layout->styles, style);
    return (uint16_t)(layout->styles.len - 1);
}

struct placed *place(struct pen *pen, size_t column, struct style style) {
    struct placed_sheet *sheet = pen->sheet;
    VEC_PUSH(sheet->cells, (struct placed){
                               .style = layout_style(pen->layout, style),
                               .row = pen->row,
                               .column = (uint16_t)column,
                               .span = 1,
                           });
    if (sheet->row_count <= pen->row)
        sheet->row_count = pen->row + 1;
    return &sheet->cells.data[sheet->cells.len - 1];
}

void place_text(struct pen *pen, size_t column, struct style style, const char *text) {
    struct placed *placed = place(pen, column, style);
    placed->text = text ? names_escaped(&pen->layout->arena, text) : NULL;
    placed->type = text && *text ? PLACED_TEXT : PLACED_BLANK;
}

/* The name of the sheet that a link leads to, NULL when the book does not have it. */
static const char *link_target(const struct layout *layout, const char *sheet_id) {
    for (size_t i = 0; sheet_id && i < layout->book->sheets.len; i++) {
        const struct sheet *sheet = layout->book->sheets.items[i];
        if (strcmp(sheet->id, sheet_id) == 0)
            return layout->sheets.data[i].name;
    }
    return NULL;
}

/* What is written of a cell that is no number. */
static const char *cell_words(struct arena *arena, const struct cell *cell) {
    if (cell->type == CELL_TEXT || cell->type == CELL_WITHHELD)
        return names_escaped(arena, cell->text);
    struct buf shown = {0};
    shown_put(&shown, cell, SHOW_TEXT);
    const char *words = names_escaped(arena, arena_strndup(arena, shown.data, shown.len));
    buf_release(&shown);
    return words;
}

/* What a spreadsheet holds: dates count from a 0 January 1900 with a 29 February, points are hundredths. */
static void set_number(struct placed *placed, const struct cell *cell, enum show show) {
    placed->type = PLACED_NUMBER;
    placed->units = cell->units;
    placed->scale = (uint8_t)cell->scale;
    if (show == SHOW_DATE || show == SHOW_MONTH)
        placed->units++;
    for (int place = 0; show == SHOW_POINTS && place < 2; place++) {
        if (placed->scale > 0)
            placed->scale--;
        else
            placed->units *= 10;
    }
}

bool stands_right(enum show show) {
    return show != SHOW_TEXT && show != SHOW_MONTH;
}

void place_cell(struct pen *pen, size_t column, struct style style, const struct cell *cell, enum show show) {
    const char *target = link_target(pen->layout, cell->link);
    bool number = cell->type == CELL_NUMBER;
    bool input = cell->type == CELL_INPUT;
    bool in_numbers = cell->type == CELL_WITHHELD || cell->type == CELL_UNKNOWN;
    style.right = (number && stands_right(shown_as(cell, show))) || (in_numbers && show != SHOW_TEXT) ||
                  (input && cell->input->number);
    style.wrap |= input && !cell->input->number;
    style.input = input;
    style.show = (uint8_t)(number ? shown_as(cell, show) : SHOW_TEXT);
    style.indent = column > 0 && !style.right;
    style.change = number && cell->change;
    style.signal = cell->type == CELL_SIGNAL;
    style.tone = (uint8_t)(style.signal ? cell->tone : TONE_NEUTRAL);
    style.link = target != NULL;
    struct placed *placed = place(pen, column, style);
    placed->link = target;
    placed->input = cell->input;
    if (number) {
        set_number(placed, cell, shown_as(cell, show));
    } else if (cell->type != CELL_EMPTY && !input) {
        placed->text = cell_words(&pen->layout->arena, cell);
        placed->type = placed->text[0] ? PLACED_TEXT : PLACED_BLANK;
    }
}

bool placed_is_checked(const struct placed *placed) {
    return placed->input && (placed->input->number || placed->input->prompt);
}

void place_height(struct pen *pen, unsigned pixels) {
    if (pixels != ROW_PIXELS)
        VEC_PUSH(pen->sheet->heights, (struct row_height){pen->row, pixels});
}

void place_paragraph(struct pen *pen, enum role role, const char *text) {
    struct placed_sheet *sheet = pen->sheet;
    unsigned width = 0;
    uint16_t span = 0;
    while (span < sheet->columns.len && (span == 0 || width + sheet->columns.data[span] <= PARAGRAPH_PIXELS))
        width += sheet->columns.data[span++];
    /* Printers and screens place letters a little differently: 6% is kept free. */
    unsigned lines = glyphs_lines(text, role_font(role), width * 94 / 100);
    place_text(pen, 0, (struct style){.role = (uint8_t)role, .wrap = lines > 1}, text);
    if (lines > 1)
        sheet->cells.data[sheet->cells.len - 1].span = span;
    unsigned pixels = lines * line_pixels(role) + 4;
    place_height(pen, pixels > ROW_PIXELS ? pixels : ROW_PIXELS);
    pen->row++;
}

void place_keep(struct pen *pen, uint32_t first_row) {
    VEC_PUSH(pen->keep, (struct area){.first_row = first_row, .last_row = pen->row - 1});
}

void layout_cell_name(uint32_t row, uint16_t column, char name[16]) {
    char *at = name + 15;
    *at = '\0';
    for (uint32_t left = row + 1; left > 0; left /= 10)
        *--at = (char)('0' + left % 10);
    for (unsigned left = column + 1U; left > 0; left = (left - 1) / 26)
        *--at = (char)('A' + (left - 1) % 26);
    memmove(name, at, (size_t)(name + 16 - at));
}
