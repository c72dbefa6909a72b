/*
 * Building books.  Invariant: every text inside a book is its own copy, valid UTF-8 without control characters.
 * Called by the code that builds sheets; what it builds is read through parts.h.
 */
#include "reports/book/parts.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "reports/book/glyphs.h"

/* A cell of Excel holds 32,767. */
enum { MOST_CHARACTERS = 32000 };

void list_push(struct arena *arena, struct list *list, void *item) {
    if (list->len == list->cap) {
        size_t cap = list->cap ? list->cap * 2 : 8;
        void **items = arena_alloc(arena, cap * sizeof *items);
        if (list->len > 0)
            memcpy(items, list->items, list->len * sizeof *items);
        list->items = items;
        list->cap = cap;
    }
    list->items[list->len++] = item;
}

const char *book_copy(struct book *book, const char *text) {
    if (!text)
        return NULL;
    struct buf clean = {0};
    glyphs_clean(&clean, text);
    const char *whole = clean.data ? clean.data : "";
    const char *copy = arena_strndup(&book->arena, whole, glyphs_prefix(whole, MOST_CHARACTERS));
    buf_release(&clean);
    return copy;
}

static const struct input *copy_input(struct book *book, const struct input *input) {
    struct input *copy = arena_alloc(&book->arena, sizeof *copy);
    *copy = *input;
    copy->title = book_copy(book, input->title);
    copy->prompt = book_copy(book, input->prompt);
    copy->refusal = book_copy(book, input->refusal);
    return copy;
}

static struct cell copy_cell(struct book *book, struct cell cell) {
    cell.text = book_copy(book, cell.text);
    cell.link = book_copy(book, cell.link);
    cell.input = cell.input ? copy_input(book, cell.input) : NULL;
    return cell;
}

/* ---- the book and its sheets ---- */

struct book *book_new(const struct book_info *info) {
    struct book *book = mem_calloc(1, sizeof *book);
    arena_init(&book->arena);
    book->info = *info;
    const char **texts[] = {
        &book->info.title,    &book->info.subject,         &book->info.region, &book->info.period,
        &book->info.author,   &book->info.confidentiality, &book->info.font,   &book->info.organisation,
        &book->info.keywords, &book->info.comments,
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i] = book_copy(book, *texts[i]);
    if (!book->info.font)
        book->info.font = "Calibri";
    if (info->accent == 0)
        book->info.accent = 0x1F4E79;
    if (info->logo)
        book->info.logo = arena_strdup(&book->arena, info->logo);
    return book;
}

void book_free(struct book *book) {
    if (!book)
        return;
    arena_release(&book->arena);
    free(book);
}

struct sheet *book_add_sheet(struct book *book, const char *id, const char *name, const char *title) {
    for (size_t i = 0; i < book->sheets.len; i++)
        if (strcmp(((const struct sheet *)book->sheets.items[i])->id, id) == 0)
            BUG("twee bladen met dezelfde id");
    struct sheet *sheet = arena_alloc(&book->arena, sizeof *sheet);
    sheet->book = book;
    sheet->id = book_copy(book, id);
    sheet->name = book_copy(book, name);
    sheet->title = book_copy(book, title);
    list_push(&book->arena, &book->sheets, sheet);
    return sheet;
}

const struct sheet_table *book_find_table(const struct book *book, const char *id) {
    for (size_t i = 0; i < book->sheets.len; i++) {
        const struct sheet *sheet = book->sheets.items[i];
        for (size_t j = 0; j < sheet->blocks.len; j++) {
            const struct block *block = sheet->blocks.items[j];
            if (block->type == BLOCK_TABLE && strcmp(block->table->id, id) == 0)
                return block->table;
        }
    }
    return NULL;
}

void sheet_lock(struct sheet *sheet) {
    sheet->locked = true;
}

void sheet_fit_page(struct sheet *sheet) {
    sheet->one_page = true;
}

/* ---- simple blocks ---- */

struct block *sheet_add_block(struct sheet *sheet, enum block_type type) {
    struct block *block = arena_alloc(&sheet->book->arena, sizeof *block);
    block->type = type;
    list_push(&sheet->book->arena, &sheet->blocks, block);
    return block;
}

void sheet_describe(struct sheet *sheet, const char *summary) {
    sheet->summary = book_copy(sheet->book, summary);
}

void sheet_add_heading(struct sheet *sheet, const char *text) {
    sheet_add_block(sheet, BLOCK_HEADING)->text = book_copy(sheet->book, text);
}

void sheet_add_text(struct sheet *sheet, const char *text) {
    sheet_add_block(sheet, BLOCK_TEXT)->text = book_copy(sheet->book, text);
}

void sheet_add_note(struct sheet *sheet, const char *text) {
    sheet_add_block(sheet, BLOCK_NOTE)->text = book_copy(sheet->book, text);
}

void sheet_add_link(struct sheet *sheet, const char *sheet_id, const char *text) {
    struct block *block = sheet_add_block(sheet, BLOCK_LINK);
    block->link = book_copy(sheet->book, sheet_id);
    block->text = book_copy(sheet->book, text);
}

void sheet_add_contents(struct sheet *sheet) {
    sheet_add_block(sheet, BLOCK_CONTENTS);
}

/* ---- key figures ---- */

struct panel *sheet_add_panel(struct sheet *sheet, const struct panel_heads *heads) {
    struct book *book = sheet->book;
    struct panel *panel = arena_alloc(&book->arena, sizeof *panel);
    panel->book = book;
    panel->heads = (struct panel_heads){
        .label = book_copy(book, heads->label),
        .value = book_copy(book, heads->value),
        .before = book_copy(book, heads->before),
        .change = book_copy(book, heads->change),
        .reference = book_copy(book, heads->reference),
        .signal = book_copy(book, heads->signal),
    };
    sheet_add_block(sheet, BLOCK_PANEL)->panel = panel;
    return panel;
}

void panel_add(struct panel *panel, const struct panel_line *line) {
    struct book *book = panel->book;
    struct panel_line *copy = arena_alloc(&book->arena, sizeof *copy);
    *copy = (struct panel_line){
        .label = book_copy(book, line->label),
        .show = line->show,
        .value = copy_cell(book, line->value),
        .before = copy_cell(book, line->before),
        .change = copy_cell(book, line->change),
        .reference = copy_cell(book, line->reference),
        .signal = copy_cell(book, line->signal),
        .link = book_copy(book, line->link),
    };
    list_push(&book->arena, &panel->lines, copy);
}

size_t panel_cells(const struct panel *panel, const struct panel_line *line, struct panel_cell cells[PANEL_CELLS]) {
    enum show of_change = line->show == SHOW_PERCENT ? SHOW_POINTS : line->show;
    const struct panel_cell all[PANEL_CELLS] = {
        {panel->heads.value, line->value, line->show},
        {panel->heads.before, line->before, line->show},
        {panel->heads.change, cell_change(line->change), of_change},
        {panel->heads.reference, line->reference, line->show},
        {panel->heads.signal, line->signal, SHOW_TEXT},
    };
    size_t count = 0;
    for (size_t i = 0; i < PANEL_CELLS; i++)
        if (all[i].head)
            cells[count++] = all[i];
    return count;
}

/* ---- tables ---- */

struct sheet_table *sheet_add_table(struct sheet *sheet, const char *id, const char *caption,
                                    const struct sheet_column *columns, size_t count) {
    struct book *book = sheet->book;
    if (book_find_table(book, id) || count == 0)
        BUG("twee tabellen met dezelfde id, of een zonder kolommen");
    struct sheet_table *table = arena_alloc(&book->arena, sizeof *table);
    table->book = book;
    table->id = book_copy(book, id);
    table->caption = book_copy(book, caption);
    table->empty_text = "Geen gegevens in deze periode.";
    table->columns = arena_alloc(&book->arena, count * sizeof *table->columns);
    table->column_count = count;
    for (size_t i = 0; i < count; i++) {
        table->columns[i] = columns[i];
        table->columns[i].id = book_copy(book, columns[i].id);
        table->columns[i].header = book_copy(book, columns[i].header);
        table->columns[i].help = book_copy(book, columns[i].help);
    }
    sheet_add_block(sheet, BLOCK_TABLE)->table = table;
    return table;
}

void table_say_when_empty(struct sheet_table *table, const char *text) {
    table->empty_text = book_copy(table->book, text);
}

static struct sheet_row *new_row(struct sheet_table *table) {
    struct sheet_row *row = arena_alloc(&table->book->arena, sizeof *row);
    row->table = table;
    row->cells = arena_alloc(&table->book->arena, table->column_count * sizeof *row->cells);
    return row;
}

struct sheet_row *table_add_row(struct sheet_table *table) {
    struct sheet_row *row = new_row(table);
    list_push(&table->book->arena, &table->rows, row);
    return row;
}

struct sheet_row *table_add_total(struct sheet_table *table) {
    if (table->total)
        BUG("twee totalen onder een tabel");
    return table->total = new_row(table);
}

void row_add(struct sheet_row *row, struct cell cell) {
    if (row->used == row->table->column_count)
        BUG("meer cellen dan kolommen");
    row->cells[row->used++] = copy_cell(row->table->book, cell);
}

void row_mark_provisional(struct sheet_row *row) {
    row->provisional = true;
}

size_t table_row_count(const struct sheet_table *table) {
    return table->rows.len;
}

int table_find_column(const struct sheet_table *table, const char *id) {
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].id, id) == 0)
            return (int)i;
    return -1;
}
