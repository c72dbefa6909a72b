/*
 * From text to cells, for every line of every CSV file.  Invariant: both ways of splitting give the same cells, which a
 * differential test asserts; a record with a quote never takes the fast one.
 */
#include "etl/csv_split.h"

#include <string.h>

#include "etl/convert.h"
#include "etl/record_scan.h"

void splitter_release(struct splitter *s) {
    VEC_FREE(s->marks.places);
}

bool splitter_scan(struct splitter *s, const struct layout *layout, const char *text, size_t len) {
    s->layout = layout;
    s->text = text;
    s->len = len;
    field_marks_find(&s->marks, text, len, layout->separator);
    return s->marks.ascii;
}

void splitter_start(struct splitter *s, size_t at, uint32_t line, struct arena *strings) {
    s->at = at;
    s->line = line;
    s->strings = strings;
    s->mark = s->marks.places.data;
    while (*s->mark < at)
        s->mark++;
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

/* ---- the fast way ---- */

/* Goes on behind the fields of the header, to a mark that is no separator; returns its place. */
static size_t skip_extra(struct splitter *s, struct split *split, size_t begin) {
    char separator = s->layout->separator;
    size_t place;
    do {
        place = *s->mark++;
        split->fields++;
    } while (place < s->len && s->text[place] == separator);
    split->extra = !is_blank(s->text + begin, place - begin, separator);
    return place;
}

/* Splits up to a line end and returns its place; up to a quote, and returns SIZE_MAX. */
static size_t split_plain(struct splitter *s, struct split *split) {
    const char *text = s->text;
    const uint8_t *column = s->layout->columns;
    const uint8_t *columns_end = column + s->layout->fields;
    const uint32_t *mark = s->mark;
    const char separator = s->layout->separator;
    size_t len = s->len;
    size_t begin = s->at;
    size_t place;
    split->extra = false;
    for (;;) {
        place = *mark++;
        split->cells[*column++] = (struct slice){text + begin, place - begin};
        if (place == len || text[place] != separator || column == columns_end)
            break;
        begin = place + 1;
    }
    s->mark = mark;
    split->fields = (unsigned)(column - s->layout->columns);
    if (place < len && text[place] == separator)
        place = skip_extra(s, split, place + 1);
    return place < len && text[place] == '"' ? SIZE_MAX : place;
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
    while (*s->mark < found.end)
        s->mark++;
    s->mark += *s->mark == found.end && found.end < s->len;
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
        s->mark += s->at == end + 2; /* the LF behind a CR */
    }
    if (blank)
        return false;
    clear_missing(s->layout, split);
    return true;
}
