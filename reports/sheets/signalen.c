/*
 * Signalen: per kind and state, over the periods (measures.md 5).
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

static const char maat[] = "signalen";
static const char table_id[] = "Signalen_perioden";

/* Each kind with each state. */
static struct parts signal_parts(const struct sheet_context *c) {
    struct parts kinds = parts_of_list(c, "soort");
    struct parts states = parts_of_list(c, "stand");
    struct parts parts = {
        .codes = arena_alloc(c->arena, kinds.count * states.count * sizeof(const char *)),
        .labels = arena_alloc(c->arena, kinds.count * states.count * sizeof(const char *)),
    };
    for (size_t k = 0; k < kinds.count; k++) {
        for (size_t s = 0; s < states.count; s++) {
            parts.codes[parts.count] = arena_printf(c->arena, "%s/%s", kinds.codes[k], states.codes[s]);
            parts.labels[parts.count++] = text_with(c, TEXT_SIGNALEN_DEEL, {"soort", kinds.labels[k]},
                                                    {"stand", lower_first(c, states.labels[s])});
        }
    }
    return parts;
}

static bool has_content(const struct sheet_context *c) {
    struct parts parts = signal_parts(c);
    for (size_t period = 0; period < view_periods(c->view); period++)
        for (size_t i = 0; i < parts.count; i++)
            if (view_value(c->view, period, maat, parts.codes[i], (struct group){0}).present)
                return true;
    return false;
}

/* One chart per kind: its rows stand together in the table. */
static void add_graphs(const struct sheet_context *c, struct parts parts) {
    struct parts kinds = parts_of_list(c, "soort");
    size_t states = parts.count / kinds.count;
    for (size_t k = 0; k < kinds.count; k++) {
        struct graph *graph =
            sheet_add_graph(c->sheet, GRAPH_STACKED_COLUMN, GRAPH_HALF,
                            text_with(c, TEXT_SIGNALEN_GRAFIEK, {"soort", lower_first(c, kinds.labels[k])}));
        graph_across(graph, table_id, view_period(c->view, 0)->name, view_period(c->view, view_now(c->view))->name);
        for (size_t s = 0; s < states; s++)
            graph_add_row(graph, k * states + s, SERIES_PLAIN, parts_of_list(c, "stand").labels[s]);
    }
}

static void build(const struct sheet_context *c) {
    const struct split_spec spec = {
        .id = table_id,
        .caption = text_of(c, TEXT_SIGNALEN_PERIODEN),
        .maat = maat,
        .head = TEXT_KOLOM_SIGNAAL,
    };
    struct parts parts = signal_parts(c);
    add_text(c, TEXT_SIGNALEN_INTRO);
    add_graphs(c, parts);
    table_of_parts(c, &spec, parts, (struct group){0});
}

const struct sheet_def sheet_signalen = {
    .id = "signalen",
    .kinds = KIND_ALL,
    .has_content = has_content,
    .build = build,
};
