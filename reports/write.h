/*
 * Writing files: every write is checked, and a failure is a sentence with the name of the file.
 */
#ifndef WMO_REPORTS_WRITE_H
#define WMO_REPORTS_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/error.h"

/* All bytes, also after short writes and signals; `name` is what a message calls the destination. */
bool write_all(int fd, const char *bytes, size_t len, const char *name, struct error *err);

/* A new file at `path` (0640 by the umask), closed again; one that is there is replaced. Not synced. */
bool write_file(const char *path, const char *bytes, size_t len, struct error *err);

/* Lets the disk begin with what was written to a file so far, so that syncing it later takes less long. */
void write_start_sync(int fd);

#endif
