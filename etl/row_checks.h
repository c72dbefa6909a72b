/*
 * What the columns of one row say about each other (inputs.md, "Across tables", the part that needs one row only).
 * Each returns false, with a finding, when the row is refused; called through the schema for every row read.
 */
#ifndef WMO_ETL_ROW_CHECKS_H
#define WMO_ETL_ROW_CHECKS_H

#include <stdbool.h>
#include <stdint.h>

struct row_block;

bool accept_indicator(struct row_block *block, void *row, uint32_t line);
bool accept_tarief(struct row_block *block, void *row, uint32_t line);
bool accept_indication(struct row_block *block, void *row, uint32_t line);
bool accept_declaration(struct row_block *block, void *row, uint32_t line);
bool accept_registration(struct row_block *block, void *row, uint32_t line);

#endif
