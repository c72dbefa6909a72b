/*
 * Writing bytes to files and standard output.  Called by everything that writes output.
 */
#include "reports/write.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

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

/* It only begins: errors are left to the fsync() that follows. */
void write_start_sync(int fd) {
    (void)sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);
}
