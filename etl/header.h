/*
 * Which column of a file is which column of its table: the rules of a header, whatever kind of file it stands in
 * (inputs.md, "Header required").
 */
#ifndef WMO_ETL_HEADER_H
#define WMO_ETL_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/findings.h"
#include "etl/schema.h"

/*
 * Puts the column of the table that each name is in `columns`, COLUMNS_MAX for none.  False, with findings at that line
 * of the source, when a required column is missing or one stands there twice.  Names are UTF-8, an empty one is none.
 */
bool header_bind(const struct schema *schema, const struct slice *names, size_t count, uint32_t source, uint32_t line,
                 uint8_t *columns, struct findings *findings);

#endif
