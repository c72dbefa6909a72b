/*
 * A single output file.  Invariant: who holds the lock on the temporary file is the only one that writes it, also when
 * a killed run left it behind.  Called by cijfers.
 */
#include "reports/output_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reports/lock.h"

static bool open_temporary(struct output_file *file, struct error *err) {
    if (lock_file(AT_FDCWD, file->temporary, &file->fd) == LOCK_BUSY)
        return error_set(err, "een andere wmo-mi is bezig met %s; probeer het later opnieuw", file->name);
    if (file->fd < 0)
        return error_set_errno(err, errno, "%s kan niet worden gemaakt", file->name);
    return ftruncate(file->fd, 0) == 0 || error_set_errno(err, errno, "%s kan niet worden geschreven", file->name);
}

static bool open_directly(struct output_file *file, struct error *err) {
    file->fd = open(file->name, O_WRONLY | O_CLOEXEC);
    return file->fd >= 0 || error_set_errno(err, errno, "%s kan niet worden geopend", file->name);
}

static const char *beside(const char *path, struct arena *arena) {
    const char *slash = strrchr(path, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    return arena_printf(arena, "%.*s.%s.wmo-mi-nieuw", (int)folder, path, path + folder);
}

bool output_file_open(struct output_file *file, const char *path, const char *name, struct arena *arena,
                      struct error *err) {
    *file = (struct output_file){.fd = STDOUT_FILENO, .name = "standaarduitvoer"};
    if (path == NULL || strcmp(path, "-") == 0)
        return true;
    struct stat status;
    bool there = stat(path, &status) == 0;
    file->name = there && S_ISDIR(status.st_mode) ? arena_printf(arena, "%s/%s", path, name) : path;
    file->fd = -1;
    if (there && !S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode))
        return open_directly(file, err);
    file->path = file->name;
    file->temporary = beside(file->path, arena);
    return open_temporary(file, err);
}

static int open_folder(const struct output_file *file) {
    const char *slash = strrchr(file->path, '/');
    char folder[PATH_MAX];
    size_t len = slash == NULL ? 1 : slash == file->path ? 1 : (size_t)(slash - file->path);
    if (len >= sizeof folder) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(folder, slash == NULL ? "." : file->path, len);
    folder[len] = '\0';
    return open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* A folder that cannot be synced is found out before the earlier file is gone; afterwards there is no way back. */
bool output_file_commit(struct output_file *file, struct error *err) {
    if (file->path == NULL)
        return true;
    int folder = open_folder(file);
    bool synced = fsync(file->fd) == 0 && (folder < 0 || fsync(folder) == 0);
    bool renamed = synced && rename(file->temporary, file->path) == 0;
    if (!synced)
        error_set_errno(err, errno, "%s kan niet op schijf worden gezet", file->name);
    else if (!renamed)
        error_set_errno(err, errno, "%s kan niet op zijn plaats worden gezet", file->name);
    else
        file->path = NULL;
    if (folder >= 0) {
        if (renamed)
            fsync(folder);
        close(folder);
    }
    return renamed;
}

void output_file_close(struct output_file *file) {
    if (file->path != NULL && file->fd >= 0)
        unlink(file->temporary);
    if (file->fd >= 0 && file->fd != STDOUT_FILENO)
        close(file->fd);
    file->fd = -1;
}
