/*
 * Rows are divided by the hash of their key into partitions small enough for the cache, and each partition gets a hash
 * table of its own.  Invariant: two rows count as equal only after their keys were compared; a hash decides nothing.
 * Called by duplicates.
 */
#include "etl/key_groups.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/hash.h"
#include "etl/base/mem.h"
#include "etl/base/threads.h"

enum { PARTITION_ROWS = 1 << 15, MAX_PARTITIONS = 1 << 10 };

struct entry {
    uint32_t hash;
    uint32_t row;
};

struct member {
    uint16_t offset;
    uint16_t size;
};

struct grouping {
    const struct table_rows *rows;
    struct member key[COLUMNS_MAX];
    unsigned members;
    unsigned partition_bits;
    size_t ranges;
    size_t *places;   /* per range and partition: first the number of rows, then where the next one goes */
    uint32_t *hashes; /* per row */
    struct entry *entries;
    size_t *ends; /* per partition */
    struct later_rows *found;
};

static uint32_t hash_key(const struct grouping *g, size_t row) {
    const char *data = table_row(g->rows, row);
    uint64_t hash = 0;
    for (unsigned i = 0; i < g->members; i++) {
        uint64_t value = 0;
        switch (g->key[i].size) { /* a size known to the compiler makes a load of it */
        case 1: memcpy(&value, data + g->key[i].offset, 1); break;
        case 2: memcpy(&value, data + g->key[i].offset, 2); break;
        case 4: memcpy(&value, data + g->key[i].offset, 4); break;
        default: memcpy(&value, data + g->key[i].offset, 8);
        }
        hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (uint32_t)(hash_mix(hash) >> 32);
}

static bool same_key(const struct grouping *g, size_t a, size_t b) {
    const char *x = table_row(g->rows, a);
    const char *y = table_row(g->rows, b);
    for (unsigned i = 0; i < g->members; i++)
        if (memcmp(x + g->key[i].offset, y + g->key[i].offset, g->key[i].size) != 0)
            return false;
    return true;
}

static size_t partition_of(const struct grouping *g, uint32_t hash) {
    return g->partition_bits ? hash >> (32 - g->partition_bits) : 0;
}

static size_t range_start(const struct grouping *g, size_t range) {
    return g->rows->count * range / g->ranges;
}

static void count_range(void *context, size_t range, unsigned worker) {
    struct grouping *g = context;
    size_t *places = g->places + (range << g->partition_bits);
    const size_t end = range_start(g, range + 1);
    (void)worker;
    for (size_t row = range_start(g, range); row < end; row++) {
        g->hashes[row] = hash_key(g, row);
        places[partition_of(g, g->hashes[row])]++;
    }
}

static void scatter_range(void *context, size_t range, unsigned worker) {
    struct grouping *g = context;
    size_t *places = g->places + (range << g->partition_bits);
    const size_t end = range_start(g, range + 1);
    (void)worker;
    for (size_t row = range_start(g, range); row < end; row++) {
        uint32_t hash = g->hashes[row];
        g->entries[places[partition_of(g, hash)]++] = (struct entry){hash, (uint32_t)row};
    }
}

static int compare_later(const void *a, const void *b) {
    const struct later_row *x = a;
    const struct later_row *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static void group_partition(void *context, size_t partition, unsigned worker) {
    struct grouping *g = context;
    size_t begin = partition ? g->ends[partition - 1] : 0;
    const struct entry *entries = g->entries + begin;
    size_t count = g->ends[partition] - begin;
    struct later_rows *found = &g->found[partition];
    uint32_t mask = 1;
    (void)worker;
    while (mask < 2 * count)
        mask *= 2;
    uint32_t *table = mem_calloc(mask--, sizeof *table); /* entry + 1 */
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = entries[i].hash & mask;
        while (table[at] != 0 && !(entries[table[at] - 1].hash == entries[i].hash &&
                                   same_key(g, entries[table[at] - 1].row, entries[i].row)))
            at = (at + 1) & mask;
        if (table[at] == 0)
            table[at] = i + 1;
        else
            VEC_PUSH(found->list, (struct later_row){entries[table[at] - 1].row, entries[i].row});
    }
    free(table);
    if (found->list.len > 1)
        qsort(found->list.data, found->list.len, sizeof *found->list.data, compare_later);
}

/* From numbers of rows to where each range puts its rows of each partition, so that rows stay in order. */
static void lay_out(struct grouping *g, size_t partitions) {
    size_t at = 0;
    for (size_t partition = 0; partition < partitions; partition++) {
        for (size_t range = 0; range < g->ranges; range++) {
            size_t *place = &g->places[(range << g->partition_bits) + partition];
            size_t count = *place;
            *place = at;
            at += count;
        }
        g->ends[partition] = at;
    }
}

static struct later_rows collect(struct grouping *g, size_t partitions) {
    struct later_rows all = {0};
    for (size_t partition = 0; partition < partitions; partition++) {
        const struct later_rows *found = &g->found[partition];
        for (size_t i = 0; i < found->list.len; i++)
            VEC_PUSH(all.list, found->list.data[i]);
        free(found->list.data);
    }
    return all;
}

struct later_rows key_groups_find(const struct table_rows *rows, const struct schema *schema, unsigned threads) {
    struct grouping g = {.rows = rows, .ranges = threads};
    for (unsigned i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        uint16_t size = column->type == TYPE_PRODUCTCODE ? sizeof(uint32_t) : column->size; /* not as it was written */
        if (column->key)
            g.key[g.members++] = (struct member){column->offset, size};
    }
    if (g.members == 0 || rows->count < 2)
        return (struct later_rows){0};
    while ((rows->count >> g.partition_bits) > PARTITION_ROWS && 1U << g.partition_bits < MAX_PARTITIONS)
        g.partition_bits++;
    size_t partitions = (size_t)1 << g.partition_bits;
    g.places = mem_calloc(g.ranges * partitions, sizeof *g.places);
    g.ends = mem_calloc(partitions, sizeof *g.ends);
    g.found = mem_calloc(partitions, sizeof *g.found);
    g.hashes = mem_realloc(NULL, rows->count, sizeof *g.hashes);
    g.entries = mem_realloc(NULL, rows->count, sizeof *g.entries);
    threads_each(threads, g.ranges, count_range, &g);
    lay_out(&g, partitions);
    threads_each(threads, g.ranges, scatter_range, &g);
    free(g.hashes);
    threads_each(threads, partitions, group_partition, &g);
    struct later_rows all = collect(&g, partitions);
    free(g.entries);
    free(g.found);
    free(g.ends);
    free(g.places);
    return all;
}
