/*
 * Rendering a book as text.  Invariant: one line per paragraph and per row, columns aligned, no trailing spaces.
 * Called by the tests of sheets.
 */
#include "reports/book/book_text.h"

#include <string.h>

#include "etl/base/utf8.h"
#include "etl/base/vec.h"
#include "reports/book/graph_data.h"
#include "reports/book/shown.h"

/* ---- columns of text ---- */

/* Rows of `columns` texts each, one after the other. */
struct grid {
    struct arena arena;
    size_t columns;
    VEC(const char *) texts;
    VEC(bool) right; /* per text */
};

static void grid_init(struct grid *grid, size_t columns) {
    *grid = (struct grid){.columns = columns};
    arena_init(&grid->arena);
}

static void grid_release(struct grid *grid) {
    VEC_FREE(grid->texts);
    VEC_FREE(grid->right);
    arena_release(&grid->arena);
}

static void grid_add(struct grid *grid, const char *text, bool right) {
    VEC_PUSH(grid->texts, text ? text : "");
    VEC_PUSH(grid->right, right);
}

static void grid_add_cell(struct grid *grid, const struct cell *cell, enum show show, const char *after) {
    struct buf shown = {0};
    shown_put(&shown, cell, show);
    buf_puts(&shown, after);
    bool right = cell->type == CELL_NUMBER || (cell->type != CELL_TEXT && cell->type != CELL_SIGNAL);
    grid_add(grid, arena_strndup(&grid->arena, shown.data, shown.len), right);
    buf_release(&shown);
}

static void put_spaces(struct buf *out, size_t count) {
    while (count-- > 0)
        buf_putc(out, ' ');
}

static void put_line(struct buf *out, const struct grid *grid, size_t row, const size_t *widths) {
    size_t end = out->len;
    for (size_t c = 0; c < grid->columns; c++) {
        size_t at = row * grid->columns + c;
        const char *text = grid->texts.data[at];
        size_t padding = widths[c] - utf8_count(text, strlen(text));
        buf_puts(out, c == 0 ? "  " : " | ");
        put_spaces(out, grid->right.data[at] ? padding : 0);
        buf_puts(out, text);
        if (text[0] || c == 0)
            end = out->len;
        put_spaces(out, grid->right.data[at] ? 0 : padding);
    }
    out->len = end;
    buf_putc(out, '\n');
}

static void grid_put(const struct grid *grid, struct buf *out) {
    size_t rows = grid->texts.len / grid->columns;
    size_t *widths = mem_calloc(grid->columns, sizeof *widths);
    for (size_t i = 0; i < grid->texts.len; i++) {
        size_t width = utf8_count(grid->texts.data[i], strlen(grid->texts.data[i]));
        if (width > widths[i % grid->columns])
            widths[i % grid->columns] = width;
    }
    for (size_t row = 0; row < rows; row++) {
        put_line(out, grid, row, widths);
        if (row > 0)
            continue;
        for (size_t c = 0; c < grid->columns; c++) {
            buf_puts(out, c == 0 ? "  " : "-+-");
            for (size_t i = 0; i < widths[c]; i++)
                buf_putc(out, '-');
        }
        buf_putc(out, '\n');
    }
    free(widths);
}

/* ---- blocks ---- */

static void put_panel(const struct panel *panel, struct buf *out) {
    struct panel_cell cells[PANEL_CELLS];
    size_t count = panel_cells(panel, &(struct panel_line){0}, cells);
    struct grid grid;
    grid_init(&grid, count + 1);
    grid_add(&grid, panel->heads.label, false);
    for (size_t i = 0; i < count; i++)
        grid_add(&grid, cells[i].head, cells[i].head != panel->heads.signal);
    for (size_t l = 0; l < panel->lines.len; l++) {
        const struct panel_line *line = panel->lines.items[l];
        panel_cells(panel, line, cells);
        grid_add(&grid, line->label, false);
        for (size_t i = 0; i < count; i++)
            grid_add_cell(&grid, &cells[i].cell, cells[i].show, "");
    }
    grid_put(&grid, out);
    grid_release(&grid);
}

static void add_row(struct grid *grid, const struct sheet_table *table, const struct sheet_row *row) {
    for (size_t c = 0; c < table->column_count; c++)
        grid_add_cell(grid, &row->cells[c], table->columns[c].show, row->provisional && c == 0 ? " *" : "");
}

static void put_table(const struct sheet_table *table, struct buf *out) {
    buf_printf(out, "[tabel %s]%s%s\n", table->id, table->caption ? " " : "", table->caption ? table->caption : "");
    if (table->rows.len == 0) {
        buf_printf(out, "%s\n", table->empty_text);
        return;
    }
    struct grid grid;
    grid_init(&grid, table->column_count);
    bool provisional = false;
    for (size_t c = 0; c < table->column_count; c++)
        grid_add(&grid, table->columns[c].header, table->columns[c].show != SHOW_TEXT);
    for (size_t r = 0; r < table->rows.len; r++) {
        const struct sheet_row *row = table->rows.items[r];
        provisional |= row->provisional;
        add_row(&grid, table, row);
    }
    if (table->total)
        add_row(&grid, table, table->total);
    grid_put(&grid, out);
    grid_release(&grid);
    if (provisional)
        buf_puts(out, "* Voorlopig: er komen nog gegevens binnen.\n");
    for (size_t c = 0; c < table->column_count; c++)
        if (table->columns[c].help)
            buf_printf(out, "%s: %s\n", table->columns[c].header, table->columns[c].help);
}

static void put_graph_values(const struct graph_data *data, struct buf *out) {
    struct grid grid;
    grid_init(&grid, data->series_count + 1);
    grid_add(&grid, "", false);
    for (size_t s = 0; s < data->series_count; s++)
        grid_add(&grid, data->series[s].name, true);
    for (size_t i = 0; i < data->count; i++) {
        grid_add(&grid, data->categories[i], false);
        for (size_t s = 0; s < data->series_count; s++)
            grid_add_cell(&grid, data->series[s].values[i], data->show, data->provisional[i] ? " *" : "");
    }
    grid_put(&grid, out);
    grid_release(&grid);
}

static void put_graph(const struct graph *graph, struct buf *out) {
    struct arena arena;
    arena_init(&arena);
    const struct graph_data *data = graph_data_find(&arena, graph);
    const char *missing = graph_missing_text(&arena, graph, data);
    if (missing) {
        buf_printf(out, "%s\n", missing);
    } else if (data->state == GRAPH_DRAWN) {
        buf_printf(out, "[grafiek] %s\n", graph_alt_text(&arena, graph, data));
        if (graph->category_title || graph->value_title)
            buf_printf(out, "Assen: %s; %s\n", graph->category_title ? graph->category_title : "–",
                       graph->value_title ? graph->value_title : "–");
        put_graph_values(data, out);
        if (data->withheld)
            buf_printf(out, "%s\n", data->withheld);
    }
    arena_release(&arena);
}

static void put_contents(const struct book *book, const struct sheet *own, struct buf *out) {
    for (size_t i = 0; i < book->sheets.len; i++) {
        const struct sheet *sheet = book->sheets.items[i];
        if (sheet != own)
            buf_printf(out, "-> %s%s%s\n", sheet->name, sheet->summary ? ": " : "",
                       sheet->summary ? sheet->summary : "");
    }
}

static void put_block(const struct sheet *sheet, const struct block *block, struct buf *out) {
    switch (block->type) {
    case BLOCK_HEADING: buf_printf(out, "## %s\n", block->text); break;
    case BLOCK_TEXT:
    case BLOCK_NOTE: buf_printf(out, "%s\n", block->text); break;
    case BLOCK_LINK: buf_printf(out, "-> %s\n", block->text); break;
    case BLOCK_CONTENTS: put_contents(sheet->book, sheet, out); break;
    case BLOCK_PANEL: put_panel(block->panel, out); break;
    case BLOCK_TABLE: put_table(block->table, out); break;
    case BLOCK_GRAPH: put_graph(block->graph, out); break;
    }
}

void book_text_write(const struct book *book, struct buf *out) {
    const struct book_info *info = &book->info;
    const char *lines[] = {info->title, info->region, info->period, info->confidentiality};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        if (lines[i])
            buf_printf(out, "%s\n", lines[i]);
    if (info->peildatum != DATE_NONE) {
        struct cell peildatum = cell_date(info->peildatum);
        buf_puts(out, "Peildatum ");
        shown_put(out, &peildatum, SHOW_DATE);
        buf_putc(out, '\n');
    }
    for (size_t s = 0; s < book->sheets.len; s++) {
        const struct sheet *sheet = book->sheets.items[s];
        buf_printf(out, "\n=== %s ===\n# %s\n", sheet->name, sheet->title);
        for (size_t b = 0; b < sheet->blocks.len; b++) {
            buf_putc(out, '\n');
            put_block(sheet, sheet->blocks.items[b], out);
        }
    }
}
