/*
 * Header binding.  Invariant: in a bound header every required column has exactly one name, and no column has two.
 * Called by the readers of CSV files and of worksheets.
 */
#include "etl/header.h"

/* Only where no required column is missing: in a file without a header such a name may be a client. */
static void report_unknown(const struct slice *names, size_t count, struct place place, const uint8_t *columns,
                           struct findings *findings) {
    for (size_t i = 0; i < count; i++)
        if (columns[i] == COLUMNS_MAX && names[i].len > 0)
            findings_add_text(findings, FINDING_COLUMN_UNKNOWN, place, names[i]);
}

bool header_bind(const struct schema *schema, const struct slice *names, size_t count, uint32_t source, uint32_t line,
                 uint8_t *columns, struct findings *findings) {
    bool bound[COLUMNS_MAX] = {false};
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        unsigned column = schema_find(schema, names[i]);
        columns[i] = (uint8_t)column;
        if (column == COLUMNS_MAX)
            continue;
        if (bound[column]) {
            findings_add(findings, FINDING_COLUMN_TWICE, (struct place){source, line, (uint8_t)column});
            good = false;
        }
        bound[column] = true;
    }
    for (unsigned column = 0; column < schema->column_count; column++) {
        if (bound[column] || schema->columns[column].need == NEED_NOTHING)
            continue;
        findings_add(findings, FINDING_COLUMN_MISSING, (struct place){source, line, (uint8_t)column});
        good = false;
    }
    if (good)
        report_unknown(names, count, (struct place){source, line, COLUMN_NONE}, columns, findings);
    return good;
}
