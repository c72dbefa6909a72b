/*
 * Zip archives, read only: what is in one, and the bytes of a member.  Nothing of it is ever written anywhere, so its
 * names are only names.
 *
 * Invariant: memory does not depend on the size of a member, and what an archive may unpack to is bounded by its own
 * size (zip_archive.c).
 */
#ifndef WMO_ETL_ZIP_ARCHIVE_H
#define WMO_ETL_ZIP_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"

struct zip_archive;

struct zip_entry {
    struct slice name; /* as it stands in the archive, in whatever encoding; borrowed during the call */
    uint64_t at;       /* for zip_member_open */
    uint64_t size;     /* unpacked */
};

/* In all functions `reason` says in Dutch why one failed; static storage. */

/* Opens an archive, closed by zip_archive_close; NULL when it is none. */
struct zip_archive *zip_archive_open(const char *file, const char **reason);
void zip_archive_close(struct zip_archive *archive);

/* Calls `each` for every file in it (folders are left out), in its own order; false when it is damaged. */
bool zip_archive_list(struct zip_archive *archive, void (*each)(void *context, const struct zip_entry *entry),
                      void *context, const char **reason);

/* Begins to read a member; one at a time. */
bool zip_member_open(struct zip_archive *archive, uint64_t at, const char **reason);

/* Reads up to `len` bytes; `got` is 0 at the end, where the member's sum was right. */
bool zip_member_read(struct zip_archive *archive, char *bytes, size_t len, size_t *got, const char **reason);

/* Leaves the member where it is; harmless when none is open. */
void zip_member_close(struct zip_archive *archive);

#endif
