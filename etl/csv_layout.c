/*
 * Header binding.  Invariant: in a bound layout every required column has exactly one field, and no column has two.
 * Called by csv_reader for the first chunk of a file.
 */
#include "etl/csv_layout.h"

#include <string.h>

#include "etl/base/utf8.h"
#include "etl/convert.h"
#include "etl/header.h"
#include "etl/record_scan.h"

/* Bytes from which the separator is told: a quote that is still open behind them is no quote to that separator. */
enum { HEADER_LOOKED_AT = 1 << 16 };

/* The names in a header as they stand there, one after the other. */
struct names {
    VEC(struct slice) list;
    struct arena *arena;
};

static void add_name(void *context, struct slice text) {
    struct names *names = context;
    text = convert_trim(text);
    VEC_PUSH(names->list, (struct slice){arena_strndup(names->arena, text.ptr, text.len), text.len});
}

static size_t skip_blank_lines(const char *text, size_t len) {
    size_t line = 0;
    for (size_t at = 0; at < len; at++) {
        if (text[at] == '\n' || text[at] == '\r')
            line = at + 1;
        else if (!memchr(" \t;,\"", text[at], 5))
            return line;
    }
    return len;
}

static size_t skip_remarks(const char *text, size_t len, size_t at) {
    while (at < len && text[at] == '#') {
        const char *end = memchr(text + at, '\n', len - at);
        at = end ? (size_t)(end - text) + 1 : len;
        at += skip_blank_lines(text + at, len - at);
    }
    return at;
}

/* `sep=;` on a line of its own, as Excel writes it; the separator, or NUL. */
static char read_sep_line(const char *text, size_t len, size_t at, size_t *behind) {
    static const char sep[] = "sep=";
    const size_t length = sizeof sep - 1;
    if (len - at <= length || !slice_is_word((struct slice){text + at, length}, sep))
        return '\0';
    char separator = text[at + length];
    size_t end = at + length + 1;
    if (!memchr(";,\t", separator, 3) || (end < len && text[end] != '\r' && text[end] != '\n'))
        return '\0';
    *behind = record_skip_end(text, len, end);
    return separator;
}

static unsigned count_known(const struct schema *schema, const struct names *names) {
    unsigned known = 0;
    for (size_t i = 0; i < names->list.len; i++)
        known += schema_find(schema, names->list.data[i]) != COLUMNS_MAX;
    return known;
}

/*
 * The separator that gives most columns of ours; of equal ones most fields, then the first of `;`, `,` and tab.  NUL
 * when text behind `rest` could still change that: what is chosen does not depend on how much of a file was read at
 * once.
 */
static char choose_separator(const struct schema *schema, struct slice rest, bool whole,
                             struct quoted_splitter *splitter, struct arena *arena) {
    static const char candidates[] = {';', ',', '\t'};
    char best = candidates[0];
    size_t best_score = 0;
    if (rest.len >= HEADER_LOOKED_AT) {
        rest.len = HEADER_LOOKED_AT;
        whole = true;
    }
    for (size_t c = 0; c < sizeof candidates; c++) {
        struct names names = {.arena = arena};
        struct record record = record_scan(rest.ptr, rest.len, 0, candidates[c]);
        if (!whole && (record.open || record.end == rest.len))
            return '\0';
        if (!record.open)
            quoted_split(splitter, (struct slice){rest.ptr, record.end}, candidates[c], add_name, &names);
        size_t score = names.list.len + ((size_t)count_known(schema, &names) << 32);
        if (score > best_score) {
            best_score = score;
            best = candidates[c];
        }
        VEC_FREE(names.list);
    }
    return best;
}

/* Names are compared as bytes; only one that is shown has to be UTF-8, but all of them are few. */
static void decode_names(struct names *names) {
    for (size_t i = 0; i < names->list.len; i++) {
        struct slice *name = &names->list.data[i];
        struct buf decoded = {0};
        if (name->len == 0)
            continue;
        utf8_put_windows_1252(&decoded, name->ptr, name->len);
        *name = (struct slice){arena_strndup(names->arena, decoded.data, decoded.len), decoded.len};
        buf_release(&decoded);
    }
}

enum layout_state layout_bind(struct layout *layout, struct arena *arena, const char *text, size_t len, bool whole,
                              struct quoted_splitter *splitter, struct findings *findings, size_t *begin) {
    size_t at = skip_blank_lines(text, len);
    if (layout->remarks)
        at = skip_remarks(text, len, at);
    char separator = read_sep_line(text, len, at, begin);
    uint32_t line = (uint32_t)record_count_lines(text, at) + 1;
    if (separator) {
        findings_add(findings, FINDING_SEP_LINE, (struct place){layout->source, line, COLUMN_NONE});
        at = *begin + skip_blank_lines(text + *begin, len - *begin);
        line = (uint32_t)record_count_lines(text, at) + 1;
    }
    if (at == len)
        return whole ? LAYOUT_EMPTY : LAYOUT_MORE;
    struct slice rest = {text + at, len - at};
    layout->separator = separator ? separator : choose_separator(layout->schema, rest, whole, splitter, arena);
    if (!layout->separator)
        return LAYOUT_MORE;
    struct record record = record_scan(text, len, at, layout->separator);
    if ((record.open || record_skip_end(text, len, record.end) == len) && !whole)
        return LAYOUT_MORE;
    if (record.open || record.text_behind) {
        enum finding_kind kind = record.open ? FINDING_QUOTE_OPEN : FINDING_HEADER_DAMAGED;
        line = (uint32_t)record_count_lines(text, record.open ? record.open_at : at) + 1;
        findings_add(findings, kind, (struct place){layout->source, line, COLUMN_NONE});
        return LAYOUT_REFUSED;
    }
    struct names names = {.arena = arena};
    quoted_split(splitter, (struct slice){text + at, record.end - at}, layout->separator, add_name, &names);
    layout->fields = (unsigned)names.list.len;
    layout->columns = arena_alloc(arena, names.list.len);
    if (layout->windows_1252)
        decode_names(&names);
    bool good =
        header_bind(layout->schema, names.list.data, names.list.len, layout->source, line, layout->columns, findings);
    VEC_FREE(names.list);
    *begin = record_skip_end(text, len, record.end);
    return good ? LAYOUT_BOUND : LAYOUT_REFUSED;
}
