/*
 * Where the reading of a part of a workbook is: which of the elements that matter are open.  Elements count by
 * namespace and local name, so prefixes are free and whatever another program added is passed over.
 */
#ifndef WMO_ETL_XLSX_PATH_H
#define WMO_ETL_XLSX_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"

/* A part's elements as a list; the first stands for the document, an element's number is its place, its parent's too.
 */
struct xlsx_element {
    uint8_t parent;
    const char *name;
};

enum { XLSX_NOTHING = 0, XLSX_DEPTH_MAX = 8 };

struct xlsx_path {
    const struct xlsx_element *elements;
    unsigned count;
    unsigned depth; /* open elements of any kind */
    unsigned known; /* of these the outermost, that are all ours */
    uint8_t open[XLSX_DEPTH_MAX];
};

#define XLSX_PATH(list) ((struct xlsx_path){.elements = (list), .count = sizeof(list) / sizeof((list)[0])})

/* The number of the element that starts, XLSX_NOTHING when it is none of ours or stands elsewhere. */
unsigned xlsx_path_enter(struct xlsx_path *path, struct slice space, const char *name);

/* The number of the element that ends. */
unsigned xlsx_path_leave(struct xlsx_path *path);

/* The element whose own text is being read. */
unsigned xlsx_path_here(const struct xlsx_path *path);

/* Of an element as xml_reader.h gives them: the attribute without a namespace, or NULL. */
const char *xlsx_attribute(const char *const *attributes, const char *name);

/* The relation that an element names: r:id. */
const char *xlsx_relation_id(const char *const *attributes);

/* "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles", or the strict form, is "styles". */
bool xlsx_relation_is(const char *type, const char *kind);

/* "1", "true" or "on". */
bool xlsx_is_true(const char *text);

/* A whole number without sign, at most `most`; false for anything else. */
bool xlsx_read_whole(struct slice text, uint32_t most, uint32_t *number);

#endif
