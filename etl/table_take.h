/*
 * The first two steps of loading a table: pieces of its files are taken one after the other, and worked into blocks of
 * rows side by side.
 *
 * Invariant: everything that is known of a piece stands in its item, so that it can be committed or dropped.
 */
#ifndef WMO_ETL_TABLE_TAKE_H
#define WMO_ETL_TABLE_TAKE_H

#include "etl/csv_rows.h"
#include "etl/iwmo_source.h"
#include "etl/xlsx_source.h"

/* A piece of a file, by its kind: a message, some rows of a sheet, or a chunk of CSV. */
struct table_item {
    enum source_kind kind;
    struct row_block block;
    struct chunk chunk; /* SOURCE_CSV, SOURCE_TEMPLATE */
    struct buf decoded;
    struct chunk_result result;
    struct iwmo_piece message; /* SOURCE_XML */
    bool whole;                /* all of the message is one piece of work */
    struct xlsx_piece sheet;   /* SOURCE_XLSX */
};

struct table_item *table_item_new(const struct load *load);
void table_item_free(struct table_item *item);

struct table_tools;

struct table_taker {
    struct load *load;
    enum table table;
    struct table_tools **tools; /* of each worker; behind them those of who takes */
    struct arena arena;
    struct chunk_reader chunks; /* of the file that is being taken */
    struct xlsx_source *sheets;
    size_t next; /* file to be taken after it */
    struct assumptions assumptions;
};

void table_taker_init(struct table_taker *taker, struct load *load, enum table table);
void table_taker_release(struct table_taker *taker);

/* Fills the item with the next piece; false when there is nothing more. */
bool table_take(struct table_taker *taker, struct table_item *item);

/* Makes a block of rows of it; `worker` is in [0, threads). */
void table_work(const struct table_taker *taker, struct table_item *item, unsigned worker);

/* Goes on with the files from `file` on, read under these assumptions. */
void table_take_again(struct table_taker *taker, size_t file, struct assumptions assumptions);

#endif
