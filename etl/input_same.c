/*
 * Files that were delivered twice, and the sums of files.  Invariant: two files count as the same only when they are
 * equally long and have the same SHA-256.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "etl/base/mem.h"
#include "etl/input_files.h"
#include "etl/sha256.h"

enum { PIECE = 1 << 16 };

/* A file that cannot be read keeps no sum: reading it later says why. */
static void hash_file(struct source *source) {
    int file = open(source->file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file < 0)
        return;
    struct sha256 *sum = sha256_open();
    char *piece = mem_realloc(NULL, PIECE, 1);
    ssize_t got;
    while ((got = read(file, piece, PIECE)) > 0 || (got < 0 && errno == EINTR))
        if (got > 0)
            sha256_add(sum, piece, (size_t)got);
    source->hashed = got == 0;
    sha256_close(sum, source->hashed ? source->sha256 : NULL);
    free(piece);
    close(file);
}

void input_files_hash(struct load *load) {
    for (size_t i = 0; i < load->sources->list.len; i++) {
        struct source *source = &load->sources->list.data[i];
        if (source->table != TABLE_NONE && source->kind != SOURCE_OTHER && !source->packed && !source->hashed)
            hash_file(source);
    }
}

/* By size, then in path order. */
static int compare_sizes(const void *a, const void *b, void *context) {
    const struct source *sources = context;
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    if (sources[x].size != sources[y].size)
        return sources[x].size < sources[y].size ? -1 : 1;
    return (x > y) - (x < y);
}

/* By sum, then in path order; the files are equally long and have one. */
static int compare_sums(const void *a, const void *b, void *context) {
    const struct source *sources = context;
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    int order = memcmp(sources[x].sha256, sources[y].sha256, SHA256_SIZE);
    return order ? order : (x > y) - (x < y);
}

/* Files of one size: the later ones of equal sums are left out. */
static void leave_out_among(struct load *load, uint32_t *files, size_t count) {
    struct source *sources = load->sources->list.data;
    size_t hashed = 0;
    for (size_t i = 0; i < count; i++) {
        if (!sources[files[i]].hashed)
            hash_file(&sources[files[i]]);
        if (sources[files[i]].hashed)
            files[hashed++] = files[i];
    }
    qsort_r(files, hashed, sizeof *files, compare_sums, sources);
    for (size_t i = 1, first = 0; i < hashed; i++) {
        if (memcmp(sources[files[i]].sha256, sources[files[first]].sha256, SHA256_SIZE) != 0) {
            first = i;
            continue;
        }
        sources[files[i]].fate = SOURCE_SAME;
        findings_add_text(load->findings, FINDING_SAME_BYTES, (struct place){files[i], LINE_NONE, COLUMN_NONE},
                          slice_of(sources[files[first]].path));
    }
}

static void leave_out_of_table(struct load *load, enum table table) {
    struct table_rows *rows = &load->tables[table];
    struct source *sources = load->sources->list.data;
    size_t count = rows->files.len;
    uint32_t *files = mem_calloc(count, sizeof *files);
    if (count > 0)
        memcpy(files, rows->files.data, count * sizeof *files);
    qsort_r(files, count, sizeof *files, compare_sizes, sources);
    for (size_t i = 0, end; i < count; i = end) {
        end = i + 1;
        while (end < count && sources[files[end]].size == sources[files[i]].size)
            end++;
        if (end > i + 1 && sources[files[i]].size > 0)
            leave_out_among(load, files + i, end - i);
    }
    free(files);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (sources[rows->files.data[i]].fate != SOURCE_SAME)
            rows->files.data[kept++] = rows->files.data[i];
    rows->files.len = kept;
}

void input_files_leave_out_same(struct load *load) {
    for (int table = 0; table < TABLE_COUNT; table++)
        leave_out_of_table(load, (enum table)table);
}
