/*
 * From cells of a worksheet to fields.  Invariant: a number is given as a number that is never ambiguous, a date only
 * where a date can stand; what Excel made of a code, or did not compute, refuses its row.
 */
#include "etl/xlsx_piece.h"

#include <string.h>

#include "etl/base/utf8.h"
#include "etl/convert.h"
#include "etl/xlsx_number.h"

/* Bytes of a field: more than any column takes, so that a few large texts cannot fill the memory. */
enum { FIELD_MAX = 4096, DIGITS_MAX = 15 };

void xlsx_piece_start(struct xlsx_piece *piece) {
    struct buf text = piece->text;
    text.len = 0;
    piece->cells.len = piece->rows.len = 0;
    piece->text = text;
    piece->last = piece->empty = piece->refused = false;
    piece->why = (struct xlsx_refusal){.kind = FINDING_COUNT};
}

void xlsx_piece_release(struct xlsx_piece *piece) {
    buf_release(&piece->text);
    VEC_FREE(piece->cells);
    VEC_FREE(piece->rows);
}

/* ---- staging ---- */

void xlsx_piece_row(struct xlsx_piece *piece, uint32_t line) {
    VEC_PUSH(piece->rows, (struct xlsx_staged_row){line, 0});
}

void xlsx_piece_cell(struct xlsx_piece *piece, unsigned column, enum xlsx_kind kind, struct slice text) {
    text = convert_trim(text);
    uint32_t len = text.len < FIELD_MAX ? (uint32_t)text.len : (uint32_t)utf8_cut(text.ptr, text.len, FIELD_MAX);
    VEC_PUSH(piece->cells, (struct xlsx_staged){(uint32_t)piece->text.len, len, (uint8_t)column, (uint8_t)kind});
    buf_add(&piece->text, text.ptr, len);
    piece->rows.data[piece->rows.len - 1].cells++;
}

void xlsx_piece_move_last(struct xlsx_piece *from, struct xlsx_piece *to) {
    const struct xlsx_staged_row *row = &from->rows.data[from->rows.len - 1];
    size_t first = from->cells.len - row->cells;
    size_t text = row->cells > 0 ? from->cells.data[first].at : from->text.len;
    xlsx_piece_row(to, row->line);
    for (size_t i = first; i < from->cells.len; i++) {
        const struct xlsx_staged *cell = &from->cells.data[i];
        xlsx_piece_cell(to, cell->column, (enum xlsx_kind)cell->kind,
                        (struct slice){from->text.data + cell->at, cell->len});
    }
    from->cells.len = first;
    from->text.len = text;
    from->rows.len--;
}

/* ---- fields ---- */

/* A row on its way to the block. */
struct fields {
    struct row_block *block;
    const struct xlsx_piece *piece;
    uint32_t line;
    struct slice cells[COLUMNS_MAX];
    bool typed[COLUMNS_MAX];
    bool good;
};

/* Is this what xlsx_number_text would make of it: a few digits, perhaps with a point, and no zero too many? */
static bool is_plain_number(struct slice text) {
    size_t points = 0;
    if (text.len > DIGITS_MAX || text.ptr[0] == '0')
        return false;
    for (size_t i = 0; i < text.len; i++) {
        bool point = text.ptr[i] == '.' && i > 0;
        points += point;
        if (!point && (text.ptr[i] < '0' || text.ptr[i] > '9'))
            return false;
    }
    char last = text.ptr[text.len - 1];
    return points == 0 || (points == 1 && last != '0' && last != '.');
}

static struct slice number_field(const struct fields *fields, struct slice text) {
    char digits[XLSX_NUMBER_SIZE];
    if (is_plain_number(text))
        return text;
    size_t len = xlsx_number_text(text, digits);
    return row_block_keep(fields->block, (struct slice){digits, len});
}

static struct slice date_field(const struct fields *fields, struct slice text) {
    char date[XLSX_NUMBER_SIZE];
    size_t len = xlsx_date_text(text, fields->piece->system_1904, date);
    return len > 0 ? row_block_keep(fields->block, (struct slice){date, len}) : number_field(fields, text);
}

/* A code that Excel takes for a date is no longer the code. */
static bool is_code(enum column_type type) {
    switch (type) {
    case TYPE_TEXT:
    case TYPE_DATE:
    case TYPE_MOMENT:
    case TYPE_PERIODE:
    case TYPE_WORD: return false;
    default: return !column_is_number(type);
    }
}

static void take_date(struct fields *fields, unsigned column, struct slice text) {
    struct row_block *block = fields->block;
    enum column_type type = block->schema->columns[column].type;
    fields->cells[column] = text;
    if (!is_code(type))
        return;
    fields->good = false;
    findings_add_text(&block->findings, FINDING_DATE_FOR_CODE, row_block_place(block, fields->line, column),
                      type == TYPE_CLIENT ? (struct slice){0} : text);
}

static void take_cell(struct fields *fields, const struct xlsx_staged *cell) {
    struct row_block *block = fields->block;
    struct slice text = {fields->piece->text.data + cell->at, cell->len};
    unsigned column = cell->column;
    switch ((enum xlsx_kind)cell->kind) {
    case XLSX_NUMBER:
        fields->cells[column] = number_field(fields, text);
        fields->typed[column] = column_is_number(block->schema->columns[column].type);
        break;
    case XLSX_DATE: take_date(fields, column, date_field(fields, text)); break;
    case XLSX_ISO_DATE: take_date(fields, column, text); break;
    case XLSX_UNCOMPUTED:
        fields->good = false;
        findings_add(&block->findings, FINDING_FORMULA_UNCOMPUTED, row_block_place(block, fields->line, column));
        break;
    case XLSX_TEXT:
    case XLSX_BOOLEAN:
    case XLSX_ERROR: fields->cells[column] = text; break;
    }
}

void xlsx_piece_add(const struct xlsx_piece *piece, struct row_block *block) {
    const struct xlsx_staged *cell = piece->cells.data;
    for (size_t i = 0; i < piece->rows.len; i++) {
        struct fields fields = {.block = block, .piece = piece, .line = piece->rows.data[i].line, .good = true};
        for (uint32_t n = piece->rows.data[i].cells; n > 0; n--)
            take_cell(&fields, cell++);
        if (fields.good)
            row_block_add(block, fields.line, fields.cells, fields.typed);
        else
            row_block_refuse(block, fields.cells);
    }
}
