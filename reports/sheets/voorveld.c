/*
 * Voorveld: the shift of begeleiding and dagbesteding against the path to the target (measures.md 7).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

#define TABLE_PATH "Voorveld_pad"

static const struct measure_column measured[] = {
    {"voorveld_nulmeting", "", false}, {"voorveld_actief", "", false},   {"voorveld_afname", "", false},
    {"voorveld_verschuiving", "", false}, {"voorveld_verschuiving", "", true}, {"voorveld_pad_laag", "", false},
    {"voorveld_pad_hoog", "", false},  {"voorveld_prognose", "", false}, {"voorveld_status", "", false},
};

/* ---- the path ---- */

static struct value own_value(const struct sheet_context *c, size_t period, const char *maat) {
    return view_value(c->view, period, maat, "", (struct group){0});
}

static struct sheet_row *add_point(struct sheet_table *table, const char *name, date_t date) {
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text(name));
    row_add(row, cell_date(date));
    return row;
}

/* The begin, where all is 0 by definition, and the target: the settings, and where the present pace ends. */
static void add_begin(const struct sheet_context *c, struct sheet_table *table) {
    struct sheet_row *row = add_point(table, text_of(c, TEXT_VOORVELD_NULMETING), c->settings->nulmeting_op);
    for (int i = 0; i < 3; i++)
        row_add(row, cell_micros(0));
    row_add(row, cell_empty());
}

static void add_target(const struct sheet_context *c, struct sheet_table *table) {
    struct sheet_row *row = add_point(table, text_of(c, TEXT_VOORVELD_DOEL), c->settings->doel_op);
    row_add(row, cell_micros(c->settings->doel_laag));
    row_add(row, cell_micros(c->settings->doel_hoog));
    row_add(row, cell_empty());
    row_add(row, value_cell(own_value(c, view_now(c->view), "voorveld_prognose")));
}

static void add_path(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "punt", .header = text_of(c, TEXT_KOLOM_PERIODE), .show = SHOW_TEXT},
        {.id = "datum", .header = text_of(c, TEXT_KOLOM_PEILDATUM), .show = SHOW_DATE},
        {.id = "laag", .header = labels_maat(c->labels, "voorveld_pad_laag")->kop, .show = SHOW_PERCENT},
        {.id = "hoog", .header = labels_maat(c->labels, "voorveld_pad_hoog")->kop, .show = SHOW_PERCENT},
        {.id = "verschuiving", .header = labels_maat(c->labels, "voorveld_verschuiving")->kop, .show = SHOW_PERCENT},
        {.id = "koers", .header = text_of(c, TEXT_VOORVELD_KOERS), .show = SHOW_PERCENT},
    };
    struct sheet_table *table = sheet_add_table(c->sheet, TABLE_PATH, text_of(c, TEXT_VOORVELD_PAD), columns,
                                                sizeof columns / sizeof columns[0]);
    size_t now = view_now(c->view);
    add_begin(c, table);
    for (size_t period = 0; period <= now; period++) {
        const struct period *p = view_period(c->view, period);
        if (p->end < c->settings->nulmeting_op)
            continue;
        struct value shift = own_value(c, period, "voorveld_verschuiving");
        struct sheet_row *row = add_point(table, p->name, p->end);
        row_add(row, value_cell(own_value(c, period, "voorveld_pad_laag")));
        row_add(row, value_cell(own_value(c, period, "voorveld_pad_hoog")));
        row_add(row, value_cell(shift));
        row_add(row, period == now ? value_cell(shift) : cell_empty());
    }
    if (view_period(c->view, now)->end < c->settings->doel_op)
        add_target(c, table);
}

static bool has_shift(const struct sheet_context *c) {
    return own_value(c, view_now(c->view), "voorveld_verschuiving").present;
}

bool add_voorveld_graph(const struct sheet_context *c, enum graph_size size) {
    if (!has_shift(c))
        return false;
    struct graph *graph = sheet_add_graph(c->sheet, GRAPH_BAND, size, text_of(c, TEXT_VOORVELD_GRAFIEK));
    graph_down(graph, TABLE_PATH, "punt");
    graph_add_column(graph, "laag", SERIES_LOW);
    graph_add_column(graph, "hoog", SERIES_HIGH);
    graph_add_column(graph, "verschuiving", SERIES_LINE);
    graph_add_column(graph, "koers", SERIES_NORM);
    graph_add_constant(graph, percent_words(c, c->settings->doel_laag), c->settings->doel_laag, 6);
    graph_add_constant(graph, percent_words(c, c->settings->doel_hoog), c->settings->doel_hoog, 6);
    return true;
}

/* ---- figures ---- */

static void add_registrations(const struct sheet_context *c) {
    const struct split_spec spec = {
        .id = "Voorveld_aanmeldingen",
        .caption = text_of(c, TEXT_VOORVELD_AANMELDINGEN),
        .maat = "voorveld_registratie",
        .head = TEXT_KOLOM_AANMELDING,
        .leave_empty = true,
    };
    struct graph *graph =
        sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF, text_of(c, TEXT_VOORVELD_GRAFIEK_AANMELDINGEN));
    graph_down(graph, spec.id, "deel");
    graph_add_column(graph, view_period(c->view, view_now(c->view))->name, SERIES_PLAIN);
    table_of_parts(c, &spec, parts_of_list(c, "registratie"), (struct group){0});
}

static void add_measured(const struct sheet_context *c) {
    static const struct table_spec percelen = {"Voorveld_percelen", TEXT_VOORVELD_PERCELEN, TABLE_COLUMNS(measured)};
    static const struct table_spec gemeenten = {"Voorveld_gemeenten", TEXT_VOORVELD_GEMEENTEN, TABLE_COLUMNS(measured)};
    table_of_members(c, &percelen, DIMENSION_PERCEEL);
    if (view_kind(c->view) == RECIPIENT_REGIO)
        table_of_members(c, &gemeenten, DIMENSION_GEMEENTE);
}

static bool has_content(const struct sheet_context *c) {
    size_t now = view_now(c->view);
    return own_value(c, now, "voorveld_nulmeting").present || own_value(c, now, "voorveld_actief").present ||
           (view_period(c->view, now)->end >= c->settings->nulmeting_op && view_registers_voorveld(c->view, now));
}

static void build(const struct sheet_context *c) {
    const struct settings *s = c->settings;
    sheet_add_text(c->sheet, text_with(c, TEXT_VOORVELD_INTRO, {"laag", percent_words(c, s->doel_laag)},
                                       {"hoog", percent_words(c, s->doel_hoog)}, {"doel", date_words(c, s->doel_op)},
                                       {"nulmeting", date_words(c, s->nulmeting_op)},
                                       {"landelijk_laag", percent_words(c, s->landelijk_laag)},
                                       {"landelijk_hoog", percent_words(c, s->landelijk_hoog)}));
    if (!view_registers_voorveld(c->view, view_now(c->view)))
        add_text(c, TEXT_VOORVELD_REGISTREERT_NIET);
    add_voorveld_graph(c, GRAPH_HALF);
    if (view_registers_voorveld(c->view, view_now(c->view)))
        add_registrations(c);
    add_measured(c);
    if (has_shift(c))
        add_path(c);
    add_note(c, s->tel_ongeverifieerd ? TEXT_VOORVELD_ONGEVERIFIEERD_MEE : TEXT_VOORVELD_ONGEVERIFIEERD_NIET);
}

const struct sheet_def sheet_voorveld = {
    .id = "voorveld",
    .kinds = KIND(GEMEENTE) | KIND(REGIO),
    .has_content = has_content,
    .build = build,
};
