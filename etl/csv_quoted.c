/*
 * The one file that knows libcsv.  Invariant: libcsv sees one whole record at a time, in which every quote that opens
 * a field is closed, so it can never take the rest of a file for a field.
 */
#include "etl/csv_quoted.h"

#include <csv.h>
#include <stdlib.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"

struct quoted_splitter {
    struct csv_parser parser;
    void (*cell)(void *context, struct slice text);
    void *context;
};

static void *more_memory(void *old, size_t size) {
    return mem_realloc(old, size, 1);
}

struct quoted_splitter *quoted_splitter_open(void) {
    struct quoted_splitter *splitter = mem_calloc(1, sizeof *splitter);
    if (csv_init(&splitter->parser, 0) != 0)
        BUG("libcsv");
    csv_set_realloc_func(&splitter->parser, more_memory);
    return splitter;
}

void quoted_splitter_close(struct quoted_splitter *splitter) {
    if (!splitter)
        return;
    csv_free(&splitter->parser);
    free(splitter);
}

static void on_cell(void *text, size_t len, void *context) {
    struct quoted_splitter *splitter = context;
    splitter->cell(splitter->context, (struct slice){text, len});
}

void quoted_split(struct quoted_splitter *splitter, struct slice record, char separator,
                  void (*cell)(void *context, struct slice text), void *context) {
    splitter->cell = cell;
    splitter->context = context;
    csv_set_delim(&splitter->parser, (unsigned char)separator);
    if (csv_parse(&splitter->parser, record.ptr, record.len, on_cell, NULL, splitter) != record.len ||
        csv_fini(&splitter->parser, on_cell, NULL, splitter) != 0)
        BUG("libcsv");
}
