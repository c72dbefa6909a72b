/*
 * Aanbieders and Gemeenten: the comparison, one row each with the key figures.
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

static const struct measure_column compared[] = {
    {"clienten_eind", "", false},
    {"instroom", "", false},
    {"uitstroom", "", false},
    {"bedrag_gedeclareerd", "", false},
    {"kosten_per_client", "", false},
    {"benutting_bedrag", "", false},
    {"budget", "overschreden", false},
    {"doorlooptijd_start", "binnen_norm", false},
    {"wachtend", "aantal", false},
    {"overgang_handmatig", "", false},
    {"uitval", "", false},
    {"voorveld_verschuiving", "", false}, /* of gemeenten only */
};

enum { COMPARED = sizeof compared / sizeof compared[0], MOST_BARS = 15 };

static void compare_members(const struct sheet_context *c, const struct table_spec *spec, enum dimension dimension,
                            enum text intro, enum text title) {
    add_text(c, intro);
    add_provisional_note(c);
    struct graph *graph = sheet_add_graph(c->sheet, GRAPH_BAR, GRAPH_HALF, text_of(c, title));
    graph_down(graph, spec->id, "naam");
    graph_rows(graph, 0, MOST_BARS);
    graph_add_column(graph, "benutting_bedrag", SERIES_PLAIN);
    struct graph *costs = sheet_add_graph(c->sheet, GRAPH_BAR, GRAPH_HALF, text_of(c, TEXT_VERGELIJK_GRAFIEK_KOSTEN));
    graph_down(costs, spec->id, "naam");
    graph_rows(costs, 0, MOST_BARS);
    graph_add_column(costs, "kosten_per_client", SERIES_PLAIN);
    table_of_members(c, spec, dimension);
    add_note(c, TEXT_CLIENTEN_NIET_OPTELLEN);
}

static void build_aanbieders(const struct sheet_context *c) {
    static const struct table_spec spec = {"Vergelijk_aanbieders", TEXT_VERGELIJK_AANBIEDERS, .columns = compared,
                                           .count = COMPARED - 1, .largest_first = true};
    compare_members(c, &spec, DIMENSION_AANBIEDER, TEXT_VERGELIJK_INTRO_AANBIEDERS, TEXT_VERGELIJK_GRAFIEK_AANBIEDERS);
}

static void build_gemeenten(const struct sheet_context *c) {
    static const struct table_spec spec = {"Vergelijk_gemeenten", TEXT_VERGELIJK_GEMEENTEN, .columns = compared,
                                           .count = COMPARED, .largest_first = true};
    compare_members(c, &spec, DIMENSION_GEMEENTE, TEXT_VERGELIJK_INTRO_GEMEENTEN, TEXT_VERGELIJK_GRAFIEK_GEMEENTEN);
}

bool any_aanbieder(const struct sheet_context *c) {
    for (uint16_t member = 1; member <= view_members(c->view, DIMENSION_AANBIEDER); member++)
        if (view_value(c->view, view_now(c->view), "clienten_periode", "",
                       view_part(c->view, DIMENSION_AANBIEDER, member))
                .present)
            return true;
    return false;
}

const struct sheet_def sheet_aanbieders = {
    .id = "aanbieders",
    .kinds = KIND(GEMEENTE) | KIND(REGIO),
    .internal = true,
    .has_content = any_aanbieder,
    .build = build_aanbieders,
};

const struct sheet_def sheet_gemeenten = {
    .id = "gemeenten",
    .kinds = KIND(REGIO),
    .build = build_gemeenten,
};
