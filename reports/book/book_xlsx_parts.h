/*
 * Between the files of the xlsx rendering, the only ones that know libxlsxwriter.
 */
#ifndef WMO_REPORTS_BOOK_BOOK_XLSX_PARTS_H
#define WMO_REPORTS_BOOK_BOOK_XLSX_PARTS_H

#include <xlsxwriter.h>

#include "etl/base/error.h"
#include "reports/book/layout.h"

struct xlsx {
    const struct layout *layout;
    struct arena arena; /* texts that the library wants to be able to change */
    lxw_workbook *workbook;
    lxw_format **formats; /* per style of the layout */
    lxw_format *required; /* of an input that must be filled in, on top of its own; NULL until there is one */
    char *font;
    uint32_t accent; /* readable on white, and white on it */
};

enum {
    COLOUR_TEXT = 0x262626,
    COLOUR_QUIET = 0x595959,
    COLOUR_LINE = 0xD9D9D9,
    COLOUR_FRAME = 0x8C8C8C, /* 3 : 1 against white: where something is to be filled in */
    COLOUR_INPUT = 0xFFFBE6,
    COLOUR_REQUIRED = 0xFFE08A, /* the same, as long as it is empty though required */
};

/* In book_xlsx_format.c: makes all formats. */
void xlsx_make_formats(struct xlsx *xlsx);

/* In book_xlsx_graph.c: adds a graph to the sheet that it was placed on; false when the library refuses it. */
bool xlsx_add_graph(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_graph *graph);

/* In book_xlsx_input.c: what may be filled in where, and locks the rest. */
bool xlsx_add_inputs(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_sheet *sheet);

/* In book_xlsx_page.c: paper, header, footer, what repeats, properties, logo. */
bool xlsx_set_page(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_sheet *sheet);
void xlsx_set_properties(struct xlsx *xlsx);
bool xlsx_add_logo(struct xlsx *xlsx, lxw_worksheet *worksheet, struct error *err);

#endif
