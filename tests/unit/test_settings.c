/*
 * Settings: the shipped set is that of measures.md, and every mistake is named with file, line and what was expected.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "etl/base/buf.h"
#include "reports/settings.h"
#include "tests/unit/support_files.h"

static const char shipped[] = "templates";

static void shipped_set_is_measures_md(void **state) {
    (void)state;
    struct settings s;
    struct error err = {0};
    if (!settings_load(&s, NULL, shipped, &err))
        fail_msg("%s", err.message);
    assert_int_equal(s.contract_start, date_from_civil(2025, 7, 1));
    assert_int_equal(s.uitdientermijn, date_from_civil(2027, 6, 30));
    assert_int_equal(s.tussenevaluatie_voor, date_from_civil(2027, 1, 1));
    assert_int_equal(s.nulmeting_op, date_from_civil(2025, 7, 1));
    assert_int_equal(s.doel_op, date_from_civil(2028, 12, 31));
    assert_int_equal(s.doel_laag, 200000);
    assert_int_equal(s.doel_hoog, 400000);
    assert_int_equal(s.landelijk_laag, 150000);
    assert_int_equal(s.landelijk_hoog, 300000);
    assert_int_equal(s.venster, 92);
    assert_int_equal(s.overgang_voor, 31);
    assert_int_equal(s.overgang_na, 92);
    assert_int_equal(s.norm[DOORLOOPTIJD_ONDERZOEK], 42);
    assert_int_equal(s.norm[DOORLOOPTIJD_BESCHIKKING], 14);
    assert_int_equal(s.norm[DOORLOOPTIJD_BESLUIT], 56);
    assert_int_equal(s.norm[DOORLOOPTIJD_START], 42);
    assert_int_equal(s.norm[DOORLOOPTIJD_TOTAAL], 98);
    assert_int_equal(s.benutting_dagen, 28);
    assert_int_equal(s.budget_dreigend, 200000);
    assert_int_equal(s.budget_achter, 300000);
    assert_int_equal(s.regio_organisaties, 3);
    assert_int_equal(s.regio_aandeel, 750000);
    assert_int_equal(s.mi_tolerantie, 100000);
    assert_true(s.tel_ongeverifieerd);
    assert_string_equal(s.lijst[0].naam, "regio");
    assert_string_equal(s.lijst[0].waarde, s.regio);
    for (size_t i = 0; i < s.lijst_len; i++)
        assert_true(strlen(s.lijst[i].toelichting) > 0);
    settings_release(&s);
}

/* ---- classes: each boundary of measures.md with a value on each side and on it, in thousandths ---- */

static const struct klasse_case {
    const char *list;
    int waarde;
    const char *klasse;
} klasse_cases[] = {
    {"benutting", -1, "geen"},
    {"benutting", 0, "geen"},
    {"benutting", 1, "tot50"},
    {"benutting", 499, "tot50"},
    {"benutting", 500, "50tot80"},
    {"benutting", 799, "50tot80"},
    {"benutting", 800, "80tot100"},
    {"benutting", 1000, "80tot100"},
    {"benutting", 1001, "100tot120"},
    {"benutting", 1200, "100tot120"},
    {"benutting", 1201, "boven120"},
    {"BG", 1000, "tot1"},
    {"BG", 1001, "1tot3"},
    {"BG", 3000, "1tot3"},
    {"BG", 3001, "3tot5"},
    {"BG", 4999, "3tot5"},
    {"BG", 5000, "vanaf5"},
    {"DB", 999, "onder1"},
    {"DB", 1000, "1tot4"},
    {"DB", 4000, "1tot4"},
    {"DB", 4001, "4tot5"},
    {"DB", 4999, "4tot5"},
    {"DB", 5000, "5tot9"},
    {"DB", 9000, "5tot9"},
    {"DB", 9001, "boven9"},
    {"HO", 75000, "tot75"},
    {"HO", 75001, "75tot125"},
    {"HO", 125000, "75tot125"},
    {"HO", 125001, "boven125"},
};

static void value_falls_in_its_class(void **state) {
    const struct klasse_case *c = &klasse_cases[*(const size_t *)*state];
    struct settings s;
    struct error err = {0};
    assert_true(settings_load(&s, NULL, shipped, &err));
    const struct klassen *list = &s.benutting;
    for (unsigned p = 0; p < PERCEEL_COUNT; p++)
        if (strcmp(perceel_code((enum perceel)p), c->list) == 0)
            list = &s.omvang[p];
    size_t found = klassen_find(list, exact_from(c->waarde, 1000));
    assert_in_range(found, 0, list->aantal - 1);
    assert_string_equal(list->klasse[found].naam, c->klasse);
    /* The same as a ratio: waarde × 7 / 7 cannot be divided without rounding. */
    assert_int_equal(klassen_find_ratio(list, exact_from((int64_t)c->waarde * 7, 1000), 7 * EXACT_ONE), found);
    settings_release(&s);
}

static void perceel_without_classes_finds_none(void **state) {
    (void)state;
    struct settings s;
    struct error err = {0};
    assert_true(settings_load(&s, NULL, shipped, &err));
    assert_int_equal(s.omvang[PERCEEL_KV].aantal, 0);
    assert_int_equal(klassen_find(&s.omvang[PERCEEL_KV], EXACT_ONE), 0);
    settings_release(&s);
}

/* ---- mistakes: a shipped file with one text replaced, and what is said about it ---- */

static const struct mistake {
    const char *name;
    const char *file;
    const char *from;
    const char *to;
    const char *message; /* behind the path of the file */
} mistakes[] = {
    {"no date", "instellingen.csv", "contract_start;2025-07-01", "contract_start;2025-06-31",
     ", regel 3, kolom waarde: “2025-06-31” is geen datum; verwacht een dag als 2026-06-30"},
    {"no number", "instellingen.csv", "doel_laag;0,20", "doel_laag;veel",
     ", regel 10, kolom waarde: “veel” kan niet; verwacht een getal van 0 tot en met 1, met hoogstens 6 decimalen, "
     "zoals 0,25"},
    {"number too large", "instellingen.csv", "doel_laag;0,20", "doel_laag;1,000001",
     ", regel 10, kolom waarde: “1,000001” kan niet; verwacht een getal van 0 tot en met 1, met hoogstens 6 decimalen, "
     "zoals 0,25"},
    {"too many decimals", "instellingen.csv", "doel_laag;0,20", "doel_laag;0,1234567",
     ", regel 10, kolom waarde: “0,1234567” kan niet; verwacht een getal van 0 tot en met 1, met hoogstens 6 "
     "decimalen, zoals 0,25"},
    {"no whole number", "instellingen.csv", "venster;92", "venster;92,5",
     ", regel 14, kolom waarde: “92,5” kan niet; verwacht een geheel getal van 1 tot en met 3660"},
    {"neither yes nor no", "instellingen.csv", "tel_ongeverifieerd;ja", "tel_ongeverifieerd;soms",
     ", regel 15, kolom waarde: “soms” kan niet; verwacht ja, nee, j of n"},
    {"empty", "instellingen.csv", "venster;92", "venster;", ", regel 14, kolom waarde: hier ontbreekt een waarde"},
    {"unknown name", "instellingen.csv", "venster;92", "vensters;92",
     ", regel 14, kolom naam: “vensters” is geen instelling; verwacht een naam als “regio”"},
    {"twice", "instellingen.csv", "overgang_na;92", "overgang_voor;92",
     ", regel 7, kolom naam: “overgang_voor” staat al op regel 6; verwacht elke instelling één keer"},
    {"missing", "instellingen.csv",
     "venster;92;Wie in dit aantal dagen vóór de aanmelding bij het voorveld geen "
     "maatwerk had, is nieuw en telt niet als verschoven.",
     "", ": de instelling “venster” ontbreekt; verwacht een regel die daarmee begint"},
    {"dates in the wrong order", "instellingen.csv", "doel_op;2028-12-31", "doel_op;2025-07-01",
     ", regel 8: “nulmeting_op” moet vóór de dag liggen van “doel_op” (regel 9)"},
    {"bounds in the wrong order", "instellingen.csv", "landelijk_laag;0,15", "landelijk_laag;0,31",
     ", regel 12: “landelijk_laag” moet ten hoogste gelijk zijn aan “landelijk_hoog” (regel 13)"},
    {"unknown column", "instellingen.csv", "naam;waarde", "naam;waarden",
     ", regel 1: de kolom “waarden” hoort hier niet"},
    {"missing column", "instellingen.csv", "naam;waarde;toelichting", "naam;waarde",
     ", regel 1: de kolom “toelichting” ontbreekt"},
    {"too many fields", "instellingen.csv", "venster;92;", "venster;92;;;",
     ", regel 14: te veel velden; verwacht er 3"},
    {"unknown maat", "klassen.csv", "omvang_klasse;HO;tot75", "omvang;HO;tot75",
     ", regel 17, kolom maat: “omvang” kan niet; verwacht benutting_klasse of omvang_klasse"},
    {"unknown perceel", "klassen.csv", "omvang_klasse;HO;tot75", "omvang_klasse;HB;tot75",
     ", regel 17, kolom perceel: “HB” kan niet; verwacht BG, DB, HO of KV"},
    {"perceel where none belongs", "klassen.csv", "benutting_klasse;;geen", "benutting_klasse;BG;geen",
     ", regel 2, kolom perceel: verwacht niets bij benutting_klasse"},
    {"no code", "klassen.csv", ";tot50;", ";tot 50;",
     ", regel 3, kolom klasse: “tot 50” kan niet; verwacht een code van hoogstens 30 letters, cijfers, “-”, “.” en "
     "“_”"},
    {"class twice", "klassen.csv", ";50tot80;", ";tot50;",
     ", regel 4, kolom klasse: de klasse “tot50” is er al; verwacht elke naam één keer"},
    {"gap", "klassen.csv", ";50tot80;0,5;", ";50tot80;0,6;",
     ", regel 4, kolom vanaf: verwacht een klasse die begint waar “tot50” eindigt"},
    {"bound in two classes", "klassen.csv", ";100tot120;;1;", ";100tot120;1;;",
     ", regel 6, kolom meer_dan: verwacht een klasse die begint waar “80tot100” eindigt"},
    {"two lower bounds", "klassen.csv", ";50tot80;0,5;;", ";50tot80;0,5;0,5;",
     ", regel 4, kolom vanaf: verwacht een waarde in “vanaf” of in “meer_dan”, niet in beide"},
    {"upper below lower", "klassen.csv", ";50tot80;0,5;;0,8;", ";50tot80;0,5;;0,4;",
     ", regel 4, kolom minder_dan: verwacht een bovengrens die boven de ondergrens ligt"},
    {"first with a lower bound", "klassen.csv", ";geen;;;;0;", ";geen;-1;;;0;",
     ", regel 2, kolom vanaf: verwacht geen ondergrens bij de eerste klasse"},
    {"last with an upper bound", "klassen.csv", ";boven125;;125;;;", ";boven125;;125;200;;",
     ": de klasse “boven125” is de laatste; verwacht daar geen bovengrens"},
};

static void mistake_is_named(void **state) {
    const struct mistake *m = &mistakes[*(const size_t *)*state];
    struct scratch scratch;
    struct settings s;
    struct error err = {0};
    char path[SCRATCH_SIZE];
    scratch_make(&scratch);
    snprintf(path, sizeof path, "%s/%s", shipped, m->file);
    char *good = file_text(path);
    char *wrong = text_replaced(good, m->from, m->to);
    scratch_write(&scratch, m->file, wrong);
    assert_false(settings_load(&s, scratch.dir, shipped, &err));
    const char *file = scratch_path(&scratch, m->file);
    assert_memory_equal(err.message, file, strlen(file));
    assert_string_equal(err.message + strlen(file), m->message);
    settings_release(&s);
    free(good);
    free(wrong);
    scratch_remove(&scratch);
}

static void file_left_out_is_the_shipped_one(void **state) {
    (void)state;
    struct scratch scratch;
    struct settings s;
    struct error err = {0};
    scratch_make(&scratch);
    scratch_write(&scratch, "klassen.csv",
                  "maat;perceel;klasse;vanaf;meer_dan;minder_dan;tot_en_met;toelichting\n"
                  "benutting_klasse;;alles;;;;;Er is maar één klasse.\n");
    if (!settings_load(&s, scratch.dir, shipped, &err))
        fail_msg("%s", err.message);
    assert_int_equal(s.benutting.aantal, 1);
    assert_int_equal(klassen_find(&s.benutting, -EXACT_ONE), 0);
    assert_int_equal(s.omvang[PERCEEL_BG].aantal, 0);
    assert_int_equal(s.venster, 92);
    settings_release(&s);
    scratch_remove(&scratch);
}

/* ---- as Excel saves it ---- */

static const struct template_column two_columns[] = {{"naam", true}, {"tekst", false}};

/* Appends "line|naam|tekst " for every row. */
static bool note_row(void *context, const struct template_row *row, struct error *err) {
    (void)err;
    buf_printf(context, "%lu|%s|%s ", row->line, row->cell[0], row->cell[1]);
    return true;
}

static const struct dialect {
    const char *name;
    const char *text;
    const char *rows; /* or the message behind the path */
} dialects[] = {
    {"dialect: BOM, tabs, CRLF, other order", "\xEF\xBB\xBFtekst\tnaam\r\neen\ta\r\ntwee\tb\r\n", "2|a|een 3|b|twee "},
    {"dialect: commas and quotes", "naam,tekst\na,\"een, \"\"twee\"\"\"\n", "2|a|een, \"twee\" "},
    {"dialect: Windows-1252", "naam;tekst\na;caf\xE9\n", "2|a|café "},
    {"dialect: a line break in quotes counts", "naam;tekst\na;\"een\ntwee\"\nb;drie\n", "2|a|een\ntwee 4|b|drie "},
    {"dialect: blank lines, spaces, no line end", "\n Naam ; TEKST \n;;\n\n a ; een ", "5|a|een "},
    {"dialect: empty columns at the end", "naam;tekst;;\na;een;;\n", "2|a|een "},
    {"dialect: fewer fields", "naam;tekst\na\n", "2|a| "},
    {"dialect: value in a column without name", "naam;tekst;\na;een;x\n", ", regel 2: te veel velden; verwacht er 2"},
    {"dialect: column twice", "naam;tekst;naam\n", ", regel 1: de kolom “naam” hoort hier niet"},
    {"dialect: quote left open", "naam;tekst\na;een\nb;\"twee\n", ", regel 3: een aanhalingsteken wordt niet gesloten"},
    {"dialect: text behind a quote", "naam;tekst\na;\"een\" twee\n",
     ", regel 2: tekst achter een afsluitend aanhalingsteken; verwacht “;” of het einde van de regel"},
    {"dialect: nothing", "\n\n", " is leeg; verwacht een regel met de namen van de kolommen"},
};

static void file_is_read_as_excel_saves_it(void **state) {
    const struct dialect *d = &dialects[*(const size_t *)*state];
    struct scratch scratch;
    struct error err = {0};
    struct buf rows = {0};
    scratch_make(&scratch);
    scratch_write(&scratch, "t.csv", d->text);
    const char *path = scratch_path(&scratch, "t.csv");
    if (template_read(path, two_columns, 2, note_row, &rows, &err)) {
        assert_string_equal(rows.data, d->rows);
    } else {
        assert_memory_equal(err.message, path, strlen(path));
        assert_string_equal(err.message + strlen(path), d->rows);
    }
    buf_release(&rows);
    scratch_remove(&scratch);
}

static void misspelt_file_is_named(void **state) {
    (void)state;
    struct scratch scratch;
    struct error err = {0};
    scratch_make(&scratch);
    struct template_dirs dirs = {scratch.dir, shipped};
    assert_true(template_check_names(&dirs, &err));
    scratch_write(&scratch, "tabellen/redenen.csv", "");
    scratch_write(&scratch, "leesmij.txt", "");
    assert_true(template_check_names(&dirs, &err));
    scratch_write(&scratch, "tabellen/reden.csv", "");
    assert_false(template_check_names(&dirs, &err));
    const char *file = scratch_path(&scratch, "tabellen/reden.csv");
    assert_memory_equal(err.message, file, strlen(file));
    assert_string_equal(err.message + strlen(file),
                        ": zo heet geen bestand met instellingen; verwacht de naam van een meegeleverd bestand, "
                        "zoals instellingen.csv");
    scratch_remove(&scratch);
}

static void missing_set_is_named(void **state) {
    (void)state;
    struct settings s;
    struct error err = {0};
    assert_false(settings_load(&s, NULL, "/bestaat/niet", &err));
    assert_string_equal(err.message, "/bestaat/niet/instellingen.csv kan niet worden gelezen: bestaat niet");
    settings_release(&s);
}

enum {
    KLASSE_CASES = sizeof klasse_cases / sizeof klasse_cases[0],
    MISTAKES = sizeof mistakes / sizeof mistakes[0],
    DIALECTS = sizeof dialects / sizeof dialects[0],
    NAME_SIZE = 48
};

int main(void) {
    static const struct CMUnitTest single[] = {
        cmocka_unit_test(shipped_set_is_measures_md),
        cmocka_unit_test(perceel_without_classes_finds_none),
        cmocka_unit_test(file_left_out_is_the_shipped_one),
        cmocka_unit_test(misspelt_file_is_named),
        cmocka_unit_test(missing_set_is_named),
    };
    enum { SINGLE = sizeof single / sizeof single[0] };
    struct CMUnitTest tests[SINGLE + KLASSE_CASES + MISTAKES + DIALECTS];
    char names[KLASSE_CASES][NAME_SIZE];
    size_t number[KLASSE_CASES > MISTAKES ? KLASSE_CASES : MISTAKES];
    for (size_t i = 0; i < sizeof number / sizeof number[0]; i++)
        number[i] = i;
    memcpy(tests, single, sizeof single);
    for (size_t i = 0; i < KLASSE_CASES; i++) {
        snprintf(names[i], NAME_SIZE, "class of %s %d", klasse_cases[i].list, klasse_cases[i].waarde);
        tests[SINGLE + i] = (struct CMUnitTest){names[i], value_falls_in_its_class, NULL, NULL, &number[i]};
    }
    for (size_t i = 0; i < MISTAKES; i++)
        tests[SINGLE + KLASSE_CASES + i] =
            (struct CMUnitTest){mistakes[i].name, mistake_is_named, NULL, NULL, &number[i]};
    for (size_t i = 0; i < DIALECTS; i++)
        tests[SINGLE + KLASSE_CASES + MISTAKES + i] =
            (struct CMUnitTest){dialects[i].name, file_is_read_as_excel_saves_it, NULL, NULL, &number[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
