/*
 * Lock files: held by one process at a time, gone when nobody holds them.
 */
#ifndef WMO_REPORTS_LOCK_H
#define WMO_REPORTS_LOCK_H

enum lock {
    LOCK_TAKEN,
    LOCK_BUSY,   /* another process holds it */
    LOCK_UNKNOWN /* the file system has no locks: the file is open, and nothing is known of others */
};

/*
 * Opens file `name` of directory `dir` for writing, makes it if need be, and locks it; *fd is -1 with errno when it
 * cannot be opened, and when the lock is busy.  Whoever holds the lock may rename or remove the file: a process that
 * waited with the file of before takes the one that then has the name.
 */
enum lock lock_file(int dir, const char *name, int *fd);

#endif
