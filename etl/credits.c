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
    size_t ranges;
};

static const struct declaration *declaration(const struct load *load, size_t row) {
    return table_row(&load->tables[TABLE_DECLARATIES], row);
}

/* The slot of a line, or the free one where it belongs. */
static struct named_line *probe(const struct crediting *c, uint16_t aanbieder, uint64_t regelnummer) {
    size_t at = hash_mix(regelnummer ^ hash_mix(aanbieder)) & c->mask;
    while (c->lines[at].regelnummer != CODE_PACKED_NONE &&
           (c->lines[at].regelnummer != regelnummer || c->lines[at].aanbieder != aanbieder))
        at = (at + 1) & c->mask;
    return &c->lines[at];
}

static void count_debits(void *context, size_t range, unsigned worker) {
    const struct crediting *c = context;
    size_t count = c->load->tables[TABLE_DECLARATIES].count;
    (void)worker;
    for (size_t row = count * range / c->ranges; row < count * (range + 1) / c->ranges; row++) {
        const struct declaration *d = declaration(c->load, row);
        if (d->credit)
            continue;
        struct named_line *line = probe(c, d->aanbieder, d->regelnummer);
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

void credits_check(struct load *load) {
    struct crediting c = {.load = load, .ranges = load->options->threads};
    size_t slots = 16;
    while (slots < 2 * load->vorige.len)
        slots *= 2;
    c.mask = slots - 1;
    c.lines = mem_calloc(slots, sizeof *c.lines);
    for (size_t i = 0; i < load->vorige.len; i++) {
        const struct vorig_regelnummer *vorig = &load->vorige.data[i];
        uint16_t aanbieder = declaration(load, vorig->row)->aanbieder;
        struct named_line *line = probe(&c, aanbieder, vorig->regelnummer);
        line->regelnummer = vorig->regelnummer;
        line->aanbieder = aanbieder;
    }
    if (load->vorige.len > 0)
        threads_each(load->options->threads, c.ranges, count_debits, &c);
    for (size_t i = 0; i < load->vorige.len; i++) {
        const struct vorig_regelnummer *vorig = &load->vorige.data[i];
        if (!takes_back(load, vorig))
            continue;
        struct named_line *line = probe(&c, declaration(load, vorig->row)->aanbieder, vorig->regelnummer);
        if (line->taken_back++ >= line->there)
            warn(load, vorig, line->there == 0 ? FINDING_CREDIT_UNKNOWN : FINDING_CREDIT_AGAIN);
    }
    free(c.lines);
}
