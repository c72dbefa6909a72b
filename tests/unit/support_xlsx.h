/*
 * Small workbooks for tests, made from XML so that each can have a form or flaw of its own, and what is read from them.
 */
#ifndef WMO_TESTS_UNIT_SUPPORT_XLSX_H
#define WMO_TESTS_UNIT_SUPPORT_XLSX_H

#include <stdbool.h>

#include "etl/base/buf.h"
#include "tests/unit/support_files.h"
#include "tests/unit/support_zip.h"

#define XLSX_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define XLSX_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define XLSX_PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

#define XLSX_SHEET(rows) "<worksheet xmlns=\"" XLSX_MAIN "\"><sheetData>" rows "</sheetData></worksheet>"

/*
 * A part of a workbook that stands in for the usual one of that name, or comes beside those; `text` NULL leaves the
 * usual one out.  Usual: one sheet "Blad1" in xl/worksheets/sheet1.xml, shared texts "een", "twee", "0405" and "cli&
 * ënt", and styles 0 general, 1 a date (14), 2 dd-mm-yyyy of its own, 3 a time.
 */
struct xlsx_part {
    const char *name;
    const char *text;
    enum zip_flaw flaw;
};

/* Writes a workbook with these parts, ended by one without a name. */
void xlsx_write(struct scratch *scratch, const char *name, const struct xlsx_part *parts);

/* Every cell of every sheet as "Blad1!A1 text een\n", or "refused: " and why; `slowly` without the fast way. */
struct buf xlsx_cells(const char *path, bool slowly);

/* Writes the workbook, reads it both ways and compares the cells. */
void assert_cells(const struct xlsx_part *parts, const char *expected);

/* The same, of a usual workbook with this sheet. */
void assert_sheet(const char *sheet, const char *expected);

#endif
