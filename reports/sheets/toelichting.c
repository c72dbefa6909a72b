/*
 * Toelichting: every measure in words, the words for the parts, norms and settings, and who may see what; made from
 * the same tables as the figures.
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"
#include "reports/sheets/thresholds.h"

static void add_measures(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "label", .header = text_of(c, TEXT_KOLOM_MAAT), .show = SHOW_TEXT, .width = 32},
        {.id = "uitleg", .header = text_of(c, TEXT_KOLOM_UITLEG), .show = SHOW_TEXT, .width = 64},
        {.id = "eenheid", .header = text_of(c, TEXT_KOLOM_EENHEID), .show = SHOW_TEXT},
        {.id = "bron", .header = text_of(c, TEXT_KOLOM_BRON), .show = SHOW_TEXT, .width = 24},
        {.id = "maat", .header = text_of(c, TEXT_KOLOM_NAAM_IN_CIJFERS), .show = SHOW_TEXT},
    };
    struct sheet_table *table = sheet_add_table(c->sheet, "Toelichting_maten", text_of(c, TEXT_TOELICHTING_MATEN),
                                                columns, sizeof columns / sizeof columns[0]);
    for (size_t m = 0; m < measure_count; m++) {
        const struct maat_label *label = labels_maat(c->labels, measures[m].code);
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(label->label));
        row_add(row, cell_text(label->uitleg));
        row_add(row, cell_text(label->eenheid));
        row_add(row, cell_text(label->bron));
        row_add(row, cell_text(measures[m].code));
    }
}

static void add_codes(const struct sheet_context *c) {
    static const char *const lists[] = {"koppeling", "budget", "route", "status", "registratie", "verdeling"};
    const struct sheet_column columns[] = {
        {.id = "label", .header = text_of(c, TEXT_KOLOM_DEEL_NAAM), .show = SHOW_TEXT},
        {.id = "uitleg", .header = text_of(c, TEXT_KOLOM_UITLEG), .show = SHOW_TEXT, .width = 64},
        {.id = "code", .header = text_of(c, TEXT_KOLOM_NAAM_IN_CIJFERS), .show = SHOW_TEXT},
    };
    struct sheet_table *table = sheet_add_table(c->sheet, "Toelichting_delen", text_of(c, TEXT_TOELICHTING_DELEN),
                                                columns, sizeof columns / sizeof columns[0]);
    for (size_t l = 0; l < sizeof lists / sizeof lists[0]; l++) {
        for (size_t i = 0; i < labels_count(c->labels, lists[l]); i++) {
            const struct code_label *code = labels_code(c->labels, lists[l], i);
            if (code->uitleg[0] == '\0')
                continue;
            struct sheet_row *row = table_add_row(table);
            row_add(row, cell_text(code->label));
            row_add(row, cell_text(code->uitleg));
            row_add(row, cell_text(code->code));
        }
    }
}

static void add_settings(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "naam", .header = text_of(c, TEXT_KOLOM_INSTELLING), .show = SHOW_TEXT},
        {.id = "uitleg", .header = text_of(c, TEXT_KOLOM_UITLEG), .show = SHOW_TEXT, .width = 64},
        {.id = "waarde", .header = text_of(c, TEXT_KOLOM_WAARDE), .show = SHOW_TEXT},
    };
    struct sheet_table *table =
        sheet_add_table(c->sheet, "Toelichting_instellingen", text_of(c, TEXT_TOELICHTING_INSTELLINGEN), columns,
                        sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < c->settings->lijst_len; i++) {
        const struct setting *setting = &c->settings->lijst[i];
        date_t date;
        bool is_date = date_parse(slice_of(setting->waarde), &date);
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(setting->naam));
        row_add(row, cell_text(setting->toelichting));
        row_add(row, cell_text(is_date ? date_words(c, date) : setting->waarde));
    }
}

static void add_public_disclosure(const struct sheet_context *c) {
    add_text(c, TEXT_TOELICHTING_OPENBAAR);
    add_text(c, TEXT_TOELICHTING_OPENBAAR_AFRONDING);
    add_text(c, TEXT_TOELICHTING_OPENBAAR_WEGGELATEN);
    if (view_kind(c->view) == RECIPIENT_GEMEENTE)
        add_text(c, TEXT_TOELICHTING_REGIO_GEMEENTE);
    add_text(c, TEXT_TOELICHTING_OPENBAAR_TEKENS);
}

/* In the words of this recipient. */
static void add_internal_disclosure(const struct sheet_context *c) {
    int64_t threshold = view_threshold(c->view);
    if (threshold > 1)
        sheet_add_text(c->sheet, text_with(c, TEXT_TOELICHTING_INZAGE, {"drempel", count_words(c, threshold)},
                                           {"minder", count_words(c, threshold - 1)}));
    else
        add_text(c, TEXT_TOELICHTING_INZAGE_ALLES);
    if (view_kind(c->view) == RECIPIENT_AANBIEDER)
        sheet_add_text(c->sheet,
                       text_with(c, TEXT_TOELICHTING_REGIO, {"aantal", count_words(c, c->settings->regio_organisaties)},
                                 {"aandeel", percent_words(c, c->settings->regio_aandeel)}));
    else if (view_kind(c->view) == RECIPIENT_GEMEENTE)
        add_text(c, TEXT_TOELICHTING_REGIO_GEMEENTE);
    add_text(c, TEXT_TOELICHTING_TEKENS);
}

/* The public has no input to compare with. */
static void add_origin(const struct sheet_context *c) {
    if (view_is_public(c->view))
        return;
    add_heading(c, TEXT_TOELICHTING_KOP_HERKOMST);
    sheet_add_text(c->sheet,
                   text_with(c, TEXT_TOELICHTING_HERKOMST, {"versie", c->version}, {"vingerafdruk", c->input_digest}));
}

static void build(const struct sheet_context *c) {
    size_t now = view_now(c->view);
    const struct period *period = view_period(c->view, now);
    sheet_add_text(c->sheet, text_with(c, TEXT_TOELICHTING_INTRO, {"periode", period_words(c, now)},
                                       {"begin", date_words(c, period->begin)}, {"eind", date_words(c, period->end)}));
    add_heading(c, TEXT_TOELICHTING_KOP_INZAGE);
    if (view_is_public(c->view))
        add_public_disclosure(c);
    else
        add_internal_disclosure(c);
    add_origin(c);
    add_measures(c);
    add_codes(c);
    add_signals(c);
    add_rules(c);
    add_settings(c);
}

const struct sheet_def sheet_toelichting = {
    .id = "toelichting",
    .kinds = KIND_ALL,
    .build = build,
};
