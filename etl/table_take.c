/*
 * Taking and working, for every kind of file.  Invariant: a file is taken whole before the next one begins; what is
 * assumed of it holds until its last piece is taken.
 */
#include "etl/table_take.h"

#include <stdlib.h>

#define DEFAULT_CHUNK ((size_t)256 << 10)
#define WHOLE_MESSAGE ((uint64_t)4 << 20) /* up to this size a message is one piece of work */

struct table_tools {
    struct patterns *patterns;
    struct splitter splitter;
    struct iwmo_source *messages;
};

/* ---- items ---- */

struct table_item *table_item_new(const struct load *load) {
    struct table_item *item = mem_alone(sizeof *item);
    row_block_init(&item->block, load, NULL);
    return item;
}

void table_item_free(struct table_item *item) {
    buf_release(&item->chunk.text);
    buf_release(&item->decoded);
    iwmo_piece_release(&item->message);
    xlsx_piece_release(&item->sheet);
    row_block_release(&item->block);
    free(item);
}

/* ---- taking ---- */

static struct table_tools *own_tools(const struct table_taker *taker) {
    return taker->tools[taker->load->options->threads];
}

/* The message of an item, up to `bytes` of it. */
static void read_message(const struct table_taker *taker, struct table_item *item, struct table_tools *tools,
                         uint64_t bytes) {
    uint32_t number = item->block.source;
    item->block.patterns = tools->patterns;
    if (!iwmo_source_is_open(tools->messages))
        iwmo_source_begin(tools->messages, &taker->load->sources->list.data[number], number,
                          taker->load->options->hash);
    iwmo_source_next(tools->messages, &item->block, &item->message, bytes);
}

static void take_message(struct table_taker *taker, struct table_item *item, const struct source *source) {
    item->whole = source->size <= WHOLE_MESSAGE;
    if (!item->whole) /* pieces of one document can only be read one after the other */
        read_message(taker, item, own_tools(taker), DEFAULT_CHUNK);
}

static void take_sheet(struct table_taker *taker, struct table_item *item, bool begins) {
    if (begins)
        xlsx_source_begin(taker->sheets, taker->load, item->block.source);
    xlsx_source_next(taker->sheets, &item->sheet, &item->block.findings);
    if (item->sheet.last)
        taker->assumptions = (struct assumptions){0};
}

static void take_chunk(struct table_taker *taker, struct table_item *item, struct source *source, bool begins) {
    if (begins)
        chunk_reader_open(&taker->chunks, source, item->block.source, &taker->assumptions, taker->load->options->hash);
    chunk_reader_next(&taker->chunks, &item->chunk, &item->block.findings);
    if (item->chunk.last)
        taker->assumptions = (struct assumptions){0};
}

bool table_take(struct table_taker *taker, struct table_item *item) {
    const struct table_rows *rows = &taker->load->tables[taker->table];
    bool begins = !chunk_reader_is_open(&taker->chunks) && !iwmo_source_is_open(own_tools(taker)->messages) &&
                  !xlsx_source_is_open(taker->sheets);
    if (begins && taker->next == rows->files.len)
        return false;
    taker->next += begins;
    uint32_t number = rows->files.data[taker->next - 1];
    struct source *source = &taker->load->sources->list.data[number];
    row_block_start(&item->block, number, taker->assumptions.comma_file);
    item->kind = source->kind;
    if (source->kind == SOURCE_XML)
        take_message(taker, item, source);
    else if (source->kind == SOURCE_XLSX)
        take_sheet(taker, item, begins);
    else
        take_chunk(taker, item, source, begins);
    return true;
}

/* ---- working ---- */

void table_work(const struct table_taker *taker, struct table_item *item, unsigned worker) {
    struct table_tools *tools = taker->tools[worker];
    item->block.patterns = tools->patterns;
    item->result = (struct chunk_result){0};
    if (item->kind == SOURCE_XML) {
        if (item->whole)
            read_message(taker, item, tools, UINT64_MAX);
    } else if (item->kind == SOURCE_XLSX) {
        xlsx_piece_add(&item->sheet, &item->block);
    } else if (!item->chunk.refused && item->chunk.layout) {
        item->result = rows_from_chunk(&item->block, &item->chunk, &tools->splitter, &item->decoded);
    }
    row_block_resolve(&item->block);
}

/* ---- all of it ---- */

void table_take_again(struct table_taker *taker, size_t file, struct assumptions assumptions) {
    chunk_reader_close(&taker->chunks);
    iwmo_source_close(own_tools(taker)->messages);
    xlsx_source_close(taker->sheets);
    taker->next = file;
    taker->assumptions = assumptions;
}

void table_taker_init(struct table_taker *taker, struct load *load, enum table table) {
    const struct load_options *options = load->options;
    *taker = (struct table_taker){.load = load, .table = table};
    taker->tools = mem_calloc(options->threads + 1, sizeof(struct table_tools *));
    for (unsigned i = 0; i <= options->threads; i++) {
        struct table_tools *tools = taker->tools[i] = mem_alone(sizeof *tools);
        *tools = (struct table_tools){patterns_open(), {.quoted = quoted_splitter_open()}, iwmo_source_new()};
    }
    arena_init(&taker->arena);
    chunk_reader_init(&taker->chunks, &taker->arena, options->chunk_size ? options->chunk_size : DEFAULT_CHUNK);
    taker->sheets = xlsx_source_new();
}

void table_taker_release(struct table_taker *taker) {
    for (unsigned i = 0; i <= taker->load->options->threads; i++) {
        patterns_close(taker->tools[i]->patterns);
        quoted_splitter_close(taker->tools[i]->splitter.quoted);
        iwmo_source_free(taker->tools[i]->messages);
        free(taker->tools[i]);
    }
    chunk_reader_release(&taker->chunks);
    xlsx_source_free(taker->sheets);
    arena_release(&taker->arena);
    free(taker->tools);
}
