/* The types of inputs.md and what Excel does to them, cell by cell: etl/convert.c and etl/damage.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/unit/support_load.h"

/* The cells of one declaration line, those that are not given as in a line that is right. */
struct line {
    const char *aanbieder, *gemeente, *declaratienummer, *regelnummer, *client, *toewijzing, *product, *begin, *eind,
        *volume, *eenheid, *tarief, *bedrag, *debetcredit, *vorig, *status;
};

static const char *given(const char *cell, const char *otherwise) {
    return cell ? cell : otherwise;
}

static void put_line(struct buf *out, const struct line *c) {
    buf_printf(out, "%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s\n", given(c->aanbieder, "12345678"),
               given(c->gemeente, "0405"), given(c->declaratienummer, "d1"), given(c->regelnummer, "r1"),
               given(c->client, "c1"), given(c->toewijzing, "1001"), given(c->product, "02BGB"),
               given(c->begin, "2026-01-01"), given(c->eind, "2026-01-31"), given(c->volume, "500"),
               given(c->eenheid, "minuut"), given(c->tarief, ""), given(c->bedrag, "1"), given(c->debetcredit, "D"),
               given(c->vorig, ""), given(c->status, ""));
}

static void load_line(struct loaded *l, struct scratch *s, const struct line *line) {
    struct buf text = {0};
    buf_puts(&text, DECLARATIE_COLUMNS "\n");
    put_line(&text, line);
    input_make(s);
    scratch_write(s, "declaraties.csv", text.data);
    load_input(l, s);
    buf_release(&text);
}

/* The line is refused with this finding, or loaded with it; "" for none. */
static void check_finding(const struct line *line, bool loaded, const char *finding) {
    struct scratch s;
    struct loaded l;
    load_line(&l, &s, line);
    struct buf expected = {0};
    if (*finding)
        buf_printf(&expected, "declaraties.csv;%s\n", finding);
    else
        buf_puts(&expected, "");
    assert_string_equal(l.text.data, expected.data);
    assert_int_equal(l.data.declarations.len, loaded);
    buf_release(&expected);
    loaded_release(&l);
    scratch_remove(&s);
}

#define REFUSED(finding, ...) check_finding(&(struct line){__VA_ARGS__}, false, finding)
#define LOADED(finding, ...) check_finding(&(struct line){__VA_ARGS__}, true, finding)

static void codes(void **state) {
    (void)state;
    LOADED("", .declaratienummer = "A-1_b.C", .regelnummer = "123456789012345678901234567890");
#define NOT_A_CODE                                                                                                     \
    "is geen geldige code; verwacht: 1 tot 30 letters, cijfers, streepjes, punten of lage streepjes, te beginnen met " \
    "een letter of cijfer\""
    REFUSED("2;declaratienummer;fout;V002;\"“2026/01” " NOT_A_CODE, .declaratienummer = "2026/01");
    REFUSED("2;regelnummer;fout;V002;\"“-1” " NOT_A_CODE, .regelnummer = "-1");
    REFUSED("2;client;fout;V002;\"de waarde " NOT_A_CODE, .client = "Jan Jansen"); /* never shown */
    REFUSED("2;aanbiedercode;fout;V004;\"“1234” is geen aanbiedercode; verwacht: acht cijfers (AGB)\"",
            .aanbieder = "1234");
    REFUSED("2;gemeentecode;fout;V003;\"“Hoorn” is geen gemeentecode; verwacht: vier cijfers, zoals 0405\"",
            .gemeente = "Hoorn");
    REFUSED("2;client;fout;V001;\"client is leeg; verwacht: een waarde\"", .client = " ");
    LOADED("", .toewijzing = "", .product = "02bgb");
}

static void dates(void **state) {
    (void)state;
    LOADED("", .begin = "01-01-2026", .eind = "31/1/2026");
    LOADED("", .begin = "20260101", .eind = "2026-01-31T00:00:00");
#define NOT_A_DATE "is geen datum; verwacht: bijvoorbeeld 2026-06-30 of 30-06-2026, jaren 1900 tot en met 2199\""
    REFUSED("2;periode_begin;fout;V005;\"“2026-02-30” " NOT_A_DATE, .begin = "2026-02-30");
    REFUSED("2;periode_eind;fout;V005;\"“2026-01-31 10:00” " NOT_A_DATE, .eind = "2026-01-31 10:00");
    REFUSED("2;periode_begin;fout;E103;\"“46023” is een datumgetal van Excel; verwacht: een datum, bijvoorbeeld "
            "2026-06-30\"",
            .begin = "46023");
    REFUSED("2;periode_eind;fout;S004;\"periode_eind “2025-12-31” ligt voor “2026-01-01”; verwacht: een einde op of na "
            "het begin\"",
            .eind = "2025-12-31");
}

static void numbers(void **state) {
    (void)state;
    REFUSED("2;volume;fout;V007;\"“veel” is geen getal; verwacht: bijvoorbeeld 1234,50 of 1234.50 of 1.234,50\"",
            .volume = "veel");
    REFUSED("2;volume;fout;V008;\"“1,2345” heeft te veel decimalen; verwacht: ten hoogste 3\"", .volume = "1,2345");
    REFUSED("2;bedrag;fout;V008;\"“1.234” heeft te veel decimalen; verwacht: ten hoogste 2\"", .bedrag = "1.234");
    REFUSED("2;volume;fout;V010;\"“-1” is negatief; verwacht: 0 of meer\"", .volume = "-1");
    REFUSED("2;bedrag;fout;V010;\"“-12.05” is negatief; verwacht: 0 of meer\"", .bedrag = "-12,05");
    REFUSED("2;tarief;fout;V010;\"“-0.50” is negatief; verwacht: 0 of meer\"", .tarief = "-0,5");
    REFUSED("2;bedrag;fout;V009;\"“1234567890123” is te groot; verwacht: ten hoogste 12 cijfers voor de komma\"",
            .bedrag = "1234567890123");
}

/* 1.234 is 1234 as soon as some number of the file has a decimal comma, be it in a row that is refused. */
static void ambiguous_numbers(void **state) {
    (void)state;
    static const struct {
        struct line other;
        int64_t volume;
    } examples[] = {
        {{.regelnummer = "r2"}, 1234},
        {{.regelnummer = "r2", .bedrag = "1,50"}, 1234000},
        {{.regelnummer = "r2", .bedrag = "€ 1,50"}, 1234000},
        {{.regelnummer = "r 2", .bedrag = "1,50"}, 1234000},                          /* refused */
        {{.regelnummer = "r2", .status = ";;;x", .bedrag = "1,50"}, 1234000},         /* too many fields */
        {{.regelnummer = "r2", .declaratienummer = "\"1,5\"", .begin = "1,5"}, 1234}, /* no number columns */
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        struct scratch s;
        struct loaded l;
        struct buf text = {0};
        input_make(&s);
        buf_puts(&text, DECLARATIE_COLUMNS "\n");
        put_line(&text, &(struct line){.volume = "1.234"});
        put_line(&text, &examples[i].other);
        scratch_write(&s, "declaraties.csv", text.data);
        load_input(&l, &s);
        assert_int_equal(l.data.declarations.data[0].volume, examples[i].volume);
        buf_release(&text);
        loaded_release(&l);
        scratch_remove(&s);
    }
}

static void words(void **state) {
    (void)state;
    LOADED("", .eenheid = "MINUUT", .debetcredit = "d", .status = "Toegekend");
    REFUSED("2;eenheid;fout;V012;\"“minuten” is hier onbekend; verwacht: minuut, uur, dagdeel, etmaal of stuks, of de "
            "iWmo-code 01, 04, 14, 16, 82 of 84\"",
            .eenheid = "minuten");
    REFUSED("2;debetcredit;fout;V012;\"“X” is hier onbekend; verwacht: D of C\"", .debetcredit = "X");
}

static void damage_that_is_undone(void **state) {
    (void)state;
    LOADED(";regelnummer;info;E002;\"waarden in de vorm =\"\"…\"\" zijn gelezen als de tekst daarin, 1 keer\"",
           .regelnummer = "=\"0498\"");
    LOADED(";gemeentecode;info;E003;een verdwenen voorloopnul is teruggezet, 1 keer", .gemeente = "405");
    LOADED(";eenheid;info;E003;een verdwenen voorloopnul is teruggezet, 1 keer", .eenheid = "1");
    LOADED(";client;info;E003;een verdwenen voorloopnul is teruggezet, 1 keer", .client = "12345672");
    LOADED("", .client = "12345673"); /* eight digits that are no BSN without its zero */
    LOADED(";bedrag;info;E004;het euroteken is weggelaten, 1 keer", .bedrag = "€ 1.234,56");
    LOADED(";bedrag;info;E006;een vaste spatie is gelezen als gewone, 1 keer", .bedrag = "\xC2\xA0"
                                                                                         "12\xC2\xA0");
}

/* The minus is moved, and then found to be one too many. */
static void damage_in_a_refused_amount(void **state) {
    (void)state;
    REFUSED(";bedrag;info;E005;een minteken achter het getal is gelezen als ervoor, 1 keer\n"
            "declaraties.csv;2;bedrag;fout;V010;\"“-1234.56” is negatief; verwacht: 0 of meer\"",
            .bedrag = "1.234,56-");
}

static void damage_that_cannot_be_undone(void **state) {
    (void)state;
    REFUSED("2;regelnummer;fout;E101;\"“1,23E+08” is een code die Excel heeft afgerond; verwacht: de code zelf\"",
            .regelnummer = "1,23E+08");
    REFUSED("2;client;fout;E101;\"de waarde is een code die Excel heeft afgerond; verwacht: de code zelf\"",
            .client = "9,99912E+08");
    REFUSED("2;volume;fout;E102;\"“#N/B” is een foutwaarde van Excel; verwacht: een waarde\"", .volume = "#N/B");
    REFUSED("2;volume;fout;E102;\"“#VALUE!” is een foutwaarde van Excel; verwacht: een waarde\"", .volume = "#VALUE!");
    REFUSED("2;periode_begin;fout;E102;\"“#####” is een foutwaarde van Excel; verwacht: een waarde\"",
            .begin = "#####");
}

static void a_client_that_fails_the_elfproef_is_loaded(void **state) {
    (void)state;
    LOADED(
        "2;client;waarschuwing;S013;\"de waarde heeft negen cijfers maar voldoet niet aan de elfproef; de regel telt "
        "wel mee\"",
        .client = "111222334");
    LOADED("", .client = "111222333");
}

/* What stands in the column of a client is masked wherever it turns up. */
static void clients_are_masked_in_every_message(void **state) {
    (void)state;
    REFUSED("2;periode_begin;fout;V005;\"“*********” " NOT_A_DATE, .begin = "111222333"); /* a BSN */
    REFUSED("2;periode_begin;fout;V005;\"“**” " NOT_A_DATE, .begin = "c1");               /* a client of indicaties */
    REFUSED("2;periode_begin;fout;V005;\"“van ** (**.)” " NOT_A_DATE, .begin = "van c1 (c1.)");
    REFUSED("2;periode_begin;fout;V005;\"“c11” " NOT_A_DATE, .begin = "c11");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes),
        cmocka_unit_test(dates),
        cmocka_unit_test(numbers),
        cmocka_unit_test(ambiguous_numbers),
        cmocka_unit_test(words),
        cmocka_unit_test(damage_that_is_undone),
        cmocka_unit_test(damage_in_a_refused_amount),
        cmocka_unit_test(damage_that_cannot_be_undone),
        cmocka_unit_test(a_client_that_fails_the_elfproef_is_loaded),
        cmocka_unit_test(clients_are_masked_in_every_message),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
