/*
 * A reader of plain XML.  Invariant: what it accepts is well-formed XML, and it passes on what any parser would.  Texts
 * are ended, and references replaced, where they stand.  Called by verify_xml.c.
 */
#include "reports/book/plain_xml.h"

#include <limits.h>
#include <string.h>

#include "etl/base/utf8.h"
#include "etl/base/vec.h"

struct reader {
    char *at; /* a NUL ends the data, and occurs nowhere else in what was accepted */
    const struct xml_walk *walk;
    void *context;
    VEC(const char *) open;       /* elements, the root first */
    VEC(const char *) attributes; /* of the element at hand */
};

/* ---- characters ---- */

static bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
}

static bool is_in_name(char c) {
    return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Stands in a value or a text as it is; of what lies below a space only some is XML, and a NUL is the end. */
static bool is_content(char c) {
    return (unsigned char)c >= ' ' && c != '<' && c != '>';
}

/* UTF-8, and none of the two characters above 127 that XML does not have: U+FFFE and U+FFFF, in bytes EF BF BE and BF.
 */
static bool has_characters_of_xml(const char *data, size_t len) {
    if (!utf8_is_valid(data, len))
        return false;
    for (const char *at = data; (at = memchr(at, 0xEF, (size_t)(data + len - at))) != NULL; at++)
        if (at[1] == '\xBF' && (unsigned char)at[2] >= 0xBE)
            return false;
    return true;
}

/* Replaces the references in the text from `from` to `to`, where it stands; returns the new end, or NULL. */
static char *without_references(char *from, const char *to) {
    static const struct {
        const char *name;
        size_t len;
        char character;
    } references[] = {{"&amp;", 5, '&'}, {"&lt;", 4, '<'}, {"&gt;", 4, '>'}, {"&quot;", 6, '"'}, {"&#xA;", 5, '\n'}};
    enum { COUNT = sizeof references / sizeof references[0] };
    char *out = from;
    while (from < to) {
        if (*from != '&') {
            *out++ = *from++;
            continue;
        }
        size_t i = 0;
        while (i < COUNT && strncmp(from, references[i].name, references[i].len) != 0)
            i++;
        if (i == COUNT)
            return NULL;
        *out++ = references[i].character;
        from += references[i].len;
    }
    return out;
}

/* ---- tags ---- */

/* NULL when there is no name; it ends at the character that follows, which is still to be read. */
static char *read_name(struct reader *reader) {
    char *name = reader->at;
    if (!begins_name(*name))
        return NULL;
    do
        reader->at++;
    while (is_in_name(*reader->at));
    return name;
}

static bool has_attribute(const struct reader *reader, const char *name) {
    for (size_t i = 0; i < reader->attributes.len; i += 2)
        if (strcmp(reader->attributes.data[i], name) == 0)
            return true;
    return false;
}

static bool read_attribute(struct reader *reader) {
    char *name = read_name(reader);
    if (name == NULL || reader->at[0] != '=' || reader->at[1] != '"')
        return false;
    *reader->at = '\0';
    char *value = reader->at += 2;
    bool plain = true;
    for (; (is_content(*reader->at) || *reader->at == '>') && *reader->at != '"'; reader->at++)
        plain &= *reader->at != '&';
    char *end = plain ? reader->at : without_references(value, reader->at);
    if (*reader->at != '"' || end == NULL || has_attribute(reader, name))
        return false;
    *end = '\0';
    reader->at++;
    VEC_PUSH(reader->attributes, name);
    VEC_PUSH(reader->attributes, value);
    return true;
}

static void end_element(struct reader *reader) {
    const char *name = reader->open.data[--reader->open.len];
    if (reader->walk->end)
        reader->walk->end(reader->context, name);
}

/* After its "<". */
static bool read_begin_tag(struct reader *reader) {
    char *name = read_name(reader);
    if (name == NULL)
        return false;
    char *end = reader->at;
    reader->attributes.len = 0;
    while (*reader->at == ' ') {
        reader->at++;
        if (!read_attribute(reader))
            return false;
    }
    bool empty = *reader->at == '/';
    reader->at += empty;
    if (*reader->at != '>')
        return false;
    reader->at++;
    *end = '\0';
    VEC_PUSH(reader->attributes, NULL);
    VEC_PUSH(reader->open, name);
    if (reader->walk->begin)
        reader->walk->begin(reader->context, name, reader->attributes.data);
    if (empty)
        end_element(reader);
    return true;
}

/* After its "</". */
static bool read_end_tag(struct reader *reader) {
    const char *name = reader->open.data[reader->open.len - 1];
    size_t len = strlen(name);
    if (strncmp(reader->at, name, len) != 0 || reader->at[len] != '>')
        return false;
    reader->at += len + 1;
    end_element(reader);
    return true;
}

/* ---- the document ---- */

/* Up to the next tag, inside an element. */
static bool read_text(struct reader *reader) {
    char *text = reader->at;
    bool plain = true;
    for (; is_content(*reader->at) || *reader->at == '\n' || *reader->at == '\t'; reader->at++)
        plain &= *reader->at != '&';
    const char *end = plain ? reader->at : without_references(text, reader->at);
    if (*reader->at != '<' || end == NULL || end - text > INT_MAX)
        return false;
    if (reader->walk->text && end > text)
        reader->walk->text(reader->context, text, (int)(end - text));
    return true;
}

static void skip_declaration(struct reader *reader) {
    static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    if (strncmp(reader->at, declaration, sizeof declaration - 1) != 0)
        return;
    reader->at += sizeof declaration - 1;
    while (is_space(*reader->at))
        reader->at++;
}

static bool read_document(struct reader *reader) {
    skip_declaration(reader);
    if (*reader->at++ != '<' || !read_begin_tag(reader))
        return false;
    while (reader->open.len > 0) {
        if (!read_text(reader))
            return false;
        bool ends = reader->at[1] == '/';
        reader->at += 1 + ends;
        if (!(ends ? read_end_tag(reader) : read_begin_tag(reader)))
            return false;
    }
    while (is_space(*reader->at))
        reader->at++;
    return true;
}

bool plain_xml_walk(char *data, size_t len, const struct xml_walk *walk, void *context) {
    struct reader reader = {.at = data, .walk = walk, .context = context};
    bool good = has_characters_of_xml(data, len) && read_document(&reader) && reader.at == data + len;
    VEC_FREE(reader.open);
    VEC_FREE(reader.attributes);
    return good;
}
