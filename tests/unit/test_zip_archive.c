/* Archives of messages (inputs.md, first part): etl/zip_archive.c, etl/iwmo_files.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "etl/zip_archive.h"
#include "tests/unit/support_messages.h"
#include "tests/unit/support_region.h"
#include "tests/unit/support_zip.h"

static int begin(void **state) {
    static struct region region;
    region_begin(&region);
    mkdir(scratch_path(&region.files, "indicaties"), 0777);
    *state = &region;
    return 0;
}

static int end(void **state) {
    region_end(*state);
    return 0;
}

/* ---- the archive by itself ---- */

static void note_entry(void *context, const struct zip_entry *entry) {
    struct buf *list = context;
    buf_printf(list, "%.*s %llu\n", (int)entry->name.len, entry->name.ptr, (unsigned long long)entry->size);
}

static void members_are_listed(void **state) {
    struct region *region = *state;
    const struct zip_part parts[] = {{.name = "b.xml", .text = "<b/>"},
                                     {.name = "map/", .text = ""},
                                     {.name = "map/a.xml", .text = "<aa/>", .flaw = ZIP_STORED},
                                     {0}};
    const char *path = scratch_path(&region->files, "x.zip");
    struct buf zip = zip_make(parts);
    struct buf list = {0};
    const char *reason;
    zip_write(path, &zip);
    struct zip_archive *archive = zip_archive_open(path, &reason);
    assert_non_null(archive);
    assert_true(zip_archive_list(archive, note_entry, &list, &reason));
    assert_string_equal(list.data, "b.xml 4\nmap/a.xml 5\n");
    zip_archive_close(archive);
    buf_release(&list);
    buf_release(&zip);
}

static void what_is_no_archive_is_refused(void **state) {
    struct region *region = *state;
    const struct zip_part parts[] = {{.name = "a.xml", .text = "<a/>"}, {0}};
    const char *path = scratch_path(&region->files, "x.zip");
    struct buf zip = zip_make(parts);
    const char *reason = NULL;
    assert_null(zip_archive_open(path, &reason));
    assert_string_equal(reason, "bestaat niet");
    for (size_t len = 0; len < zip.len; len++) {
        struct buf cut = {zip.data, len, 0};
        zip_write(path, &cut);
        assert_null(zip_archive_open(path, &reason));
        assert_string_equal(reason, "het is geen zip-bestand, of het is afgebroken");
    }
    buf_release(&zip);
}

/* Any byte may be wrong: there is a verdict, and nothing that is read lies outside. */
static void a_wrong_byte_does_no_harm(void **state) {
    struct region *region = *state;
    const struct zip_part parts[] = {{.name = "a.xml", .text = "<aaaaaaaaaaaaaaaaaaa/>"},
                                     {.name = "b.xml", .text = "<b/>", .flaw = ZIP_STORED},
                                     {0}};
    const char *path = scratch_path(&region->files, "x.zip");
    struct buf zip = zip_make(parts);
    size_t refused = 0;
    for (size_t at = 0; at < zip.len; at++) {
        struct buf list = {0};
        const char *reason;
        zip.data[at] = (char)(zip.data[at] ^ 0x55);
        zip_write(path, &zip);
        struct zip_archive *archive = zip_archive_open(path, &reason);
        bool good = archive && zip_archive_list(archive, note_entry, &list, &reason);
        char bytes[64];
        size_t got = 1;
        if (good && zip_member_open(archive, 30 + 5 + 22 + 5 + 30 + 5 + 4, &reason)) /* the first of the directory */
            while (got > 0 && zip_member_read(archive, bytes, sizeof bytes, &got, &reason))
                continue;
        refused += !good || got > 0;
        zip_archive_close(archive);
        buf_release(&list);
        zip.data[at] = (char)(zip.data[at] ^ 0x55);
    }
    /* wrong are at least the bytes of the first member and its sums, twice */
    assert_true(refused >= 27 + 2 * 12);
    buf_release(&zip);
}

/* ---- archives in a region ---- */

static char *start(struct region *region, const char *identification, const char *number, const char *date) {
    struct arena *arena = &region->files.arena;
    return message_make(arena, "wmo305", "01000001", "0405", identification, body_305(arena, number, date, 1));
}

static char *product(struct region *region, const char *identification, const char *number) {
    struct arena *arena = &region->files.arena;
    return message_make(arena, "wmo301", "0405", "01000001", identification,
                        body_301(arena, number, "2026-01-01 10:00:00", "2026-01-01", "", 60));
}

static void put_zip(struct region *region, const char *path, const struct zip_part *parts) {
    struct buf zip = zip_make(parts);
    zip_write(scratch_path(&region->files, path), &zip);
    buf_release(&zip);
}

static void members_are_messages(void **state) {
    struct region *region = *state;
    const struct zip_part parts[] = {
        {.name = "z/305.xml", .text = start(region, "S1", "1", "2026-01-08"), .flaw = ZIP_STORED},
        {.name = "301.XML", .text = product(region, "T1", "1")},
        {0}};
    put_zip(region, "indicaties/Post.ZIP", parts);
    region_load(region, 2);
    assert_string_equal(region_indication(region, "0405", "1"), "60 - 2026-01-01 2026-01-08 - -");
    assert_string_equal(region_findings(region), "");
    assert_string_equal(region_rows(region, "indicaties/Post.ZIP/301.XML"), "1 1 0 0");
    assert_string_equal(region_rows(region, "indicaties/Post.ZIP/z/305.xml"), "1 0 0 0");
    assert_string_equal(region_rows(region, "indicaties/Post.ZIP"), "0 0 0 0");
}

/* a.xml < a.zip.xml < a.zip/b.xml < a.zip/c.xml < b.xml: of messages with one identity the first path counts. */
static void members_stand_in_byte_order_of_their_paths(void **state) {
    struct region *region = *state;
    const struct zip_part parts[] = {{.name = "c.xml", .text = start(region, "S1", "1", "2026-01-03")},
                                     {.name = "b.xml", .text = start(region, "S1", "1", "2026-01-02")},
                                     {.name = "301.xml", .text = product(region, "T1", "1")},
                                     {0}};
    put_zip(region, "indicaties/a.zip", parts);
    scratch_write(&region->files, "indicaties/b.xml", start(region, "S1", "1", "2026-01-04"));
    region_load(region, 1);
    assert_string_equal(region_indication(region, "0405", "1"), "60 - 2026-01-01 2026-01-02 - -");
    assert_string_equal(region_findings(region), "indicaties/a.zip/c.xml;;;info;M013\n"
                                                 "indicaties/b.xml;;;info;M013\n");
}

static void a_loose_file_may_come_before_a_member(void **state) {
    struct region *region = *state;
    const struct zip_part parts[] = {{.name = "b.xml", .text = start(region, "S1", "1", "2026-01-02")},
                                     {.name = "301.xml", .text = product(region, "T1", "1")},
                                     {0}};
    put_zip(region, "indicaties/a.zip", parts);
    scratch_write(&region->files, "indicaties/a.zip.xml", start(region, "S1", "1", "2026-01-04"));
    region_load(region, 1);
    assert_string_equal(region_indication(region, "0405", "1"), "60 - 2026-01-01 2026-01-04 - -");
    assert_string_equal(region_findings(region), "indicaties/a.zip/b.xml;;;info;M013\n");
}

static void a_damaged_member_costs_only_itself(void **state) {
    struct region *region = *state;
    const char *text = start(region, "S1", "1", "2026-01-01");
    const struct zip_part parts[] = {{.name = "a.xml", .text = text, .flaw = ZIP_WRONG_SUM},
                                     {.name = "b.xml", .text = text, .flaw = ZIP_CUT},
                                     {.name = "c.xml", .text = text, .flaw = ZIP_LOCKED},
                                     {.name = "d.xml", .text = text, .flaw = ZIP_ODD_METHOD},
                                     {.name = "e.xml", .text = ""},
                                     {.name = "f.xml", .text = start(region, "S1", "1", "2026-01-06")},
                                     {.name = "g.xml", .text = product(region, "T1", "1")},
                                     {0}};
    put_zip(region, "indicaties/a.zip", parts);
    region_load(region, 1);
    assert_string_equal(region_indication(region, "0405", "1"), "60 - 2026-01-01 2026-01-06 - -");
    assert_string_equal(region_findings(region), "indicaties/a.zip/a.xml;;;fout;M021\n"
                                                 "indicaties/a.zip/b.xml;;;fout;M021\n"
                                                 "indicaties/a.zip/c.xml;;;fout;M021\n"
                                                 "indicaties/a.zip/d.xml;;;fout;M021\n"
                                                 "indicaties/a.zip/e.xml;1;;fout;M004\n");
    assert_string_equal(region_rows(region, "indicaties/a.zip/a.xml"), "0 0 0 0");
    assert_string_equal(region_sentence(region, "M021"),
                        "dit bestand in het archief is niet geladen: het is beschadigd; verwacht: een heel bestand");
}

static void what_is_no_message_is_told(void **state) {
    struct region *region = *state;
    const struct zip_part parts[] = {{.name = "binnen.zip", .text = "PK"},
                                     {.name = "lees mij.txt", .text = "Beste lezer"},
                                     {.name = "rijen.csv", .text = "a;b"},
                                     {.name = "xml", .text = "<a/>"},
                                     {.name = ".verborgen.xml", .text = "<a/>"},
                                     {.name = "__MACOSX/._a.xml", .text = "<a/>"},
                                     {.name = ".git/a.xml", .text = "<a/>"},
                                     {.name = "~$a.xml", .text = "<a/>"},
                                     {.name = "a.xml", .text = product(region, "T1", "1")},
                                     {0}};
    put_zip(region, "indicaties/a.zip", parts);
    region_load(region, 1);
    assert_string_equal(region_indication(region, "0405", "1"), "60 - 2026-01-01 - - -");
    assert_string_equal(region_findings(region), "indicaties/a.zip/binnen.zip;;;waarschuwing;M019\n"
                                                 "indicaties/a.zip/lees mij.txt;;;waarschuwing;M019\n"
                                                 "indicaties/a.zip/rijen.csv;;;waarschuwing;M019\n"
                                                 "indicaties/a.zip/xml;;;waarschuwing;M019\n");
}

/* Names are only names: nothing is written, and what is odd in them is shown as text. */
static void names_are_only_names(void **state) {
    struct region *region = *state;
    const struct zip_part parts[] = {{.name = "../../buiten.xml", .text = product(region, "T1", "1")},
                                     {.name = "/etc/a.xml", .text = product(region, "T2", "2")},
                                     {.name = "C:\\a.xml", .text = product(region, "T3", "3")},
                                     {.name = "\xE9\x80.xml", .text = product(region, "T4", "4")},
                                     {.name = "a\nb\033.xml", .text = product(region, "T5", "5")},
                                     {.name = "dubbel.xml", .text = product(region, "T6", "6")},
                                     {.name = "dubbel.xml", .text = product(region, "T7", "7")},
                                     {0}};
    put_zip(region, "indicaties/a.zip", parts);
    region_load(region, 1);
    assert_int_equal(region->dataset.indications.len, 7);
    assert_string_equal(region_findings(region), "");
    assert_string_equal(region_rows(region, "indicaties/a.zip/../../buiten.xml"), "1 1 0 0");
    assert_string_equal(region_rows(region, "indicaties/a.zip//etc/a.xml"), "1 1 0 0");
    assert_string_equal(region_rows(region, "indicaties/a.zip/C:\\a.xml"), "1 1 0 0");
    assert_string_equal(region_rows(region, "indicaties/a.zip/\xC3\xA9\xE2\x82\xAC.xml"), "1 1 0 0");
    assert_string_equal(region_rows(region, "indicaties/a.zip/a?b?.xml"), "1 1 0 0");
    assert_false(file_exists(scratch_path(&region->files, "../buiten.xml")));
}

static void archives_that_cannot_be_read_are_refused(void **state) {
    struct region *region = *state;
    const struct zip_part bomb[] = {{.name = "a.xml", .text = product(region, "T1", "1")},
                                    {.name = "b.xml", .text = "<b/>", .flaw = ZIP_CLAIMS_MUCH},
                                    {0}};
    const struct zip_part nothing[] = {{0}};
    put_zip(region, "indicaties/bom.zip", bomb);
    put_zip(region, "indicaties/leeg.zip", nothing);
    scratch_write(&region->files, "indicaties/nul.zip", "");
    scratch_write(&region->files, "indicaties/tekst.zip", "dit is geen archief");
    scratch_write(&region->files, "indicaties/goed.xml", product(region, "T2", "2"));
    region_load(region, 1);
    assert_string_equal(region_indication(region, "0405", "1"), "");
    assert_string_equal(region_indication(region, "0405", "2"), "60 - 2026-01-01 - - -");
    assert_string_equal(region_findings(region), "indicaties/bom.zip;;;fout;M020\n"
                                                 "indicaties/nul.zip;;;fout;M020\n"
                                                 "indicaties/tekst.zip;;;fout;M020\n");
    assert_string_equal(region_sentence(region, "M020"),
                        "het archief is niet gelezen: het pakt uit tot veel meer dan een archief van berichten; "
                        "verwacht: een heel zip-bestand zonder wachtwoord");
}

static void many_members_in_many_archives(void **state) {
    struct region *region = *state;
    enum { ARCHIVES = 7, MEMBERS = 50 };
    struct arena *arena = &region->files.arena;
    for (int a = 0; a < ARCHIVES; a++) {
        struct zip_part parts[MEMBERS + 1] = {0};
        for (int m = 0; m < MEMBERS; m++) {
            int number = a * MEMBERS + m + 1;
            const char *id = arena_printf(arena, "%d", number);
            parts[m] = (struct zip_part){arena_printf(arena, "%d.xml", m), product(region, id, id),
                                         m % 2 ? ZIP_STORED : ZIP_SOUND};
        }
        put_zip(region, arena_printf(arena, "indicaties/%d.zip", a), parts);
    }
    region_load(region, 3);
    assert_int_equal(region->dataset.indications.len, ARCHIVES * MEMBERS);
    assert_string_equal(region_findings(region), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(members_are_listed),
        TEST(what_is_no_archive_is_refused),
        TEST(a_wrong_byte_does_no_harm),
        TEST(members_are_messages),
        TEST(members_stand_in_byte_order_of_their_paths),
        TEST(a_loose_file_may_come_before_a_member),
        TEST(a_damaged_member_costs_only_itself),
        TEST(what_is_no_message_is_told),
        TEST(names_are_only_names),
        TEST(archives_that_cannot_be_read_are_refused),
        TEST(many_members_in_many_archives),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
