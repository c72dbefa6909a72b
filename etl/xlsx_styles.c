/*
 * Styles.  Invariant: a format of the workbook's own goes before the one that spreadsheets know by the same number.
 */
#include "etl/xlsx_styles.h"

#include <string.h>

#include "etl/xlsx_format.h"
#include "etl/xlsx_path.h"

enum { STYLES_MAX = 100000, FORMATS_MAX = 20000, NUMBER_MAX = 100000000 };

enum { STYLESHEET = 1, FORMATS, FORMAT, CELLS, CELL };

static const struct xlsx_element elements[] = {
    {0, ""}, {0, "styleSheet"}, {STYLESHEET, "numFmts"}, {FORMATS, "numFmt"}, {STYLESHEET, "cellXfs"}, {CELLS, "xf"},
};

struct own_format {
    uint32_t number;
    uint32_t order; /* of two with one number the first counts */
    bool date;
};

struct styles_reader {
    struct xml_reader *xml;
    struct xlsx_path path;
    VEC(struct own_format) formats;
    VEC(uint32_t) cells; /* per style the number of its format */
};

static void add_format(struct styles_reader *reader, const char *const *attributes) {
    const char *number = xlsx_attribute(attributes, "numFmtId");
    const char *code = xlsx_attribute(attributes, "formatCode");
    struct own_format format;
    if (!number || !code || !xlsx_read_whole(slice_of(number), NUMBER_MAX, &format.number))
        xml_reader_refuse(reader->xml, "een getalopmaak zonder nummer of code");
    else if (reader->formats.len == FORMATS_MAX)
        xml_reader_refuse(reader->xml, "meer dan 20000 getalopmaken");
    else {
        format.order = (uint32_t)reader->formats.len;
        format.date = xlsx_code_is_date(slice_of(code));
        VEC_PUSH(reader->formats, format);
    }
}

static void add_cell(struct styles_reader *reader, const char *const *attributes) {
    const char *text = xlsx_attribute(attributes, "numFmtId");
    uint32_t number = 0; /* what a style without a format has */
    if (text && !xlsx_read_whole(slice_of(text), NUMBER_MAX, &number))
        xml_reader_refuse(reader->xml, "een opmaak zonder geldig nummer");
    else if (reader->cells.len == STYLES_MAX)
        xml_reader_refuse(reader->xml, "meer dan 100000 opmaken");
    else
        VEC_PUSH(reader->cells, number);
}

static void start(void *context, struct slice space, const char *name, const char *const *attributes) {
    struct styles_reader *reader = context;
    unsigned element = xlsx_path_enter(&reader->path, space, name);
    if (element == FORMAT)
        add_format(reader, attributes);
    else if (element == CELL)
        add_cell(reader, attributes);
}

static void end(void *context) {
    xlsx_path_leave(&((struct styles_reader *)context)->path);
}

static int compare_formats(const void *a, const void *b) {
    const struct own_format *x = a;
    const struct own_format *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* The formats are sorted. */
static bool is_date(const struct styles_reader *reader, uint32_t number) {
    size_t low = 0;
    size_t high = reader->formats.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reader->formats.data[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    bool own = low < reader->formats.len && reader->formats.data[low].number == number;
    return own ? reader->formats.data[low].date : xlsx_format_is_date(number);
}

bool xlsx_styles_read(struct xlsx_workbook *workbook, const char *part, struct xlsx_refusal *why) {
    struct styles_reader reader = {.xml = xlsx_package_xml(workbook->package), .path = XLSX_PATH(elements)};
    const struct xml_handlers handlers = {.start = start, .end = end, .context = &reader};
    bool good = xlsx_package_parse(workbook->package, part, &handlers, why);
    if (reader.formats.len > 0)
        qsort(reader.formats.data, reader.formats.len, sizeof *reader.formats.data, compare_formats);
    for (size_t i = 0; good && i < reader.cells.len; i++)
        VEC_PUSH(workbook->dates, is_date(&reader, reader.cells.data[i]));
    VEC_FREE(reader.formats);
    VEC_FREE(reader.cells);
    return good;
}
