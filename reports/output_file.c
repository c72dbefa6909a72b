/*
 * A single output file.  Invariant: who holds the lock on the temporary file is the only one that writes it, also when
 * a killed run left it behind.  Called by cijfers.
 */
#include "reports/output_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_same_file(int fd, const char *path) {
    struct stat open_file;
    struct stat named;
    return fstat(fd, &open_file) == 0 && lstat(path, &named) == 0 && open_file.st_dev == named.st_dev &&
           open_file.st_ino == named.st_ino;
}

static bool open_temporary(struct output_file *file, struct error *err) {
    for (;;) {
        file->fd = open(file->temporary, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (file->fd < 0)
            return error_set_errno(err, errno, "%s kan niet worden gemaakt", file->name);
        bool busy = flock(file->fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (!busy && is_same_file(file->fd, file->temporary))
            break;
        close(file->fd); /* of another run, which may just now have put it in its place */
        file->fd = -1;
        if (busy)
            return error_set(err, "een andere wmo-mi is bezig met %s; probeer het later opnieuw", file->name);
    }
    if (ftruncate(file->fd, 0) != 0)
        return error_set_errno(err, errno, "%s kan niet worden geschreven", file->name);
    return true;
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

bool output_file_commit(struct output_file *file, struct error *err) {
    if (file->path == NULL)
        return true;
    if (fsync(file->fd) != 0)
        return error_set_errno(err, errno, "%s kan niet op schijf worden gezet", file->name);
    if (rename(file->temporary, file->path) != 0)
        return error_set_errno(err, errno, "%s kan niet op zijn plaats worden gezet", file->name);
    file->path = NULL;
    return true;
}

void output_file_close(struct output_file *file) {
    if (file->path != NULL && file->fd >= 0)
        unlink(file->temporary);
    if (file->fd >= 0 && file->fd != STDOUT_FILENO)
        close(file->fd);
    file->fd = -1;
}
