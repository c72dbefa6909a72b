/* Workbooks as packages: how parts are found, and what is refused: etl/xlsx_package.c, xlsx_workbook.c, xlsx_grid.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/support_xlsx.h"

#define STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define STRICT_OFFICE "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define CELL_1 "<row><c t=\"s\"><v>0</v></c></row>"

#define RELATION(id, space, type, target)                                                                              \
    "<Relationship Id=\"" id "\" Type=\"" space "/" type "\" Target=\"" target "\"/>"
#define RELATIONS(list) "<Relationships xmlns=\"" XLSX_PACKAGE "\">" list "</Relationships>"

static void strict_namespaces(void **state) {
    (void)state;
    const struct xlsx_part parts[] = {
        {.name = "_rels/.rels", .text = RELATIONS(RELATION("a", STRICT_OFFICE, "officeDocument", "xl/workbook.xml"))},
        {.name = "xl/_rels/workbook.xml.rels",
         .text = RELATIONS(RELATION("r1", STRICT_OFFICE, "worksheet", "worksheets/sheet1.xml")
                               RELATION("r2", STRICT_OFFICE, "styles", "styles.xml")
                                   RELATION("r3", STRICT_OFFICE, "sharedStrings", "sharedStrings.xml"))},
        {.name = "xl/workbook.xml",
         .text = "<workbook xmlns=\"" STRICT "\" xmlns:q=\"" STRICT_OFFICE "\" conformance=\"strict\"><sheets>"
                 "<sheet name=\"Streng\" sheetId=\"1\" q:id=\"r1\"/></sheets></workbook>"},
        {.name = "xl/sharedStrings.xml", .text = "<sst xmlns=\"" STRICT "\"><si><t>streng</t></si></sst>"},
        {.name = "xl/styles.xml",
         .text = "<styleSheet xmlns=\"" STRICT "\"><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
        {.name = "xl/worksheets/sheet1.xml",
         .text = "<worksheet xmlns=\"" STRICT "\"><sheetData><row><c t=\"s\"><v>0</v></c><c><v>46203</v></c></row>"
                 "</sheetData></worksheet>"},
        {0}};
    assert_cells(parts, "Streng!A1 text streng\nStreng!B1 date 2026-06-30\n");
}

static void targets_of_every_form(void **state) {
    (void)state;
    const struct xlsx_part parts[] = {
        {.name = "_rels/.rels", .text = RELATIONS(RELATION("a", XLSX_OFFICE, "officeDocument", "/boek/een/werk.xml"))},
        {.name = "boek/een/_rels/werk.xml.rels",
         .text = RELATIONS(RELATION("r1", XLSX_OFFICE, "worksheet", "../bladen/blad.xml")
                               RELATION("r2", XLSX_OFFICE, "sharedStrings", "./teksten.xml")
                                   RELATION("r3", XLSX_OFFICE, "worksheet", "/Los.XML"))},
        {.name = "boek/een/werk.xml",
         .text = "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_OFFICE "\"><sheets>"
                 "<sheet name=\"Een\" r:id=\"r3\"/><sheet name=\"Twee\" r:id=\"r1\"/></sheets></workbook>"},
        {.name = "boek\\een\\teksten.xml", .text = "<sst xmlns=\"" XLSX_MAIN "\"><si><t>gevonden</t></si></sst>"},
        {.name = "boek/bladen/blad.xml", .text = XLSX_SHEET(CELL_1)},
        {.name = "los.xml", .text = XLSX_SHEET("<row r=\"2\"><c r=\"B2\" s=\"7\"><v>46203</v></c></row>")},
        {.name = "xl/workbook.xml"},
        {0}};
    assert_cells(parts, "Een!B2 number 46203\nTwee!A1 text gevonden\n"); /* without styles a style means nothing */
}

static void sheets_in_the_order_of_the_workbook(void **state) {
    (void)state;
    const struct xlsx_part parts[] = {
        {.name = "xl/_rels/workbook.xml.rels",
         .text = RELATIONS(RELATION("r1", XLSX_OFFICE, "worksheet", "worksheets/sheet1.xml")
                               RELATION("r2", XLSX_OFFICE, "worksheet", "worksheets/sheet2.xml")
                                   RELATION("r3", XLSX_OFFICE, "chartsheet", "chartsheets/sheet1.xml"))},
        {.name = "xl/workbook.xml",
         .text = "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_OFFICE "\"><sheets>"
                 "<sheet name=\"Grafiek\" r:id=\"r3\"/><sheet name=\"Voor\" sheetId=\"9\" r:id=\"r2\"/>"
                 "<sheet name=\"A&amp;B 'x'\" sheetId=\"1\" r:id=\"r1\" state=\"hidden\"/></sheets></workbook>"},
        {.name = "xl/worksheets/sheet1.xml", .text = XLSX_SHEET("<row><c><v>1</v></c></row>")},
        {.name = "xl/worksheets/sheet2.xml", .text = XLSX_SHEET("<row><c><v>2</v></c></row>")},
        {0}};
    assert_cells(parts, "Voor!A1 number 2\nA&B 'x'!A1 number 1\n");
}

/* ---- what is refused ---- */

struct refusal {
    const char *part;
    const char *text;
    enum zip_flaw flaw;
    const char *why;
};

static void assert_refused(const struct refusal *refusals, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct xlsx_part parts[] = {{refusals[i].part, refusals[i].text, refusals[i].flaw}, {0}};
        struct scratch scratch;
        scratch_make(&scratch);
        char *expected = arena_printf(&scratch.arena, "refused: %s\n", refusals[i].why);
        assert_cells(parts, expected);
        scratch_remove(&scratch);
    }
}

#define SHEET1 "xl/worksheets/sheet1.xml"

static void parts_that_are_missing_or_broken(void **state) {
    (void)state;
    static const struct refusal refusals[] = {
        {"_rels/.rels", NULL, ZIP_SOUND, "E203 het onderdeel _rels/.rels ontbreekt"},
        {"_rels/.rels", RELATIONS(""), ZIP_SOUND, "E203 het zegt niet welk onderdeel het werkboek is"},
        {"xl/workbook.xml", NULL, ZIP_SOUND, "E203 het onderdeel xl/workbook.xml ontbreekt"},
        {"xl/_rels/workbook.xml.rels", NULL, ZIP_SOUND, "E203 het onderdeel xl/_rels/workbook.xml.rels ontbreekt"},
        {"xl/_rels/workbook.xml.rels", RELATIONS(""), ZIP_SOUND, "E203 een blad in de lijst van bladen is er niet"},
        {"xl/sharedStrings.xml", NULL, ZIP_SOUND, "E203 het onderdeel xl/sharedStrings.xml ontbreekt"},
        {"xl/styles.xml", NULL, ZIP_SOUND, "E203 het onderdeel xl/styles.xml ontbreekt"},
        {SHEET1, NULL, ZIP_SOUND, "E203 het onderdeel xl/worksheets/sheet1.xml ontbreekt"},
        {"XL/Styles.xml", "<x/>", ZIP_SOUND, "E203 het onderdeel xl/styles.xml staat er twee keer in"},
        {"xl/workbook.xml", "<workbook xmlns=\"" XLSX_MAIN "\"/>", ZIP_SOUND, "E203 het heeft geen blad met cellen"},
        {"xl/styles.xml", "<styleSheet", ZIP_SOUND,
         "E203 onderdeel xl/styles.xml: het bestand houdt op midden in een element"},
        {SHEET1, XLSX_SHEET(CELL_1) "<rest/>", ZIP_SOUND,
         "E203 onderdeel xl/worksheets/sheet1.xml: achter het laatste element staat nog iets"},
        {SHEET1, "<chartsheet xmlns=\"" XLSX_MAIN "\"/>", ZIP_SOUND,
         "E203 onderdeel xl/worksheets/sheet1.xml is geen werkblad"},
        {SHEET1, "<!DOCTYPE x>" XLSX_SHEET(CELL_1), ZIP_SOUND,
         "E203 onderdeel xl/worksheets/sheet1.xml heeft een DOCTYPE"},
        {SHEET1, XLSX_SHEET(CELL_1), ZIP_WRONG_SUM, "E203 het is beschadigd"},
        {"xl/sharedStrings.xml", "<sst xmlns=\"" XLSX_MAIN "\"/>", ZIP_WRONG_SUM, "E203 het is beschadigd"},
        {SHEET1, XLSX_SHEET(CELL_1), ZIP_LOCKED, "E203 onderdeel xl/worksheets/sheet1.xml: er is een wachtwoord nodig"},
    };
    assert_refused(refusals, sizeof refusals / sizeof refusals[0]);
}

static void cells_that_cannot_be(void **state) {
    (void)state;
    static const struct refusal refusals[] = {
        {SHEET1, XLSX_SHEET("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"), ZIP_SOUND,
         "E204 bij cel A1: daarna komt een cel die niet in deze regel kan staan"},
        {SHEET1, XLSX_SHEET("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>"), ZIP_SOUND,
         "E204 bij cel A1: daarna komt een cel die niet in deze regel kan staan"},
        {SHEET1, XLSX_SHEET("<row r=\"1\"><c r=\"XFD1\"/><c/></row>"), ZIP_SOUND,
         "E204 bij cel XFD1: daarna komen meer cellen dan een regel heeft"},
        {SHEET1, XLSX_SHEET("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>"), ZIP_SOUND,
         "E204 bij cel B1: daarna komt een cel die er al was"},
        {SHEET1, XLSX_SHEET("<row r=\"1\"><c r=\"C1\"/><c r=\"C1\"/></row>"), ZIP_SOUND,
         "E204 bij cel C1: daarna komt een cel die er al was"},
        {SHEET1, XLSX_SHEET("<row r=\"1048577\"/>"), ZIP_SOUND,
         "E204 bij cel A1: daarna komt een regel buiten het blad"},
        {SHEET1, XLSX_SHEET("<row r=\"0\"/>"), ZIP_SOUND, "E204 bij cel A1: daarna komt een regel die er al was"},
        {SHEET1, XLSX_SHEET("<row r=\"5\"/><row r=\"5\"/>"), ZIP_SOUND,
         "E204 bij cel A5: daarna komt een regel die er al was"},
        {SHEET1, XLSX_SHEET("<row r=\"1048576\"/><row/>"), ZIP_SOUND,
         "E204 bij cel A1048576: daarna komen meer regels dan een blad heeft"},
        {SHEET1, XLSX_SHEET("<row><c/><c t=\"s\"><v>4</v></c></row>"), ZIP_SOUND,
         "E204 bij cel B1: de tekst waarnaar de cel verwijst is er niet"},
        {SHEET1, XLSX_SHEET("<row><c t=\"s\"><v>-1</v></c></row>"), ZIP_SOUND,
         "E204 bij cel A1: de tekst waarnaar de cel verwijst is er niet"},
        {SHEET1, XLSX_SHEET("<row><c s=\"4\"><v>1</v></c></row>"), ZIP_SOUND,
         "E204 bij cel A1: de opmaak van de cel is er niet"},
        {SHEET1, XLSX_SHEET("<row><c s=\"x\"><v>1</v></c></row>"), ZIP_SOUND,
         "E204 bij cel A1: de opmaak is geen nummer"},
        {SHEET1, XLSX_SHEET("<row><c><v>1,5</v></c></row>"), ZIP_SOUND, "E204 bij cel A1: de waarde is geen getal"},
        {SHEET1, XLSX_SHEET("<row><c t=\"b\"><v>2</v></c></row>"), ZIP_SOUND,
         "E204 bij cel A1: de waarde is geen WAAR of ONWAAR"},
        {SHEET1, XLSX_SHEET("<row><c t=\"q\"><v>2</v></c></row>"), ZIP_SOUND,
         "E204 bij cel A1: de cel is van een onbekende soort"},
    };
    assert_refused(refusals, sizeof refusals / sizeof refusals[0]);
}

/* Whatever the packed size: memory is bounded by how deep, how long and how many things are. */
static void documents_out_of_proportion(void **state) {
    (void)state;
    struct buf deep = {0};
    buf_puts(&deep, "<worksheet xmlns=\"" XLSX_MAIN "\">");
    for (int i = 0; i < 100; i++)
        buf_puts(&deep, "<a>");
    struct buf text = {0};
    buf_puts(&text, "<worksheet xmlns=\"" XLSX_MAIN "\"><sheetData><row><c t=\"inlineStr\"><is><t>");
    for (int i = 0; i < 300; i++)
        for (int n = 0; n < 128; n++)
            buf_puts(&text, "lang\xC3\xABtt");
    buf_puts(&text, "</t></is></c></row></sheetData></worksheet>");
    const struct refusal refusals[] = {
        {SHEET1, deep.data, ZIP_SOUND, "E203 onderdeel xl/worksheets/sheet1.xml heeft meer dan 64 elementen in elkaar"},
        {SHEET1, text.data, ZIP_STORED,
         "E203 onderdeel xl/worksheets/sheet1.xml heeft een tekst die langer is dan in een cel past"},
        {SHEET1, "<a/>", ZIP_CLAIMS_MUCH, "E203 het pakt uit tot veel meer dan een archief van berichten"},
    };
    assert_refused(refusals, sizeof refusals / sizeof refusals[0]);
    buf_release(&deep);
    buf_release(&text);
}

static void files_that_are_no_workbook(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *why;
    } files[] = {
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 oud", "refused: E201 \n"},
        {"", "refused: E202 het is leeg\n"},
        {"gemeentecode;naam\n", "refused: E202 het begint niet zoals een werkboek\n"},
        {"PK\3\4afgebroken", "refused: E203 het is geen zip-bestand, of het is afgebroken\n"},
    };
    struct scratch scratch;
    scratch_make(&scratch);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        scratch_write(&scratch, "x.xlsx", files[i].text);
        struct buf cells = xlsx_cells(scratch_path(&scratch, "x.xlsx"), false);
        assert_string_equal(cells.data, files[i].why);
        buf_release(&cells);
    }
    struct buf cells = xlsx_cells(scratch_path(&scratch, "weg.xlsx"), false);
    assert_string_equal(cells.data, "refused: B002 bestaat niet\n");
    buf_release(&cells);
    scratch_remove(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strict_namespaces),
        cmocka_unit_test(targets_of_every_form),
        cmocka_unit_test(sheets_in_the_order_of_the_workbook),
        cmocka_unit_test(parts_that_are_missing_or_broken),
        cmocka_unit_test(cells_that_cannot_be),
        cmocka_unit_test(documents_out_of_proportion),
        cmocka_unit_test(files_that_are_no_workbook),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
