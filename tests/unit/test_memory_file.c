/* The file in memory, and what the library under the workbooks does with their parts: kept in it, packed quickly. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cmocka.h>

#include "reports/book/book_write.h"
#include "reports/book/memory_file.h"
#include "tests/unit/support_files.h"

static void what_was_written_is_read_back(void **state) {
    (void)state;
    enum { COUNT = 30000 };
    FILE *file = memory_file_open();
    for (unsigned i = 0; i < COUNT; i++)
        assert_int_equal(fprintf(file, "%05u", i), 5);
    assert_int_equal(ftell(file), 5 * COUNT);
    rewind(file);
    for (unsigned i = 0; i < COUNT; i++) {
        char expected[6];
        char got[6] = "";
        snprintf(expected, sizeof expected, "%05u", i);
        assert_int_equal(fread(got, 1, 5, file), 5);
        assert_string_equal(got, expected);
    }
    assert_int_equal(fgetc(file), EOF);
    assert_true(feof(file));
    assert_int_equal(fclose(file), 0);
}

static void places_outside_are_refused(void **state) {
    (void)state;
    FILE *file = memory_file_open();
    assert_int_equal(fputs("12345", file) >= 0, 1);
    assert_int_equal(fseek(file, -2, SEEK_END), 0);
    assert_int_equal(fgetc(file), '4');
    assert_int_equal(fseek(file, 1, SEEK_END), -1);
    assert_int_equal(fseek(file, -1, SEEK_SET), -1);
    assert_int_equal(fclose(file), 0);
}

static struct book *build(const void *context) {
    (void)context;
    const struct book_info info = {.title = "Titel", .region = "Regio"};
    struct book *book = book_new(&info);
    sheet_add_text(book_add_sheet(book, "a", "Blad", "Titel"), "Tekst");
    return book;
}

/* On disk the library would use TMPDIR. */
static void nothing_but_the_workbook_is_made_on_disk(void **state) {
    (void)state;
    struct scratch scratch;
    scratch_make(&scratch);
    assert_int_equal(setenv("TMPDIR", scratch.dir, 1), 0);
    int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    assert_true(inotify_add_watch(watch, scratch.dir, IN_CREATE) >= 0);
    const struct book_job job = {.path = scratch_path(&scratch, "een.xlsx"), .build = build};
    struct error err;
    assert_true(book_write_all(&job, 1, 1, NULL, NULL, &err));
    union {
        struct inotify_event event;
        char bytes[4096];
    } made;
    ssize_t len = read(watch, &made, sizeof made);
    assert_string_equal(made.event.name, "een.xlsx");
    assert_int_equal(len, sizeof made.event + made.event.len);
    close(watch);
    unsetenv("TMPDIR");
    scratch_remove(&scratch);
}

/*
 * Bits 1 and 2 of the flags of a part, bytes 6 and 7 of its header, tell how it was packed: both are set for zlib's
 * level 1 (APPNOTE.TXT 4.4.4, "super fast"), neither for its usual one.
 */
static void parts_are_packed_the_quick_way(void **state) {
    (void)state;
    struct scratch scratch;
    unsigned char header[8];
    scratch_make(&scratch);
    const struct book_job job = {.path = scratch_path(&scratch, "een.xlsx"), .build = build};
    struct error err;
    assert_true(book_write_all(&job, 1, 1, NULL, NULL, &err));
    FILE *file = fopen(job.path, "rb");
    assert_non_null(file);
    assert_int_equal(fread(header, 1, sizeof header, file), sizeof header);
    assert_memory_equal(header, "PK\3\4", 4);
    assert_int_equal(header[6] & 6, 6);
    fclose(file);
    scratch_remove(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_read_back),
        cmocka_unit_test(places_outside_are_refused),
        cmocka_unit_test(nothing_but_the_workbook_is_made_on_disk),
        cmocka_unit_test(parts_are_packed_the_quick_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
