/*
 * Makes the N-th call of one kind go wrong, in a program that is started with LD_PRELOAD=shim.so.
 *
 *   FAULT_CALL=KIND   alloc open read write sync rename make remove stat list lock close fork pipe thread map
 *   FAULT_NTH=N       the call that is struck, from 1; with FAULT_ALL=1 every later one too
 *   FAULT_DO=WHAT     a number: the call fails with that errno; short: it reads or writes half of what was asked;
 *                     KILL, TERM: the process gets that signal just before the call;
 *                     shrink, grow, touch: the file that the call reads is changed just before it;
 *                     note: nothing, so that the calls can be counted
 *   FAULT_PATH=TEXT   only calls on a path that holds this text count
 *   FAULT_LOG=FILE    gets a line for every call that was struck: its number and the name of the function
 *   FAULT_EXCHANGE=no renameat2() cannot exchange, as on some network disks
 *
 * Every process counts for itself, a child goes on from its parent's count.  Standard error is never struck, so that
 * the message can be judged.  Invariant: a call that is not struck does what it always does.  Built and used by
 * tests/check-faults.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

enum act { ACT_FAIL, ACT_SHORT, ACT_KILL, ACT_TERM, ACT_SHRINK, ACT_GROW, ACT_TOUCH, ACT_NOTE };

static struct {
    const char *call; /* NULL: nothing is ever struck */
    long nth;
    bool all;
    enum act act;
    int error;
    const char *path;
    const char *log;
    bool no_exchange;
} plan;

static atomic_long calls;

static long number_in(const char *text) {
    long number = 0;
    while (text != NULL && *text >= '0' && *text <= '9')
        number = number * 10 + (*text++ - '0');
    return number;
}

__attribute__((constructor)) static void read_plan(void) {
    static const char *const acts[] = {
        [ACT_SHORT] = "short", [ACT_KILL] = "KILL",   [ACT_TERM] = "TERM", [ACT_SHRINK] = "shrink",
        [ACT_GROW] = "grow",   [ACT_TOUCH] = "touch", [ACT_NOTE] = "note",
    };
    const char *what = getenv("FAULT_DO");
    const char *exchange = getenv("FAULT_EXCHANGE");
    plan.all = getenv("FAULT_ALL") != NULL;
    plan.path = getenv("FAULT_PATH");
    plan.log = getenv("FAULT_LOG");
    plan.no_exchange = exchange != NULL && strcmp(exchange, "no") == 0;
    plan.nth = number_in(getenv("FAULT_NTH"));
    plan.error = (int)number_in(what);
    for (int act = ACT_SHORT; what != NULL && act <= ACT_NOTE; act++)
        if (strcmp(what, acts[act]) == 0)
            plan.act = (enum act)act;
    plan.call = plan.nth > 0 ? getenv("FAULT_CALL") : NULL;
}

/* ---- striking ---- */

static void note(const char *function, long number) {
    char line[128];
    int len = snprintf(line, sizeof line, "%ld %s\n", number, function);
    long file = plan.log == NULL ? -1 : syscall(SYS_openat, AT_FDCWD, plan.log, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (file < 0)
        return;
    syscall(SYS_write, file, line, (size_t)len);
    syscall(SYS_close, file);
}

/* The path behind a descriptor, "" when there is none. */
static const char *path_of(int fd, char path[PATH_MAX]) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long len = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    path[len > 0 ? len : 0] = '\0';
    return path;
}

/* Changes the file that is about to be read. */
static void change_file(const char *path) {
    struct stat status;
    if (syscall(SYS_newfstatat, AT_FDCWD, path, &status, 0) != 0 || !S_ISREG(status.st_mode))
        return;
    long file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND, 0);
    if (file < 0)
        return;
    if (plan.act == ACT_SHRINK)
        syscall(SYS_ftruncate, file, status.st_size / 2);
    else if (plan.act == ACT_GROW)
        syscall(SYS_write, file, "\n", 1);
    else
        syscall(SYS_utimensat, AT_FDCWD, path, (struct timespec[2]){{1, 0}, {1, 0}}, 0);
    syscall(SYS_close, file);
}

/* True when this call must fail, with errno set; *shorten when it must do half. */
static bool strike(const char *call, const char *function, const char *path, bool *shorten) {
    if (plan.call == NULL || strcmp(plan.call, call) != 0)
        return false;
    if (plan.path != NULL && (path == NULL || strstr(path, plan.path) == NULL))
        return false;
    long number = atomic_fetch_add(&calls, 1) + 1;
    if (number != plan.nth && !(plan.all && number > plan.nth))
        return false;
    note(function, number);
    switch (plan.act) {
    case ACT_FAIL: errno = plan.error; return true;
    case ACT_SHORT: *shorten = true; return false;
    case ACT_KILL: kill(getpid(), SIGKILL); return false;
    case ACT_TERM: kill(getpid(), SIGTERM); return false;
    case ACT_SHRINK:
    case ACT_GROW:
    case ACT_TOUCH: change_file(path); return false;
    case ACT_NOTE: return false;
    }
    return false;
}

static bool strike_fd(const char *call, const char *function, int fd, bool *shorten) {
    char path[PATH_MAX];
    if (fd == STDERR_FILENO || plan.call == NULL || strcmp(plan.call, call) != 0)
        return false;
    return strike(call, function, path_of(fd, path), shorten);
}

/* The function that this one stands before. */
#define NEXT(name)                                                                                                     \
    static __typeof__(&name) next;                                                                                     \
    if (next == NULL)                                                                                                  \
    *(void **)&next = dlsym(RTLD_NEXT, #name)

#define ON_PATH(call, name, path, failed, arguments)                                                                   \
    do {                                                                                                               \
        NEXT(name);                                                                                                    \
        bool shorten = false;                                                                                          \
        return strike(call, #name, path, &shorten) ? (failed) : next arguments;                                        \
    } while (0)

#define ON_FD(call, name, fd, failed, arguments)                                                                       \
    do {                                                                                                               \
        NEXT(name);                                                                                                    \
        bool shorten = false;                                                                                          \
        return strike_fd(call, #name, fd, &shorten) ? (failed) : next arguments;                                       \
    } while (0)

#define MOVING(call, name, fd, len, arguments)                                                                         \
    do {                                                                                                               \
        NEXT(name);                                                                                                    \
        bool shorten = false;                                                                                          \
        if (strike_fd(call, #name, fd, &shorten))                                                                      \
            return -1;                                                                                                 \
        if (shorten && len > 1)                                                                                        \
            len /= 2;                                                                                                  \
        return next arguments;                                                                                         \
    } while (0)

/* ---- memory ---- */

static bool strike_memory(const char *function) {
    bool shorten = false;
    return strike("alloc", function, NULL, &shorten);
}

void *malloc(size_t size) {
    return strike_memory("malloc") ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return strike_memory("calloc") ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    return strike_memory("realloc") ? NULL : __libc_realloc(old, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
    NEXT(posix_memalign);
    return strike_memory("posix_memalign") ? ENOMEM : next(memory, alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    NEXT(aligned_alloc);
    return strike_memory("aligned_alloc") ? NULL : next(alignment, size);
}

void *mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset) {
    ON_FD("map", mmap, fd, MAP_FAILED, (at, len, protection, flags, fd, offset));
}

/* ---- opening ---- */

static mode_t mode_of(int flags, va_list arguments) {
    return flags & O_CREAT ? (mode_t)va_arg(arguments, int) : 0;
}

#define OPENING(name, path, failing)                                                                                   \
    va_list arguments;                                                                                                 \
    va_start(arguments, flags);                                                                                        \
    mode_t mode = mode_of(flags, arguments);                                                                           \
    va_end(arguments);                                                                                                 \
    ON_PATH("open", name, path, -1, failing)

int open(const char *path, int flags, ...) {
    OPENING(open, path, (path, flags, mode));
}

int open64(const char *path, int flags, ...) {
    OPENING(open64, path, (path, flags, mode));
}

int openat(int dir, const char *path, int flags, ...) {
    OPENING(openat, path, (dir, path, flags, mode));
}

int openat64(int dir, const char *path, int flags, ...) {
    OPENING(openat64, path, (dir, path, flags, mode));
}

int __open_2(const char *path, int flags);
int __open_2(const char *path, int flags) {
    ON_PATH("open", __open_2, path, -1, (path, flags));
}

DIR *opendir(const char *path) {
    ON_PATH("list", opendir, path, NULL, (path));
}

DIR *fdopendir(int fd) {
    ON_FD("list", fdopendir, fd, NULL, (fd));
}

struct dirent *readdir(DIR *dir) {
    ON_FD("list", readdir, dirfd(dir), NULL, (dir));
}

int scandir(const char *path, struct dirent ***names, int (*choose)(const struct dirent *),
            int (*compare)(const struct dirent **, const struct dirent **)) {
    ON_PATH("list", scandir, path, -1, (path, names, choose, compare));
}

/* ---- reading and writing ---- */

ssize_t read(int fd, void *into, size_t len) {
    MOVING("read", read, fd, len, (fd, into, len));
}

ssize_t pread(int fd, void *into, size_t len, off_t at) {
    MOVING("read", pread, fd, len, (fd, into, len, at));
}

ssize_t pread64(int fd, void *into, size_t len, off_t at) {
    MOVING("read", pread64, fd, len, (fd, into, len, at));
}

ssize_t write(int fd, const void *from, size_t len) {
    MOVING("write", write, fd, len, (fd, from, len));
}

ssize_t pwrite(int fd, const void *from, size_t len, off_t at) {
    MOVING("write", pwrite, fd, len, (fd, from, len, at));
}

int ftruncate(int fd, off_t len) {
    ON_FD("write", ftruncate, fd, -1, (fd, len));
}

/* A close that fails has still closed. */
int close(int fd) {
    NEXT(close);
    bool shorten = false;
    bool failing = strike_fd("close", "close", fd, &shorten);
    int result = next(fd);
    errno = failing ? plan.error : errno;
    return failing ? -1 : result;
}

int fsync(int fd) {
    ON_FD("sync", fsync, fd, -1, (fd));
}

int fdatasync(int fd) {
    ON_FD("sync", fdatasync, fd, -1, (fd));
}

/* ---- streams: a FILE that reads and writes through the functions above, and so fails as a real one does ---- */

static int fd_of(void *cookie) {
    return (int)(intptr_t)cookie;
}

static ssize_t stream_read(void *cookie, char *into, size_t len) {
    return read(fd_of(cookie), into, len);
}

static ssize_t stream_write(void *cookie, const char *from, size_t len) {
    ssize_t written = write(fd_of(cookie), from, len);
    return written < 0 ? 0 : written;
}

static int stream_seek(void *cookie, off64_t *at, int from) {
    off64_t to = lseek64(fd_of(cookie), *at, from);
    *at = to < 0 ? *at : to;
    return to < 0 ? -1 : 0;
}

static int stream_close(void *cookie) {
    return close(fd_of(cookie));
}

static FILE *stream_of(int fd, const char *mode) {
    static const cookie_io_functions_t functions = {stream_read, stream_write, stream_seek, stream_close};
    return fd < 0 ? NULL : fopencookie((void *)(intptr_t)fd, mode, functions);
}

static FILE *stream_open(const char *path, const char *mode) {
    int access = strchr(mode, '+') != NULL ? O_RDWR : mode[0] == 'r' ? O_RDONLY : O_WRONLY;
    int create = mode[0] == 'r' ? 0 : mode[0] == 'w' ? O_CREAT | O_TRUNC : O_CREAT | O_APPEND;
    return stream_of(open(path, access | create | O_CLOEXEC, 0666), mode);
}

FILE *fopen(const char *path, const char *mode) {
    return stream_open(path, mode);
}

FILE *fopen64(const char *path, const char *mode) {
    return stream_open(path, mode);
}

FILE *fdopen(int fd, const char *mode) {
    return stream_of(fd, mode);
}

/* ---- names ---- */

int rename(const char *from, const char *to) {
    ON_PATH("rename", rename, to, -1, (from, to));
}

int renameat(int from_dir, const char *from, int to_dir, const char *to) {
    ON_PATH("rename", renameat, to, -1, (from_dir, from, to_dir, to));
}

int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags) {
    if (plan.no_exchange && flags != 0) {
        errno = EINVAL;
        return -1;
    }
    ON_PATH("rename", renameat2, to, -1, (from_dir, from, to_dir, to, flags));
}

int mkdir(const char *path, mode_t mode) {
    ON_PATH("make", mkdir, path, -1, (path, mode));
}

int mkdirat(int dir, const char *path, mode_t mode) {
    ON_PATH("make", mkdirat, path, -1, (dir, path, mode));
}

int unlink(const char *path) {
    ON_PATH("remove", unlink, path, -1, (path));
}

int unlinkat(int dir, const char *path, int flags) {
    ON_PATH("remove", unlinkat, path, -1, (dir, path, flags));
}

int rmdir(const char *path) {
    ON_PATH("remove", rmdir, path, -1, (path));
}

int remove(const char *path) {
    ON_PATH("remove", remove, path, -1, (path));
}

/* ---- looking ---- */

int stat(const char *path, struct stat *status) {
    ON_PATH("stat", stat, path, -1, (path, status));
}

int lstat(const char *path, struct stat *status) {
    ON_PATH("stat", lstat, path, -1, (path, status));
}

int fstat(int fd, struct stat *status) {
    ON_FD("stat", fstat, fd, -1, (fd, status));
}

int fstatat(int dir, const char *path, struct stat *status, int flags) {
    ON_PATH("stat", fstatat, path, -1, (dir, path, status, flags));
}

int stat64(const char *path, struct stat64 *status) {
    ON_PATH("stat", stat64, path, -1, (path, status));
}

int lstat64(const char *path, struct stat64 *status) {
    ON_PATH("stat", lstat64, path, -1, (path, status));
}

int fstat64(int fd, struct stat64 *status) {
    ON_FD("stat", fstat64, fd, -1, (fd, status));
}

int fstatat64(int dir, const char *path, struct stat64 *status, int flags) {
    ON_PATH("stat", fstatat64, path, -1, (dir, path, status, flags));
}

int access(const char *path, int mode) {
    ON_PATH("stat", access, path, -1, (path, mode));
}

char *realpath(const char *path, char *resolved) {
    ON_PATH("stat", realpath, path, NULL, (path, resolved));
}

int flock(int fd, int operation) {
    ON_FD("lock", flock, fd, -1, (fd, operation));
}

/* ---- processes ---- */

pid_t fork(void) {
    ON_PATH("fork", fork, NULL, -1, ());
}

int pipe(int ends[2]) {
    ON_PATH("pipe", pipe, NULL, -1, (ends));
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
    ON_PATH("thread", pthread_create, NULL, plan.error, (thread, attributes, start, argument));
}
