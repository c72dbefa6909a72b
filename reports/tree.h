/*
 * Directory trees that this tool made: listing, syncing and removing them.  Symbolic links are never followed.
 */
#ifndef WMO_REPORTS_TREE_H
#define WMO_REPORTS_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/arena.h"
#include "etl/base/error.h"
#include "etl/base/vec.h"

struct tree_file {
    const char *path; /* relative to the top */
    uint64_t size;
    bool regular; /* false: a link, device, … */
};

typedef VEC(struct tree_file) tree_files;

/* All that is not a directory below `top`, in byte order of path; paths are in the arena, VEC_FREE the list. */
bool tree_list(const char *top, struct arena *arena, tree_files *files, struct error *err);

/* Brings every file and directory below `top`, and `top` itself, to disk. */
bool tree_sync(const char *top, struct error *err);

/*
 * Removes the entry `name` of directory `dir` with all in it; `above` is that directory for messages.  True as well
 * when there is none.  Asks for no memory that it cannot do without.
 */
bool tree_remove(int dir, const char *above, const char *name, struct error *err);

#endif
