/*
 * Publishing: output appears whole or not at all (outputs.md, "What a run writes").
 *
 * Everything is written in a staging directory inside the output directory, which is locked; publication_commit syncs
 * it to disk and swaps each entry in by one atomic step.  A run that fails or is killed before that leaves the earlier
 * output as it was, and what it left behind is cleared by the next one.
 *
 * File systems without an atomic exchange: the earlier entry is first renamed away and then the new one into its
 * place.  A run killed between these two leaves the earlier entry in a directory from which the next run puts it back.
 */
#ifndef WMO_REPORTS_PUBLISH_H
#define WMO_REPORTS_PUBLISH_H

#include <stdbool.h>

#include "etl/base/arena.h"
#include "etl/base/error.h"

struct publication {
    struct arena arena;
    const char *target;  /* the output directory, as the user gave it */
    const char *staging; /* where to write; entries get the name that they will have */
    int dir;             /* the output directory */
    int lock;            /* = dir, or a lock file where directories cannot be locked (reports/lock.h) */
    bool locked;
    bool made; /* the output directory was made by this run */
    bool committed;
};

/* True when the output, which need not exist, does not lie in the input directory. */
bool publication_outside(const char *invoer, const char *uitvoer, struct error *err);

/* As publication_outside, and the input directory does not lie in the output directory either. */
bool publication_apart(const char *invoer, const char *uitvoer, struct error *err);

/*
 * Makes the output directory if its parent is there, locks it, clears what a killed run left and makes an empty
 * staging directory.  False when any of these is not possible, or when another run is busy in it.
 */
bool publication_open(struct publication *publication, const char *uitvoer, struct error *err);

/*
 * Publishes entries of the staging directory, a NULL-terminated list; an entry that was not written takes the one of
 * that name away.  False when something failed: then nothing is published, and what was there is back in its place.
 */
bool publication_commit(struct publication *publication, const char *const *entries, struct error *err);

/*
 * Clears the staging directory and unlocks; an output directory that this run made and left empty goes too.  Asks for
 * no memory that it cannot do without.
 */
void publication_close(struct publication *publication);

#endif
