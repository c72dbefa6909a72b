/*
 * One iWmo message as a row of events: its header, each product or prestatie, each declaration.  Knows the standard,
 * not our tables.
 *
 * Invariant: an event comes only when the header is known; a message that is refused may have had events before.
 */
#ifndef WMO_ETL_IWMO_READER_H
#define WMO_ETL_IWMO_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/findings.h"
#include "etl/iwmo_tree.h"

struct iwmo_reader;

struct iwmo_message {
    const struct iwmo_reader *reader;
    enum iwmo_kind kind;
    uint32_t line;     /* of the element that the event is about */
    const char *twice; /* of a row: an element that stands in it twice, or NULL */
};

/* The texts of a message are borrowed during the call. */
struct iwmo_handlers {
    void (*header)(void *context, const struct iwmo_message *message);
    void (*row)(void *context, const struct iwmo_message *message);
    void (*declaration)(void *context, const struct iwmo_message *message);
    void *context;
};

/* Why a message is refused, as the finding that says it; FINDING_COUNT when it is not. */
struct iwmo_verdict {
    enum finding_kind kind;
    uint32_t line;
    struct slice first; /* arguments, borrowed until the next message */
    struct slice second;
};

/* Freed by iwmo_reader_close. */
struct iwmo_reader *iwmo_reader_open(void);
void iwmo_reader_close(struct iwmo_reader *reader);

/*
 * Begins a message; the handlers are copied.  `kinds` has a bit for each kind that may come here, or all of them; that
 * another one would come was to be seen in its first bytes.
 */
#define IWMO_BIT(kind) (1U << (kind))
#define IWMO_ALL (IWMO_BIT(IWMO_KINDS) - 1)
void iwmo_reader_begin(struct iwmo_reader *reader, const struct iwmo_handlers *handlers, unsigned kinds);

/* The next bytes, at most XML_PIECE of them; false when the message is refused. */
bool iwmo_reader_feed(struct iwmo_reader *reader, const char *bytes, size_t len, bool last);

const struct iwmo_verdict *iwmo_reader_verdict(const struct iwmo_reader *reader);

/* Begins a message of which only the kind is wanted: reading stops behind its first element. */
void iwmo_reader_begin_kind(struct iwmo_reader *reader);

/* IWMO_KINDS until its first element was seen. */
enum iwmo_kind iwmo_reader_kind(const struct iwmo_reader *reader);

/* A text without spaces around it, and its line; empty and 0 when the element is not there. */
struct slice iwmo_text(const struct iwmo_message *message, enum iwmo_field field);
uint32_t iwmo_line(const struct iwmo_message *message, enum iwmo_field field);

#endif
