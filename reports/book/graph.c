/*
 * Building graphs.  Invariant: a graph only names what it draws; graph_data.c finds it.
 * Called by the code that builds sheets.
 */
#include "reports/book/parts.h"

#include "etl/base/error.h"

struct graph *sheet_add_graph(struct sheet *sheet, enum graph_kind kind, enum graph_size size, const char *title) {
    struct graph *graph = arena_alloc(&sheet->book->arena, sizeof *graph);
    graph->book = sheet->book;
    graph->kind = kind;
    graph->size = size;
    graph->title = book_copy(sheet->book, title);
    graph->row_limit = SIZE_MAX;
    sheet_add_block(sheet, BLOCK_GRAPH)->graph = graph;
    return graph;
}

void graph_down(struct graph *graph, const char *table_id, const char *category) {
    graph->table_id = book_copy(graph->book, table_id);
    graph->first_id = book_copy(graph->book, category);
    graph->across = false;
}

void graph_rows(struct graph *graph, size_t first, size_t count) {
    graph->first_row = first;
    graph->row_limit = count;
}

void graph_across(struct graph *graph, const char *table_id, const char *first, const char *last) {
    graph->table_id = book_copy(graph->book, table_id);
    graph->first_id = book_copy(graph->book, first);
    graph->last_id = book_copy(graph->book, last);
    graph->across = true;
}

static struct series *add_series(struct graph *graph, enum series_style style, const char *name) {
    struct series *series = arena_alloc(&graph->book->arena, sizeof *series);
    series->style = style;
    series->name = book_copy(graph->book, name);
    list_push(&graph->book->arena, &graph->series, series);
    return series;
}

void graph_add_column_as(struct graph *graph, const char *column_id, enum series_style style, const char *name) {
    add_series(graph, style, name)->column_id = book_copy(graph->book, column_id);
}

void graph_add_column(struct graph *graph, const char *column_id, enum series_style style) {
    graph_add_column_as(graph, column_id, style, NULL);
}

void graph_add_row(struct graph *graph, size_t row, enum series_style style, const char *name) {
    add_series(graph, style, name)->row = row;
}

void graph_add_constant(struct graph *graph, const char *name, int64_t units, unsigned scale) {
    if (graph->kind == GRAPH_BAR || graph->kind == GRAPH_STACKED_BAR)
        BUG("een lijn in een liggende grafiek");
    struct constant *constant = arena_alloc(&graph->book->arena, sizeof *constant);
    constant->name = book_copy(graph->book, name);
    constant->value = cell_number(units, scale);
    list_push(&graph->book->arena, &graph->constants, constant);
}

void graph_axes(struct graph *graph, const char *category_title, const char *value_title) {
    graph->category_title = book_copy(graph->book, category_title);
    graph->value_title = book_copy(graph->book, value_title);
}

void graph_show(struct graph *graph, enum show show) {
    graph->show = show;
}

void graph_describe(struct graph *graph, const char *alt) {
    graph->alt = book_copy(graph->book, alt);
}
