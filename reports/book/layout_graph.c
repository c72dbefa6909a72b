/*
 * Graphs on the sheet.  Invariant: a graph covers only rows on which no cell stands.  A series refers to the cells of
 * its table where all of them are numbers; the others (with withheld or unknown points, which a spreadsheet would draw
 * as 0, constant lines, bands) refer to a hidden sheet that holds the same numbers and leaves the rest empty.
 */
#include "reports/book/layout_parts.h"

#include "etl/base/error.h"
#include "reports/book/shown.h"

static const char *const hidden_name = "Grafiekgegevens";
static const char *const provisional_note = "* Voorlopig (lichter getekend): er komen nog gegevens binnen.";

/* ---- placing ---- */

static unsigned graphs_on_a_line(enum graph_size size) {
    switch (size) {
    case GRAPH_SMALL: return 3;
    case GRAPH_HALF: return 2;
    case GRAPH_WIDE: return 1;
    }
    BUG("onbekende maat van een grafiek");
}

/* Wide sheets print smaller, so their graphs are larger. */
static void measure_graph(struct placed_graph *placed, const struct pen *pen) {
    static const unsigned height_percent[] = {[GRAPH_SMALL] = 62, [GRAPH_HALF] = 43, [GRAPH_WIDE] = 27};
    unsigned line = graphs_on_a_line(placed->graph->size);
    placed->width = (sheet_pixels(pen->sheet) - (line - 1) * GRAPH_GAP) / line;
    placed->height = placed->width * height_percent[placed->graph->size] / 100;
}

/* Sentences below a line of graphs, each said once. */
static void place_notes(struct pen *pen, size_t first_graph) {
    bool provisional = false;
    for (size_t i = first_graph; i < pen->sheet->graphs.len; i++) {
        const struct graph_data *data = pen->sheet->graphs.data[i].data;
        if (data->withheld)
            place_paragraph(pen, ROLE_NOTE, data->withheld);
        provisional |= data->has_provisional;
    }
    if (provisional)
        place_paragraph(pen, ROLE_NOTE, provisional_note);
}

/* The graphs from first_graph on stand beside each other at the pen's row: moves the pen below them. */
static void finish_line(struct pen *pen, size_t first_graph) {
    unsigned height = 0;
    for (size_t i = first_graph; i < pen->sheet->graphs.len; i++)
        if (pen->sheet->graphs.data[i].height > height)
            height = pen->sheet->graphs.data[i].height;
    if (height == 0)
        return;
    uint32_t begin = pen->row;
    pen->row += (height + ROW_PIXELS - 1) / ROW_PIXELS;
    if (pen->sheet->row_count < pen->row)
        pen->sheet->row_count = pen->row;
    place_notes(pen, first_graph);
    place_keep(pen, begin);
    pen->row++;
}

void layout_graphs(struct pen *pen, const struct list *blocks, size_t *at) {
    struct arena *arena = &pen->layout->arena;
    size_t first_graph = pen->sheet->graphs.len;
    unsigned left = 0;
    struct list missing = {0};
    for (; *at < blocks->len; (*at)++) {
        const struct block *block = blocks->items[*at];
        if (block->type != BLOCK_GRAPH)
            break;
        struct placed_graph placed = {.graph = block->graph, .data = graph_data_find(arena, block->graph)};
        if (placed.data->state != GRAPH_DRAWN) {
            list_push(arena, &missing, graph_missing_text(arena, placed.graph, placed.data));
            continue;
        }
        measure_graph(&placed, pen);
        if (left > 0 && left + placed.width > sheet_pixels(pen->sheet)) {
            finish_line(pen, first_graph);
            first_graph = pen->sheet->graphs.len;
            left = 0;
        }
        placed.row = pen->row;
        placed.left = left;
        left += placed.width + GRAPH_GAP;
        placed.alt = graph_alt_text(arena, placed.graph, placed.data);
        VEC_PUSH(pen->sheet->graphs, placed);
    }
    finish_line(pen, first_graph);
    for (size_t i = 0; i < missing.len; i++)
        if (missing.items[i])
            place_paragraph(pen, ROLE_NOTE, missing.items[i]);
}

/* ---- what the series refer to ---- */

static const struct placed_table *find_placed(const struct layout *layout, const struct sheet_table *table) {
    for (size_t s = 0; s < layout->sheets.len; s++)
        for (size_t t = 0; t < layout->sheets.data[s].tables.len; t++)
            if (layout->sheets.data[s].tables.data[t].table == table)
                return &layout->sheets.data[s].tables.data[t];
    BUG("een getekende tabel staat op geen blad");
}

/* `count` cells of a table from (row, column) on, rightwards or downwards; row 0 is its header. */
static struct area table_area(const struct placed_table *table, size_t row, size_t column, size_t count, bool across) {
    struct area area = table->area;
    area.first_row += (uint32_t)row;
    area.last_row = area.first_row + (uint32_t)(across ? 0 : count - 1);
    area.first_column = (uint16_t)column;
    area.last_column = (uint16_t)(column + (across ? count - 1 : 0));
    return area;
}

/* A series that cannot refer to its table, as cells of the hidden sheet, downwards from the pen's row. */
struct hidden_series {
    const struct graph_series *values;
    const struct graph_series *minus; /* of a band: what it stands on */
};

/* `count` cells of the block that is about to be placed, below its first row. */
static struct area hidden_area(const struct pen *hidden, size_t column, size_t count) {
    return (struct area){
        .sheet = hidden->sheet_index,
        .first_row = hidden->row + 1,
        .last_row = hidden->row + (uint32_t)count,
        .first_column = (uint16_t)column,
        .last_column = (uint16_t)column,
    };
}

static void place_difference(struct pen *pen, size_t column, const struct cell *high, const struct cell *low,
                             enum show show) {
    if (high->type != CELL_NUMBER || low->type != CELL_NUMBER)
        return;
    struct cell room = *high;
    int64_t units = low->units;
    for (; room.scale < low->scale; room.scale++)
        room.units *= 10;
    for (unsigned scale = low->scale; scale < room.scale; scale++)
        units *= 10;
    room.units -= units;
    place_cell(pen, column, (struct style){.role = ROLE_DATA}, &room, show);
}

static unsigned label_every(const struct placed_graph *graph) {
    static const size_t fitting[] = {[GRAPH_SMALL] = 5, [GRAPH_HALF] = 9, [GRAPH_WIDE] = 18};
    size_t most = fitting[graph->graph->size];
    return graph->data->categories_are_texts ? 1 : (unsigned)((graph->data->count + most - 1) / most);
}

static void place_hidden(struct pen *pen, const struct placed_graph *graph, const struct hidden_series *series,
                         size_t count) {
    const struct graph_data *data = graph->data;
    for (size_t s = 0; s < count; s++)
        place_text(pen, s + 1, (struct style){.role = ROLE_DATA}, series[s].values->name);
    pen->row++;
    for (size_t i = 0; i < data->count; i++, pen->row++) {
        const char *star = data->provisional[i] ? " *" : "";
        if (i % graph->label_every == 0)
            place_text(pen, 0, (struct style){.role = ROLE_DATA},
                       arena_printf(&pen->layout->arena, "%s%s", data->categories[i], star));
        for (size_t s = 0; s < count; s++) {
            const struct cell *cell = series[s].values->values[i];
            if (series[s].minus)
                place_difference(pen, s + 1, cell, series[s].minus->values[i], data->show);
            else if (cell->type == CELL_NUMBER)
                place_cell(pen, s + 1, (struct style){.role = ROLE_DATA}, cell, data->show);
        }
    }
    pen->row++;
}

static void resolve_series(struct layout *layout, struct placed_graph *graph, const struct placed_table *table,
                           struct pen *hidden) {
    const struct graph_data *data = graph->data;
    bool across = graph->graph->across;
    struct hidden_series *moved = arena_alloc(&layout->arena, data->series_count * sizeof *moved);
    size_t moved_count = 0;
    for (size_t s = 0; s < data->series_count; s++) {
        const struct graph_series *from = &data->series[s];
        if (!from->drawn && graph->graph->kind != GRAPH_BAND)
            continue; /* else the legend would name what is not there */
        struct placed_series *to = &graph->series[graph->series_count++];
        to->style = from->style;
        to->name = from->name;
        to->band = graph->graph->kind == GRAPH_BAND && from->style == SERIES_HIGH;
        to->values = hidden_area(hidden, moved_count + 1, data->count);
        if (from->numbers_only && !from->constant && !to->band)
            to->values = table_area(table, from->row + 1, from->column, data->count, across);
        else
            moved[moved_count++] = (struct hidden_series){from, to->band ? &data->series[0] : NULL};
    }
    if (moved_count > 0 || graph->from_hidden)
        place_hidden(hidden, graph, moved, moved_count);
    graph->from_hidden |= moved_count > 0;
}

static void resolve(struct layout *layout, struct placed_graph *graph, struct pen *hidden) {
    const struct graph_data *data = graph->data;
    const struct placed_table *table = find_placed(layout, data->table);
    bool across = graph->graph->across;
    size_t column = (size_t)table_find_column(data->table, graph->graph->first_id);
    graph->categories = table_area(table, across ? 0 : graph->graph->first_row + 1, column, data->count, across);
    graph->label_every = label_every(graph);
    /* Dates would be shown as numbers, and provisional ones without their star. */
    graph->from_hidden = !data->categories_are_texts || data->has_provisional;
    if (graph->from_hidden)
        graph->categories = hidden_area(hidden, 0, data->count);
    graph->series = arena_alloc(&layout->arena, data->series_count * sizeof *graph->series);
    resolve_series(layout, graph, table, hidden);
}

void layout_resolve_graphs(struct layout *layout) {
    struct placed_sheet sheet = {.name = hidden_name, .hidden = true};
    VEC(const char *) taken = {0};
    for (size_t s = 0; s < layout->sheets.len; s++)
        VEC_PUSH(taken, layout->sheets.data[s].name);
    sheet.name = names_sheet(&layout->arena, hidden_name, taken.data, taken.len);
    VEC_FREE(taken);
    struct pen hidden = {.layout = layout, .sheet = &sheet, .sheet_index = layout->sheets.len};
    for (size_t s = 0; s < layout->sheets.len; s++)
        for (size_t g = 0; g < layout->sheets.data[s].graphs.len; g++)
            resolve(layout, &layout->sheets.data[s].graphs.data[g], &hidden);
    if (sheet.cells.len > 0)
        VEC_PUSH(layout->sheets, sheet);
}
