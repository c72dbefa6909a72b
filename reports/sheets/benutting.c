/*
 * Benutting: what is declared against what is indicated, over the periods and months, per product and gemeente, by
 * class, and the budget over whole beschikkingen (measures.md 3).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

#define TABLE_MONTHS "Benutting_maanden"

static const struct measure_column over_time[] = {
    {"bedrag_geindiceerd", "", false}, {"bedrag_gedeclareerd", "", false}, {"benutting_bedrag", "", false},
    {"benutting_bedrag", "", true},    {"kosten_per_client", "", false},   {"kosten_per_client", "", true},
};

static const struct measure_column over_months[] = {
    {"maand_geindiceerd", "", false},
    {"maand_gedeclareerd", "", false},
};

/* Jaarmaximum last: it is left out where no product has one. */
static const struct measure_column per_product[] = {
    {"volume_geindiceerd", "", false}, {"volume_gedeclareerd", "", false}, {"benutting_volume", "", false},
    {"benutting_volume", "", true},    {"bedrag_geindiceerd", "", false},  {"bedrag_gedeclareerd", "", false},
    {"benutting_bedrag", "", false},   {"jaarmaximum", "", false},
};

static const struct measure_column per_part[] = {
    {"bedrag_geindiceerd", "", false}, {"bedrag_gedeclareerd", "", false}, {"benutting_bedrag", "", false},
    {"benutting_bedrag", "", true},    {"kosten_per_client", "", false},   {"budget", "overschreden", false},
    {"budget", "dreigend", false},
};

static const struct measure_column per_gemeente[] = {
    {"bedrag_geindiceerd", "", false}, {"bedrag_gedeclareerd", "", false}, {"benutting_bedrag", "", false},
    {"kosten_per_client", "", false},  {"budget", "overschreden", false},  {"budget", "dreigend", false},
};

static bool any_maximum(const struct sheet_context *c) {
    for (uint16_t member = 1; member <= view_members(c->view, DIMENSION_PRODUCT); member++)
        if (view_product(c->view, member)->maximum_per_jaar != AMOUNT_NONE)
            return true;
    return false;
}

static void add_graphs(const struct sheet_context *c) {
    if (!any_shown(c, "benutting_bedrag", "")) {
        add_note(c, TEXT_GRAFIEK_TE_KLEIN);
        return;
    }
    struct graph *course = sheet_add_graph(c->sheet, GRAPH_LINE, GRAPH_HALF, text_of(c, TEXT_BENUTTING_GRAFIEK));
    graph_down(course, TABLE_BENUTTING_PERIODEN, "periode");
    graph_add_column(course, "benutting_bedrag", SERIES_PLAIN);
    if (view_compares(c->view, "benutting_bedrag", ""))
        graph_add_column(course, "regio:benutting_bedrag", SERIES_COMPARE);
    graph_add_constant(course, text_of(c, TEXT_GRAFIEK_VOLLEDIG), 1, 0);
    struct graph *bars =
        sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF, text_of(c, TEXT_BENUTTING_GRAFIEK_MAANDEN));
    graph_down(bars, TABLE_MONTHS, "maand");
    graph_add_column(bars, "maand_gedeclareerd", SERIES_PLAIN);
    graph_add_column(bars, "maand_geindiceerd", SERIES_LINE);
}

static void add_tables(const struct sheet_context *c) {
    static const struct table_spec periods = {TABLE_BENUTTING_PERIODEN, TEXT_BENUTTING_PERIODEN,
                                              TABLE_COLUMNS(over_time), .provisional = true};
    struct table_spec products = {"Benutting_producten", TEXT_BENUTTING_PRODUCTEN, TABLE_COLUMNS(per_product)};
    static const struct table_spec percelen = {"Benutting_percelen", TEXT_BENUTTING_PERCELEN, TABLE_COLUMNS(per_part)};
    static const struct table_spec gemeenten = {"Benutting_gemeenten", TEXT_BENUTTING_GEMEENTEN,
                                                TABLE_COLUMNS(per_gemeente)};
    products.count -= !any_maximum(c);
    table_of_periods(c, &periods, (struct group){0});
    table_of_members(c, &percelen, DIMENSION_PERCEEL);
    table_of_members(c, &products, DIMENSION_PRODUCT);
    if (view_kind(c->view) == RECIPIENT_AANBIEDER)
        table_of_members(c, &gemeenten, DIMENSION_GEMEENTE);
}

/* The classes and the state of the budgets: drawn beside each other, with the numbers below. */
static void add_classes(const struct sheet_context *c) {
    const struct split_spec classes = {
        .id = "Benutting_klassen",
        .caption = text_of(c, TEXT_BENUTTING_KLASSEN),
        .maat = "benutting_klasse",
        .head = TEXT_KOLOM_KLASSE,
        .shares = true,
    };
    const struct split_spec budget = {
        .id = "Benutting_budget",
        .caption = text_of(c, TEXT_BENUTTING_BUDGET),
        .maat = "budget",
        .head = TEXT_KOLOM_STAND,
        .shares = true,
    };
    add_heading(c, TEXT_BENUTTING_KOP_KLASSEN);
    sheet_add_text(
        c->sheet, text_with(c, TEXT_BENUTTING_UITLEG_KLASSEN, {"dagen", count_words(c, c->settings->benutting_dagen)}));
    sheet_add_text(c->sheet, text_with(c, TEXT_BENUTTING_UITLEG_BUDGET,
                                       {"dreigend", percent_words(c, c->settings->budget_dreigend)},
                                       {"achter", percent_words(c, c->settings->budget_achter)}));
    struct parts klassen = parts_of_klassen(c, &c->settings->benutting, true);
    struct parts states = parts_of_list(c, "budget");
    add_parts_graph(c, GRAPH_COLUMN, GRAPH_HALF, &classes, klassen, (struct group){0});
    add_parts_graph(c, GRAPH_COLUMN, GRAPH_HALF, &budget, states, (struct group){0});
    table_of_parts(c, &classes, klassen, (struct group){0});
    table_of_parts(c, &budget, states, (struct group){0});
}

static void add_months(const struct sheet_context *c) {
    static const struct table_spec months = {TABLE_MONTHS, TEXT_BENUTTING_MAANDEN, TABLE_COLUMNS(over_months),
                                             .provisional = true};
    table_of_months(c, &months);
}

static bool has_content(const struct sheet_context *c) {
    for (size_t period = 0; period < view_periods(c->view); period++)
        if (view_value(c->view, period, "bedrag_gedeclareerd", "", (struct group){0}).present ||
            view_value(c->view, period, "bedrag_geindiceerd", "", (struct group){0}).present ||
            view_value(c->view, period, "indicaties_eind", "", (struct group){0}).present)
            return true;
    return false;
}

static void build(const struct sheet_context *c) {
    add_text(c, TEXT_BENUTTING_INTRO);
    add_provisional_note(c);
    add_graphs(c);
    add_tables(c);
    add_classes(c);
    add_months(c);
}

const struct sheet_def sheet_benutting = {
    .id = "benutting",
    .kinds = KIND_ALL,
    .has_content = has_content,
    .build = build,
};
