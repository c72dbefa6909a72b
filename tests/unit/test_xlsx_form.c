/* Forms that came back: etl/form.c, etl/xlsx_form.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "etl/form.h"
#include "tests/unit/support_load.h"
#include "tests/unit/support_xlsx.h"

#define T(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(number) "<c><v>" number "</v></c>"
#define NONE "<c/>"
#define ROW(cells) "<row>" cells "</row>"
#define HEAD ROW(T("Vraag") T("Gemeten") T("Opgave") T("Opmerking") T("Code"))

/* ---- codes ---- */

static void codes_of_questions(void **state) {
    (void)state;
    static const struct {
        const char *code;
        const char *gemeente;
        const char *perceel;
        const char *indicator;
    } examples[] = {
        {"0405/HO/clienten", "0405", "HO", "clienten"},
        {"-/-/klachten_gegrond", "", "", "klachten_gegrond"},
        {"0405/-/a-b", "0405", "", "a-b"},
        {"-/KV/x.1", "", "KV", "x.1"},
    };
    static const char *const none[] = {"", "clienten", "0405/HO", "0405/HO/", "/HO/x", "0405//x", "a/b/c/d", "Code"};
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        struct form_question question;
        struct buf code = {0};
        assert_true(form_read_code(slice_of(examples[i].code), &question));
        assert_true(slice_equal(question.gemeente, slice_of(examples[i].gemeente)));
        assert_true(slice_equal(question.perceel, slice_of(examples[i].perceel)));
        assert_true(slice_equal(question.indicator, slice_of(examples[i].indicator)));
        form_put_code(&code, &question);
        assert_string_equal(code.data, examples[i].code);
        buf_release(&code);
    }
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        struct form_question question;
        assert_false(form_read_code(slice_of(none[i]), &question));
    }
}

/* ---- forms ---- */

/* A workbook of two sheets; what it says of itself stands on `about`, in the first or second place. */
static void write_form(struct scratch *scratch, const char *questions, const char *about, bool about_first) {
    struct xlsx_part parts[] = {
        {.name = "xl/_rels/workbook.xml.rels",
         .text = "<Relationships xmlns=\"" XLSX_PACKAGE "\"><Relationship Id=\"r1\" Type=\"" XLSX_OFFICE
                 "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" XLSX_OFFICE
                 "/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"},
        {.name = "xl/workbook.xml",
         .text =
             "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_OFFICE "\"><sheets><sheet name=\"Een\" r:id=\"r1\"/>"
             "<sheet name=\"Twee bladen\" r:id=\"r2\"/></sheets></workbook>"},
        {.name = "xl/worksheets/sheet1.xml", .text = about_first ? about : questions},
        {.name = "xl/worksheets/sheet2.xml", .text = about_first ? questions : about},
        {0}};
    xlsx_write(scratch, "managementinformatie/a.xlsx", parts);
}

/* The sheet on which a form says that it asks so many questions, with the right check code unless another is given. */
static char *about_sheet(struct scratch *scratch, const char *catalogue, const char *asked, const char *check) {
    char code[FORM_CODE_SIZE];
    form_check(slice_of("12345678"), slice_of("2026H1"), slice_of(catalogue), slice_of(asked), code);
    return arena_printf(&scratch->arena,
                        XLSX_SHEET(ROW(T("Over dit formulier")) ROW(T("Formulier") NONE T("wmo-mi uitvraag 1"))
                                       ROW(T("Aanbiedercode") T("12345678")) ROW(T("Periode") T("2026H1"))
                                           ROW(T("Lijst van indicatoren") T("%s")) ROW(T("Aantal vragen") N("%s"))
                                               ROW(T("Controlecode") T("%s"))),
                        catalogue, asked, check ? check : code);
}

/* The code of the default list of indicatoren. */
static const char *default_catalogue(struct scratch *scratch) {
    char code[FORM_CODE_SIZE];
    struct loaded loaded;
    load_input(&loaded, scratch);
    form_catalogue(&loaded.data, code);
    loaded_release(&loaded);
    return arena_strdup(&scratch->arena, code);
}

static const struct statement *find(const struct loaded *l, const char *indicator, bool gemeente) {
    for (size_t i = 0; i < l->data.statements.len; i++) {
        const struct statement *s = &l->data.statements.data[i];
        if (slice_is_word(slice_of(l->data.indicatoren.data[s->indicator].code), indicator) &&
            (s->gemeente != INDEX_NONE) == gemeente)
            return s;
    }
    fail_msg("no %s", indicator);
    return NULL;
}

/* An answer goes before what was measured; an empty one agrees with it; one that was withheld says nothing. */
static void answers_are_loaded(void **state) {
    (void)state;
    static const char questions[] = XLSX_SHEET(
        ROW(T("Titel")) HEAD ROW(T("a") N("12") NONE NONE T("-/-/clienten"))
            ROW(T("b") N("3") N("4") NONE T("-/-/instroom")) ROW(T("c") T("&lt;5") NONE NONE T("-/-/uitstroom"))
                ROW(T("d") NONE N("7.5") NONE T("0405/HO/tevredenheid")) ROW(T("e") NONE NONE NONE T("-/-/klachten")));
    for (int about_first = 0; about_first < 2; about_first++) {
        struct scratch scratch;
        struct loaded loaded;
        input_make(&scratch);
        char *about = about_sheet(&scratch, default_catalogue(&scratch), "5", NULL);
        write_form(&scratch, questions, about, about_first);
        load_input(&loaded, &scratch);
        assert_int_equal(findings_count_severity(&loaded.findings, SEVERITY_FOUT), 0);
        assert_int_equal(loaded.data.statements.len, 3);
        assert_int_equal(find(&loaded, "clienten", false)->waarde, 12000000);
        assert_int_equal(find(&loaded, "instroom", false)->waarde, 4000000);
        const struct statement *given = find(&loaded, "tevredenheid", true);
        assert_int_equal(given->waarde, 7500000);
        assert_int_equal(given->periode, 202611);
        assert_int_equal(given->perceel, PERCEEL_HO);
        loaded_release(&loaded);
        scratch_remove(&scratch);
    }
}

/* Columns in another order, rows inserted, and a header that comes again: bound by the words, not by the place. */
static void bound_by_codes(void **state) {
    (void)state;
    struct scratch scratch;
    struct loaded loaded;
    input_make(&scratch);
    char *about = about_sheet(&scratch, default_catalogue(&scratch), "2", NULL);
    write_form(&scratch,
               XLSX_SHEET(ROW(T("code") NONE T("nieuw") T("OPGAVE")) "<row r=\"9\">" T("-/-/klachten") NONE T("x")
                              N("2") "</row><row r=\"40\">" T("Opgave") T("Code") "</row><row r=\"41\">" N("3")
                                  T("-/-/calamiteiten") "</row>"),
               about, true);
    load_input(&loaded, &scratch);
    assert_int_equal(loaded.data.statements.len, 2);
    assert_int_equal(find(&loaded, "klachten", false)->waarde, 2000000);
    assert_int_equal(find(&loaded, "calamiteiten", false)->waarde, 3000000);
    loaded_release(&loaded);
    scratch_remove(&scratch);
}

/* Of the findings of a form only these; what is not asked gives warnings of its own. */
static void assert_says(const char *questions, const char *catalogue, const char *asked, const char *check,
                        const char *expected, size_t statements) {
    struct scratch scratch;
    struct loaded loaded;
    input_make(&scratch);
    char *about = about_sheet(&scratch, catalogue ? catalogue : default_catalogue(&scratch), asked, check);
    write_form(&scratch, questions, about, true);
    load_input(&loaded, &scratch);
    if (!strstr(loaded.text.data, expected))
        fail_msg("not there: %s\nin: %s", expected, loaded.text.data);
    assert_int_equal(loaded.data.statements.len, statements);
    loaded_release(&loaded);
    scratch_remove(&scratch);
}

#define ONE XLSX_SHEET(HEAD ROW(T("a") NONE N("2") NONE T("-/-/klachten")))

static void what_a_form_says_of_itself(void **state) {
    (void)state;
    assert_says(
        ONE, NULL, "1", "0000-0000",
        ";fout;F003;\"de controlecode “0000-0000” past niet bij de aanbieder en periode in het formulier; het is "
        "niet gelezen\"",
        0);
    assert_says(ONE, "1111-1111", "1", NULL, ";waarschuwing;F004;", 1);
    assert_says(ONE, NULL, "3", NULL,
                ";waarschuwing;F005;\"het formulier had 3 vragen en heeft er nog 1; de andere zijn niet beantwoord\"",
                1);
}

static void findings_name_the_cell(void **state) {
    (void)state;
    assert_says(XLSX_SHEET(HEAD ROW(T("a") NONE T("veel") NONE T("-/-/klachten"))), NULL, "1", NULL,
                "managementinformatie/a.xlsx;2;waarde;fout;V007;\"'Twee bladen'!C2: “veel” is geen getal;", 0);
    assert_says(XLSX_SHEET(HEAD ROW(T("a") NONE N("11") NONE T("-/-/tevredenheid"))), NULL, "1", NULL,
                "managementinformatie/a.xlsx;2;waarde;waarschuwing;S014;\"'Twee bladen'!C2: “11” ligt buiten", 1);
    assert_says(XLSX_SHEET(HEAD ROW(T("a") NONE N("1") NONE T("-/-/bestaat_niet"))), NULL, "1", NULL,
                "managementinformatie/a.xlsx;2;indicator;fout;S001;\"'Twee bladen'!E2: “bestaat_niet” staat niet in",
                0);
    assert_says(XLSX_SHEET(HEAD ROW(T("a") NONE N("1") T("let op") T("-/-/klachten"))), NULL, "1", NULL, ";info;F008;",
                1);
}

static void a_question_twice(void **state) {
    (void)state;
    assert_says(
        XLSX_SHEET(HEAD ROW(T("a") NONE N("1") NONE T("-/-/klachten")) ROW(T("a") NONE N("2") NONE T("-/-/klachten"))),
        NULL, "1", NULL, "a.xlsx;3;;fout;F006;\"'Twee bladen'!3:3: de vraag “-/-/klachten” staat eerder", 1);
    assert_says(
        XLSX_SHEET(HEAD ROW(T("a") NONE N("1") NONE T("-/-/klachten")) ROW(T("a") NONE N("1") NONE T("-/-/klachten"))),
        NULL, "1", NULL, "a.xlsx;3;;info;F007;", 1);
}

/* A plain sheet of the table is no form. */
static void a_plain_sheet(void **state) {
    (void)state;
    struct scratch scratch;
    struct loaded loaded;
    const struct xlsx_part parts[] = {
        {.name = "xl/worksheets/sheet1.xml",
         .text = XLSX_SHEET(ROW(T("aanbiedercode") T("periode") T("gemeentecode") T("perceel") T("indicator")
                                    T("waarde")) ROW(N("12345678") T("2026H1") NONE NONE T("klachten") N("2")))},
        {0}};
    input_make(&scratch);
    xlsx_write(&scratch, "managementinformatie.xlsx", parts);
    load_input(&loaded, &scratch);
    assert_int_equal(loaded.data.statements.len, 1);
    loaded_release(&loaded);
    scratch_remove(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_of_questions),     cmocka_unit_test(answers_are_loaded),
        cmocka_unit_test(bound_by_codes),         cmocka_unit_test(what_a_form_says_of_itself),
        cmocka_unit_test(findings_name_the_cell), cmocka_unit_test(a_question_twice),
        cmocka_unit_test(a_plain_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
