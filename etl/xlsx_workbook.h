/*
 * A workbook, ready for reading its sheets: their names in the order in which a user sees them, the shared texts, and
 * which styles show dates.
 */
#ifndef WMO_ETL_XLSX_WORKBOOK_H
#define WMO_ETL_XLSX_WORKBOOK_H

#include "etl/xlsx_package.h"
#include "etl/xlsx_strings.h"

struct xlsx_sheet {
    const char *name;
    const char *part;
};

struct xlsx_workbook {
    struct xlsx_package *package;
    VEC(struct xlsx_sheet) sheets; /* worksheets; sheets of other kinds are left out */
    struct xlsx_strings strings;
    VEC(bool) dates; /* per style of a cell */
    bool has_styles; /* else no style means anything */
    bool system_1904;
    struct arena arena;
};

/* Reads everything but the sheets; closed by xlsx_workbook_close, also when it fails. */
bool xlsx_workbook_open(struct xlsx_workbook *workbook, const char *file, struct xlsx_refusal *why);
void xlsx_workbook_close(struct xlsx_workbook *workbook);

#endif
