/*
 * Where records of delimited text begin and end, with quotes taken into account (inputs.md, "CSV as it really
 * arrives").  The one place that knows what a quote means; used to cut files into chunks and chunks into records.
 */
#ifndef WMO_ETL_RECORD_SCAN_H
#define WMO_ETL_RECORD_SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct record {
    size_t end;       /* of the record, without its line end; len when it has none */
    bool open;        /* a quote in it is not closed before the end of the text */
    size_t open_at;   /* where that quote stands */
    bool text_behind; /* something other than spaces stands behind a closing quote */
};

/* The record that begins at `at`. */
struct record record_scan(const char *text, size_t len, size_t at, char separator);

/* Behind the line end at `at`: LF, CRLF or CR; `at` itself when there is none. */
size_t record_skip_end(const char *text, size_t len, size_t at);

struct cut {
    size_t end;     /* the whole records take so many bytes */
    bool open;      /* a quote behind them is not closed yet */
    size_t open_at; /* where it stands */
};

/*
 * The longest run of whole records at the start of a text that goes on behind `len`.  Text begins with a record.
 */
struct cut record_cut(const char *text, size_t len, char separator);

/* Number of line ends in a text; a CR at its very end counts. */
size_t record_count_lines(const char *text, size_t len);

#endif
