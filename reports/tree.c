/*
 * Walks over directory trees.  Invariant: every step goes through the descriptor of the directory above it, without
 * following links, so that nothing outside the tree is ever touched.  Called by publish, verantwoording and verifieer.
 */
#include "reports/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "etl/base/buf.h"
#include "etl/base/threads.h"

enum {
    DEPTH_MAX = 64,
    SYNC_THREADS = 16 /* they wait for the disk, which takes several at once */
};

static int open_directory(int dir, const char *name) {
    return openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* What is done with each entry on the way back up from it; `path` is for messages. */
struct visitor {
    bool (*entry)(void *context, int dir, const char *name, const char *path, const struct stat *status,
                  struct error *err);
    void *context;
};

static bool walk(int dir, const char *path, const struct visitor *visitor, struct arena *arena, int depth,
                 struct error *err);

static bool visit(int dir, const char *name, const char *path, const struct visitor *visitor, struct arena *arena,
                  int depth, struct error *err) {
    const char *child = *path == '\0' ? arena_strdup(arena, name) : arena_printf(arena, "%s/%s", path, name);
    struct stat status;
    if (fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return error_set_errno(err, errno, "%s kan niet worden bekeken", child);
    if (S_ISDIR(status.st_mode)) {
        if (depth == 0)
            return error_set(err, "%s ligt te diep", child);
        int inner = open_directory(dir, name);
        if (inner < 0)
            return error_set_errno(err, errno, "de map %s kan niet worden gelezen", child);
        if (!walk(inner, child, visitor, arena, depth - 1, err))
            return false;
    }
    return visitor->entry(visitor->context, dir, name, child, &status, err);
}

/* Visits all entries of the open directory `dir`, and closes it. */
static bool walk(int dir, const char *path, const struct visitor *visitor, struct arena *arena, int depth,
                 struct error *err) {
    DIR *list = fdopendir(dir);
    if (list == NULL) {
        close(dir);
        return error_set_errno(err, errno, "de map %s kan niet worden gelezen", path);
    }
    bool done = true;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(list);
        if (entry == NULL && errno != 0)
            done = error_set_errno(err, errno, "de map %s kan niet worden gelezen", path);
        if (entry == NULL || !done)
            break;
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            done = visit(dir, entry->d_name, path, visitor, arena, depth, err);
    }
    closedir(list);
    return done;
}

static bool walk_top(const char *top, const struct visitor *visitor, struct arena *arena, struct error *err) {
    int dir = open(top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        return error_set_errno(err, errno, "de map %s kan niet worden gelezen", top);
    return walk(dir, "", visitor, arena, DEPTH_MAX, err);
}

static bool list_entry(void *context, int dir, const char *name, const char *path, const struct stat *status,
                       struct error *err) {
    (void)dir;
    (void)name;
    (void)err;
    tree_files *files = context;
    if (!S_ISDIR(status->st_mode))
        VEC_PUSH(*files, (struct tree_file){path, (uint64_t)status->st_size, S_ISREG(status->st_mode)});
    return true;
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const struct tree_file *)a)->path, ((const struct tree_file *)b)->path);
}

bool tree_list(const char *top, struct arena *arena, tree_files *files, struct error *err) {
    *files = (tree_files){0};
    if (!walk_top(top, &(struct visitor){list_entry, files}, arena, err))
        return false;
    if (files->len > 0)
        qsort(files->data, files->len, sizeof *files->data, by_path);
    return true;
}

struct sync_entry {
    const char *path;
    int error; /* errno, 0 when it is on disk */
};

struct syncing {
    VEC(struct sync_entry) list;
    const char *top;
};

static bool collect_entry(void *context, int dir, const char *name, const char *path, const struct stat *status,
                          struct error *err) {
    (void)dir;
    (void)name;
    (void)status;
    (void)err;
    struct syncing *syncing = context;
    VEC_PUSH(syncing->list, (struct sync_entry){path, 0});
    return true;
}

static void sync_entry(void *context, size_t piece, unsigned worker) {
    (void)worker;
    const struct syncing *syncing = context;
    struct sync_entry *entry = &syncing->list.data[piece];
    struct buf path = {0};
    buf_printf(&path, "%s/%s", syncing->top, entry->path);
    int fd = open(path.data, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 || fsync(fd) != 0)
        entry->error = errno;
    if (fd >= 0)
        close(fd);
    buf_release(&path);
}

bool tree_sync(const char *top, struct error *err) {
    struct arena arena;
    struct syncing syncing = {.top = top};
    arena_init(&arena);
    bool done = walk_top(top, &(struct visitor){collect_entry, &syncing}, &arena, err);
    if (done) {
        VEC_PUSH(syncing.list, (struct sync_entry){".", 0});
        threads_each(SYNC_THREADS, syncing.list.len, sync_entry, &syncing);
    }
    for (size_t i = 0; done && i < syncing.list.len; i++)
        if (syncing.list.data[i].error != 0)
            done = error_set_errno(err, syncing.list.data[i].error, "%s/%s kan niet op schijf worden gezet", top,
                                   syncing.list.data[i].path);
    VEC_FREE(syncing.list);
    arena_release(&arena);
    return done;
}

static bool remove_entry(void *context, int dir, const char *name, const char *path, const struct stat *status,
                         struct error *err) {
    (void)context;
    if (unlinkat(dir, name, S_ISDIR(status->st_mode) ? AT_REMOVEDIR : 0) == 0)
        return true;
    return error_set_errno(err, errno, "%s kan niet worden verwijderd", path);
}

bool tree_remove(int dir, const char *name, struct error *err) {
    struct stat status;
    if (fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT)
        return true;
    struct arena arena;
    arena_init(&arena);
    bool done = visit(dir, name, "", &(struct visitor){remove_entry, NULL}, &arena, DEPTH_MAX, err);
    arena_release(&arena);
    return done;
}
