/*
 * One written sheet against its layout.  Invariant: the cells of both are walked in the same order, each exactly once.
 * Called by verify.c.
 */
#include "reports/book/verify_parts.h"

#include <stdio.h>
#include <string.h>

struct reader {
    const struct package *package;
    const struct part *part;
    const struct placed_sheet *sheet;
    bool failed;
    size_t next;        /* cell that is expected */
    uint16_t spread;    /* columns of it that were seen */
    size_t next_spread; /* cell from which on a spread text is expected */
    size_t next_table;
    bool has_drawing;
    bool is_locked;
    size_t next_input; /* cell from which on one that is checked when filled in is expected */
    char address[16];  /* of the cell at hand */
    bool is_string;
    bool has_value;
    bool in_value;
    struct buf value;
};

static void fail(struct reader *reader, const char *what) {
    if (!reader->failed)
        damaged(reader->package, "blad «%s»: %s%s%s", reader->sheet->name, what, reader->address[0] ? " " : "",
                reader->address);
    reader->failed = true;
}

static void range_name(const struct area *area, char range[34]) {
    char from[16];
    char to[16];
    layout_cell_name(area->first_row, area->first_column, from);
    layout_cell_name(area->last_row, area->last_column, to);
    snprintf(range, 34, "%s:%s", from, to);
}

/* ---- cells ---- */

/* A whole number below `limit`, else `limit`. */
static size_t read_index(const char *text, size_t limit) {
    size_t index = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9' && index < limit; at++)
        index = index * 10 + (size_t)(*at - '0');
    return at > text && *at == '\0' && index < limit ? index : limit;
}

static const char *shared_string(const struct package *package, const char *number) {
    size_t index = read_index(number, package->strings.len);
    return index < package->strings.len ? package->strings.data[index] : NULL;
}

static bool has_meant_value(const struct reader *reader, const struct placed *placed) {
    if (placed->type == PLACED_BLANK || reader->spread > 0)
        return !reader->has_value;
    if (!reader->has_value || reader->is_string != (placed->type == PLACED_TEXT))
        return false;
    if (placed->type == PLACED_NUMBER)
        return number_equals(reader->value.data, placed->units, placed->scale);
    const char *text = shared_string(reader->package, reader->value.data);
    return text && strcmp(text, placed->text) == 0;
}

/* At the end of a cell: is it the one that comes next, with its value? */
static void check_cell(struct reader *reader) {
    if (reader->next == reader->sheet->cells.len) {
        fail(reader, "onverwachte cel");
        return;
    }
    const struct placed *placed = &reader->sheet->cells.data[reader->next];
    char meant[16];
    layout_cell_name(placed->row, (uint16_t)(placed->column + reader->spread), meant);
    if (strcmp(reader->address, meant) != 0) {
        char what[64];
        snprintf(what, sizeof what, "waar cel %s hoort staat", meant);
        fail(reader, what);
    } else if (!has_meant_value(reader, placed)) {
        fail(reader, "afwijkende cel");
    }
    if (++reader->spread == placed->span) {
        reader->spread = 0;
        reader->next++;
    }
}

static void begin_cell(struct reader *reader, const char **attributes) {
    const char *address = xml_attribute(attributes, "r");
    const char *style = xml_attribute(attributes, "s");
    const char *type = xml_attribute(attributes, "t");
    size_t len = address ? strlen(address) : 0;
    reader->address[0] = '\0';
    if (len < sizeof reader->address)
        memcpy(reader->address, address ? address : "", len + 1);
    reader->is_string = type && strcmp(type, "s") == 0;
    reader->has_value = false;
    reader->value.len = 0;
    if (style && read_index(style, reader->package->style_count) == reader->package->style_count)
        fail(reader, "onbekende opmaak van cel");
}

/* ---- what hangs on the sheet ---- */

/* Every spread text, in the order of the cells, and nothing else. */
static void check_spread(struct reader *reader, const char *range) {
    const struct placed_sheet *sheet = reader->sheet;
    size_t at = reader->next_spread;
    while (at < sheet->cells.len && sheet->cells.data[at].span == 1)
        at++;
    reader->next_spread = at + 1;
    if (at >= sheet->cells.len) {
        fail(reader, "onverwachte samengevoegde cellen");
        return;
    }
    const struct placed *placed = &sheet->cells.data[at];
    struct area meant = {
        .first_row = placed->row,
        .last_row = placed->row,
        .first_column = placed->column,
        .last_column = (uint16_t)(placed->column + placed->span - 1),
    };
    char name[34];
    range_name(&meant, name);
    if (!range || strcmp(range, name) != 0)
        fail(reader, "afwijkende samengevoegde cellen");
}

struct table_reader {
    struct reader *sheet;
    const struct placed_table *table;
    size_t columns;
};

static void read_table(void *context, const char *element, const char **attributes) {
    struct table_reader *reader = context;
    const struct placed_table *table = reader->table;
    const char *name = xml_attribute(attributes, "name");
    if (strcmp(element, "table") == 0) {
        char range[34];
        range_name(&table->area, range);
        const char *ref = xml_attribute(attributes, "ref");
        if (!name || strcmp(name, table->name) != 0 || !ref || strcmp(ref, range) != 0)
            fail(reader->sheet, "afwijkende tabel");
    } else if (strcmp(element, "tableColumn") == 0) {
        if (reader->columns >= table->table->column_count || !name ||
            strcmp(name, table->headers[reader->columns]) != 0)
            fail(reader->sheet, "afwijkende tabelkolom");
        reader->columns++;
    }
}

static void check_table(struct reader *reader, const char *id) {
    struct part *part = package_follow(reader->package, reader->part->name, id);
    const struct xml_walk walk = {.begin = read_table};
    reader->address[0] = '\0';
    if (!part || reader->next_table == reader->sheet->tables.len) {
        fail(reader, "onverwachte tabel");
        return;
    }
    struct table_reader table = {reader, &reader->sheet->tables.data[reader->next_table++], 0};
    reader->failed |= !package_walk(reader->package, part, &walk, &table);
    if (table.columns != table.table->table->column_count)
        fail(reader, "onvolledige tabel");
}

/* What may be filled in, in the order of the cells. */
static void check_input(struct reader *reader, const char *range) {
    const struct placed_sheet *sheet = reader->sheet;
    size_t at = reader->next_input;
    while (at < sheet->cells.len && !placed_is_checked(&sheet->cells.data[at]))
        at++;
    reader->next_input = at + 1;
    char meant[16] = "";
    if (at < sheet->cells.len)
        layout_cell_name(sheet->cells.data[at].row, sheet->cells.data[at].column, meant);
    if (!range || strcmp(range, meant) != 0)
        fail(reader, "afwijkende cellen om in te vullen");
}

/* ---- the sheet ---- */

static void begin_element(void *context, const char *name, const char **attributes) {
    struct reader *reader = context;
    if (strcmp(name, "c") == 0)
        begin_cell(reader, attributes);
    else if (strcmp(name, "v") == 0)
        reader->has_value = reader->in_value = true;
    else if (strcmp(name, "mergeCell") == 0)
        check_spread(reader, xml_attribute(attributes, "ref"));
    else if (strcmp(name, "tablePart") == 0)
        check_table(reader, xml_attribute(attributes, "r:id"));
    else if (strcmp(name, "dataValidation") == 0)
        check_input(reader, xml_attribute(attributes, "sqref"));
    else if (strcmp(name, "sheetProtection") == 0)
        reader->is_locked = true;
    else if (strcmp(name, "drawing") == 0)
        reader->has_drawing = package_follow(reader->package, reader->part->name, xml_attribute(attributes, "r:id"));
}

static void end_element(void *context, const char *name) {
    struct reader *reader = context;
    if (strcmp(name, "v") == 0)
        reader->in_value = false;
    else if (strcmp(name, "c") == 0 && !reader->failed)
        check_cell(reader);
}

static void add_text(void *context, const char *text, int len) {
    struct reader *reader = context;
    if (reader->in_value)
        buf_add(&reader->value, text, (size_t)len);
}

/* What was expected after the last that the sheet has. */
static void check_rest(struct reader *reader) {
    const struct placed_sheet *sheet = reader->sheet;
    reader->address[0] = '\0';
    if (reader->next < sheet->cells.len)
        fail(reader, "er ontbreken cellen");
    for (size_t i = reader->next_spread; i < sheet->cells.len; i++)
        if (sheet->cells.data[i].span > 1)
            fail(reader, "er ontbreken samengevoegde cellen");
    for (size_t i = reader->next_input; i < sheet->cells.len; i++)
        if (placed_is_checked(&sheet->cells.data[i]))
            fail(reader, "er ontbreken cellen om in te vullen");
    if (reader->is_locked != sheet->locked)
        fail(reader, "de beveiliging wijkt af");
    if (reader->next_table < sheet->tables.len)
        fail(reader, "er ontbreekt een tabel");
    if (sheet->graphs.len > 0 && !reader->has_drawing)
        fail(reader, "er ontbreken grafieken");
}

bool verify_sheet(const struct package *package, struct part *part, const struct placed_sheet *sheet) {
    const struct xml_walk walk = {begin_element, end_element, add_text};
    struct reader reader = {.package = package, .part = part, .sheet = sheet};
    buf_reserve(&reader.value, 64);
    reader.failed |= !package_walk(package, part, &walk, &reader);
    check_rest(&reader);
    buf_release(&reader.value);
    return !reader.failed;
}
