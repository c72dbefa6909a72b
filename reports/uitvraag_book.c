/*
 * A form as a workbook: an explanation, the questions, and what the form says of itself.  Invariant: it is built from
 * the view of its aanbieder, and nothing in it can be changed but the cells to be filled in.
 */
#include "etl/form.h"
#include "reports/uitvraag_parts.h"
#include "reports/uitvraag_run.h"

/* ---- explanation ---- */

static void add_contact(struct form *form) {
    static const enum text asked[] = {TEXT_UITVRAAG_CONTACT_NAAM, TEXT_UITVRAAG_CONTACT_BEREIKBAAR,
                                      TEXT_UITVRAAG_CONTACT_OPMERKING};
    static const struct input answer = {.number = false};
    const struct sheet_context *c = &form->c;
    const struct sheet_column columns[] = {
        {.id = "vraag", .header = text_of(c, TEXT_UITVRAAG_KOLOM_VRAAG), .show = SHOW_TEXT, .width = 60},
        {.id = "antwoord", .header = text_of(c, TEXT_UITVRAAG_KOLOM_ANTWOORD), .show = SHOW_TEXT, .width = 60},
    };
    struct sheet_table *table = sheet_add_table(c->sheet, "Contact", text_of(c, TEXT_UITVRAAG_KOP_CONTACT), columns,
                                                sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(text_of(c, asked[i])));
        row_add(row, cell_input(&answer));
    }
}

static void add_explanation(struct form *form, int64_t drempel) {
    const struct sheet_context *c = &form->c;
    const struct period *period = view_period(c->view, view_now(c->view));
    const char *minder = arena_printf(c->arena, "<%lld", (long long)drempel);
    sheet_add_text(c->sheet, text_with(c, TEXT_UITVRAAG_INLEIDING, {"naam", view_own_name(c->view)},
                                       {"periode", period_words(c, view_now(c->view))},
                                       {"begin", date_words(c, period->begin)}, {"eind", date_words(c, period->end)}));
    add_heading(c, TEXT_UITVRAAG_KOP_STAPPEN);
    add_text(c, TEXT_UITVRAAG_STAP_TOTAAL);
    if (form->measured)
        add_text(c, TEXT_UITVRAAG_STAP_GEMETEN);
    if (form->measured && drempel > 1)
        sheet_add_text(c->sheet, text_with(c, TEXT_UITVRAAG_STAP_KLEIN, {"minder", minder}));
    if (form->groups.list.len > 0)
        add_text(c, TEXT_UITVRAAG_STAP_DEEL);
    add_text(c, TEXT_UITVRAAG_STAP_TERUG);
    add_text(c, TEXT_UITVRAAG_PRIVACY);
    sheet_add_contents(c->sheet);
    add_contact(form);
    sheet_lock(c->sheet);
}

/* ---- what the form says of itself ---- */

static void add_fact(struct sheet_table *table, const char *label, const char *value) {
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text(label));
    row_add(row, cell_text(value));
}

static void add_about(struct form *form) {
    const struct sheet_context *c = &form->c;
    const struct sheet_column columns[] = {
        {.id = "gegeven", .header = text_of(c, TEXT_UITVRAAG_KOLOM_GEGEVEN), .show = SHOW_TEXT},
        {.id = "waarde", .header = text_of(c, TEXT_UITVRAAG_KOLOM_WAARDE), .show = SHOW_TEXT},
    };
    const char *code = view_own_code(c->view);
    const char *periode = view_period(c->view, view_now(c->view))->name;
    const char *asked = arena_printf(c->arena, "%zu", form->questions);
    char catalogue[FORM_CODE_SIZE];
    char check[FORM_CODE_SIZE];
    form_catalogue(form->data, catalogue);
    form_check(slice_of(code), slice_of(periode), slice_of(catalogue), slice_of(asked), check);
    add_text(c, TEXT_UITVRAAG_UITLEG_OVER);
    struct sheet_table *table =
        sheet_add_table(c->sheet, "Formulier", NULL, columns, sizeof columns / sizeof columns[0]);
    add_fact(table, form_labels[FORM_LABEL_MARK], FORM_MARK);
    add_fact(table, text_of(c, TEXT_UITVRAAG_NAAM_AANBIEDER), view_own_name(c->view));
    add_fact(table, form_labels[FORM_LABEL_AANBIEDER], code);
    add_fact(table, form_labels[FORM_LABEL_PERIODE], periode);
    add_fact(table, form_labels[FORM_LABEL_CATALOGUS], catalogue);
    add_fact(table, form_labels[FORM_LABEL_VRAGEN], asked);
    add_fact(table, form_labels[FORM_LABEL_CONTROLE], check);
    sheet_lock(c->sheet);
}

/* ---- the book ---- */

static struct sheet *new_sheet(struct form *form, const char *id, enum text tab, enum text title) {
    const struct sheet_context *c = &form->c;
    form->c.sheet = book_add_sheet(c->book, id, text_of(c, tab),
                                   text_with(c, title, {"periode", period_words(c, view_now(c->view))}));
    return form->c.sheet;
}

static struct book *new_book(const struct books_input *input, const struct view *view, struct arena *arena) {
    const struct sheet_templates *templates = input->templates;
    const struct period *period = view_period(view, view_now(view));
    const char *region = input->run.settings->regio;
    const char *words = labels_period(templates->labels, arena, period);
    const struct fill fills[] = {
        {"naam", view_own_name(view)}, {"periode", words}, {"regio", region}, {"versie", input->version}, {NULL, NULL}};
    return book_new(&(struct book_info){
        .title = labels_fill(templates->labels, arena, TEXT_UITVRAAG_TITEL, fills),
        .subject = labels_fill(templates->labels, arena, TEXT_UITVRAAG_ONDERWERP, fills),
        .region = region,
        .period = words,
        .peildatum = period->end,
        .confidentiality = templates->looks.confidential,
        .author = templates->looks.sender,
        .organisation = templates->looks.sender,
        .keywords = labels_text(templates->labels, TEXT_UITVRAAG_TREFWOORDEN),
        .comments = labels_fill(templates->labels, arena, TEXT_UITVRAAG_OPMERKING, fills),
        .font = templates->looks.font,
        .logo = templates->looks.logo,
        .accent = templates->looks.accent,
    });
}

static void fill_book(struct form *form, int64_t drempel) {
    const struct sheet_context *c = &form->c;
    new_sheet(form, "uitleg", TEXT_UITVRAAG_TAB_UITLEG, TEXT_UITVRAAG_KOP_UITLEG);
    add_explanation(form, drempel);
    sheet_describe(new_sheet(form, "totaal", TEXT_UITVRAAG_TAB_TOTAAL, TEXT_UITVRAAG_KOP_TOTAAL),
                   text_of(c, TEXT_UITVRAAG_SAMENVATTING_TOTAAL));
    form_add_total(form);
    if (form->groups.list.len > 0) {
        sheet_describe(new_sheet(form, "deel", TEXT_UITVRAAG_TAB_DEEL, TEXT_UITVRAAG_KOP_DEEL),
                       text_of(c, TEXT_UITVRAAG_SAMENVATTING_DEEL));
        form_add_parts(form);
    }
    sheet_describe(new_sheet(form, "over", TEXT_UITVRAAG_TAB_OVER, TEXT_UITVRAAG_KOP_OVER),
                   text_of(c, TEXT_UITVRAAG_SAMENVATTING_OVER));
    add_about(form);
}

struct book *uitvraag_build(const void *context) {
    const struct uitvraag_entry *entry = context;
    const struct books_input *input = &entry->uitvraag->input;
    struct view *view = view_open(entry->uitvraag->base, (struct recipient){RECIPIENT_AANBIEDER, entry->member});
    struct arena arena;
    arena_init(&arena);
    struct form form = {
        .c = {.view = view,
              .settings = input->run.settings,
              .labels = input->templates->labels,
              .templates = input->templates,
              .book = new_book(input, view, &arena),
              .arena = &arena},
        .groups = uitvraag_groups_of(input->run.figures, entry->member),
        .data = input->run.figures->data,
        .measured = entry->uitvraag->measured,
    };
    fill_book(&form, input->run.disclosure->drempel);
    struct book *book = form.c.book;
    VEC_FREE(form.groups.list);
    arena_release(&arena);
    view_close(view);
    return book;
}
