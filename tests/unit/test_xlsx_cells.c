/* Cells of workbooks in every form in which they are written: etl/xlsx_sheet.c, xlsx_fast.c, xlsx_grid.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/support_xlsx.h"

static void kinds_of_cells(void **state) {
    (void)state;
    assert_sheet(XLSX_SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"n\"><v>1.50</v></c>"
                            "<c r=\"C1\"><v>2</v></c><c r=\"D1\" t=\"str\"><v>uitkomst</v></c>"
                            "<c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"b\"><v>0</v></c>"
                            "<c r=\"G1\" t=\"e\"><v>#N/A</v></c>"
                            "<c r=\"H1\" t=\"inlineStr\"><is><t>in de cel</t></is></c>"
                            "<c r=\"I1\" t=\"d\"><v>2026-06-30T00:00:00Z</v></c></row>"),
                 "Blad1!A1 text een\nBlad1!B1 number 1.5\nBlad1!C1 number 2\nBlad1!D1 text uitkomst\n"
                 "Blad1!E1 boolean true\nBlad1!F1 boolean false\nBlad1!G1 error #N/A\nBlad1!H1 text in de cel\n"
                 "Blad1!I1 date 2026-06-30T00:00:00\n");
}

static void dates_by_their_style(void **state) {
    (void)state;
    assert_sheet(XLSX_SHEET("<row r=\"3\"><c r=\"A3\" s=\"1\"><v>46203</v></c><c r=\"B3\" s=\"2\"><v>46203.5</v></c>"
                            "<c r=\"C3\" s=\"0\"><v>46203</v></c><c r=\"D3\" s=\"3\"><v>0.5</v></c>"
                            "<c r=\"E3\" s=\"1\" t=\"s\"><v>1</v></c></row>"),
                 "Blad1!A3 date 2026-06-30\nBlad1!B3 date 2026-06-30 12:00:00\nBlad1!C3 number 46203\n"
                 "Blad1!D3 number 0.5\nBlad1!E3 text twee\n");
}

static void days_count_from_1904_when_the_workbook_says_so(void **state) {
    (void)state;
    const struct xlsx_part parts[] = {
        {.name = "xl/workbook.xml",
         .text = "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_OFFICE "\"><workbookPr date1904=\"1\"/>"
                 "<sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {.name = "xl/worksheets/sheet1.xml", .text = XLSX_SHEET("<row><c s=\"1\"><v>44741</v></c></row>")},
        {0}};
    assert_cells(parts, "Blad1!A1 date 2026-06-30\n");
}

/* The value that the formula had when the workbook was saved; without one that is not an empty cell. */
static void formulas(void **state) {
    (void)state;
    assert_sheet(XLSX_SHEET("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\"><f>1+1</f></c>"
                            "<c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"D1\"><f t=\"shared\" si=\"0\"/><v>3</v>"
                            "</c><c r=\"E1\" t=\"s\"/></row>"),
                 "Blad1!A1 number 2\nBlad1!B1 uncomputed \nBlad1!D1 number 3\n");
}

static void texts_with_markup_readings_and_escapes(void **state) {
    (void)state;
    const struct xlsx_part parts[] = {
        {.name = "xl/sharedStrings.xml",
         .text = "<sst xmlns=\"" XLSX_MAIN "\"><si><r><t>Hoo</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">rn </t>"
                 "</r><rPh sb=\"0\" eb=\"1\"><t>lezing</t></rPh></si><si><t>a_x000A_b</t></si>"
                 "<si><t>_x005F_x000A_</t></si><si><t/></si><si><t>_xZZZZ_ _x00E9_ _x20AC_</t></si></sst>"},
        {.name = "xl/worksheets/sheet1.xml",
         .text = XLSX_SHEET(
             "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c>"
             "<c t=\"s\"><v>4</v></c><c t=\"inlineStr\"><is><r><t>x</t></r><r><t>y</t></r></is></c>"
             "<c t=\"inlineStr\"><is><t>_x0041_</t></is></c><c t=\"str\"><v> </v></c></row>")},
        {0}};
    assert_cells(parts, "Blad1!A1 text Hoorn \nBlad1!B1 text a\nb\nBlad1!C1 text _x000A_\n"
                        "Blad1!E1 text _xZZZZ_ \xC3\xA9 \xE2\x82\xAC\nBlad1!F1 text xy\nBlad1!G1 text A\n");
}

static void places_that_are_not_given(void **state) {
    (void)state;
    assert_sheet(XLSX_SHEET("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r=\"D2\"><v>4</v></c>"
                            "<c><v>5</v></c></row><row r=\"7\"><c><v>6</v></c></row><row/><row><c/><c><v>7</v></c>"
                            "</row>"),
                 "Blad1!A1 number 1\nBlad1!B1 number 2\nBlad1!A2 number 3\nBlad1!D2 number 4\nBlad1!E2 number 5\n"
                 "Blad1!A7 number 6\nBlad1!B9 number 7\n");
}

static void edges_of_the_grid(void **state) {
    (void)state;
    assert_sheet(XLSX_SHEET("<row r=\"1048576\"><c r=\"Z1048576\"><v>1</v></c><c r=\"AA1048576\"><v>2</v></c>"
                            "<c r=\"XFD1048576\"><v>3</v></c></row>"),
                 "Blad1!Z1048576 number 1\nBlad1!AA1048576 number 2\nBlad1!XFD1048576 number 3\n");
}

/* The forms between which the two ways of reading change over. */
static void plain_cells_between_others(void **state) {
    (void)state;
    assert_sheet(XLSX_SHEET("<row r=\"1\" spans=\"1:9\"> <c r=\"A1\"><v>1</v></c><!-- <c r=\"B1\"><v>9</v></c> -->"
                            "<c r=\"B1\" ><v>2</v></c><c r=\"C1\"><v>3</v></c>\n<c r='D1'><v>4</v></c>"
                            "<c r=\"E1\"><v><![CDATA[5]]></v></c><?pi <c r=\"F1\"><v>9</v></c>?>"
                            "<c r=\"F1\"><v>&#54;</v></c><c r=\"G1\"><v>7</v><extLst><c><v>9</v></c></extLst></c>"
                            "<c r=\"H1\" cm=\"1\"><v>8</v></c></row><row r=\"2\" x=\"&gt;\"><c r=\"A2\"><v>9</v></c>"
                            "</row>"),
                 "Blad1!A1 number 1\nBlad1!B1 number 2\nBlad1!C1 number 3\nBlad1!D1 number 4\nBlad1!E1 number 5\n"
                 "Blad1!F1 number 6\nBlad1!G1 number 7\nBlad1!H1 number 8\nBlad1!A2 number 9\n");
}

static void prefixes(void **state) {
    (void)state;
    assert_sheet("<x:worksheet xmlns:x=\"" XLSX_MAIN "\" xmlns=\"urn:vreemd\"><x:sheetData><x:row r=\"1\">"
                 "<x:c r=\"A1\" t=\"s\"><x:v>1</x:v></x:c><c r=\"B1\"><v>9</v></c></x:row><row r=\"2\">"
                 "<c r=\"A2\"><v>9</v></c></row></x:sheetData></x:worksheet>",
                 "Blad1!A1 text twee\n");
    assert_sheet("<worksheet xmlns=\"" XLSX_MAIN "\" xmlns:y=\"" XLSX_MAIN
                 "\"><sheetData><y:row><c xmlns=\"urn:vreemd\">"
                 "<v>9</v></c><y:c><v>1</v></y:c><c><v>2</v></c></y:row></sheetData></worksheet>",
                 "Blad1!A1 number 1\nBlad1!B1 number 2\n");
}

static void what_is_not_ours_is_passed_over(void **state) {
    (void)state;
    assert_sheet("<worksheet xmlns=\"" XLSX_MAIN "\" xmlns:v=\"urn:vreemd\"><v:sheetData><v:row><v:c><v:v>9</v:v></v:c>"
                 "</v:row></v:sheetData><sheetData><row><v:c><v:v>9</v:v></v:c><c><v>1</v></c></row></sheetData>"
                 "<v:extra><row><c><v>9</v></c></row></v:extra></worksheet>",
                 "Blad1!A1 number 1\n");
}

/* Across the edge of every window of 64 kB: cells, rows and texts end up the same. */
static void a_sheet_of_many_windows(void **state) {
    (void)state;
    struct buf sheet = {0};
    struct buf expected = {0};
    buf_puts(&sheet, "<worksheet xmlns=\"" XLSX_MAIN "\"><sheetData>");
    for (int row = 1; row <= 9000; row++) {
        buf_printf(&sheet, "<row r=\"%d\"><c r=\"A%d\" t=\"s\"><v>%d</v></c>", row, row, row % 2);
        buf_printf(&sheet,
                   row % 7 ? "<c r=\"C%d\"><v>%d.5</v></c></row>" : "<c r=\"C%d\"><f>1</f><v>%d.5</v></c></row>", row,
                   row);
        buf_printf(&expected, "Blad1!A%d text %s\nBlad1!C%d number %d.5\n", row, row % 2 ? "twee" : "een", row, row);
    }
    buf_puts(&sheet, "</sheetData></worksheet>");
    const struct xlsx_part parts[] = {{"xl/worksheets/sheet1.xml", sheet.data, ZIP_STORED}, {0}};
    assert_cells(parts, expected.data);
    buf_release(&sheet);
    buf_release(&expected);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_of_cells),
        cmocka_unit_test(dates_by_their_style),
        cmocka_unit_test(days_count_from_1904_when_the_workbook_says_so),
        cmocka_unit_test(formulas),
        cmocka_unit_test(texts_with_markup_readings_and_escapes),
        cmocka_unit_test(places_that_are_not_given),
        cmocka_unit_test(edges_of_the_grid),
        cmocka_unit_test(plain_cells_between_others),
        cmocka_unit_test(prefixes),
        cmocka_unit_test(what_is_not_ours_is_passed_over),
        cmocka_unit_test(a_sheet_of_many_windows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
