/*
 * Between the files of the check of written workbooks.
 */
#ifndef WMO_REPORTS_BOOK_VERIFY_PARTS_H
#define WMO_REPORTS_BOOK_VERIFY_PARTS_H

#include "etl/base/arena.h"
#include "etl/base/error.h"
#include "etl/base/vec.h"
#include "reports/book/layout.h"
#include "reports/book/plain_xml.h"

/* A file in the package. */
struct part {
    const char *name;
    char *data; /* ends with a NUL; a walk leaves texts in it, and no XML */
    size_t len;
    bool walked; /* as XML, and well-formed */
};

/* What part `source` calls `id`. */
struct relation {
    const char *source;
    const char *id;
    const char *target; /* name of a part, or NULL when it lies outside */
};

struct package {
    const char *path;
    struct error *err;
    struct arena arena;
    VEC(struct part) parts;
    VEC(struct relation) relations;
    VEC(const char *) strings; /* shared strings, by number */
    size_t style_count;
    xml_walker *walker; /* reads the XML of parts */
};

/* Writes the sentence about what is wrong with the workbook; returns false. */
bool damaged(const struct package *package, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* In verify_package.c: reads all parts, checksums included; all relations lead somewhere. */
bool package_read(struct package *package);
void package_release(struct package *package);
struct part *package_find(const struct package *package, const char *name); /* or NULL */
struct part *package_follow(const struct package *package, const char *source, const char *id);

/* In verify_xml.c: as plain_xml_walk(), by a parser of all XML. */
bool any_xml_walk(char *data, size_t len, const struct xml_walk *walk, void *context);

/* In verify_xml.c: false with a sentence when the part is missing (NULL), not well-formed or walked before. */
bool package_walk(const struct package *package, struct part *part, const struct xml_walk *walk, void *context);
bool package_walk_rest(struct package *package);                      /* the XML parts that nobody walked */
const char *xml_attribute(const char **attributes, const char *name); /* or NULL */

/* In verify_number.c: whether `text` is units / 10^scale, to the 15 digits that a spreadsheet keeps. */
bool number_equals(const char *text, int64_t units, unsigned scale);

/* In verify_sheet.c: the cells of one sheet and what hangs on it, against the layout. */
bool verify_sheet(const struct package *package, struct part *part, const struct placed_sheet *sheet);

#endif
