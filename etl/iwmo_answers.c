/*
 * A pass over all declaration lines against the refusals.  Invariant: a refusal and a line belong together when
 * aanbieder as delivered, declaratienummer and regelnummer are equal, wherever the line came from.
 */
#include "etl/iwmo_answers.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "etl/code.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

enum { WHOLE = 1, THERE = 2 };

struct answering {
    struct load *load;
    struct intern declarations; /* keys of those that answers name */
    struct intern lines;
    unsigned char *declaration_flags; /* WHOLE, THERE */
    unsigned char *line_flags;        /* THERE */
};

/* Keys as bytes, for intern. */
struct declaration_key {
    char bytes[sizeof(uint16_t) + sizeof(uint32_t)];
};

struct line_key {
    char bytes[sizeof(uint16_t) + sizeof(uint32_t) + sizeof(uint64_t)];
};

static struct declaration_key declaration_key(uint16_t aanbieder, uint32_t declaratienummer) {
    struct declaration_key key;
    memcpy(key.bytes, &aanbieder, sizeof aanbieder);
    memcpy(key.bytes + sizeof aanbieder, &declaratienummer, sizeof declaratienummer);
    return key;
}

static struct line_key line_key(uint16_t aanbieder, uint32_t declaratienummer, uint64_t regelnummer) {
    struct declaration_key declaration = declaration_key(aanbieder, declaratienummer);
    struct line_key key;
    memcpy(key.bytes, declaration.bytes, sizeof declaration.bytes);
    memcpy(key.bytes + sizeof declaration.bytes, &regelnummer, sizeof regelnummer);
    return key;
}

#define KEY_SLICE(key) ((struct slice){(key).bytes, sizeof(key).bytes})

/* ---- what the answers name ---- */

static uint32_t number_of(const struct answering *a, const struct iwmo_kept *fact) {
    return pool_find(&a->load->pools[POOL_DECLARATIENUMMERS], intern_text(&a->load->facts.texts, fact->number));
}

static struct declaration_key declaration_of(const struct answering *a, const struct iwmo_kept *fact) {
    return declaration_key(fact->code, number_of(a, fact));
}

static struct line_key line_of(const struct answering *a, const struct iwmo_kept *fact) {
    struct slice text = intern_text(&a->load->facts.texts, fact->detail);
    uint64_t packed;
    if (!code_pack(text, &packed)) /* INTERN_NONE packs into a number that no line has */
        packed = code_pack_id(pool_find(&a->load->pools[POOL_REGELNUMMERS], text));
    return line_key(fact->code, number_of(a, fact), packed);
}

static bool is_answer(const struct iwmo_kept *fact) {
    return fact->kind == FACT_LINE || fact->kind == FACT_DECLARATION || fact->kind == FACT_WHOLE;
}

static void collect(struct answering *a) {
    const struct iwmo_facts *facts = &a->load->facts;
    for (size_t i = 0; i < facts->list.len; i++) {
        const struct iwmo_kept *fact = &facts->list.data[i];
        if (!is_answer(fact))
            continue;
        struct declaration_key declaration = declaration_of(a, fact);
        struct line_key line = line_of(a, fact);
        intern_add(&a->declarations, KEY_SLICE(declaration));
        if (fact->kind == FACT_LINE)
            intern_add(&a->lines, KEY_SLICE(line));
    }
    a->declaration_flags = mem_calloc(a->declarations.count, 1);
    a->line_flags = mem_calloc(a->lines.count, 1);
    for (size_t i = 0; i < facts->list.len; i++)
        if (facts->list.data[i].kind == FACT_WHOLE) {
            struct declaration_key key = declaration_of(a, &facts->list.data[i]);
            a->declaration_flags[intern_find(&a->declarations, KEY_SLICE(key))] |= WHOLE;
        }
}

/* ---- the lines ---- */

static void refuse_line(const struct answering *a, struct declaration *d, uint32_t declaration) {
    struct line_key key = line_key(d->aanbieder, d->declaratienummer, d->regelnummer);
    uint32_t line = intern_find(&a->lines, KEY_SLICE(key));
    a->declaration_flags[declaration] |= THERE;
    if (line != INTERN_NONE)
        a->line_flags[line] |= THERE;
    if (line != INTERN_NONE || (a->declaration_flags[declaration] & WHOLE))
        d->status = STATUS_AFGEKEURD;
}

/* Lines of one declaration mostly stand together, so only the first of them is looked up. */
static void refuse_lines(const struct answering *a) {
    const struct table_rows *rows = &a->load->tables[TABLE_DECLARATIES];
    const struct declaration *before = NULL;
    uint32_t declaration = INTERN_NONE;
    for (size_t i = 0; i < rows->count; i++) {
        struct declaration *d = table_row(rows, i);
        if (!before || before->aanbieder != d->aanbieder || before->declaratienummer != d->declaratienummer) {
            struct declaration_key key = declaration_key(d->aanbieder, d->declaratienummer);
            declaration = intern_find(&a->declarations, KEY_SLICE(key));
        }
        if (declaration != INTERN_NONE)
            refuse_line(a, d, declaration);
        before = d;
    }
}

/* ---- refusals of what is not there ---- */

static struct place fact_place(const struct iwmo_kept *fact, const char *column) {
    return (struct place){fact->source, fact->line,
                          (uint8_t)schema_find(&schemas[TABLE_DECLARATIES], slice_of(column))};
}

static void report(const struct answering *a, const struct iwmo_kept *fact) {
    const struct load *load = a->load;
    struct declaration_key declaration = declaration_of(a, fact);
    struct line_key line = line_of(a, fact);
    struct slice number = intern_text(&load->facts.texts, fact->number);
    bool known = a->declaration_flags[intern_find(&a->declarations, KEY_SLICE(declaration))] & THERE;
    if (fact->kind != FACT_LINE && !known)
        findings_add_texts(load->findings, FINDING_ANSWER_UNKNOWN, fact_place(fact, "declaratienummer"), number,
                           pool_text(&load->pools[POOL_AANBIEDERS], fact->code));
    else if (fact->kind == FACT_LINE && known && !a->line_flags[intern_find(&a->lines, KEY_SLICE(line))])
        findings_add_texts(load->findings, FINDING_ANSWER_LINE_UNKNOWN, fact_place(fact, "regelnummer"),
                           intern_text(&load->facts.texts, fact->detail), number);
}

void iwmo_answers_apply(struct load *load) {
    struct answering a = {.load = load};
    collect(&a);
    if (a.declarations.count > 0) {
        refuse_lines(&a);
        for (size_t i = 0; i < load->facts.list.len; i++)
            if (is_answer(&load->facts.list.data[i]))
                report(&a, &load->facts.list.data[i]);
    }
    intern_release(&a.declarations);
    intern_release(&a.lines);
    free(a.declaration_flags);
    free(a.line_flags);
}
