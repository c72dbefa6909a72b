/* What clean and unclean input directories load to: etl/load.c and what it calls. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/unit/support_load.h"

static void write_every_table(struct scratch *s) {
    input_make(s);
    scratch_write(s, "tarieven.csv",
                  "productcode;aanbiedercode;ingangsdatum;einddatum;tarief;eenheid\n"
                  "02BGB;;2026-01-01;;60,00;uur\n02bgb;87654321;2026-01-01;2026-06-30;0,95;\n");
    scratch_write(s, "indicaties.csv",
                  INDICATIE_COLUMNS ";meldingsdatum;aanvraagdatum;besluitdatum;startdatum_zorg;stopdatum;"
                                    "reden_beeindiging;tussenevaluatie;bijgewerkt_op\n"
                                    "0388;A-7;c2;87654321;07DBA;3,5;dagdeel;2;2026-01-05;;2025-12-01;2025-12-02;"
                                    "2025-12-20;2026-01-08;2026-03-31;20;2026-02-01;2026-01-06 9:30\n" INDICATIE "\n");
    scratch_write(s, "declaraties.csv",
                  DECLARATIE_COLUMNS "\n12345678;0405;d1;r1;c1;01001;02BGB;2026-01-01;2026-01-31;500;minuut;1.00;"
                                     "500.00;D;;toegekend\n12345678;0405;d2;r2;c9;77;02BGB;2026-02-01;2026-02-28;"
                                     "1.5;04;;90.00;C;r1;\n");
    scratch_write(s, "managementinformatie.csv",
                  "aanbiedercode;periode;gemeentecode;perceel;indicator;waarde\n"
                  "87654321;2026h1;0388;db;fte;12,345678\n");
    scratch_write(s, "voorveld.csv",
                  "gemeentecode;perceel;datum;client;aantal;voorziening\n0405;BG;2026-02-01;c1;;inloop\n"
                  "0405;DB;2026-02-01;;12;\n");
    scratch_write(s, "nulmeting.csv", "gemeentecode;perceel;aantal\n0405;BG;100\n");
    scratch_write(s, "uitfasering.csv", "gemeentecode;productcode;vanaf\n0405;07DBA;2026-07-01\n");
    scratch_write(s, "signalen.csv",
                  "datum;gemeentecode;aanbiedercode;soort;status;onderwerp\n"
                  "2026-03-01;;12345678;negatief;in_behandeling;\n");
}

static void check_codes(const struct dataset *d) {
    assert_int_equal(d->gemeenten.len, 2); /* in byte order */
    assert_string_equal(d->gemeenten.data[0].code, "0388");
    assert_string_equal(d->gemeenten.data[1].naam, "Hoorn");
    assert_int_equal(d->producten.len, 10); /* the default */
    assert_int_equal(d->redenen.len, 11);
    assert_int_equal(d->indicatoren.len, 19);
}

static void check_tarieven(const struct dataset *d) {
    uint16_t bgb = d->tarieven.data[0].product;
    assert_string_equal(d->producten.data[bgb].code, "02BGB");
    assert_int_equal(d->tarieven.len, 2);
    assert_int_equal(d->tarieven.data[0].tarief, 6000);
    assert_int_equal(d->tarieven.data[0].organisatie, INDEX_NONE);
    assert_int_equal(d->tarieven.data[0].eenheid, EENHEID_UUR);
    assert_int_equal(d->tarieven.data[0].einddatum, DATE_OPEN);
    assert_int_equal(d->tarieven.data[1].product, bgb);
    assert_int_equal(d->tarieven.data[1].organisatie, 1);
    assert_int_equal(d->tarieven.data[1].eenheid, EENHEID_MINUUT); /* the product's */
}

static void check_indications(const struct dataset *d) {
    assert_int_equal(d->indications.len, 2);
    const struct indication *i = &d->indications.data[0];
    assert_int_equal(i->gemeente, 0);
    assert_int_equal(i->aanbieder, 1);
    assert_int_equal(i->organisatie, 1);
    assert_int_equal(i->volume, 3500);
    assert_int_equal(i->eenheid, EENHEID_DAGDEEL);
    assert_int_equal(i->frequentie, FREQUENTIE_WEEK);
    assert_int_equal(i->ingangsdatum, date_from_civil(2026, 1, 5));
    assert_int_equal(i->einddatum, DATE_OPEN);
    assert_int_equal(i->meldingsdatum, date_from_civil(2025, 12, 1));
    assert_int_equal(i->aanvraagdatum, date_from_civil(2025, 12, 2));
    assert_int_equal(i->besluitdatum, date_from_civil(2025, 12, 20));
    assert_int_equal(i->startdatum_zorg, date_from_civil(2026, 1, 8));
    assert_int_equal(i->stopdatum, date_from_civil(2026, 3, 31));
    assert_int_equal(i->tussenevaluatie, date_from_civil(2026, 2, 1));
    assert_string_equal(d->redenen.data[i->reden].code, "20");
    assert_int_equal(d->indications.data[1].reden, INDEX_NONE);
    struct slice number = intern_text(&d->toewijzingnummers, i->toewijzingnummer);
    assert_int_equal(number.len, 3);
    assert_memory_equal(number.ptr, "A-7", 3);
}

static void check_declarations(const struct dataset *d) {
    assert_int_equal(d->declarations.len, 2);
    const struct declaration *line = d->declarations.data;
    assert_int_equal(line[0].indication, 1); /* 01001 is 1001 */
    assert_int_equal(line[0].client, d->indications.data[1].client);
    assert_int_equal(line[0].volume, 500000);
    assert_int_equal(line[0].tarief, 100);
    assert_int_equal(line[0].bedrag, 50000);
    assert_int_equal(line[0].status, STATUS_TOEGEKEND);
    assert_int_equal(line[0].credit, 0);
    assert_int_equal(line[0].line, 2);
    assert_int_equal(line[1].indication, INDICATION_NONE);
    assert_int_equal(line[1].volume, 1500);
    assert_int_equal(line[1].eenheid, EENHEID_UUR);
    assert_int_equal(line[1].tarief, AMOUNT_NONE);
    assert_int_equal(line[1].credit, 1);
    assert_int_equal(line[1].status, STATUS_INGEDIEND);
    assert_true(dataset_compare_lines(d, &line[0], &line[1]) < 0);
}

static void check_others(const struct dataset *d) {
    assert_int_equal(d->statements.len, 1);
    assert_int_equal(d->statements.data[0].waarde, 12345678);
    assert_int_equal(d->statements.data[0].periode, 202611);
    assert_int_equal(d->statements.data[0].perceel, PERCEEL_DB);
    assert_string_equal(d->indicatoren.data[d->statements.data[0].indicator].code, "fte");

    assert_int_equal(d->voorveld.len, 2);
    assert_int_equal(d->voorveld.data[0].client, d->indications.data[1].client);
    assert_int_equal(d->voorveld.data[0].aantal, 1);
    assert_int_equal(d->voorveld.data[1].client, CLIENT_NONE);
    assert_int_equal(d->voorveld.data[1].aantal, 12);
    assert_int_equal(d->nulmeting.data[0].aantal, 100);
    assert_int_equal(d->uitfasering.data[0].vanaf, date_from_civil(2026, 7, 1));
    assert_int_equal(d->signalen.data[0].gemeente, INDEX_NONE);
    assert_int_equal(d->signalen.data[0].soort, 0);
    assert_int_equal(d->signalen.data[0].status, 1);
    assert_int_equal(d->clients.count, 3);
}

static void every_table_loads(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    write_every_table(&s);
    load_input(&l, &s);
    assert_int_equal(l.result, LOAD_DONE);
    check_codes(&l.data);
    check_tarieven(&l.data);
    check_indications(&l.data);
    check_declarations(&l.data);
    assert_string_equal(sources_of_declaration(&l.sources, 1)->path, "declaraties.csv");
    check_others(&l.data);
    loaded_release(&l);
    scratch_remove(&s);
}

static void many_files_of_one_table_load_in_byte_order_of_their_paths(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "Indicaties/b/x.CSV", INDICATIE_COLUMNS "\n0405;3;c3;12345678;02BGB;1;uur;week;2026-01-01;\n");
    scratch_write(&s, "indicaties/a.csv", INDICATIE_COLUMNS "\n0405;2;c2;12345678;02BGB;1;uur;week;2026-01-01;\n");
    scratch_write(&s, "indicaties/.verborgen.csv", "niets\n");
    scratch_write(&s, "indicaties/~$a.csv", "niets\n");
    scratch_write(&s, "archief/indicaties.csv", INDICATIE_COLUMNS "\n");
    scratch_write(&s, "notities.txt", "x");
    scratch_write(&s, "indicaties.xml", "x");
    load_input(&l, &s);
    /* upper case comes before lower case, a point before a slash */
    static const char *const paths[] = {"Indicaties/b/x.CSV", "aanbieders.csv", "archief/indicaties.csv",
                                        "gemeenten.csv",      "indicaties.csv", "indicaties.xml",
                                        "indicaties/a.csv",   "notities.txt"};
    assert_int_equal(l.sources.list.len, sizeof paths / sizeof paths[0]);
    for (size_t i = 0; i < l.sources.list.len; i++)
        assert_string_equal(l.sources.list.data[i].path, paths[i]);
    assert_int_equal(l.data.indications.len, 3);
    static const char *const numbers[] = {"3", "1001", "2"};
    for (size_t i = 0; i < 3; i++) {
        struct slice number = intern_text(&l.data.toewijzingnummers, l.data.indications.data[i].toewijzingnummer);
        assert_true(slice_equal(number, slice_of(numbers[i])));
    }
#define UNKNOWN                                                                                                        \
    ";;;waarschuwing;B001;\"dit bestand hoort bij geen tabel en is niet gelezen; verwacht: <tabel>.csv, of een "       \
    "bestand in de map <tabel>\"\n"
    assert_string_equal(l.text.data, "archief/indicaties.csv" UNKNOWN "indicaties.xml" UNKNOWN "notities.txt" UNKNOWN);
    loaded_release(&l);
    scratch_remove(&s);
}

static void same_bytes_count_once(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "indicaties/a.csv", INDICATIE_COLUMNS "\n" INDICATIE "\n");
    scratch_write(&s, "indicaties/b.csv", INDICATIE_COLUMNS "\n" INDICATIE " \n");
    scratch_write(&s, "voorveld/a.csv", "");
    scratch_write(&s, "voorveld/b.csv", "");
    load_input(&l, &s);
    /* b.csv is one byte longer, so a file of its own: its row replaces the equal one of the first path */
    assert_string_equal(
        l.text.data,
        "indicaties.csv;;;info;D003;een regel is vervangen door een met dezelfde sleutel in een ander bestand, 1 keer\n"
        "indicaties/a.csv;;;info;B003;\"dit bestand heeft dezelfde inhoud als “indicaties.csv”; het telt één keer "
        "mee\"\n"
        "voorveld/a.csv;;;waarschuwing;B004;\"het bestand is leeg; het telt als een levering zonder regels\"\n"
        "voorveld/b.csv;;;waarschuwing;B004;\"het bestand is leeg; het telt als een levering zonder regels\"\n");
    assert_int_equal(l.data.indications.len, 1);
    loaded_release(&l);
    scratch_remove(&s);
}

static void required_tables_without_a_row(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    scratch_make(&s);
    scratch_write(&s, "gemeenten.csv", GEMEENTEN);
    scratch_write(&s, "indicaties.csv", INDICATIE_COLUMNS "\n" INDICATIE "\n");
    scratch_write(&s, "declaraties.csv", DECLARATIE_COLUMNS "\n" DECLARATIE_START "r1" DECLARATIE_REST);
    load_input(&l, &s);
    assert_false(l.good);
    assert_int_equal(l.result, LOAD_UNUSABLE);
    struct buf expected = {0};
    buf_printf(&expected,
               "Zonder goede regel in aanbieders kan niet worden gerekend; controleer of het bestand in de invoermap "
               "%s staat, en los de fouten in de bevindingen op",
               s.dir);
    assert_string_equal(l.error.message, expected.data);
    assert_string_equal(l.text.data, ""); /* no row is blamed for it */
    buf_release(&expected);
    loaded_release(&l);
    scratch_remove(&s);
}

static void a_directory_that_is_not_there(void **state) {
    (void)state;
    struct scratch s = {.dir = "tests/unit/bestaat-niet"};
    struct loaded l;
    load_input(&l, &s);
    assert_false(l.good);
    assert_int_equal(l.result, LOAD_UNUSABLE);
    assert_string_equal(l.error.message, "De invoermap tests/unit/bestaat-niet kan niet worden gelezen: bestaat niet");
    loaded_release(&l);
}

/* Everything that came out, as text. */
static void describe(const struct loaded *l, struct buf *out) {
    buf_puts(out, l->text.data);
    for (size_t i = 0; i < l->data.declarations.len; i++) {
        const struct declaration *d = &l->data.declarations.data[i];
        buf_printf(out, "%lld %lld %lld %llx %u %u %u %u %d %d %u %u %u %u %u %u\n", (long long)d->volume,
                   (long long)d->bedrag, (long long)d->tarief, (unsigned long long)d->regelnummer, d->declaratienummer,
                   d->client, d->indication, d->line, d->periode_begin, d->periode_eind, d->gemeente, d->aanbieder,
                   d->product, d->eenheid, d->status, d->credit);
    }
    for (size_t i = 0; i < l->sources.list.len; i++) {
        const struct source *s = &l->sources.list.data[i];
        buf_printf(out, "%s %llu %llu %llu %llu %zu\n", s->path, (unsigned long long)s->rows_read,
                   (unsigned long long)s->rows_loaded, (unsigned long long)s->rows_refused,
                   (unsigned long long)s->rows_replaced, s->first_row);
    }
}

static void threads_and_chunks_do_not_show(void **state) {
    (void)state;
    struct scratch s;
    struct buf lines = {0};
    input_make(&s);
    buf_puts(&lines, DECLARATIE_COLUMNS "\r\n");
    for (int i = 0; i < 300; i++) {
        /* now and then a wrong date, a quoted line break, a name that is no UTF-8, a double key, an ambiguous number */
        buf_printf(&lines, "%s%s%d%s;c%d;%s;02BGB;2026-%02d-01;2026-%02d-28;%s;minuut;1,00;5%d,00;%s;%s;%s\r\n",
                   DECLARATIE_START, i % 7 == 0 ? "\"r" : "r", i % 50 == 49 ? i - 1 : i, i % 7 == 0 ? "\"" : "", i % 5,
                   i % 3 ? "1001" : "99", i % 14, i % 12 + 1, i % 11 ? "500" : "1.234", i, i % 9 ? "D" : "C",
                   i % 9 ? "" : "r4", i % 13 ? "" : "\"toe\r\ngekend\"");
    }
    buf_puts(&lines, "12345678;0405;d1;caf\xE9;c1;;02BGB;2026-01-01;2026-01-31;1;minuut;;1;D;;");
    scratch_write(&s, "declaraties/a.csv", lines.data);
    scratch_write(&s, "declaraties/b.csv", DECLARATIE_COLUMNS "\n" DECLARATIE_START "r3" DECLARATIE_REST);
    struct buf first = {0};
    static const size_t chunks[] = {0, 1, 2, 3, 17, 100, 1024, 4096};
    for (size_t c = 0; c < sizeof chunks / sizeof chunks[0]; c++) {
        for (unsigned threads = 1; threads <= 3; threads++) {
            struct loaded l;
            struct buf now = {0};
            load_input_in(&l, &s, threads, chunks[c]);
            describe(&l, &now);
            if (first.len == 0)
                buf_puts(&first, now.data);
            assert_string_equal(now.data, first.data);
            buf_release(&now);
            loaded_release(&l);
        }
    }
    /* The last line: a header, 300 rows of which 24 (i = 0, 13, … 299) take two lines, and one more: 1 + 324 + 1. */
    assert_non_null(strstr(first.data, "declaraties/a.csv;326;regelnummer;fout;V002;\"“café”"));
    assert_non_null(strstr(first.data, "declaraties/a.csv;;;waarschuwing;B006"));
    buf_release(&first);
    buf_release(&lines);
    scratch_remove(&s);
}

static void organisations(void **state) {
    (void)state;
    struct scratch s;
    struct loaded l;
    input_make(&s);
    scratch_write(&s, "aanbieders.csv",
                  "aanbiedercode;naam;gecontracteerd;hoort_bij\n"
                  "12345678;A;ja;22222222\n22222222;B;ja;33333333\n33333333;C;nee;\n"
                  "44444444;D;ja;55555555\n55555555;E;ja;66666666\n66666666;F;ja;44444444\n"
                  "77777777;G;ja;77777777\n88888888;H;ja;99999999\n");
    load_input(&l, &s);
    static const uint16_t expected[] = {2, 2, 2, 5, 5, 5, 6, 7};
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(l.data.aanbieders.data[i].organisatie, expected[i]);
    assert_string_equal(l.text.data,
                        "aanbieders.csv;7;hoort_bij;fout;S017;\"met “44444444” hoort deze aanbieder uiteindelijk bij "
                        "zichzelf; de regel is geladen zonder hoort_bij\"\n"
                        "aanbieders.csv;9;hoort_bij;fout;S016;\"“99999999” staat niet in aanbieders; de regel is "
                        "geladen zonder hoort_bij\"\n");
    loaded_release(&l);
    scratch_remove(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_loads),
        cmocka_unit_test(many_files_of_one_table_load_in_byte_order_of_their_paths),
        cmocka_unit_test(same_bytes_count_once),
        cmocka_unit_test(required_tables_without_a_row),
        cmocka_unit_test(a_directory_that_is_not_there),
        cmocka_unit_test(threads_and_chunks_do_not_show),
        cmocka_unit_test(organisations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
