/*
 * The pipeline of one table.  Invariant: what is committed of a file was read under assumptions (its encoding, the
 * meaning of 1.234) that hold for all of it; when one turns out to be wrong, the file is read again from its start.
 */
#include "etl/table_load.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/pipeline.h"
#include "etl/csv_rows.h"
#include "etl/iwmo_source.h"
#include "etl/record_scan.h"
#include "etl/table_rows.h"

#define DEFAULT_CHUNK ((size_t)256 << 10)
#define WHOLE_MESSAGE ((uint64_t)4 << 20) /* up to this size a message is one piece of work */

struct item {
    struct chunk chunk;
    struct row_block block;
    struct buf decoded;
    struct chunk_result result;
    struct iwmo_piece piece;
    const struct source *message; /* NULL: a chunk of CSV */
};

struct worker_tools {
    struct patterns *patterns;
    struct splitter splitter;
    struct iwmo_source *messages;
};

/* The file that is being committed. */
struct file_state {
    bool begun;
    size_t findings_mark;
    size_t rows_mark;
    size_t facts_mark;
    uint32_t lines;
    uint64_t rows_read;
    uint64_t rows_refused;
    struct decimal_notes notes;
    uint64_t damage[COLUMNS_MAX][DAMAGE_COUNT];
};

struct loading {
    struct load *load;
    enum table table;
    struct worker_tools *tools; /* of each worker; behind them those of who takes */
    struct arena arena;
    struct chunk_reader reader; /* of the file that is being taken */
    size_t take_next;           /* file to be taken after it */
    struct assumptions assumptions;
    size_t commit_next; /* file that is being committed */
    struct file_state file;
    uint64_t bytes_before; /* of the files that are committed */
    uint64_t rows_before;  /* of the other tables */
    struct assumptions rewind_assumptions;
};

static uint32_t file_number(const struct loading *l, size_t index) {
    return l->load->tables[l->table].files.data[index];
}

/* ---- taking and working ---- */

static struct worker_tools *taker(struct loading *l) {
    return &l->tools[l->load->options->threads];
}

/* The message of an item, up to `bytes` of it. */
static void read_message(struct loading *l, struct item *item, struct worker_tools *tools, uint64_t bytes) {
    item->block.patterns = tools->patterns;
    if (!iwmo_source_is_open(tools->messages))
        iwmo_source_begin(tools->messages, item->message, item->block.source, l->load->options->hash);
    iwmo_source_next(tools->messages, &item->block, &item->piece, bytes);
}

static bool take(void *context, void *slot) {
    struct loading *l = context;
    struct item *item = slot;
    bool begins = !chunk_reader_is_open(&l->reader) && !iwmo_source_is_open(taker(l)->messages);
    if (begins && l->take_next == l->load->tables[l->table].files.len)
        return false;
    l->take_next += begins;
    uint32_t number = file_number(l, l->take_next - 1);
    struct source *source = &l->load->sources->list.data[number];
    row_block_start(&item->block, number, l->assumptions.comma_file);
    item->message = source->kind == SOURCE_XML ? source : NULL;
    if (item->message) {
        if (source->size > WHOLE_MESSAGE) /* pieces of one document can only be read one after the other */
            read_message(l, item, taker(l), DEFAULT_CHUNK);
        return true;
    }
    if (source->kind != SOURCE_CSV && source->kind != SOURCE_TEMPLATE) {
        chunk_refuse(&item->chunk, FINDING_KIND_NOT_READ);
        return true;
    }
    if (begins)
        chunk_reader_open(&l->reader, source, number, &l->assumptions, l->load->options->hash);
    chunk_reader_next(&l->reader, &item->chunk, &item->block.findings);
    if (item->chunk.last)
        l->assumptions = (struct assumptions){0};
    return true;
}

static void work(void *context, void *slot, unsigned worker) {
    struct loading *l = context;
    struct item *item = slot;
    item->result = (struct chunk_result){0};
    if (item->message) {
        if (item->message->size <= WHOLE_MESSAGE)
            read_message(l, item, &l->tools[worker], UINT64_MAX);
        row_block_resolve(&item->block);
        return;
    }
    if (item->chunk.refused || !item->chunk.layout)
        return;
    item->block.patterns = l->tools[worker].patterns;
    item->result = rows_from_chunk(&item->block, &item->chunk, &l->tools[worker].splitter, &item->decoded);
    row_block_resolve(&item->block);
}

/* ---- committing ---- */

static void begin_file(struct loading *l) {
    l->file = (struct file_state){.begun = true,
                                  .findings_mark = l->load->findings->list.len,
                                  .rows_mark = l->load->tables[l->table].count,
                                  .facts_mark = l->load->facts.list.len};
}

static struct source *current_source(struct loading *l) {
    return &l->load->sources->list.data[file_number(l, l->commit_next)];
}

static void take_back(struct loading *l) {
    findings_truncate(l->load->findings, l->file.findings_mark);
    table_rows_truncate(l->load, l->table, l->file.rows_mark);
    iwmo_facts_truncate(&l->load->facts, l->file.facts_mark);
    l->file.begun = false;
}

/* Reads the current file again, from its start and under other assumptions. */
static bool read_again(struct loading *l, struct assumptions assumptions) {
    take_back(l);
    l->rewind_assumptions = assumptions;
    return false;
}

static void report_refusal(struct loading *l, const struct item *item, enum finding_kind kind) {
    struct findings *findings = l->load->findings;
    struct place place = {file_number(l, l->commit_next), LINE_NONE, COLUMN_NONE};
    if (kind == FINDING_QUOTE_OPEN || kind == FINDING_RECORD_TOO_LONG)
        place.line = l->file.lines + (uint32_t)record_count_lines(item->chunk.text.data, item->chunk.refusal_at) + 1;
    if (kind == FINDING_UNREADABLE)
        findings_add_text(findings, kind, place, slice_of(error_wording(item->chunk.failure)));
    else if (kind == FINDING_RECORD_TOO_LONG)
        findings_add_number(findings, kind, place, CHUNK_RECORD_MAX_MB);
    else
        findings_add(findings, kind, place);
}

static bool end_file(struct loading *l, bool at_end) {
    l->bytes_before += current_source(l)->size;
    l->load->progress.files_done++;
    l->file.begun = false;
    l->commit_next++;
    l->rewind_assumptions = (struct assumptions){0};
    return at_end;
}

/* `kind` is why; FINDING_COUNT: the findings of the header say it. */
static bool refuse_file(struct loading *l, struct item *item, enum finding_kind kind) {
    take_back(l);
    if (kind == FINDING_COUNT)
        findings_merge(l->load->findings, &item->block.findings, 0);
    else
        report_refusal(l, item, kind);
    struct source *source = current_source(l);
    source->fate = SOURCE_REFUSED;
    source->first_row = l->file.rows_mark;
    return end_file(l, item->chunk.last);
}

static void report_damage(struct loading *l) {
    static const enum finding_kind kinds[DAMAGE_COUNT] = {
        FINDING_FORMULA_UNDONE, FINDING_ZERO_RESTORED, FINDING_EURO_REMOVED, FINDING_MINUS_MOVED, FINDING_NBSP_REMOVED};
    for (unsigned column = 0; column < COLUMNS_MAX; column++)
        for (int kind = 0; kind < DAMAGE_COUNT; kind++)
            if (l->file.damage[column][kind] > 0)
                findings_add_number(l->load->findings, kinds[kind],
                                    (struct place){file_number(l, l->commit_next), LINE_NONE, (uint8_t)column},
                                    (uint32_t)l->file.damage[column][kind]);
}

static bool finish_file(struct loading *l) {
    struct source *source = current_source(l);
    report_damage(l);
    source->fate = SOURCE_READ;
    source->first_row = l->file.rows_mark;
    source->rows_read = l->file.rows_read;
    source->rows_refused = l->file.rows_refused;
    source->rows_loaded = l->load->tables[l->table].count - l->file.rows_mark;
    return end_file(l, true);
}

static bool finish_chunks(struct loading *l, const struct chunk *chunk) {
    struct place place = {file_number(l, l->commit_next), LINE_NONE, COLUMN_NONE};
    if (!chunk->layout)
        findings_add(l->load->findings, FINDING_EMPTY_FILE, place);
    else if (chunk->layout->windows_1252)
        findings_add(l->load->findings, FINDING_WINDOWS_1252, place);
    return finish_file(l);
}

/* Leaves the message out; `fate` says why. */
static bool drop_message(struct loading *l, enum source_fate fate) {
    struct source *source = current_source(l);
    source->fate = fate;
    source->first_row = l->file.rows_mark;
    return end_file(l, true);
}

static bool finish_message(struct loading *l, const struct iwmo_piece *piece) {
    struct load *load = l->load;
    uint32_t number = file_number(l, l->commit_next);
    struct source *source = current_source(l);
    struct slice identity = {piece->identity.data, piece->identity.len};
    uint32_t first;
    if (piece->hashed) {
        memcpy(source->sha256, piece->sha256, sizeof source->sha256);
        source->hashed = true;
    }
    if (identity.len == 0 || iwmo_facts_add_message(&load->facts, identity, number, &first))
        return finish_file(l);
    take_back(l);
    findings_add_text(load->findings, FINDING_MESSAGE_TWICE, (struct place){number, LINE_NONE, COLUMN_NONE},
                      slice_of(load->sources->list.data[first].path));
    return drop_message(l, SOURCE_SAME);
}

static void add_block(struct loading *l, struct item *item) {
    struct row_block *block = &item->block;
    struct file_state *file = &l->file;
    table_rows_append(l->load, l->table, block, file->lines);
    findings_merge(l->load->findings, &block->findings, file->lines);
    file->lines += item->result.lines;
    file->rows_read += block->rows_read;
    file->rows_refused += block->rows_refused;
    for (unsigned column = 0; column < COLUMNS_MAX; column++)
        for (int kind = 0; kind < DAMAGE_COUNT; kind++)
            file->damage[column][kind] += block->damage[column][kind];
}

static bool commit_message(struct loading *l, struct item *item) {
    struct iwmo_piece *piece = &item->piece;
    if (piece->refusal.list.len > 0) {
        take_back(l);
        findings_merge(l->load->findings, &piece->refusal, 0);
        return drop_message(l, SOURCE_REFUSED);
    }
    for (size_t i = 0; i < piece->facts.list.len; i++)
        iwmo_facts_add(&l->load->facts, item->block.source, &piece->facts.list.data[i]);
    add_block(l, item);
    return !piece->last || finish_message(l, piece);
}

static void show_progress(struct loading *l, const struct item *item) {
    const struct load_options *options = l->load->options;
    struct load_progress *progress = &l->load->progress;
    progress->rows = l->rows_before + l->load->tables[l->table].count;
    progress->bytes_done = l->bytes_before + (item->message ? item->piece.read : item->chunk.read);
    if (options->progress)
        options->progress(options->progress_context, progress);
}

static bool commit(void *context, void *slot) {
    struct loading *l = context;
    struct item *item = slot;
    struct file_state *file = &l->file;
    const struct layout *layout = item->chunk.layout;
    if (!file->begun)
        begin_file(l);
    show_progress(l, item);
    if (item->message)
        return commit_message(l, item);
    if (item->chunk.refused)
        return refuse_file(l, item, item->chunk.refusal);
    if (item->result.has_nul)
        return refuse_file(l, item, FINDING_NUL_BYTES);
    if (item->result.not_utf8)
        return read_again(l, (struct assumptions){.windows_1252 = true, .comma_file = layout->comma_file});
    file->notes.comma |= item->block.notes.comma;
    file->notes.ambiguous |= item->block.notes.ambiguous;
    if (layout && file->notes.comma && file->notes.ambiguous && !layout->comma_file)
        return read_again(l, (struct assumptions){.windows_1252 = layout->windows_1252, .comma_file = true});
    add_block(l, item);
    return !item->chunk.last || finish_chunks(l, &item->chunk);
}

static void rewind_to_commit(void *context) {
    struct loading *l = context;
    chunk_reader_close(&l->reader);
    iwmo_source_close(taker(l)->messages);
    l->take_next = l->commit_next;
    l->assumptions = l->rewind_assumptions;
}

/* ---- all of it ---- */

static void open_items(struct loading *l, struct item *items, void **slots, size_t count) {
    for (size_t i = 0; i < count; i++) {
        row_block_init(&items[i].block, l->load, NULL);
        slots[i] = &items[i];
    }
}

static void close_items(struct item *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        buf_release(&items[i].chunk.text);
        buf_release(&items[i].decoded);
        iwmo_piece_release(&items[i].piece);
        row_block_release(&items[i].block);
    }
}

void table_load(struct load *load, enum table table) {
    static const struct pipeline_ops ops = {take, work, commit, rewind_to_commit};
    const struct load_options *options = load->options;
    size_t count = pipeline_items(options->threads);
    struct loading l = {
        .load = load, .table = table, .bytes_before = load->progress.bytes_done, .rows_before = load->progress.rows};
    struct item *items = mem_calloc(count, sizeof *items);
    void **slots = mem_calloc(count, sizeof *slots);
    l.tools = mem_calloc(options->threads + 1, sizeof *l.tools);
    for (unsigned i = 0; i <= options->threads; i++)
        l.tools[i] = (struct worker_tools){patterns_open(), {.quoted = quoted_splitter_open()}, iwmo_source_new()};
    arena_init(&l.arena);
    chunk_reader_init(&l.reader, &l.arena, options->chunk_size ? options->chunk_size : DEFAULT_CHUNK);
    open_items(&l, items, slots, count);
    pipeline_run(&ops, &l, slots, options->threads);
    close_items(items, count);
    chunk_reader_release(&l.reader);
    arena_release(&l.arena);
    for (unsigned i = 0; i <= options->threads; i++) {
        patterns_close(l.tools[i].patterns);
        quoted_splitter_close(l.tools[i].splitter.quoted);
        splitter_release(&l.tools[i].splitter);
        iwmo_source_free(l.tools[i].messages);
    }
    free(l.tools);
    free(slots);
    free(items);
}
