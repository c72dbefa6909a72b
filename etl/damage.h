/*
 * What Excel does to cells: undone where that is certain, named where it is not (inputs.md, "What Excel does").
 */
#ifndef WMO_ETL_DAMAGE_H
#define WMO_ETL_DAMAGE_H

#include "etl/row_block.h"

struct damage_report {
    bool any;
    bool kinds[DAMAGE_COUNT];
};

/* Could this text be damaged?  A quick test for texts, which are right in nearly every form. */
bool damage_in_text(struct slice text);

/* The text with the damage of its column undone, trimmed; `undone` says what was done. */
struct slice damage_undo(struct row_block *block, const struct column *column, struct slice text,
                         struct damage_report *undone);

/* Adds what was undone to the counts of the column. */
void damage_count(struct row_block *block, unsigned column, const struct damage_report *undone);

/* The finding for damage that cannot be undone, FINDING_COUNT when there is none. */
enum finding_kind damage_name(struct row_block *block, const struct column *column, struct slice text);

#endif
