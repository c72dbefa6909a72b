/*
 * Writing bytes to files and standard output.  Called by everything that writes output.
 */
#include "reports/write.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "etl/base/mem.h"
#include "etl/base/threads.h"

enum { WRITE_MOST = 1 << 30 }; /* a single write() takes no more than 2 GB */

bool write_all(int fd, const char *bytes, size_t len, const char *name, struct error *err) {
    while (len > 0) {
        ssize_t written = write(fd, bytes, len < WRITE_MOST ? len : WRITE_MOST);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EBADF)
            return error_set(err, "%s kan niet worden geschreven: is gesloten", name);
        if (written < 0)
            return error_set_errno(err, errno, "%s kan niet worden geschreven", name);
        bytes += written;
        len -= (size_t)written;
    }
    return true;
}

bool write_file(const char *path, const char *bytes, size_t len, struct error *err) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0)
        return error_set_errno(err, errno, "%s kan niet worden gemaakt", path);
    bool done = write_all(fd, bytes, len, path, err);
    if (close(fd) != 0 && done)
        done = error_set_errno(err, errno, "%s kan niet worden geschreven", path);
    return done;
}

/* What one thread gives to the disk; its own. */
struct behind {
    int fd;
    off_t from;
    off_t len;
};

static void sync_behind(void *context) {
    struct behind *behind = context;
    (void)sync_file_range(behind->fd, behind->from, behind->len, SYNC_FILE_RANGE_WRITE);
    close(behind->fd);
    free(behind);
}

void write_start_sync(int fd, size_t len) {
    off_t end = lseek(fd, 0, SEEK_CUR);
    int own = end < (off_t)len ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (own < 0)
        return;
    struct behind *behind = mem_calloc(1, sizeof *behind);
    *behind = (struct behind){own, end - (off_t)len, (off_t)len};
    if (!threads_leave(sync_behind, behind)) {
        close(own);
        free(behind);
    }
}
