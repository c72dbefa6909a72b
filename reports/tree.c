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

struct walk {
    void (*entry)(void *context, const char *path, const struct stat *status); /* on the way back up from it */
    void *context;
    const char *top;     /* for messages */
    struct arena *arena; /* of paths, which are relative to the top */
};

static bool unreadable(const struct walk *walk, const char *path, struct error *err) {
    return error_set_errno(err, errno, "%s%s%s kan niet worden gelezen", walk->top, *path == '\0' ? "" : "/", path);
}

static bool walk_directory(const struct walk *walk, int dir, const char *path, int depth, struct error *err);

static bool visit(const struct walk *walk, int dir, const char *name, const char *path, int depth, struct error *err) {
    const char *child =
        *path == '\0' ? arena_strdup(walk->arena, name) : arena_printf(walk->arena, "%s/%s", path, name);
    struct stat status;
    if (fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return unreadable(walk, child, err);
    if (S_ISDIR(status.st_mode)) {
        if (depth == 0)
            return error_set(err, "%s/%s ligt te diep", walk->top, child);
        int inner = open_directory(dir, name);
        if (inner < 0)
            return unreadable(walk, child, err);
        if (!walk_directory(walk, inner, child, depth - 1, err))
            return false;
    }
    walk->entry(walk->context, child, &status);
    return true;
}

static bool is_self_or_above(const char *name) {
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Visits all entries of the open directory `dir`, and closes it. */
static bool walk_directory(const struct walk *walk, int dir, const char *path, int depth, struct error *err) {
    DIR *list = fdopendir(dir);
    if (list == NULL) {
        unreadable(walk, path, err);
        close(dir);
        return false;
    }
    bool done = true;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(list);
        if (entry == NULL && errno != 0)
            done = unreadable(walk, path, err);
        if (entry == NULL || !done)
            break;
        if (!is_self_or_above(entry->d_name))
            done = visit(walk, dir, entry->d_name, path, depth, err);
    }
    closedir(list);
    return done;
}

static bool walk_top(const struct walk *walk, struct error *err) {
    int dir = open(walk->top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return dir < 0 ? unreadable(walk, "", err) : walk_directory(walk, dir, "", DEPTH_MAX, err);
}

static void list_entry(void *context, const char *path, const struct stat *status) {
    tree_files *files = context;
    if (!S_ISDIR(status->st_mode))
        VEC_PUSH(*files, (struct tree_file){path, (uint64_t)status->st_size, S_ISREG(status->st_mode)});
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const struct tree_file *)a)->path, ((const struct tree_file *)b)->path);
}

bool tree_list(const char *top, struct arena *arena, tree_files *files, struct error *err) {
    *files = (tree_files){0};
    if (!walk_top(&(struct walk){list_entry, files, top, arena}, err))
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

static void collect_entry(void *context, const char *path, const struct stat *status) {
    (void)status;
    struct syncing *syncing = context;
    VEC_PUSH(syncing->list, (struct sync_entry){path, 0});
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
    bool done = walk_top(&(struct walk){collect_entry, &syncing, top, &arena}, err);
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

/* ---- removing: asks for no memory, since it comes after publishing too ---- */

static bool remove_entry(int dir, const char *name, int depth);

/* Empties the open directory `dir`, and closes it. */
static bool remove_content(int dir, int depth) {
    DIR *list = fdopendir(dir);
    if (list == NULL) {
        close(dir);
        return false;
    }
    bool done = true;
    for (const struct dirent *entry; done && (entry = readdir(list)) != NULL;)
        done = is_self_or_above(entry->d_name) || remove_entry(dir, entry->d_name, depth);
    int reason = errno;
    closedir(list);
    errno = reason;
    return done;
}

static bool remove_entry(int dir, const char *name, int depth) {
    struct stat status;
    if (fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    if (!S_ISDIR(status.st_mode))
        return unlinkat(dir, name, 0) == 0;
    if (depth == 0) {
        errno = ENAMETOOLONG;
        return false;
    }
    int inner = open_directory(dir, name);
    return inner >= 0 && remove_content(inner, depth - 1) && unlinkat(dir, name, AT_REMOVEDIR) == 0;
}

bool tree_remove(int dir, const char *above, const char *name, struct error *err) {
    return remove_entry(dir, name, DEPTH_MAX) || errno == ENOENT ||
           error_set_errno(err, errno, "%s/%s kan niet worden verwijderd", above, name);
}
