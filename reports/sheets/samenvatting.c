/*
 * Samenvatting: one page that answers how many clients, what is spent, is it used, how fast does it start, who waits,
 * how far is the overgang, and what stands out.  Its ten key figures and their signals are those of kerncijfers.csv.
 */
#include <string.h>

#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

/* ---- key figures ---- */

static bool beyond(exact_t amount, int64_t bound, bool above) {
    return bound != AMOUNT_NONE && (above ? amount > bound : amount < bound);
}

static struct cell signal_of(const struct key_figure *figure, const struct measured *measured) {
    if (!measured->known)
        return cell_empty();
    if (beyond(measured->amount, figure->bound[BOUND_BAD_LOW], false))
        return cell_signal(TONE_BAD, figure->low);
    if (beyond(measured->amount, figure->bound[BOUND_BAD_HIGH], true))
        return cell_signal(TONE_BAD, figure->high);
    if (beyond(measured->amount, figure->bound[BOUND_LOW], false))
        return cell_signal(TONE_ATTENTION, figure->low);
    if (beyond(measured->amount, figure->bound[BOUND_HIGH], true))
        return cell_signal(TONE_ATTENTION, figure->high);
    return figure->good[0] ? cell_signal(TONE_GOOD, figure->good) : cell_empty();
}

static const char *key_label(const struct sheet_context *c, const struct key_figure *figure) {
    return figure->label ? figure->label : labels_maat(c->labels, figure->quantity.maat)->label;
}

/* The region's figure; a level (clients, euro's) does not compare, and its place stays empty. */
static struct cell reference_cell(const struct sheet_context *c, const struct quantity *quantity,
                                  const struct measured *measured) {
    return view_compares(c->view, quantity->maat, quantity->uitsplitsing) ? value_cell(measured->region) : cell_empty();
}

static void add_key_figure(const struct sheet_context *c, struct panel *panel, const struct key_figure *figure) {
    struct measured measured = quantity_measure(c->view, c->settings, &figure->quantity, (struct group){0});
    panel_add(panel, &(struct panel_line){
                         .label = key_label(c, figure),
                         .show = measure_show(figure->quantity.maat, figure->quantity.uitsplitsing),
                         .value = value_cell(measured.now),
                         .before = value_cell(measured.before),
                         .change = value_cell(value_difference(measured.now, measured.before)),
                         .reference = reference_cell(c, &figure->quantity, &measured),
                         .signal = signal_of(figure, &measured),
                         .link = figure->blad[0] ? figure->blad : NULL,
                     });
}

static void add_panel(const struct sheet_context *c) {
    size_t now = view_now(c->view);
    enum recipient_kind kind = view_kind(c->view);
    struct panel_heads heads = {
        .label = text_of(c, TEXT_SAMENVATTING_KERNCIJFER),
        .value = view_period(c->view, now)->name,
        .before = now > 0 ? view_period(c->view, now - 1)->name : NULL,
        .change = now > 0 ? text_of(c, TEXT_SAMENVATTING_VERANDERING) : NULL,
        .reference = kind == RECIPIENT_AANBIEDER  ? text_of(c, TEXT_SAMENVATTING_ANDEREN)
                     : kind == RECIPIENT_GEMEENTE ? text_of(c, TEXT_SAMENVATTING_REGIO)
                                                  : NULL,
        .signal = text_of(c, TEXT_SAMENVATTING_SIGNAAL),
    };
    struct panel *panel = sheet_add_panel(c->sheet, &heads);
    for (size_t i = 0; i < c->templates->key_figures.len; i++)
        if (c->templates->key_figures.data[i].kind == kind)
            add_key_figure(c, panel, &c->templates->key_figures.data[i]);
}

/* ---- what it is about ---- */

static void add_introduction(const struct sheet_context *c) {
    size_t now = view_now(c->view);
    const char *period = period_words(c, now);
    const char *before = now > 0 ? period_words(c, now - 1) : "";
    switch (view_kind(c->view)) {
    case RECIPIENT_AANBIEDER: {
        uint16_t own = view_own(c->view);
        const char *manager = view_contractmanager(c->view, own);
        sheet_add_text(
            c->sheet,
            text_with(c, TEXT_SAMENVATTING_AANBIEDER, {"naam", view_own_name(c->view)},
                      {"code", view_own_code(c->view)}, {"periode", period}, {"vorige", before},
                      {"contract", text_of(c, view_contracted(c->view, own) ? TEXT_SAMENVATTING_GECONTRACTEERD
                                                                            : TEXT_SAMENVATTING_NIET_GECONTRACTEERD)},
                      {"contractmanager", manager[0] ? manager : text_of(c, TEXT_SAMENVATTING_GEEN_MANAGER)}));
        return;
    }
    case RECIPIENT_GEMEENTE:
        sheet_add_text(c->sheet, text_with(c, TEXT_SAMENVATTING_GEMEENTE, {"naam", view_own_name(c->view)},
                                           {"periode", period}, {"vorige", before}));
        return;
    case RECIPIENT_REGIO:
        sheet_add_text(c->sheet, text_with(c, TEXT_SAMENVATTING_REGIONAAL, {"naam", c->settings->regio},
                                           {"periode", period}, {"vorige", before}));
        return;
    case RECIPIENT_KINDS: break;
    }
    BUG("unknown recipient");
}

/* ---- charts: of tables on other sheets ---- */

static void add_headline(const struct sheet_context *c) {
    struct graph *graph =
        sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_SMALL, text_of(c, TEXT_SAMENVATTING_GRAFIEK_BENUTTING));
    graph_down(graph, TABLE_BENUTTING_PERIODEN, "periode");
    graph_add_column(graph, "benutting_bedrag", SERIES_PLAIN);
    if (view_compares(c->view, "benutting_bedrag", ""))
        graph_add_column(graph, "regio:benutting_bedrag", SERIES_COMPARE);
    graph_add_constant(graph, text_of(c, TEXT_GRAFIEK_VOLLEDIG), 1, 0);
}

static void add_clients(const struct sheet_context *c) {
    struct graph *graph =
        sheet_add_graph(c->sheet, GRAPH_COLUMN, GRAPH_SMALL, text_of(c, TEXT_SAMENVATTING_GRAFIEK_CLIENTEN));
    graph_down(graph, TABLE_CLIENTEN_PERIODEN, "periode");
    graph_add_column(graph, "clienten_eind", SERIES_PLAIN);
}

static void add_charts(const struct sheet_context *c) {
    bool headline = any_shown(c, "benutting_bedrag", "");
    bool clients = any_shown(c, "clienten_eind", "");
    if (headline)
        add_headline(c);
    if (clients)
        add_clients(c);
    if (!headline && !clients)
        add_note(c, TEXT_GRAFIEK_TE_KLEIN);
    else if (view_kind(c->view) != RECIPIENT_GEMEENTE || !add_voorveld_graph(c, GRAPH_SMALL))
        add_burn_down_graph(c, GRAPH_SMALL);
}

static void build(const struct sheet_context *c) {
    add_introduction(c);
    add_panel(c);
    add_provisional_note(c);
    add_charts(c);
    sheet_add_contents(c->sheet);
}

const struct sheet_def sheet_samenvatting = {
    .id = "samenvatting",
    .kinds = KIND_ALL,
    .build = build,
};
