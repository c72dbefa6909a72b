/*
 * The staging directory, the lock and the swap.  Invariant: while the lock is held nobody else of us touches the
 * output directory, so everything with our two names in it is ours to clear.  Called by rapport and controle.
 */
#include "reports/publish.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reports/lock.h"
#include "reports/tree.h"

static const char staging_name[] = ".wmo-mi-nieuw"; /* what this run writes */
static const char earlier_name[] = ".wmo-mi-oud";   /* what the fallback without exchange puts aside */
static const char lock_name[] = ".wmo-mi-slot";     /* only where a directory cannot be locked */

/* ---- apart from the input ---- */

/* The real path of a directory that may not be there yet: that of its parent with its name. */
static char *real_path(const char *path, char real[PATH_MAX]) {
    if (realpath(path, real) != NULL)
        return real;
    char copy[PATH_MAX];
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    if (errno != ENOENT || len >= sizeof copy)
        return NULL;
    memcpy(copy, path, len);
    copy[len] = '\0';
    char *slash = strrchr(copy, '/');
    const char *name = slash == NULL ? copy : slash + 1;
    const char *parent = slash == NULL ? "." : slash == copy ? "/" : copy;
    char above[PATH_MAX];
    if (slash != NULL && slash != copy)
        *slash = '\0';
    if (realpath(parent, above) == NULL || strlen(above) + strlen(name) + 2 > PATH_MAX)
        return NULL;
    size_t end = strcmp(above, "/") == 0 ? 0 : strlen(above);
    memcpy(real, above, end);
    real[end] = '/';
    memcpy(real + end + 1, name, strlen(name) + 1);
    return real;
}

static bool lies_in(const char *path, const char *dir) {
    size_t len = strcmp(dir, "/") == 0 ? 0 : strlen(dir);
    return strncmp(path, dir, len) == 0 && (path[len] == '\0' || path[len] == '/');
}

/* Paths that cannot be told are taken to be apart: opening them gives the better message. */
bool publication_outside(const char *invoer, const char *uitvoer, struct error *err) {
    char in[PATH_MAX];
    char out[PATH_MAX];
    if (real_path(invoer, in) == NULL || real_path(uitvoer, out) == NULL || !lies_in(out, in))
        return true;
    return error_set(err, "--uitvoer %s ligt in de invoermap %s; kies een plaats daarbuiten", uitvoer, invoer);
}

bool publication_apart(const char *invoer, const char *uitvoer, struct error *err) {
    char in[PATH_MAX];
    char out[PATH_MAX];
    if (!publication_outside(invoer, uitvoer, err))
        return false;
    if (real_path(invoer, in) == NULL || real_path(uitvoer, out) == NULL || !lies_in(in, out))
        return true;
    return error_set(err, "--invoer %s ligt in de uitvoermap %s; kies een plaats daarbuiten", invoer, uitvoer);
}

/* ---- opening ---- */

static bool open_target(struct publication *publication, struct error *err) {
    const char *target = publication->target;
    if (mkdir(target, 0777) == 0)
        publication->made = true;
    else if (errno != EEXIST)
        return error_set_errno(err, errno, "de uitvoermap %s kan niet worden gemaakt", target);
    publication->dir = open(target, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return publication->dir >= 0 || error_set_errno(err, errno, "de uitvoermap %s kan niet worden geopend", target);
}

/* The directory itself; on a network disk that locks files only, a file in it. */
static enum lock take_lock(struct publication *publication) {
    publication->lock = publication->dir;
    if (flock(publication->dir, LOCK_EX | LOCK_NB) == 0)
        return LOCK_TAKEN;
    return errno == EWOULDBLOCK ? LOCK_BUSY : lock_file(publication->dir, lock_name, &publication->lock);
}

static bool lock_target(struct publication *publication, struct error *err) {
    enum lock lock = take_lock(publication);
    publication->locked = lock == LOCK_TAKEN;
    if (lock == LOCK_BUSY)
        return error_set(err, "een andere wmo-mi is bezig in de uitvoermap %s; probeer het later opnieuw",
                         publication->target);
    return publication->locked ||
           error_set_errno(err, errno, "de uitvoermap %s kan niet worden vergrendeld", publication->target);
}

static bool is_there(int dir, const char *name) {
    struct stat status;
    return fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Puts back what a run without exchange had put aside when it was killed. */
static bool put_back(struct publication *publication, struct error *err) {
    int earlier = openat(publication->dir, earlier_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (earlier < 0)
        return true;
    DIR *list = fdopendir(earlier);
    if (list == NULL) {
        close(earlier);
        return error_set_errno(err, errno, "de map %s/%s kan niet worden gelezen", publication->target, earlier_name);
    }
    bool done = true;
    for (const struct dirent *entry; done && (entry = readdir(list)) != NULL;) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || is_there(publication->dir, name))
            continue;
        if (renameat(earlier, name, publication->dir, name) != 0)
            done = error_set_errno(err, errno, "%s/%s kan niet worden teruggezet", publication->target, name);
    }
    closedir(list);
    return done;
}

static bool clear(struct publication *publication, struct error *err) {
    return tree_remove(publication->dir, publication->target, staging_name, err) &&
           tree_remove(publication->dir, publication->target, earlier_name, err);
}

static bool make_staging(struct publication *publication, struct error *err) {
    if (mkdirat(publication->dir, staging_name, 0777) == 0)
        return true;
    return error_set_errno(err, errno, "in de uitvoermap %s kan niet worden geschreven", publication->target);
}

bool publication_open(struct publication *publication, const char *uitvoer, struct error *err) {
    *publication = (struct publication){.target = uitvoer, .dir = -1, .lock = -1};
    arena_init(&publication->arena);
    publication->staging = arena_printf(&publication->arena, "%s/%s", uitvoer, staging_name);
    return open_target(publication, err) && lock_target(publication, err) && put_back(publication, err) &&
           clear(publication, err) && make_staging(publication, err);
}

/* ---- publishing ---- */

/* Puts the earlier entry aside; the directory for it is made when first needed. */
static bool put_aside(struct publication *publication, const char *name) {
    if (mkdirat(publication->dir, earlier_name, 0777) != 0 && errno != EEXIST)
        return false;
    int earlier = openat(publication->dir, earlier_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (earlier < 0)
        return false;
    bool done = renameat(publication->dir, name, earlier, name) == 0;
    int reason = errno;
    close(earlier);
    errno = reason;
    return done;
}

static bool cannot_exchange(int reason) {
    return reason == EINVAL || reason == ENOSYS || reason == ENOTSUP;
}

static bool exchange(struct publication *publication, int staging, const char *name) {
    if (renameat2(staging, name, publication->dir, name, RENAME_EXCHANGE) == 0)
        return true;
    return cannot_exchange(errno) && put_aside(publication, name) &&
           renameat(staging, name, publication->dir, name) == 0;
}

static bool publish_entry(struct publication *publication, int staging, const char *name) {
    bool earlier = is_there(publication->dir, name);
    if (!is_there(staging, name)) /* goes with the staging directory */
        return !earlier || renameat(publication->dir, name, staging, name) == 0;
    return earlier ? exchange(publication, staging, name) : renameat(staging, name, publication->dir, name) == 0;
}

/* Undoes publish_entry; what was put aside is put back afterwards. */
static bool withdraw_entry(struct publication *publication, int staging, const char *name) {
    bool published = is_there(publication->dir, name);
    bool earlier = is_there(staging, name);
    if (published && earlier)
        return renameat2(staging, name, publication->dir, name, RENAME_EXCHANGE) == 0;
    if (published)
        return renameat(publication->dir, name, staging, name) == 0;
    return !earlier || renameat(staging, name, publication->dir, name) == 0;
}

/* False when what was there before could not be put back. */
static bool withdraw(struct publication *publication, int staging, const char *const *entries, size_t count) {
    struct error ignored;
    bool done = true;
    while (count > 0)
        done = withdraw_entry(publication, staging, entries[--count]) && done;
    return put_back(publication, &ignored) && done;
}

/* Also a directory that this run made is to be found again after a power failure. */
static bool sync_target(const struct publication *publication, struct error *err) {
    int above = publication->made ? openat(publication->dir, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    bool done = fsync(publication->dir) == 0 && (above < 0 || fsync(above) == 0);
    int reason = errno;
    if (above >= 0)
        close(above);
    return done ||
           error_set_errno(err, reason, "de uitvoermap %s kan niet op schijf worden gezet", publication->target);
}

/* All entries, or none. */
static bool swap(struct publication *publication, int staging, const char *const *entries, struct error *err) {
    size_t count = 0;
    bool done = true;
    for (; done && entries[count] != NULL; count += done)
        if (!publish_entry(publication, staging, entries[count]))
            done = error_set_errno(err, errno, "%s/%s kan niet op zijn plaats worden gezet", publication->target,
                                   entries[count]);
    done = done && sync_target(publication, err);
    if (!done && !withdraw(publication, staging, entries, count)) {
        struct error why = *err;
        error_set(err, "%s; ook wat er eerder stond kon niet worden teruggezet", why.message);
    }
    return done;
}

bool publication_commit(struct publication *publication, const char *const *entries, struct error *err) {
    if (!tree_sync(publication->staging, err))
        return false;
    int staging = openat(publication->dir, staging_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (staging < 0)
        return error_set_errno(err, errno, "de map %s kan niet worden geopend", publication->staging);
    publication->committed = swap(publication, staging, entries, err);
    close(staging);
    return publication->committed;
}

void publication_close(struct publication *publication) {
    struct error ignored; /* the next run clears what could not be cleared now */
    if (publication->locked) {
        put_back(publication, &ignored);
        clear(publication, &ignored);
    }
    if (publication->made && !publication->committed)
        rmdir(publication->target);
    if (publication->locked && publication->lock != publication->dir)
        unlinkat(publication->dir, lock_name, 0);
    if (publication->lock >= 0 && publication->lock != publication->dir)
        close(publication->lock);
    if (publication->dir >= 0)
        close(publication->dir);
    arena_release(&publication->arena);
}
