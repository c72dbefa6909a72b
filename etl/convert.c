/*
 * From rows of cells to rows.  A cell that is not plainly right goes the long way: undo what Excel did, read it again,
 * and else say what is wrong.
 *
 * Invariant: a value of the column client is never an argument of a finding.
 */
#include "etl/convert.h"

#include <string.h>

#include "etl/base/plain.h"
#include "etl/base/utf8.h"
#include "etl/cell.h"
#include "etl/code.h"
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

/* The long way, for a cell that is not plainly right.  Apart, so that the short way stays short. */
__attribute__((noinline)) static bool read_damaged(struct cell *cell) {
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

enum { LEARNING_ROWS = 64 };

static inline struct slice trim(struct slice cell) {
    return cell.len > 0 && cell.ptr[0] > ' ' && cell.ptr[cell.len - 1] > ' ' ? cell : convert_trim(cell);
}

/* Reads a cell that does not repeat the one before and keeps its text when it holds no more than its value. */
static bool read_column(struct cell *cell, unsigned column, struct slice text) {
    struct row_block *block = cell->block;
    struct column_memory *memory = &block->memory[column];
    cell->column = &block->schema->columns[column];
    cell->text = trim(text);
    cell->examined = cell->once = false;
    enum converted converted = read_cell(cell);
    memory->text = text.ptr;
    memory->len = converted == CONVERTED && !cell->typed ? text.len : NOTHING_KEPT;
    return converted != CONVERT_WRONG;
}

bool convert_row(struct row_block *block, uint32_t line, const struct slice *cells, const bool *typed) {
    struct cell cell = {.block = block, .line = line};
    struct column_memory *memory = block->memory;
    bool good = true;
    for (unsigned i = 0; i < block->schema->column_count; i++, memory++) {
        cell.typed = typed && typed[i];
        if (memory->len != cells[i].len || cell.typed || !word_equal_bytes(memory->text, cells[i].ptr, memory->len)) {
            good &= read_column(&cell, i, cells[i]);
            column_memory_forget_words(memory);
        }
    }
    return good;
}

#define STORE_PLAIN(block, column, value) memcpy((block)->current + (column)->offset, &(value), sizeof(value))

static inline bool read_plain_number(struct row_block *block, const struct column *column, struct slice text) {
    int64_t value;
    if (!plain_number(text, cell_decimals(column->type), &value, &block->notes.comma))
        return false;
    STORE_PLAIN(block, column, value);
    return true;
}

/*
 * Reads a cell of the form and kind that nearly all cells have which differ from the one above; false when it is
 * another one, which the long way reads, and judges, in the same way.
 */
static inline bool read_plain(struct row_block *block, const struct column *column, struct slice text) {
    date_t date;
    uint64_t packed;
    uint32_t number;
    uint16_t index;
    switch (column->type) {
    case TYPE_DATE:
        if (!plain_date(text, &date))
            return false;
        STORE_PLAIN(block, column, date);
        return true;
    case TYPE_VOLUME:
    case TYPE_EURO: return read_plain_number(block, column, text);
    case TYPE_REGELNUMMER:
        if (!code_pack(text, &packed))
            return false;
        STORE_PLAIN(block, column, packed);
        return true;
    case TYPE_DECLARATIENUMMER: /* one that waits already is a code */
        number = row_block_find_text(block, POOL_DECLARATIENUMMERS, text);
        if (number == 0)
            return false;
        STORE_PLAIN(block, column, number);
        return true;
    case TYPE_GEMEENTE:
    case TYPE_AANBIEDER:
    case TYPE_PRODUCT:
        index = row_block_find_code(block, column->type, text);
        if (index == INDEX_NONE)
            return false;
        STORE_PLAIN(block, column, index);
        return true;
    default: return false;
    }
}

/* Which columns mostly change, from the first rows of a block: comparing those costs more than it saves. */
static void learn(struct row_block *block, uint32_t changed) {
    for (; changed != 0; changed &= changed - 1) {
        unsigned i = (unsigned)__builtin_ctz(changed);
        if (++block->changes[i] > LEARNING_ROWS * 7 / 8)
            block->fickle |= 1U << i;
    }
}

bool convert_changed(struct row_block *block, uint32_t line, const struct slice *cells, uint32_t changed) {
    struct cell cell = {.block = block, .line = line};
    bool good = true;
    if (block->rows_read < LEARNING_ROWS)
        learn(block, changed);
    for (; changed != 0; changed &= changed - 1) {
        unsigned i = (unsigned)__builtin_ctz(changed);
        if (read_plain(block, &block->schema->columns[i], cells[i])) {
            block->memory[i].text = cells[i].ptr;
            block->memory[i].len = cells[i].len;
        } else {
            good &= read_column(&cell, i, cells[i]);
        }
        if (!(block->fickle >> i & 1))
            column_memory_keep_words(&block->memory[i]);
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
