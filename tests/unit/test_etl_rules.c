/* Doubles, codes of other tables and what rows say about each other (inputs.md, "A row that is wrong"). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/unit/support_load.h"

/* ---- the same key twice ---- */

static void within_a_file_the_first_stays(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "nulmeting.csv",
                  "gemeentecode;perceel;aantal\n0405;BG;100\n0405;bg;100\n0405;DB;5\n0405;BG;101\n0405;DB;x\n");
    load_input(&l, &s);
    assert_string_equal(l.text.data,
                        "nulmeting.csv;3;;info;D001;\"deze regel is gelijk aan regel 2; hij telt één keer mee\"\n"
                        "nulmeting.csv;5;;fout;D002;\"deze regel heeft dezelfde sleutel als regel 2 maar andere "
                        "waarden; de eerste telt mee\"\n"
                        "nulmeting.csv;6;aantal;fout;V007;\"“x” is geen getal; verwacht: bijvoorbeeld 1234,50 of "
                        "1234.50 of 1.234,50\"\n");
    assert_int_equal(l.data.nulmeting.len, 2);
    assert_int_equal(l.data.nulmeting.data[0].aantal, 100);
    const struct source *source = &l.sources.list.data[3];
    assert_string_equal(source->path, "nulmeting.csv");
    assert_int_equal(source->rows_read, 5); /* 2 loaded + 2 refused (lines 5 and 6) + 1 replaced (line 3) */
    assert_int_equal(source->rows_loaded, 2);
    assert_int_equal(source->rows_refused, 2);
    assert_int_equal(source->rows_replaced, 1);
    loaded_release(&l);
    scratch_remove(&s);
}

#define VERSIONED INDICATIE_COLUMNS ";bijgewerkt_op\n"
#define VERSION(volume, moment) "0405;1001;c1;12345678;02BGB;" volume ";minuut;week;2026-01-01;2026-12-31;" moment "\n"

/* The volume that stays of several files. */
static int64_t volume_that_stays(const char *a, const char *b, const char *c) {
    struct scratch s;
    struct loaded l;
    scratch_make(&s);
    scratch_write(&s, "gemeenten.csv", GEMEENTEN);
    scratch_write(&s, "aanbieders.csv", AANBIEDERS);
    scratch_write(&s, "indicaties/a.csv", a);
    scratch_write(&s, "indicaties/b.csv", b);
    if (c)
        scratch_write(&s, "indicaties/c.csv", c);
    load_input(&l, &s);
    assert_int_equal(l.data.indications.len, 1);
    int64_t volume = l.data.indications.data[0].volume;
    loaded_release(&l);
    scratch_remove(&s);
    return volume / 1000;
}

static void between_files_the_latest_stays(void **state) {
    (void)state;
    /* the latest moment, whatever the path */
    assert_int_equal(
        volume_that_stays(VERSIONED VERSION("1", "2026-02-01"), VERSIONED VERSION("2", "2026-01-31 23:59"), NULL), 1);
    /* a date is 00:00, so a time on that day is later */
    assert_int_equal(
        volume_that_stays(VERSIONED VERSION("1", "2026-02-01 0:01"), VERSIONED VERSION("2", "2026-02-01"), NULL), 1);
    /* none comes before any */
    assert_int_equal(volume_that_stays(VERSIONED VERSION("1", "1900-01-01"), VERSIONED VERSION("2", ""), NULL), 1);
    /* on a tie the last path */
    assert_int_equal(
        volume_that_stays(VERSIONED VERSION("1", ""), VERSIONED VERSION("2", ""), VERSIONED VERSION("3", "")), 3);
    assert_int_equal(volume_that_stays(VERSIONED VERSION("1", "2026-02-01"), VERSIONED VERSION("2", "2026-02-01"),
                                       VERSIONED VERSION("3", "2026-01-01")),
                     2);
}

/* First within the file, also where its first row then loses against another file. */
static void first_within_then_between(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    scratch_make(&s);
    scratch_write(&s, "gemeenten.csv", GEMEENTEN);
    scratch_write(&s, "aanbieders.csv", AANBIEDERS);
    scratch_write(&s, "indicaties/a.csv", VERSIONED VERSION("1", "2026-03-01") VERSION("9", "2026-09-01"));
    scratch_write(&s, "indicaties/b.csv", VERSIONED VERSION("2", "2026-01-01") VERSION("8", "2026-08-01"));
    load_input(&l, &s);
#define OTHER_VALUES "deze regel heeft dezelfde sleutel als regel 2 maar andere waarden; de eerste telt mee\"\n"
    assert_string_equal(l.text.data, "indicaties/a.csv;3;;fout;D002;\"" OTHER_VALUES
                                     "indicaties/b.csv;;;info;D003;een regel is vervangen door een met dezelfde "
                                     "sleutel in een ander bestand, 1 keer\n"
                                     "indicaties/b.csv;3;;fout;D002;\"" OTHER_VALUES);
    assert_int_equal(l.data.indications.data[0].volume, 1000);
    loaded_release(&l);
    scratch_remove(&s);
}

/* Everything that a line says counts as a value, also what is kept nowhere else. */
static void every_column_of_a_declaration_counts_as_a_value(void **state) {
    (void)state;
    static const char *const others[] = {
        "12345678;0388;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;",
        "12345678;0405;d1;r1;c2;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;",
        "12345678;0405;d1;r1;c1;1002;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;",
        "12345678;0405;d1;r1;c1;;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;",
        "12345678;0405;d1;r1;c1;1001;02BGS;2026-01-01;2026-01-31;5;uur;1;5;D;;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-02;2026-01-31;5;uur;1;5;D;;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-30;5;uur;1;5;D;;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;6;uur;1;5;D;;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;minuut;1;5;D;;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;;5;D;;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;6;D;;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;C;;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;r0;",
        "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;toegekend",
    };
    static const char first[] = "12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;";
    for (size_t i = 0; i <= sizeof others / sizeof others[0]; i++) {
        bool same = i == sizeof others / sizeof others[0];
        struct scratch s;
        struct loaded l;
        struct buf text = {0};
        input_make(&s);
        buf_printf(&text, DECLARATIE_COLUMNS "\n%s\n%s\n", first, same ? first : others[i]);
        scratch_write(&s, "declaraties.csv", text.data);
        load_input(&l, &s);
        if (l.findings.counts[same ? FINDING_ROW_TWICE : FINDING_KEY_TWICE] != 1)
            fail_msg("line %zu: %s", i, l.text.data);
        assert_int_equal(l.data.declarations.len, 1);
        buf_release(&text);
        loaded_release(&l);
        scratch_remove(&s);
    }
}

/* Two numbers that nobody knows are different values as well. */
static void unknown_toewijzingnummers_are_told_apart(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "declaraties.csv",
                  DECLARATIE_COLUMNS "\n12345678;0405;d1;r1;c1;77;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;\n"
                                     "12345678;0405;d1;r1;c1;78;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;\n"
                                     "12345678;0405;d1;r1;c1;077;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;\n");
    load_input(&l, &s);
    assert_int_equal(l.findings.counts[FINDING_KEY_TWICE], 1);
    assert_int_equal(l.findings.counts[FINDING_ROW_TWICE], 1);
    assert_int_equal(l.data.declarations.data[0].indication, INDICATION_NONE);
    loaded_release(&l);
    scratch_remove(&s);
}

/* ---- codes of other tables ---- */

static void unknown_codes_refuse_the_row_that_names_them(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "uitfasering.csv",
                  "gemeentecode;productcode;vanaf\n0405;07DBA;2026-07-01\n0499;07DBA;2026-07-01\n"
                  "0388;99XXX;2026-07-01\n");
    scratch_write(&s, "signalen.csv",
                  "datum;gemeentecode;aanbiedercode;soort;status;onderwerp\n"
                  "2026-03-01;0777;11111111;positief;open;\n");
    assert_findings(&s, "signalen.csv;2;aanbiedercode;fout;S001;\"“11111111” staat niet in aanbieders; verwacht: een "
                        "code uit die tabel\"\n"
                        "signalen.csv;2;gemeentecode;fout;S001;\"“0777” staat niet in gemeenten; verwacht: een code "
                        "uit die tabel\"\n"
                        "uitfasering.csv;3;gemeentecode;fout;S001;\"“0499” staat niet in gemeenten; verwacht: een code "
                        "uit die tabel\"\n"
                        "uitfasering.csv;4;productcode;fout;S001;\"“99XXX” staat niet in producten; verwacht: een code "
                        "uit die tabel\"\n");
    scratch_remove(&s);
}

/* Doubles are settled before codes are looked up: the second row with the key of an unknown gemeente is a double. */
static void doubles_go_before_codes(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "nulmeting.csv", "gemeentecode;perceel;aantal\n0499;BG;1\n0499;BG;1\n");
    assert_findings(&s, "nulmeting.csv;2;gemeentecode;fout;S001;\"“0499” staat niet in gemeenten; verwacht: een code "
                        "uit die tabel\"\n"
                        "nulmeting.csv;3;;info;D001;\"deze regel is gelijk aan regel 2; hij telt één keer mee\"\n");
    scratch_remove(&s);
}

static void an_unknown_reden_is_loaded(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "indicaties.csv",
                  INDICATIE_COLUMNS ";stopdatum;reden_beeindiging\n" INDICATIE ";2026-03-31;77\n");
    load_input(&l, &s);
    assert_string_equal(l.text.data, "indicaties.csv;2;reden_beeindiging;waarschuwing;S002;\"“77” staat niet in "
                                     "redenen; de beëindiging telt niet mee in uitval\"\n");
    const struct reden *reden = &l.data.redenen.data[l.data.indications.data[0].reden];
    assert_string_equal(reden->code, "77");
    assert_false(reden->known);
    assert_int_equal(l.data.redenen.len, 12);
    loaded_release(&l);
    scratch_remove(&s);
}

static void eenheden_that_do_not_convert(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "tarieven.csv",
                  "productcode;aanbiedercode;ingangsdatum;einddatum;tarief;eenheid\n02BGB;;2026-01-01;;60;uur\n"
                  "02BGB;;2026-02-01;;60;stuks\n07DBA;;2026-01-01;;40;uur\n");
    scratch_write(&s, "declaraties.csv",
                  DECLARATIE_COLUMNS "\n12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;dagdeel;1;5;D;;\n");
    load_input(&l, &s);
    assert_string_equal(
        l.text.data,
        "declaraties.csv;2;eenheid;waarschuwing;S010;\"dagdeel is niet om te rekenen naar minuut, de eenheid van het "
        "product; de regel telt niet mee in volumes\"\n"
        "tarieven.csv;3;eenheid;fout;S011;\"stuks is niet om te rekenen naar minuut, de eenheid van het product; "
        "verwacht: die eenheid, of uur voor minuut en omgekeerd\"\n"
        "tarieven.csv;4;eenheid;fout;S011;\"uur is niet om te rekenen naar dagdeel, de eenheid van het product; "
        "verwacht: die eenheid, of uur voor minuut en omgekeerd\"\n");
    assert_int_equal(l.data.tarieven.len, 1);
    assert_int_equal(l.data.declarations.len, 1);
    loaded_release(&l);
    scratch_remove(&s);
}

/* ---- dates of an indication ---- */

static void dates_in_the_wrong_order(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "indicaties.csv",
                  INDICATIE_COLUMNS ";meldingsdatum;aanvraagdatum;besluitdatum;startdatum_zorg;stopdatum\n" INDICATIE
                                    ";2026-01-05;;2026-01-04;2026-01-03;2027-01-01\n"
                                    "0405;1002;c1;12345678;02BGB;1;uur;totaal;2026-02-01;;;;;;2026-01-31\n"
                                    "0405;1003;c1;12345678;02BGB;1;uur;week;2026-02-01;2026-01-31;;;;;\n");
    assert_findings(
        &s,
        "indicaties.csv;2;besluitdatum;waarschuwing;S007;\"besluitdatum “2026-01-04” ligt voor meldingsdatum; verwacht: "
        "melding, aanvraag, besluit en start na elkaar\"\n"
        "indicaties.csv;2;startdatum_zorg;waarschuwing;S007;\"startdatum_zorg “2026-01-03” ligt voor besluitdatum; "
        "verwacht: melding, aanvraag, besluit en start na elkaar\"\n"
        "indicaties.csv;2;stopdatum;waarschuwing;S005;\"stopdatum “2027-01-01” ligt na einddatum “2026-12-31”; de "
        "einddatum telt\"\n"
        "indicaties.csv;3;frequentie;waarschuwing;S012;\"de frequentie is totaal maar de einddatum ontbreekt; de "
        "indicatie heeft zo geen geïndiceerd volume\"\n"
        "indicaties.csv;3;stopdatum;waarschuwing;S006;\"stopdatum “2026-01-31” ligt voor ingangsdatum “2026-02-01”; de "
        "indicatie is geen dag actief\"\n"
        "indicaties.csv;4;einddatum;fout;S004;\"einddatum “2026-01-31” ligt voor “2026-02-01”; verwacht: een einde op "
        "of na het begin\"\n");
    scratch_remove(&s);
}

/* ---- credits ---- */

static void credits_take_back_a_debit_line_once(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "declaraties.csv",
                  DECLARATIE_COLUMNS
                  "\n12345678;0405;d1;r1;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;D;;\n"
                  "12345678;0405;d2;r1;c1;1001;02BGB;2026-02-01;2026-02-28;5;uur;1;5;D;;\n"
                  "12345678;0405;d3;r5;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;C;r1;\n"
                  "12345678;0405;d3;r6;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;C;r1;\n"
                  "12345678;0405;d3;r7;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;C;r1;\n"
                  "87654321;0405;d3;r8;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;C;r1;\n"
                  "87654321;0405;d3;r9;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;C;r1;afgekeurd\n"
                  "87654321;0405;d4;r9;c1;1001;02BGB;2026-01-01;2026-01-31;5;uur;1;5;C;;\n");
    /* two debit lines r1 of 12345678, so the third credit is one too many; 87654321 has none */
    assert_findings(&s, "declaraties.csv;6;vorig_regelnummer;waarschuwing;S009;\"“r1” wordt vaker teruggenomen dan hij "
                        "er is; verwacht: één creditregel per debetregel\"\n"
                        "declaraties.csv;7;vorig_regelnummer;waarschuwing;S008;\"“r1” is geen debetregel van deze "
                        "aanbieder; verwacht: de regel die wordt teruggenomen\"\n");
    scratch_remove(&s);
}

/* ---- voorveld and default tables ---- */

static void a_registration_has_a_client_or_a_number(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "voorveld.csv",
                  "gemeentecode;perceel;datum;client;aantal;voorziening\n0405;BG;2026-02-01;;;\n"
                  "0405;BG;2026-02-01;c1;3;\n0405;HO;2026-02-01;c1;;\n0405;BG;2026-02-01;;2,5;\n");
#define ONE_OF_BOTH "fout;S021;\"client en aantal zijn beide gevuld of beide leeg; verwacht: precies één van beide\"\n"
    assert_findings(&s, "voorveld.csv;2;;" ONE_OF_BOTH "voorveld.csv;3;;" ONE_OF_BOTH
                        "voorveld.csv;4;perceel;fout;V012;\"“HO” is hier onbekend; verwacht: BG of DB\"\n"
                        "voorveld.csv;5;aantal;fout;V011;\"“2,5” is geen geheel getal; verwacht: cijfers zonder "
                        "decimalen\"\n");
    scratch_remove(&s);
}

static void a_table_without_a_row_gives_way_to_the_default(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "producten.csv",
                  "productcode;naam;perceel;eenheid;contract;maximum_per_jaar\n02BGB;x;XX;uur;nieuw;\n");
    scratch_write(&s, "redenen.csv", "code;omschrijving;voortijdig;telt_mee;tijdelijk\n7;eigen reden;j;n;0\n");
    load_input(&l, &s);
    assert_string_equal(l.text.data,
                        "producten.csv;;;waarschuwing;S020;\"de tabel producten heeft geen goede regel; de "
                        "standaardtabel geldt\"\n"
                        "producten.csv;2;perceel;fout;V012;\"“XX” is hier onbekend; verwacht: HO, BG, DB of KV\"\n"
                        "redenen.csv;;code;info;E003;een verdwenen voorloopnul is teruggezet, 1 keer\n");
    assert_int_equal(l.data.producten.len, 10);
    assert_int_equal(l.data.redenen.len, 1); /* replaces the default as a whole */
    assert_string_equal(l.data.redenen.data[0].code, "07");
    loaded_release(&l);
    scratch_remove(&s);
}

/* ---- managementinformatie ---- */

#define STATEMENTS "aanbiedercode;periode;gemeentecode;perceel;indicator;waarde\n"
#define CATALOGUE                                                                                                      \
    "code;omschrijving;eenheid;aggregatie;weegfactor;richting;minimum;maximum;verplicht;toets\n"                       \
    "aantal;x;;som;;;0;;j;\ncijfer;x;;gewogen;aantal;hoger;1;10;n;\n"

static void statements_of_a_known_indicator_within_its_bounds(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "indicatoren.csv", CATALOGUE);
    scratch_write(&s, "managementinformatie.csv",
                  STATEMENTS "12345678;2026H1;;;aantal;-1\n12345678;2026H1;;;cijfer;10,5\n"
                             "12345678;2026Q3;;;cijfer;0,999999\n87654321;2026;;;onbekend;1\n"
                             "87654321;2026H3;;;aantal;1\n");
    assert_findings(
        &s,
        "managementinformatie.csv;;indicator;waarschuwing;S015;\"aanbieder “12345678” leverde niet “aantal over "
        "2026Q3”; verwacht: elke verplichte indicator\"\n"
        "managementinformatie.csv;2;waarde;waarschuwing;S014;\"“-1” ligt buiten de grenzen van de indicator; verwacht: "
        "0 of meer\"\n"
        "managementinformatie.csv;3;waarde;waarschuwing;S014;\"“10.5” ligt buiten de grenzen van de indicator; "
        "verwacht: 1 tot en met 10\"\n"
        "managementinformatie.csv;4;waarde;waarschuwing;S014;\"“0.999999” ligt buiten de grenzen van de indicator; "
        "verwacht: 1 tot en met 10\"\n"
        "managementinformatie.csv;5;indicator;fout;S001;\"“onbekend” staat niet in indicatoren; verwacht: een code uit "
        "die tabel\"\n"
        "managementinformatie.csv;6;periode;fout;V014;\"“2026H3” is geen periode; verwacht: bijvoorbeeld 2026H1, "
        "2026Q3 of 2026\"\n");
    scratch_remove(&s);
}

static void parts_and_totals(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "indicatoren.csv", CATALOGUE);
    scratch_write(&s, "aanbieders.csv",
                  "aanbiedercode;naam;gecontracteerd;hoort_bij\n12345678;A;ja;\n87654321;B;nee;12345678\n");
    scratch_write(&s, "managementinformatie.csv",
                  STATEMENTS "12345678;2026H1;;;aantal;10\n"      /* 2: the gemeenten add up to 4 + 6: right */
                             "12345678;2026H1;0405;;aantal;4\n"   /* 3: its percelen add up to 1 + 2 */
                             "12345678;2026H1;0388;;aantal;6\n"   /* 4: no parts */
                             "12345678;2026H1;;BG;aantal;1\n"     /* 5: right */
                             "12345678;2026H1;;DB;aantal;5\n"     /* 6: its gemeenten add up to 2 */
                             "12345678;2026H1;0405;BG;aantal;1\n" /* 7 */
                             "12345678;2026H1;0405;DB;aantal;1\n" /* 8 */
                             "87654321;2026H1;0405;DB;aantal;1\n" /* 9: added to line 8 */
                             "12345678;2026H1;;;cijfer;8\n12345678;2026H1;0405;;cijfer;7\n"); /* no sum */
    assert_findings(
        &s,
        "managementinformatie.csv;3;waarde;waarschuwing;S019;\"het totaal “4” verschilt van de som van de delen “3”; "
        "het totaal telt\"\n"
        "managementinformatie.csv;6;waarde;waarschuwing;S019;\"het totaal “5” verschilt van de som van de delen “2”; "
        "het totaal telt\"\n"
        "managementinformatie.csv;9;aanbiedercode;waarschuwing;S018;\"aanbieder “87654321” hoort bij dezelfde "
        "organisatie als “12345678”, die hier ook een waarde gaf; een som wordt opgeteld, anders telt de laatste\"\n");
    scratch_remove(&s);
}

static void a_catalogue_that_leans_on_itself(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "indicatoren.csv",
                  "code;omschrijving;eenheid;aggregatie;weegfactor;richting;minimum;maximum;verplicht;toets\n"
                  "c;x;;gewogen;b;;;;n;\nb;x;;gewogen;a;;;;n;\na;x;;gewogen;weg;;;;n;\n"
                  "d;x;;gewogen;e;;;;n;\ne;x;;gewogen;d;;;;n;\nf;x;;gewogen;;;;;n;\n");
    load_input(&l, &s);
    /* a names an unknown code; b leans on a and c on b; d and e lean on each other, which is no mistake */
#define UNKNOWN_WEIGHT(line, code)                                                                                     \
    "indicatoren.csv;" line ";weegfactor;fout;S001;\"“" code                                                           \
    "” staat niet in indicatoren; verwacht: een code uit die "                                                       \
    "tabel\"\n"
    assert_string_equal(
        l.text.data,
        UNKNOWN_WEIGHT("2", "b") UNKNOWN_WEIGHT("3", "a") UNKNOWN_WEIGHT(
            "4", "weg") "indicatoren.csv;7;weegfactor;fout;S022;\"de aggregatie is gewogen maar weegfactor is leeg; "
                        "verwacht: de code van een indicator\"\n");
    assert_int_equal(l.data.indicatoren.len, 2);
    assert_int_equal(l.data.indicatoren.data[0].weegfactor, 1);
    assert_int_equal(l.data.indicatoren.data[1].weegfactor, 0);
    loaded_release(&l);
    scratch_remove(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(within_a_file_the_first_stays),
        cmocka_unit_test(between_files_the_latest_stays),
        cmocka_unit_test(first_within_then_between),
        cmocka_unit_test(every_column_of_a_declaration_counts_as_a_value),
        cmocka_unit_test(unknown_toewijzingnummers_are_told_apart),
        cmocka_unit_test(unknown_codes_refuse_the_row_that_names_them),
        cmocka_unit_test(doubles_go_before_codes),
        cmocka_unit_test(an_unknown_reden_is_loaded),
        cmocka_unit_test(eenheden_that_do_not_convert),
        cmocka_unit_test(dates_in_the_wrong_order),
        cmocka_unit_test(credits_take_back_a_debit_line_once),
        cmocka_unit_test(a_registration_has_a_client_or_a_number),
        cmocka_unit_test(a_table_without_a_row_gives_way_to_the_default),
        cmocka_unit_test(statements_of_a_known_indicator_within_its_bounds),
        cmocka_unit_test(parts_and_totals),
        cmocka_unit_test(a_catalogue_that_leans_on_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
