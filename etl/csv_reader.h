/*
 * Reads one CSV file in chunks of whole records, with large reads; a file may grow, shrink or vanish meanwhile.
 */
#ifndef WMO_ETL_CSV_READER_H
#define WMO_ETL_CSV_READER_H

#include "etl/csv_layout.h"
#include "etl/sha256.h"

/* A piece of a file: whole records, or the reason why the file is refused. */
struct chunk {
    struct buf text;
    size_t begin;                /* of the records; before it stand the header, or nothing */
    size_t end;                  /* of the records */
    uint64_t read;               /* bytes of the file up to and including this chunk */
    bool last;                   /* of its file */
    bool refused;                /* by a finding among those of the header, or by `refusal` */
    enum finding_kind refusal;   /* FINDING_COUNT when a finding of the header says it */
    size_t refusal_at;           /* where in the text */
    int failure;                 /* errno of FINDING_UNREADABLE */
    const struct layout *layout; /* NULL in a file without a header */
};

/* A longer record refuses its file: most likely a quote too many. */
enum { CHUNK_RECORD_MAX_MB = 16 };

/* What is taken to be true of a file until a commit finds out better. */
struct assumptions {
    bool windows_1252;
    bool comma_file;
};

struct chunk_reader {
    int file;    /* -1: none is open */
    int failure; /* errno of opening it */
    uint64_t read;
    size_t chunk_size;
    bool at_end;
    bool started;
    struct source *source;
    struct layout *layout;
    struct arena *arena; /* of layouts, which live as long as the load */
    struct quoted_splitter *splitter;
    struct buf rest; /* the record that goes on in the next chunk */
    struct buf raw;  /* UTF-16 that is not decoded yet */
    struct sha256 *sum;
};

/* The arena is borrowed. */
void chunk_reader_init(struct chunk_reader *reader, struct arena *arena, size_t chunk_size);
void chunk_reader_release(struct chunk_reader *reader);

/* Begins at the start of a source; `hash` also computes its SHA-256.  An error comes with the first chunk. */
void chunk_reader_open(struct chunk_reader *reader, struct source *source, uint32_t number,
                       const struct assumptions *assumptions, bool hash);

/* Is there a file that is not at its end? */
bool chunk_reader_is_open(const struct chunk_reader *reader);

/* Leaves the file where it is. */
void chunk_reader_close(struct chunk_reader *reader);

/* The next chunk; what is found in the header goes to `findings`. */
void chunk_reader_next(struct chunk_reader *reader, struct chunk *chunk, struct findings *findings);

#endif
