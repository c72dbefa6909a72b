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

/* The class table of a perceel, which its graph draws. */
static struct split_spec spec_of(const struct sheet_context *c, enum perceel perceel) {
    static const enum text units[PERCEEL_COUNT] = {
        [PERCEEL_BG] = TEXT_OMVANG_UREN,
        [PERCEEL_DB] = TEXT_OMVANG_DAGDELEN,
        [PERCEEL_HO] = TEXT_OMVANG_MINUTEN,
        [PERCEEL_KV] = TEXT_OMVANG_ETMALEN,
    };
    return (struct split_spec){
        .id = arena_printf(c->arena, "Omvang_%s", perceel_code(perceel)),
        .caption =
            text_with(c, TEXT_OMVANG_KLASSEN, {"perceel", labels_find(c->labels, "perceel", perceel_code(perceel))},
                      {"eenheid", text_of(c, units[perceel])}),
        .maat = "omvang_klasse",
        .head = TEXT_KOLOM_KLASSE,
        .shares = true,
    };
}

static bool has_classes(const struct sheet_context *c, enum perceel perceel) {
    return c->settings->omvang[perceel].aantal > 0 && has_perceel(c, perceel);
}

static void add_classes(const struct sheet_context *c) {
    for (enum perceel perceel = 0; perceel < PERCEEL_COUNT; perceel++) {
        struct split_spec spec = spec_of(c, perceel);
        if (has_classes(c, perceel))
            add_parts_graph(c, GRAPH_COLUMN, GRAPH_SMALL, &spec,
                            parts_of_klassen(c, &c->settings->omvang[perceel], false), of_perceel(perceel));
    }
    for (enum perceel perceel = 0; perceel < PERCEEL_COUNT; perceel++) {
        struct split_spec spec = spec_of(c, perceel);
        if (has_classes(c, perceel))
            table_of_parts(c, &spec, parts_of_klassen(c, &c->settings->omvang[perceel], false), of_perceel(perceel));
    }
}

static bool has_content(const struct sheet_context *c) {
    for (enum perceel perceel = 0; perceel < PERCEEL_COUNT; perceel++)
        if (has_perceel(c, perceel))
            return true;
    return false;
}

static void build(const struct sheet_context *c) {
    static const struct measure_column columns[] = {
        {"omvang", "aantal", false},  {"omvang", "gemiddelde", false}, {"omvang", "gemiddelde", true},
        {"omvang", "mediaan", false}, {"omvang", "mediaan", true},
    };
    static const struct table_spec percelen = {"Omvang_percelen", TEXT_OMVANG_PERCELEN, TABLE_COLUMNS(columns)};
    add_text(c, TEXT_OMVANG_INTRO);
    table_of_members(c, &percelen, DIMENSION_PERCEEL);
    add_note(c, TEXT_OMVANG_EENHEDEN);
    add_classes(c);
}

const struct sheet_def sheet_omvang = {
    .id = "omvang",
    .kinds = KIND_ALL,
    .has_content = has_content,
    .build = build,
};
