/*
 * The namespaces of workbooks.  Invariant: the transitional and the strict form mean the same; text and elements inside
 * what is not ours are never taken for ours.
 */
#include "etl/xlsx_path.h"

#include <string.h>
#include <strings.h>

static const char *const spaces[] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
};

static const char *const relation_spaces[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

enum {
    SPACES = sizeof spaces / sizeof spaces[0],
    RELATION_SPACES = sizeof relation_spaces / sizeof relation_spaces[0]
};

static bool is_ours(struct slice space) {
    for (unsigned i = 0; i < SPACES; i++)
        if (slice_equal(space, slice_of(spaces[i])))
            return true;
    return false;
}

unsigned xlsx_path_enter(struct xlsx_path *path, struct slice space, const char *name) {
    unsigned parent = path->known > 0 ? path->open[path->known - 1] : XLSX_NOTHING;
    if (path->depth++ != path->known || path->known == XLSX_DEPTH_MAX)
        return XLSX_NOTHING;
    for (unsigned i = 1; i < path->count; i++) {
        if (path->elements[i].parent == parent && strcmp(path->elements[i].name, name) == 0 && is_ours(space)) {
            path->open[path->known++] = (uint8_t)i;
            return i;
        }
    }
    return XLSX_NOTHING;
}

unsigned xlsx_path_leave(struct xlsx_path *path) {
    if (path->depth-- > path->known)
        return XLSX_NOTHING;
    return path->open[--path->known];
}

unsigned xlsx_path_here(const struct xlsx_path *path) {
    return path->depth == path->known && path->known > 0 ? path->open[path->known - 1] : XLSX_NOTHING;
}

const char *xlsx_attribute(const char *const *attributes, const char *name) {
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

/* What stands behind one of the namespaces of relations and `separator`, or NULL. */
static const char *behind_relation_space(const char *text, char separator) {
    for (unsigned i = 0; i < RELATION_SPACES; i++) {
        size_t len = strlen(relation_spaces[i]);
        if (strncmp(text, relation_spaces[i], len) == 0 && text[len] == separator)
            return text + len + 1;
    }
    return NULL;
}

const char *xlsx_relation_id(const char *const *attributes) {
    for (; *attributes; attributes += 2) {
        const char *name = behind_relation_space(attributes[0], '\n');
        if (name && strcmp(name, "id") == 0)
            return attributes[1];
    }
    return NULL;
}

bool xlsx_relation_is(const char *type, const char *kind) {
    const char *found = behind_relation_space(type, '/');
    return found && strcmp(found, kind) == 0;
}

bool xlsx_is_true(const char *text) {
    return text && (strcmp(text, "1") == 0 || strcasecmp(text, "true") == 0 || strcasecmp(text, "on") == 0);
}

bool xlsx_read_whole(struct slice text, uint32_t most, uint32_t *number) {
    uint64_t value = 0;
    if (text.len == 0 || text.len > 10)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(text.ptr[i] - '0');
    }
    *number = (uint32_t)value;
    return value <= most;
}
