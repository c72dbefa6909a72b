/*
 * Cells of worksheets in the plain form that nearly all of them have, read without an XML parser.  What is taken here
 * means the same to a parser (asserted by a differential test); everything else is left to it.
 */
#ifndef WMO_ETL_XLSX_FAST_H
#define WMO_ETL_XLSX_FAST_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/buf.h"

/* The attribute t of a cell. */
enum xlsx_type {
    XLSX_TYPE_NUMBER, /* n, or none */
    XLSX_TYPE_SHARED, /* s: the number of a shared string */
    XLSX_TYPE_STRING, /* str: the text of a formula */
    XLSX_TYPE_INLINE, /* inlineStr: the text stands in the cell itself */
    XLSX_TYPE_BOOLEAN,
    XLSX_TYPE_ERROR,
    XLSX_TYPE_DATE, /* d: in ISO form */
    XLSX_TYPE_UNKNOWN
};

/* A cell as it stands in the sheet. */
struct xlsx_raw_cell {
    struct slice at;    /* r, empty when the cell does not say where it is */
    struct slice style; /* s */
    struct slice text;  /* of its value, or its own text */
    enum xlsx_type type;
    bool has_value; /* v or is, even if empty */
    bool has_formula;
};

enum xlsx_type xlsx_type_of(struct slice t);

enum xlsx_fast { XLSX_FAST_CELL, XLSX_FAST_MORE, XLSX_FAST_OTHER };

/*
 * Reads the cell at *from, which moves behind it.  MORE: the text ends before that can be told; OTHER: something that a
 * parser must see.  The text is within an unprefixed row of the main namespace, between two of its cells.
 */
enum xlsx_fast xlsx_fast_cell(const char **from, const char *end, struct xlsx_raw_cell *cell);

#endif
