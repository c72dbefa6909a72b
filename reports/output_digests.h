/*
 * The SHA-256 of every file in an output directory.
 */
#ifndef WMO_REPORTS_OUTPUT_DIGESTS_H
#define WMO_REPORTS_OUTPUT_DIGESTS_H

#include "reports/digest.h"
#include "reports/tree.h"

struct output_digest {
    const char *path; /* relative to the directory, in the arena */
    uint64_t size;
    bool regular; /* false: a link, device, …, without a digest */
    unsigned char sha256[SHA256_SIZE];
};

struct output_digests {
    struct output_digest *list; /* in byte order of path, but for verantwoording.json; in the arena */
    size_t count;
};

/* False when a file cannot be read. */
bool output_digests_take(struct output_digests *digests, const char *dir, unsigned threads, struct arena *arena,
                         struct error *err);

#endif
