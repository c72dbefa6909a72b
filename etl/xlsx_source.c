/*
 * From a workbook to pieces of rows.  Invariant: a piece holds whole rows; the header is the first row of the sheet
 * that is not empty, and a row is empty when it holds nothing in any column, known or not, as in a CSV file.
 */
#include "etl/xlsx_source.h"

#include <stdlib.h>
#include <string.h>

#include "etl/convert.h"
#include "etl/header.h"
#include "etl/xlsx_form.h"
#include "etl/xlsx_sheet.h"

enum { PIECE_ROWS = 2000 };

enum state { HEADER_AWAITED, HEADER_UNDER_WAY, HEADER_BOUND, HEADER_REFUSED };

struct xlsx_source {
    const struct load *load;
    uint32_t number;
    bool open;
    bool opened; /* the workbook is, and the sheet */
    struct xlsx_workbook workbook;
    struct xlsx_sheet_reader *sheet;
    enum state state;
    uint32_t header_row;
    struct arena arena; /* of the names */
    VEC(struct slice) names;
    VEC(uint8_t) columns;      /* per column of the sheet that of the table, or COLUMNS_MAX */
    bool unnamed;              /* the finding about that was given */
    uint32_t row;              /* of the cell before */
    struct xlsx_piece held;    /* the last row, which may go on */
    struct xlsx_piece *piece;  /* that is being filled, and */
    struct findings *findings; /* where its findings go */
};

static struct source *the_source(const struct xlsx_source *source) {
    return &source->load->sources->list.data[source->number];
}

/* ---- header ---- */

static void add_name(struct xlsx_source *source, const struct xlsx_cell *cell) {
    struct slice name = convert_trim(cell->text);
    while (source->names.len < cell->column)
        VEC_PUSH(source->names, (struct slice){0});
    VEC_PUSH(source->names, (struct slice){arena_strndup(&source->arena, name.ptr, name.len), name.len});
}

/* Remembers where the columns are, for findings. */
static void note_places(struct xlsx_source *source, const struct schema *schema) {
    struct arena *arena = &source->load->sources->arena;
    struct sheet_place *place = arena_alloc(arena, sizeof *place);
    uint32_t *columns = arena_alloc(arena, schema->column_count * sizeof *columns);
    for (unsigned column = 0; column < schema->column_count; column++)
        columns[column] = SHEET_COLUMN_NONE;
    for (uint32_t i = 0; i < source->columns.len; i++)
        if (source->columns.data[i] != COLUMNS_MAX)
            columns[source->columns.data[i]] = i;
    *place = (struct sheet_place){arena_strdup(arena, source->workbook.sheets.data[0].name), columns};
    the_source(source)->sheets = (struct sheet_places){place, 1};
}

static void bind(struct xlsx_source *source) {
    const struct schema *schema = &schemas[the_source(source)->table];
    VEC_RESERVE(source->columns, source->names.len);
    source->columns.len = source->names.len;
    bool good = header_bind(schema, source->names.data, source->names.len, source->number, source->header_row,
                            source->columns.data, source->findings);
    source->state = good ? HEADER_BOUND : HEADER_REFUSED;
    if (good)
        note_places(source, schema);
    else
        xlsx_sheet_stop(source->sheet);
}

/* ---- cells ---- */

/* Nothing but spaces of any kind? */
static bool is_blank(struct slice text) {
    static const char nbsp[] = "\xC2\xA0";
    text = convert_trim(text);
    while (text.len >= 2 && memcmp(text.ptr, nbsp, 2) == 0)
        text = convert_trim((struct slice){text.ptr + 2, text.len - 2});
    return text.len == 0;
}

static void report_unnamed(struct xlsx_source *source, uint32_t column) {
    char name[XLSX_CELL_NAME_SIZE];
    if (source->unnamed)
        return;
    source->unnamed = true;
    xlsx_cell_name(1, column, name);
    findings_add_text(source->findings, FINDING_COLUMN_UNNAMED,
                      (struct place){source->number, source->header_row, COLUMN_NONE},
                      (struct slice){name, strlen(name) - 1});
}

static void add_cell(struct xlsx_source *source, const struct xlsx_cell *cell) {
    bool named = cell->column < source->names.len && source->names.data[cell->column].len > 0;
    if (cell->row != source->row)
        xlsx_piece_row(source->piece, cell->row);
    source->row = cell->row;
    if (!named)
        report_unnamed(source, cell->column);
    else if (source->columns.data[cell->column] != COLUMNS_MAX)
        xlsx_piece_cell(source->piece, source->columns.data[cell->column], cell->kind, cell->text);
}

static void take_cell(void *context, const struct xlsx_cell *cell) {
    struct xlsx_source *source = context;
    if (cell->kind == XLSX_TEXT && is_blank(cell->text))
        return;
    if (source->state == HEADER_UNDER_WAY && cell->row != source->header_row)
        bind(source);
    if (source->state == HEADER_AWAITED) {
        source->state = HEADER_UNDER_WAY;
        source->header_row = cell->row;
    }
    if (source->state == HEADER_UNDER_WAY)
        add_name(source, cell);
    else if (source->state == HEADER_BOUND)
        add_cell(source, cell);
}

/* ---- for users ---- */

struct xlsx_source *xlsx_source_new(void) {
    return mem_calloc(1, sizeof(struct xlsx_source));
}

void xlsx_source_free(struct xlsx_source *source) {
    xlsx_source_close(source);
    xlsx_piece_release(&source->held);
    VEC_FREE(source->names);
    VEC_FREE(source->columns);
    free(source);
}

bool xlsx_source_is_open(const struct xlsx_source *source) {
    return source->open;
}

void xlsx_source_close(struct xlsx_source *source) {
    if (source->opened) {
        xlsx_sheet_close(source->sheet);
        xlsx_workbook_close(&source->workbook);
    }
    arena_release(&source->arena);
    source->sheet = NULL;
    source->open = source->opened = false;
}

void xlsx_source_begin(struct xlsx_source *source, const struct load *load, uint32_t number) {
    xlsx_source_close(source);
    source->load = load;
    source->number = number;
    source->open = true;
    source->state = HEADER_AWAITED;
    source->names.len = source->columns.len = 0;
    source->unnamed = false;
    source->row = 0;
    xlsx_piece_start(&source->held);
}

static bool open_sheet(struct xlsx_source *source, struct xlsx_refusal *why) {
    const struct xlsx_cell_handler handler = {take_cell, source};
    source->sheet = xlsx_sheet_open(&source->workbook, &source->workbook.sheets.data[0], &handler, why);
    return source->sheet != NULL;
}

/* Opens the workbook, and reads it when it is a form; false when it is refused. */
static bool open_workbook(struct xlsx_source *source, struct xlsx_piece *piece) {
    enum xlsx_form_result form = XLSX_FORM_NONE;
    source->opened = true;
    if (!xlsx_workbook_open(&source->workbook, the_source(source)->file, &piece->why))
        return false;
    if (the_source(source)->table == TABLE_MANAGEMENTINFORMATIE)
        form = xlsx_form_read(&source->workbook, source->load, source->number, piece, source->findings, &piece->why);
    if (form == XLSX_FORM_READ) {
        source->state = HEADER_BOUND;
        piece->last = true;
    }
    return form == XLSX_FORM_READ || (form == XLSX_FORM_NONE && open_sheet(source, &piece->why));
}

/* Reads until there are rows enough; false when the workbook is refused. */
static bool read_rows(struct xlsx_source *source, struct xlsx_piece *piece) {
    if (!source->opened && !open_workbook(source, piece))
        return false;
    while (!piece->last && piece->rows.len < PIECE_ROWS)
        if (!xlsx_sheet_step(source->sheet, &piece->last, &piece->why))
            return false;
    if (piece->last && source->state == HEADER_UNDER_WAY)
        bind(source);
    return source->state != HEADER_REFUSED;
}

void xlsx_source_next(struct xlsx_source *source, struct xlsx_piece *piece, struct findings *findings) {
    xlsx_piece_start(piece);
    source->piece = piece;
    source->findings = findings;
    if (source->held.rows.len > 0)
        xlsx_piece_move_last(&source->held, piece);
    piece->refused = !read_rows(source, piece);
    piece->system_1904 = source->workbook.system_1904;
    piece->last |= piece->refused;
    piece->empty = source->state == HEADER_AWAITED;
    if (piece->last)
        xlsx_source_close(source);
    else
        xlsx_piece_move_last(piece, &source->held);
}
