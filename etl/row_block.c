/*
 * Blocks of rows.  Invariant: a refused row leaves no row, no wanted numbers and at least one finding.
 */
#include "etl/row_block.h"

#include <stdlib.h>
#include <string.h>

#include "etl/code.h"
#include "etl/convert.h"

enum { FIRST_ROWS = 256, LOOK_AHEAD = 8 };

void row_block_init(struct row_block *block, const struct load *load, struct patterns *patterns) {
    *block = (struct row_block){.load = load, .patterns = patterns};
    arena_init(&block->strings);
}

void row_block_release(struct row_block *block) {
    free(block->current);
    free(block->rows);
    VEC_FREE(block->texts);
    VEC_FREE(block->uses);
    findings_release(&block->findings);
    arena_release(&block->strings);
}

static void use_schema(struct row_block *block, const struct schema *schema) {
    if (schema == block->schema)
        return;
    block->schema = schema;
    free(block->current);
    block->current = mem_alone(schema->row_size);
    block->text_member_count = schema_text_members(schema, block->text_members);
    free(block->rows);
    block->rows = NULL;
    block->cap = 0;
}

/* Member by member: a struct that was put together just before would be read back before it is written. */
static uint32_t add_text(struct row_block *block, enum pool_id pool, struct slice text, uint32_t hash,
                         uint16_t gemeente) {
    VEC_RESERVE(block->texts, 1);
    struct pending_text *added = &block->texts.data[block->texts.len];
    added->text = text;
    added->hash = hash;
    added->value = INTERN_NONE;
    added->gemeente = gemeente;
    added->pool = (uint8_t)pool;
    return (uint32_t)block->texts.len++;
}

void row_block_start(struct row_block *block, uint32_t source, bool comma_file) {
    use_schema(block, &schemas[block->load->sources->list.data[source].table]);
    memcpy(block->current, block->schema->blank, block->schema->row_size);
    for (unsigned i = 0; i <= COLUMNS_MAX; i++)
        block->memory[i] = NOTHING_IN_MEMORY;
    block->fickle = 0;
    memset(block->changes, 0, sizeof block->changes);
    memset(block->latest, 0, sizeof block->latest);
    block->source = source;
    block->comma_file = comma_file;
    block->count = 0;
    block->rows_read = block->rows_refused = 0;
    block->texts.len = block->uses.len = 0;
    block->last_indication = add_text(block, POOL_TEXTS, slice_of(""), intern_hash(slice_of("")), 0);
    block->notes = (struct decimal_notes){0};
    memset(block->damage, 0, sizeof block->damage);
    findings_release(&block->findings);
    arena_release(&block->strings);
}

struct slice row_block_keep(struct row_block *block, struct slice text) {
    return (struct slice){arena_strndup(&block->strings, text.ptr, text.len), text.len};
}

struct place row_block_place(const struct row_block *block, uint32_t line, unsigned column) {
    return (struct place){block->source, line, (uint8_t)column};
}

/* ---- rows ---- */

static char *next_row(struct row_block *block) {
    size_t size = block->schema->row_size;
    if (block->count == block->cap) {
        block->cap = block->cap ? block->cap * 2 : FIRST_ROWS;
        block->rows = mem_realloc(block->rows, block->cap, size);
    }
    return block->rows + block->count * size;
}

/* Takes the row that was read, of which `uses` is the first use; `good`: every cell was. */
static void take_row(struct row_block *block, uint32_t line, size_t uses, bool good) {
    const struct schema *schema = block->schema;
    char *row = next_row(block);
    block->rows_read++;
    if (good) {
        memcpy(row, block->current, schema->row_size);
        good = !schema->accept || schema->accept(block, row, line);
    }
    if (good) {
        memcpy(row + schema->line_offset, &line, sizeof line);
        block->count++;
    } else {
        block->uses.len = uses;
        block->rows_refused++;
    }
}

void row_block_add(struct row_block *block, uint32_t line, const struct slice *cells, const bool *typed) {
    size_t uses = block->uses.len;
    take_row(block, line, uses, convert_row(block, line, cells, typed));
}

void row_block_add_changed(struct row_block *block, uint32_t line, const struct slice *cells, uint32_t changed) {
    size_t uses = block->uses.len;
    take_row(block, line, uses, convert_changed(block, line, cells, changed));
}

void row_block_refuse(struct row_block *block, const struct slice *cells) {
    block->rows_read++;
    block->rows_refused++;
    for (unsigned i = 0; cells && i < block->schema->column_count; i++)
        convert_note_number(block, i, cells[i]);
}

/* ---- strings that become numbers ---- */

static uint32_t find_text(const struct row_block *block, enum pool_id pool, struct slice text, uint32_t hash) {
    uint32_t latest = block->latest[hash % LATEST_TEXTS];
    const struct pending_text *before = &block->texts.data[latest];
    return before->hash == hash && before->pool == pool && slice_equal(before->text, text) ? latest : 0;
}

uint32_t row_block_find_text(const struct row_block *block, enum pool_id pool, struct slice text) {
    return find_text(block, pool, text, intern_hash(text));
}

uint32_t row_block_text(struct row_block *block, enum pool_id pool, struct slice text) {
    uint32_t hash = intern_hash(text);
    uint32_t found = find_text(block, pool, text, hash);
    if (found == 0) {
        found = add_text(block, pool, text, hash, 0);
        block->latest[hash % LATEST_TEXTS] = found;
    }
    return found;
}

void row_block_want(struct row_block *block, enum pool_id pool, struct slice text, uint16_t offset) {
    VEC_PUSH(block->uses, (struct pending_use){block->count, row_block_text(block, pool, text), offset});
}

uint32_t row_block_indication(struct row_block *block, uint16_t gemeente, struct slice number) {
    const struct pending_text *last = &block->texts.data[block->last_indication];
    if (last->gemeente != gemeente || !slice_equal(last->text, number))
        block->last_indication =
            add_text(block, POOL_INDICATIONS, number, indication_index_hash(gemeente, number), gemeente);
    return block->last_indication;
}

static size_t hash_word(uint64_t word) {
    return word * UINT64_C(0x9E3779B97F4A7C15) >> 56;
}

_Static_assert(KNOWN_CODES == 1 << 8, "hash_word gives eight bits");

void row_block_keep_code(struct row_block *block, enum column_type type, struct slice text, uint16_t index) {
    if (text.len > WORD_BYTES)
        return;
    uint64_t word = word_of(text.ptr, text.len);
    block->known[hash_word(word)] = (struct known_code){word, type, index};
}

uint16_t row_block_find_code(const struct row_block *block, enum column_type type, struct slice text) {
    if (text.len > WORD_BYTES)
        return INDEX_NONE;
    uint64_t word = word_of(text.ptr, text.len);
    const struct known_code *known = &block->known[hash_word(word)];
    return known->word == word && known->type == type ? (uint16_t)known->index : INDEX_NONE;
}

static void prefetch_slot(const struct load *load, const struct pending_text *text) {
    if (text->pool == POOL_INDICATIONS)
        indication_index_prefetch(&load->index, text->hash);
    else
        intern_prefetch(&load->pools[text->pool].known, text->hash);
}

static void prefetch_text(const struct load *load, const struct pending_text *text) {
    if (text->pool == POOL_INDICATIONS)
        indication_index_prefetch_record(&load->index, text->hash);
    else
        intern_prefetch_text(&load->pools[text->pool].known, text->hash);
}

static uint32_t find(const struct load *load, const struct pending_text *text) {
    if (text->pool == POOL_INDICATIONS) /* INDICATION_NONE is INTERN_NONE */
        return indication_index_find(&load->index, text->gemeente, text->text, text->hash);
    return intern_find_hashed(&load->pools[text->pool].known, text->text, text->hash);
}

void row_block_fill(struct row_block *block, const struct pending_use *use) {
    const struct pending_text *text = &block->texts.data[use->text];
    char *member = block->rows + use->row * (size_t)block->schema->row_size + use->offset;
    uint16_t narrow = text->value < INDEX_UNKNOWN ? (uint16_t)text->value : INDEX_UNKNOWN;
    uint64_t wide = code_pack_id(text->value);
    switch ((enum pool_id)text->pool) {
    case POOL_GEMEENTEN:
    case POOL_AANBIEDERS:
    case POOL_PRODUCTEN: memcpy(member, &narrow, sizeof narrow); break;
    case POOL_REGELNUMMERS: memcpy(member, &wide, sizeof wide); break;
    default: memcpy(member, &text->value, sizeof text->value);
    }
}

static void look_up(struct row_block *block) {
    const struct load *load = block->load;
    size_t count = block->texts.len;
    struct pending_text *texts = block->texts.data;
    for (size_t i = 0; i < count + 2 * LOOK_AHEAD; i++) {
        if (i < count)
            prefetch_slot(load, &texts[i]);
        if (i >= LOOK_AHEAD && i - LOOK_AHEAD < count)
            prefetch_text(load, &texts[i - LOOK_AHEAD]);
        if (i >= 2 * LOOK_AHEAD)
            texts[i - 2 * LOOK_AHEAD].value = find(load, &texts[i - 2 * LOOK_AHEAD]);
    }
}

void row_block_resolve(struct row_block *block) {
    look_up(block);
    for (uint32_t row = 0; row < block->count; row++) {
        char *data = block->rows + row * (size_t)block->schema->row_size;
        for (unsigned i = 0; i < block->text_member_count; i++) {
            uint16_t offset = block->text_members[i];
            uint32_t text;
            memcpy(&text, data + offset, sizeof text);
            if (text == UINT32_MAX)
                continue;
            if (block->texts.data[text].value == INTERN_NONE)
                VEC_PUSH(block->uses, (struct pending_use){row, text, offset});
            else
                memcpy(data + offset, &block->texts.data[text].value, sizeof text);
        }
    }
}
