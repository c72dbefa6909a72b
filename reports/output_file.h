/*
 * One output file that appears whole or not at all: written beside its place under a name of its own, and renamed.
 * Standard output, devices and pipes are written directly.
 */
#ifndef WMO_REPORTS_OUTPUT_FILE_H
#define WMO_REPORTS_OUTPUT_FILE_H

#include <stdbool.h>

#include "etl/base/arena.h"
#include "etl/base/error.h"

struct output_file {
    int fd;           /* to write to */
    const char *name; /* what a message calls it */
    const char *path; /* where it will be, NULL when written directly */
    const char *temporary;
};

/*
 * Opens the file at `path`; a directory stands for `name` in it, NULL and "-" for standard output.  Names are kept in
 * the arena.  False when it cannot be made, or when another run is writing it.
 */
bool output_file_open(struct output_file *file, const char *path, const char *name, struct arena *arena,
                      struct error *err);

/* Brings the file to disk and into its place. */
bool output_file_commit(struct output_file *file, struct error *err);

/* Closes the file, and removes it when it was not committed. */
void output_file_close(struct output_file *file);

#endif
