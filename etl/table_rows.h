/*
 * The rows of one table while it is being loaded, and which file each came from.
 */
#ifndef WMO_ETL_TABLE_ROWS_H
#define WMO_ETL_TABLE_ROWS_H

#include "etl/load_state.h"
#include "etl/row_block.h"

void table_rows_release(struct table_rows *rows);

static inline void *table_row(const struct table_rows *rows, size_t index) {
    return rows->data + index * rows->size;
}

/* The line of a row in its file. */
uint32_t table_row_line(const struct load *load, enum table table, size_t index);

/* The number of the source of a row. */
uint32_t table_row_source(const struct load *load, enum table table, size_t index);

/* The place of a finding on a row; `offset` is that of a column in the row, or NO_OFFSET. */
#define NO_OFFSET SIZE_MAX
struct place table_row_place(const struct load *load, enum table table, size_t index, size_t offset);

/*
 * Fills in the numbers that a block still waits for and adds its rows behind the others, with `lines` added to their
 * line numbers.
 */
void table_rows_append(struct load *load, enum table table, struct row_block *block, uint32_t lines);

/* Takes back the rows from `keep` on. */
void table_rows_truncate(struct load *load, enum table table, size_t keep);

enum row_fate {
    ROW_KEPT,
    ROW_REFUSED,
    ROW_REPLACED,
    ROW_WITHDRAWN /* by a message; accounted for as replaced */
};

/* Drops the rows that are not kept (one enum row_fate per row) and accounts for them in their sources. */
void table_rows_drop(struct load *load, enum table table, const unsigned char *fates);

#endif
