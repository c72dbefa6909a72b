/*
 * Follows the elements of a message along its tree.  What the tree does not know is passed over, what it knows must
 * stand where the standard has it.
 *
 * Invariant: `texts` holds the texts of the elements that still count, in the order in which they came; where a group
 * ends it is cut back to where the group began.
 */
#include "etl/iwmo_reader.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "etl/convert.h"
#include "etl/iwmo_root.h"
#include "etl/xml_reader.h"

enum { TEXT_MAX = 1000 };

struct text {
    size_t begin;
    size_t len;
    uint32_t line; /* 0: not there */
};

struct iwmo_reader {
    struct xml_reader *xml;
    struct iwmo_handlers handlers;
    struct iwmo_verdict verdict;
    struct iwmo_root root;
    unsigned kinds;
    enum iwmo_kind kind;          /* when there is a tree */
    const struct iwmo_tree *tree; /* NULL until the first element */
    struct {
        unsigned element;
        uint32_t line;
        size_t mark; /* texts.len where it began */
    } path[IWMO_DEPTH_MAX];
    unsigned level;   /* of the path; 0 is outside Bericht */
    unsigned unknown; /* elements open that the tree does not know */
    struct text fields[FIELD_COUNT];
    struct buf texts;
    const char *twice;
    bool header;
    bool body;
};

/* ---- verdicts ---- */

static void refuse(struct iwmo_reader *reader, enum finding_kind kind, const char *first) {
    reader->verdict = (struct iwmo_verdict){kind, xml_reader_line(reader->xml), slice_of(first), slice_of("")};
    xml_reader_stop(reader->xml);
}

static void take_verdict(struct iwmo_reader *reader) {
    static const enum finding_kind kinds[] = {[REFUSAL_NONE] = FINDING_COUNT,
                                              [REFUSAL_NOT_XML] = FINDING_NOT_XML,
                                              [REFUSAL_ENCODING] = FINDING_XML_ENCODING,
                                              [REFUSAL_DOCTYPE] = FINDING_XML_DOCTYPE,
                                              [REFUSAL_TOO_MUCH] = FINDING_XML_TOO_MUCH};
    const struct xml_verdict *xml = xml_reader_verdict(reader->xml);
    if (reader->verdict.kind == FINDING_COUNT)
        reader->verdict = (struct iwmo_verdict){
            kinds[xml->refusal], xml->line, slice_of(xml->refusal == REFUSAL_ENCODING ? xml->encoding : xml->reason),
            slice_of("")};
}

/* ---- elements ---- */

static const struct iwmo_element *open_element(const struct iwmo_reader *reader) {
    return &reader->tree->elements[reader->path[reader->level - 1].element];
}

static void begin_text(struct iwmo_reader *reader, const struct iwmo_element *element) {
    struct text *text = &reader->fields[element->field];
    bool in_row = false;
    for (unsigned i = 0; i < reader->level; i++)
        in_row |= reader->tree->elements[reader->path[i].element].role == ROLE_ROW;
    if (text->line != 0 && !in_row)
        refuse(reader, FINDING_ELEMENT_TWICE, element->name);
    else if (text->line != 0)
        reader->twice = element->name;
    *text = (struct text){reader->texts.len, 0, xml_reader_line(reader->xml)};
}

static void begin_element(struct iwmo_reader *reader, unsigned index) {
    const struct iwmo_element *element = &reader->tree->elements[index];
    reader->path[reader->level].element = index;
    reader->path[reader->level].mark = reader->texts.len;
    reader->path[reader->level].line = element->role == ROLE_TEXT ? 0 : xml_reader_line(reader->xml);
    reader->level++;
    if (element->role == ROLE_TEXT)
        begin_text(reader, element);
    else if (element->role == ROLE_HEADER && reader->header)
        refuse(reader, FINDING_ELEMENT_TWICE, element->name);
    else if (element->role != ROLE_HEADER && element->depth == 1 && !reader->header)
        refuse(reader, FINDING_ELEMENT_MISSING, "Header");
    reader->body |= element->depth == 1 && element->role != ROLE_HEADER;
}

/* What was read in the element that ends no longer counts. */
static void forget(struct iwmo_reader *reader, unsigned index) {
    const struct iwmo_element *elements = reader->tree->elements;
    for (unsigned i = index + 1; i < reader->tree->count && elements[i].depth > elements[index].depth; i++)
        if (elements[i].role == ROLE_TEXT)
            reader->fields[elements[i].field].line = 0;
    reader->texts.len = reader->path[reader->level - 1].mark;
    reader->twice = NULL;
}

static void end_element(struct iwmo_reader *reader) {
    const struct iwmo_element *element = open_element(reader);
    const struct iwmo_message message = {reader, iwmo_reader_kind(reader), reader->path[reader->level - 1].line,
                                         reader->twice};
    const struct iwmo_handlers *handlers = &reader->handlers;
    switch (element->role) {
    case ROLE_HEADER:
        reader->header = true;
        handlers->header(handlers->context, &message);
        break;
    case ROLE_ROW: handlers->row(handlers->context, &message); break;
    case ROLE_DECLARATION: handlers->declaration(handlers->context, &message); break;
    default: break;
    }
    if (element->role == ROLE_ROW || element->role == ROLE_DECLARATION || element->role == ROLE_GROUP)
        forget(reader, reader->path[reader->level - 1].element);
    reader->level--;
}

/* FINDING_COUNT when the element could begin a message of ours; then root.kind says which. */
static enum finding_kind judge(struct iwmo_reader *reader, struct slice space, const char *name) {
    struct iwmo_verdict verdict = {.line = xml_reader_line(reader->xml)};
    verdict.kind = iwmo_root_judge(&reader->root, space, name, &verdict.first, &verdict.second);
    reader->verdict = verdict;
    return verdict.kind;
}

static void begin_message(struct iwmo_reader *reader, struct slice space, const char *name) {
    if (judge(reader, space, name) != FINDING_COUNT) {
        xml_reader_stop(reader->xml);
    } else if (!(reader->kinds & IWMO_BIT(reader->root.kind))) {
        xml_reader_refuse(reader->xml, "meer dan 64 kB voor het eerste element");
    } else {
        reader->kind = reader->root.kind;
        reader->tree = &iwmo_trees[reader->kind];
        begin_element(reader, 0);
        if (!reader->handlers.row)
            xml_reader_stop(reader->xml);
    }
}

/* A part of another release makes the whole a message of that release; what is no part of the standard is passed over.
 */
static void refuse_other_release(struct iwmo_reader *reader, struct slice space) {
    if (judge(reader, space, reader->tree->elements[0].name) == FINDING_OTHER_RELEASE)
        xml_reader_stop(reader->xml);
    else
        reader->verdict.kind = FINDING_COUNT;
}

/* ---- what the XML reader calls ---- */

static void on_start(void *context, struct slice space, const char *name, const char *const *attributes) {
    struct iwmo_reader *reader = context;
    (void)attributes;
    if (!reader->tree) {
        begin_message(reader, space, name);
        return;
    }
    unsigned index = 0;
    bool ours = slice_equal(space, slice_of(reader->tree->space)) || slice_equal(space, slice_of(iwmo_common_space));
    if (ours && reader->unknown == 0 && open_element(reader)->role != ROLE_TEXT)
        index = iwmo_tree_child(reader->tree, reader->path[reader->level - 1].element, name);
    else if (!ours)
        refuse_other_release(reader, space);
    if (index == 0)
        reader->unknown++;
    else
        begin_element(reader, index);
}

static void on_end(void *context) {
    struct iwmo_reader *reader = context;
    if (reader->unknown > 0)
        reader->unknown--;
    else
        end_element(reader);
}

static void on_text(void *context, const char *bytes, size_t len) {
    struct iwmo_reader *reader = context;
    if (reader->unknown > 0 || reader->level == 0 || open_element(reader)->role != ROLE_TEXT)
        return;
    struct text *text = &reader->fields[open_element(reader)->field];
    if (text->len + len > TEXT_MAX) {
        xml_reader_refuse(reader->xml, "een waarde van meer dan 1000 tekens");
        return;
    }
    buf_add(&reader->texts, bytes, len);
    text->len += len;
}

/* ---- for users ---- */

struct iwmo_reader *iwmo_reader_open(void) {
    struct iwmo_reader *reader = mem_calloc(1, sizeof *reader);
    reader->xml = xml_reader_open();
    return reader;
}

void iwmo_reader_close(struct iwmo_reader *reader) {
    xml_reader_close(reader->xml);
    buf_release(&reader->texts);
    free(reader);
}

void iwmo_reader_begin(struct iwmo_reader *reader, const struct iwmo_handlers *handlers, unsigned kinds) {
    const struct xml_handlers xml = {on_start, on_end, on_text, reader};
    xml_reader_begin(reader->xml, &xml);
    reader->handlers = *handlers;
    reader->verdict = (struct iwmo_verdict){.kind = FINDING_COUNT};
    reader->kinds = kinds;
    reader->tree = NULL;
    reader->level = reader->unknown = 0;
    memset(reader->fields, 0, sizeof reader->fields);
    reader->texts.len = 0;
    reader->twice = NULL;
    reader->header = reader->body = false;
}

void iwmo_reader_begin_kind(struct iwmo_reader *reader) {
    const struct iwmo_handlers nothing = {0};
    iwmo_reader_begin(reader, &nothing, IWMO_ALL);
}

bool iwmo_reader_feed(struct iwmo_reader *reader, const char *bytes, size_t len, bool last) {
    bool good = xml_reader_feed(reader->xml, bytes, len, last);
    if (!good)
        take_verdict(reader);
    else if (last && !reader->header)
        refuse(reader, FINDING_ELEMENT_MISSING, "Header");
    else if (last && !reader->body && reader->kind != IWMO_325)
        refuse(reader, FINDING_ELEMENT_MISSING, reader->kind == IWMO_323 ? "Declaratie" : "Client");
    return reader->verdict.kind == FINDING_COUNT;
}

const struct iwmo_verdict *iwmo_reader_verdict(const struct iwmo_reader *reader) {
    return &reader->verdict;
}

enum iwmo_kind iwmo_reader_kind(const struct iwmo_reader *reader) {
    return reader->tree ? reader->kind : IWMO_KINDS;
}

struct slice iwmo_text(const struct iwmo_message *message, enum iwmo_field field) {
    const struct text *text = &message->reader->fields[field];
    if (text->line == 0)
        return slice_of("");
    return convert_trim((struct slice){message->reader->texts.data + text->begin, text->len});
}

uint32_t iwmo_line(const struct iwmo_message *message, enum iwmo_field field) {
    return message->reader->fields[field].line;
}
