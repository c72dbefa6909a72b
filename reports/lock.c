/*
 * Lock files.  Invariant: who holds the lock holds it on the file that has the name.  Called by publish, where a
 * directory cannot be locked, and output_file.
 */
#include "reports/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_same_file(int fd, int dir, const char *name) {
    struct stat open_file;
    struct stat named;
    return fstat(fd, &open_file) == 0 && fstatat(dir, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           open_file.st_dev == named.st_dev && open_file.st_ino == named.st_ino;
}

enum lock lock_file(int dir, const char *name, int *fd) {
    enum { TRIES = 100 }; /* each is lost only to a run that ended in between */
    for (int i = 0; i < TRIES; i++) {
        *fd = openat(dir, name, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (*fd < 0)
            return LOCK_UNKNOWN;
        bool locked = flock(*fd, LOCK_EX | LOCK_NB) == 0;
        bool busy = !locked && errno == EWOULDBLOCK;
        if (!busy && is_same_file(*fd, dir, name))
            return locked ? LOCK_TAKEN : LOCK_UNKNOWN;
        close(*fd);
        *fd = -1;
        if (busy)
            return LOCK_BUSY;
    }
    return LOCK_BUSY;
}
