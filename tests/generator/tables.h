/* The thirteen tables of a region, open for writing. */
#ifndef SAMPLE_TABLES_H
#define SAMPLE_TABLES_H

#include "tests/generator/region.h"
#include "tests/generator/row.h"

enum table {
    T_GEMEENTEN,
    T_AANBIEDERS,
    T_PRODUCTEN,
    T_TARIEVEN,
    T_INDICATIES,
    T_DECLARATIES,
    T_MANAGEMENTINFORMATIE,
    T_INDICATOREN,
    T_VOORVELD,
    T_NULMETING,
    T_UITFASERING,
    T_SIGNALEN,
    T_REDENEN,
    TABLES
};

struct tables {
    struct sink *sink[TABLES];
    bool split;
    struct trouble *trouble;
};

/* Opens all tables in `dir`, which must exist; `split`: indicaties and voorveld per gemeente,
 * declaraties and managementinformatie per aanbiedercode. Everything is borrowed until tables_close. */
void tables_open(struct tables *t, const char *dir, bool split, const struct region *region, struct trouble *trouble);
void tables_close(struct tables *t);

/* Ends a row: into the table's one file, or in the one of gemeente or aanbieder `part`. */
void tables_send(struct tables *t, enum table table, struct row *row, uint32_t part);

/* The small tables that depend on the region only. */
void tables_write_fixed(struct tables *t, const struct region *region);

#endif
