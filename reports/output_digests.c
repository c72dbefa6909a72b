/*
 * Hashes output files, a few at a time.  Called by verantwoording, which writes the digests down, and verifieer, which
 * compares them.
 */
#include "reports/output_digests.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/buf.h"
#include "etl/base/threads.h"
#include "reports/verantwoording.h"

struct hashing {
    const char *dir;
    struct output_digest *list;
    struct error *errors; /* per file, so that the first one does not depend on the threads */
};

static void hash_one(void *context, size_t piece, unsigned worker) {
    (void)worker;
    struct hashing *hashing = context;
    struct output_digest *file = &hashing->list[piece];
    if (!file->regular)
        return;
    struct buf path = {0};
    buf_printf(&path, "%s/%s", hashing->dir, file->path);
    digest_file(path.data, file->sha256, &hashing->errors[piece]);
    buf_release(&path);
}

bool output_digests_take(struct output_digests *digests, const char *dir, unsigned threads, struct arena *arena,
                         struct error *err) {
    tree_files files;
    *digests = (struct output_digests){0};
    bool done = tree_list(dir, arena, &files, err);
    digests->list = arena_alloc(arena, files.len * sizeof *digests->list);
    for (size_t i = 0; i < files.len; i++)
        if (strcmp(files.data[i].path, VERANTWOORDING_NAME) != 0)
            digests->list[digests->count++] = (struct output_digest){
                .path = files.data[i].path, .size = files.data[i].size, .regular = files.data[i].regular};
    VEC_FREE(files);
    struct hashing hashing = {dir, digests->list, mem_calloc(digests->count, sizeof *hashing.errors)};
    if (done)
        threads_each(threads, digests->count, hash_one, &hashing);
    for (size_t i = 0; done && i < digests->count; i++)
        if (hashing.errors[i].message[0] != '\0')
            done = error_set(err, "%s", hashing.errors[i].message);
    free(hashing.errors);
    return done;
}
