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

/*
 * Lets the disk begin with the last `len` bytes written to a file, on a thread of its own, so that syncing the file
 * later takes less long.  Nothing happens when that cannot be; errors are left to fsync().  The thread takes no lock
 * but those of malloc and so may still be there at a fork, over which the C library keeps these whole.
 */
void write_start_sync(int fd, size_t len);

#endif
