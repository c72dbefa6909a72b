/*
 * Finds the rows of a table that share a key, exactly and in time linear in their number.
 */
#ifndef WMO_ETL_KEY_GROUPS_H
#define WMO_ETL_KEY_GROUPS_H

#include <stdint.h>

#include "etl/table_rows.h"

/* A row that is not the first with its key. */
struct later_row {
    uint32_t first; /* row with the same key */
    uint32_t row;
};

struct later_rows {
    VEC(struct later_row) list;
};

/* By partition of the keys, within one by (first, row); rows with the same first stand together. */
struct later_rows key_groups_find(const struct table_rows *rows, const struct schema *schema, unsigned threads);

#endif
