/*
 * How one CSV file is read: its separator and which of its fields is which column, from its header.
 */
#ifndef WMO_ETL_CSV_LAYOUT_H
#define WMO_ETL_CSV_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/csv_quoted.h"
#include "etl/findings.h"
#include "etl/schema.h"

struct layout {
    const struct schema *schema;
    uint32_t source;
    char separator;
    bool windows_1252; /* else UTF-8 */
    bool comma_file;   /* 1.234 is 1234 */
    bool remarks;      /* lines that begin with # may stand before the header */
    unsigned fields;   /* in the header */
    uint8_t *columns;  /* per field its column, or COLUMNS_MAX */
};

enum layout_state {
    LAYOUT_BOUND,
    LAYOUT_REFUSED, /* findings say why */
    LAYOUT_EMPTY,   /* there is no header: only blank lines */
    LAYOUT_MORE     /* the header goes on behind this text */
};

/*
 * Finds the header in the first bytes of a file and binds it; `begin` becomes the start of the first record behind it.
 * `whole`: the text is all there is.  `schema`, `source`, `windows_1252` and `remarks` of the layout are given;
 * findings have the lines of the file.  The columns are allocated from the arena when the layout is bound.
 */
enum layout_state layout_bind(struct layout *layout, struct arena *arena, const char *text, size_t len, bool whole,
                              struct quoted_splitter *splitter, struct findings *findings, size_t *begin);

#endif
