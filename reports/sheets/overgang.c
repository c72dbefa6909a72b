/*
 * Overgang: what became of the old indications, the burn-down to the deadline, what is left to do by hand, and what
 * breaks the rules (measures.md 6).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

#define TABLE_BURN_DOWN "Overgang_maanden"

static const char *month_name(const struct sheet_context *c, int month) {
    return arena_printf(c->arena, "%04d-%02d", month / 12, month % 12 + 1);
}

/* Months since year 0, of the burn-down: from the one before the new agreement to that of the deadline. */
static int month_of(date_t date) {
    struct civil day = date_to_civil(date);
    return day.year * 12 + day.month - 1;
}

static int first_month(const struct sheet_context *c) {
    return month_of(c->settings->contract_start - 1);
}

static struct value still_running(const struct sheet_context *c, int month) {
    return view_value(c->view, view_now(c->view), "overgang_maand", month_name(c, month), (struct group){0});
}

static bool any_running(const struct sheet_context *c) {
    for (int m = first_month(c); m <= month_of(c->settings->uitdientermijn); m++) {
        struct value value = still_running(c, m);
        if (value.status == VALUE_SHOWN && value.present)
            return true;
    }
    return false;
}

/* ---- routes and statuses ---- */

static struct sheet_table *make_routes(const struct sheet_context *c, struct parts statuses) {
    struct sheet_column columns[TABLE_COLUMNS_MAX] = {
        {.id = "route", .header = text_of(c, TEXT_KOLOM_ROUTE), .show = SHOW_TEXT},
        {.id = "overgang_begin", .header = labels_maat(c->labels, "overgang_begin")->kop, .show = SHOW_COUNT},
    };
    size_t count = 2;
    for (size_t s = 0; s < statuses.count; s++)
        columns[count++] =
            (struct sheet_column){.id = statuses.codes[s], .header = statuses.labels[s], .show = SHOW_COUNT};
    return sheet_add_table(c->sheet, "Overgang_routes", text_of(c, TEXT_OVERGANG_ROUTES), columns, count);
}

static void add_routes(const struct sheet_context *c) {
    struct parts routes = parts_of_list(c, "route");
    struct parts statuses = parts_of_list(c, "status");
    struct graph *graph =
        sheet_add_graph(c->sheet, GRAPH_STACKED_BAR, GRAPH_HALF, text_of(c, TEXT_OVERGANG_GRAFIEK_ROUTES));
    graph_down(graph, "Overgang_routes", "route");
    for (size_t s = 0; s < statuses.count; s++)
        graph_add_column(graph, statuses.codes[s], SERIES_PLAIN);
    struct sheet_table *table = make_routes(c, statuses);
    size_t now = view_now(c->view);
    for (size_t r = 0; r < routes.count; r++) {
        struct value begin = view_value(c->view, now, "overgang_begin", routes.codes[r], (struct group){0});
        if (!begin.present)
            continue;
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(routes.labels[r]));
        row_add(row, value_cell(begin));
        for (size_t s = 0; s < statuses.count; s++)
            row_add(row, value_cell(view_value(c->view, now, "overgang",
                                               arena_printf(c->arena, "%s/%s", routes.codes[r], statuses.codes[s]),
                                               (struct group){0})));
    }
}

/* ---- the burn-down ---- */

static struct sheet_table *make_months(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "maand", .header = text_of(c, TEXT_KOLOM_MAAND), .show = SHOW_MONTH},
        {.id = "gemeten", .header = text_of(c, TEXT_OVERGANG_GEMETEN), .show = SHOW_COUNT},
        {.id = "verwacht", .header = text_of(c, TEXT_OVERGANG_VERWACHT), .show = SHOW_COUNT},
    };
    return sheet_add_table(c->sheet, TABLE_BURN_DOWN, text_of(c, TEXT_OVERGANG_MAANDEN), columns,
                           sizeof columns / sizeof columns[0]);
}

/* The month of the peildatum is in both courses, so that their lines meet. */
static void add_months(const struct sheet_context *c) {
    struct sheet_table *table = make_months(c);
    int of_peildatum = month_of(view_period(c->view, view_now(c->view))->end);
    for (int m = first_month(c); m <= month_of(c->settings->uitdientermijn); m++) {
        struct cell cell = value_cell(still_running(c, m));
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_month(m / 12, m % 12 + 1));
        row_add(row, m <= of_peildatum ? cell : cell_empty());
        row_add(row, m >= of_peildatum ? cell : cell_empty());
    }
}

bool burn_down_is_whole(const struct sheet_context *c) {
    for (int m = first_month(c); m <= month_of(c->settings->uitdientermijn); m++)
        if (still_running(c, m).status == VALUE_WITHHELD)
            return false;
    return any_running(c);
}

void add_burn_down_graph(const struct sheet_context *c, enum graph_size size) {
    if (!any_running(c))
        return;
    struct graph *graph = sheet_add_graph(
        c->sheet, GRAPH_LINE, size,
        text_with(c, TEXT_OVERGANG_GRAFIEK_MAANDEN, {"termijn", date_words(c, c->settings->uitdientermijn)}));
    graph_down(graph, TABLE_BURN_DOWN, "maand");
    graph_add_column(graph, "gemeten", SERIES_PLAIN);
    graph_add_column(graph, "verwacht", SERIES_NORM);
}

/* ---- what is left to do ---- */

static const struct measure_column to_do[] = {
    {"overgang_handmatig", "", false},
    {"overgang_evaluatie", "gedaan", false},
    {"overgang_evaluatie", "te_doen", false},
    {"overgang_evaluatie", "te_laat", false},
    {"oud_na_start", "", false},
    {"oud_na_termijn", "", false},
};

static void add_to_do(const struct sheet_context *c) {
    static const struct table_spec periods = {"Overgang_perioden", TEXT_OVERGANG_PERIODEN, TABLE_COLUMNS(to_do)};
    static const struct table_spec percelen = {"Overgang_percelen", TEXT_OVERGANG_PERCELEN, TABLE_COLUMNS(to_do)};
    static const struct table_spec gemeenten = {"Overgang_gemeenten", TEXT_OVERGANG_GEMEENTEN, TABLE_COLUMNS(to_do)};
    add_heading(c, TEXT_OVERGANG_KOP_TE_DOEN);
    sheet_add_text(c->sheet,
                   text_with(c, TEXT_OVERGANG_UITLEG_TE_DOEN, {"termijn", date_words(c, c->settings->uitdientermijn)},
                             {"evaluatie", date_words(c, c->settings->tussenevaluatie_voor)}));
    if (!table_of_periods(c, &periods, (struct group){0}))
        sheet_add_text(c->sheet, nothing_words(c, TEXT_OVERGANG_NIETS_TE_DOEN));
    table_of_members(c, &percelen, DIMENSION_PERCEEL);
    if (view_kind(c->view) != RECIPIENT_GEMEENTE)
        table_of_members(c, &gemeenten, DIMENSION_GEMEENTE);
}

static bool has_content(const struct sheet_context *c) {
    struct parts routes = parts_of_list(c, "route");
    size_t now = view_now(c->view);
    for (size_t r = 0; r < routes.count; r++)
        if (view_value(c->view, now, "overgang_begin", routes.codes[r], (struct group){0}).present)
            return true;
    return view_value(c->view, now, "oud_na_start", "", (struct group){0}).present ||
           view_value(c->view, now, "oud_na_termijn", "", (struct group){0}).present;
}

static void build(const struct sheet_context *c) {
    sheet_add_text(c->sheet, text_with(c, TEXT_OVERGANG_INTRO, {"start", date_words(c, c->settings->contract_start)},
                                       {"termijn", date_words(c, c->settings->uitdientermijn)}));
    add_burn_down_graph(c, GRAPH_HALF);
    add_routes(c);
    add_to_do(c);
    add_months(c);
}

const struct sheet_def sheet_overgang = {
    .id = "overgang",
    .kinds = KIND_ALL,
    .has_content = has_content,
    .build = build,
};
