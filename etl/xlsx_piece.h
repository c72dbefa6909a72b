/*
 * Some rows of a worksheet on their way to a block: the cells of the columns of the table, as they stand in the sheet.
 */
#ifndef WMO_ETL_XLSX_PIECE_H
#define WMO_ETL_XLSX_PIECE_H

#include "etl/row_block.h"
#include "etl/xlsx_grid.h"

struct xlsx_staged {
    uint32_t at; /* in the text of the piece */
    uint32_t len;
    uint8_t column; /* of the table */
    uint8_t kind;   /* enum xlsx_kind */
};

struct xlsx_staged_row {
    uint32_t line;
    uint32_t cells; /* how many; those of a row follow those of the row before it */
};

struct xlsx_piece {
    struct buf text;
    VEC(struct xlsx_staged) cells;
    VEC(struct xlsx_staged_row) rows;
    bool system_1904;
    bool last;    /* of its workbook */
    bool empty;   /* there is not even a header */
    bool refused; /* why stands among the findings of the block, or in `why` when that has a reason */
    struct xlsx_refusal why;
};

/* A piece starts as {0}; start empties it. */
void xlsx_piece_start(struct xlsx_piece *piece);
void xlsx_piece_release(struct xlsx_piece *piece);

/* A row that is not empty begins; then its cells. */
void xlsx_piece_row(struct xlsx_piece *piece, uint32_t line);
void xlsx_piece_cell(struct xlsx_piece *piece, unsigned column, enum xlsx_kind kind, struct slice text);

/* Moves the last row to the end of another piece. */
void xlsx_piece_move_last(struct xlsx_piece *from, struct xlsx_piece *to);

/* Adds the rows to a block that was started for their source; the piece must live until the block is committed. */
void xlsx_piece_add(const struct xlsx_piece *piece, struct row_block *block);

#endif
