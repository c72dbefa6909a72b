/* Writing workbooks and reading them back: whole, equal, damaged, to a full disk, by a child that dies. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "etl/base/mem.h"
#include "etl/zip_archive.h"
#include "reports/book/book_write.h"
#include "reports/book/graph.h"
#include "reports/book/layout.h"
#include "reports/book/verify.h"
#include "tests/unit/support_zip.h"

enum { PATH_SIZE = 128 };

static char directory[] = "/tmp/wmo-mi-book-XXXXXX";

/* What a test lets differ from the usual book. */
struct variant {
    int64_t number;
    const char *text;
    const char *header;
    const char *table;
    const char *sheet;
    unsigned rows;
    void (*before)(void); /* done by the child that builds it */
};

static const struct variant usual = {
    .number = 1234567, .text = "=1+1", .header = "Bedrag", .table = "Tabel_een", .sheet = "Blad", .rows = 3};

static struct book *build(const void *context) {
    const struct variant *variant = context;
    if (variant->before)
        variant->before();
    const struct book_info info = {.title = "A & B", .region = "Regio", .peildatum = date_from_civil(2026, 6, 30)};
    struct book *book = book_new(&info);
    struct sheet *sheet = book_add_sheet(book, "a", variant->sheet, "Titel");
    sheet_add_text(sheet,
                   "Een toelichting die zo lang is dat zij over meer dan een regel loopt en daarom over de breedte "
                   "van het blad wordt uitgespreid, zoals dat bij toelichtingen op een dashboard gaat.");
    const struct sheet_column columns[] = {
        {.id = "naam", .header = "Naam", .show = SHOW_TEXT},
        {.id = "bedrag", .header = variant->header, .show = SHOW_CENTS},
        {.id = "per", .header = "Per", .show = SHOW_MONTH},
    };
    struct sheet_table *table = sheet_add_table(sheet, variant->table, NULL, columns, 3);
    for (unsigned i = 0; i < variant->rows; i++) {
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(i == 0 ? variant->text : "Zorg \"<&>\" é  "));
        row_add(row, i == 1 ? cell_withheld("<5") : cell_number(variant->number, 3));
        row_add(row, cell_month(2026, 1 + (int)i));
    }
    struct graph *graph = sheet_add_graph(sheet, GRAPH_COLUMN, GRAPH_HALF, "Bedragen");
    graph_down(graph, variant->table, "per");
    graph_add_column(graph, "bedrag", SERIES_PLAIN);
    graph_add_constant(graph, "norm", 5, 1);
    return book;
}

static void path_to(const char *name, char path[PATH_SIZE]) {
    snprintf(path, PATH_SIZE, "%s/%s", directory, name);
}

static bool write_one(const char *path, const struct variant *variant, struct error *err) {
    const struct book_job job = {path, build, variant};
    return book_write_all(&job, 1, 1, NULL, NULL, err);
}

/* Writes the usual book to one path, and names another for what is made of it. */
static void write_first(char one[PATH_SIZE], char two[PATH_SIZE]) {
    struct error err;
    path_to("een.xlsx", one);
    path_to("twee.xlsx", two);
    assert_true(write_one(one, &usual, &err));
}

static bool verify(const char *path, const struct variant *variant, struct error *err) {
    struct book *book = build(variant);
    struct layout *layout = layout_new(book);
    bool good = book_verify(path, layout, err);
    layout_free(layout);
    book_free(book);
    return good;
}

/* ---- files ---- */

struct bytes {
    char *data;
    size_t len;
};

static struct bytes read_bytes(const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    struct stat info;
    assert_int_equal(fstat(fileno(file), &info), 0);
    struct bytes bytes = {mem_calloc((size_t)info.st_size + 1, 1), (size_t)info.st_size};
    assert_int_equal(fread(bytes.data, 1, bytes.len, file), bytes.len);
    fclose(file);
    return bytes;
}

static void write_bytes(const char *path, const char *data, size_t len) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static int make_directory(void **state) {
    (void)state;
    return mkdtemp(directory) ? 0 : -1;
}

/* Also shows that no temporary file of the library is left: else the directory is not empty. */
static int remove_directory(void **state) {
    (void)state;
    static const char *const names[] = {"een.xlsx", "twee.xlsx", "0.xlsx", "1.xlsx", "2.xlsx", "3.xlsx", "4.xlsx"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[PATH_SIZE];
        path_to(names[i], path);
        unlink(path);
    }
    return rmdir(directory);
}

/* ---- whole ---- */

static void a_book_is_written_and_verified(void **state) {
    (void)state;
    char path[PATH_SIZE];
    path_to("een.xlsx", path);
    struct error err = {""};
    assert_true(write_one(path, &usual, &err));
    assert_string_equal(err.message, "");
    assert_true(verify(path, &usual, &err));
}

static void the_same_book_gives_the_same_bytes(void **state) {
    (void)state;
    char one[PATH_SIZE];
    char two[PATH_SIZE];
    path_to("een.xlsx", one);
    path_to("twee.xlsx", two);
    struct error err;
    assert_true(write_one(one, &usual, &err) && write_one(two, &usual, &err));
    struct bytes a = read_bytes(one);
    struct bytes b = read_bytes(two);
    assert_int_equal(a.len, b.len);
    assert_memory_equal(a.data, b.data, a.len);
    free(a.data);
    free(b.data);
}

static void count_progress(void *context, size_t done) {
    size_t *last = context;
    assert_true(done > *last);
    *last = done;
}

static void many_books_are_divided_over_processes(void **state) {
    (void)state;
    enum { COUNT = 5 };
    struct variant variants[COUNT];
    struct book_job jobs[COUNT];
    char paths[COUNT][PATH_SIZE];
    for (size_t i = 0; i < COUNT; i++) {
        char name[16];
        snprintf(name, sizeof name, "%zu.xlsx", i);
        path_to(name, paths[i]);
        variants[i] = usual;
        variants[i].number = (int64_t)i;
        jobs[i] = (struct book_job){paths[i], build, &variants[i]};
    }
    size_t done = 0;
    struct error err = {""};
    assert_true(book_write_all(jobs, COUNT, 3, count_progress, &done, &err));
    assert_int_equal(done, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        assert_true(verify(paths[i], &variants[i], &err));
    assert_true(book_write_all(jobs, 0, 3, NULL, NULL, &err));
}

/* ---- not what was meant ---- */

static void a_cell_that_differs_is_found(void **state) {
    (void)state;
    char path[PATH_SIZE];
    path_to("een.xlsx", path);
    struct error err = {""};
    assert_true(write_one(path, &usual, &err));
    /* Title, subtitle, empty, paragraph, empty: the header stands in row 6, the first numbers in B7 and B9. */
    struct {
        struct variant variant;
        const char *reason;
    } rows[] = {
        {usual, "blad «Blad»: afwijkende cel B7"},
        {usual, "blad «Blad»: afwijkende cel A7"},
        {usual, "blad «Blad»: afwijkende cel B6"},
        {usual, "blad «Blad»: afwijkende tabel)"},
        {usual, "blad 1 is niet het bedoelde"},
        {usual, "blad «Blad»: waar cel A10 hoort staat A"},
        {usual, "hoort staat A9)"},
    };
    rows[0].variant.number++;
    rows[1].variant.text = "=1+2";
    rows[2].variant.header = "Kosten";
    rows[3].variant.table = "Tabel_twee";
    rows[4].variant.sheet = "Ander blad";
    rows[5].variant.rows = 4;
    rows[6].variant.rows = 2;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_false(verify(path, &rows[i].variant, &err));
        if (!strstr(err.message, rows[i].reason))
            fail_msg("%s", err.message);
    }
    assert_false(verify(path, &rows[0].variant, &err));
    assert_string_equal(err.message, "Werkboek een.xlsx is niet goed weggeschreven (blad «Blad»: afwijkende cel B7). "
                                     "Mogelijk is de schijf vol: maak ruimte en probeer het opnieuw.");
}

/* ---- damaged ---- */

static size_t find(struct bytes bytes, size_t from, const char *name) {
    size_t len = strlen(name);
    for (size_t i = from; i + len <= bytes.len; i++)
        if (memcmp(bytes.data + i, name, len) == 0)
            return i;
    return bytes.len;
}

static void assert_damaged(const char *path, const char *what) {
    struct error err = {""};
    if (verify(path, &usual, &err))
        fail_msg("%s was not found", what);
    assert_non_null(strstr(err.message, "Werkboek twee.xlsx is niet goed weggeschreven ("));
}

static void a_missing_part_is_found(void **state) {
    (void)state;
    static const char *const parts[] = {
        "[Content_Types].xml",      "_rels/.rels",
        "xl/workbook.xml",          "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml", "xl/styles.xml",
        "xl/sharedStrings.xml",     "xl/theme/theme1.xml",
        "xl/tables/table1.xml",     "xl/charts/chart1.xml",
        "xl/drawings/drawing1.xml", "docProps/core.xml",
        "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet1.xml.rels",
    };
    char one[PATH_SIZE];
    char two[PATH_SIZE];
    write_first(one, two);
    struct bytes whole = read_bytes(one);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct bytes other = {mem_strndup(whole.data, whole.len), whole.len};
        size_t renamed = 0; /* both where the part stands and in the list at the end */
        for (size_t at = 0; (at = find(other, at, parts[i])) < other.len; renamed++)
            other.data[at] = '~';
        assert_int_equal(renamed, 2);
        write_bytes(two, other.data, other.len);
        assert_damaged(two, parts[i]);
        free(other.data);
    }
    free(whole.data);
}

/* Every byte of content has a checksum: of each part some are flipped. */
static void flipped_bytes_are_found(void **state) {
    (void)state;
    static const char *const parts[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml",
                                        "xl/charts/chart1.xml", "docProps/app.xml"};
    char one[PATH_SIZE];
    char two[PATH_SIZE];
    write_first(one, two);
    struct bytes whole = read_bytes(one);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        size_t content = find(whole, 0, parts[i]) + strlen(parts[i]);
        for (size_t offset = 0; offset < 200; offset += 23) {
            whole.data[content + offset] ^= 0x10;
            write_bytes(two, whole.data, whole.len);
            assert_damaged(two, parts[i]);
            whole.data[content + offset] ^= 0x10;
        }
    }
    free(whole.data);
}

enum { PARTS = 40 };

/* The parts of a workbook as text. */
struct unpacked {
    uint64_t at[PARTS];
    char *name[PARTS];
    char *text[PARTS];
    size_t count;
};

static void list_part(void *context, const struct zip_entry *entry) {
    struct unpacked *unpacked = context;
    assert_true(unpacked->count + 1 < PARTS);
    unpacked->at[unpacked->count] = entry->at;
    unpacked->name[unpacked->count++] = mem_strndup(entry->name.ptr, entry->name.len);
}

static char *read_part(struct zip_archive *archive, uint64_t at) {
    struct buf text = {0};
    char bytes[4096];
    size_t got;
    const char *reason;
    assert_true(zip_member_open(archive, at, &reason));
    while (zip_member_read(archive, bytes, sizeof bytes, &got, &reason) && got > 0)
        buf_add(&text, bytes, got);
    zip_member_close(archive);
    return text.data;
}

static void unpack(const char *path, struct unpacked *unpacked) {
    const char *reason;
    struct zip_archive *archive = zip_archive_open(path, &reason);
    assert_non_null(archive);
    assert_true(zip_archive_list(archive, list_part, unpacked, &reason));
    for (size_t i = 0; i < unpacked->count; i++)
        unpacked->text[i] = read_part(archive, unpacked->at[i]);
    zip_archive_close(archive);
}

/* Puts a text behind what the texts of all parts begin with. */
static void write_with(const struct unpacked *unpacked, const char *more, const char *path) {
    static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    struct zip_part part[PARTS] = {{0}};
    char *texts[PARTS];
    for (size_t i = 0; i < unpacked->count; i++) {
        struct buf text = {0};
        const char *old = unpacked->text[i];
        assert_memory_equal(old, declaration, sizeof declaration - 1);
        buf_printf(&text, "%s%s%s", declaration, more, old + sizeof declaration - 1);
        part[i] = (struct zip_part){.name = unpacked->name[i], .text = texts[i] = text.data};
    }
    struct buf zip = zip_make(part);
    zip_write(path, &zip);
    buf_release(&zip);
    for (size_t i = 0; i < unpacked->count; i++)
        free(texts[i]);
}

/* A later version of the library may write other XML than the quick reader knows. */
static void all_well_formed_xml_is_read(void **state) {
    (void)state;
    char one[PATH_SIZE];
    char two[PATH_SIZE];
    struct error err;
    write_first(one, two);
    struct unpacked unpacked = {.count = 0};
    unpack(one, &unpacked);
    write_with(&unpacked, "", two);
    assert_true(verify(two, &usual, &err));
    write_with(&unpacked, "<!-- een opmerking -->", two);
    assert_true(verify(two, &usual, &err));
    write_with(&unpacked, "<!-- een -- opmerking -->", two); /* two hyphens are not well-formed there */
    assert_damaged(two, "a wrong comment");
    for (size_t i = 0; i < unpacked.count; i++) {
        free(unpacked.name[i]);
        free(unpacked.text[i]);
    }
}

static void a_truncated_file_is_found(void **state) {
    (void)state;
    char one[PATH_SIZE];
    char two[PATH_SIZE];
    write_first(one, two);
    struct bytes whole = read_bytes(one);
    for (size_t len = 0; len < whole.len; len += whole.len / 40) {
        write_bytes(two, whole.data, len);
        assert_damaged(two, "a shorter file");
    }
    write_bytes(two, whole.data, whole.len - 1);
    assert_damaged(two, "the last byte");
    unlink(two);
    assert_damaged(two, "a file that is not there");
    free(whole.data);
}

/* ---- what goes wrong while writing ---- */

static rlim_t limit;

static void limit_files(void) {
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){limit, limit});
}

/* A limit on the size of files has the effect of a full disk: at some byte nothing more is written. */
static void a_full_disk_is_noticed_at_every_byte(void **state) {
    (void)state;
    char path[PATH_SIZE];
    path_to("een.xlsx", path);
    struct variant variant = usual;
    variant.before = limit_files;
    struct error err;
    bool good = false;
    unsigned failures = 0;
    for (limit = 0; !good; limit += 601) {
        err.message[0] = '\0';
        good = write_one(path, &variant, &err);
        failures += !good;
        if (!good && !strstr(err.message, "Mogelijk is de schijf vol: maak ruimte en probeer het opnieuw.") &&
            strcmp(err.message, "Werkboek een.xlsx kan niet worden geschreven: het bestand wordt te groot") != 0)
            fail_msg("%s", err.message);
    }
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_true(failures >= info.st_size / 601);
}

static void die_by_signal(void) {
    raise(SIGKILL);
}

static void end_early(void) {
    _exit(3);
}

static void run_out_of_memory(void) {
    _exit(MEM_EXIT_STATUS);
}

static void a_child_that_dies_gives_a_sentence(void **state) {
    (void)state;
    static const struct {
        void (*before)(void);
        const char *message;
    } rows[] = {
        {die_by_signal, "Het schrijven van werkboek twee.xlsx is afgebroken (signaal 9). Mogelijk is er te weinig "
                        "geheugen: sluit andere programma's en probeer het opnieuw."},
        {run_out_of_memory,
         "Voor het schrijven van werkboek twee.xlsx is te weinig geheugen: sluit andere programma's en "
         "probeer het opnieuw."},
        {end_early, "Het schrijven van werkboek twee.xlsx is afgebroken (status 3)."},
    };
    char paths[2][PATH_SIZE];
    path_to("een.xlsx", paths[0]);
    path_to("twee.xlsx", paths[1]);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct variant dying = usual;
        dying.before = rows[i].before;
        const struct book_job jobs[] = {{paths[0], build, &usual}, {paths[1], build, &dying}};
        struct error err = {""};
        assert_false(book_write_all(jobs, 2, 1, NULL, NULL, &err));
        assert_string_equal(err.message, rows[i].message);
    }
}

static void a_directory_that_is_not_there_gives_a_sentence(void **state) {
    (void)state;
    struct error err = {""};
    assert_false(write_one("/nergens/een.xlsx", &usual, &err));
    assert_string_equal(err.message, "Werkboek een.xlsx kan niet worden geschreven: bestaat niet");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_book_is_written_and_verified),
        cmocka_unit_test(the_same_book_gives_the_same_bytes),
        cmocka_unit_test(many_books_are_divided_over_processes),
        cmocka_unit_test(a_cell_that_differs_is_found),
        cmocka_unit_test(a_missing_part_is_found),
        cmocka_unit_test(flipped_bytes_are_found),
        cmocka_unit_test(all_well_formed_xml_is_read),
        cmocka_unit_test(a_truncated_file_is_found),
        cmocka_unit_test(a_full_disk_is_noticed_at_every_byte),
        cmocka_unit_test(a_child_that_dies_gives_a_sentence),
        cmocka_unit_test(a_directory_that_is_not_there_gives_a_sentence),
    };
    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
