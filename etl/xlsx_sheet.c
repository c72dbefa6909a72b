/*
 * From the XML of a sheet to cells.  Two ways lead there: the parser (start, end, text) and, for plain cells,
 * xlsx_fast.h.
 *
 * Invariant: the second is taken only where the parser has just ended a tag and waits between two cells of a row, so
 * that it misses nothing.
 */
#include "etl/xlsx_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "etl/xlsx_path.h"

enum {
    WINDOW = XML_PIECE,
    KEPT_MAX = 8192,      /* of a plain cell that goes on behind the window */
    TEXT_MAX = 256 << 10, /* of one cell: more than fits in one */
    SLOW_MAX = 20000      /* tags in a row without a plain cell: there will be none, and trying costs time */
};

enum { WORKSHEET = 1, DATA, ROW, CELL, VALUE, FORMULA, INLINE, INLINE_T, INLINE_R, INLINE_R_T };

static const struct xlsx_element elements[] = {
    {0, ""},       {0, "worksheet"}, {WORKSHEET, "sheetData"},
    {DATA, "row"}, {ROW, "c"},       {CELL, "v"},
    {CELL, "f"},   {CELL, "is"},     {INLINE, "t"},
    {INLINE, "r"}, {INLINE_R, "t"},
};

/* What a cell in `text` is made of, in this order. */
struct cell_text {
    struct buf text;
    size_t place; /* lengths */
    size_t style;
};

struct xlsx_sheet_reader {
    struct xlsx_workbook *workbook;
    struct xml_reader *xml;
    const char *part;
    struct xlsx_grid grid;
    struct xlsx_path path;
    bool seen;                 /* the worksheet began */
    struct xlsx_raw_cell cell; /* that the parser is in; its texts are in the next */
    struct cell_text own;
    uint64_t fed;     /* to the parser */
    uint64_t between; /* so much was fed when it last stood between two cells of a row */
    bool plain_row;   /* the tag of the row has no prefix, so cells without one are ours */
    bool plain_next;  /* what comes next may be a plain cell */
    unsigned slow;    /* tags since the last plain cell */
    size_t kept;      /* bytes of the window that are still to be read */
    char window[KEPT_MAX + WINDOW];
};

/* ---- the parser's way ---- */

static void begin_cell(struct xlsx_sheet_reader *reader, const char *const *attributes) {
    const char *place = xlsx_attribute(attributes, "r");
    const char *style = xlsx_attribute(attributes, "s");
    const char *type = xlsx_attribute(attributes, "t");
    struct cell_text *own = &reader->own;
    reader->cell = (struct xlsx_raw_cell){.type = type ? xlsx_type_of(slice_of(type)) : XLSX_TYPE_NUMBER};
    own->text.len = 0;
    buf_puts(&own->text, place ? place : "");
    own->place = own->text.len;
    buf_puts(&own->text, style ? style : "");
    own->style = own->text.len - own->place;
}

static void end_cell(struct xlsx_sheet_reader *reader) {
    const struct cell_text *own = &reader->own;
    size_t before = own->place + own->style;
    reader->cell.at = (struct slice){own->text.data, own->place};
    reader->cell.style = (struct slice){own->text.data + own->place, own->style};
    reader->cell.text = (struct slice){own->text.data + before, own->text.len - before};
    xlsx_grid_cell(&reader->grid, &reader->cell);
}

static void start(void *context, struct slice space, const char *name, const char *const *attributes) {
    struct xlsx_sheet_reader *reader = context;
    switch (xlsx_path_enter(&reader->path, space, name)) {
    case WORKSHEET: reader->seen = true; break;
    case ROW:
        xlsx_grid_row(&reader->grid, xlsx_attribute(attributes, "r"));
        reader->between = xml_reader_taken(reader->xml);
        reader->plain_row = false;
        break;
    case CELL: begin_cell(reader, attributes); break;
    case VALUE:
    case INLINE: reader->cell.has_value = true; break;
    case FORMULA: reader->cell.has_formula = true; break;
    default: break;
    }
    if (reader->grid.wrong)
        xml_reader_stop(reader->xml);
}

static void end(void *context) {
    struct xlsx_sheet_reader *reader = context;
    if (xlsx_path_leave(&reader->path) == CELL) {
        end_cell(reader);
        reader->between = xml_reader_taken(reader->xml);
    }
    if (reader->grid.wrong || reader->grid.stopped)
        xml_reader_stop(reader->xml);
}

static void text(void *context, const char *bytes, size_t len) {
    struct xlsx_sheet_reader *reader = context;
    unsigned here = xlsx_path_here(&reader->path);
    if (here != VALUE && here != INLINE_T && here != INLINE_R_T)
        return;
    if (reader->own.text.len + len > TEXT_MAX)
        xml_reader_refuse(reader->xml, "een tekst die langer is dan in een cel past");
    else
        buf_add(&reader->own.text, bytes, len);
}

/* ---- windows ---- */

static bool feed(struct xlsx_sheet_reader *reader, const char *bytes, size_t len, bool last) {
    reader->fed += len;
    return xml_reader_feed(reader->xml, bytes, len, last);
}

/* How much the parser is fed at once: up to the end of a tag where plain cells may follow, else all there is. */
static size_t slow_length(const struct xlsx_sheet_reader *reader, const char *at, const char *end) {
    size_t most = (size_t)(end - at) < XML_PIECE ? (size_t)(end - at) : XML_PIECE;
    bool by_tag = reader->path.known >= DATA && reader->slow < SLOW_MAX;
    const char *close = by_tag ? memchr(at, '>', most) : NULL;
    return close ? (size_t)(close - at) + 1 : most;
}

/* Does the parser, which was just fed these bytes, stand between two cells of a row without a prefix? */
static bool is_between(struct xlsx_sheet_reader *reader, const char *bytes, size_t len) {
    const char *tag = memrchr(bytes, '<', len);
    size_t left = tag ? len - (size_t)(tag - bytes) : 0;
    if (reader->fed != reader->between || xlsx_path_here(&reader->path) != ROW || reader->slow >= SLOW_MAX)
        return false;
    if (left > 4 && memcmp(tag, "<row", 4) == 0 && (tag[4] == ' ' || tag[4] == '>'))
        reader->plain_row = true;
    return reader->plain_row;
}

/* Reads plain cells from *at on; false when the last one may go on behind the end. */
static bool read_plain(struct xlsx_sheet_reader *reader, const char **at, const char *end) {
    struct xlsx_raw_cell cell;
    enum xlsx_fast found = XLSX_FAST_CELL;
    while (!reader->grid.wrong && !reader->grid.stopped) {
        found = xlsx_fast_cell(at, end, &cell);
        if (found != XLSX_FAST_CELL)
            break;
        reader->slow = 0;
        xlsx_grid_cell(&reader->grid, &cell);
    }
    return found != XLSX_FAST_MORE;
}

/* Reads the first `len` bytes of the window and keeps what is left of them; false when the parser stopped. */
static bool read_window(struct xlsx_sheet_reader *reader, size_t len) {
    const char *at = reader->window;
    const char *end = at + len;
    while (at < end && !reader->grid.wrong && !reader->grid.stopped) {
        if (reader->plain_next && !read_plain(reader, &at, end) && (size_t)(end - at) <= KEPT_MAX)
            break;
        size_t part = slow_length(reader, at, end);
        if (part > 0 && !feed(reader, at, part, false))
            return false;
        reader->slow++;
        reader->plain_next = part > 0 ? is_between(reader, at, part) : reader->plain_next;
        at += part;
    }
    reader->kept = (size_t)(end - at);
    memmove(reader->window, at, reader->kept);
    return true;
}

/* ---- for users ---- */

struct xlsx_sheet_reader *xlsx_sheet_open(struct xlsx_workbook *workbook, const struct xlsx_sheet *sheet,
                                          const struct xlsx_cell_handler *handler, struct xlsx_refusal *why) {
    if (!xlsx_package_begin(workbook->package, sheet->part, why))
        return NULL;
    struct xlsx_sheet_reader *reader = mem_calloc(1, sizeof *reader);
    const struct xml_handlers handlers = {start, end, text, reader};
    reader->workbook = workbook;
    reader->xml = xlsx_package_xml(workbook->package);
    reader->part = sheet->part;
    reader->path = XLSX_PATH(elements);
    reader->grid = (struct xlsx_grid){.workbook = workbook, .sheet = sheet, .handler = *handler};
    xml_reader_begin(reader->xml, &handlers);
    return reader;
}

void xlsx_sheet_close(struct xlsx_sheet_reader *reader) {
    if (!reader)
        return;
    buf_release(&reader->own.text);
    free(reader);
}

void xlsx_sheet_read_slowly(struct xlsx_sheet_reader *reader) {
    reader->slow = SLOW_MAX;
}

void xlsx_sheet_stop(struct xlsx_sheet_reader *reader) {
    reader->grid.stopped = true;
}

/* Of a step that did not go well: was it only told to stop? */
static bool judge(const struct xlsx_sheet_reader *reader, struct xlsx_refusal *why) {
    if (reader->grid.wrong) {
        *why = reader->grid.why;
        return false;
    }
    return reader->grid.stopped || xlsx_refuse_xml(reader->workbook->package, reader->part, why);
}

bool xlsx_sheet_step(struct xlsx_sheet_reader *reader, bool *at_end, struct xlsx_refusal *why) {
    size_t got = 0;
    *at_end = reader->grid.stopped;
    if (*at_end)
        return true;
    if (!xlsx_package_read(reader->workbook->package, reader->window + reader->kept, WINDOW, &got, why))
        return false;
    *at_end = got == 0;
    bool good = got > 0 ? read_window(reader, reader->kept + got) : feed(reader, reader->window, reader->kept, true);
    if (!good || reader->grid.wrong || reader->grid.stopped) {
        *at_end = true;
        return judge(reader, why);
    }
    return !*at_end || reader->seen || xlsx_refuse(why, "onderdeel %s is geen werkblad", reader->part);
}
