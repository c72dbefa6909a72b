/*
 * From a product of a Wmo301 or a prestatie of a Wmo323 to a row of a table.
 */
#ifndef WMO_ETL_IWMO_CELLS_H
#define WMO_ETL_IWMO_CELLS_H

#include "etl/iwmo_reader.h"
#include "etl/row_block.h"

/* Which field goes to which column of the table, FIELD_COUNT for none. */
struct iwmo_columns {
    enum iwmo_field fields[COLUMNS_MAX];
};

/* For a Wmo301 or a Wmo323. */
void iwmo_columns_bind(struct iwmo_columns *columns, enum iwmo_kind kind, const struct schema *schema);

/* Adds the row of a message, or findings. */
void iwmo_cells_add(struct row_block *block, const struct iwmo_message *message, const struct iwmo_columns *columns);

/* A finding on a row of a message, at the named column. */
struct place iwmo_place(const struct row_block *block, uint32_t line, const char *column);

/*
 * An amount in cents, positive for D and negative for C; false when the texts are no whole number and one of these.
 */
bool iwmo_amount(struct slice digits, struct slice sign, int64_t *cents);

/* Appends cents as euros. */
void iwmo_put_euros(struct buf *out, int64_t cents);

#endif
