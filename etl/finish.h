/*
 * From staged rows to the records of a dataset, table by table, once doubles and codes are settled.
 */
#ifndef WMO_ETL_FINISH_H
#define WMO_ETL_FINISH_H

#include "etl/load_state.h"

/*
 * Puts the rows of a table in the dataset and makes its codes known to the tables behind it.  Gives the rows up, but
 * for managementinformatie and indicatoren, which checks still need.
 */
void finish_table(struct load *load, enum table table);

/* An arena copy of a text of POOL_TEXTS; "" for TEXT_NONE. */
const char *finish_text(struct load *load, uint32_t text);

/* gemeenten, aanbieders (with hoort_bij) and producten: in byte order of their codes. */
void finish_gemeenten(struct load *load);
void finish_aanbieders(struct load *load);
void finish_producten(struct load *load);

/* The known codes of redenen and those that indicaties name besides, in byte order; sets indication.reden. */
void finish_redenen(struct load *load);

#endif
