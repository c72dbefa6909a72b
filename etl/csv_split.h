/*
 * Splits CSV text into records and their cells.  A record without a quote is split here; one with a quote goes
 * through libcsv.
 */
#ifndef WMO_ETL_CSV_SPLIT_H
#define WMO_ETL_CSV_SPLIT_H

#include "etl/base/arena.h"
#include "etl/csv_layout.h"

struct splitter {
    const struct layout *layout;
    const char *text;
    size_t len;
    size_t at;     /* of the next record */
    uint32_t line; /* of the next record, from 1 */
    struct quoted_splitter *quoted;
    struct arena *strings; /* cells that libcsv gave */
    bool by_libcsv;        /* every record goes through libcsv: the judge of the other ways */
};

/* One record. */
struct split {
    struct slice cells[COLUMNS_MAX + 1]; /* by column of the table; the last one takes what is no column */
    unsigned fields;
    uint32_t line;    /* on which it begins */
    bool extra;       /* a field behind those of the header is not empty */
    bool text_behind; /* something stands behind a closing quote: there are no cells */
};

/*
 * Begins at the start of a text, on line `line`; `quoted`, `by_libcsv` stay.  A splitter starts as {0} with its quoted
 * splitter, which is borrowed.
 */
void splitter_start(struct splitter *splitter, const struct layout *layout, struct slice text, uint32_t line,
                    struct arena *strings);

/* The next record that is not blank; false at the end of the text. */
bool splitter_next(struct splitter *splitter, struct split *split);

#endif
