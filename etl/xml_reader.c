/*
 * Expat with the doors closed: no DOCTYPE, and bounds on everything that expat keeps in memory (open elements, the
 * token under way, distinct names), so that a document of any size costs a few megabytes at most.
 *
 * Invariant: a verdict, once given, stays; handlers are not called after it.  Called by the iWmo reader.
 */
#include "etl/xml_reader.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "etl/base/intern.h"
#include "etl/base/mem.h"

enum {
    DEPTH_MAX = 64,
    TOKEN_MAX = 1024 * 1024, /* bytes of one tag, comment or instruction */
    NAMES_MAX = 2000,        /* distinct names of elements, attributes and prefixes */
    NAME_MAX_LENGTH = 1000
};

/* Between namespace and name; expat refuses a namespace that contains it. */
#define SEPARATOR '\n'

struct xml_reader {
    XML_Parser parser;
    struct xml_handlers handlers;
    struct xml_verdict verdict;
    struct intern names;
    uint64_t fed;
    unsigned depth;
    bool stopped;
};

/* ---- what is wrong ---- */

static uint32_t line_of(const struct xml_reader *reader) {
    XML_Size line = XML_GetCurrentLineNumber(reader->parser);
    return line < UINT32_MAX ? (uint32_t)line : UINT32_MAX;
}

static void give_verdict(struct xml_reader *reader, enum xml_refusal refusal, const char *reason) {
    if (reader->verdict.refusal != REFUSAL_NONE)
        return;
    reader->verdict.refusal = refusal;
    reader->verdict.line = line_of(reader);
    reader->verdict.reason = reason;
    xml_reader_stop(reader);
}

static const char *dutch(enum XML_Error error) {
    static const struct {
        enum XML_Error error;
        const char *reason;
    } wordings[] = {
        {XML_ERROR_NO_ELEMENTS, "het bestand houdt op voordat het laatste element is gesloten, of is leeg"},
        {XML_ERROR_UNCLOSED_TOKEN, "het bestand houdt op midden in een element"},
        {XML_ERROR_UNCLOSED_CDATA_SECTION, "het bestand houdt op midden in een CDATA-blok"},
        {XML_ERROR_PARTIAL_CHAR, "het bestand houdt op midden in een teken"},
        {XML_ERROR_TAG_MISMATCH, "een element wordt met een andere naam gesloten dan geopend"},
        {XML_ERROR_DUPLICATE_ATTRIBUTE, "een attribuut staat twee keer in een element"},
        {XML_ERROR_JUNK_AFTER_DOC_ELEMENT, "achter het laatste element staat nog iets"},
        {XML_ERROR_UNDEFINED_ENTITY, "een entiteit die niet bestaat"},
        {XML_ERROR_BAD_CHAR_REF, "een verwijzing naar een teken dat niet bestaat"},
        {XML_ERROR_UNBOUND_PREFIX, "een prefix zonder namespace"},
        {XML_ERROR_INCORRECT_ENCODING, "een andere codering dan de eerste regel zegt"},
        {XML_ERROR_MISPLACED_XML_PI, "iets voor de XML-declaratie"},
    };
    for (size_t i = 0; i < sizeof wordings / sizeof wordings[0]; i++)
        if (wordings[i].error == error)
            return wordings[i].reason;
    return "een teken of element dat daar niet kan staan";
}

/* ---- what expat calls ---- */

/* Expat keeps every distinct name; this counts them. */
static void note_name(struct xml_reader *reader, const char *name) {
    size_t len = strlen(name);
    if (len > NAME_MAX_LENGTH)
        give_verdict(reader, REFUSAL_TOO_MUCH, "een naam van meer dan 1000 tekens");
    else if (intern_add(&reader->names, (struct slice){name, len}) >= NAMES_MAX)
        give_verdict(reader, REFUSAL_TOO_MUCH, "meer dan 2000 verschillende namen");
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes) {
    struct xml_reader *reader = context;
    if (++reader->depth > DEPTH_MAX)
        give_verdict(reader, REFUSAL_TOO_MUCH, "meer dan 64 elementen in elkaar");
    note_name(reader, name);
    for (size_t i = 0; attributes[i]; i += 2)
        note_name(reader, attributes[i]);
    if (reader->stopped)
        return;
    struct slice space = {name, 0};
    const char *separator = strchr(name, SEPARATOR);
    if (separator) {
        space.len = (size_t)(separator - name);
        name = separator + 1;
    }
    reader->handlers.start(reader->handlers.context, space, name, (const char *const *)attributes);
}

static void XMLCALL on_end(void *context, const XML_Char *name) {
    struct xml_reader *reader = context;
    (void)name;
    reader->depth--;
    if (!reader->stopped)
        reader->handlers.end(reader->handlers.context);
}

static void XMLCALL on_text(void *context, const XML_Char *bytes, int len) {
    struct xml_reader *reader = context;
    if (!reader->stopped && reader->handlers.text)
        reader->handlers.text(reader->handlers.context, bytes, (size_t)len);
}

static void XMLCALL on_namespace(void *context, const XML_Char *prefix, const XML_Char *uri) {
    (void)uri;
    if (prefix)
        note_name(context, prefix);
}

static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                               int has_internal_subset) {
    (void)name;
    (void)system;
    (void)public;
    (void)has_internal_subset;
    give_verdict(context, REFUSAL_DOCTYPE, "");
}

/* Expat itself knows UTF-8, UTF-16, ISO-8859-1 and US-ASCII. */
static int XMLCALL on_encoding(void *context, const XML_Char *name, XML_Encoding *encoding) {
    static const int high[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    struct xml_reader *reader = context;
    if (strcasecmp(name, "windows-1252") != 0 && strcasecmp(name, "cp1252") != 0) {
        snprintf(reader->verdict.encoding, sizeof reader->verdict.encoding, "%s", name);
        return XML_STATUS_ERROR;
    }
    for (int i = 0; i < 256; i++)
        encoding->map[i] = i >= 0x80 && i < 0xA0 ? high[i - 0x80] : i;
    encoding->data = NULL;
    encoding->convert = NULL;
    encoding->release = NULL;
    return XML_STATUS_OK;
}

/* ---- for users ---- */

static void *take_memory(size_t size) {
    return mem_realloc(NULL, 1, size);
}

static void *resize_memory(void *old, size_t size) {
    return mem_realloc(old, 1, size);
}

struct xml_reader *xml_reader_open(void) {
    static const XML_Memory_Handling_Suite memory = {take_memory, resize_memory, free};
    static const XML_Char separator[] = {SEPARATOR, '\0'};
    struct xml_reader *reader = mem_calloc(1, sizeof *reader);
    reader->parser = XML_ParserCreate_MM(NULL, &memory, separator);
    reader->verdict.reason = "";
    return reader;
}

void xml_reader_close(struct xml_reader *reader) {
    XML_ParserFree(reader->parser);
    intern_release(&reader->names);
    free(reader);
}

void xml_reader_begin(struct xml_reader *reader, const struct xml_handlers *handlers) {
    XML_ParserReset(reader->parser, NULL);
    XML_SetUserData(reader->parser, reader);
    XML_SetElementHandler(reader->parser, on_start, on_end);
    XML_SetCharacterDataHandler(reader->parser, on_text);
    XML_SetStartNamespaceDeclHandler(reader->parser, on_namespace);
    XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
    XML_SetUnknownEncodingHandler(reader->parser, on_encoding, reader);
    reader->handlers = *handlers;
    reader->verdict = (struct xml_verdict){.reason = ""};
    intern_release(&reader->names);
    reader->fed = 0;
    reader->depth = 0;
    reader->stopped = false;
}

bool xml_reader_feed(struct xml_reader *reader, const char *bytes, size_t len, bool last) {
    reader->fed += len;
    enum XML_Status status = XML_Parse(reader->parser, bytes, (int)len, last);
    if (reader->stopped)
        return false;
    if (status != XML_STATUS_OK) {
        enum XML_Error error = XML_GetErrorCode(reader->parser);
        give_verdict(reader, error == XML_ERROR_UNKNOWN_ENCODING ? REFUSAL_ENCODING : REFUSAL_NOT_XML, dutch(error));
        return false;
    }
    XML_Index begin = XML_GetCurrentByteIndex(reader->parser);
    if (!last && reader->fed - (begin > 0 ? (uint64_t)begin : 0) > TOKEN_MAX)
        give_verdict(reader, REFUSAL_TOO_MUCH, "een element, commentaar of instructie van meer dan 1 MB");
    return !reader->stopped;
}

const struct xml_verdict *xml_reader_verdict(const struct xml_reader *reader) {
    return &reader->verdict;
}

uint32_t xml_reader_line(const struct xml_reader *reader) {
    return line_of(reader);
}

uint64_t xml_reader_taken(const struct xml_reader *reader) {
    XML_Index begin = XML_GetCurrentByteIndex(reader->parser);
    return (begin > 0 ? (uint64_t)begin : 0) + (uint64_t)XML_GetCurrentByteCount(reader->parser);
}

void xml_reader_stop(struct xml_reader *reader) {
    reader->stopped = true;
    XML_StopParser(reader->parser, XML_FALSE);
}

void xml_reader_refuse(struct xml_reader *reader, const char *reason) {
    give_verdict(reader, REFUSAL_TOO_MUCH, reason);
}
