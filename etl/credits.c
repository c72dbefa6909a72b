/*
 * A hash table of the lines that credits name, in which one pass over all debit lines counts.  Invariant: of several
 * credits on one line those that come first in path and line order are the right ones.  Called by finish.
 */
#include "etl/credits.h"

#include <stdlib.h>

#include "etl/base/hash.h"
#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "etl/code.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

enum {
    LOOK_AHEAD = 16,      /* steps in which the memory gets what was asked */
    FILTER_BITS_EACH = 16 /* of the filter, per slot: few lines that no credit names get past it */
};

struct named_line {
    uint64_t regelnummer; /* CODE_PACKED_NONE: free */
    uint32_t there;       /* debit lines */
    uint32_t taken_back;
    uint16_t aanbieder;
};

struct crediting {
    const struct load *load;
    struct named_line *lines; /* open addressing */
    size_t mask;
    unsigned char *filter; /* a bit per hash of a named line: where it is 0, no credit names the line */
    size_t filter_mask;    /* of bits */
    size_t ranges;
};

static const struct declaration *declaration(const struct load *load, size_t row) {
    return table_row(&load->tables[TABLE_DECLARATIES], row);
}

static uint64_t hash_line(uint16_t aanbieder, uint64_t regelnummer) {
    return hash_mix(regelnummer ^ hash_mix(aanbieder));
}

/* The slot of a line, or the free one where it belongs. */
static struct named_line *probe(const struct crediting *c, uint64_t hash, uint16_t aanbieder, uint64_t regelnummer) {
    size_t at = hash & c->mask;
    while (c->lines[at].regelnummer != CODE_PACKED_NONE &&
           (c->lines[at].regelnummer != regelnummer || c->lines[at].aanbieder != aanbieder))
        at = (at + 1) & c->mask;
    return &c->lines[at];
}

/* The slot of the line that a credit names; asks the memory for those of the credits to come. */
static struct named_line *probe_named(const struct crediting *c, size_t i) {
    const struct vorig_regelnummer *vorige = c->load->vorige.data;
    if (i + 2 * LOOK_AHEAD < c->load->vorige.len)
        __builtin_prefetch(declaration(c->load, vorige[i + 2 * LOOK_AHEAD].row));
    if (i + LOOK_AHEAD < c->load->vorige.len) {
        const struct vorig_regelnummer *next = &vorige[i + LOOK_AHEAD];
        uint64_t hash = hash_line(declaration(c->load, next->row)->aanbieder, next->regelnummer);
        __builtin_prefetch(&c->lines[hash & c->mask]);
    }
    uint16_t aanbieder = declaration(c->load, vorige[i].row)->aanbieder;
    return probe(c, hash_line(aanbieder, vorige[i].regelnummer), aanbieder, vorige[i].regelnummer);
}

static void count_debits(void *context, size_t range, unsigned worker) {
    const struct crediting *c = context;
    const size_t count = c->load->tables[TABLE_DECLARATIES].count;
    const size_t end = count * (range + 1) / c->ranges;
    (void)worker;
    for (size_t row = count * range / c->ranges; row < end; row++) {
        const struct declaration *d = declaration(c->load, row);
        uint64_t hash = hash_line(d->aanbieder, d->regelnummer);
        size_t bit = hash >> 16 & c->filter_mask;
        if (d->credit || !(c->filter[bit / 8] >> bit % 8 & 1))
            continue;
        struct named_line *line = probe(c, hash, d->aanbieder, d->regelnummer);
        if (line->regelnummer != CODE_PACKED_NONE)
            __atomic_fetch_add(&line->there, 1, __ATOMIC_RELAXED);
    }
}

static bool takes_back(const struct load *load, const struct vorig_regelnummer *vorig) {
    const struct declaration *d = declaration(load, vorig->row);
    return d->credit && d->status != STATUS_AFGEKEURD;
}

static void warn(struct load *load, const struct vorig_regelnummer *vorig, enum finding_kind kind) {
    char room[CODE_TEXT_SIZE];
    struct slice code = code_unpack(vorig->regelnummer, &load->pools[POOL_REGELNUMMERS].known, room);
    findings_add_text(
        load->findings, kind,
        table_row_place(load, TABLE_DECLARATIES, vorig->row, offsetof(struct declaration_row, vorig_regelnummer)),
        code);
}

/* Enters the lines that credits name. */
static void enter_named(struct crediting *c) {
    for (size_t i = 0; i < c->load->vorige.len; i++) {
        const struct vorig_regelnummer *vorig = &c->load->vorige.data[i];
        struct named_line *line = probe_named(c, i);
        line->regelnummer = vorig->regelnummer;
        line->aanbieder = declaration(c->load, vorig->row)->aanbieder;
        size_t bit = hash_line(line->aanbieder, line->regelnummer) >> 16 & c->filter_mask;
        c->filter[bit / 8] |= (unsigned char)(1U << bit % 8);
    }
}

void credits_check(struct load *load) {
    struct crediting c = {.load = load, .ranges = load->options->threads};
    size_t slots = 16;
    if (load->vorige.len == 0)
        return;
    while (slots < 2 * load->vorige.len)
        slots *= 2;
    c.mask = slots - 1;
    c.lines = mem_calloc(slots, sizeof *c.lines);
    c.filter_mask = slots * FILTER_BITS_EACH - 1;
    c.filter = mem_calloc(slots * FILTER_BITS_EACH / 8, 1);
    enter_named(&c);
    threads_each(load->options->threads, c.ranges, count_debits, &c);
    for (size_t i = 0; i < load->vorige.len; i++) {
        const struct vorig_regelnummer *vorig = &load->vorige.data[i];
        struct named_line *line = probe_named(&c, i);
        if (takes_back(load, vorig) && line->taken_back++ >= line->there)
            warn(load, vorig, line->there == 0 ? FINDING_CREDIT_UNKNOWN : FINDING_CREDIT_AGAIN);
    }
    free(c.filter);
    free(c.lines);
}
