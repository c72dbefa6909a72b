/*
 * One cell on its way into a row: the plain forms of every type of inputs.md.  Between convert.c, which undoes damage
 * and reports, and cell.c, which reads.
 */
#ifndef WMO_ETL_CELL_H
#define WMO_ETL_CELL_H

#include "etl/row_block.h"

struct cell {
    struct row_block *block;
    const struct column *column;
    struct slice text; /* trimmed, not empty */
    uint32_t line;
    bool typed;    /* a number of a worksheet */
    bool examined; /* for damage */
    bool once;     /* there is more to say than the value */
};

#define NO_FINDING FINDING_COUNT

/* Puts the value of the cell in the current row of the block: NO_FINDING, or what is wrong with it as it stands. */
enum finding_kind cell_read(struct cell *cell);

/* Decimals that a number of that type may have. */
int cell_decimals(enum column_type type);

static inline unsigned cell_index(const struct cell *cell) {
    return (unsigned)(cell->column - cell->block->schema->columns);
}

/* Where the value goes. */
static inline char *cell_member(const struct cell *cell) {
    return cell->block->current + cell->column->offset;
}

static inline struct place cell_place(const struct cell *cell) {
    return row_block_place(cell->block, cell->line, cell_index(cell));
}

#endif
