/*
 * What messages say that is no row: starts and stops of care, refused declarations, and that a message was there.
 *
 * Invariant: facts are added in path and line order, from one thread, so that numbers of texts never depend on threads.
 */
#ifndef WMO_ETL_IWMO_FACTS_H
#define WMO_ETL_IWMO_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/date.h"
#include "etl/base/intern.h"
#include "etl/base/vec.h"

enum iwmo_fact_kind {
    FACT_START,
    FACT_STOP,
    FACT_LINE,        /* a line of a declaration that was refused */
    FACT_DECLARATION, /* a declaration of which something was refused */
    FACT_WHOLE        /* a declaration that was refused as a whole */
};

/* As it is read; the texts are borrowed. */
struct iwmo_fact {
    enum iwmo_fact_kind kind;
    bool taken_back;
    uint16_t code;       /* gemeente of a start or stop, aanbieder of the others: number in its table */
    struct slice number; /* toewijzingnummer or declaratienummer */
    struct slice detail; /* reden_beeindiging or regelnummer, "" for none */
    date_t begin;
    date_t end;
    uint32_t line;
};

/* As it is kept. */
struct iwmo_kept {
    uint32_t number; /* of iwmo_facts.texts */
    uint32_t detail;
    date_t begin;
    date_t end;
    uint32_t source;
    uint32_t line;
    uint16_t code;
    uint8_t kind; /* enum iwmo_fact_kind */
    bool taken_back;
};

struct iwmo_facts {
    struct intern texts;
    VEC(struct iwmo_kept) list;
    struct intern messages;        /* their kind, sender and identification */
    VEC(uint32_t) message_sources; /* by number in `messages`: the first that was loaded */
};

/* Starts as {0}. */
void iwmo_facts_release(struct iwmo_facts *facts);

/* Adds a fact of a source. */
void iwmo_facts_add(struct iwmo_facts *facts, uint32_t source, const struct iwmo_fact *fact);

/* Takes back the facts from `keep` on. */
void iwmo_facts_truncate(struct iwmo_facts *facts, size_t keep);

/*
 * Notes that a message was loaded.  False when one of the same identity was before: `first` is its source.
 */
bool iwmo_facts_add_message(struct iwmo_facts *facts, struct slice identity, uint32_t source, uint32_t *first);

#endif
