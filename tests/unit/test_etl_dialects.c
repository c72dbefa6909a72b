/* CSV as it really arrives (inputs.md): separators, line ends, quotes, encodings, headers, refused files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/unit/support_load.h"

static void write_bytes(struct scratch *s, const char *name, const char *bytes, size_t len) {
    FILE *file = fopen(scratch_path(s, name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* Loads gemeenten.csv with these bytes and compares naam of the first gemeente, and the findings on that file. */
static void check_bytes(const char *bytes, size_t len, const char *naam, const char *findings) {
    struct scratch s;
    struct loaded l;
    input_make(&s);
    write_bytes(&s, "gemeenten.csv", bytes, len);
    load_input(&l, &s);
    assert_string_equal(l.text.data, findings);
    if (naam) {
        assert_int_equal(l.data.gemeenten.len, 1);
        assert_string_equal(l.data.gemeenten.data[0].code, "0405");
        assert_string_equal(l.data.gemeenten.data[0].naam, naam);
    } else {
        assert_int_equal(l.data.gemeenten.len, 0);
        assert_int_equal(l.result, LOAD_UNUSABLE);
    }
    loaded_release(&l);
    scratch_remove(&s);
}

static void check(const char *text, const char *naam, const char *findings) {
    check_bytes(text, strlen(text), naam, findings);
}

static void separators_line_ends_and_column_names(void **state) {
    (void)state;
    check("gemeentecode;naam\n0405;Hoorn\n", "Hoorn", "");
    check("gemeentecode,naam\r\n0405,Hoorn", "Hoorn", "");
    check("naam\tgemeentecode\rHoorn\t0405\r", "Hoorn", "");
    check("Gemeente_Code;\" NAAM \"\n0405;Hoorn\n", "Hoorn", "");
    check("gemeente code;na am\n0405;Hoorn;Noord\n", NULL,
          "gemeenten.csv;2;;fout;R001;\"de regel heeft 3 velden; verwacht: 2, zoals in de kop\"\n");
    check("gemeentecode;naam\n0405;Hoorn;; ;\n", "Hoorn", "");
    check("\n;;\n \ngemeentecode;naam\n\n\"\";\n0405;Hoorn\n\n", "Hoorn", "");
    /* a comma in the header of a file with semicolons */
    check("gemeentecode;naam;a,b,c,d\n0405;Hoorn;1\n", "Hoorn",
          "gemeenten.csv;1;;info;K003;\"de kolom “a,b,c,d” is onbekend; zij is niet gelezen\"\n");
    check("sep=,\r\ngemeentecode,naam\r\n0405,\"Hoorn; stad\"\r\n", "Hoorn; stad",
          "gemeenten.csv;1;;info;E001;\"de eerste regel is sep= van Excel; hij is overgeslagen\"\n");
}

static void quotes(void **state) {
    (void)state;
    check("gemeentecode;naam\n\"0405\";\"Hoorn \"\"stad\"\"\"\n", "Hoorn \"stad\"", "");
    check("gemeentecode;naam\n0405; \"Hoorn\nstad\" \n", "Hoorn\nstad", "");
    check("gemeentecode;naam\n0405;Hoorn 5\" breed\n", "Hoorn 5\" breed", "");
    check("gemeentecode;naam\n0388;\"Enk\"huizen\n0405;Hoorn\n", "Hoorn",
          "gemeenten.csv;2;;fout;R002;\"achter een afsluitend aanhalingsteken staat nog tekst; verwacht: een "
          "scheidingsteken of het einde van de regel\"\n");
    check("gemeentecode;naam\n0405;Hoorn\n0388;x\n0498;\"Drechterland\n0420;y\n", NULL,
          "gemeenten.csv;4;;fout;B007;\"het aanhalingsteken op deze regel wordt niet gesloten; het bestand is niet "
          "gelezen\"\n");
}

static void encodings(void **state) {
    (void)state;
    check("\xEF\xBB\xBFgemeentecode;naam\n0405;S\xC3\xBAhoorn\n", "Súhoorn", "");
    check("gemeentecode;naam\n0405;S\xFAhoorn \x80\n", "Súhoorn €",
          "gemeenten.csv;;;waarschuwing;B006;\"het bestand is geen geldige UTF-8; het is gelezen als "
          "Windows-1252\"\n");
    static const char little[] = "\xFF\xFEg\0e\0m\0e\0e\0n\0t\0e\0c\0o\0d\0e\0\t\0n\0a\0a\0m\0\n\0"
                                 "0\0004\0000\0005\0\t\0\xFA\0\n\0";
    check_bytes(little, sizeof little - 1, "ú", "");
    static const char big[] = "\xFE\xFF\0g\0e\0m\0e\0e\0n\0t\0e\0c\0o\0d\0e\0;\0n\0a\0a\0m\0\n"
                              "\0000\0004\0000\0005\0;\0\xFA";
    check_bytes(big, sizeof big - 1, "ú", "");
    check_bytes(big, sizeof big - 2, NULL,
                "gemeenten.csv;;;fout;B009;\"het bestand begint als UTF-16 maar is dat niet overal; het is niet "
                "gelezen\"\n");
    static const char nul[] = "gemeentecode;naam\n0405;Ho\0rn\n";
    check_bytes(
        nul, sizeof nul - 1, NULL,
        "gemeenten.csv;;;fout;B005;\"het bestand bevat NUL-tekens en is niet gelezen; verwacht: tekst in UTF-8, "
        "UTF-16 met BOM of Windows-1252\"\n");
}

static void files_without_rows(void **state) {
    (void)state;
    static const char empty[] = "gemeenten.csv;;;waarschuwing;B004;\"het bestand is leeg; het telt als een levering "
                                "zonder regels\"\n";
    check("", NULL, empty);
    check("\xEF\xBB\xBF", NULL, empty);
    check(" \r\n\n;;\n", NULL, empty);
    check("gemeentecode;naam\n", NULL, "");
}

static void headers(void **state) {
    (void)state;
    check("gemeentecode;plaats\n0405;Hoorn\n", NULL,
          "gemeenten.csv;1;naam;fout;K001;\"de verplichte kolom naam ontbreekt; het bestand is niet gelezen\"\n");
    /* without a header: nothing of the first line is named */
    check(
        "0405;Hoorn\n", NULL,
        "gemeenten.csv;1;gemeentecode;fout;K001;\"de verplichte kolom gemeentecode ontbreekt; het bestand is niet gelezen\"\n"
        "gemeenten.csv;1;naam;fout;K001;\"de verplichte kolom naam ontbreekt; het bestand is niet gelezen\"\n");
    check("gemeentecode;naam;Naam\n0405;Hoorn;x\n", NULL,
          "gemeenten.csv;1;naam;fout;K002;\"de kolom naam staat twee keer in de kop; het bestand is niet gelezen\"\n");
    check("gemeentecode;naam;\xC3\xBCnbekend;\n0405;Hoorn;x;\n", "Hoorn",
          "gemeenten.csv;1;;info;K003;\"de kolom “ünbekend” is onbekend; zij is niet gelezen\"\n");
    check(
        "\"gemeentecode\"x;naam\n0405;Hoorn\n", NULL,
        "gemeenten.csv;1;;fout;K004;\"achter een afsluitend aanhalingsteken in de kop staat nog tekst; het bestand is "
        "niet gelezen\"\n");
}

/* A row that is wrong is left out alone, each wrong field with a finding of its own; the line is where it began. */
static void wrong_rows(void **state) {
    (void)state;
    check("gemeentecode;naam\n40;\n\"0405\";\"Hoorn\nstad\"\n5;\n", "Hoorn\nstad",
          "gemeenten.csv;2;gemeentecode;fout;V003;\"“40” is geen gemeentecode; verwacht: vier cijfers, zoals 0405\"\n"
          "gemeenten.csv;2;naam;fout;V001;\"naam is leeg; verwacht: een waarde\"\n"
          "gemeenten.csv;5;gemeentecode;fout;V003;\"“5” is geen gemeentecode; verwacht: vier cijfers, zoals 0405\"\n"
          "gemeenten.csv;5;naam;fout;V001;\"naam is leeg; verwacht: een waarde\"\n");
}

static void very_long_fields_and_records(void **state) {
    (void)state;
    struct buf text = {0};
    buf_puts(&text, "gemeentecode;naam\n0388;");
    for (int i = 0; i < 1 << 20; i++) /* a megabyte */
        buf_putc(&text, 'x');
    buf_puts(&text, "\n0405;Hoorn\n");
    check(text.data, "Hoorn",
          "gemeenten.csv;2;naam;fout;V013;\"de tekst heeft 1048576 tekens; verwacht: ten hoogste 200\"\n");
    text.len -= strlen("\n0405;Hoorn\n");
    for (int i = 0; i < 16 << 20; i++)
        buf_putc(&text, 'x');
    buf_puts(&text, "\n0405;Hoorn\n");
    check(text.data, NULL,
          "gemeenten.csv;2;;fout;B008;\"de regel die hier begint is langer dan 16 MB; het bestand is niet gelezen\"\n");
    buf_release(&text);
}

static void one_bad_file_never_costs_another(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "gemeenten/a.csv", "gemeentecode;naam\n0498;\"open\n");
    scratch_write(&s, "gemeenten/b.csv", "gemeentecode;naam\n0420;Medemblik\n");
    assert_findings(&s, "gemeenten/a.csv;2;;fout;B007;\"het aanhalingsteken op deze regel wordt niet gesloten; het "
                        "bestand is niet gelezen\"\n");
    struct loaded l;
    load_input(&l, &s);
    assert_int_equal(l.data.gemeenten.len, 3);
    loaded_release(&l);
    scratch_remove(&s);
}

/* To a semicolon the header ends within the quotes of the comma: it takes more text to see that the comma is right. */
static void the_separator_does_not_depend_on_chunks(void **state) {
    (void)state;
    struct scratch s;
    input_make(&s);
    scratch_write(&s, "gemeenten.csv", "\"gemeentecode\",\"x;\ny\",naam\n0405,z,Hoorn\n");
    for (size_t chunk_size = 0; chunk_size < 40; chunk_size++) {
        struct loaded l;
        load_input_in(&l, &s, 1, chunk_size);
        assert_string_equal(l.text.data,
                            "gemeenten.csv;1;;info;K003;\"de kolom “x; y” is onbekend; zij is niet gelezen\"\n");
        assert_int_equal(l.data.gemeenten.len, 1);
        assert_string_equal(l.data.gemeenten.data[0].naam, "Hoorn");
        loaded_release(&l);
    }
    scratch_remove(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separators_line_ends_and_column_names),
        cmocka_unit_test(quotes),
        cmocka_unit_test(encodings),
        cmocka_unit_test(files_without_rows),
        cmocka_unit_test(headers),
        cmocka_unit_test(wrong_rows),
        cmocka_unit_test(very_long_fields_and_records),
        cmocka_unit_test(one_bad_file_never_costs_another),
        cmocka_unit_test(the_separator_does_not_depend_on_chunks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
