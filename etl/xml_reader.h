/*
 * A stream of XML as elements and texts, for everything that reads XML: bytes go in as they come, so memory does not
 * depend on the size of the document.
 *
 * Invariant: nothing outside the document is ever fetched and no entity of its own is ever expanded: a DOCTYPE ends the
 * reading.  What a hostile document can cost is bounded (xml_reader.c).
 */
#ifndef WMO_ETL_XML_READER_H
#define WMO_ETL_XML_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"

enum xml_refusal {
    REFUSAL_NONE,
    REFUSAL_NOT_XML,  /* not well-formed, or it ends too early */
    REFUSAL_ENCODING, /* an encoding that is not read */
    REFUSAL_DOCTYPE,
    REFUSAL_TOO_MUCH /* deeper, longer or more of something than any honest document has */
};

struct xml_verdict {
    enum xml_refusal refusal;
    uint32_t line;
    const char *reason; /* NOT_XML and TOO_MUCH: in Dutch, static; "" otherwise */
    char encoding[32];  /* ENCODING: its name in the document, cut */
};

/* A namespace is the empty slice where there is none; what is given is borrowed during the call; text may be NULL. */
struct xml_handlers {
    void (*start)(void *context, struct slice space, const char *name, const char *const *attributes);
    void (*end)(void *context);
    void (*text)(void *context, const char *bytes, size_t len);
    void *context;
};

struct xml_reader;

/* Freed by xml_reader_close. */
struct xml_reader *xml_reader_open(void);
void xml_reader_close(struct xml_reader *reader);

/* Begins a document; what was under way is forgotten. */
void xml_reader_begin(struct xml_reader *reader, const struct xml_handlers *handlers);

/*
 * The next bytes, `last` with the last of them; the pieces are at most XML_PIECE long.  False when the document is
 * refused (see the verdict) or a handler stopped it; nothing may be fed after that.
 */
enum { XML_PIECE = 65536 };
bool xml_reader_feed(struct xml_reader *reader, const char *bytes, size_t len, bool last);

/* REFUSAL_NONE as long as all is well. */
const struct xml_verdict *xml_reader_verdict(const struct xml_reader *reader);

/* For handlers: the line of the element that starts or ends, from 1. */
uint32_t xml_reader_line(const struct xml_reader *reader);

/* For handlers: how much of what was fed is behind this element's tag, the tag included. */
uint64_t xml_reader_taken(const struct xml_reader *reader);

/* For handlers: no more of this document, without a verdict or with REFUSAL_TOO_MUCH. */
void xml_reader_stop(struct xml_reader *reader);
void xml_reader_refuse(struct xml_reader *reader, const char *reason);

#endif
