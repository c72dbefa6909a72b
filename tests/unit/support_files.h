/*
 * Scratch directories for tests of what reads and writes files.
 */
#ifndef WMO_TESTS_UNIT_SUPPORT_FILES_H
#define WMO_TESTS_UNIT_SUPPORT_FILES_H

#include <stdbool.h>

#include "etl/base/arena.h"

enum { SCRATCH_SIZE = 64 };

/* A new empty directory. */
struct scratch {
    char dir[SCRATCH_SIZE];
    struct arena arena;
};

void scratch_make(struct scratch *scratch);
void scratch_remove(struct scratch *scratch); /* with all that is in it */

/* The path of `name` in the directory; good until that is removed. */
const char *scratch_path(struct scratch *scratch, const char *name);

/* Writes a file in the directory, and makes the folders that its name begins with. */
void scratch_write(struct scratch *scratch, const char *name, const char *text);

/* The text of a file, to be freed; fails the test when it cannot be read. */
char *file_text(const char *path);
bool file_exists(const char *path);

/* The text with the first `from` replaced by `to`, to be freed; fails the test when `from` does not occur. */
char *text_replaced(const char *text, const char *from, const char *to);

#endif
