/*
 * Findings as their readers see them: sentences, one per line, and bevindingen.csv.  Invariant: no value that is a
 * client that was loaded, or could be a BSN, is written.
 */
#include <stdlib.h>
#include <string.h>

#include "etl/base/delimited.h"
#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/code.h"
#include "etl/findings.h"

enum { PIECE = 1 << 16, UNKNOWN_MASK = 0, NO_MASK = 1, MASK = 2 };

/* ---- one at a time ---- */

void findings_cursor_open(struct findings_cursor *cursor, const struct findings *findings,
                          const struct sources *sources, const struct intern *clients, uint32_t source) {
    const struct finding *list = findings->list.data;
    *cursor = (struct findings_cursor){.findings = findings, .sources = sources, .clients = clients};
    cursor->end = findings->list.len;
    cursor->masks = mem_calloc(findings->texts.count, 1);
    if (source == SOURCE_ALL)
        return;
    while (cursor->next < cursor->end && list[cursor->next].source != source)
        cursor->next++;
    cursor->end = cursor->next;
    while (cursor->end < findings->list.len && list[cursor->end].source == source)
        cursor->end++;
}

void findings_cursor_close(struct findings_cursor *cursor) {
    VEC_FREE(cursor->runs);
    free(cursor->masks);
}

static bool comes_before(const struct findings_cursor *cursor, const struct finding *a, const struct finding *b) {
    if (a->source != b->source || a->line != b->line)
        return a->source == b->source && a->line < b->line;
    int order = strcmp(finding_column(a, cursor->sources), finding_column(b, cursor->sources));
    if (order == 0)
        order = strcmp(finding_info((enum finding_kind)a->kind)->code, finding_info((enum finding_kind)b->kind)->code);
    return order < 0;
}

const struct finding *findings_cursor_next(struct findings_cursor *cursor) {
    size_t first = 0;
    for (size_t i = 1; i < cursor->runs.len; i++)
        if (comes_before(cursor, &cursor->runs.data[i], &cursor->runs.data[first]))
            first = i;
    const struct finding *head = cursor->next < cursor->end ? &cursor->findings->list.data[cursor->next] : NULL;
    if (cursor->runs.len > 0 && (!head || !comes_before(cursor, head, &cursor->runs.data[first]))) {
        struct finding *run = &cursor->runs.data[first];
        cursor->current = *run;
        run->line++;
        if (--run->repeat == 0)
            *run = cursor->runs.data[--cursor->runs.len];
    } else if (head) {
        cursor->current = *head;
        cursor->next++;
        if (head->repeat > 1) {
            struct finding rest = *head;
            rest.line++;
            rest.repeat--;
            VEC_PUSH(cursor->runs, rest);
        }
    } else {
        return NULL;
    }
    cursor->current.repeat = 1;
    return &cursor->current;
}

/* ---- masking ---- */

enum run_class { RUN_CODE, RUN_ALNUM, RUN_DIGITS, RUN_CLASSES };

static bool in_class(char c, enum run_class class) {
    bool digit = c >= '0' && c <= '9';
    bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    bool mark = c == '-' || c == '.' || c == '_';
    return digit || (letter && class != RUN_DIGITS) || (mark && class == RUN_CODE);
}

static bool looks_like_client(const struct intern *clients, struct slice run) {
    char with_zero[10] = "0";
    if (code_is_bsn(run) || intern_find(clients, run) != INTERN_NONE)
        return true;
    if (run.len != 8)
        return false;
    memcpy(with_zero + 1, run.ptr, run.len);
    return intern_find(clients, (struct slice){with_zero, 9}) != INTERN_NONE;
}

/* Replaces what looks like a client by stars; `masked` starts as a copy of the text. */
static bool mask(const struct intern *clients, struct slice text, char *masked) {
    bool any = false;
    for (int class = 0; class < RUN_CLASSES; class ++) {
        for (size_t i = 0; i < text.len;) {
            size_t begin = i;
            while (i < text.len && in_class(text.ptr[i], (enum run_class) class))
                i++;
            if (i == begin) {
                i++;
            } else if (looks_like_client(clients, (struct slice){text.ptr + begin, i - begin})) {
                memset(masked + begin, '*', i - begin);
                any = true;
            }
        }
    }
    return any;
}

/* ---- sentences ---- */

static void put_text(struct findings_cursor *cursor, uint32_t id, struct buf *out) {
    if (id == INTERN_NONE) {
        buf_puts(out, "de waarde");
        return;
    }
    struct slice text = intern_text(&cursor->findings->texts, id);
    buf_puts(out, "“");
    size_t begin = out->len;
    buf_add(out, text.ptr, text.len);
    if (cursor->masks[id] != NO_MASK)
        cursor->masks[id] = mask(cursor->clients, text, out->data + begin) ? MASK : NO_MASK;
    buf_puts(out, "”");
}

static void put_argument(struct findings_cursor *cursor, const struct finding *finding, struct slice name,
                         struct buf *out) {
    if (slice_is_word(name, "kolom")) {
        buf_puts(out, finding_column(finding, cursor->sources));
        return;
    }
    unsigned arg = name.ptr[name.len - 1] == '1';
    uint32_t value = finding->args[arg];
    if (name.ptr[0] == '#') {
        buf_put_int(out, value);
    } else if (name.ptr[0] == '=') {
        struct slice text = intern_text(&cursor->findings->texts, value);
        buf_add(out, text.ptr, text.len);
    } else {
        put_text(cursor, value, out);
    }
}

uint32_t finding_line(const struct finding *finding, const struct sources *sources) {
    return source_line(&sources->list.data[finding->source], finding->line);
}

/* A name as a spreadsheet writes it before a cell, masked as all text from the input. */
static void put_sheet(const struct findings_cursor *cursor, const char *name, struct buf *out) {
    struct slice text = slice_of(name);
    bool plain = code_is_valid(text);
    size_t begin = out->len + !plain;
    buf_puts(out, plain ? "" : "'");
    buf_puts(out, name);
    mask(cursor->clients, text, out->data + begin);
    buf_puts(out, plain ? "" : "'");
}

/* Of a workbook: "Blad1!C14: ", the cell that the finding is about. */
static void put_cell(const struct findings_cursor *cursor, const struct finding *finding, struct buf *out) {
    const struct source *source = &cursor->sources->list.data[finding->source];
    const struct sheet_places *sheets = &source->sheets;
    if (finding->line == LINE_NONE || sheets->count == 0)
        return;
    const struct sheet_place *sheet = &sheets->list[finding->line % sheets->count];
    uint32_t column = finding->column == COLUMN_NONE ? SHEET_COLUMN_NONE : sheet->columns[finding->column];
    put_sheet(cursor, sheet->name, out);
    buf_putc(out, '!');
    if (column == SHEET_COLUMN_NONE) /* the whole row */
        buf_printf(out, "%u:", finding_line(finding, cursor->sources));
    else
        source_put_column(column, out);
    buf_put_int(out, finding_line(finding, cursor->sources));
    buf_puts(out, ": ");
}

void finding_put_message(struct findings_cursor *cursor, const struct finding *finding, struct buf *out) {
    put_cell(cursor, finding, out);
    const char *at = finding_info((enum finding_kind)finding->kind)->message;
    const char *open;
    while ((open = strchr(at, '{'))) {
        const char *close = strchr(open, '}');
        if (!close)
            BUG("message");
        buf_add(out, at, (size_t)(open - at));
        put_argument(cursor, finding, (struct slice){open + 1, (size_t)(close - open - 1)}, out);
        at = close + 1;
    }
    buf_puts(out, at);
}

/* ---- bevindingen.csv ---- */

static void put_row(struct findings_cursor *cursor, const struct finding *finding, struct buf *message,
                    struct buf *out) {
    const struct finding_info *info = finding_info((enum finding_kind)finding->kind);
    delimited_put(out, slice_of(cursor->sources->list.data[finding->source].path));
    buf_putc(out, ';');
    if (finding->line != LINE_NONE)
        buf_put_int(out, finding_line(finding, cursor->sources));
    buf_putc(out, ';');
    buf_puts(out, finding_column(finding, cursor->sources));
    buf_printf(out, ";%s;%s;", severity_name(info->severity), info->code);
    message->len = 0;
    finding_put_message(cursor, finding, message);
    delimited_put(out, (struct slice){message->data, message->len});
    buf_putc(out, '\n');
}

bool findings_write(const struct findings *findings, const struct sources *sources, const struct intern *clients,
                    uint32_t source, findings_sink *write, void *context) {
    struct findings_cursor cursor;
    struct buf out = {0};
    struct buf message = {0};
    bool good = true;
    const struct finding *finding;
    findings_cursor_open(&cursor, findings, sources, clients, source);
    buf_puts(&out, "bestand;regel;kolom;ernst;code;melding\n");
    while (good && (finding = findings_cursor_next(&cursor))) {
        put_row(&cursor, finding, &message, &out);
        if (out.len >= PIECE) {
            good = write(context, out.data, out.len);
            out.len = 0;
        }
    }
    if (good && out.len > 0)
        good = write(context, out.data, out.len);
    findings_cursor_close(&cursor);
    buf_release(&out);
    buf_release(&message);
    return good;
}
