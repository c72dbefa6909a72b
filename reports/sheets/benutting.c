/*
 * Benutting: what is declared against what is indicated, over the periods and months, per product and gemeente, by
 * class, and the budget over whole beschikkingen (measures.md 3).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

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
    {"bedrag_geindiceerd", "", false},  {"bedrag_gedeclareerd", "", false}, {"benutting_bedrag", "", false},
    {"benutting_bedrag", "", true},     {"kosten_per_client", "", false},   {"budget", "overschreden", false},
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

static void add_course(const struct sheet_context *c) {
    static const struct table_spec periods = {TABLE_BENUTTING_PERIODEN, TEXT_BENUTTING_PERIODEN,
                                              TABLE_COLUMNS(over_time)};
    static const struct table_spec months = {"Benutting_maanden", TEXT_BENUTTING_MAANDEN, TABLE_COLUMNS(over_months)};
    struct graph *course = sheet_add_graph(c->sheet, GRAPH_LINE, GRAPH_HALF, text_of(c, TEXT_BENUTTING_GRAFIEK));
    graph_down(course, periods.id, "periode");
    graph_add_column(course, "benutting_bedrag", SERIES_PLAIN);
    if (view_compares(c->view, "benutting_bedrag", ""))
        graph_add_column(course, "regio:benutting_bedrag", SERIES_COMPARE);
    graph_add_constant(course, text_of(c, TEXT_GRAFIEK_VOLLEDIG), 1, 0);
    struct graph *bars = sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF, text_of(c, TEXT_BENUTTING_GRAFIEK_MAANDEN));
    graph_down(bars, months.id, "maand");
    graph_add_column(bars, "maand_gedeclareerd", SERIES_PLAIN);
    graph_add_column(bars, "maand_geindiceerd", SERIES_LINE);
    table_of_periods(c, &periods, (struct group){0});
    table_of_months(c, &months);
}

static void add_members(const struct sheet_context *c) {
    struct table_spec products = {"Benutting_producten", TEXT_BENUTTING_PRODUCTEN, TABLE_COLUMNS(per_product)};
    static const struct table_spec percelen = {"Benutting_percelen", TEXT_BENUTTING_PERCELEN, TABLE_COLUMNS(per_part)};
    static const struct table_spec gemeenten = {"Benutting_gemeenten", TEXT_BENUTTING_GEMEENTEN,
                                                TABLE_COLUMNS(per_gemeente)};
    products.count -= !any_maximum(c);
    table_of_members(c, &percelen, DIMENSION_PERCEEL);
    table_of_members(c, &products, DIMENSION_PRODUCT);
    if (view_kind(c->view) == RECIPIENT_AANBIEDER)
        table_of_members(c, &gemeenten, DIMENSION_GEMEENTE);
}

/* Classes with their shares beside those of the region, drawn and in numbers. */
static void add_split(const struct sheet_context *c, const struct split_spec *spec, struct parts parts, enum text graph) {
    struct graph *shares = sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF, text_of(c, graph));
    graph_down(shares, spec->id, "deel");
    graph_add_column_as(shares, "aandeel", SERIES_PLAIN, recipient_words_of(c));
    if (view_kind(c->view) != RECIPIENT_REGIO)
        graph_add_column_as(shares, "regio:aandeel", SERIES_COMPARE, region_words(c));
    table_of_parts(c, spec, parts, (struct group){0});
}

static void add_classes(const struct sheet_context *c) {
    static const struct split_spec classes = {
        .id = "Benutting_klassen",
        .caption = TEXT_BENUTTING_KLASSEN,
        .maat = "benutting_klasse",
        .head = TEXT_KOLOM_KLASSE,
        .shares = true,
    };
    static const struct split_spec budget = {
        .id = "Benutting_budget",
        .caption = TEXT_BENUTTING_BUDGET,
        .maat = "budget",
        .head = TEXT_KOLOM_STAND,
        .shares = true,
    };
    add_heading(c, TEXT_BENUTTING_KOP_KLASSEN);
    sheet_add_text(c->sheet, text_with(c, TEXT_BENUTTING_UITLEG_KLASSEN,
                                       {"dagen", count_words(c, c->settings->benutting_dagen)}));
    add_split(c, &classes, parts_of_klassen(c, &c->settings->benutting, true), TEXT_BENUTTING_GRAFIEK_KLASSEN);
    add_heading(c, TEXT_BENUTTING_KOP_BUDGET);
    sheet_add_text(c->sheet,
                   text_with(c, TEXT_BENUTTING_UITLEG_BUDGET, {"dreigend", percent_words(c, c->settings->budget_dreigend)},
                             {"achter", percent_words(c, c->settings->budget_achter)}));
    add_split(c, &budget, parts_of_list(c, "budget"), TEXT_BENUTTING_GRAFIEK_BUDGET);
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
    add_course(c);
    add_members(c);
    add_classes(c);
}

const struct sheet_def sheet_benutting = {
    .id = "benutting",
    .kinds = KIND_ALL,
    .has_content = has_content,
    .build = build,
};
