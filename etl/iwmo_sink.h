/*
 * Where the events of one message go: rows and findings to a block, all else to a list of facts (inputs.md, "iWmo
 * messages", the mapping).
 *
 * Invariant: a sink changes nothing but the block and the facts that it was given, so messages can be read side by
 * side.
 */
#ifndef WMO_ETL_IWMO_SINK_H
#define WMO_ETL_IWMO_SINK_H

#include "etl/iwmo_cells.h"
#include "etl/iwmo_facts.h"
#include "etl/iwmo_reader.h"
#include "etl/row_block.h"

/* Facts on their way to struct iwmo_facts; their texts live as long as the rows of the block. */
struct iwmo_new_facts {
    VEC(struct iwmo_fact) list;
};

struct iwmo_sink {
    struct row_block *block;
    struct iwmo_new_facts *facts;
    struct iwmo_columns columns;
    struct buf identity; /* kind, sender and identification of the message; empty when it has none */
    bool refused;        /* the header names a code that we do not know: its rows are left out */
    bool odd;            /* some amount of the declaration is no number */
    bool has_lines;      /* the declaration lists lines */
    bool answered;       /* there was a declaration */
    uint16_t code;       /* of 305 and 307 the gemeente, of 325 the aanbieder */
    int64_t sum;         /* of the declaration, in cents */
};

/* A sink starts as {0}. */
void iwmo_sink_release(struct iwmo_sink *sink);

/* Makes the sink ready for a message and gives what the reader calls; the sink is borrowed. */
struct iwmo_handlers iwmo_sink_begin(struct iwmo_sink *sink);

/* The message is whole: says what it lacks. */
void iwmo_sink_end(struct iwmo_sink *sink, enum iwmo_kind kind);

/* The table that a message loads. */
enum table iwmo_table(enum iwmo_kind kind);

#endif
