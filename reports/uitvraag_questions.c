/*
 * The questions of a form: per indicator what is known, and a cell for the answer.
 *
 * Invariant: what was measured exactly is shown and not asked, for an empty answer then means that it is right; every
 * question carries its code (etl/form.h).
 */
#include "etl/form.h"
#include "reports/book/glyphs.h"
#include "reports/uitvraag_parts.h"

enum { COLUMNS = 11, TITLE_MAX = 32, PROMPT_MAX = 255 };

/* ---- words ---- */

static const char *cut(const struct form *form, const char *text, size_t most) {
    return arena_strndup(form->c.arena, text, glyphs_prefix(text, most));
}

/* ---- values ---- */

struct question {
    const struct indicator *indicator;
    struct group part;
    struct value before;
    struct value measured;
    bool known; /* measured, and it may be shown */
    bool required;
};

static struct question make_question(const struct form *form, const struct indicator *indicator, struct group part) {
    size_t now = view_now(form->c.view);
    bool total = part.gemeente == GROUP_ALL && part.perceel == GROUP_ALL;
    struct question q = {.indicator = indicator, .part = part};
    if (form->measured)
        q.measured = view_measured(form->c.view, now, indicator, part);
    q.known = q.measured.status == VALUE_SHOWN;
    q.required = total && indicator->verplicht && !q.known;
    if (now > 0)
        q.before = view_value(form->c.view, now - 1, "mi", indicator->code, part);
    return q;
}

static struct cell shown_value(struct value value) {
    return value.status == VALUE_UNKNOWN ? cell_empty() : plain_cell(value);
}

/* ---- cells ---- */

static struct cell answer_cell(const struct form *form, const struct question *q) {
    const struct indicator *indicator = q->indicator;
    const char *bounds = bounds_words(&form->c, indicator);
    enum text help = q->known      ? TEXT_UITVRAAG_HULP_BEKEND
                     : q->required ? TEXT_UITVRAAG_HULP_VERPLICHT
                                   : TEXT_UITVRAAG_HULP_VRIJ;
    struct input *input = arena_alloc(form->c.arena, sizeof *input);
    *input = (struct input){
        .number = true,
        .required = q->required,
        .least = indicator->minimum,
        .most = indicator->maximum,
        .title = cut(form, indicator->omschrijving, TITLE_MAX),
        .prompt = cut(form, text_with(&form->c, help, {"grens", bounds}), PROMPT_MAX),
        .refusal = cut(form, text_with(&form->c, TEXT_UITVRAAG_WEIGERING, {"grens", bounds}), PROMPT_MAX),
    };
    return cell_input(input);
}

static const char *question_code(const struct form *form, const struct question *q) {
    const struct sheet_context *c = &form->c;
    struct form_question question = {.indicator = slice_of(q->indicator->code)};
    struct buf code = {0};
    if (q->part.gemeente != GROUP_ALL)
        question.gemeente = slice_of(view_code(c->view, DIMENSION_GEMEENTE, q->part.gemeente));
    if (q->part.perceel != GROUP_ALL)
        question.perceel = slice_of(view_code(c->view, DIMENSION_PERCEEL, q->part.perceel));
    form_put_code(&code, &question);
    const char *text = arena_strndup(c->arena, code.data, code.len);
    buf_release(&code);
    return text;
}

static const char *part_name(const struct form *form, enum dimension dimension, uint16_t member) {
    return member == GROUP_ALL ? text_of(&form->c, TEXT_UITVRAAG_ALLE) : member_name(&form->c, dimension, member);
}

static void add_question(struct form *form, struct sheet_table *table, const struct question *q, bool parts) {
    static const struct input remark = {.number = false};
    enum text need = q->known ? TEXT_UITVRAAG_BEKEND : q->required ? TEXT_UITVRAAG_VERPLICHT : TEXT_UITVRAAG_VRIJ;
    struct sheet_row *row = table_add_row(table);
    if (parts) {
        row_add(row, cell_text(part_name(form, DIMENSION_GEMEENTE, q->part.gemeente)));
        row_add(row, cell_text(part_name(form, DIMENSION_PERCEEL, q->part.perceel)));
    }
    row_add(row, cell_text(q->indicator->omschrijving));
    row_add(row, cell_text(q->indicator->eenheid));
    if (view_now(form->c.view) > 0)
        row_add(row, shown_value(q->before));
    if (form->measured)
        row_add(row, shown_value(q->measured));
    row_add(row, answer_cell(form, q));
    row_add(row, cell_text(text_of(&form->c, need)));
    row_add(row, cell_text(bounds_words(&form->c, q->indicator)));
    row_add(row, cell_input(&remark));
    row_add(row, cell_text(question_code(form, q)));
    form->questions++;
}

/* ---- tables ---- */

static size_t question_columns(const struct form *form, bool parts, struct sheet_column columns[COLUMNS]) {
    const struct sheet_context *c = &form->c;
    size_t now = view_now(c->view);
    size_t n = 0;
    if (parts) {
        columns[n++] =
            (struct sheet_column){.id = "gemeente", .header = text_of(c, TEXT_KOLOM_GEMEENTE), .show = SHOW_TEXT};
        columns[n++] = (struct sheet_column){
            .id = "perceel", .header = text_of(c, TEXT_KOLOM_PERCEEL), .show = SHOW_TEXT, .width = 20};
    }
    columns[n++] = (struct sheet_column){
        .id = "indicator", .header = text_of(c, TEXT_UITVRAAG_KOLOM_VRAAG), .show = SHOW_TEXT, .width = 34};
    columns[n++] =
        (struct sheet_column){.id = "eenheid", .header = text_of(c, TEXT_UITVRAAG_KOLOM_EENHEID), .show = SHOW_TEXT};
    if (now > 0)
        columns[n++] = (struct sheet_column){
            .id = "vorige",
            .header = text_with(c, TEXT_UITVRAAG_KOLOM_VORIGE, {"periode", view_period(c->view, now - 1)->name}),
            .show = SHOW_DECIMAL2};
    if (form->measured)
        columns[n++] =
            (struct sheet_column){.id = "gemeten", .header = form_columns[FORM_COLUMN_GEMETEN], .show = SHOW_DECIMAL2};
    columns[n++] =
        (struct sheet_column){.id = "opgave", .header = form_columns[FORM_COLUMN_OPGAVE], .show = SHOW_DECIMAL2};
    columns[n++] = (struct sheet_column){
        .id = "invullen", .header = text_of(c, TEXT_UITVRAAG_KOLOM_INVULLEN), .show = SHOW_TEXT, .width = 28};
    columns[n++] = (struct sheet_column){
        .id = "toegestaan", .header = text_of(c, TEXT_UITVRAAG_KOLOM_TOEGESTAAN), .show = SHOW_TEXT, .width = 16};
    columns[n++] = (struct sheet_column){
        .id = "opmerking", .header = form_columns[FORM_COLUMN_OPMERKING], .show = SHOW_TEXT, .width = 36};
    columns[n++] = (struct sheet_column){.id = "code", .header = form_columns[FORM_COLUMN_CODE], .show = SHOW_TEXT};
    return n;
}

static void add_questions(struct form *form, struct sheet_table *table, struct group part, bool parts) {
    for (size_t i = 0; i < view_indicatoren(form->c.view); i++) {
        struct question q = make_question(form, view_indicator(form->c.view, i), part);
        add_question(form, table, &q, parts);
    }
}

void form_add_total(struct form *form) {
    struct sheet_column columns[COLUMNS];
    size_t count = question_columns(form, false, columns);
    add_text(&form->c, TEXT_UITVRAAG_UITLEG_TOTAAL);
    struct sheet_table *table = sheet_add_table(form->c.sheet, "Totaal", NULL, columns, count);
    add_questions(form, table, (struct group){0}, false);
    sheet_lock(form->c.sheet);
}

void form_add_parts(struct form *form) {
    struct sheet_column columns[COLUMNS];
    size_t count = question_columns(form, true, columns);
    add_text(&form->c, TEXT_UITVRAAG_UITLEG_DEEL);
    struct sheet_table *table = sheet_add_table(form->c.sheet, "Uitsplitsing", NULL, columns, count);
    for (size_t i = 0; i < form->groups.list.len; i++) {
        struct group part = form->groups.list.data[i];
        part.organisatie = GROUP_ALL; /* the view fills in its own */
        add_questions(form, table, part, true);
    }
    sheet_lock(form->c.sheet);
}
