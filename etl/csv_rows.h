/*
 * From a chunk of a CSV file to rows in a block: decodes, splits and binds.  Many run side by side.
 */
#ifndef WMO_ETL_CSV_ROWS_H
#define WMO_ETL_CSV_ROWS_H

#include "etl/csv_reader.h"
#include "etl/csv_split.h"
#include "etl/row_block.h"

struct chunk_result {
    uint32_t lines; /* line ends up to the end of the chunk */
    bool has_nul;   /* refuse the file */
    bool not_utf8;  /* read the file again as Windows-1252 */
};

/*
 * Adds the records of a chunk to a block that was started for its source.  `decoded` keeps the text of a chunk that
 * had to be decoded until the block is committed.
 */
struct chunk_result rows_from_chunk(struct row_block *block, const struct chunk *chunk, struct splitter *splitter,
                                    struct buf *decoded);

#endif
