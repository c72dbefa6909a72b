/*
 * Omvang: how much per week is indicated, against the classes of the normenkaders (measures.md 9).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

static struct group of_perceel(enum perceel perceel) {
    return (struct group){.perceel = (uint8_t)(perceel + 1)};
}

static bool has_perceel(const struct sheet_context *c, enum perceel perceel) {
    return view_value(c->view, view_now(c->view), "omvang", "aantal", of_perceel(perceel)).present;
}

static void add_perceel(const struct sheet_context *c, enum perceel perceel) {
    const char *naam = labels_find(c->labels, "perceel", perceel_code(perceel));
    const struct split_spec spec = {
        .id = arena_printf(c->arena, "Omvang_%s", perceel_code(perceel)),
        .caption = TEXT_OMVANG_KLASSEN,
        .maat = "omvang_klasse",
        .head = TEXT_KOLOM_KLASSE,
        .shares = true,
    };
    static const enum text units[PERCEEL_COUNT] = {
        [PERCEEL_BG] = TEXT_OMVANG_UREN,
        [PERCEEL_DB] = TEXT_OMVANG_DAGDELEN,
        [PERCEEL_HO] = TEXT_OMVANG_MINUTEN,
        [PERCEEL_KV] = TEXT_OMVANG_ETMALEN,
    };
    sheet_add_heading(c->sheet, text_with(c, TEXT_OMVANG_KOP, {"perceel", naam}, {"eenheid", text_of(c, units[perceel])}));
    struct graph *graph = sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF,
                                          text_with(c, TEXT_OMVANG_GRAFIEK, {"perceel", naam},
                                                    {"eenheid", text_of(c, units[perceel])}));
    graph_down(graph, spec.id, "deel");
    graph_add_column_as(graph, "aandeel", SERIES_PLAIN, recipient_words_of(c));
    if (view_kind(c->view) != RECIPIENT_REGIO)
        graph_add_column_as(graph, "regio:aandeel", SERIES_COMPARE, region_words(c));
    table_of_parts(c, &spec, parts_of_klassen(c, &c->settings->omvang[perceel], false), of_perceel(perceel));
}

static bool has_content(const struct sheet_context *c) {
    for (enum perceel perceel = 0; perceel < PERCEEL_COUNT; perceel++)
        if (has_perceel(c, perceel))
            return true;
    return false;
}

static void build(const struct sheet_context *c) {
    static const struct measure_column columns[] = {
        {"omvang", "aantal", false},    {"omvang", "gemiddelde", false}, {"omvang", "gemiddelde", true},
        {"omvang", "mediaan", false},   {"omvang", "mediaan", true},
    };
    static const struct table_spec percelen = {"Omvang_percelen", TEXT_OMVANG_PERCELEN, TABLE_COLUMNS(columns)};
    add_text(c, TEXT_OMVANG_INTRO);
    table_of_members(c, &percelen, DIMENSION_PERCEEL);
    add_note(c, TEXT_OMVANG_EENHEDEN);
    for (enum perceel perceel = 0; perceel < PERCEEL_COUNT; perceel++)
        if (c->settings->omvang[perceel].aantal > 0 && has_perceel(c, perceel))
            add_perceel(c, perceel);
}

const struct sheet_def sheet_omvang = {
    .id = "omvang",
    .kinds = KIND_ALL,
    .has_content = has_content,
    .build = build,
};
