/*
 * Doorlooptijden: the five families against their norms, now and over the periods, and who waits (measures.md 4).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

static const char *const families[DOORLOOPTIJD_COUNT] = {
    [DOORLOOPTIJD_ONDERZOEK] = "doorlooptijd_onderzoek", [DOORLOOPTIJD_BESCHIKKING] = "doorlooptijd_beschikking",
    [DOORLOOPTIJD_BESLUIT] = "doorlooptijd_besluit",     [DOORLOOPTIJD_START] = "doorlooptijd_start",
    [DOORLOOPTIJD_TOTAAL] = "doorlooptijd_totaal",
};

/* What is told of each family, in the period asked for. */
static const struct told {
    const char *uitsplitsing;
    bool region;
} told[] = {
    {"aantal", false}, {"mediaan", false},     {"mediaan", true},     {"gemiddelde", false}, {"gemiddelde", true},
    {"p90", false},    {"binnen_norm", false}, {"binnen_norm", true}, {"onbekend", false},
};

enum { TOLD = sizeof told / sizeof told[0] };

static bool is_told(const struct sheet_context *c, const struct told *t) {
    return !t->region || view_compares(c->view, families[0], t->uitsplitsing);
}

static struct sheet_table *make_now_table(const struct sheet_context *c) {
    struct sheet_column columns[TOLD + 2] = {
        {.id = "doorlooptijd", .header = text_of(c, TEXT_KOLOM_DOORLOOPTIJD), .show = SHOW_TEXT},
        {.id = "norm", .header = text_of(c, TEXT_KOLOM_NORM), .show = SHOW_COUNT},
    };
    size_t count = 2;
    for (size_t i = 0; i < TOLD; i++) {
        const char *label = labels_find(c->labels, "verdeling", told[i].uitsplitsing);
        if (!is_told(c, &told[i]))
            continue;
        columns[count++] = (struct sheet_column){
            .id = told[i].region ? arena_printf(c->arena, "regio:%s", told[i].uitsplitsing) : told[i].uitsplitsing,
            .header = told[i].region ? region_header(c, label) : label,
            .show = measure_show(families[0], told[i].uitsplitsing),
        };
    }
    return sheet_add_table(c->sheet, "Doorlooptijden_nu", text_of(c, TEXT_DOORLOOPTIJDEN_NU), columns, count);
}

static void add_now(const struct sheet_context *c) {
    struct sheet_table *table = make_now_table(c);
    size_t now = view_now(c->view);
    struct group all = {0};
    for (size_t f = 0; f < DOORLOOPTIJD_COUNT; f++) {
        if (!view_value(c->view, now, families[f], "aantal", all).present)
            continue;
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(labels_maat(c->labels, families[f])->label));
        row_add(row, cell_count(c->settings->norm[f]));
        for (size_t i = 0; i < TOLD; i++)
            if (is_told(c, &told[i]))
                row_add(row,
                        value_cell(told[i].region ? view_region(c->view, now, families[f], told[i].uitsplitsing, all)
                                                  : view_value(c->view, now, families[f], told[i].uitsplitsing, all)));
    }
    table_say_when_empty(table, nothing_words(c, TEXT_DOORLOOPTIJDEN_GEEN));
}

static void add_course(const struct sheet_context *c) {
    static const struct measure_column medians[] = {
        {"doorlooptijd_onderzoek", "mediaan", false}, {"doorlooptijd_beschikking", "mediaan", false},
        {"doorlooptijd_besluit", "mediaan", false},   {"doorlooptijd_start", "mediaan", false},
        {"doorlooptijd_totaal", "mediaan", false},
    };
    static const struct measure_column within[] = {
        {"doorlooptijd_onderzoek", "binnen_norm", false}, {"doorlooptijd_beschikking", "binnen_norm", false},
        {"doorlooptijd_besluit", "binnen_norm", false},   {"doorlooptijd_start", "binnen_norm", false},
        {"doorlooptijd_totaal", "binnen_norm", false},
    };
    static const struct table_spec specs[] = {
        {"Doorlooptijden_mediaan", TEXT_DOORLOOPTIJDEN_MEDIAAN, TABLE_COLUMNS(medians), .short_heads = true},
        {"Doorlooptijden_norm", TEXT_DOORLOOPTIJDEN_NORM, TABLE_COLUMNS(within), .short_heads = true},
    };
    static const enum text titles[] = {TEXT_DOORLOOPTIJDEN_GRAFIEK_START, TEXT_DOORLOOPTIJDEN_GRAFIEK_NORM};
    struct graph *start = sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_HALF, text_of(c, titles[0]));
    graph_down(start, specs[0].id, "periode");
    graph_add_column_as(start, "doorlooptijd_start/mediaan", SERIES_PLAIN,
                        labels_find(c->labels, "verdeling", "mediaan"));
    graph_add_constant(start, text_of(c, TEXT_GRAFIEK_NORM), c->settings->norm[DOORLOOPTIJD_START], 0);
    struct graph *norms = sheet_add_graph(c->sheet, GRAPH_LINE, GRAPH_HALF, text_of(c, titles[1]));
    graph_down(norms, specs[1].id, "periode");
    for (size_t i = 0; i < specs[1].count; i++)
        graph_add_column(norms, measure_id(c, within[i].maat, within[i].uitsplitsing), SERIES_PLAIN);
    for (size_t i = 0; i < sizeof specs / sizeof specs[0]; i++)
        table_of_periods(c, &specs[i], (struct group){0});
}

static void add_waiting(const struct sheet_context *c) {
    static const struct measure_column waiting[] = {
        {"wachtend", "aantal", false}, {"wachtend", "mediaan", false}, {"wachtend", "mediaan", true}};
    static const struct measure_column per_part[] = {
        {"wachtend", "aantal", false},
        {"wachtend", "mediaan", false},
        {"doorlooptijd_start", "aantal", false},
        {"doorlooptijd_start", "mediaan", false},
        {"doorlooptijd_start", "binnen_norm", false},
    };
    static const struct table_spec periods = {"Wachtend_perioden", TEXT_WACHTEND_PERIODEN, TABLE_COLUMNS(waiting)};
    static const struct table_spec percelen = {"Wachtend_percelen", TEXT_WACHTEND_PERCELEN, TABLE_COLUMNS(per_part)};
    static const struct table_spec gemeenten = {"Wachtend_gemeenten", TEXT_WACHTEND_GEMEENTEN, TABLE_COLUMNS(per_part)};
    add_heading(c, TEXT_WACHTEND_KOP);
    if (!table_of_periods(c, &periods, (struct group){0}))
        sheet_add_text(c->sheet, nothing_words(c, TEXT_WACHTEND_GEEN));
    table_of_members(c, &percelen, DIMENSION_PERCEEL);
    if (view_kind(c->view) == RECIPIENT_AANBIEDER)
        table_of_members(c, &gemeenten, DIMENSION_GEMEENTE);
}

static bool has_content(const struct sheet_context *c) {
    for (size_t period = 0; period < view_periods(c->view); period++) {
        if (view_value(c->view, period, "wachtend", "aantal", (struct group){0}).present)
            return true;
        for (size_t f = 0; f < DOORLOOPTIJD_COUNT; f++)
            if (view_value(c->view, period, families[f], "aantal", (struct group){0}).present)
                return true;
    }
    return false;
}

static void build(const struct sheet_context *c) {
    add_text(c, TEXT_DOORLOOPTIJDEN_INTRO);
    add_now(c);
    add_course(c);
    add_waiting(c);
}

const struct sheet_def sheet_doorlooptijden = {
    .id = "doorlooptijden",
    .kinds = KIND_ALL,
    .has_content = has_content,
    .build = build,
};
