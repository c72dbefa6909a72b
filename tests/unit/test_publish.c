/*
 * Publishing: whole or not at all, one run at a time, and nothing of others touched.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "etl/base/buf.h"
#include "reports/output_file.h"
#include "reports/publish.h"
#include "reports/tree.h"
#include "tests/unit/support_files.h"

static const char *const entries[] = {"2026H1", NULL};

static int set_up(void **state) {
    struct scratch *scratch = malloc(sizeof *scratch);
    scratch_make(scratch);
    *state = scratch;
    return 0;
}

static int tear_down(void **state) {
    scratch_remove(*state);
    free(*state);
    return 0;
}

static void open_good(struct publication *publication, const char *target) {
    struct error err = {0};
    if (!publication_open(publication, target, &err))
        fail_msg("%s", err.message);
}

static void commit_good(struct publication *publication, const char *const *names) {
    struct error err = {0};
    if (!publication_commit(publication, names, &err))
        fail_msg("%s", err.message);
}

static void assert_text(const char *path, const char *expected) {
    char *text = file_text(path);
    assert_string_equal(text, expected);
    free(text);
}

/* All files below the directory, each with a space behind it. */
static void assert_entries(const char *dir, const char *expected) {
    struct arena arena;
    struct error err = {0};
    struct buf found = {0};
    tree_files files;
    arena_init(&arena);
    assert_true(tree_list(dir, &arena, &files, &err));
    for (size_t i = 0; i < files.len; i++)
        buf_printf(&found, "%s ", files.data[i].path);
    VEC_FREE(files);
    arena_release(&arena);
    assert_string_equal(found.len > 0 ? found.data : "", expected);
    buf_release(&found);
}

/* Publishes 2026H1/cijfers.csv with the text, and 2026H1/bevindingen/a.csv. */
static void publish_text(struct scratch *scratch, const char *text) {
    struct publication publication;
    open_good(&publication, scratch_path(scratch, "uit"));
    scratch_write(scratch, "uit/.wmo-mi-nieuw/2026H1/cijfers.csv", text);
    scratch_write(scratch, "uit/.wmo-mi-nieuw/2026H1/bevindingen/a.csv", "a");
    commit_good(&publication, entries);
    publication_close(&publication);
}

static void appears_whole_and_replaces_the_earlier_one(void **state) {
    struct scratch *scratch = *state;
    publish_text(scratch, "een");
    assert_text(scratch_path(scratch, "uit/2026H1/cijfers.csv"), "een");
    scratch_write(scratch, "uit/2026H1/oud.txt", "van de vorige keer");
    publish_text(scratch, "twee");
    assert_text(scratch_path(scratch, "uit/2026H1/cijfers.csv"), "twee");
    assert_entries(scratch_path(scratch, "uit"), "2026H1/bevindingen/a.csv 2026H1/cijfers.csv ");
}

static void other_things_in_the_directory_stay(void **state) {
    struct scratch *scratch = *state;
    scratch_write(scratch, "uit/notities.txt", "van een ander");
    publish_text(scratch, "een");
    assert_text(scratch_path(scratch, "uit/notities.txt"), "van een ander");
}

static void files_are_private(void **state) {
    struct scratch *scratch = *state;
    struct stat status;
    publish_text(scratch, "een");
    assert_int_equal(stat(scratch_path(scratch, "uit/2026H1"), &status), 0);
    assert_int_equal(status.st_mode & 07777, 0750);
}

static void a_run_that_stops_leaves_the_earlier_one(void **state) {
    struct scratch *scratch = *state;
    struct publication publication;
    publish_text(scratch, "een");
    open_good(&publication, scratch_path(scratch, "uit"));
    scratch_write(scratch, "uit/.wmo-mi-nieuw/2026H1/cijfers.csv", "half");
    publication_close(&publication);
    assert_entries(scratch_path(scratch, "uit"), "2026H1/bevindingen/a.csv 2026H1/cijfers.csv ");
    assert_text(scratch_path(scratch, "uit/2026H1/cijfers.csv"), "een");
}

static void a_directory_made_for_nothing_goes(void **state) {
    struct scratch *scratch = *state;
    struct publication publication;
    open_good(&publication, scratch_path(scratch, "uit"));
    assert_true(file_exists(scratch_path(scratch, "uit")));
    publication_close(&publication);
    assert_false(file_exists(scratch_path(scratch, "uit")));
}

static void what_a_killed_run_left_is_cleared(void **state) {
    struct scratch *scratch = *state;
    publish_text(scratch, "een");
    scratch_write(scratch, "uit/.wmo-mi-nieuw/2026H1/cijfers.csv", "half");
    publish_text(scratch, "twee");
    assert_entries(scratch_path(scratch, "uit"), "2026H1/bevindingen/a.csv 2026H1/cijfers.csv ");
}

/* Without exchange: killed between putting the earlier one aside and the new one in its place. */
static void what_was_put_aside_comes_back(void **state) {
    struct scratch *scratch = *state;
    struct publication publication;
    scratch_write(scratch, "uit/.wmo-mi-oud/2026H1/cijfers.csv", "een");
    scratch_write(scratch, "uit/.wmo-mi-nieuw/2026H1/cijfers.csv", "half");
    open_good(&publication, scratch_path(scratch, "uit"));
    assert_text(scratch_path(scratch, "uit/2026H1/cijfers.csv"), "een");
    publication_close(&publication);
    assert_entries(scratch_path(scratch, "uit"), "2026H1/cijfers.csv ");
}

/* Killed after both: what was put aside is older than what is there. */
static void what_was_put_aside_does_not_replace_newer(void **state) {
    struct scratch *scratch = *state;
    struct publication publication;
    scratch_write(scratch, "uit/.wmo-mi-oud/2026H1/cijfers.csv", "een");
    scratch_write(scratch, "uit/2026H1/cijfers.csv", "twee");
    open_good(&publication, scratch_path(scratch, "uit"));
    publication_close(&publication);
    assert_text(scratch_path(scratch, "uit/2026H1/cijfers.csv"), "twee");
    assert_false(file_exists(scratch_path(scratch, "uit/.wmo-mi-oud")));
}

/* From here on this process has a kernel without the atomic exchange. */
static bool lose_exchange(void) {
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[4])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, RENAME_EXCHANGE, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 &&
           renameat2(AT_FDCWD, "weg", AT_FDCWD, "weg", RENAME_EXCHANGE) != 0 && errno == EINVAL;
}

/* In a child, which keeps the exchange for the other tests; its exit status says what went wrong. */
static int replace_without_exchange(struct scratch *scratch) {
    struct publication publication;
    struct error err = {0};
    if (!lose_exchange())
        return 1;
    if (!publication_open(&publication, scratch_path(scratch, "uit"), &err))
        return 2;
    scratch_write(scratch, "uit/.wmo-mi-nieuw/2026H1/cijfers.csv", "twee");
    if (!publication_commit(&publication, entries, &err))
        return 3;
    publication_close(&publication);
    return 0;
}

static void replaces_also_without_exchange(void **state) {
    struct scratch *scratch = *state;
    int status;
    publish_text(scratch, "een");
    pid_t child = fork();
    if (child == 0)
        _exit(replace_without_exchange(scratch));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_entries(scratch_path(scratch, "uit"), "2026H1/cijfers.csv ");
    assert_text(scratch_path(scratch, "uit/2026H1/cijfers.csv"), "twee");
}

static void links_are_not_followed_when_clearing(void **state) {
    struct scratch *scratch = *state;
    struct publication publication;
    scratch_write(scratch, "elders/waardevol.txt", "blijft");
    scratch_write(scratch, "uit/.wmo-mi-nieuw/x", "");
    assert_int_equal(symlink("../../elders", scratch_path(scratch, "uit/.wmo-mi-nieuw/link")), 0);
    assert_int_equal(symlink("../elders", scratch_path(scratch, "uit/.wmo-mi-oud")), 0);
    open_good(&publication, scratch_path(scratch, "uit"));
    publication_close(&publication);
    assert_text(scratch_path(scratch, "elders/waardevol.txt"), "blijft");
    assert_entries(scratch_path(scratch, "uit"), "");
}

static void second_run_stops_at_once(void **state) {
    struct scratch *scratch = *state;
    struct publication first;
    struct publication second;
    struct error err = {0};
    char expected[256];
    const char *target = scratch_path(scratch, "uit");
    open_good(&first, target);
    scratch_write(scratch, "uit/.wmo-mi-nieuw/2026H1/cijfers.csv", "van de eerste");
    assert_false(publication_open(&second, target, &err));
    snprintf(expected, sizeof expected, "een andere wmo-mi is bezig in de uitvoermap %s; probeer het later opnieuw",
             target);
    assert_string_equal(err.message, expected);
    publication_close(&second);
    commit_good(&first, entries);
    publication_close(&first);
    assert_text(scratch_path(scratch, "uit/2026H1/cijfers.csv"), "van de eerste");
}

static void entry_that_was_not_written_goes(void **state) {
    struct scratch *scratch = *state;
    static const char *const findings[] = {"bevindingen", "bevindingen.csv", NULL};
    struct publication publication;
    scratch_write(scratch, "uit/bevindingen/a.csv", "oud");
    scratch_write(scratch, "uit/bevindingen.csv", "oud");
    open_good(&publication, scratch_path(scratch, "uit"));
    scratch_write(scratch, "uit/.wmo-mi-nieuw/bevindingen.csv", "nieuw");
    commit_good(&publication, findings);
    publication_close(&publication);
    assert_entries(scratch_path(scratch, "uit"), "bevindingen.csv ");
    assert_text(scratch_path(scratch, "uit/bevindingen.csv"), "nieuw");
}

static void refuses(const char *target, const char *message) {
    struct publication publication;
    struct error err = {0};
    char expected[512];
    assert_false(publication_open(&publication, target, &err));
    publication_close(&publication);
    snprintf(expected, sizeof expected, "de uitvoermap %s %s", target, message);
    assert_string_equal(err.message, expected);
}

static void output_directory_that_cannot_be_is_named(void **state) {
    struct scratch *scratch = *state;
    scratch_write(scratch, "bestand", "");
    refuses(scratch_path(scratch, "bestand"), "kan niet worden geopend: is geen map");
    refuses(scratch_path(scratch, "bestand/uit"), "kan niet worden gemaakt: is geen map");
    refuses(scratch_path(scratch, "weg/uit"), "kan niet worden gemaakt: bestaat niet");
}

static void output_and_input_are_kept_apart(void **state) {
    struct scratch *scratch = *state;
    struct error err = {0};
    scratch_write(scratch, "in/gemeenten.csv", "");
    scratch_write(scratch, "inuit/x", "");
    assert_int_equal(symlink("in", scratch_path(scratch, "link")), 0);
    const char *in = scratch_path(scratch, "in");
    assert_true(publication_apart(in, scratch_path(scratch, "uit"), &err));
    assert_true(publication_apart(in, scratch_path(scratch, "inuit"), &err));
    assert_true(publication_apart(scratch_path(scratch, "weg/in"), scratch->dir, &err));
    assert_false(publication_apart(in, in, &err));
    assert_false(publication_apart(in, scratch_path(scratch, "in/uit"), &err));
    assert_false(publication_apart(in, scratch_path(scratch, "in/../in/uit/"), &err));
    assert_false(publication_apart(in, scratch_path(scratch, "link/uit"), &err));
    assert_false(publication_apart(in, scratch->dir, &err));
    char expected[512];
    snprintf(expected, sizeof expected, "--invoer %s ligt in de uitvoermap %s; kies een plaats daarbuiten", in,
             scratch->dir);
    assert_string_equal(err.message, expected);
    assert_true(publication_outside(in, scratch_path(scratch, "cijfers.csv"), &err));
    assert_false(publication_outside(in, scratch_path(scratch, "in/cijfers.csv"), &err));
}

/* ---- a single file ---- */

static void write_file_with(struct scratch *scratch, const char *path, const char *text, bool commit) {
    struct output_file file;
    struct error err = {0};
    if (!output_file_open(&file, path, "cijfers.csv", &scratch->arena, &err))
        fail_msg("%s", err.message);
    assert_int_equal(write(file.fd, text, strlen(text)), strlen(text));
    assert_true(!commit || output_file_commit(&file, &err));
    output_file_close(&file);
}

static void file_appears_whole_or_not_at_all(void **state) {
    struct scratch *scratch = *state;
    const char *path = scratch_path(scratch, "c.csv");
    write_file_with(scratch, path, "een", true);
    assert_text(path, "een");
    write_file_with(scratch, path, "half", false);
    assert_text(path, "een");
    scratch_write(scratch, ".c.csv.wmo-mi-nieuw", "van een gestopte run, en langer");
    write_file_with(scratch, path, "twee", true);
    assert_text(path, "twee");
    write_file_with(scratch, scratch->dir, "drie", true);
    assert_text(scratch_path(scratch, "cijfers.csv"), "drie");
    assert_entries(scratch->dir, "c.csv cijfers.csv ");
}

static void second_writer_of_a_file_stops(void **state) {
    struct scratch *scratch = *state;
    struct output_file first;
    struct output_file second;
    struct error err = {0};
    const char *path = scratch_path(scratch, "c.csv");
    assert_true(output_file_open(&first, path, "cijfers.csv", &scratch->arena, &err));
    assert_false(output_file_open(&second, path, "cijfers.csv", &scratch->arena, &err));
    output_file_close(&second);
    char expected[256];
    snprintf(expected, sizeof expected, "een andere wmo-mi is bezig met %s; probeer het later opnieuw", path);
    assert_string_equal(err.message, expected);
    assert_true(output_file_commit(&first, &err));
    output_file_close(&first);
    assert_text(path, "");
}

static void standard_output_and_devices_are_written_directly(void **state) {
    struct scratch *scratch = *state;
    struct output_file file;
    struct error err = {0};
    assert_true(output_file_open(&file, NULL, "cijfers.csv", &scratch->arena, &err));
    assert_int_equal(file.fd, STDOUT_FILENO);
    assert_true(output_file_open(&file, "-", "cijfers.csv", &scratch->arena, &err));
    assert_int_equal(file.fd, STDOUT_FILENO);
    write_file_with(scratch, "/dev/null", "weg", true);
    assert_false(file_exists("/dev/.null.wmo-mi-nieuw"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    static const struct CMUnitTest tests[] = {
        TEST(appears_whole_and_replaces_the_earlier_one),
        TEST(other_things_in_the_directory_stay),
        TEST(files_are_private),
        TEST(a_run_that_stops_leaves_the_earlier_one),
        TEST(a_directory_made_for_nothing_goes),
        TEST(what_a_killed_run_left_is_cleared),
        TEST(what_was_put_aside_comes_back),
        TEST(what_was_put_aside_does_not_replace_newer),
        TEST(replaces_also_without_exchange),
        TEST(links_are_not_followed_when_clearing),
        TEST(second_run_stops_at_once),
        TEST(entry_that_was_not_written_goes),
        TEST(output_directory_that_cannot_be_is_named),
        TEST(output_and_input_are_kept_apart),
        TEST(file_appears_whole_or_not_at_all),
        TEST(second_writer_of_a_file_stops),
        TEST(standard_output_and_devices_are_written_directly),
    };
    umask(027);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
