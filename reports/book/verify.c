/*
 * The check of a written workbook.  Invariant: it returns true only for a file that holds every cell of the layout and
 * nothing else.  Called by book_write.c after each workbook.
 */
#include "reports/book/verify.h"

#include <string.h>

#include "reports/book/verify_parts.h"

static const char workbook_part[] = "xl/workbook.xml";

/* ---- shared strings and styles ---- */

struct string_reader {
    struct package *package;
    struct buf text;
    bool in_text;
};

static void begin_string(void *context, const char *name, const char **attributes) {
    (void)attributes;
    struct string_reader *reader = context;
    if (strcmp(name, "si") == 0)
        reader->text.len = 0;
    reader->in_text = strcmp(name, "t") == 0;
}

static void end_string(void *context, const char *name) {
    struct string_reader *reader = context;
    reader->in_text = false;
    if (strcmp(name, "si") == 0)
        VEC_PUSH(reader->package->strings, arena_strndup(&reader->package->arena, reader->text.data, reader->text.len));
}

static void add_string(void *context, const char *text, int len) {
    struct string_reader *reader = context;
    if (reader->in_text)
        buf_add(&reader->text, text, (size_t)len);
}

static bool read_strings(struct package *package) {
    const struct xml_walk walk = {begin_string, end_string, add_string};
    struct string_reader reader = {.package = package};
    struct part *part = package_find(package, "xl/sharedStrings.xml");
    buf_reserve(&reader.text, 256);
    bool good = !part || package_walk(package, part, &walk, &reader); /* a workbook without texts has none */
    buf_release(&reader.text);
    return good;
}

struct style_reader {
    size_t count;
    bool inside;
};

static void begin_style(void *context, const char *name, const char **attributes) {
    (void)attributes;
    struct style_reader *reader = context;
    if (strcmp(name, "cellXfs") == 0)
        reader->inside = true;
    else if (reader->inside && strcmp(name, "xf") == 0)
        reader->count++;
}

static void end_style(void *context, const char *name) {
    struct style_reader *reader = context;
    if (strcmp(name, "cellXfs") == 0)
        reader->inside = false;
}

static bool read_styles(struct package *package) {
    const struct xml_walk walk = {begin_style, end_style, NULL};
    struct style_reader reader = {0};
    bool good = package_walk(package, package_find(package, "xl/styles.xml"), &walk, &reader);
    package->style_count = reader.count;
    return good;
}

/* ---- content types ---- */

struct type_reader {
    struct package *package;
    size_t named;
    const char *missing;
};

static void begin_type(void *context, const char *name, const char **attributes) {
    struct type_reader *reader = context;
    const char *part = xml_attribute(attributes, "PartName");
    if (strcmp(name, "Override") != 0 || !part)
        return;
    reader->named++;
    if (!package_find(reader->package, part + 1))
        reader->missing = arena_strdup(&reader->package->arena, part + 1);
}

static bool check_types(struct package *package) {
    const struct xml_walk walk = {.begin = begin_type};
    struct type_reader reader = {.package = package};
    if (!package_walk(package, package_find(package, "[Content_Types].xml"), &walk, &reader))
        return false;
    if (reader.missing)
        return damaged(package, "het onderdeel %s ontbreekt", reader.missing);
    return reader.named > 0 || damaged(package, "de inhoudsopgave is leeg");
}

/* ---- graphs ---- */

struct graph_reader {
    size_t series;
    size_t points; /* numbers that a program shows before it has computed anything */
    bool in_values;
};

static void begin_graph(void *context, const char *name, const char **attributes) {
    (void)attributes;
    struct graph_reader *reader = context;
    if (strcmp(name, "c:ser") == 0)
        reader->series++;
    else if (strcmp(name, "c:val") == 0)
        reader->in_values = true;
    else if (reader->in_values && strcmp(name, "c:pt") == 0)
        reader->points++;
}

static void end_graph(void *context, const char *name) {
    struct graph_reader *reader = context;
    if (strcmp(name, "c:val") == 0)
        reader->in_values = false;
}

/* Graphs are numbered in the order in which they were placed. */
static bool check_graphs(struct package *package, const struct layout *layout) {
    const struct xml_walk walk = {begin_graph, end_graph, NULL};
    unsigned number = 0;
    for (size_t s = 0; s < layout->sheets.len; s++) {
        for (size_t g = 0; g < layout->sheets.data[s].graphs.len; g++) {
            const struct placed_graph *graph = &layout->sheets.data[s].graphs.data[g];
            const char *name = arena_printf(&package->arena, "xl/charts/chart%u.xml", ++number);
            struct graph_reader reader = {0};
            if (!package_walk(package, package_find(package, name), &walk, &reader))
                return false;
            if (reader.series != graph->series_count || reader.points == 0)
                return damaged(package, "de grafiek «%s» is onvolledig", graph->graph->title);
        }
    }
    return true;
}

/* ---- sheets ---- */

struct sheet_reader {
    struct package *package;
    const struct layout *layout;
    size_t count;
    bool good;
};

static void begin_sheet(void *context, const char *name, const char **attributes) {
    struct sheet_reader *reader = context;
    if (strcmp(name, "sheet") != 0 || !reader->good)
        return;
    const char *title = xml_attribute(attributes, "name");
    const char *id = xml_attribute(attributes, "r:id");
    struct part *part = package_follow(reader->package, workbook_part, id);
    size_t at = reader->count++;
    const struct placed_sheet *sheet = at < reader->layout->sheets.len ? &reader->layout->sheets.data[at] : NULL;
    if (!part || !sheet || !title || strcmp(title, sheet->name) != 0)
        reader->good = damaged(reader->package, "blad %zu is niet het bedoelde", at + 1);
    else
        reader->good = verify_sheet(reader->package, part, sheet);
}

/* A program opens the part that the package itself names. */
static bool check_root(struct package *package) {
    for (size_t i = 0; i < package->relations.len; i++) {
        const struct relation *relation = &package->relations.data[i];
        if (relation->source[0] == '\0' && relation->target && strcmp(relation->target, workbook_part) == 0)
            return true;
    }
    return damaged(package, "er wordt niet naar %s verwezen", workbook_part);
}

static bool check_sheets(struct package *package, const struct layout *layout) {
    const struct xml_walk walk = {.begin = begin_sheet};
    struct sheet_reader reader = {.package = package, .layout = layout, .good = true};
    if (!package_walk(package, package_find(package, workbook_part), &walk, &reader) || !reader.good)
        return false;
    return reader.count == layout->sheets.len || damaged(package, "er ontbreken bladen");
}

static bool verify_by(xml_walker *walker, const char *path, const struct layout *layout, struct error *err) {
    struct package package = {.path = path, .err = err, .walker = walker};
    bool good = package_read(&package) && check_root(&package) && check_types(&package) && read_styles(&package) &&
                read_strings(&package) && check_sheets(&package, layout) && check_graphs(&package, layout) &&
                package_walk_rest(&package);
    package_release(&package);
    return good;
}

/* The quick reader knows only XML as the library writes it so far; what it refuses is left to one that knows all. */
bool book_verify(const char *path, const struct layout *layout, struct error *err) {
    return verify_by(plain_xml_walk, path, layout, err) || verify_by(any_xml_walk, path, layout, err);
}
