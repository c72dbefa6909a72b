/*
 * What the columns of one row say about each other (inputs.md, "Across tables", the part that needs one row only).
 * Each returns false, with a finding, when the row is refused; called through the schema for every row read.
 */
#ifndef WMO_ETL_ROW_CHECKS_H
#define WMO_ETL_ROW_CHECKS_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/findings.h"

struct indication;
struct row_block;

bool accept_indicator(struct row_block *block, void *row, uint32_t line);
bool accept_tarief(struct row_block *block, void *row, uint32_t line);
bool accept_indication(struct row_block *block, void *row, uint32_t line);
bool accept_declaration(struct row_block *block, void *row, uint32_t line);
bool accept_registration(struct row_block *block, void *row, uint32_t line);

/*
 * Warnings about the dates of one indication, at `row` (its column does not count): a step of melding, aanvraag,
 * besluit and start that comes before the one before it; a stop outside the indication.
 */
enum indication_step { STEP_MELDING, STEP_AANVRAAG, STEP_BESLUIT, STEP_START };
void check_indication_step(struct findings *findings, struct place row, const struct indication *i,
                           enum indication_step step);
void check_indication_stop(struct findings *findings, struct place row, const struct indication *i);

#endif
