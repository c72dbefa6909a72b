/*
 * The grid of a worksheet: cells with their place and kind, from cells as they stand in the file.
 */
#ifndef WMO_ETL_XLSX_GRID_H
#define WMO_ETL_XLSX_GRID_H

#include "etl/xlsx_fast.h"
#include "etl/xlsx_workbook.h"

enum {
    XLSX_ROWS_MAX = 1048576, /* of the grid */
    XLSX_COLUMNS_MAX = 16384,
    XLSX_CELL_NAME_SIZE = 12 /* "XFD1048576" and NUL */
};

enum xlsx_kind {
    XLSX_TEXT,
    XLSX_NUMBER,    /* digits as in the file, see xlsx_number.h */
    XLSX_DATE,      /* the same, of a cell that shows a date */
    XLSX_ISO_DATE,  /* a date as text */
    XLSX_BOOLEAN,   /* "true" or "false" */
    XLSX_ERROR,     /* "#N/A" and the like */
    XLSX_UNCOMPUTED /* a formula of which the workbook does not say the result */
};

struct xlsx_cell {
    uint32_t row;    /* from 1 */
    uint32_t column; /* from 0 */
    enum xlsx_kind kind;
    struct slice text; /* borrowed during the call */
};

struct xlsx_cell_handler {
    void (*cell)(void *context, const struct xlsx_cell *cell);
    void *context;
};

/* Starts with workbook, sheet and handler, the rest 0. */
struct xlsx_grid {
    const struct xlsx_workbook *workbook;
    const struct xlsx_sheet *sheet;
    struct xlsx_cell_handler handler;
    uint32_t row;
    uint32_t columns; /* of the row so far: the next cell is behind these */
    bool stopped;     /* nothing more is given */
    bool wrong;       /* the sheet is damaged, and `why` says where */
    struct xlsx_refusal why;
};

/* A row begins; `number` is what it says itself, or NULL. */
void xlsx_grid_row(struct xlsx_grid *grid, const char *number);

/* Gives the next cell of the row to the handler, unless it is empty. */
void xlsx_grid_cell(struct xlsx_grid *grid, const struct xlsx_raw_cell *cell);

/* "C14". */
void xlsx_cell_name(uint32_t row, uint32_t column, char name[XLSX_CELL_NAME_SIZE]);

#endif
