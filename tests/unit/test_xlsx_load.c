/* Tables delivered as plain sheets: etl/xlsx_source.c, etl/xlsx_piece.c (inputs.md, `<tabel>.xlsx`). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/support_load.h"
#include "tests/unit/support_xlsx.h"

/* Cells of a row: a text, a number, a number that shows a date, a formula that was not computed, an error. */
#define T(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(number) "<c><v>" number "</v></c>"
#define D(number) "<c s=\"1\"><v>" number "</v></c>"
#define F "<c><f>1</f></c>"
#define E(error) "<c t=\"e\"><v>" error "</v></c>"
#define NONE "<c/>"
#define ROW(cells) "<row>" cells "</row>"

static void write_table(struct scratch *scratch, const char *name, const char *sheet) {
    const struct xlsx_part parts[] = {{.name = "xl/worksheets/sheet1.xml", .text = sheet}, {0}};
    xlsx_write(scratch, name, parts);
}

#define INDICATIE_HEAD                                                                                                 \
    T("Gemeentecode")                                                                                                  \
    T("toewijzingnummer")                                                                                              \
    T("client")                                                                                                        \
    T("aanbiedercode")                                                                                                 \
    T("productcode") T("Volume") T("eenheid") T("frequentie") T("ingangsdatum") T("eind datum") T("bijgewerkt_op")

/* As Excel has them: codes became numbers and lost their zero, dates are numbers with a date format. */
static void a_sheet_as_a_gemeente_sends_it(void **state) {
    (void)state;
    struct scratch scratch;
    struct loaded loaded;
    input_make(&scratch);
    write_table(&scratch, "indicaties/hoorn.xlsx",
                XLSX_SHEET("<row r=\"3\">" INDICATIE_HEAD "</row><row r=\"4\"/><row r=\"5\">" N("405") N("2002") T("c2")
                               N("12345678") T("02bgb") N("120.5") T("minuut") T("week") D("46023") D("46203")
                                   D("46204.5") "</row>"));
    load_input(&loaded, &scratch);
    assert_true(loaded.good);
    assert_string_equal(
        loaded.text.data,
        "indicaties/hoorn.xlsx;;gemeentecode;info;E003;een verdwenen voorloopnul is teruggezet, 1 keer\n");
    assert_int_equal(loaded.data.indications.len, 2); /* one of the usual input */
    const struct indication *read = &loaded.data.indications.data[1];
    assert_int_equal(read->volume, 120500);
    assert_int_equal(read->ingangsdatum, date_from_civil(2026, 1, 1));
    assert_int_equal(read->einddatum, date_from_civil(2026, 6, 30));
    assert_string_equal(loaded.data.gemeenten.data[read->gemeente].code, "0405");
    loaded_release(&loaded);
    scratch_remove(&scratch);
}

static void findings_name_sheet_and_cell(void **state) {
    (void)state;
    struct scratch scratch;
    input_make(&scratch);
    write_table(
        &scratch, "voorveld/x.xlsx",
        XLSX_SHEET("<row r=\"1\">" T("gemeentecode") T("perceel") T("datum") T("client") T("aantal") T("voorziening") T(
            "iets") "</row>"
                    "<row r=\"2\">" T("0405") T("BG") D("46023") NONE F T(
                        "inloop") "</row>"
                                  "<row r=\"9\">" T("0405") T("BG") D("60") D("46023") N("1.5")
                                      E("#N/A") "</row>"
                                                "<row r=\"10\">" T("0405") T("BG") D("60") NONE N("1.5") E(
                                                    "#N/A") "</row>"
                                                            "<row r=\"11\">" T("0405") T("BG") N("46023") NONE N(
                                                                "3") "</row>"
                                                                     "<row r=\"12\">" T("0405") T("BG") T("2026-01-01") N(
                                                                         "1E+17") "</row>"
                                                                                  "<row r=\"20\"><c r=\"XFD20\"><v>1</v></c></row>"));
    assert_findings(
        &scratch,
        "voorveld/x.xlsx;1;;info;K003;\"Blad1!1:1: de kolom “iets” is onbekend; zij is niet gelezen\"\n"
        "voorveld/x.xlsx;1;;info;K005;\"Blad1!1:1: kolom XFD heeft geen naam in de kop; zij is niet gelezen\"\n"
        "voorveld/x.xlsx;2;aantal;fout;E205;\"Blad1!E2: de formule in aantal heeft in het bestand geen uitkomst; "
        "verwacht: een waarde\"\n"
        "voorveld/x.xlsx;9;client;fout;E206;\"Blad1!D9: de waarde is een datum; verwacht: een code, die Excel "
        "misschien voor een datum heeft aangezien\"\n"
        "voorveld/x.xlsx;10;aantal;fout;V011;\"Blad1!E10: “1.5” is geen geheel getal; verwacht: cijfers zonder "
        "decimalen\"\n"
        "voorveld/x.xlsx;10;datum;fout;V005;\"Blad1!C10: “60” is geen datum; verwacht: bijvoorbeeld 2026-06-30 of "
        "30-06-2026, jaren 1900 tot en met 2199\"\n"
        "voorveld/x.xlsx;10;voorziening;fout;E102;\"Blad1!F10: “#N/A” is een foutwaarde van Excel; verwacht: een "
        "waarde\"\n"
        "voorveld/x.xlsx;11;datum;fout;E103;\"Blad1!C11: “46023” is een datumgetal van Excel; verwacht: een datum, "
        "bijvoorbeeld 2026-06-30\"\n"
        "voorveld/x.xlsx;12;client;fout;E101;\"Blad1!D12: de waarde is een code die Excel heeft afgerond; verwacht: de "
        "code zelf\"\n"
        "voorveld/x.xlsx;20;datum;fout;V001;\"Blad1!C20: datum is leeg; verwacht: een waarde\"\n"
        "voorveld/x.xlsx;20;gemeentecode;fout;V001;\"Blad1!A20: gemeentecode is leeg; verwacht: een waarde\"\n"
        "voorveld/x.xlsx;20;perceel;fout;V001;\"Blad1!B20: perceel is leeg; verwacht: een waarde\"\n");
    scratch_remove(&scratch);
}

/* 1.234 as a text is 1234 in a file with a decimal comma; as a number it is what it says. */
static void only_texts_can_be_ambiguous(void **state) {
    (void)state;
    struct scratch scratch;
    struct loaded loaded;
    input_make(&scratch);
    write_table(&scratch, "indicaties/x.xlsx",
                XLSX_SHEET(ROW(INDICATIE_HEAD) ROW(T("0405") T("11") T("c") T("12345678") T("02BGB") T("1.234")
                                                       T("minuut") T("week") T("2026-01-01"))
                               ROW(T("0405") T("12") T("c") T("12345678") T("02BGB") N("1.234") T("minuut") T("week")
                                       T("2026-01-01")) ROW(T("0405") T("13") T("c") T("12345678") T("02BGB") T("1,5")
                                                                T("minuut") T("week") T("2026-01-01"))));
    load_input(&loaded, &scratch);
    assert_string_equal(loaded.text.data, "");
    assert_int_equal(loaded.data.indications.len, 4);
    assert_int_equal(loaded.data.indications.data[1].volume, 1234000);
    assert_int_equal(loaded.data.indications.data[2].volume, 1234);
    assert_int_equal(loaded.data.indications.data[3].volume, 1500);
    loaded_release(&loaded);
    scratch_remove(&scratch);
}

static void refused_workbooks_cost_nothing_else(void **state) {
    (void)state;
    struct scratch scratch;
    const struct xlsx_part damaged[] = {
        {.name = "xl/worksheets/sheet1.xml",
         .text = XLSX_SHEET(ROW(INDICATIE_HEAD) ROW(T("0405") T("11")) "<row r=\"1\"/>")},
        {0}};
    input_make(&scratch);
    xlsx_write(&scratch, "indicaties/b.xlsx", damaged);
    scratch_write(&scratch, "indicaties/a.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    scratch_write(&scratch, "indicaties/c.xlsx", "x");
    write_table(&scratch, "indicaties/d.xlsx", XLSX_SHEET(ROW(T("gemeentecode") T("naam"))));
    write_table(&scratch, "indicaties/e.xlsx", XLSX_SHEET("<row r=\"4\">" T(" ") "</row>"));
    assert_findings(
        &scratch,
        "indicaties/a.xls;;;fout;E201;\"dit is een oud Excel-bestand (.xls) of een Excel-bestand met een "
        "wachtwoord; het is niet gelezen\"\n"
        "indicaties/b.xlsx;;;fout;E204;\"het blad “Blad1” is niet gelezen: bij cel B2: daarna komt een regel "
        "die er al was; verwacht: een heel blad\"\n"
        "indicaties/c.xlsx;;;fout;E202;\"dit is geen Excel-bestand: het begint niet zoals een werkboek; "
        "verwacht: een Excel-werkmap (.xlsx)\"\n"
        "indicaties/d.xlsx;1;aanbiedercode;fout;K001;\"de verplichte kolom aanbiedercode ontbreekt; het "
        "bestand is niet gelezen\"\n"
        "indicaties/d.xlsx;1;client;fout;K001;\"de verplichte kolom client ontbreekt; het bestand is niet "
        "gelezen\"\n"
        "indicaties/d.xlsx;1;eenheid;fout;K001;\"de verplichte kolom eenheid ontbreekt; het bestand is niet "
        "gelezen\"\n"
        "indicaties/d.xlsx;1;einddatum;fout;K001;\"de verplichte kolom einddatum ontbreekt; het bestand is "
        "niet gelezen\"\n"
        "indicaties/d.xlsx;1;frequentie;fout;K001;\"de verplichte kolom frequentie ontbreekt; het bestand is "
        "niet gelezen\"\n"
        "indicaties/d.xlsx;1;ingangsdatum;fout;K001;\"de verplichte kolom ingangsdatum ontbreekt; het bestand "
        "is niet gelezen\"\n"
        "indicaties/d.xlsx;1;productcode;fout;K001;\"de verplichte kolom productcode ontbreekt; het bestand "
        "is niet gelezen\"\n"
        "indicaties/d.xlsx;1;toewijzingnummer;fout;K001;\"de verplichte kolom toewijzingnummer ontbreekt; het "
        "bestand is niet gelezen\"\n"
        "indicaties/d.xlsx;1;volume;fout;K001;\"de verplichte kolom volume ontbreekt; het bestand is niet "
        "gelezen\"\n"
        "indicaties/e.xlsx;;;waarschuwing;B004;\"het bestand is leeg; het telt als een levering zonder "
        "regels\"\n");
    scratch_remove(&scratch);
}

/* Pieces of a few thousand rows, on one or several threads: the same rows, each on its own row of the sheet. */
static void a_large_sheet(void **state) {
    (void)state;
    enum { ROWS = 7001 };
    struct scratch scratch;
    struct buf sheet = {0};
    input_make(&scratch);
    buf_puts(&sheet, "<worksheet xmlns=\"" XLSX_MAIN "\"><sheetData>" ROW(INDICATIE_HEAD));
    for (int i = 0; i < ROWS; i++)
        buf_printf(&sheet,
                   ROW(T("0405") N("%d") T("c%d") T("12345678") T("02BGB") N("%d") T("minuut") T("week") D("46023")),
                   20000 + i, i, i == 4000 ? -1 : i);
    buf_puts(&sheet, "</sheetData></worksheet>");
    const struct xlsx_part parts[] = {{"xl/worksheets/sheet1.xml", sheet.data, ZIP_STORED}, {0}};
    xlsx_write(&scratch, "indicaties/x.xlsx", parts);
    for (unsigned threads = 1; threads <= 3; threads += 2) {
        struct loaded loaded;
        load_input_in(&loaded, &scratch, threads, 0);
        assert_string_equal(loaded.text.data,
                            "indicaties/x.xlsx;4002;volume;fout;V010;\"Blad1!F4002: “-1” is negatief; "
                            "verwacht: 0 of meer\"\n");
        assert_int_equal(loaded.data.indications.len, ROWS); /* one refused, and one of the usual input */
        assert_int_equal(loaded.data.indications.data[ROWS - 1].volume, (ROWS - 1) * 1000);
        loaded_release(&loaded);
    }
    buf_release(&sheet);
    scratch_remove(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sheet_as_a_gemeente_sends_it),
        cmocka_unit_test(findings_name_sheet_and_cell),
        cmocka_unit_test(only_texts_can_be_ambiguous),
        cmocka_unit_test(refused_workbooks_cost_nothing_else),
        cmocka_unit_test(a_large_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
