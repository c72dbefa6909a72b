/*
 * Cliënten en indicaties: how many, who came and who left and why, over the periods and per perceel, product and
 * gemeente (measures.md 5).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

static const struct measure_column over_time[] = {
    {"clienten_begin", "", false},   {"instroom", "", false},
    {"uitstroom", "", false},        {"clienten_eind", "", false},
    {"clienten_periode", "", false}, {"indicaties_eind", "", false},
    {"uitval", "", false},           {"uitval", "", true},
};

static const struct measure_column per_member[] = {
    {"clienten_begin", "", false},    {"instroom", "", false},         {"uitstroom", "", false},
    {"clienten_eind", "", false},     {"clienten_periode", "", false}, {"indicaties_eind", "", false},
    {"kosten_per_client", "", false}, {"uitval", "", false},
};

static void add_graphs(const struct sheet_context *c) {
    struct graph *clients = sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF, text_of(c, TEXT_CLIENTEN_GRAFIEK_EIND));
    graph_down(clients, TABLE_CLIENTEN_PERIODEN, "periode");
    graph_add_column(clients, "clienten_eind", SERIES_PLAIN);
    struct graph *flow = sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF, text_of(c, TEXT_CLIENTEN_GRAFIEK_STROOM));
    graph_down(flow, TABLE_CLIENTEN_PERIODEN, "periode");
    graph_add_column(flow, "instroom", SERIES_PLAIN);
    graph_add_column(flow, "uitstroom", SERIES_COMPARE);
}

/* The reasons of the table redenen, and the ended ones without a reason. */
static struct parts reason_parts(const struct sheet_context *c) {
    size_t count = view_redenen(c->view);
    struct parts parts = {
        .codes = arena_alloc(c->arena, (count + 1) * sizeof(const char *)),
        .labels = arena_alloc(c->arena, (count + 1) * sizeof(const char *)),
        .count = count + 1,
    };
    for (size_t i = 0; i < count; i++) {
        const struct reden *reden = view_reden(c->view, i);
        parts.codes[i] = reden->code;
        parts.labels[i] = reden->known ? text_with(c, TEXT_CLIENTEN_REDEN, {"code", reden->code},
                                                   {"omschrijving", reden->omschrijving})
                                       : text_with(c, TEXT_CLIENTEN_REDEN_VREEMD, {"code", reden->code});
    }
    parts.codes[count] = "onbekend";
    parts.labels[count] = text_of(c, TEXT_CLIENTEN_REDEN_ONBEKEND);
    return parts;
}

static void add_reasons(const struct sheet_context *c) {
    const struct split_spec spec = {
        .id = "Clienten_redenen",
        .caption = text_of(c, TEXT_CLIENTEN_REDENEN),
        .maat = "beeindigd",
        .head = TEXT_KOLOM_REDEN,
        .leave_empty = true,
    };
    if (!table_of_parts(c, &spec, reason_parts(c), (struct group){0}))
        sheet_add_text(c->sheet, nothing_words(c, TEXT_CLIENTEN_GEEN_REDENEN));
}

static void add_members(const struct sheet_context *c) {
    static const struct table_spec percelen = {"Clienten_percelen", TEXT_CLIENTEN_PERCELEN, TABLE_COLUMNS(per_member)};
    static const struct table_spec producten = {"Clienten_producten", TEXT_CLIENTEN_PRODUCTEN,
                                                TABLE_COLUMNS(per_member)};
    static const struct table_spec gemeenten = {"Clienten_gemeenten", TEXT_CLIENTEN_GEMEENTEN,
                                                TABLE_COLUMNS(per_member)};
    table_of_members(c, &percelen, DIMENSION_PERCEEL);
    table_of_members(c, &producten, DIMENSION_PRODUCT);
    if (view_kind(c->view) == RECIPIENT_AANBIEDER)
        table_of_members(c, &gemeenten, DIMENSION_GEMEENTE);
    add_note(c, TEXT_CLIENTEN_NIET_OPTELLEN);
}

static bool has_content(const struct sheet_context *c) {
    for (size_t period = 0; period < view_periods(c->view); period++)
        if (view_value(c->view, period, "clienten_periode", "", (struct group){0}).present)
            return true;
    return false;
}

static void build(const struct sheet_context *c) {
    static const struct table_spec periods = {TABLE_CLIENTEN_PERIODEN, TEXT_CLIENTEN_PERIODEN,
                                              TABLE_COLUMNS(over_time)};
    add_text(c, view_is_public(c->view) ? TEXT_CLIENTEN_INTRO_OPENBAAR : TEXT_CLIENTEN_INTRO);
    add_graphs(c);
    table_of_periods(c, &periods, (struct group){0});
    add_members(c);
    add_reasons(c);
}

const struct sheet_def sheet_clienten = {
    .id = "clienten",
    .kinds = KIND_ALL,
    .has_content = has_content,
    .build = build,
};
