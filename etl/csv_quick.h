/*
 * Splits the records that nearly all lines of nearly all files are, in one pass over their bytes: no quotes, the fields
 * of the header, and most cells equal to those of the row before.
 */
#ifndef WMO_ETL_CSV_QUICK_H
#define WMO_ETL_CSV_QUICK_H

#include "etl/csv_layout.h"
#include "etl/row_block.h"

/* A record; by column of the table, the last one takes what is no column. */
struct quick_record {
    struct slice cells[COLUMNS_MAX + 1]; /* of the columns that changed */
    uint32_t changed;                    /* bit i: column i does not repeat what the memory holds */
    size_t behind;                       /* its line end */
};

/*
 * Splits the record at `at`, against what the block holds of the row before; false when it is not of that kind, or may
 * be blank, or stands so near the end of the text that it has to be split with more care.
 */
bool quick_split(const struct row_block *block, const struct layout *layout, struct slice text, size_t at,
                 struct quick_record *record);

#endif
