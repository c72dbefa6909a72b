/*
 * Scanning for records.  Invariant: record_cut ends a chunk only where record_scan would end a record, so that a file
 * is read the same in chunks of any size.
 */
#include "etl/record_scan.h"

#include <string.h>

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

static bool is_blank(char c, char separator) {
    return c == ' ' || (c == '\t' && separator != '\t');
}

size_t record_skip_end(const char *text, size_t len, size_t at) {
    if (at < len && text[at] == '\r')
        return at + 1 < len && text[at + 1] == '\n' ? at + 2 : at + 1;
    return at < len && text[at] == '\n' ? at + 1 : at;
}

/* Behind the quote that closes the one at `at`; 0 when none does. */
static size_t find_close(const char *text, size_t len, size_t at) {
    size_t i = at + 1;
    const char *quote;
    while (i < len && (quote = memchr(text + i, '"', len - i))) {
        i = (size_t)(quote - text) + 1;
        if (i == len || text[i] != '"')
            return i;
        i++;
    }
    return 0;
}

struct record record_scan(const char *text, size_t len, size_t at, char separator) {
    struct record record = {.end = len};
    for (;;) {
        while (at < len && is_blank(text[at], separator))
            at++;
        if (at < len && text[at] == '"') {
            size_t behind = find_close(text, len, at);
            if (behind == 0) {
                record.open = true;
                record.open_at = at;
                return record;
            }
            at = behind;
            while (at < len && is_blank(text[at], separator))
                at++;
            record.text_behind |= at < len && text[at] != separator && !is_line_end(text[at]);
        }
        while (at < len && text[at] != separator && !is_line_end(text[at]))
            at++;
        if (at == len || is_line_end(text[at])) {
            record.end = at;
            return record;
        }
        at++;
    }
}

/* Does the quote at `at`, outside of quotes, open a field? */
static bool opens(const char *text, size_t at, char separator) {
    while (at > 0 && is_blank(text[at - 1], separator))
        at--;
    return at == 0 || text[at - 1] == separator || is_line_end(text[at - 1]);
}

/* Behind the last line end in [begin, end) that is certainly whole; `before` when there is none. */
static size_t last_line_end(const char *text, size_t begin, size_t end, size_t len, size_t before) {
    const char *lf = end > begin ? memrchr(text + begin, '\n', end - begin) : NULL;
    size_t from = lf ? (size_t)(lf - text) + 1 : begin;
    const char *cr = end > from ? memrchr(text + from, '\r', end - from) : NULL;
    if (cr && (size_t)(cr - text) + 1 == len) /* its LF may still come */
        cr = cr > text + from ? memrchr(text + from, '\r', (size_t)(cr - text) - from) : NULL;
    if (cr)
        return (size_t)(cr - text) + 1;
    return lf ? from : before;
}

struct cut record_cut(const char *text, size_t len, char separator) {
    struct cut cut = {0};
    size_t at = 0;
    for (;;) {
        const char *found = at < len ? memchr(text + at, '"', len - at) : NULL;
        size_t quote = found ? (size_t)(found - text) : len;
        cut.end = last_line_end(text, at, quote, len, cut.end);
        if (!found)
            return cut;
        if (!opens(text, quote, separator)) {
            at = quote + 1;
            continue;
        }
        at = find_close(text, len, quote);
        if (at == 0 || at == len) { /* a quote at the very end may be half of a double one */
            cut.open = at == 0;
            cut.open_at = quote;
            return cut;
        }
    }
}

size_t record_count_lines(const char *text, size_t len) {
    size_t lines = 0;
    for (size_t i = 0; i < len; i = record_skip_end(text, len, i)) {
        while (i < len && !is_line_end(text[i]))
            i++;
        lines += i < len;
    }
    return lines;
}
