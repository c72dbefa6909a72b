/*
 * Uitfasering: per product in the plan of a gemeente, how far it is (measures.md 8).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

static const char *const maten[] = {
    "uitfasering_begin",    "uitfasering_actief", "uitfasering_resterend",
    "uitfasering_instroom", "uitfasering_na",     "uitfasering_bedrag",
};

enum { MATEN = sizeof maten / sizeof maten[0] };

static struct sheet_table *make_table(const struct sheet_context *c) {
    struct sheet_column columns[MATEN + 5] = {
        {.id = "gemeente", .header = text_of(c, TEXT_KOLOM_GEMEENTE), .show = SHOW_TEXT},
        {.id = "gemeentecode", .header = text_of(c, TEXT_KOLOM_CODE), .show = SHOW_TEXT},
        {.id = "naam", .header = text_of(c, TEXT_KOLOM_PRODUCT), .show = SHOW_TEXT},
        {.id = "productcode", .header = text_of(c, TEXT_KOLOM_PRODUCTCODE), .show = SHOW_TEXT},
        {.id = "vanaf", .header = text_of(c, TEXT_KOLOM_VANAF), .show = SHOW_DATE},
    };
    for (size_t i = 0; i < MATEN; i++)
        columns[i + 5] = (struct sheet_column){
            .id = maten[i], .header = measure_header(c, maten[i], ""), .show = measure_show(maten[i], "")};
    return sheet_add_table(c->sheet, "Uitfasering_plan", text_of(c, TEXT_UITFASERING_PLAN), columns, MATEN + 5);
}

static void add_row(const struct sheet_context *c, struct sheet_table *table, const struct uitfasering *plan) {
    uint16_t gemeente = (uint16_t)(plan->gemeente + 1);
    uint16_t product = (uint16_t)(plan->product + 1);
    struct group part = view_part(c->view, DIMENSION_PRODUCT, product);
    bool begun = plan->vanaf - 1 <= view_period(c->view, view_now(c->view))->end;
    part.gemeente = gemeente;
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text(view_name(c->view, DIMENSION_GEMEENTE, gemeente)));
    row_add(row, cell_text(view_code(c->view, DIMENSION_GEMEENTE, gemeente)));
    row_add(row, cell_text(view_name(c->view, DIMENSION_PRODUCT, product)));
    row_add(row, cell_text(view_code(c->view, DIMENSION_PRODUCT, product)));
    row_add(row, cell_date(plan->vanaf));
    for (size_t i = 0; i < MATEN; i++) {
        bool from_begin = i == 0 || i == 3; /* begin and instroom say nothing before it began */
        row_add(row, from_begin && !begun ? cell_unknown()
                                          : value_cell(view_value(c->view, view_now(c->view), maten[i], "", part)));
    }
}

static bool has_content(const struct sheet_context *c) {
    return view_uitfasering(c->view) > 0;
}

static void build(const struct sheet_context *c) {
    add_text(c, TEXT_UITFASERING_INTRO);
    struct graph *graph = sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF, text_of(c, TEXT_UITFASERING_GRAFIEK));
    graph_down(graph, "Uitfasering_plan", view_kind(c->view) == RECIPIENT_REGIO ? "gemeente" : "naam");
    graph_add_column(graph, "uitfasering_begin", SERIES_COMPARE);
    graph_add_column(graph, "uitfasering_actief", SERIES_PLAIN);
    struct sheet_table *table = make_table(c);
    for (size_t i = 0; i < view_uitfasering(c->view); i++)
        add_row(c, table, view_uitfasering_row(c->view, i));
    add_provisional_note(c);
}

const struct sheet_def sheet_uitfasering = {
    .id = "uitfasering",
    .kinds = KIND(GEMEENTE) | KIND(REGIO),
    .has_content = has_content,
    .build = build,
};
