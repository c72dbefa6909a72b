/* Wmo301, Wmo305 and Wmo307 beside CSV (inputs.md, "iWmo messages"): etl/iwmo_versions.c, etl/iwmo_care.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/support_messages.h"
#include "tests/unit/support_region.h"

static int begin(void **state) {
    static struct region region;
    region_begin(&region);
    *state = &region;
    return 0;
}

static int end(void **state) {
    region_end(*state);
    return 0;
}

/* Writes a message of gemeente 0405 and aanbieder 01000001; the path is its Identificatie too. */
static void put(struct region *region, const char *path, const char *kind, const char *body) {
    bool by_gemeente = kind[5] == '1';
    struct arena *arena = &region->files.arena;
    scratch_write(
        &region->files, path,
        message_make(arena, kind, by_gemeente ? "0405" : "01000001", by_gemeente ? "01000001" : "0405", path, body));
}

static void put_301(struct region *region, const char *path, const char *moment, const char *rest, int volume) {
    put(region, path, "wmo301", body_301(&region->files.arena, "1", moment, "2026-01-01", rest, volume));
}

static void put_305(struct region *region, const char *path, const char *date, int status) {
    put(region, path, "wmo305", body_305(&region->files.arena, "1", date, status));
}

static void put_307(struct region *region, const char *path, const char *date, const char *reden, int status) {
    put(region, path, "wmo307", body_307(&region->files.arena, "1", "2026-01-08", date, reden, status));
}

static const char header[] =
    "gemeentecode;toewijzingnummer;client;aanbiedercode;productcode;volume;eenheid;frequentie;ingangsdatum;einddatum;"
    "meldingsdatum;besluitdatum;startdatum_zorg;stopdatum;reden_beeindiging;bijgewerkt_op\n";

/* A row of indication 1 from CSV: melding 1 December, besluit 20 December, start 5 January, stop 1 May for reason 21.
 */
static void put_csv(struct region *region, const char *path, const char *moment, int volume) {
    scratch_write(&region->files, path,
                  arena_printf(&region->files.arena,
                               "%s0405;1;999900006;01000001;02BGB;%d;minuut;week;2026-01-01;2026-12-31;2025-12-01;"
                               "2025-12-20;2026-01-05;2026-05-01;21;%s\n",
                               header, volume, moment));
}

static void expect(struct region *region, const char *indication, const char *findings) {
    region_load(region, 1);
    assert_string_equal(region_indication(region, "0405", "1"), indication);
    assert_string_equal(region_findings(region), findings);
}

/* ---- 301 ---- */

static void a_message_is_an_indication(void **state) {
    struct region *region = *state;
    char *message = file_text("tests/messages/wmo301.xml");
    scratch_write(&region->files, "indicaties/1.XML", message);
    free(message);
    region_load(region, 1);
    assert_int_equal(region->dataset.indications.len, 1);
    const struct indication *i = &region->dataset.indications.data[0];
    assert_string_equal(region_indication(region, "0405", "101"), "120 - 2026-01-02 - - -");
    assert_string_equal(region->dataset.aanbieders.data[i->aanbieder].code, "01000001");
    assert_string_equal(region->dataset.producten.data[i->product].code, "02BGB");
    assert_string_equal(intern_text(&region->dataset.clients, i->client).ptr, "999900006");
    assert_int_equal(i->eenheid, EENHEID_MINUUT);
    assert_int_equal(i->frequentie, FREQUENTIE_WEEK);
    assert_int_equal(i->ingangsdatum, date_from_civil(2026, 1, 5));
    assert_int_equal(i->einddatum, date_from_civil(2026, 12, 31));
    /* the second product has a budget, no product and no omvang */
    assert_string_equal(region_findings(region), "indicaties/1.XML;33;;fout;M010\n");
    assert_string_equal(region_rows(region, "indicaties/1.XML"), "2 1 1 0");
}

static void the_latest_version_counts(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", "", 90);
    put_301(region, "indicaties/b.xml", "2026-02-01 09:59:59", "", 80);
    put_301(region, "indicaties/c.xml", "2026-01-15 23:00:00", "", 70);
    expect(region, "90 - 2026-01-15 - - -",
           "indicaties/b.xml;;;info;D003\n"
           "indicaties/c.xml;;;info;D003\n");
}

static void on_a_tie_the_last_path_counts(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", "", 90);
    put_301(region, "indicaties/b/b.xml", "2026-02-01 10:00:00", "", 80);
    expect(region, "80 - 2026-02-01 - - -", "indicaties/a.xml;;;info;D003\n");
}

static void a_version_of_another_number_or_gemeente_is_another(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", "", 90);
    put(region, "indicaties/b.xml", "wmo301", body_301(arena, "0002", "2026-01-01 10:00:00", "2026-01-01", "", 80));
    scratch_write(&region->files, "indicaties/c.xml",
                  message_make(arena, "wmo301", "0498", "01000001", "c",
                               body_301(arena, "1", "2025-01-01 10:00:00", "2026-01-01", "", 70)));
    expect(region, "90 - 2026-02-01 - - -", "");
    assert_string_equal(region_indication(region, "0405", "2"), "80 - 2026-01-01 - - -");
    assert_string_equal(region_indication(region, "0498", "1"), "70 - 2025-01-01 - - -");
}

static void what_a_301_lacks_is_that_of_csv(void **state) {
    struct region *region = *state;
    put_csv(region, "indicaties.csv", "2026-01-10 12:00", 60);
    put_csv(region, "indicaties/oud.csv", "2026-01-09", 50);
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", "", 90);
    /* besluit is the Toewijzingsdatum, the rest that of the latest row from CSV; then the start lies before besluit */
    expect(region, "90 2025-12-01 2026-02-01 2026-01-05 2026-05-01 21",
           "indicaties.csv;;;info;D003\n"
           "indicaties/a.xml;5;startdatum_zorg;waarschuwing;S007\n"
           "indicaties/oud.csv;;;info;D003\n");
}

static void a_later_row_of_csv_counts_as_a_whole(void **state) {
    struct region *region = *state;
    put_csv(region, "indicaties.csv", "2026-02-01 10:00:01", 60);
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", "", 90);
    expect(region, "60 2025-12-01 2025-12-20 2026-01-05 2026-05-01 21", "indicaties/a.xml;;;info;D003\n");
}

static void a_row_without_a_moment_comes_before_any(void **state) {
    struct region *region = *state;
    put_csv(region, "indicaties/z.csv", "", 60);
    put_301(region, "indicaties/a.xml", "2025-12-15 00:00:00", "", 90);
    expect(region, "90 2025-12-01 2025-12-15 2026-01-05 2026-05-01 21", "indicaties/z.csv;;;info;D003\n");
}

static void refused_versions_take_no_part(void **state) {
    struct region *region = *state;
    put_csv(region, "indicaties.csv", "geen moment", 60);
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", "", 90);
    put_301(region, "indicaties/b.xml", "2026-01-01 10:00:00", "<Einddatum>2025-12-31</Einddatum>", 80);
    put_301(region, "indicaties/c.xml", "2026-03-01 25:00:00", "", 70);
    expect(region, "90 - 2026-02-01 - - -",
           "indicaties.csv;2;bijgewerkt_op;fout;V006\n"
           "indicaties/b.xml;5;einddatum;fout;S004\n"
           "indicaties/c.xml;5;bijgewerkt_op;fout;V006\n");
}

#define VERWIJDERD "<RedenWijziging>13</RedenWijziging>"

static void a_withdrawn_indication_does_not_exist(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", "", 90);
    put_301(region, "indicaties/b.xml", "2026-02-02 10:00:00", "<Einddatum>2026-01-01</Einddatum>" VERWIJDERD, 90);
    put_305(region, "indicaties/c.xml", "2026-01-08", 1);
    put_307(region, "indicaties/d.xml", "2026-01-09", "99", 1);
    put(region, "indicaties/e.xml", "wmo301",
        body_301(&region->files.arena, "2", "2026-01-01 10:00:00", "2026-01-01", "", 80));
    expect(region, "", "indicaties/a.xml;;;info;D003\n"); /* and its start and stop are nothing */
    assert_string_equal(region_rows(region, "indicaties/b.xml"), "1 0 0 1");
    assert_string_equal(region_rows(region, "indicaties/c.xml"), "1 0 0 0");
}

static void a_withdrawal_alone_is_no_indication(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", VERWIJDERD, 90);
    put_csv(region, "indicaties/b.csv", "2026-02-01", 60);
    put(region, "indicaties/e.xml", "wmo301",
        body_301(&region->files.arena, "2", "2026-01-01 10:00:00", "2026-01-01", "", 80));
    expect(region, "", "indicaties/b.csv;;;info;D003\n");
}

static void a_later_version_undoes_a_withdrawal(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-02-01 10:00:00", VERWIJDERD, 90);
    put_301(region, "indicaties/b.xml", "2026-02-01 10:00:01", "", 80);
    put_305(region, "indicaties/c.xml", "2026-02-08", 1);
    expect(region, "80 - 2026-02-01 2026-02-08 - -", "indicaties/a.xml;;;info;D003\n");
}

static void unknown_codes_are_told_of_the_version_that_stays(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    const char *body = body_301(arena, "1", "2026-02-01 10:00:00", "2026-01-01", "", 90);
    put_csv(region, "indicaties.csv", "2026-01-01", 60);
    scratch_write(&region->files, "indicaties/a.xml", message_make(arena, "wmo301", "0405", "09999999", "a", body));
    put_305(region, "indicaties/b.xml", "2026-01-08", 1);
    /* the row from CSV gave way to the message, which is refused: the indication is not there */
    expect(region, "",
           "indicaties.csv;;;info;D003\n"
           "indicaties/a.xml;5;aanbiedercode;fout;S001\n"
           "indicaties/b.xml;5;toewijzingnummer;fout;M012\n");
}

/* ---- 305 and 307 ---- */

static void a_start_and_a_stop_go_before_csv(void **state) {
    struct region *region = *state;
    put_csv(region, "indicaties.csv", "2027-01-01", 60);
    put_305(region, "indicaties/a.xml", "2026-01-08", 1);
    put_307(region, "indicaties/b.xml", "2026-06-30", "23", 1);
    expect(region, "60 2025-12-01 2025-12-20 2026-01-08 2026-06-30 23", "");
    assert_string_equal(region_rows(region, "indicaties/a.xml"), "1 0 0 0");
}

static void the_earliest_start_in_force_counts(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    put_305(region, "indicaties/b.xml", "2026-01-20", 1);
    put_305(region, "indicaties/c.xml", "2026-01-12", 2); /* as 1 */
    put_305(region, "indicaties/d.xml", "2026-01-12", 3);
    put_305(region, "indicaties/e.xml", "2026-01-15", 9); /* as 1 */
    expect(region, "90 - 2026-01-01 2026-01-15 - -", "");
}

static void taken_back_before_it_was_sent(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/z.xml", "2026-01-01 10:00:00", "", 90);
    put_305(region, "indicaties/a.xml", "2026-01-12", 3);
    put_305(region, "indicaties/b.xml", "2026-01-12", 1);
    put_305(region, "indicaties/c.xml", "2026-01-12", 1); /* sent twice, taken back once */
    put_305(region, "indicaties/d.xml", "2026-01-10", 3); /* taken back, never sent */
    expect(region, "90 - 2026-01-01 2026-01-12 - -", "");
}

static void what_was_taken_back_leaves_the_dates_of_csv(void **state) {
    struct region *region = *state;
    put_csv(region, "indicaties.csv", "", 60);
    put_305(region, "indicaties/a.xml", "2026-01-08", 1);
    put_305(region, "indicaties/b.xml", "2026-01-08", 3);
    put_307(region, "indicaties/c.xml", "2026-06-30", "23", 1);
    put_307(region, "indicaties/d.xml", "2026-06-30", "23", 3);
    expect(region, "60 2025-12-01 2025-12-20 2026-01-05 2026-05-01 21", "");
}

static void a_taking_back_must_be_of_the_same_stop(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/z.xml", "2026-01-01 10:00:00", "", 90);
    put_307(region, "indicaties/a.xml", "2026-06-30", "23", 1);
    put_307(region, "indicaties/b.xml", "2026-06-30", "22", 3);
    put_307(region, "indicaties/c.xml", "2026-06-29", "23", 3);
    put(region, "indicaties/d.xml", "wmo307", body_307(&region->files.arena, "1", "2026-01-09", "2026-06-30", "23", 3));
    expect(region, "90 - 2026-01-01 - 2026-06-30 23", "");
}

static void a_final_stop_goes_before_a_temporary_one(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    put_307(region, "indicaties/b.xml", "2026-03-01", "19", 1);
    put_307(region, "indicaties/c.xml", "2026-06-01", "20", 1); /* tijdelijk */
    put_307(region, "indicaties/d.xml", "2026-02-01", "36", 1);
    expect(region, "90 - 2026-01-01 - 2026-03-01 19", "");
}

static void of_stops_on_one_day_the_highest_reason_counts(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    put_307(region, "indicaties/b.xml", "2026-03-01", "36", 1);
    put_307(region, "indicaties/c.xml", "2026-03-01", "38", 1);
    put_307(region, "indicaties/d.xml", "2026-03-01", "31", 1);
    expect(region, "90 - 2026-01-01 - 2026-03-01 38", "");
}

static void of_temporary_stops_the_latest_counts(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    put_307(region, "indicaties/b.xml", "2026-03-01", "20", 1);
    put_307(region, "indicaties/c.xml", "2026-02-01", "20", 1);
    expect(region, "90 - 2026-01-01 - 2026-03-01 20", "");
}

static void an_unknown_reason_is_told_of_the_message(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    put_307(region, "indicaties/b.xml", "2026-03-01", "77", 1);
    put_307(region, "indicaties/c.xml", "2026-02-01", "76", 1);
    put_307(region, "indicaties/d.xml", "2026-02-01", "76", 3);
    expect(region, "90 - 2026-01-01 - 2026-03-01 77",
           "indicaties/b.xml;5;reden_beeindiging;waarschuwing;S002\n"
           "indicaties/c.xml;5;reden_beeindiging;waarschuwing;S002\n");
}

static void a_start_without_its_indication_is_wrong(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    put(region, "indicaties/b.xml", "wmo305", body_305(arena, "2", "2026-01-08", 1));
    put(region, "indicaties/c.xml", "wmo307", body_307(arena, "2", "2026-01-08", "2026-03-01", "19", 3));
    scratch_write(&region->files, "indicaties/d.xml",
                  message_make(arena, "wmo305", "01000001", "0498", "d", body_305(arena, "1", "2026-01-08", 1)));
    put(region, "indicaties/e.xml", "wmo305", body_305(arena, "0001", "2026-01-09", 1)); /* of any aanbieder */
    expect(region, "90 - 2026-01-01 2026-01-09 - -",
           "indicaties/b.xml;5;toewijzingnummer;fout;M012\n"
           "indicaties/c.xml;5;toewijzingnummer;fout;M012\n"
           "indicaties/d.xml;5;toewijzingnummer;fout;M012\n");
    assert_string_equal(region_sentence(region, "M012"),
                        "“2” is geen toewijzing van gemeente “0405” die is geladen; verwacht: het nummer van zo'n "
                        "toewijzing");
    assert_string_equal(region_rows(region, "indicaties/b.xml"), "1 0 1 0");
}

static void dates_that_do_not_fit_are_told_where_they_came_from(void **state) {
    struct region *region = *state;
    put_301(region, "indicaties/a.xml", "2026-01-10 10:00:00", "<Einddatum>2026-06-30</Einddatum>", 90);
    put_305(region, "indicaties/b.xml", "2026-01-09", 1);
    put_307(region, "indicaties/c.xml", "2026-07-01", "19", 1);
    expect(region, "90 - 2026-01-10 2026-01-09 2026-07-01 19",
           "indicaties/b.xml;5;startdatum_zorg;waarschuwing;S007\n"
           "indicaties/c.xml;5;stopdatum;waarschuwing;S005\n");
}

static void a_start_or_stop_is_judged_by_itself(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    put(region, "indicaties/b.xml", "wmo305", body_305(arena, "", "2026-02-30", 4));
    put(region, "indicaties/c.xml", "wmo307", body_307(arena, "1", "", "", "", 1));
    put(region, "indicaties/d.xml", "wmo307", body_307(arena, "1", "gisteren", "2026-03-01", "19", 1));
    expect(region, "90 - 2026-01-01 - - -",
           "indicaties/b.xml;5;;fout;M011\n"
           "indicaties/b.xml;5;startdatum_zorg;fout;V005\n"
           "indicaties/b.xml;5;toewijzingnummer;fout;V001\n"
           "indicaties/c.xml;5;reden_beeindiging;fout;V001\n"
           "indicaties/c.xml;5;stopdatum;fout;V001\n"
           "indicaties/d.xml;5;startdatum_zorg;fout;V005\n");
    assert_string_equal(region_rows(region, "indicaties/b.xml"), "1 0 1 0");
}

static void unknown_codes_in_a_header_are_told_once(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    scratch_write(&region->files, "indicaties/b.xml",
                  message_make(arena, "wmo305", "09999999", "0405", "b", body_305(arena, "1", "2026-01-08", 1)));
    scratch_write(&region->files, "indicaties/c.xml",
                  message_make(arena, "wmo305", "01000001", "405", "c", body_305(arena, "1", "2026-01-08", 1)));
    scratch_write(&region->files, "indicaties/d.xml",
                  message_make(arena, "wmo305", "01000001", "", "d", body_305(arena, "1", "2026-01-08", 1)));
    expect(region, "90 - 2026-01-01 - - -",
           "indicaties/b.xml;3;aanbiedercode;fout;S001\n"
           "indicaties/c.xml;3;gemeentecode;fout;V003\n"
           "indicaties/d.xml;3;gemeentecode;fout;V001\n");
    assert_string_equal(region_rows(region, "indicaties/b.xml"), "1 0 1 0");
}

/* ---- messages delivered twice ---- */

static void a_message_counts_once(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    for (const char *name = "bcd"; *name; name++)
        scratch_write(&region->files, arena_printf(arena, "indicaties/%c.xml", *name),
                      message_make(arena, "wmo305", "01000001", *name == 'd' ? "0498" : "0405", " S1 ",
                                   body_305(arena, "1", *name == 'b' ? "2026-01-09" : "2026-01-08", 1)));
    /* another sender, and another kind, with that Identificatie */
    scratch_write(&region->files, "indicaties/e.xml",
                  message_make(arena, "wmo305", "01000002", "0405", "S1", body_305(arena, "1", "2026-01-20", 1)));
    scratch_write(&region->files, "indicaties/f.xml",
                  message_make(arena, "wmo307", "01000001", "0405", "S1",
                               body_307(arena, "1", "2026-01-09", "2026-03-01", "19", 1)));
    expect(region, "90 - 2026-01-01 2026-01-09 2026-03-01 19",
           "indicaties/c.xml;;;info;M013\n"
           "indicaties/d.xml;;;info;M013\n");
    assert_string_equal(region_sentence(region, "M013"),
                        "soort, afzender en identificatie van dit bericht zijn die van “indicaties/b.xml”; het telt "
                        "één keer mee");
    assert_string_equal(region_rows(region, "indicaties/c.xml"), "0 0 0 0");
}

static void a_refused_message_does_not_count_as_the_first(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    const char *message =
        message_make(arena, "wmo305", "01000001", "0405", "S1", body_305(arena, "1", "2026-01-09", 1));
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    scratch_write(&region->files, "indicaties/b.xml", arena_printf(arena, "%s<nog iets", message));
    scratch_write(&region->files, "indicaties/c.xml", message);
    expect(region, "90 - 2026-01-01 2026-01-09 - -", "indicaties/b.xml;8;;fout;M004\n");
}

static void a_message_without_identification_is_loaded(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    put_301(region, "indicaties/a.xml", "2026-01-01 10:00:00", "", 90);
    for (const char *name = "bc"; *name; name++)
        scratch_write(&region->files, arena_printf(arena, "indicaties/%c.xml", *name),
                      message_make(arena, "wmo305", "01000001", "0405", "",
                                   body_305(arena, "1", *name == 'b' ? "2026-01-09" : "2026-01-08", 1)));
    expect(region, "90 - 2026-01-01 2026-01-08 - -",
           "indicaties/b.xml;3;;waarschuwing;M014\n"
           "indicaties/c.xml;3;;waarschuwing;M014\n");
}

/* ---- where files lie ---- */

static void a_message_may_lie_in_the_other_folder(void **state) {
    struct region *region = *state;
    put_301(region, "declaraties/a.xml", "2026-01-01 10:00:00", "", 90);
    put_305(region, "declaraties/sub/b.xml", "2026-01-08", 1);
    put_305(region, "indicaties/b.xml", "2026-01-09", 1);
    expect(region, "90 - 2026-01-01 2026-01-08 - -", "");
}

static void a_message_at_the_top_is_no_file_of_ours(void **state) {
    struct region *region = *state;
    put_csv(region, "indicaties.csv", "", 60);
    put_301(region, "indicaties.xml", "2026-01-01 10:00:00", "", 90);
    put_301(region, "tarieven/a.xml", "2026-01-01 10:00:00", "", 90);
    expect(region, "60 2025-12-01 2025-12-20 2026-01-05 2026-05-01 21",
           "indicaties.xml;;;waarschuwing;B001\n"
           "tarieven/a.xml;;;waarschuwing;B001\n");
}

/* ---- the order and the threads play no part ---- */

static void neither_order_nor_threads_play_a_part(void **state) {
    struct region *region = *state;
    struct arena *arena = &region->files.arena;
    static const char *const kinds[] = {"wmo301", "wmo305", "wmo307"};
    put_csv(region, "indicaties/csv/rij.csv", "2026-01-20", 60);
    for (int i = 0; i < 60; i++) {
        int day = (i * 37) % 60; /* 37 and 60 have no common divisor: each day once */
        const char *moment = arena_printf(arena, "2026-%02d-%02d 10:00:00", day < 30 ? 3 : 4, day % 30 + 1);
        const char *date = arena_printf(arena, "2026-%02d-%02d", day < 24 ? 2 : 3, day < 24 ? day + 5 : day % 24 + 1);
        for (int kind = 0; kind < 3; kind++)
            put(region, arena_printf(arena, "indicaties/%02d-%s.xml", i, kinds[kind]), kinds[kind],
                kind == 0   ? body_301(arena, "1", moment, "2026-01-01", "", day + 1)
                : kind == 1 ? body_305(arena, "1", date, 1)
                            : body_307(arena, "1", "2026-02-01", date, "19", 1));
    }
    region_load(region, 3);
    /* day 59 is 30 April, with volume 60; the earliest besluit is 1 March (day 0), the earliest start 5 February (day
       0), the latest stop 24 March (day 47) */
    assert_string_equal(region_indication(region, "0405", "1"), "60 2025-12-01 2026-03-01 2026-02-05 2026-03-24 19");
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(a_message_is_an_indication),
        TEST(the_latest_version_counts),
        TEST(on_a_tie_the_last_path_counts),
        TEST(a_version_of_another_number_or_gemeente_is_another),
        TEST(what_a_301_lacks_is_that_of_csv),
        TEST(a_later_row_of_csv_counts_as_a_whole),
        TEST(a_row_without_a_moment_comes_before_any),
        TEST(refused_versions_take_no_part),
        TEST(a_withdrawn_indication_does_not_exist),
        TEST(a_withdrawal_alone_is_no_indication),
        TEST(a_later_version_undoes_a_withdrawal),
        TEST(unknown_codes_are_told_of_the_version_that_stays),
        TEST(a_start_and_a_stop_go_before_csv),
        TEST(the_earliest_start_in_force_counts),
        TEST(taken_back_before_it_was_sent),
        TEST(what_was_taken_back_leaves_the_dates_of_csv),
        TEST(a_taking_back_must_be_of_the_same_stop),
        TEST(a_final_stop_goes_before_a_temporary_one),
        TEST(of_stops_on_one_day_the_highest_reason_counts),
        TEST(of_temporary_stops_the_latest_counts),
        TEST(an_unknown_reason_is_told_of_the_message),
        TEST(a_start_without_its_indication_is_wrong),
        TEST(dates_that_do_not_fit_are_told_where_they_came_from),
        TEST(a_start_or_stop_is_judged_by_itself),
        TEST(unknown_codes_in_a_header_are_told_once),
        TEST(a_message_counts_once),
        TEST(a_refused_message_does_not_count_as_the_first),
        TEST(a_message_without_identification_is_loaded),
        TEST(a_message_may_lie_in_the_other_folder),
        TEST(a_message_at_the_top_is_no_file_of_ours),
        TEST(neither_order_nor_threads_play_a_part),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
