/*
 * The pipeline of one table.  Invariant: what is committed of a file was read under assumptions (its encoding, the
 * meaning of 1.234) that hold for all of it; when one turns out to be wrong, the file is read again from its start.
 */
#include "etl/table_load.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/pipeline.h"
#include "etl/record_scan.h"
#include "etl/table_rows.h"
#include "etl/table_take.h"

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
    struct table_taker taker;
    size_t next; /* file that is being committed */
    struct file_state file;
    uint64_t bytes_before; /* of the files that are committed */
    uint64_t rows_before;  /* of the other tables */
    struct assumptions rewind_assumptions;
};

static uint32_t file_number(const struct loading *l, size_t index) {
    return l->load->tables[l->table].files.data[index];
}

/* ---- committing ---- */

static void begin_file(struct loading *l) {
    l->file = (struct file_state){.begun = true,
                                  .findings_mark = l->load->findings->list.len,
                                  .rows_mark = l->load->tables[l->table].count,
                                  .facts_mark = l->load->facts.list.len};
}

static struct source *current_source(struct loading *l) {
    return &l->load->sources->list.data[file_number(l, l->next)];
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

static void report_refusal(struct loading *l, const struct table_item *item, enum finding_kind kind) {
    struct findings *findings = l->load->findings;
    struct place place = {file_number(l, l->next), LINE_NONE, COLUMN_NONE};
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
    l->next++;
    l->rewind_assumptions = (struct assumptions){0};
    return at_end;
}

/* `kind` is why; FINDING_COUNT: the findings of the header say it. */
static bool refuse_file(struct loading *l, struct table_item *item, enum finding_kind kind) {
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
                                    (struct place){file_number(l, l->next), LINE_NONE, (uint8_t)column},
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

/* Closes a file of which this is said as a whole. */
static bool finish_with(struct loading *l, enum finding_kind kind) {
    findings_add(l->load->findings, kind, (struct place){file_number(l, l->next), LINE_NONE, COLUMN_NONE});
    return finish_file(l);
}

/* Leaves out a message or workbook; `fate` says why. */
static bool drop_file(struct loading *l, enum source_fate fate) {
    struct source *source = current_source(l);
    source->fate = fate;
    source->first_row = l->file.rows_mark;
    return end_file(l, true);
}

static bool finish_message(struct loading *l, const struct iwmo_piece *piece) {
    struct load *load = l->load;
    uint32_t number = file_number(l, l->next);
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
    return drop_file(l, SOURCE_SAME);
}

static void add_block(struct loading *l, struct table_item *item) {
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

static bool commit_message(struct loading *l, struct table_item *item) {
    struct iwmo_piece *piece = &item->message;
    if (piece->refusal.list.len > 0) {
        take_back(l);
        findings_merge(l->load->findings, &piece->refusal, 0);
        return drop_file(l, SOURCE_REFUSED);
    }
    for (size_t i = 0; i < piece->facts.list.len; i++)
        iwmo_facts_add(&l->load->facts, item->block.source, &piece->facts.list.data[i]);
    add_block(l, item);
    return !piece->last || finish_message(l, piece);
}

/* False when the file has decimal commas that were not reckoned with: then 1.234 is 1234. */
static bool commas_hold(struct loading *l, const struct table_item *item) {
    struct decimal_notes *notes = &l->file.notes;
    notes->comma |= item->block.notes.comma;
    notes->ambiguous |= item->block.notes.ambiguous;
    return !notes->comma || !notes->ambiguous || item->block.comma_file;
}

static bool commit_sheet(struct loading *l, struct table_item *item) {
    const struct xlsx_piece *sheet = &item->sheet;
    if (sheet->refused) {
        take_back(l);
        if (sheet->why.kind == FINDING_COUNT)
            findings_merge(l->load->findings, &item->block.findings, 0);
        else
            xlsx_refusal_report(&sheet->why, item->block.source, l->load->findings);
        return drop_file(l, SOURCE_REFUSED);
    }
    if (!commas_hold(l, item))
        return read_again(l, (struct assumptions){.comma_file = true});
    add_block(l, item);
    if (!sheet->last)
        return true;
    return sheet->empty ? finish_with(l, FINDING_EMPTY_FILE) : finish_file(l);
}

static bool commit_chunk(struct loading *l, struct table_item *item) {
    const struct chunk *chunk = &item->chunk;
    const struct layout *layout = chunk->layout;
    if (chunk->refused)
        return refuse_file(l, item, chunk->refusal);
    if (item->result.has_nul)
        return refuse_file(l, item, FINDING_NUL_BYTES);
    if (item->result.not_utf8)
        return read_again(l, (struct assumptions){.windows_1252 = true, .comma_file = layout->comma_file});
    if (layout && !commas_hold(l, item))
        return read_again(l, (struct assumptions){.windows_1252 = layout->windows_1252, .comma_file = true});
    add_block(l, item);
    if (!chunk->last)
        return true;
    if (!layout)
        return finish_with(l, FINDING_EMPTY_FILE);
    return layout->windows_1252 ? finish_with(l, FINDING_WINDOWS_1252) : finish_file(l);
}

/* Of its file; of a sheet, which is packed, nothing until it ends. */
static uint64_t bytes_read(const struct table_item *item) {
    if (item->kind == SOURCE_XLSX)
        return 0;
    return item->kind == SOURCE_XML ? item->message.read : item->chunk.read;
}

static void show_progress(struct loading *l, const struct table_item *item) {
    const struct load_options *options = l->load->options;
    struct load_progress *progress = &l->load->progress;
    progress->rows = l->rows_before + l->load->tables[l->table].count;
    progress->bytes_done = l->bytes_before + bytes_read(item);
    if (options->progress)
        options->progress(options->progress_context, progress);
}

static bool commit(void *context, void *slot) {
    struct loading *l = context;
    struct table_item *item = slot;
    if (!l->file.begun)
        begin_file(l);
    show_progress(l, item);
    if (item->kind == SOURCE_XML)
        return commit_message(l, item);
    return item->kind == SOURCE_XLSX ? commit_sheet(l, item) : commit_chunk(l, item);
}

/* ---- all of it ---- */

static bool take(void *context, void *item) {
    return table_take(&((struct loading *)context)->taker, item);
}

static void work(void *context, void *item, unsigned worker) {
    table_work(&((struct loading *)context)->taker, item, worker);
}

static void rewind_to_commit(void *context) {
    struct loading *l = context;
    table_take_again(&l->taker, l->next, l->rewind_assumptions);
}

void table_load(struct load *load, enum table table) {
    static const struct pipeline_ops ops = {take, work, commit, rewind_to_commit};
    size_t count = pipeline_items(load->options->threads);
    struct loading l = {
        .load = load, .table = table, .bytes_before = load->progress.bytes_done, .rows_before = load->progress.rows};
    void **items = mem_calloc(count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = table_item_new(load);
    table_taker_init(&l.taker, load, table);
    pipeline_run(&ops, &l, items, load->options->threads);
    table_taker_release(&l.taker);
    for (size_t i = 0; i < count; i++)
        table_item_free(items[i]);
    free(items);
}
