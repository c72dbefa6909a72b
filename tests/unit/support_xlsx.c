/* Packs sheets of a few cells as workbooks, and compares what is read from them. */
#include "tests/unit/support_xlsx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "etl/xlsx_number.h"
#include "etl/xlsx_sheet.h"

enum { PARTS_MAX = 16 };

static const struct xlsx_part usual[] = {
    {.name = "[Content_Types].xml",
     .text = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
    {.name = "_rels/.rels",
     .text = "<Relationships xmlns=\"" XLSX_PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" XLSX_OFFICE
             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
    {.name = "xl/_rels/workbook.xml.rels",
     .text = "<Relationships xmlns=\"" XLSX_PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" XLSX_OFFICE
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" XLSX_OFFICE
             "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" XLSX_OFFICE
             "/styles\" Target=\"styles.xml\"/></Relationships>"},
    {.name = "xl/workbook.xml",
     .text = "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_OFFICE
             "\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
    {.name = "xl/sharedStrings.xml",
     .text = "<sst xmlns=\"" XLSX_MAIN "\"><si><t>een</t></si><si><t>twee</t></si><si><t>0405</t></si>"
             "<si><t>cli&amp;\xC3\xABnt</t></si></sst>"},
    {.name = "xl/styles.xml",
     .text = "<styleSheet xmlns=\"" XLSX_MAIN "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/>"
             "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/>"
             "</cellXfs></styleSheet>"},
    {.name = "xl/worksheets/sheet1.xml", .text = XLSX_SHEET("")},
};

static const struct xlsx_part *find(const struct xlsx_part *parts, const char *name) {
    for (; parts->name; parts++)
        if (strcmp(parts->name, name) == 0)
            return parts;
    return NULL;
}

static bool is_usual(const char *name) {
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
        if (strcmp(usual[i].name, name) == 0)
            return true;
    return false;
}

void xlsx_write(struct scratch *scratch, const char *name, const struct xlsx_part *parts) {
    struct zip_part all[PARTS_MAX] = {{0}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        const struct xlsx_part *own = find(parts, usual[i].name);
        const struct xlsx_part *part = own ? own : &usual[i];
        if (part->text)
            all[count++] = (struct zip_part){part->name, part->text, part->flaw};
    }
    for (const struct xlsx_part *part = parts; part->name; part++)
        if (!is_usual(part->name))
            all[count++] = (struct zip_part){part->name, part->text, part->flaw};
    assert_true(count < PARTS_MAX);
    struct buf zip = zip_make(all);
    scratch_write(scratch, name, "");
    zip_write(scratch_path(scratch, name), &zip);
    buf_release(&zip);
}

/* ---- reading ---- */

struct reading {
    const struct xlsx_workbook *workbook;
    const struct xlsx_sheet *sheet;
    struct buf *out;
};

static void put_cell(void *context, const struct xlsx_cell *cell) {
    static const char *const kinds[] = {"text", "number", "date", "date", "boolean", "error", "uncomputed"};
    const struct reading *reading = context;
    char name[XLSX_CELL_NAME_SIZE];
    char text[XLSX_NUMBER_SIZE];
    struct slice shown = cell->text;
    size_t len = 0;
    if (cell->kind == XLSX_NUMBER)
        len = xlsx_number_text(shown, text);
    else if (cell->kind == XLSX_DATE)
        len = xlsx_date_text(shown, reading->workbook->system_1904, text);
    if (len > 0)
        shown = (struct slice){text, len};
    xlsx_cell_name(cell->row, cell->column, name);
    buf_printf(reading->out, "%s!%s %s ", reading->sheet->name, name, kinds[cell->kind]);
    buf_add(reading->out, shown.ptr, shown.len);
    buf_putc(reading->out, '\n');
}

static bool put_sheet(struct xlsx_workbook *workbook, const struct xlsx_sheet *sheet, bool slowly, struct buf *out,
                      struct xlsx_refusal *why) {
    struct reading reading = {workbook, sheet, out};
    const struct xlsx_cell_handler handler = {put_cell, &reading};
    struct xlsx_sheet_reader *reader = xlsx_sheet_open(workbook, sheet, &handler, why);
    bool good = reader != NULL;
    bool at_end = false;
    if (good && slowly)
        xlsx_sheet_read_slowly(reader);
    while (good && !at_end)
        good = xlsx_sheet_step(reader, &at_end, why);
    xlsx_sheet_close(reader);
    return good;
}

struct buf xlsx_cells(const char *path, bool slowly) {
    struct xlsx_workbook workbook;
    struct xlsx_refusal why = {.kind = FINDING_COUNT};
    struct buf out = {0};
    buf_puts(&out, "");
    bool good = xlsx_workbook_open(&workbook, path, &why);
    for (size_t i = 0; good && i < workbook.sheets.len; i++)
        good = put_sheet(&workbook, &workbook.sheets.data[i], slowly, &out, &why);
    xlsx_workbook_close(&workbook);
    if (!good) {
        out.len = 0;
        buf_printf(&out, "refused: %s %s\n", finding_info(why.kind)->code, why.reason);
    }
    return out;
}

void assert_cells(const struct xlsx_part *parts, const char *expected) {
    struct scratch scratch;
    scratch_make(&scratch);
    xlsx_write(&scratch, "boek.xlsx", parts);
    for (int slowly = 0; slowly < 2; slowly++) {
        struct buf cells = xlsx_cells(scratch_path(&scratch, "boek.xlsx"), slowly);
        assert_string_equal(cells.data, expected);
        buf_release(&cells);
    }
    scratch_remove(&scratch);
}

void assert_sheet(const char *sheet, const char *expected) {
    const struct xlsx_part parts[] = {{.name = "xl/worksheets/sheet1.xml", .text = sheet}, {0}};
    assert_cells(parts, expected);
}
