/*
 * From rows of cells to rows.  A cell that is not plainly right goes the long way: undo what Excel did, read it again,
 * and else say what is wrong.
 *
 * Invariant: a value of the column client is never an argument of a finding.
 */
#include "etl/convert.h"

#include <string.h>

#include "etl/base/utf8.h"
#include "etl/cell.h"
#include "etl/damage.h"

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct slice convert_trim(struct slice cell) {
    if (cell.len > 0 && !is_space(cell.ptr[0]) && !is_space(cell.ptr[cell.len - 1]))
        return cell;
    while (cell.len > 0 && is_space(cell.ptr[0])) {
        cell.ptr++;
        cell.len--;
    }
    while (cell.len > 0 && is_space(cell.ptr[cell.len - 1]))
        cell.len--;
    return cell;
}

/* ---- one cell ---- */

static bool report(const struct cell *cell, enum finding_kind kind, struct slice shown) {
    struct findings *findings = &cell->block->findings;
    struct place place = cell_place(cell);
    if (cell->column->type == TYPE_CLIENT)
        shown = (struct slice){0};
    if (kind == FINDING_NOT_A_WORD)
        findings_add_texts(findings, kind, place, shown, slice_of(cell->column->words->expected));
    else if (kind == FINDING_TOO_MANY_DECIMALS)
        findings_add_text_number(findings, kind, place, shown, (uint32_t)cell_decimals(cell->column->type));
    else if (kind == FINDING_TEXT_TOO_LONG)
        findings_add_number(findings, kind, place, (uint32_t)utf8_count(cell->text.ptr, cell->text.len));
    else
        findings_add_text(findings, kind, place, shown);
    return false;
}

/* Puts the value of nothing given in the row; false, with a finding, when there has to be one. */
static bool read_empty(const struct cell *cell) {
    const char *blank = cell->block->schema->blank;
    if (cell->column->need != NEED_VALUE) {
        memcpy(cell_member(cell), blank + cell->column->offset, cell->column->size);
        return true;
    }
    findings_add(&cell->block->findings, FINDING_VALUE_MISSING, cell_place(cell));
    return false;
}

/* The long way, for a cell that is not plainly right. */
static bool read_damaged(struct cell *cell) {
    struct slice shown = cell->text;
    struct damage_report undone = {0};
    cell->text = damage_undo(cell->block, cell->column, cell->text, &undone);
    if (cell->text.len == 0) {
        damage_count(cell->block, cell_index(cell), &undone);
        return read_empty(cell);
    }
    enum finding_kind beyond_repair = damage_name(cell->block, cell->column, cell->text);
    if (beyond_repair != NO_FINDING)
        return report(cell, beyond_repair, shown);
    cell->examined = true;
    enum finding_kind kind = cell_read(cell);
    if (kind != NO_FINDING)
        return report(cell, kind, shown);
    damage_count(cell->block, cell_index(cell), &undone);
    return true;
}

enum converted {
    CONVERT_WRONG, /* a finding says why */
    CONVERTED,
    CONVERTED_ONCE /* with a finding or a count: the same text has to be looked at again */
};

static enum converted read_cell(struct cell *cell) {
    if (cell->text.len == 0)
        return read_empty(cell) ? CONVERTED : CONVERT_WRONG;
    if (cell_read(cell) == NO_FINDING)
        return cell->once ? CONVERTED_ONCE : CONVERTED;
    return read_damaged(cell) ? CONVERTED_ONCE : CONVERT_WRONG;
}

/* ---- one row ---- */

static inline uint64_t load_8(const char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

static inline uint32_t load_4(const char *at) {
    uint32_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* Equal bytes; written out because cells are short and this runs for each of them. */
static inline bool same_bytes(const char *a, const char *b, size_t len) {
    if (len > 16)
        return memcmp(a, b, len) == 0;
    if (len >= 8)
        return load_8(a) == load_8(b) && load_8(a + len - 8) == load_8(b + len - 8);
    if (len >= 4)
        return load_4(a) == load_4(b) && load_4(a + len - 4) == load_4(b + len - 4);
    return len == 0 || (a[0] == b[0] && a[len - 1] == b[len - 1] && a[len / 2] == b[len / 2]);
}

bool convert_row(struct row_block *block, uint32_t line, const struct slice *cells, const bool *typed) {
    struct cell cell = {.block = block, .column = block->schema->columns, .line = line};
    struct column_memory *memory = block->memory;
    unsigned count = block->schema->column_count;
    bool good = true;
    for (unsigned i = 0; i < count; i++, cell.column++, memory++) {
        bool number = typed && typed[i];
        if (memory->len == cells[i].len && !number && same_bytes(memory->text, cells[i].ptr, memory->len)) {
            if (memory->text_plus_1)
                VEC_PUSH(block->uses, (struct pending_use){block->count, memory->text_plus_1 - 1, cell.column->offset});
            continue;
        }
        memory->text_plus_1 = 0;
        cell.text = convert_trim(cells[i]);
        cell.typed = number;
        cell.examined = cell.once = false;
        enum converted converted = read_cell(&cell);
        memory->text = cells[i].ptr;
        memory->len = converted == CONVERTED && !number ? cells[i].len : NOTHING_KEPT;
        good &= converted != CONVERT_WRONG;
    }
    return good;
}

void convert_note_number(struct row_block *block, unsigned column, struct slice text) {
    const struct column *c = &block->schema->columns[column];
    int64_t unused;
    struct damage_report undone = {0};
    text = convert_trim(text);
    if (!column_is_number(c->type) || text.len == 0)
        return;
    if (decimal_parse(text, 0, true, &unused, &block->notes) == DECIMAL_NO_NUMBER)
        decimal_parse(damage_undo(block, c, text, &undone), 0, true, &unused, &block->notes);
}
