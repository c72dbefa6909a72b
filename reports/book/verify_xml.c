/*
 * Walking over the XML of a part, once.  Names are compared with their prefixes, which suffices for files of our own
 * making.  Called by the other files of the check.
 */
#include "reports/book/verify_parts.h"

#include <expat.h>
#include <limits.h>
#include <string.h>

bool any_xml_walk(char *data, size_t len, const struct xml_walk *walk, void *context) {
    XML_Parser parser = XML_ParserCreate(NULL);
    if (!parser)
        return false;
    XML_SetUserData(parser, context);
    XML_SetElementHandler(parser, walk->begin, walk->end);
    XML_SetCharacterDataHandler(parser, walk->text);
    bool whole = len <= INT_MAX && XML_Parse(parser, data, (int)len, XML_TRUE) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return whole;
}

bool package_walk(const struct package *package, struct part *part, const struct xml_walk *walk, void *context) {
    if (!part)
        return damaged(package, "er ontbreekt een onderdeel");
    if (part->walked)
        return damaged(package, "naar het onderdeel %s wordt twee keer verwezen", part->name);
    part->walked = true;
    return package->walker(part->data, part->len, walk, context) ||
           damaged(package, "het onderdeel %s is onvolledig", part->name);
}

static bool is_xml(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot && (strcmp(dot, ".xml") == 0 || strcmp(dot, ".rels") == 0 || strcmp(dot, ".vml") == 0);
}

bool package_walk_rest(struct package *package) {
    const struct xml_walk nothing = {0};
    for (size_t i = 0; i < package->parts.len; i++) {
        struct part *part = &package->parts.data[i];
        if (!part->walked && is_xml(part->name) && !package_walk(package, part, &nothing, NULL))
            return false;
    }
    return true;
}

const char *xml_attribute(const char **attributes, const char *name) {
    for (; *attributes; attributes += 2)
        if (attributes[0][0] == name[0] && strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}
