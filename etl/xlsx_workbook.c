/*
 * Opening a workbook.  Invariant: every part that it needs is there, is well-formed and had its sum; a workbook in
 * which one is not is refused before a sheet is read.
 */
#include "etl/xlsx_workbook.h"

#include <string.h>

#include "etl/xlsx_path.h"
#include "etl/xlsx_styles.h"

enum { SHEETS_MAX = 1000, NAME_MAX_LENGTH = 1000 };

enum { WORKBOOK = 1, PROPERTIES, SHEETS, SHEET };

static const struct xlsx_element elements[] = {
    {0, ""}, {0, "workbook"}, {WORKBOOK, "workbookPr"}, {WORKBOOK, "sheets"}, {SHEETS, "sheet"},
};

struct workbook_reader {
    struct xlsx_workbook *workbook;
    const struct xlsx_relations *relations;
    struct xlsx_path path;
    const char *wrong; /* what is not as it must be */
};

static const struct xlsx_relation *find_relation(const struct xlsx_relations *relations, const char *id) {
    for (size_t i = 0; i < relations->list.len; i++)
        if (strcmp(relations->list.data[i].id, id) == 0)
            return &relations->list.data[i];
    return NULL;
}

/* The part that the first relation of a kind leads to; NULL when there is none. */
static const char *find_part(const struct xlsx_relations *relations, const char *kind) {
    for (size_t i = 0; i < relations->list.len; i++)
        if (relations->list.data[i].part && xlsx_relation_is(relations->list.data[i].type, kind))
            return relations->list.data[i].part;
    return NULL;
}

static void add_sheet(struct workbook_reader *reader, const char *const *attributes) {
    struct xlsx_workbook *workbook = reader->workbook;
    const char *name = xlsx_attribute(attributes, "name");
    const char *id = xlsx_relation_id(attributes);
    const struct xlsx_relation *relation = id ? find_relation(reader->relations, id) : NULL;
    if (!name || strlen(name) > NAME_MAX_LENGTH || !relation || !relation->part)
        reader->wrong = "een blad in de lijst van bladen is er niet";
    else if (workbook->sheets.len == SHEETS_MAX)
        reader->wrong = "het heeft meer dan 1000 bladen";
    else if (xlsx_relation_is(relation->type, "worksheet"))
        VEC_PUSH(workbook->sheets, (struct xlsx_sheet){arena_strdup(&workbook->arena, name), relation->part});
}

static void start(void *context, struct slice space, const char *name, const char *const *attributes) {
    struct workbook_reader *reader = context;
    unsigned element = xlsx_path_enter(&reader->path, space, name);
    if (element == PROPERTIES)
        reader->workbook->system_1904 = xlsx_is_true(xlsx_attribute(attributes, "date1904"));
    else if (element == SHEET)
        add_sheet(reader, attributes);
}

static void end(void *context) {
    xlsx_path_leave(&((struct workbook_reader *)context)->path);
}

static bool read_sheets(struct xlsx_workbook *workbook, const char *part, const struct xlsx_relations *relations,
                        struct xlsx_refusal *why) {
    struct workbook_reader reader = {workbook, relations, XLSX_PATH(elements), NULL};
    const struct xml_handlers handlers = {.start = start, .end = end, .context = &reader};
    if (!xlsx_package_parse(workbook->package, part, &handlers, why))
        return false;
    if (reader.wrong)
        return xlsx_refuse(why, "%s", reader.wrong);
    return workbook->sheets.len > 0 || xlsx_refuse(why, "het heeft geen blad met cellen");
}

static bool read_strings(struct xlsx_workbook *workbook, const char *part, struct xlsx_refusal *why) {
    struct xlsx_strings_reader reader;
    struct xml_handlers handlers =
        xlsx_strings_handlers(&reader, &workbook->strings, xlsx_package_xml(workbook->package));
    return xlsx_package_parse(workbook->package, part, &handlers, why);
}

static bool read_parts(struct xlsx_workbook *workbook, struct xlsx_relations *relations, struct xlsx_refusal *why) {
    if (!xlsx_package_relations(workbook->package, "", relations, why))
        return false;
    const char *part = find_part(relations, "officeDocument");
    if (!part)
        return xlsx_refuse(why, "het zegt niet welk onderdeel het werkboek is");
    if (!xlsx_package_relations(workbook->package, part, relations, why) ||
        !read_sheets(workbook, part, relations, why))
        return false;
    const char *strings = find_part(relations, "sharedStrings");
    const char *styles = find_part(relations, "styles");
    workbook->has_styles = styles != NULL;
    return (!styles || xlsx_styles_read(workbook, styles, why)) && (!strings || read_strings(workbook, strings, why));
}

bool xlsx_workbook_open(struct xlsx_workbook *workbook, const char *file, struct xlsx_refusal *why) {
    struct xlsx_relations relations = {0};
    *workbook = (struct xlsx_workbook){0};
    arena_init(&workbook->arena);
    workbook->package = xlsx_package_open(file, why);
    bool good = workbook->package && read_parts(workbook, &relations, why);
    VEC_FREE(relations.list);
    return good;
}

void xlsx_workbook_close(struct xlsx_workbook *workbook) {
    xlsx_package_close(workbook->package);
    VEC_FREE(workbook->sheets);
    VEC_FREE(workbook->dates);
    xlsx_strings_release(&workbook->strings);
    arena_release(&workbook->arena);
    *workbook = (struct xlsx_workbook){0};
}
