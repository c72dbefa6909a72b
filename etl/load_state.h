/*
 * What the parts of loading share: the pools of strings, the rows of the tables so far, and where the results go.
 * Invariant: while a table is being loaded its workers only read this; the one that commits writes.
 */
#ifndef WMO_ETL_LOAD_STATE_H
#define WMO_ETL_LOAD_STATE_H

#include "etl/indication_index.h"
#include "etl/iwmo_facts.h"
#include "etl/load.h"
#include "etl/pool.h"
#include "etl/schema.h"

enum pool_id {
    POOL_TEXTS, /* names, descriptions and the codes of small tables; 0 is the empty text */
    POOL_CLIENTS,
    POOL_TOEWIJZINGNUMMERS,
    POOL_DECLARATIENUMMERS,
    POOL_REGELNUMMERS, /* those that do not fit in a packed number */
    POOL_GEMEENTEN,    /* known: the codes of the table, in byte order; fresh: codes that it does not know */
    POOL_AANBIEDERS,
    POOL_PRODUCTEN,   /* in capitals */
    POOL_INDICATIONS, /* fresh only: numbers of indications that are not there */
    POOL_COUNT
};

/* The number of an unknown indication, while doubles have to be told apart. */
#define INDICATION_UNKNOWN UINT32_C(0x80000000)

/* More unknown codes than there are numbers: the rest share this one. */
#define INDEX_UNKNOWN ((uint16_t)(INDEX_NONE - 1))

/* The rows of one table, in path and line order. */
struct table_rows {
    char *data;
    size_t count;
    size_t cap;
    size_t size;         /* of one row */
    VEC(uint32_t) files; /* numbers of its sources in path order; each begins at source.first_row */
};

struct vorig_regelnummer {
    size_t row; /* of declaraties */
    uint64_t regelnummer;
};

struct load {
    const struct load_options *options;
    struct dataset *dataset;
    struct findings *findings;
    struct sources *sources;
    struct pool pools[POOL_COUNT];
    struct indication_index index;
    struct table_rows tables[TABLE_COUNT];
    VEC(struct vorig_regelnummer) vorige; /* by row */
    uint16_t *indicator_of;               /* per code in POOL_TEXTS: the index of the indicator + 1, or 0 */
    size_t indicator_count;               /* of those codes */
    struct iwmo_facts facts;
    struct load_progress progress;
};

#endif
