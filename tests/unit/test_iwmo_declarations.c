/* Wmo323 and Wmo325 beside CSV (inputs.md, "iWmo messages"): etl/iwmo_cells.c, etl/iwmo_sink.c, etl/iwmo_answers.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/support_messages.h"
#include "tests/unit/support_region.h"

static const char indication[] =
    "gemeentecode;toewijzingnummer;client;aanbiedercode;productcode;volume;eenheid;frequentie;ingangsdatum;einddatum\n"
    "0405;101;999900006;01000001;02BGB;60;minuut;week;2026-01-01;2026-12-31\n";

static int begin(void **state) {
    static struct region region;
    region_begin(&region);
    scratch_write(&region.files, "indicaties.csv", indication);
    *state = &region;
    return 0;
}

static int end(void **state) {
    region_end(*state);
    return 0;
}

/* Declaration D1 of 01000001 at 0405, and answers to it; the path is the Identificatie too. */
static void put_323(struct region *region, const char *path, int total, const char *lines) {
    struct arena *arena = &region->files.arena;
    scratch_write(&region->files, path,
                  message_make(arena, "wmo323", "01000001", "0405", path, body_323(arena, "D1", total, lines)));
}

static void put_325(struct region *region, const char *path, const char *aanbieder, const char *declaration,
                    int submitted, int granted, const char *references) {
    struct arena *arena = &region->files.arena;
    scratch_write(&region->files, path,
                  message_make(arena, "wmo325", "0405", aanbieder, path,
                               body_325(arena, declaration, submitted, granted, references)));
}

static char *replaced(struct region *region, const char *text, const char *from, const char *to) {
    char *other = text_replaced(text, from, to);
    char *copy = arena_strdup(&region->files.arena, other);
    free(other);
    return copy;
}

static char *lines(struct region *region, const char *a, const char *b) {
    return arena_printf(&region->files.arena, "%s%s", a, b);
}

static void expect(struct region *region, const char *found, const char *findings) {
    region_load(region, 1);
    assert_string_equal(region_lines(region), found);
    assert_string_equal(region_findings(region), findings);
}

/* Lines A of € 1 and B of € 2. */
static void put_two_lines(struct region *region) {
    struct arena *arena = &region->files.arena;
    put_323(region, "declaraties/d.xml", 300,
            lines(region, line_323(arena, "A", "", 100), line_323(arena, "B", "", 200)));
}

/* ---- 323 ---- */

static void a_prestatie_is_a_line(void **state) {
    struct region *region = *state;
    char *message = file_text("tests/messages/wmo323.xml");
    scratch_write(&region->files, "declaraties/1.xml", message);
    free(message);
    /* RN002 takes back a line that was not delivered */
    expect(region, "01000001 DN001 RN001 5400 ingediend\n01000001 DN001 RN002 -1000 ingediend\n",
           "declaraties/1.xml;24;vorig_regelnummer;waarschuwing;S008\n");
    const struct declaration *d = &region->dataset.declarations.data[0];
    assert_int_equal(d->volume, 60000);
    assert_int_equal(d->tarief, 90);
    assert_int_equal(d->eenheid, EENHEID_MINUUT);
    assert_int_equal(d->periode_begin, date_from_civil(2026, 1, 12));
    assert_int_equal(d->periode_eind, date_from_civil(2026, 1, 31));
    assert_int_equal(d->indication, 0);
    assert_int_equal(d->line, 17);
    assert_string_equal(region->dataset.gemeenten.data[d->gemeente].code, "0405");
    assert_string_equal(region->dataset.producten.data[d->product].code, "02BGB");
    assert_string_equal(intern_text(&region->dataset.clients, d->client).ptr, "999900006");
}

static void amounts_and_volumes_are_whole_numbers(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    char *good = line_323(arena, "A", "", 5);
    char *all = arena_printf(arena, "%s%s%s%s%s", good, replaced(region, good, ">5<", ">5.00<"),
                             replaced(region, good, ">60<", ">60,5<"), replaced(region, good, ">5<", ">vijf<"),
                             replaced(region, good, ">5<", ">-5<"));
    put_323(region, "declaraties/d.xml", 5, all);
    expect(region, "01000001 D1 A 5 ingediend\n",
           "declaraties/d.xml;6;bedrag;fout;V011\n"
           "declaraties/d.xml;7;volume;fout;V011\n"
           "declaraties/d.xml;8;bedrag;fout;V007\n"
           "declaraties/d.xml;9;bedrag;fout;V010\n");
    assert_string_equal(region_rows(region, "declaraties/d.xml"), "5 1 4 0");
}

static void cents_become_euros(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    char *five = line_323(arena, "A", "", 5);
    put_323(region, "declaraties/d.xml", 5 + 12 + 1234567 + 5,
            arena_printf(arena, "%s%s%s%s", five, line_323(arena, "B", "", 12), line_323(arena, "C", "", 1234567),
                         replaced(region, replaced(region, five, ">A<", ">D<"), ">5<", ">0005<")));
    expect(region,
           "01000001 D1 A 5 ingediend\n01000001 D1 B 12 ingediend\n01000001 D1 C 1234567 ingediend\n"
           "01000001 D1 D 5 ingediend\n",
           "");
}

static void all_that_is_wrong_with_a_line_is_told(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    char *line = line_323(arena, "A", "", 5);
    line = replaced(region, replaced(region, line, ">60<", ">1.5<"), ">01<", ">83<");
    line = replaced(region, replaced(region, line, "2026-01-31", "31 januari"), ">D<", ">X<");
    put_323(region, "declaraties/d.xml", 5, line);
    expect(region, "",
           "declaraties/d.xml;5;debetcredit;fout;V012\n"
           "declaraties/d.xml;5;eenheid;fout;V012\n"
           "declaraties/d.xml;5;periode_eind;fout;V005\n"
           "declaraties/d.xml;5;volume;fout;V011\n");
}

static void a_total_that_differs_is_told(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    /* 1.00 - 3.00 = -2.00, and a message says 2.00 */
    put_323(region, "declaraties/d.xml", 200,
            lines(region, line_323(arena, "A", "", 100), line_323(arena, "B", "A", -300)));
    expect(region, "01000001 D1 A 100 ingediend\n01000001 D1 B -300 ingediend\n",
           "declaraties/d.xml;4;;waarschuwing;M015\n");
    assert_string_equal(region_sentence(region, "M015"),
                        "TotaalIngediendBedrag is “2.00”; verwacht: de som van de prestaties, “-2.00”");
}

static void a_total_adds_up_with_lines_that_are_refused(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    char *wrong = replaced(region, line_323(arena, "B", "", 200), "02BGB", "NIETS");
    put_323(region, "declaraties/d.xml", -300,
            arena_printf(arena, "%s%s%s", line_323(arena, "A", "", 100), wrong, line_323(arena, "C", "A", -600)));
    expect(region, "01000001 D1 A 100 ingediend\n01000001 D1 C -600 ingediend\n",
           "declaraties/d.xml;6;productcode;fout;S001\n");
}

static void a_missing_total_is_told(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    char *body = body_323(arena, "D1", 100, line_323(arena, "A", "", 100));
    scratch_write(&region->files, "declaraties/d.xml",
                  message_make(arena, "wmo323", "01000001", "0405", "1",
                               replaced(region, body, "<c:TotaalBedrag>100</c:TotaalBedrag>", "")));
    expect(region, "01000001 D1 A 100 ingediend\n", "declaraties/d.xml;4;;waarschuwing;M015\n");
}

static void lines_follow_the_rule_for_doubles(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    const char *a = line_323(arena, "A", "", 100);
    put_323(region, "declaraties/d.xml", 300, arena_printf(arena, "%s%s%s", a, a, line_323(arena, "A", "", 200 - 100)));
    put_323(region, "declaraties/e.xml", 50, line_323(arena, "A", "", 50));
    expect(region, "01000001 D1 A 50 ingediend\n",
           "declaraties/d.xml;;;info;D003\n"
           "declaraties/d.xml;6;;info;D001\n"
           "declaraties/d.xml;7;;info;D001\n");
}

static void codes_of_the_header_are_those_of_its_rows(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    scratch_write(&region->files, "declaraties/d.xml",
                  message_make(arena, "wmo323", "09999999", "0405", "1",
                               body_323(arena, "D1", 300,
                                        lines(region, line_323(arena, "A", "", 100), line_323(arena, "B", "", 200)))));
    expect(region, "",
           "declaraties/d.xml;5;aanbiedercode;fout;S001\n"
           "declaraties/d.xml;6;aanbiedercode;fout;S001\n");
}

/* ---- 325 ---- */

static void listed_lines_are_afgekeurd(void **state) {
    struct region *region = *state;
    put_two_lines(region);
    put_325(region, "declaraties/a.xml", "01000001", "D1", 300, 100, "B");
    expect(region, "01000001 D1 A 100 ingediend\n01000001 D1 B 200 afgekeurd\n", "");
}

static void an_answer_is_matched_on_all_three_codes(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_two_lines(region);
    scratch_write(&region->files, "declaraties/e.xml",
                  message_make(arena, "wmo323", "01000002", "0405", "1",
                               body_323(arena, "D1", 100, line_323(arena, "A", "", 100))));
    scratch_write(&region->files, "declaraties/f.xml",
                  message_make(arena, "wmo323", "01000001", "0405", "2",
                               body_323(arena, "D2", 100, line_323(arena, "A", "", 100))));
    put_325(region, "declaraties/g.xml", "01000001", "D2", 100, 0, "A");
    expect(region,
           "01000001 D1 A 100 ingediend\n01000001 D1 B 200 ingediend\n"
           "01000002 D1 A 100 ingediend\n01000001 D2 A 100 afgekeurd\n",
           "");
}

static void a_refusal_as_a_whole_goes_for_all_lines(void **state) {
    struct region *region = *state;
    put_two_lines(region);
    put_325(region, "declaraties/a.xml", "01000001", "D1", 300, 0, "");
    expect(region, "01000001 D1 A 100 afgekeurd\n01000001 D1 B 200 afgekeurd\n", "");
}

static void what_was_granted_stays(void **state) {
    struct region *region = *state;
    put_two_lines(region);
    put_325(region, "declaraties/a.xml", "01000001", "D1", 300, 300, "");
    put_325(region, "declaraties/b.xml", "01000001", "D1", 0, 0, "");     /* nothing was asked */
    put_325(region, "declaraties/c.xml", "01000001", "D1", 300, 100, ""); /* some of it, not told which */
    put_325(region, "declaraties/e.xml", "01000001", "X", 300, 300, "");  /* unknown, but granted */
    expect(region, "01000001 D1 A 100 ingediend\n01000001 D1 B 200 ingediend\n", "");
}

static void a_refusal_of_what_is_not_there_is_told(void **state) {
    struct region *region = *state;
    put_two_lines(region);
    put_325(region, "declaraties/a.xml", "01000001", "D1", 300, 100, "XB");
    put_325(region, "declaraties/b.xml", "01000001", "D9", 300, 100, "AB"); /* told once for the declaration */
    put_325(region, "declaraties/c.xml", "01000002", "D1", 300, 0, "");
    put_325(region, "declaraties/e.xml", "01000001", "D8", 300, 100, "");
    expect(region, "01000001 D1 A 100 ingediend\n01000001 D1 B 200 afgekeurd\n",
           "declaraties/a.xml;5;regelnummer;waarschuwing;M016\n"
           "declaraties/b.xml;4;declaratienummer;waarschuwing;M017\n"
           "declaraties/c.xml;4;declaratienummer;waarschuwing;M017\n"
           "declaraties/e.xml;4;declaratienummer;waarschuwing;M017\n");
    assert_string_equal(region_sentence(region, "M016"),
                        "“X” is geen geladen regel van declaratie “D1”; er is niets afgekeurd");
    assert_string_equal(region_sentence(region, "M017"),
                        "van declaratie “D9” van aanbieder “01000001” is geen regel geladen; er is niets afgekeurd");
}

static void lines_from_csv_are_answered_too(void **state) {
    struct region *region = *state;
    scratch_write(&region->files, "declaraties.csv",
                  "aanbiedercode;gemeentecode;declaratienummer;regelnummer;client;toewijzingnummer;productcode;"
                  "periode_begin;periode_eind;volume;eenheid;bedrag;debetcredit;status\n"
                  "01000001;0405;D1;A;999900006;101;02BGB;2026-01-01;2026-01-31;60;minuut;1,00;D;toegekend\n"
                  "01000001;0405;D1;een-heel-lang-regelnummer_1;999900006;101;02BGB;2026-01-01;2026-01-31;60;minuut;"
                  "2,00;D;\n");
    put_325(region, "declaraties/a.xml", "01000001", "D1", 300, 200, "A");
    scratch_write(&region->files, "declaraties/b.xml",
                  message_make(&region->files.arena, "wmo325", "0405", "01000001", "b",
                               replaced(region, body_325(&region->files.arena, "D1", 300, 200, "A"), ">A<",
                                        ">een-heel-lang-regelnummer_1<")));
    expect(region,
           "01000001 D1 A 100 afgekeurd\n"
           "01000001 D1 een-heel-lang-regelnummer_1 200 afgekeurd\n",
           "");
}

static void a_whole_answer_is_read(void **state) {
    struct region *region = *state;
    static const char *const kinds[] = {"323", "325"};
    for (int i = 0; i < 2; i++) {
        char *message = file_text(arena_printf(&region->files.arena, "tests/messages/wmo%s.xml", kinds[i]));
        scratch_write(&region->files, arena_printf(&region->files.arena, "declaraties/%s.xml", kinds[i]), message);
        free(message);
    }
    expect(region, "01000001 DN001 RN001 5400 afgekeurd\n01000001 DN001 RN002 -1000 ingediend\n",
           "declaraties/323.xml;24;vorig_regelnummer;waarschuwing;S008\n");
}

static void an_answer_without_a_declaration_is_told(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_two_lines(region);
    scratch_write(&region->files, "declaraties/a.xml", message_make(arena, "wmo325", "0405", "01000001", "a", ""));
    scratch_write(&region->files, "declaraties/b.xml",
                  message_make(arena, "wmo325", "0405", "01000001", "b",
                               "<DeclaratieAntwoord><DeclaratieNummer>D1</DeclaratieNummer></DeclaratieAntwoord>"));
    scratch_write(&region->files, "declaraties/c.xml",
                  message_make(arena, "wmo325", "0405", "01000001", "c", body_325(arena, "", 300, 0, "")));
    expect(region, "01000001 D1 A 100 ingediend\n01000001 D1 B 200 ingediend\n",
           "declaraties/a.xml;;;waarschuwing;M018\n"
           "declaraties/b.xml;4;;fout;M008\n"
           "declaraties/c.xml;4;declaratienummer;fout;V001\n");
}

static void answers_of_unknown_senders_are_refused(void **state) {
    struct region *region = *state;
    put_two_lines(region);
    put_325(region, "declaraties/a.xml", "01000009", "D1", 300, 0, "");
    put_325(region, "declaraties/b.xml", "0100000", "D1", 300, 0, "AB");
    expect(region, "01000001 D1 A 100 ingediend\n01000001 D1 B 200 ingediend\n",
           "declaraties/a.xml;3;aanbiedercode;fout;S001\n"
           "declaraties/b.xml;3;aanbiedercode;fout;V004\n");
    assert_string_equal(region_rows(region, "declaraties/b.xml"), "2 0 2 0");
}

static void a_refused_credit_takes_nothing_back(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_323(region, "declaraties/d.xml", -100,
            arena_printf(arena, "%s%s%s", line_323(arena, "A", "", 100), line_323(arena, "B", "A", -100),
                         line_323(arena, "C", "A", -100)));
    put_325(region, "declaraties/e.xml", "01000001", "D1", -100, 0, "B");
    expect(region, "01000001 D1 A 100 ingediend\n01000001 D1 B -100 afgekeurd\n01000001 D1 C -100 ingediend\n", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(a_prestatie_is_a_line),
        TEST(amounts_and_volumes_are_whole_numbers),
        TEST(cents_become_euros),
        TEST(all_that_is_wrong_with_a_line_is_told),
        TEST(a_total_that_differs_is_told),
        TEST(a_total_adds_up_with_lines_that_are_refused),
        TEST(a_missing_total_is_told),
        TEST(lines_follow_the_rule_for_doubles),
        TEST(codes_of_the_header_are_those_of_its_rows),
        TEST(listed_lines_are_afgekeurd),
        TEST(an_answer_is_matched_on_all_three_codes),
        TEST(a_refusal_as_a_whole_goes_for_all_lines),
        TEST(what_was_granted_stays),
        TEST(a_refusal_of_what_is_not_there_is_told),
        TEST(lines_from_csv_are_answered_too),
        TEST(a_whole_answer_is_read),
        TEST(an_answer_without_a_declaration_is_told),
        TEST(answers_of_unknown_senders_are_refused),
        TEST(a_refused_credit_takes_nothing_back),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
