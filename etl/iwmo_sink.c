/*
 * What each event of each message means.  Invariant: of a message whose header names an unknown gemeente or aanbieder,
 * one finding says so and every row counts as refused.
 */
#include "etl/iwmo_sink.h"

#include <string.h>

#include "etl/code.h"
#include "etl/iwmo_cells.h"

enum { GEMEENTECODE_LENGTH = 4, AANBIEDERCODE_LENGTH = 8 };

void iwmo_sink_release(struct iwmo_sink *sink) {
    buf_release(&sink->identity);
}

enum table iwmo_table(enum iwmo_kind kind) {
    return kind == IWMO_323 || kind == IWMO_325 ? TABLE_DECLARATIES : TABLE_INDICATIES;
}

/* ---- codes and dates of facts ---- */

static void add_finding(struct iwmo_sink *sink, enum finding_kind kind, uint32_t line, const char *column,
                        struct slice text) {
    findings_add_text(&sink->block->findings, kind, iwmo_place(sink->block, line, column), text);
}

/* The number of a code of the header in its table; notes when it has none. */
static uint16_t header_code(struct iwmo_sink *sink, const struct iwmo_message *message, enum iwmo_field field,
                            enum pool_id pool) {
    bool gemeente = pool == POOL_GEMEENTEN;
    const char *column = gemeente ? "gemeentecode" : "aanbiedercode";
    struct slice code = iwmo_text(message, field);
    const struct intern *known = &sink->block->load->pools[pool].known;
    uint32_t line = iwmo_line(message, field) ? iwmo_line(message, field) : message->line;
    uint32_t number = intern_find(known, code);
    if (number != INTERN_NONE)
        return (uint16_t)number;
    sink->refused = true;
    if (code.len == 0)
        add_finding(sink, FINDING_VALUE_MISSING, line, column, code);
    else if (!code_is_digits(code) || code.len != (gemeente ? GEMEENTECODE_LENGTH : AANBIEDERCODE_LENGTH))
        add_finding(sink, gemeente ? FINDING_NOT_A_GEMEENTECODE : FINDING_NOT_AN_AANBIEDERCODE, line, column, code);
    else if (known->count > 0)
        findings_add_texts(&sink->block->findings, FINDING_UNKNOWN_CODE, iwmo_place(sink->block, line, column), code,
                           slice_of(table_name(gemeente ? TABLE_GEMEENTEN : TABLE_AANBIEDERS)));
    return INDEX_NONE;
}

static bool read_code(struct iwmo_sink *sink, const struct iwmo_message *message, enum iwmo_field field,
                      const char *column, struct slice *code) {
    struct slice text = iwmo_text(message, field);
    bool good = code_is_valid(text);
    if (!good)
        add_finding(sink, text.len > 0 ? FINDING_NOT_A_CODE : FINDING_VALUE_MISSING, message->line, column, text);
    *code = row_block_keep(sink->block, text);
    return good;
}

static bool read_date(struct iwmo_sink *sink, const struct iwmo_message *message, enum iwmo_field field,
                      const char *column, date_t *date) {
    struct slice text = iwmo_text(message, field);
    bool good = date_parse(text, date);
    if (!good)
        add_finding(sink, text.len > 0 ? FINDING_NOT_A_DATE : FINDING_VALUE_MISSING, message->line, column, text);
    return good;
}

/* 1, 2 and 9 send, 3 takes back. */
static bool read_status(struct iwmo_sink *sink, const struct iwmo_message *message, bool *taken_back) {
    struct slice status = iwmo_text(message, FIELD_STATUS);
    struct place place = row_block_place(sink->block, message->line, COLUMN_NONE);
    bool good = status.len == 1 && memchr("1239", status.ptr[0], 4);
    *taken_back = good && status.ptr[0] == '3';
    if (status.len == 0)
        findings_add_text(&sink->block->findings, FINDING_ELEMENT_MISSING, place, slice_of("StatusAanlevering"));
    else if (!good)
        findings_add_text(&sink->block->findings, FINDING_STATUS_UNKNOWN, place, status);
    return good;
}

/* ---- rows ---- */

/* iWmo has a number here: leading zeros say nothing. */
static struct slice without_zeros(struct slice text) {
    while (text.len > 1 && text.ptr[0] == '0' && code_is_digits(text)) {
        text.ptr++;
        text.len--;
    }
    return text;
}

static bool read_care(struct iwmo_sink *sink, const struct iwmo_message *message, struct iwmo_fact *fact) {
    bool good = read_code(sink, message, FIELD_TOEWIJZINGNUMMER, "toewijzingnummer", &fact->number);
    good &= read_status(sink, message, &fact->taken_back);
    fact->number = without_zeros(fact->number);
    if (fact->kind == FACT_START)
        return read_date(sink, message, FIELD_BEGIN, "startdatum_zorg", &fact->begin) && good;
    good &= read_date(sink, message, FIELD_EIND, "stopdatum", &fact->end);
    good &= read_code(sink, message, FIELD_REDEN, "reden_beeindiging", &fact->detail);
    if (iwmo_text(message, FIELD_BEGIN).len > 0)
        good &= read_date(sink, message, FIELD_BEGIN, "startdatum_zorg", &fact->begin);
    return good;
}

static bool read_refused_line(struct iwmo_sink *sink, const struct iwmo_message *message, struct iwmo_fact *fact) {
    sink->has_lines = true;
    fact->number = row_block_keep(sink->block, iwmo_text(message, FIELD_DECLARATIENUMMER));
    return read_code(sink, message, FIELD_REFERENTIE, "regelnummer", &fact->detail);
}

/* A row that is no row of a table: a start, a stop or a line that was refused. */
static void add_fact(struct iwmo_sink *sink, const struct iwmo_message *message) {
    struct iwmo_fact fact = {.kind = message->kind == IWMO_305   ? FACT_START
                                     : message->kind == IWMO_307 ? FACT_STOP
                                                                 : FACT_LINE,
                             .code = sink->code,
                             .detail = slice_of(""),
                             .line = message->line};
    bool good = !sink->refused && !message->twice;
    if (message->twice)
        findings_add_text(&sink->block->findings, FINDING_ELEMENT_TWICE,
                          row_block_place(sink->block, message->line, COLUMN_NONE), slice_of(message->twice));
    else if (good)
        good = fact.kind == FACT_LINE ? read_refused_line(sink, message, &fact) : read_care(sink, message, &fact);
    sink->block->rows_read++;
    if (good)
        VEC_PUSH(sink->facts->list, fact);
    else
        sink->block->rows_refused++;
}

static void add_to_sum(struct iwmo_sink *sink, const struct iwmo_message *message) {
    int64_t cents;
    bool good = iwmo_amount(iwmo_text(message, FIELD_BEDRAG), iwmo_text(message, FIELD_TEKEN), &cents);
    sink->odd |= !good || __builtin_add_overflow(sink->sum, cents, &sink->sum);
}

static void on_row(void *context, const struct iwmo_message *message) {
    struct iwmo_sink *sink = context;
    if (message->kind == IWMO_323)
        add_to_sum(sink, message);
    if (message->kind == IWMO_301 || message->kind == IWMO_323)
        iwmo_cells_add(sink->block, message, &sink->columns);
    else
        add_fact(sink, message);
}

/* ---- declarations ---- */

static void check_total(struct iwmo_sink *sink, const struct iwmo_message *message) {
    int64_t total;
    struct slice given = iwmo_text(message, FIELD_INGEDIEND);
    bool good = iwmo_amount(given, iwmo_text(message, FIELD_INGEDIEND_TEKEN), &total);
    if (sink->odd || (good && total == sink->sum))
        return;
    struct buf texts[2] = {{0}};
    if (good)
        iwmo_put_euros(&texts[0], total);
    else
        buf_add(&texts[0], given.ptr, given.len);
    iwmo_put_euros(&texts[1], sink->sum);
    uint32_t line = iwmo_line(message, FIELD_INGEDIEND) ? iwmo_line(message, FIELD_INGEDIEND) : message->line;
    findings_add_texts(&sink->block->findings, FINDING_TOTAL_DIFFERS, row_block_place(sink->block, line, COLUMN_NONE),
                       (struct slice){texts[0].data, texts[0].len}, (struct slice){texts[1].data, texts[1].len});
    buf_release(&texts[0]);
    buf_release(&texts[1]);
}

/* What an answer says of a declaration; nothing when all of it was granted. */
static void add_answer(struct iwmo_sink *sink, const struct iwmo_message *message) {
    struct iwmo_fact fact = {.code = sink->code, .detail = slice_of(""), .line = message->line};
    int64_t submitted = 0;
    int64_t granted = 0;
    bool read =
        iwmo_amount(iwmo_text(message, FIELD_INGEDIEND), iwmo_text(message, FIELD_INGEDIEND_TEKEN), &submitted) &&
        iwmo_amount(iwmo_text(message, FIELD_TOEGEKEND), iwmo_text(message, FIELD_TOEGEKEND_TEKEN), &granted);
    if (sink->refused || !read_code(sink, message, FIELD_DECLARATIENUMMER, "declaratienummer", &fact.number))
        return;
    if (!sink->has_lines && !read) {
        findings_add_text(&sink->block->findings, FINDING_ELEMENT_MISSING,
                          row_block_place(sink->block, message->line, COLUMN_NONE),
                          slice_of("TotaalIngediendBedrag of TotaalToegekendBedrag"));
        return;
    }
    bool whole = !sink->has_lines && granted == 0 && submitted != 0;
    fact.kind = whole ? FACT_WHOLE : FACT_DECLARATION;
    if (sink->has_lines || granted != submitted)
        VEC_PUSH(sink->facts->list, fact);
}

static void on_declaration(void *context, const struct iwmo_message *message) {
    struct iwmo_sink *sink = context;
    if (message->kind == IWMO_323)
        check_total(sink, message);
    else
        add_answer(sink, message);
    sink->sum = 0;
    sink->odd = sink->has_lines = false;
    sink->answered = true;
}

/* ---- the header ---- */

static void note_identity(struct iwmo_sink *sink, const struct iwmo_message *message) {
    struct slice sender = iwmo_text(message, FIELD_AFZENDER);
    struct slice identification = iwmo_text(message, FIELD_IDENTIFICATIE);
    if (identification.len == 0) {
        findings_add(&sink->block->findings, FINDING_NO_IDENTIFICATIE,
                     row_block_place(sink->block, message->line, COLUMN_NONE));
        return;
    }
    buf_puts(&sink->identity, iwmo_trees[message->kind].name);
    buf_putc(&sink->identity, '\n');
    buf_add(&sink->identity, sender.ptr, sender.len);
    buf_putc(&sink->identity, '\n');
    buf_add(&sink->identity, identification.ptr, identification.len);
}

static void on_header(void *context, const struct iwmo_message *message) {
    struct iwmo_sink *sink = context;
    uint16_t sender;
    note_identity(sink, message);
    switch (message->kind) {
    case IWMO_305:
    case IWMO_307:
        sender = header_code(sink, message, FIELD_AFZENDER, POOL_AANBIEDERS);
        sink->code = header_code(sink, message, FIELD_ONTVANGER, POOL_GEMEENTEN);
        break;
    case IWMO_325:
        sender = header_code(sink, message, FIELD_AFZENDER, POOL_GEMEENTEN);
        sink->code = header_code(sink, message, FIELD_ONTVANGER, POOL_AANBIEDERS);
        break;
    default: /* their rows have the codes, and are judged as rows */
        iwmo_columns_bind(&sink->columns, message->kind, sink->block->schema);
        return;
    }
    sink->refused |= sender == INDEX_NONE;
}

struct iwmo_handlers iwmo_sink_begin(struct iwmo_sink *sink) {
    sink->identity.len = 0;
    sink->refused = sink->odd = sink->has_lines = sink->answered = false;
    sink->sum = 0;
    return (struct iwmo_handlers){on_header, on_row, on_declaration, sink};
}

void iwmo_sink_end(struct iwmo_sink *sink, enum iwmo_kind kind) {
    if (kind == IWMO_325 && !sink->answered)
        findings_add(&sink->block->findings, FINDING_ANSWER_EMPTY,
                     row_block_place(sink->block, LINE_NONE, COLUMN_NONE));
}
