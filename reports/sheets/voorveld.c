/*
 * Voorveld: the shift of begeleiding and dagbesteding against the path to the target (measures.md 7).
 */
#include <stdio.h>

#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

#define TABLE_PATH "Voorveld_pad"

static const struct measure_column measured[] = {
    {"voorveld_nulmeting", "", false},    {"voorveld_actief", "", false},      {"voorveld_afname", "", false},
    {"voorveld_verschuiving", "", false}, {"voorveld_verschuiving", "", true}, {"voorveld_pad_laag", "", false},
    {"voorveld_pad_hoog", "", false},     {"voorveld_prognose", "", false},    {"voorveld_status", "", false},
};

/* ---- the path ---- */

static struct value own_value(const struct sheet_context *c, size_t period, const char *maat) {
    return view_value(c->view, period, maat, "", (struct group){0});
}

/* The period that follows; false after the last year that there is. */
static bool period_after(struct period *period) {
    char name[16];
    bool last = period->number == period->parts;
    int year = last ? period->year + 1 : period->year;
    int number = last ? 1 : period->number + 1;
    if (period->parts == 1)
        snprintf(name, sizeof name, "%d", year);
    else
        snprintf(name, sizeof name, "%d%c%d", year, period->parts == 2 ? 'H' : 'Q', number);
    return period_parse(name, period);
}

static struct cell share_cell(exact_t micros) {
    return value_cell((struct value){.status = VALUE_SHOWN, .waarde = micros});
}

/* A point of the path on a day: the target's two edges, what was measured, and where the present pace leads. */
static void add_point(const struct sheet_context *c, struct sheet_table *table, const char *name, date_t day,
                      struct cell shift) {
    struct value pace = own_value(c, view_now(c->view), "voorveld_prognose");
    bool ahead = day >= view_period(c->view, view_now(c->view))->end;
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text(name));
    row_add(row, cell_date(day));
    row_add(row, share_cell(view_on_path(c->view, day, c->settings->doel_laag)));
    row_add(row, share_cell(view_on_path(c->view, day, c->settings->doel_hoog)));
    row_add(row, shift);
    if (!ahead)
        row_add(row, cell_empty());
    else
        row_add(row,
                pace.status == VALUE_SHOWN ? share_cell(view_on_path(c->view, day, pace.waarde)) : value_cell(pace));
}

/* What is still to come: the periods up to the target, and the target itself. */
static void add_future(const struct sheet_context *c, struct sheet_table *table) {
    struct period period = *view_period(c->view, view_now(c->view));
    while (period_after(&period) && period.end < c->settings->doel_op)
        add_point(c, table, period.name, period.end, cell_empty());
    if (view_period(c->view, view_now(c->view))->end < c->settings->doel_op)
        add_point(c, table, text_of(c, TEXT_VOORVELD_DOEL), c->settings->doel_op, cell_empty());
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
    add_point(c, table, text_of(c, TEXT_VOORVELD_NULMETING), c->settings->nulmeting_op, share_cell(0));
    for (size_t period = 0; period < view_periods(c->view); period++) {
        const struct period *p = view_period(c->view, period);
        if (p->end > c->settings->nulmeting_op)
            add_point(c, table, p->name, p->end, value_cell(own_value(c, period, "voorveld_verschuiving")));
    }
    add_future(c, table);
    add_note(c, TEXT_VOORVELD_UITLEG_PAD);
}

static bool has_shift(const struct sheet_context *c) {
    return own_value(c, view_now(c->view), "voorveld_verschuiving").status == VALUE_SHOWN;
}

bool add_voorveld_graph(const struct sheet_context *c, enum graph_size size) {
    if (!has_shift(c))
        return false;
    struct graph *graph = sheet_add_graph(c->sheet, GRAPH_BAND, size, text_of(c, TEXT_VOORVELD_GRAFIEK));
    graph_down(graph, TABLE_PATH, "punt");
    graph_add_column(graph, "laag", SERIES_LOW);
    graph_add_column_as(graph, "hoog", SERIES_HIGH, text_of(c, TEXT_VOORVELD_BAND));
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
