/*
 * Child processes that write workbooks.  Invariant: every job that a child takes ends with one report through its pipe,
 * or with the death of the child, which becomes a sentence here.  Called by the command that writes reports.
 */
#include "reports/book/book_write.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "etl/base/mem.h"
#include "reports/book/book_xlsx.h"
#include "reports/book/verify.h"
#include "reports/process.h"

enum { KEPT_BYTES = 256 << 20 };

enum report_kind { JOB_BEGUN, JOB_DONE, JOB_FAILED };

/* What a child says; shorter than what a pipe takes at once, so it arrives whole. */
struct report {
    enum report_kind kind;
    size_t job;
    struct error error; /* of a failed job */
};

struct child {
    pid_t pid;
    int pipe; /* -1 when its end was reached */
    bool at_work;
    size_t job;
};

struct pool {
    const struct book_job *jobs;
    size_t count;
    atomic_size_t *next; /* shared with the children: the job that comes next */
    struct child *children;
    unsigned size;
    size_t done;
    size_t failed; /* the first job that failed, or count */
    struct error *err;
};

/* ---- in the child ---- */

static const char enough[] = "sluit andere programma's en probeer het opnieuw";

static void say_memory(const struct book_job *job, struct error *err) {
    error_set(err, "Voor het schrijven van werkboek %s is te weinig geheugen: %s.", basename(job->path), enough);
}

/* Leads standard error to the file; returns where it led, for restore(). */
static int redirect(int file) {
    int before = dup(STDERR_FILENO);
    if (before >= 0)
        dup2(file, STDERR_FILENO);
    return before;
}

static void restore(int before) {
    if (before < 0)
        return;
    dup2(before, STDERR_FILENO);
    close(before);
}

/* The library goes on without what it has no memory for, and only prints that. */
static bool lacked_memory(int file) {
    char printed[4096];
    ssize_t len = pread(file, printed, sizeof printed - 1, 0);
    printed[len > 0 ? len : 0] = '\0';
    return strstr(printed, "Memory allocation failed") != NULL;
}

static bool write_layout(const struct layout *layout, const struct book_job *job, struct error *err) {
    int printed = memfd_create("libxlsxwriter", MFD_CLOEXEC);
    if (printed < 0)
        return error_set_errno(err, errno, "Werkboek %s kan niet worden geschreven", basename(job->path));
    int before = redirect(printed);
    bool good = book_xlsx_write(layout, job->path, err);
    restore(before);
    if (lacked_memory(printed)) {
        say_memory(job, err);
        good = false;
    }
    close(printed);
    return good && book_verify(job->path, layout, err);
}

static bool do_job(const struct book_job *job, struct error *err) {
    struct book *book = job->build(job->context);
    struct layout *layout = layout_new(book);
    bool good = write_layout(layout, job, err);
    layout_free(layout);
    book_free(book);
    return good;
}

static void tell(int pipe, const struct report *report) {
    ssize_t written;
    do
        written = write(pipe, report, sizeof *report);
    while (written < 0 && errno == EINTR);
    if (written != (ssize_t)sizeof *report) /* nobody listens any more */
        _exit(EXIT_FAILURE);
}

static _Noreturn void be_child(struct pool *pool, int pipe, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
    signal(SIGXFSZ, SIG_IGN);
    process_be_silent();
    /* The memory of one workbook serves for the next, instead of going back and forth: a sixth of the time. */
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
    mallopt(M_MMAP_THRESHOLD, KEPT_BYTES);
    size_t job;
    while ((job = atomic_fetch_add(pool->next, 1)) < pool->count) {
        struct report report = {.kind = JOB_BEGUN, .job = job};
        tell(pipe, &report);
        bool good = do_job(&pool->jobs[job], &report.error);
        report.kind = good ? JOB_DONE : JOB_FAILED;
        tell(pipe, &report);
        if (!good)
            break;
    }
    _exit(EXIT_SUCCESS);
}

/* ---- in the parent ---- */

/* Keeps the failure of the first job, and lets no further job begin. */
static void fail(struct pool *pool, size_t job, const struct error *error) {
    atomic_store(pool->next, pool->count);
    if (job >= pool->failed)
        return;
    pool->failed = job;
    *pool->err = *error;
}

static bool start_child(struct pool *pool, unsigned number) {
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        for (unsigned i = 0; i < number; i++)
            close(pool->children[i].pipe);
        close(ends[0]);
        be_child(pool, ends[1], parent);
    }
    int number_of_error = errno;
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        errno = number_of_error;
        return false;
    }
    pool->children[number] = (struct child){.pid = pid, .pipe = ends[0]};
    return true;
}

static void say_dead(struct pool *pool, const struct child *child, int status) {
    const char *name = basename(pool->jobs[child->job].path);
    struct error error;
    if (WIFEXITED(status) && WEXITSTATUS(status) == MEM_EXIT_STATUS)
        say_memory(&pool->jobs[child->job], &error);
    else if (WIFSIGNALED(status))
        error_set(&error,
                  "Het schrijven van werkboek %s is afgebroken (signaal %d). Mogelijk is er te weinig geheugen: %s.",
                  name, WTERMSIG(status), enough);
    else
        error_set(&error, "Het schrijven van werkboek %s is afgebroken (status %d).", name, WEXITSTATUS(status));
    fail(pool, child->job, &error);
}

/* After the end of its pipe: a child that was still at work did not get to say what was wrong. */
static void bury(struct pool *pool, struct child *child) {
    close(child->pipe);
    child->pipe = -1;
    int status = 0;
    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (child->at_work)
        say_dead(pool, child, status);
}

static void listen_to(struct pool *pool, struct child *child) {
    struct report report;
    ssize_t got = read(child->pipe, &report, sizeof report);
    if (got < 0 && errno == EINTR)
        return;
    if (got != (ssize_t)sizeof report) {
        bury(pool, child);
        return;
    }
    child->job = report.job;
    child->at_work = report.kind == JOB_BEGUN;
    pool->done += report.kind == JOB_DONE;
    if (report.kind == JOB_FAILED)
        fail(pool, report.job, &report.error);
}

static void listen_to_all(struct pool *pool, void (*progress)(void *context, size_t done), void *context) {
    struct pollfd *watched = mem_calloc(pool->size, sizeof *watched);
    size_t told = 0;
    for (;;) {
        unsigned open = 0;
        for (unsigned i = 0; i < pool->size; i++) {
            watched[i] = (struct pollfd){.fd = pool->children[i].pipe, .events = POLLIN};
            open += pool->children[i].pipe >= 0;
        }
        if (open == 0)
            break;
        if (poll(watched, pool->size, -1) < 0)
            continue;
        for (unsigned i = 0; i < pool->size; i++)
            if (watched[i].revents)
                listen_to(pool, &pool->children[i]);
        if (progress && pool->done > told)
            progress(context, told = pool->done);
    }
    free(watched);
}

bool book_write_all(const struct book_job *jobs, size_t count, unsigned processes,
                    void (*progress)(void *context, size_t done), void *context, struct error *err) {
    if (count == 0)
        return true;
    atomic_size_t *next = mmap(NULL, sizeof *next, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (next == MAP_FAILED)
        return error_set_errno(err, errno, "De werkboeken kunnen niet worden geschreven");
    atomic_init(next, 0);
    struct pool pool = {.jobs = jobs, .count = count, .next = next, .failed = count, .err = err};
    unsigned wanted = processes < 1 ? 1 : processes > count ? (unsigned)count : processes;
    pool.children = mem_calloc(wanted, sizeof *pool.children);
    int reason = 0;
    while (reason == 0 && pool.size < wanted) {
        if (start_child(&pool, pool.size))
            pool.size++;
        else
            reason = errno;
    }
    listen_to_all(&pool, progress, context);
    free(pool.children);
    munmap(next, sizeof *next);
    if (pool.failed == count && pool.done < count) /* no child, or none lived to take the rest */
        return error_set_errno(err, reason, "De werkboeken kunnen niet worden geschreven");
    return pool.failed == count;
}
