/*
 * Reading forms.  Invariant: a question is known by its code and an answer by the header of its column, both in its own
 * sheet; what a form says of itself must agree with its check code, or nothing of it counts.
 */
#include "etl/xlsx_form.h"

#include <stdlib.h>
#include <string.h>

#include "etl/convert.h"
#include "etl/form.h"
#include "etl/xlsx_number.h"
#include "etl/xlsx_sheet.h"

enum { CELLS_MAX = 64, ANSWERS_MAX = 100000, TEXT_MAX = 1000 };

/* A cell of the row at hand, or of an answer. */
struct form_cell {
    uint32_t column;
    enum xlsx_kind kind;
    struct slice text; /* without a pointer: there is none */
};

struct answer {
    uint32_t sheet; /* its place in the workbook */
    uint32_t row;
    struct slice code;
    struct form_cell cells[FORM_COLUMN_COUNT];
};

struct form_reader {
    const struct xlsx_workbook *workbook;
    const struct load *load;
    struct arena arena;
    struct arena row_arena;
    uint32_t sheet;
    uint32_t row;
    VEC(struct form_cell) cells;
    uint32_t (*columns)[FORM_COLUMN_COUNT]; /* per sheet, SHEET_COLUMN_NONE as long as there is no header */
    struct slice said[FORM_LABEL_COUNT];
    VEC(struct answer) answers;
};

/* ---- rows ---- */

static struct slice keep(struct arena *arena, struct slice text) {
    return (struct slice){arena_strndup(arena, text.ptr, text.len), text.len};
}

static const struct form_cell *cell_at(const struct form_reader *form, uint32_t column) {
    for (size_t i = 0; i < form->cells.len; i++)
        if (form->cells.data[i].column == column)
            return &form->cells.data[i];
    return NULL;
}

static bool take_header(struct form_reader *form) {
    uint32_t found[FORM_COLUMN_COUNT];
    for (int c = 0; c < FORM_COLUMN_COUNT; c++) {
        found[c] = SHEET_COLUMN_NONE;
        for (size_t i = form->cells.len; i > 0; i--) /* the first of equal ones stays */
            if (slice_is_word(form->cells.data[i - 1].text, form_columns[c]))
                found[c] = form->cells.data[i - 1].column;
    }
    if (found[FORM_COLUMN_CODE] == SHEET_COLUMN_NONE || found[FORM_COLUMN_OPGAVE] == SHEET_COLUMN_NONE)
        return false;
    memcpy(form->columns[form->sheet], found, sizeof found);
    return true;
}

static void take_label(struct form_reader *form) {
    if (form->cells.len < 2)
        return;
    for (int label = 0; label < FORM_LABEL_COUNT; label++)
        if (!form->said[label].ptr && slice_is_word(form->cells.data[0].text, form_labels[label]))
            form->said[label] = keep(&form->arena, form->cells.data[1].text);
}

static bool take_answer(struct form_reader *form) {
    const uint32_t *columns = form->columns[form->sheet];
    struct answer answer = {.sheet = form->sheet, .row = form->row};
    struct form_question unused;
    const struct form_cell *code = cell_at(form, columns[FORM_COLUMN_CODE]);
    if (!code || !form_read_code(code->text, &unused) || form->answers.len == ANSWERS_MAX)
        return false;
    answer.code = keep(&form->arena, code->text);
    for (int c = FORM_COLUMN_OPGAVE; c < FORM_COLUMN_COUNT; c++) {
        const struct form_cell *cell = cell_at(form, columns[c]);
        if (!cell)
            continue;
        answer.cells[c] = *cell;
        answer.cells[c].text = keep(&form->arena, cell->text);
    }
    VEC_PUSH(form->answers, answer);
    return true;
}

static void end_row(struct form_reader *form) {
    if (form->cells.len > 0 && !take_header(form) && !take_answer(form))
        take_label(form);
    form->cells.len = 0;
    arena_release(&form->row_arena);
}

static void take_cell(void *context, const struct xlsx_cell *cell) {
    struct form_reader *form = context;
    if (cell->row != form->row)
        end_row(form);
    form->row = cell->row;
    struct slice text = convert_trim(cell->text);
    text.len = text.len < TEXT_MAX ? text.len : TEXT_MAX;
    if (form->cells.len < CELLS_MAX && (text.len > 0 || cell->kind == XLSX_UNCOMPUTED))
        VEC_PUSH(form->cells, (struct form_cell){cell->column, cell->kind, keep(&form->row_arena, text)});
}

static bool read_sheets(struct form_reader *form, struct xlsx_workbook *workbook, struct xlsx_refusal *why) {
    const struct xlsx_cell_handler handler = {take_cell, form};
    bool good = true;
    for (uint32_t i = 0; good && i < workbook->sheets.len; i++) {
        bool at_end = false;
        form->sheet = i;
        form->row = 0;
        struct xlsx_sheet_reader *reader = xlsx_sheet_open(workbook, &workbook->sheets.data[i], &handler, why);
        good = reader != NULL;
        while (good && !at_end)
            good = xlsx_sheet_step(reader, &at_end, why);
        end_row(form);
        xlsx_sheet_close(reader);
    }
    return good;
}

/* ---- what the form says of itself ---- */

static bool check_said(const struct form_reader *form, uint32_t number, struct findings *findings) {
    const struct place place = {number, LINE_NONE, COLUMN_NONE};
    char meant[FORM_CODE_SIZE];
    if (!slice_is_word(form->said[FORM_LABEL_MARK], FORM_MARK)) {
        findings_add_text(findings, FINDING_FORM_VERSION, place, form->said[FORM_LABEL_MARK]);
        return false;
    }
    for (int label = 0; label < FORM_LABEL_COUNT; label++) {
        if (form->said[label].ptr)
            continue;
        findings_add_text(findings, FINDING_FORM_INCOMPLETE, place, slice_of(form_labels[label]));
        return false;
    }
    form_check(form->said[FORM_LABEL_AANBIEDER], form->said[FORM_LABEL_PERIODE], form->said[FORM_LABEL_CATALOGUS],
               form->said[FORM_LABEL_VRAGEN], meant);
    if (slice_is_word(form->said[FORM_LABEL_CONTROLE], meant))
        return true;
    findings_add_text(findings, FINDING_FORM_CHECK, place, form->said[FORM_LABEL_CONTROLE]);
    return false;
}

static void warn(const struct form_reader *form, size_t distinct, uint32_t number, struct findings *findings) {
    const struct place place = {number, LINE_NONE, COLUMN_NONE};
    char catalogue[FORM_CODE_SIZE];
    uint32_t asked = 0;
    form_catalogue(form->load->dataset, catalogue);
    if (!slice_is_word(form->said[FORM_LABEL_CATALOGUS], catalogue))
        findings_add(findings, FINDING_FORM_CATALOGUE, place);
    if (xlsx_read_whole(form->said[FORM_LABEL_VRAGEN], ANSWERS_MAX, &asked) && asked > distinct)
        findings_add_numbers(findings, FINDING_FORM_ROWS_LOST, place, asked, (uint32_t)distinct);
    uint32_t remarks = 0;
    for (size_t i = 0; i < form->answers.len; i++)
        remarks += form->answers.data[i].cells[FORM_COLUMN_OPMERKING].text.len > 0;
    if (remarks > 0)
        findings_add_number(findings, FINDING_FORM_REMARKS, place, remarks);
}

/* Remembers where each sheet has its columns, for findings. */
static void note_places(const struct form_reader *form, uint32_t number) {
    struct sources *sources = form->load->sources;
    const struct schema *schema = &schemas[TABLE_MANAGEMENTINFORMATIE];
    uint32_t count = (uint32_t)form->workbook->sheets.len;
    struct sheet_place *list = arena_alloc(&sources->arena, count * sizeof *list);
    for (uint32_t s = 0; s < count; s++) {
        uint32_t *columns = arena_alloc(&sources->arena, schema->column_count * sizeof *columns);
        for (unsigned c = 0; c < schema->column_count; c++)
            columns[c] =
                form->columns[s][column_is_number(schema->columns[c].type) ? FORM_COLUMN_OPGAVE : FORM_COLUMN_CODE];
        list[s] = (struct sheet_place){arena_strdup(&sources->arena, form->workbook->sheets.data[s].name), columns};
    }
    sources->list.data[number].sheets = (struct sheet_places){list, count};
}

/* ---- answers ---- */

/* What was filled in, else what was measured and shown: whoever leaves that be agrees with it. */
static const struct form_cell *answered(const struct answer *answer) {
    const struct form_cell *given = &answer->cells[FORM_COLUMN_OPGAVE];
    const struct form_cell *measured = &answer->cells[FORM_COLUMN_GEMETEN];
    if (given->text.ptr)
        return given;
    return measured->text.ptr && measured->kind == XLSX_NUMBER ? measured : NULL;
}

static void put_text(struct xlsx_piece *piece, const char *column, struct slice text) {
    if (text.len > 0)
        xlsx_piece_cell(piece, schema_find(&schemas[TABLE_MANAGEMENTINFORMATIE], slice_of(column)), XLSX_TEXT, text);
}

static void put_answer(const struct form_reader *form, const struct answer *answer, const struct form_cell *value,
                       struct xlsx_piece *piece) {
    struct form_question question;
    if (!form_read_code(answer->code, &question))
        return;
    xlsx_piece_row(piece, answer->row * (uint32_t)form->workbook->sheets.len + answer->sheet);
    put_text(piece, "aanbiedercode", form->said[FORM_LABEL_AANBIEDER]);
    put_text(piece, "periode", form->said[FORM_LABEL_PERIODE]);
    put_text(piece, "gemeentecode", question.gemeente);
    put_text(piece, "perceel", question.perceel);
    put_text(piece, "indicator", question.indicator);
    xlsx_piece_cell(piece, schema_find(&schemas[TABLE_MANAGEMENTINFORMATIE], slice_of("waarde")), value->kind,
                    value->text);
}

/* A question that stands there again, with the answer of the first. */
static void report_twice(const struct form_reader *form, const struct answer *again, const struct form_cell *first,
                         uint32_t number, struct findings *findings) {
    const struct form_cell *value = answered(again);
    uint32_t line = again->row * (uint32_t)form->workbook->sheets.len + again->sheet;
    bool same = !value || (first && value->kind == first->kind && slice_equal(value->text, first->text));
    findings_add_text(findings, same ? FINDING_FORM_TWICE_SAME : FINDING_FORM_TWICE,
                      (struct place){number, line, COLUMN_NONE}, again->code);
}

static size_t put_answers(const struct form_reader *form, uint32_t number, struct xlsx_piece *piece,
                          struct findings *findings) {
    struct intern codes = {0};
    VEC(const struct answer *) first = {0};
    for (size_t i = 0; i < form->answers.len; i++) {
        const struct answer *answer = &form->answers.data[i];
        uint32_t id = intern_add(&codes, answer->code);
        if (id < first.len) {
            report_twice(form, answer, answered(first.data[id]), number, findings);
            continue;
        }
        VEC_PUSH(first, answer);
        const struct form_cell *value = answered(answer);
        if (value)
            put_answer(form, answer, value, piece);
    }
    size_t distinct = first.len;
    VEC_FREE(first);
    intern_release(&codes);
    return distinct;
}

/* ---- all of it ---- */

static enum xlsx_form_result read_form(struct form_reader *form, struct xlsx_workbook *workbook, uint32_t number,
                                       struct xlsx_piece *piece, struct findings *findings, struct xlsx_refusal *why) {
    struct xlsx_refusal trouble = {.kind = FINDING_COUNT};
    bool whole = read_sheets(form, workbook, &trouble);
    if (!form->said[FORM_LABEL_MARK].ptr)
        return XLSX_FORM_NONE;
    if (!whole) {
        *why = trouble;
        return XLSX_FORM_REFUSED;
    }
    if (!check_said(form, number, findings))
        return XLSX_FORM_REFUSED;
    note_places(form, number);
    warn(form, put_answers(form, number, piece, findings), number, findings);
    return XLSX_FORM_READ;
}

enum xlsx_form_result xlsx_form_read(struct xlsx_workbook *workbook, const struct load *load, uint32_t number,
                                     struct xlsx_piece *piece, struct findings *findings, struct xlsx_refusal *why) {
    struct form_reader form = {.workbook = workbook, .load = load};
    form.columns = mem_calloc(workbook->sheets.len, sizeof *form.columns);
    memset(form.columns, 0xFF, workbook->sheets.len * sizeof *form.columns); /* SHEET_COLUMN_NONE */
    enum xlsx_form_result result = read_form(&form, workbook, number, piece, findings, why);
    free(form.columns);
    VEC_FREE(form.cells);
    VEC_FREE(form.answers);
    arena_release(&form.row_arena);
    arena_release(&form.arena);
    return result;
}
