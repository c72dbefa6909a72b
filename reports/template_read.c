/*
 * Reads template files, with the parser of the input (quotes, line ends) but more strictly.  Invariant: a row reaches
 * the caller only with all its columns, in the caller's order, without a required value missing.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "etl/base/utf8.h"
#include "etl/csv_quoted.h"
#include "etl/record_scan.h"
#include "reports/template.h"

enum { FILE_MOST = 1 << 24, FIELDS_MAX = 64, NO_COLUMN = TEMPLATE_COLUMNS_MAX };

struct reading {
    struct template_row row;
    size_t count;             /* columns asked for */
    size_t place[FIELDS_MAX]; /* of field i of the file: which column, NO_COLUMN for one without a name */
    size_t fields;            /* in the header */
    char separator;
    struct buf text; /* the file, as UTF-8 */
    const char *cell[FIELDS_MAX];
    size_t cells; /* of the record at hand, of which the first FIELDS_MAX are kept */
    struct arena arena;
    struct quoted_splitter *splitter;
};

/* ---- the text ---- */

static bool read_bytes(const char *path, struct buf *bytes, struct error *err) {
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return error_set_errno(err, errno, "%s kan niet worden gelezen", path);
    char block[1 << 14];
    for (size_t len; bytes->len <= FILE_MOST && (len = fread(block, 1, sizeof block, file)) > 0;)
        buf_add(bytes, block, len);
    bool done = !ferror(file) || error_set_errno(err, errno, "%s kan niet worden gelezen", path);
    fclose(file);
    if (done && bytes->len > FILE_MOST)
        done = error_set(err, "%s is te groot; verwacht hoogstens 16 MB", path);
    return done;
}

/* As Excel may have saved it: UTF-8 with or without BOM, else Windows-1252. */
static bool read_text(struct reading *reading, struct error *err) {
    static const char bom[] = "\xEF\xBB\xBF";
    struct buf bytes = {0};
    const char *path = reading->row.path;
    bool done = read_bytes(path, &bytes, err);
    if (done && bytes.len > 0 && memchr(bytes.data, '\0', bytes.len) != NULL)
        done = error_set(err, "%s is geen tekst; verwacht een CSV-bestand in UTF-8", path);
    size_t skip = bytes.len >= 3 && memcmp(bytes.data, bom, 3) == 0 ? 3 : 0;
    if (done && bytes.len > skip && utf8_is_valid(bytes.data + skip, bytes.len - skip))
        buf_add(&reading->text, bytes.data + skip, bytes.len - skip);
    else if (done && bytes.len > skip)
        utf8_put_windows_1252(&reading->text, bytes.data, bytes.len);
    buf_release(&bytes);
    return done;
}

/* ---- records ---- */

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void take_cell(void *context, struct slice text) {
    struct reading *reading = context;
    while (text.len > 0 && is_space(text.ptr[0]))
        text = (struct slice){text.ptr + 1, text.len - 1};
    while (text.len > 0 && is_space(text.ptr[text.len - 1]))
        text.len--;
    if (reading->cells < FIELDS_MAX)
        reading->cell[reading->cells] = arena_strndup(&reading->arena, text.ptr, text.len);
    reading->cells++;
}

static bool is_blank(const struct reading *reading) {
    for (size_t i = 0; i < reading->cells && i < FIELDS_MAX; i++)
        if (reading->cell[i][0] != '\0')
            return false;
    return true;
}

/* The separator that the header has most of. */
static char find_separator(struct slice header) {
    static const char separators[] = ";,\t";
    size_t count[sizeof separators] = {0};
    size_t best = 0;
    for (size_t i = 0; i < header.len; i++) {
        const char *found = header.ptr[i] == '\0' ? NULL : strchr(separators, header.ptr[i]);
        if (found != NULL)
            count[found - separators]++;
    }
    for (size_t i = 1; i < sizeof separators - 1; i++)
        if (count[i] > count[best])
            best = i;
    return separators[best];
}

static bool bind_header(struct reading *reading, struct error *err) {
    const struct template_row *row = &reading->row;
    bool seen[TEMPLATE_COLUMNS_MAX] = {false};
    if (reading->cells > FIELDS_MAX)
        return error_set(err, "%s, regel %lu: te veel kolommen; verwacht er %zu", row->path, row->line, reading->count);
    reading->fields = reading->cells;
    for (size_t f = 0; f < reading->fields; f++) {
        size_t i = 0;
        while (i < reading->count && !slice_is_word(slice_of(reading->cell[f]), row->columns[i].name))
            i++;
        reading->place[f] = NO_COLUMN;
        if (reading->cell[f][0] == '\0')
            continue;
        if (i == reading->count || seen[i])
            return error_set(err, "%s, regel %lu: de kolom “%s” hoort hier niet", row->path, row->line,
                             reading->cell[f]);
        seen[i] = true;
        reading->place[f] = i;
    }
    for (size_t i = 0; i < reading->count; i++)
        if (!seen[i])
            return error_set(err, "%s, regel %lu: de kolom “%s” ontbreekt", row->path, row->line, row->columns[i].name);
    return true;
}

static bool bind_cells(struct reading *reading, struct error *err) {
    struct template_row *row = &reading->row;
    for (size_t i = 0; i < reading->count; i++)
        row->cell[i] = "";
    for (size_t f = 0; f < reading->cells; f++) {
        bool named = f < reading->fields && reading->place[f] != NO_COLUMN;
        if (named)
            row->cell[reading->place[f]] = reading->cell[f];
        else if (f >= FIELDS_MAX || reading->cell[f][0] != '\0')
            return error_set(err, "%s, regel %lu: te veel velden; verwacht er %zu", row->path, row->line,
                             reading->count);
    }
    for (size_t i = 0; i < reading->count; i++)
        if (row->columns[i].required && row->cell[i][0] == '\0')
            return template_mistake(row, i, err, "hier ontbreekt een waarde");
    return true;
}

static bool check_quotes(const struct reading *reading, const struct record *record, struct error *err) {
    const struct template_row *row = &reading->row;
    if (record->open)
        return error_set(err, "%s, regel %lu: een aanhalingsteken wordt niet gesloten", row->path, row->line);
    if (record->text_behind)
        return error_set(err,
                         "%s, regel %lu: tekst achter een afsluitend aanhalingsteken; verwacht “%c” of het einde "
                         "van de regel",
                         row->path, row->line, reading->separator);
    return true;
}

struct receiver {
    bool (*each)(void *context, const struct template_row *row, struct error *err);
    void *context;
};

/* The first record with anything in it is the header. */
static bool use_record(struct reading *reading, const struct receiver *receiver, struct error *err) {
    if (is_blank(reading))
        return true;
    if (reading->fields == 0)
        return bind_header(reading, err);
    return bind_cells(reading, err) && receiver->each(receiver->context, &reading->row, err);
}

static bool read_records(struct reading *reading, const struct receiver *receiver, struct error *err) {
    const char *text = reading->text.data;
    size_t len = reading->text.len;
    size_t next;
    reading->row.line = 1;
    for (size_t at = 0; at < len; at = next) {
        if (reading->fields == 0)
            reading->separator = find_separator((struct slice){text + at, strcspn(text + at, "\r\n")});
        struct record record = record_scan(text, len, at, reading->separator);
        if (!check_quotes(reading, &record, err))
            return false;
        reading->cells = 0;
        quoted_split(reading->splitter, (struct slice){text + at, record.end - at}, reading->separator, take_cell,
                     reading);
        if (!use_record(reading, receiver, err))
            return false;
        next = record_skip_end(text, len, record.end);
        reading->row.line += record_count_lines(text + at, next - at);
    }
    return reading->fields > 0 ||
           error_set(err, "%s is leeg; verwacht een regel met de namen van de kolommen", reading->row.path);
}

bool template_read(const char *path, const struct template_column *columns, size_t count,
                   bool (*each)(void *context, const struct template_row *row, struct error *err), void *context,
                   struct error *err) {
    struct reading reading = {
        .row = {.path = path, .columns = columns}, .count = count, .splitter = quoted_splitter_open()};
    arena_init(&reading.arena);
    bool done = read_text(&reading, err) && read_records(&reading, &(struct receiver){each, context}, err);
    quoted_splitter_close(reading.splitter);
    arena_release(&reading.arena);
    buf_release(&reading.text);
    return done;
}
