/*
 * Where the marks of delimited text stand, found many bytes at a time: what makes the splitting of plain lines fast.
 */
#ifndef WMO_ETL_FIELD_MARKS_H
#define WMO_ETL_FIELD_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/vec.h"

struct field_marks {
    VEC(uint32_t) places; /* of every separator, quote, LF and CR, in order; behind them the length of the text */
    bool ascii;           /* no byte above 127 */
};

/* A field_marks starts as {0}; freed with VEC_FREE(marks.places).  The text is shorter than 4 GB. */
void field_marks_find(struct field_marks *marks, const char *text, size_t len, char separator);

#endif
