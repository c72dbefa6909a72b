/*
 * Samenvatting: one page that answers how many clients, what is spent, is it used, how fast does it start, who waits,
 * how far is the overgang, and what stands out.  Its ten key figures and their signals are those of kerncijfers.csv.
 */
#include <string.h>

#include "reports/sheets/registry.h"
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
                         .change = value_cell(quantity_change(&measured)),
                         .reference = reference_cell(c, &figure->quantity, &measured),
                         .signal = signal_of(figure, &measured),
                         .link = figure->blad[0] ? figure->blad : NULL,
                     });
}

static struct panel *make_panel(const struct sheet_context *c) {
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
    return sheet_add_panel(c->sheet, &heads);
}

static void add_key_figures(const struct sheet_context *c) {
    struct panel *panel = NULL;
    for (size_t i = 0; i < c->templates->key_figures.len; i++) {
        const struct key_figure *figure = &c->templates->key_figures.data[i];
        if (figure->kind != view_kind(c->view))
            continue;
        panel = panel ? panel : make_panel(c);
        add_key_figure(c, panel, figure);
    }
}

/* Of an aanbieder what no title tells: its code, its contract and who to call. */
static void add_introduction(const struct sheet_context *c) {
    if (view_kind(c->view) != RECIPIENT_AANBIEDER)
        return;
    const char *manager = view_contractmanager(c->view, view_own(c->view));
    bool contracted = view_contracted(c->view, view_own(c->view));
    sheet_add_text(c->sheet,
                   text_with(c, TEXT_SAMENVATTING_AANBIEDER, {"code", view_own_code(c->view)},
                             {"contract", text_of(c, contracted ? TEXT_SAMENVATTING_GECONTRACTEERD
                                                                : TEXT_SAMENVATTING_NIET_GECONTRACTEERD)},
                             {"contractmanager", manager[0] ? manager : text_of(c, TEXT_SAMENVATTING_GEEN_MANAGER)}));
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

/* Only charts in which nothing is withheld: what is left out and why takes room, and stands on the other sheets. */
static void add_charts(const struct sheet_context *c) {
    bool headline = all_shown(c, "benutting_bedrag", "");
    bool clients = all_shown(c, "clienten_eind", "");
    if (headline)
        add_headline(c);
    else
        add_provisional_note(c); /* which that chart would say */
    if (clients)
        add_clients(c);
    bool third = view_kind(c->view) == RECIPIENT_GEMEENTE && add_voorveld_graph(c, GRAPH_SMALL);
    if (!third && burn_down_is_whole(c))
        add_burn_down_graph(c, GRAPH_SMALL);
    else if (!headline && !clients && !third)
        add_note(c, TEXT_GRAFIEK_TE_KLEIN);
}

/* ---- the way to the other sheets ---- */

enum { LINKS = 5 };

static struct cell link_cell(const struct blad *blad) {
    return blad ? cell_link(cell_text(blad->tab), blad->id) : cell_empty();
}

static struct panel *make_links(const struct sheet_context *c) {
    const struct panel_heads heads = {
        .label = text_of(c, TEXT_SAMENVATTING_BLADEN),
        .value = " ", /* stays empty: it is in large print */
        .before = " ",
        .change = " ",
        .reference = " ",
        .signal = " ",
    };
    return sheet_add_panel(c->sheet, &heads);
}

static void add_link_row(struct panel *panel, const struct blad *const *links) {
    panel_add(panel, &(struct panel_line){
                         .label = links[0]->tab,
                         .link = links[0]->id,
                         .show = SHOW_TEXT,
                         .before = link_cell(links[1]),
                         .change = link_cell(links[2]),
                         .reference = link_cell(links[3]),
                         .signal = link_cell(links[4]),
                     });
}

/* A few beside each other, so that it all fits on one page. */
static void add_links(const struct sheet_context *c) {
    struct panel *panel = NULL;
    const struct blad *links[LINKS] = {NULL};
    size_t count = 0;
    for (size_t i = 0; i < c->templates->bladen.len; i++) {
        const struct blad *blad = &c->templates->bladen.data[i];
        if (strcmp(blad->id, "samenvatting") == 0 || !blad_in_book(c, blad))
            continue;
        panel = panel ? panel : make_links(c);
        links[count++] = blad;
        if (count < LINKS)
            continue;
        add_link_row(panel, links);
        memset(links, 0, sizeof links);
        count = 0;
    }
    if (count > 0)
        add_link_row(panel, links);
}

static void build(const struct sheet_context *c) {
    sheet_fit_page(c->sheet);
    add_introduction(c);
    add_key_figures(c);
    add_charts(c);
    add_links(c);
}

const struct sheet_def sheet_samenvatting = {
    .id = "samenvatting",
    .kinds = KIND_ALL,
    .build = build,
};
