/*
 * Where cells stand and what they hold.  Invariant: rows rise, and so do the columns in a row; what does not say where
 * it is stands behind the one before it.  A sheet in which that, a style or a shared text does not hold is damaged.
 * Called by xlsx_sheet.c for every cell, whichever way it was read.
 */
#include "etl/xlsx_grid.h"

#include <string.h>

#include "etl/base/utf8.h"
#include "etl/xlsx_number.h"
#include "etl/xlsx_path.h"

/* ---- places ---- */

void xlsx_cell_name(uint32_t row, uint32_t column, char name[XLSX_CELL_NAME_SIZE]) {
    char letters[3];
    int count = 0;
    for (uint32_t rest = column + 1; rest > 0 && count < 3; rest = (rest - 1) / 26)
        letters[count++] = (char)('A' + (rest - 1) % 26);
    size_t len = 0;
    while (count > 0)
        name[len++] = letters[--count];
    uint32_t unit = 1;
    while (row / unit >= 10)
        unit *= 10;
    for (; unit > 0; unit /= 10)
        name[len++] = (char)('0' + row / unit % 10);
    name[len] = '\0';
}

/* Reads "C14". */
static bool read_place(struct slice place, uint32_t *row, uint32_t *column) {
    size_t at = 0;
    *column = 0;
    for (; at < place.len && at < 3 && place.ptr[at] >= 'A' && place.ptr[at] <= 'Z'; at++)
        *column = *column * 26 + (uint32_t)(place.ptr[at] - 'A' + 1);
    bool good = at > 0 && *column <= XLSX_COLUMNS_MAX &&
                xlsx_read_whole((struct slice){place.ptr + at, place.len - at}, XLSX_ROWS_MAX, row);
    (*column)--;
    return good;
}

static void refuse(struct xlsx_grid *grid, const char *what) {
    char name[XLSX_CELL_NAME_SIZE];
    if (grid->wrong)
        return;
    xlsx_cell_name(grid->row > 0 ? grid->row : 1, grid->columns > 0 ? grid->columns - 1 : 0, name);
    xlsx_refuse(&grid->why, "bij cel %s: %s", name, what);
    grid->why.kind = FINDING_SHEET_DAMAGED;
    size_t len = utf8_cut(grid->sheet->name, strlen(grid->sheet->name), sizeof grid->why.sheet - 1);
    memcpy(grid->why.sheet, grid->sheet->name, len);
    grid->why.sheet[len] = '\0';
    grid->wrong = true;
}

void xlsx_grid_row(struct xlsx_grid *grid, const char *number) {
    uint32_t row = grid->row + 1;
    if (number && !xlsx_read_whole(slice_of(number), XLSX_ROWS_MAX, &row))
        refuse(grid, "daarna komt een regel buiten het blad");
    else if (row <= grid->row)
        refuse(grid, "daarna komt een regel die er al was");
    else if (row > XLSX_ROWS_MAX)
        refuse(grid, "daarna komen meer regels dan een blad heeft");
    grid->row = row;
    grid->columns = 0;
}

/* Moves to the place of a cell. */
static void move_to(struct xlsx_grid *grid, struct slice place) {
    uint32_t row = grid->row;
    uint32_t column = grid->columns;
    if (place.len > 0 && (!read_place(place, &row, &column) || row != grid->row))
        refuse(grid, "daarna komt een cel die niet in deze regel kan staan");
    else if (column < grid->columns)
        refuse(grid, "daarna komt een cel die er al was");
    else if (column >= XLSX_COLUMNS_MAX)
        refuse(grid, "daarna komen meer cellen dan een regel heeft");
    grid->columns = column + 1;
}

/* ---- what a cell holds ---- */

static struct slice trim(struct slice text) {
    while (text.len > 0 && (unsigned char)text.ptr[0] <= ' ') {
        text.ptr++;
        text.len--;
    }
    while (text.len > 0 && (unsigned char)text.ptr[text.len - 1] <= ' ')
        text.len--;
    return text;
}

static bool is_number(struct slice text) {
    char unused[XLSX_NUMBER_SIZE];
    size_t i = 0;
    while (i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9')
        i++;
    return i == text.len || xlsx_number_text(text, unused) > 0;
}

static bool shows_date(struct xlsx_grid *grid, struct slice style) {
    const struct xlsx_workbook *workbook = grid->workbook;
    uint32_t number = 0;
    if (style.len > 0 && !xlsx_read_whole(style, UINT32_MAX - 1, &number))
        refuse(grid, "de opmaak is geen nummer");
    if (!workbook->has_styles)
        return false;
    if (number < workbook->dates.len)
        return workbook->dates.data[number];
    if (style.len > 0)
        refuse(grid, "de opmaak van de cel is er niet");
    return false;
}

static void give(struct xlsx_grid *grid, enum xlsx_kind kind, struct slice text) {
    const struct xlsx_cell cell = {grid->row, grid->columns - 1, kind, text};
    if (!grid->wrong && !grid->stopped)
        grid->handler.cell(grid->handler.context, &cell);
}

static void give_number(struct xlsx_grid *grid, struct slice number, struct slice style) {
    enum xlsx_kind kind = shows_date(grid, style) ? XLSX_DATE : XLSX_NUMBER;
    if (!is_number(number))
        refuse(grid, "de waarde is geen getal");
    give(grid, kind, number);
}

static void give_shared(struct xlsx_grid *grid, struct slice text) {
    uint32_t number;
    struct slice found = {0};
    if (!xlsx_read_whole(text, UINT32_MAX - 1, &number) || !xlsx_strings_get(&grid->workbook->strings, number, &found))
        refuse(grid, "de tekst waarnaar de cel verwijst is er niet");
    if (found.len > 0)
        give(grid, XLSX_TEXT, found);
}

/* Its own text, in which some characters may be escaped. */
static void give_text(struct xlsx_grid *grid, struct slice text) {
    if (!memchr(text.ptr, '_', text.len)) {
        give(grid, XLSX_TEXT, text);
        return;
    }
    struct buf copy = {0};
    buf_add(&copy, text.ptr, text.len);
    xlsx_unescape(&copy, 0);
    give(grid, XLSX_TEXT, (struct slice){copy.data, copy.len});
    buf_release(&copy);
}

static void give_boolean(struct xlsx_grid *grid, struct slice text) {
    bool yes = slice_is_word(text, "1") || slice_is_word(text, "true");
    if (!yes && !slice_is_word(text, "0") && !slice_is_word(text, "false"))
        refuse(grid, "de waarde is geen WAAR of ONWAAR");
    give(grid, XLSX_BOOLEAN, slice_of(yes ? "true" : "false"));
}

static void give_value(struct xlsx_grid *grid, const struct xlsx_raw_cell *cell) {
    struct slice text = trim(cell->text);
    if (text.len == 0) /* also a text of spaces: nothing that a field would hold */
        return;
    switch (cell->type) {
    case XLSX_TYPE_NUMBER: give_number(grid, text, cell->style); break;
    case XLSX_TYPE_SHARED: give_shared(grid, text); break;
    case XLSX_TYPE_STRING:
    case XLSX_TYPE_INLINE: give_text(grid, cell->text); break;
    case XLSX_TYPE_BOOLEAN: give_boolean(grid, text); break;
    case XLSX_TYPE_ERROR: give(grid, XLSX_ERROR, text); break;
    case XLSX_TYPE_DATE:
        give(grid, XLSX_ISO_DATE, (struct slice){text.ptr, text.len - (text.ptr[text.len - 1] == 'Z')});
        break;
    case XLSX_TYPE_UNKNOWN: refuse(grid, "de cel is van een onbekende soort"); break;
    }
}

void xlsx_grid_cell(struct xlsx_grid *grid, const struct xlsx_raw_cell *cell) {
    move_to(grid, cell->at);
    if (cell->has_value)
        give_value(grid, cell);
    else if (cell->has_formula)
        give(grid, XLSX_UNCOMPUTED, (struct slice){0});
}
