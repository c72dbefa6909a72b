/*
 * Forms that came back (etl/form.h): found in a workbook by the codes in it, wherever its sheets, rows and columns
 * went.
 */
#ifndef WMO_ETL_XLSX_FORM_H
#define WMO_ETL_XLSX_FORM_H

#include "etl/load_state.h"
#include "etl/xlsx_piece.h"
#include "etl/xlsx_workbook.h"

enum xlsx_form_result {
    XLSX_FORM_NONE,   /* the workbook is no form */
    XLSX_FORM_READ,   /* its answers are the rows of the piece */
    XLSX_FORM_REFUSED /* by a finding, or by `why` when that has a reason */
};

/*
 * Looks for a form in all sheets of a workbook, source `number` of managementinformatie.  Lines of its rows are those
 * of the sheets that the source gets (sources.h).
 */
enum xlsx_form_result xlsx_form_read(struct xlsx_workbook *workbook, const struct load *load, uint32_t number,
                                     struct xlsx_piece *piece, struct findings *findings, struct xlsx_refusal *why);

#endif
