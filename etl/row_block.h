/*
 * Where a reader of files puts its rows: cells in, typed rows and findings out, for one piece of one file.  CSV chunks,
 * iWmo messages and worksheets all end here.
 *
 * Invariant: a block belongs to one thread until it is committed (table_load.h); it reads only what was known before
 * its table began.  Lines are relative to the piece until then.
 */
#ifndef WMO_ETL_ROW_BLOCK_H
#define WMO_ETL_ROW_BLOCK_H

#include "etl/base/arena.h"
#include "etl/base/decimal.h"
#include "etl/column_memory.h"
#include "etl/load_state.h"
#include "etl/pattern.h"

/* What Excel did to a cell and was undone. */
enum damage {
    DAMAGE_FORMULA, /* ="0498" */
    DAMAGE_ZERO,    /* a leading zero lost */
    DAMAGE_EURO,
    DAMAGE_MINUS, /* behind the number */
    DAMAGE_NBSP,
    DAMAGE_COUNT
};

/* A string that has to become a number. */
struct pending_text {
    struct slice text;
    uint32_t hash;
    uint32_t value;    /* INTERN_NONE until it is known */
    uint16_t gemeente; /* POOL_INDICATIONS: of the line */
    uint8_t pool;      /* enum pool_id */
};

/* A place in a row where that number goes, when it does not stand there already (see row_block_text). */
struct pending_use {
    uint32_t row;
    uint32_t text;
    uint16_t offset;
};

/* A short text in a column of some type that was found to be a code of another table. */
struct known_code {
    uint64_t word; /* the text */
    uint32_t type; /* enum column_type; 0 is the type of no such column */
    uint32_t index;
};

enum { LATEST_TEXTS = 256, KNOWN_CODES = 256 };

struct row_block {
    const struct load *load;
    const struct schema *schema;
    uint16_t text_members[TEXT_MEMBERS_MAX]; /* of the schema */
    unsigned text_member_count;
    struct patterns *patterns;
    uint32_t source;
    bool comma_file;                              /* 1.234 is 1234 in this file */
    char *current;                                /* the row that is being read; keeps the values of the one before */
    struct column_memory memory[COLUMNS_MAX + 1]; /* the last one, for what is no column, keeps nothing */
    uint32_t changes[COLUMNS_MAX]; /* per column: of the first rows those that did not repeat the one before */
    uint32_t fickle;               /* bit i: column i changes so often that nothing is compared */
    char *rows;
    uint32_t count;
    uint32_t cap;
    uint64_t rows_read;
    uint64_t rows_refused;
    VEC(struct pending_text) texts; /* the first one is the empty text */
    VEC(struct pending_use) uses;
    uint32_t latest[LATEST_TEXTS];        /* per end of a hash: the latest pending text with it, so that few repeat */
    uint32_t last_indication;             /* the latest pending text of POOL_INDICATIONS */
    struct known_code known[KNOWN_CODES]; /* by hash of the word; a code that is known stays so */
    struct findings findings;
    struct arena strings; /* cells that do not stand in the file as they are */
    struct decimal_notes notes;
    uint32_t damage[COLUMNS_MAX][DAMAGE_COUNT];
};

/* A block starts as {0}; the load and the patterns are borrowed. */
void row_block_init(struct row_block *block, const struct load *load, struct patterns *patterns);
void row_block_release(struct row_block *block);

/* Empties the block for a piece of a source. */
void row_block_start(struct row_block *block, uint32_t source, bool comma_file);

/* A copy of a cell that lives until the block is emptied. */
struct slice row_block_keep(struct row_block *block, struct slice text);

/*
 * Adds a row: one cell per column of the table, an absent one with length 0.  `typed`, or NULL, says per column that
 * the cell was a number in a worksheet, so never ambiguous.  The bytes of the cells must live until the block is
 * committed.  A row that is wrong becomes findings.
 */
void row_block_add(struct row_block *block, uint32_t line, const struct slice *cells, const bool *typed);

/*
 * The same, of which `changed` says by bit which cells do not repeat those of the row before; of the others nothing is
 * needed.  Sixteen bytes can be read from the start of each cell, and a separator or line end stands behind it.
 */
void row_block_add_changed(struct row_block *block, uint32_t line, const struct slice *cells, uint32_t changed);

/*
 * A row that is refused as a whole, after a finding.  Its cells, or NULL, still show whether the file has decimal
 * commas.
 */
void row_block_refuse(struct row_block *block, const struct slice *cells);

/* The place of a finding on a line of this block; column is of the schema, or COLUMN_NONE. */
struct place row_block_place(const struct row_block *block, uint32_t line, unsigned column);

/*
 * The pending text with these bytes, new or known.  It stands in the row, as one of the text members of the schema,
 * until the block is resolved; there UINT32_MAX means that nothing was given, and 0 is the empty text.
 */
uint32_t row_block_text(struct row_block *block, enum pool_id pool, struct slice text);

/* The one with these bytes when it is at hand, else 0. */
uint32_t row_block_find_text(const struct row_block *block, enum pool_id pool, struct slice text);

/* The same for the indication that a line names. */
uint32_t row_block_indication(struct row_block *block, uint16_t gemeente, struct slice number);

/* The number of `text` in a pool goes to `offset` of the row now being added, which is no text member. */
void row_block_want(struct row_block *block, enum pool_id pool, struct slice text, uint16_t offset);

/* Keeps the index of a text that was found to be a known code, and finds it back; INDEX_NONE when it is not at hand. */
void row_block_keep_code(struct row_block *block, enum column_type type, struct slice text, uint16_t index);
uint16_t row_block_find_code(const struct row_block *block, enum column_type type, struct slice text);

/* Puts the numbers that were known before in the rows; only the rest stays in `uses`, for the commit. */
void row_block_resolve(struct row_block *block);

/* Puts the number of a string in the row that wanted it. */
void row_block_fill(struct row_block *block, const struct pending_use *use);

#endif
