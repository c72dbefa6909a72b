/*
 * Reads the messages of files and of members of archives, piece by piece into blocks of rows.
 */
#ifndef WMO_ETL_IWMO_SOURCE_H
#define WMO_ETL_IWMO_SOURCE_H

#include "etl/iwmo_sink.h"
#include "etl/sources.h"

/* What a piece of a message gave beside the rows of its block. */
struct iwmo_piece {
    struct iwmo_new_facts facts;
    struct findings refusal; /* why the message is refused: one finding, or none */
    struct buf identity;     /* with the last piece; empty when it has none */
    uint64_t read;           /* bytes of the message up to and including this piece */
    bool last;
    bool hashed; /* with the last piece: the sum of the message */
    unsigned char sha256[SHA256_SIZE];
};

/* A piece starts as {0}. */
void iwmo_piece_release(struct iwmo_piece *piece);

/* What one thread needs to read messages, one after the other. */
struct iwmo_source;

struct iwmo_source *iwmo_source_new(void);
void iwmo_source_free(struct iwmo_source *source);

/* Begins a message: a source of kind SOURCE_XML, which is borrowed.  `hash` also computes its SHA-256. */
void iwmo_source_begin(struct iwmo_source *source, const struct source *from, uint32_t number, bool hash);

/*
 * Reads on until the message ends or `bytes` more of it were read.  The block was started for the source; lines are
 * those of the message.
 */
void iwmo_source_next(struct iwmo_source *source, struct row_block *block, struct iwmo_piece *piece, uint64_t bytes);

/* Is a message under way? */
bool iwmo_source_is_open(const struct iwmo_source *source);
void iwmo_source_close(struct iwmo_source *source);

/*
 * The table that a message loads, as its first element says; TABLE_NONE when it cannot be read or is none of ours.
 */
enum table iwmo_source_table(struct iwmo_source *source, const struct source *from);

#endif
