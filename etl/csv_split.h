/*
 * Splits CSV text into records and their cells.  A record without a quote is split here, at full speed; one with a
 * quote goes through libcsv.
 */
#ifndef WMO_ETL_CSV_SPLIT_H
#define WMO_ETL_CSV_SPLIT_H

#include "etl/base/arena.h"
#include "etl/csv_layout.h"
#include "etl/field_marks.h"

struct splitter {
    const struct layout *layout;
    const char *text;
    size_t len;
    size_t at;            /* of the next record */
    uint32_t line;        /* of the next record, from 1 */
    const uint32_t *mark; /* the next place in marks */
    struct field_marks marks;
    struct quoted_splitter *quoted;
    struct arena *strings; /* cells that libcsv gave */
    bool by_libcsv;        /* every record goes through libcsv: the judge of the fast way */
};

/* One record. */
struct split {
    struct slice cells[COLUMNS_MAX + 1]; /* by column of the table; the last one takes what is no column */
    unsigned fields;
    uint32_t line;    /* on which it begins */
    bool extra;       /* a field behind those of the header is not empty */
    bool text_behind; /* something stands behind a closing quote: there are no cells */
};

/* A splitter starts as {0} with its quoted splitter, which is borrowed; this frees the rest. */
void splitter_release(struct splitter *splitter);

/* Looks at a text: is it ASCII? */
bool splitter_scan(struct splitter *splitter, const struct layout *layout, const char *text, size_t len);

/* Begins at `at` of the text that was scanned, on line `line`. */
void splitter_start(struct splitter *splitter, size_t at, uint32_t line, struct arena *strings);

/* The next record that is not blank; false at the end of the text. */
bool splitter_next(struct splitter *splitter, struct split *split);

#endif
