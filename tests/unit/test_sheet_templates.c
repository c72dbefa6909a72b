/*
 * The templates of the workbooks: the shipped set is whole, a set of one's own goes before it row by row or file by
 * file, and every mistake is named with file, line and what was expected.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "reports/sheets/registry.h"
#include "tests/unit/support_files.h"

static const char shipped[] = "templates";

static void shipped_set_is_whole(void **state) {
    (void)state;
    struct sheet_templates t;
    struct error err = {0};
    const struct template_dirs dirs = {.shipped = shipped};
    if (!sheet_templates_load(&t, &dirs, &err))
        fail_msg("%s", err.message);
    assert_int_equal(t.bladen.len, sheet_count);
    assert_true(t.rules.len >= 15);
    for (int kind = 0; kind < RECIPIENT_KINDS; kind++) {
        size_t count = 0;
        for (size_t i = 0; i < t.key_figures.len; i++)
            count += t.key_figures.data[i].kind == (enum recipient_kind)kind;
        assert_int_equal(count, 10);
    }
    assert_int_equal(t.looks.accent, 0x1F4E79);
    assert_null(t.looks.logo);
    assert_string_equal(labels_maat(t.labels, "uitval")->kop, "Uitval");
    assert_string_equal(labels_find(t.labels, "perceel", "HO"), "Huishoudelijke ondersteuning");
    assert_string_equal(labels_find(t.labels, "perceel", "??"), "??");
    sheet_templates_release(&t);
}

/* Rows of words replace the shipped ones one by one; the other files count as a whole. */
static void own_rows_go_first(void **state) {
    (void)state;
    struct scratch own;
    struct sheet_templates t;
    struct error err = {0};
    scratch_make(&own);
    scratch_write(&own, "maten.csv",
                  "maat;label;kop;eenheid;uitleg;bron\nuitval;Afhakers;Afhaak;%;Wie stopt.;indicaties\n");
    scratch_write(&own, "teksten.csv", "sleutel;tekst\nperiode.h1;voorjaar {jaar}\n");
    scratch_write(&own, "gesprekspunten.csv",
                  "code;maat;uitsplitsing;groep;per;vergelijk;boven;onder;minimum_clienten;gewicht;zin\n"
                  "een;uitval;;totaal;;waarde;0,5;;10;3;Uitval {waarde}.\n");
    const struct template_dirs dirs = {.own = own.dir, .shipped = shipped};
    if (!sheet_templates_load(&t, &dirs, &err))
        fail_msg("%s", err.message);
    assert_string_equal(labels_maat(t.labels, "uitval")->label, "Afhakers");
    assert_string_equal(labels_maat(t.labels, "instroom")->label, "Instroom");
    assert_string_equal(labels_text(t.labels, TEXT_PERIODE_H1), "voorjaar {jaar}");
    assert_string_equal(labels_text(t.labels, TEXT_PERIODE_H2), "tweede halfjaar {jaar}");
    assert_int_equal(t.rules.len, 1);
    assert_int_equal(t.rules.data[0].limit, 500000);
    assert_int_equal(t.bladen.len, sheet_count);
    sheet_templates_release(&t);
    scratch_remove(&own);
}

/* ---- mistakes ---- */

#define BLADEN "blad;tab;titel;samenvatting;aanbieder;gemeente;regio;leeg\n"
#define KERNCIJFERS                                                                                                    \
    "boek;maat;uitsplitsing;label;per;vergelijk;slecht_onder;onder;boven;slecht_boven;woord_onder;woord_goed;"         \
    "woord_boven;blad\n"
#define PUNTEN "code;maat;uitsplitsing;groep;per;vergelijk;boven;onder;minimum_clienten;gewicht;zin\n"

static const struct mistake {
    const char *file;
    const char *text;
    const char *message; /* behind the path of the file */
} mistakes[] = {
    {"maten.csv", "maat;label;kop;eenheid;uitleg;bron\nuitvla;a;b;c;d;e\n",
     ", regel 2, kolom maat: “uitvla” is geen maat; verwacht een naam als “bedrag_gedeclareerd”"},
    {"maten.csv", "maat;label;kop;eenheid;uitleg;bron\nuitval;a;b;c;d;e\nuitval;a;b;c;d;e\n",
     ", regel 3, kolom maat: “uitval” staat al op regel 2; verwacht elke rij één keer"},
    {"uitsplitsingen.csv", "lijst;code;label;uitleg\nperceel;XX;Iets;\n",
     ", regel 2, kolom code: “XX” hoort niet in de lijst perceel; verwacht een van: BG DB HO KV"},
    {"teksten.csv", "sleutel;tekst\nperiode.h3;iets\n",
     ", regel 2, kolom sleutel: “periode.h3” is geen tekst van dit programma; verwacht een sleutel als “periode.h1”"},
    {"teksten.csv", "sleutel;tekst\nperiode.h1;{maand} {jaar}\n",
     ", regel 2, kolom tekst: “{maand}” kan hier niet worden ingevuld; verwacht tussen accolades alleen: jaar"},
    {"bladen.csv", BLADEN "voorblad;a;b;c;ja;ja;ja;melden\n",
     ", regel 2, kolom blad: “voorblad” is geen blad; verwacht een naam als “samenvatting”"},
    {"bladen.csv", BLADEN "voorveld;a;b;c;ja;ja;ja;melden\n",
     ", regel 2, kolom aanbieder: het blad “voorveld” kan hier niet in; verwacht nee"},
    {"bladen.csv", BLADEN "samenvatting;a;b;c;ja;ja;ja;soms\n",
     ", regel 2, kolom leeg: “soms” kan niet; verwacht melden of weglaten"},
    {"bladen.csv", BLADEN "samenvatting;a;{wie};c;ja;ja;ja;melden\n",
     ", regel 2, kolom titel: “{wie}” kan hier niet worden ingevuld; verwacht tussen accolades alleen: naam periode"},
    {"bladen.csv", BLADEN "samenvatting;a;b;c;ja;ja;nee;melden\n",
     ": geen blad staat altijd in het werkboek van soort “regio”; verwacht er ten minste één met ja, en “melden” in de "
     "kolom leeg"},
    {"kerncijfers.csv", KERNCIJFERS "regio;uitval;;;;norm;;;;;;;;\n",
     ", regel 2, kolom maat: “uitval” heeft geen norm; verwacht een doorlooptijd"},
    {"kerncijfers.csv", KERNCIJFERS "regio;uitval;;;;waarde;0,5;0,4;;;laag;;;\n",
     ", regel 2, kolom onder: verwacht grenzen die van links naar rechts oplopen"},
    {"kerncijfers.csv", KERNCIJFERS "regio;uitval;;;;waarde;;;0,4;;laag;;;\n",
     ", regel 2, kolom woord_boven: verwacht woorden voor een waarde voorbij de grens 0,4"},
    {"kerncijfers.csv", KERNCIJFERS "regio;uitval;;;;waarde;;;;;;;;inhoud\n",
     ", regel 2, kolom blad: “inhoud” is geen blad; verwacht een naam als “samenvatting”"},
    {"gesprekspunten.csv", PUNTEN "een;uitval;;totaal;;waarde;0,5;0,1;0;3;Zin.\n",
     ", regel 2, kolom boven: verwacht een grens in “boven” of in “onder”, en niet in beide"},
    {"gesprekspunten.csv", PUNTEN "een;uitval;;totaal;;waarde;0,5;;0;11;Zin.\n",
     ", regel 2, kolom gewicht: “11” kan niet; verwacht een geheel getal van 1 tot en met 10"},
    {"gesprekspunten.csv", PUNTEN "een;uitval;;totaal;uitvla;waarde;0,5;;0;1;Zin.\n",
     ", regel 2, kolom per: “uitvla” is geen maat; verwacht een naam als “bedrag_gedeclareerd”"},
    {"gesprekspunten.csv", PUNTEN "een;uitval;;totaal;;waarde;0,5;;0;1;Zin {x}.\n",
     ", regel 2, kolom zin: “{x}” kan hier niet worden ingevuld; verwacht tussen accolades alleen: groep waarde vorige "
     "regio norm verschil deel grens"},
    {"gesprekspunten.csv",
     PUNTEN "een;uitval;;totaal;;waarde;0,5;;0;1;Zin.\neen;uitval;;totaal;;waarde;0,5;;0;1;Zin.\n",
     ", regel 3, kolom code: “een” is er al; verwacht elke code één keer"},
    {"bladen.csv", BLADEN "samenvatting;a;b;c;ja;ja;ja;melden\nbenutting;A;b;c;ja;ja;ja;melden\n",
     ", regel 3, kolom tab: “A” is al de tab van “samenvatting”; verwacht voor elk blad een eigen tab"},
    {"bladen.csv", BLADEN "samenvatting;a/b;b;c;ja;ja;ja;melden\n",
     ", regel 2, kolom tab: “a/b” kan niet; verwacht hoogstens 31 tekens, zonder [ ] : * ? / \\ en niet met ' vooraan"},
    {"kerncijfers.csv", KERNCIJFERS "regio;omvang;aantal;;;waarde;;;;;;;;\n",
     ", regel 2, kolom maat: “omvang” is er alleen per perceel; verwacht een maat van het geheel"},
    {"kerncijfers.csv", KERNCIJFERS "regio;overgang_evaluatie;te_lat;;;waarde;;;;;;;;\n",
     ", regel 2, kolom uitsplitsing: “te_lat” is geen uitsplitsing van “overgang_evaluatie”; verwacht een van: gedaan "
     "te_doen te_laat"},
    {"kerncijfers.csv", KERNCIJFERS "regio;uitval;aantal;;;waarde;;;;;;;;\n",
     ", regel 2, kolom uitsplitsing: “aantal” is geen uitsplitsing van “uitval”; verwacht niets, want deze maat is niet "
     "uitgesplitst"},
    {"gesprekspunten.csv", PUNTEN "een;beeindigd;;totaal;;waarde;5;;0;1;Zin.\n",
     ", regel 2, kolom uitsplitsing: “” is geen uitsplitsing van “beeindigd”; verwacht een code, want deze maat is "
     "uitgesplitst"},
    {"gesprekspunten.csv", PUNTEN "een;signalen;negatief/dicht;totaal;;waarde;5;;0;1;Zin.\n",
     ", regel 2, kolom uitsplitsing: “negatief/dicht” is geen uitsplitsing van “signalen”; verwacht een van: positief "
     "negatief; dan een /, en een van: open in_behandeling afgehandeld"},
    {"gesprekspunten.csv", PUNTEN "een;uitval;;totaal;wachtend;waarde;5;;0;1;Zin.\n",
     ", regel 2, kolom per: “” is geen uitsplitsing van “wachtend”; verwacht een van: aantal gemiddelde mediaan p90 "
     "binnen_norm onbekend"},
    {"gesprekspunten.csv", PUNTEN "een;benutting_volume;;perceel;;waarde;5;;0;1;Zin.\n",
     ", regel 2, kolom groep: “benutting_volume” is er alleen per product; verwacht product"},
    {"weergave.csv", "naam;waarde;toelichting\nlettertype;Een lettertype met een te lange naam;\n",
     ", regel 2, kolom waarde: verwacht de naam van een lettertype, van hoogstens 31 tekens"},
    {"weergave.csv", "naam;waarde;toelichting\naccentkleur;blauw;\n",
     ", regel 2, kolom waarde: “blauw” is geen kleur; verwacht # en zes cijfers, zoals #1F4E79"},
    {"weergave.csv", "naam;waarde;toelichting\nkleur;#000000;\n",
     ", regel 2, kolom naam: “kleur” kan niet; verwacht accentkleur, lettertype, logo, afzender of vertrouwelijk"},
};

static void names_the_mistake(void **state) {
    const struct mistake *mistake = *state;
    struct scratch own;
    struct sheet_templates t;
    struct error err = {0};
    char expected[1024];
    scratch_make(&own);
    scratch_write(&own, mistake->file, mistake->text);
    const struct template_dirs dirs = {.own = own.dir, .shipped = shipped};
    assert_false(sheet_templates_load(&t, &dirs, &err));
    sheet_templates_release(&t);
    snprintf(expected, sizeof expected, "%s/%s%s", own.dir, mistake->file, mistake->message);
    assert_string_equal(err.message, expected);
    scratch_remove(&own);
}

/* ---- words of classes, from their bounds ---- */

static void classes_say_their_bounds(void **state) {
    (void)state;
    static const struct {
        struct klasse klasse;
        bool percent;
        const char *words;
    } cases[] = {
        {{"a", AMOUNT_NONE, 0, false, true}, true, "niets"},
        {{"a", AMOUNT_NONE, 1000000, false, true}, false, "t/m 1"},
        {{"a", AMOUNT_NONE, 1000000, false, false}, false, "minder dan 1"},
        {{"a", 500000, 800000, true, false}, true, "50% tot 80%"},
        {{"a", 800000, 1000000, true, true}, true, "80% t/m 100%"},
        {{"a", 1000000, 3000000, false, true}, false, "meer dan 1 t/m 3"},
        {{"a", 1500000, 2250000, false, false}, false, "meer dan 1,5, minder dan 2,25"},
        {{"a", 5000000, AMOUNT_NONE, true, false}, false, "5 of meer"},
        {{"a", 1200000, AMOUNT_NONE, false, false}, true, "meer dan 120%"},
        {{"a", AMOUNT_NONE, AMOUNT_NONE, false, false}, false, "alle"},
    };
    struct arena arena;
    struct error err = {0};
    const struct template_dirs dirs = {.shipped = shipped};
    struct labels *labels = labels_load(&dirs, &err);
    assert_non_null(labels);
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(labels_klasse(labels, &arena, &cases[i].klasse, cases[i].percent), cases[i].words);
    arena_release(&arena);
    labels_free(labels);
}

enum { MISTAKES = sizeof mistakes / sizeof mistakes[0] };

int main(void) {
    struct CMUnitTest tests[MISTAKES + 3] = {
        cmocka_unit_test(shipped_set_is_whole),
        cmocka_unit_test(own_rows_go_first),
        cmocka_unit_test(classes_say_their_bounds),
    };
    struct mistake copies[MISTAKES];
    memcpy(copies, mistakes, sizeof mistakes);
    for (size_t i = 0; i < MISTAKES; i++)
        tests[i + 3] = (struct CMUnitTest){
            .name = mistakes[i].message, .test_func = names_the_mistake, .initial_state = &copies[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
