/*
 * Finding what a graph draws.  Invariant: every series has exactly one cell per category.
 * Called by the layout and by the text rendering.
 */
#include "reports/book/graph_data.h"

#include <string.h>

#include "etl/base/error.h"
#include "reports/book/shown.h"

static size_t column_of(const struct sheet_table *table, const char *id) {
    int column = table_find_column(table, id);
    if (column < 0)
        BUG("een grafiek noemt een kolom die zijn tabel niet heeft");
    return (size_t)column;
}

static const struct sheet_row *row_of(const struct sheet_table *table, size_t row) {
    if (row >= table->rows.len)
        BUG("een grafiek noemt een rij die zijn tabel niet heeft");
    return table->rows.items[row];
}

static const char *text_of(struct arena *arena, const struct cell *cell, enum show column) {
    struct buf text = {0};
    shown_put(&text, cell, column);
    const char *copy = arena_strndup(arena, text.data ? text.data : "", text.len);
    buf_release(&text);
    return copy;
}

/* ---- categories ---- */

static void find_rows(struct arena *arena, const struct graph *graph, struct graph_data *data) {
    const struct sheet_table *table = data->table;
    size_t column = column_of(table, graph->first_id);
    size_t after = graph->first_row < table->rows.len ? table->rows.len - graph->first_row : 0;
    data->count = after < graph->row_limit ? after : graph->row_limit;
    data->categories = arena_alloc(arena, data->count * sizeof *data->categories);
    bool *provisional = arena_alloc(arena, data->count * sizeof *provisional);
    data->categories_are_texts = true;
    for (size_t i = 0; i < data->count; i++) {
        const struct sheet_row *row = table->rows.items[graph->first_row + i];
        data->categories[i] = text_of(arena, &row->cells[column], table->columns[column].show);
        data->categories_are_texts &= row->cells[column].type != CELL_NUMBER;
        provisional[i] = row->provisional;
        data->has_provisional |= row->provisional;
    }
    data->provisional = provisional;
}

static void find_columns(struct arena *arena, const struct graph *graph, struct graph_data *data) {
    size_t first = column_of(data->table, graph->first_id);
    size_t last = column_of(data->table, graph->last_id);
    if (last < first)
        BUG("een grafiek over kolommen in omgekeerde volgorde");
    data->count = last - first + 1;
    data->categories_are_texts = true;
    data->categories = arena_alloc(arena, data->count * sizeof *data->categories);
    data->provisional = arena_alloc(arena, data->count * sizeof *data->provisional);
    for (size_t i = 0; i < data->count; i++)
        data->categories[i] = data->table->columns[first + i].header;
}

/* ---- series ---- */

static void find_series(struct arena *arena, const struct graph *graph, const struct series *from,
                        const struct graph_data *data, struct graph_series *to) {
    const struct sheet_table *table = data->table;
    to->style = from->style;
    to->row = graph->across ? from->row : graph->first_row;
    to->column = column_of(table, graph->across ? graph->first_id : from->column_id);
    to->show = table->columns[to->column].show;
    to->name = from->name ? from->name : table->columns[to->column].header;
    to->values = arena_alloc(arena, data->count * sizeof *to->values);
    to->numbers_only = true;
    for (size_t i = 0; i < data->count; i++) {
        const struct sheet_row *row = row_of(table, graph->across ? to->row : to->row + i);
        to->values[i] = &row->cells[graph->across ? to->column + i : to->column];
        to->numbers_only &= to->values[i]->type == CELL_NUMBER;
        to->drawn |= to->values[i]->type == CELL_NUMBER;
    }
}

static void add_constant(struct arena *arena, const struct constant *from, const struct graph_data *data,
                         struct graph_series *to) {
    to->style = SERIES_NORM;
    to->constant = true;
    to->drawn = true;
    to->name = from->name;
    to->values = arena_alloc(arena, data->count * sizeof *to->values);
    for (size_t i = 0; i < data->count; i++)
        to->values[i] = &from->value;
}

static void find_all_series(struct arena *arena, const struct graph *graph, struct graph_data *data) {
    data->series_count = graph->series.len + graph->constants.len;
    data->series = arena_alloc(arena, data->series_count * sizeof *data->series);
    for (size_t i = 0; i < graph->series.len; i++)
        find_series(arena, graph, graph->series.items[i], data, &data->series[i]);
    for (size_t i = 0; i < graph->constants.len; i++)
        add_constant(arena, graph->constants.items[i], data, &data->series[graph->series.len + i]);
    data->show = graph->show;
    if (data->show == SHOW_COLUMN && data->series_count > 0 && data->count > 0)
        data->show = shown_as(data->series[0].values[0], data->series[0].show);
}

/* The room above the low edge is drawn on top of it. */
static void check_band(const struct graph_data *data) {
    if (data->series_count < 2 || data->series[0].style != SERIES_LOW || data->series[1].style != SERIES_HIGH)
        BUG("een band begint met een ondergrens en een bovengrens");
}

static enum graph_state judge(const struct graph_data *data) {
    enum graph_state state = GRAPH_WITHOUT_DATA;
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->count && !data->series[s].constant; i++) {
            const struct cell *cell = data->series[s].values[i];
            if (cell->type == CELL_NUMBER && cell->units != 0)
                return GRAPH_DRAWN;
            if (cell->type == CELL_WITHHELD)
                state = GRAPH_WITHHELD;
            else if (cell->type == CELL_NUMBER && state == GRAPH_WITHOUT_DATA)
                state = GRAPH_ALL_ZERO;
        }
    return state;
}

/* ---- sentences ---- */

static const char *say_withheld(struct arena *arena, const struct graph *graph, const struct graph_data *data) {
    struct buf text = {0};
    for (size_t s = 0; s < data->series_count; s++) {
        size_t found = 0;
        for (size_t i = 0; i < data->count; i++) {
            if (data->series[s].values[i]->type != CELL_WITHHELD)
                continue;
            if (found++ == 0)
                buf_printf(&text, "%s%s (", text.len ? "; " : "", data->series[s].name);
            else
                buf_puts(&text, ", ");
            buf_puts(&text, data->categories[i]);
        }
        if (found > 0)
            buf_putc(&text, ')');
    }
    const char *sentence = NULL;
    if (text.len > 0)
        sentence = arena_printf(arena, "Niet getekend in «%s», wegens kleine aantallen: %s.", graph->title, text.data);
    buf_release(&text);
    return sentence;
}

const struct graph_data *graph_data_find(struct arena *arena, const struct graph *graph) {
    struct graph_data *data = arena_alloc(arena, sizeof *data);
    data->table = graph->table_id ? book_find_table(graph->book, graph->table_id) : NULL;
    if (!data->table)
        return data;
    if (graph->across)
        find_columns(arena, graph, data);
    else
        find_rows(arena, graph, data);
    if (graph->across && data->table->rows.len == 0) {
        data->state = GRAPH_WITHOUT_DATA;
        return data;
    }
    find_all_series(arena, graph, data);
    if (graph->kind == GRAPH_BAND)
        check_band(data);
    data->state = judge(data);
    data->withheld = say_withheld(arena, graph, data);
    return data;
}

static const char *kind_word(enum graph_kind kind) {
    switch (kind) {
    case GRAPH_COLUMN: return "Kolomgrafiek";
    case GRAPH_STACKED_COLUMN: return "Gestapelde kolomgrafiek";
    case GRAPH_BAR: return "Staafgrafiek";
    case GRAPH_STACKED_BAR: return "Gestapelde staafgrafiek";
    case GRAPH_LINE: return "Lijngrafiek";
    case GRAPH_BAND: return "Lijngrafiek met bandbreedte";
    }
    BUG("onbekende soort grafiek");
}

const char *graph_alt_text(struct arena *arena, const struct graph *graph, const struct graph_data *data) {
    if (graph->alt)
        return graph->alt;
    struct buf text = {0};
    buf_printf(&text, "%s «%s»: ", kind_word(graph->kind), graph->title);
    for (size_t s = 0; s < data->series_count; s++)
        buf_printf(&text, "%s%s", s == 0 ? "" : s + 1 < data->series_count ? ", " : " en ", data->series[s].name);
    if (data->count > 0)
        buf_printf(&text, ", van %s tot en met %s.", data->categories[0], data->categories[data->count - 1]);
    const char *alt = arena_strndup(arena, text.data, text.len);
    buf_release(&text);
    return alt;
}

char *graph_missing_text(struct arena *arena, const struct graph *graph, const struct graph_data *data) {
    switch (data->state) {
    case GRAPH_WITHOUT_TABLE:
    case GRAPH_DRAWN: return NULL;
    case GRAPH_WITHOUT_DATA: return arena_printf(arena, "Geen grafiek «%s»: er zijn geen cijfers.", graph->title);
    case GRAPH_WITHHELD:
        return arena_printf(arena, "Geen grafiek «%s»: de aantallen zijn te klein om te tonen.", graph->title);
    case GRAPH_ALL_ZERO: return arena_printf(arena, "Geen grafiek «%s»: alle waarden zijn nul.", graph->title);
    }
    BUG("onbekende staat van een grafiek");
}
