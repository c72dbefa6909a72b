/*
 * The catalogue of indicators and what aanbieders stated for them: codes, bounds and what is missing (inputs.md,
 * "Across tables"; measures.md 10).
 */
#ifndef WMO_ETL_INDICATORS_H
#define WMO_ETL_INDICATORS_H

#include "etl/load_state.h"

/* Marks rows of indicatoren whose toets is no measure, or whose weegfactor is no indicator that stays. */
void indicators_check(struct load *load, unsigned char *fates);

/* Remembers the codes of the rows that stayed, for the two functions below. */
void indicators_register(struct load *load);

/* The index of the indicator with that code (of POOL_TEXTS), INDEX_NONE when there is none. */
uint16_t indicator_index(const struct load *load, uint32_t code);

/* Marks rows of managementinformatie with an unknown indicator. */
void statements_check(struct load *load, unsigned char *fates);

/* Warns of values outside their bounds, of required indicators left out, of doubles and of parts that do not add up. */
void statements_warn(struct load *load);

#endif
