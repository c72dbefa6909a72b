/*
 * From text to cells, for every record of a CSV file that is not split quickly (csv_quick.h).  Invariant: both ways of
 * splitting give the same cells, which a differential test asserts; a record with a quote never takes the plain one.
 */
#include "etl/csv_split.h"

#include <string.h>

#include "etl/convert.h"
#include "etl/record_scan.h"

void splitter_start(struct splitter *s, const struct layout *layout, struct slice text, uint32_t line,
                    struct arena *strings) {
    s->layout = layout;
    s->text = text.ptr;
    s->len = text.len;
    s->at = 0;
    s->line = line;
    s->strings = strings;
}

/* Only separators, quotes, spaces, no-break spaces and line ends (inputs.md: such lines are skipped). */
static bool is_blank(const char *text, size_t len, char separator) {
    for (size_t i = 0; i < len; i++) {
        if (text[i] == separator || (text[i] != '\0' && memchr(" \"\t\r\n", text[i], 5)))
            continue;
        if (i + 1 == len || memcmp(text + i, "\xC2\xA0", 2) != 0)
            return false;
        i++;
    }
    return true;
}

/* Columns for which the record has no field are empty. */
static void clear_missing(const struct layout *layout, struct split *split) {
    for (unsigned field = split->fields; field < layout->fields; field++)
        split->cells[layout->columns[field]].len = 0;
}

/* ---- the plain way ---- */

/* The first separator, line end or quote at or behind `at`; the end of the text when there is none. */
static size_t find_mark(const struct splitter *s, size_t at) {
    const char *text = s->text;
    char separator = s->layout->separator;
    while (at < s->len && text[at] != separator && text[at] != '\n' && text[at] != '\r' && text[at] != '"')
        at++;
    return at;
}

/* Splits up to a line end and returns its place; up to a quote, and returns SIZE_MAX. */
static size_t split_plain(const struct splitter *s, struct split *split) {
    const char separator = s->layout->separator;
    size_t begin = s->at;
    split->fields = 0;
    split->extra = false;
    for (;;) {
        size_t place = find_mark(s, begin);
        unsigned field = split->fields++;
        if (field < s->layout->fields)
            split->cells[s->layout->columns[field]] = (struct slice){s->text + begin, place - begin};
        else
            split->extra = split->extra || !is_blank(s->text + begin, place - begin, separator);
        if (place == s->len || s->text[place] != separator)
            return place < s->len && s->text[place] == '"' ? SIZE_MAX : place;
        begin = place + 1;
    }
}

/* ---- the way of quotes ---- */

struct quoted_record {
    struct splitter *splitter;
    struct split *split;
};

static void put_cell(void *context, struct slice cell) {
    const struct quoted_record *record = context;
    struct split *split = record->split;
    const struct layout *layout = record->splitter->layout;
    unsigned field = split->fields++;
    if (field >= layout->fields)
        split->extra = split->extra || convert_trim(cell).len > 0;
    else
        split->cells[layout->columns[field]] =
            (struct slice){arena_strndup(record->splitter->strings, cell.ptr, cell.len), cell.len};
}

/* Splits the record and returns the place of its end. */
static size_t split_quoted(struct splitter *s, struct split *split) {
    struct record found = record_scan(s->text, s->len, s->at, s->layout->separator);
    struct quoted_record record = {s, split};
    split->text_behind = found.text_behind;
    split->fields = 0;
    split->extra = false;
    if (!found.text_behind)
        quoted_split(s->quoted, (struct slice){s->text + s->at, found.end - s->at}, s->layout->separator, put_cell,
                     &record);
    s->line += (uint32_t)record_count_lines(s->text + s->at, found.end - s->at);
    return found.end;
}

bool splitter_next(struct splitter *s, struct split *split) {
    bool blank = true;
    while (blank && s->at < s->len) {
        size_t begin = s->at;
        split->line = s->line;
        split->text_behind = false;
        size_t end = s->by_libcsv ? SIZE_MAX : split_plain(s, split);
        if (end == SIZE_MAX)
            end = split_quoted(s, split);
        blank = is_blank(s->text + begin, end - begin, s->layout->separator);
        s->at = record_skip_end(s->text, s->len, end);
        s->line += s->at > end;
    }
    if (blank)
        return false;
    clear_missing(s->layout, split);
    return true;
}
