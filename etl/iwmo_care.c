/*
 * Sorts the starts and stops by indication, nets what was taken back, and lays the result over the rows.  Invariant:
 * the order in which messages came plays no part.  Called by load, after the codes of other tables were checked.
 */
#include "etl/iwmo_care.h"

#include <stdlib.h>

#include "etl/base/mem.h"
#include "etl/iwmo_versions.h"
#include "etl/row_checks.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

/* The starts and stops of one indication: a range of the sorted facts, and what of it is in force. */
struct care {
    uint32_t number; /* toewijzingnummer, POOL_TOEWIJZINGNUMMERS */
    uint32_t begin;  /* of the range */
    uint32_t end;
    uint32_t start; /* a fact, NO_FACT when nothing is in force */
    uint32_t stop;
    uint16_t gemeente;
    bool known; /* the indication is there, or was withdrawn */
    bool stays; /* the indication is there */
};

#define NO_FACT UINT32_MAX

struct caring {
    struct load *load;
    const struct iwmo_kept *facts;
    uint32_t *numbers; /* per text of the facts: its number in POOL_TOEWIJZINGNUMMERS, INTERN_NONE when unknown */
    uint32_t *redenen; /* the same in POOL_TEXTS, for codes of stops */
    uint32_t *order;   /* starts and stops, sorted */
    size_t count;
    struct care *list;
    size_t len;
    uint32_t *first_of; /* per toewijzingnummer and behind the last: the first of the list */
};

/* ---- texts ---- */

static const struct reden_row *find_reden(const struct load *load, uint32_t text) {
    const struct table_rows *rows = &load->tables[TABLE_REDENEN];
    for (size_t i = 0; i < rows->count; i++) {
        const struct reden_row *row = table_row(rows, i);
        if (row->code == text)
            return row;
    }
    return NULL;
}

static struct slice text_of(const struct caring *c, uint32_t text) {
    return intern_text(&c->load->facts.texts, text);
}

static void number_texts(struct caring *c) {
    const struct iwmo_facts *facts = &c->load->facts;
    uint32_t count = facts->texts.count;
    c->numbers = mem_calloc(count, sizeof *c->numbers);
    c->redenen = mem_calloc(count, sizeof *c->redenen);
    for (uint32_t i = 0; i < count; i++)
        c->numbers[i] = pool_find(&c->load->pools[POOL_TOEWIJZINGNUMMERS], intern_text(&facts->texts, i));
    for (size_t i = 0; i < facts->list.len; i++)
        if (facts->list.data[i].kind == FACT_STOP)
            c->redenen[facts->list.data[i].detail] =
                pool_add(&c->load->pools[POOL_TEXTS], text_of(c, facts->list.data[i].detail));
}

/* ---- what is in force ---- */

/* By indication, then by what makes a start or stop the same as another. */
static int compare_facts(const void *a, const void *b, void *context) {
    const struct caring *c = context;
    const struct iwmo_kept *x = &c->facts[*(const uint32_t *)a];
    const struct iwmo_kept *y = &c->facts[*(const uint32_t *)b];
    const uint32_t keys[][2] = {{c->numbers[x->number], c->numbers[y->number]},
                                {x->code, y->code},
                                {x->number, y->number},
                                {x->kind, y->kind},
                                {(uint32_t)x->begin, (uint32_t)y->begin},
                                {(uint32_t)x->end, (uint32_t)y->end},
                                {x->detail, y->detail}};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    return 0;
}

static bool same_event(const struct iwmo_kept *a, const struct iwmo_kept *b) {
    return a->kind == b->kind && a->begin == b->begin && a->end == b->end && a->detail == b->detail;
}

/* Does stop `a` go before stop `b`: not tijdelijk first, then the latest, then the highest code. */
static bool goes_before(const struct caring *c, const struct iwmo_kept *a, const struct iwmo_kept *b) {
    const struct reden_row *x = find_reden(c->load, c->redenen[a->detail]);
    const struct reden_row *y = find_reden(c->load, c->redenen[b->detail]);
    bool x_tijdelijk = x && x->tijdelijk;
    bool y_tijdelijk = y && y->tijdelijk;
    if (x_tijdelijk != y_tijdelijk)
        return y_tijdelijk;
    if (a->end != b->end)
        return a->end > b->end;
    return slice_compare(text_of(c, a->detail), text_of(c, b->detail)) > 0;
}

static void put_in_force(const struct caring *c, struct care *care, uint32_t fact) {
    const struct iwmo_kept *f = &c->facts[fact];
    if (f->kind == FACT_START) {
        if (care->start == NO_FACT || f->begin < c->facts[care->start].begin)
            care->start = fact;
    } else if (care->stop == NO_FACT || goes_before(c, f, &c->facts[care->stop])) {
        care->stop = fact;
    }
}

/* Nets what was sent and taken back of each event of one indication. */
static void net(const struct caring *c, struct care *care) {
    for (uint32_t i = care->begin, end; i < care->end; i = end) {
        int64_t times = 0;
        uint32_t sent = NO_FACT;
        for (end = i; end < care->end && same_event(&c->facts[c->order[i]], &c->facts[c->order[end]]); end++) {
            bool back = c->facts[c->order[end]].taken_back;
            times += back ? -1 : 1;
            if (!back)
                sent = c->order[end];
        }
        if (times > 0)
            put_in_force(c, care, sent);
    }
}

static void sort_facts(struct caring *c) {
    const struct iwmo_facts *facts = &c->load->facts;
    c->facts = facts->list.data;
    c->order = mem_calloc(facts->list.len, sizeof *c->order);
    for (uint32_t i = 0; i < facts->list.len; i++)
        if (c->facts[i].kind == FACT_START || c->facts[i].kind == FACT_STOP)
            c->order[c->count++] = i;
    if (c->count > 0)
        qsort_r(c->order, c->count, sizeof *c->order, compare_facts, c);
}

static void group_facts(struct caring *c) {
    c->list = mem_calloc(c->count, sizeof *c->list);
    for (uint32_t begin = 0, end; begin < c->count; begin = end) {
        const struct iwmo_kept *first = &c->facts[c->order[begin]];
        for (end = begin + 1; end < c->count; end++) {
            const struct iwmo_kept *next = &c->facts[c->order[end]];
            if (next->number != first->number || next->code != first->code)
                break;
        }
        struct care *care = &c->list[c->len++];
        *care = (struct care){.number = c->numbers[first->number],
                              .begin = begin,
                              .end = end,
                              .start = NO_FACT,
                              .stop = NO_FACT,
                              .gemeente = first->code};
        net(c, care);
    }
}

static void index_numbers(struct caring *c) {
    const struct pool *pool = &c->load->pools[POOL_TOEWIJZINGNUMMERS];
    size_t count = (size_t)pool->known.count + pool->fresh.count;
    c->first_of = mem_calloc(count + 1, sizeof *c->first_of);
    size_t next = 0;
    for (size_t number = 0; number <= count; number++) {
        while (next < c->len && c->list[next].number < number)
            next++;
        c->first_of[number] = (uint32_t)next;
    }
}

/* ---- rows ---- */

static struct care *find_care(const struct caring *c, const struct indication *record) {
    for (uint32_t i = c->first_of[record->toewijzingnummer]; i < c->first_of[record->toewijzingnummer + 1]; i++)
        if (c->list[i].gemeente == record->gemeente)
            return &c->list[i];
    return NULL;
}

static struct place place_of(const struct caring *c, uint32_t fact, struct place row) {
    return fact == NO_FACT ? row : (struct place){c->facts[fact].source, c->facts[fact].line, COLUMN_NONE};
}

static void settle_row(struct caring *c, size_t row) {
    struct indication_row *indication = table_row(&c->load->tables[TABLE_INDICATIES], row);
    struct indication *record = &indication->record;
    struct care *care = find_care(c, record);
    uint32_t start = care ? care->start : NO_FACT;
    uint32_t stop = care ? care->stop : NO_FACT;
    bool version = iwmo_is_version(c->load, row);
    if (care)
        care->known = care->stays = true;
    if (start != NO_FACT)
        record->startdatum_zorg = c->facts[start].begin;
    if (stop != NO_FACT) {
        record->stopdatum = c->facts[stop].end;
        indication->reden = c->redenen[c->facts[stop].detail];
        indication->stopped = true;
    }
    /* A row from CSV was judged by itself; what messages put together is judged here. */
    struct findings *findings = c->load->findings;
    struct place place = table_row_place(c->load, TABLE_INDICATIES, row, NO_OFFSET);
    if (version)
        check_indication_step(findings, place, record, STEP_BESLUIT);
    if (version || start != NO_FACT)
        check_indication_step(findings, place_of(c, start, place), record, STEP_START);
    if (version || stop != NO_FACT)
        check_indication_stop(findings, place_of(c, stop, place), record);
}

static void settle_rows(struct caring *c, const unsigned char *fates) {
    const struct table_rows *rows = &c->load->tables[TABLE_INDICATIES];
    for (size_t row = 0; row < rows->count; row++) {
        struct care *care;
        if (fates[row] == ROW_KEPT)
            settle_row(c, row);
        else if (fates[row] == ROW_WITHDRAWN && (care = find_care(c, table_row(rows, row))))
            care->known = true;
    }
}

/* ---- starts and stops that were for nothing ---- */

static struct place fact_place(const struct iwmo_kept *fact, const char *column) {
    return (struct place){fact->source, fact->line, (uint8_t)schema_find(&schemas[TABLE_INDICATIES], slice_of(column))};
}

static void report_unknown(struct caring *c, const struct iwmo_kept *fact) {
    findings_add_texts(c->load->findings, FINDING_TOEWIJZING_UNKNOWN, fact_place(fact, "toewijzingnummer"),
                       text_of(c, fact->number), pool_text(&c->load->pools[POOL_GEMEENTEN], fact->code));
    c->load->sources->list.data[fact->source].rows_refused++;
}

static void report_care(struct caring *c, const struct care *care) {
    for (uint32_t i = care->begin; i < care->end; i++) {
        const struct iwmo_kept *fact = &c->facts[c->order[i]];
        if (!care->known)
            report_unknown(c, fact);
        else if (care->stays && fact->kind == FACT_STOP && !fact->taken_back &&
                 !find_reden(c->load, c->redenen[fact->detail]))
            findings_add_text(c->load->findings, FINDING_UNKNOWN_REDEN, fact_place(fact, "reden_beeindiging"),
                              text_of(c, fact->detail));
    }
}

void iwmo_care_settle(struct load *load, const unsigned char *fates) {
    struct caring c = {.load = load};
    if (!iwmo_has_versions(load))
        return;
    number_texts(&c);
    sort_facts(&c);
    group_facts(&c);
    index_numbers(&c);
    settle_rows(&c, fates);
    for (size_t i = 0; i < c.len; i++)
        report_care(&c, &c.list[i]);
    free(c.numbers);
    free(c.redenen);
    free(c.order);
    free(c.first_of);
    free(c.list);
}
