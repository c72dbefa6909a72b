/*
 * Scratch directories.  Invariant: a test that passed leaves nothing behind.
 */
#include "tests/unit/support_files.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "reports/tree.h"

void scratch_make(struct scratch *scratch) {
    *scratch = (struct scratch){.dir = "/tmp/wmo-mi-test-XXXXXX"};
    arena_init(&scratch->arena);
    if (mkdtemp(scratch->dir) == NULL)
        fail_msg("no scratch directory");
}

void scratch_remove(struct scratch *scratch) {
    struct error err = {0};
    if (!tree_remove(AT_FDCWD, "", scratch->dir, &err))
        fail_msg("%s", err.message);
    arena_release(&scratch->arena);
}

const char *scratch_path(struct scratch *scratch, const char *name) {
    return arena_printf(&scratch->arena, "%s/%s", scratch->dir, name);
}

void scratch_write(struct scratch *scratch, const char *name, const char *text) {
    char *path = arena_printf(&scratch->arena, "%s/%s", scratch->dir, name);
    for (char *at = path + strlen(scratch->dir) + 1; (at = strchr(at, '/')) != NULL; at++) {
        *at = '\0';
        mkdir(path, 0777);
        *at = '/';
    }
    FILE *file = fopen(path, "w");
    if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
        fail_msg("%s cannot be written", path);
}

char *file_text(const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail_msg("%s cannot be read", path);
    struct stat status;
    fstat(fileno(file), &status);
    char *text = calloc(1, (size_t)status.st_size + 1);
    size_t len = fread(text, 1, (size_t)status.st_size, file);
    assert_int_equal(len, status.st_size);
    fclose(file);
    return text;
}

bool file_exists(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

char *text_replaced(const char *text, const char *from, const char *to) {
    const char *at = strstr(text, from);
    if (at == NULL)
        fail_msg("'%s' does not occur", from);
    size_t size = strlen(text) + strlen(to) + 1;
    char *result = calloc(1, size);
    snprintf(result, size, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    return result;
}
