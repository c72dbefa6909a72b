/*
 * Writes to standard error.  Invariant: a message never stands behind a progress line, and nothing from the input can
 * move the cursor.  A write to standard error that fails is let go: there is nowhere left to say so.
 */
#include "reports/command_log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "etl/base/error.h"
#include "reports/dutch.h"
#include "reports/safe_text.h"
#include "reports/write.h"

static const int64_t second = 1000000000;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * second + time.tv_nsec;
}

/* systemd names device and inode of the journal's socket; standard error may since lead elsewhere. */
static bool goes_to_journal(void) {
    const char *stream = getenv("JOURNAL_STREAM");
    struct stat status;
    if (stream == NULL || fstat(STDERR_FILENO, &status) != 0)
        return false;
    char own[64];
    snprintf(own, sizeof own, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    return strcmp(own, stream) == 0;
}

void log_init(struct log *log, bool quiet, bool verbose) {
    *log = (struct log){
        .steps = verbose,
        .terminal = !quiet && isatty(STDERR_FILENO) != 0,
        .journal = goes_to_journal(),
    };
}

void log_release(struct log *log) {
    buf_release(&log->detail);
}

static void put(const struct buf *text) {
    struct error ignored;
    write_all(STDERR_FILENO, text->data, text->len, "", &ignored);
}

static void clear_progress(struct log *log, struct buf *out) {
    if (log->progress)
        buf_puts(out, "\r\033[K");
    log->progress = false;
}

void log_message(struct log *log, enum log_priority priority, const char *text) {
    struct buf line = {0};
    clear_progress(log, &line);
    if (log->journal)
        buf_printf(&line, "<%d>", (int)priority);
    buf_puts(&line, "wmo-mi: ");
    safe_text_put(&line, slice_of(text));
    buf_putc(&line, '\n');
    put(&line);
    buf_release(&line);
}

void log_clear(struct log *log) {
    struct buf line = {0};
    clear_progress(log, &line);
    put(&line);
    buf_release(&line);
}

void log_text(struct log *log, const struct buf *text) {
    log_clear(log);
    put(text);
}

void log_progress(struct log *log, const char *text) {
    if (!log->terminal)
        return;
    struct buf line = {0};
    clear_progress(log, &line);
    safe_text_put(&line, slice_of(text));
    put(&line);
    buf_release(&line);
    log->progress = true;
    log->shown = now();
}

bool log_progress_due(const struct log *log) {
    return log->terminal && now() - log->shown > second / 10;
}

void log_step_begin(struct log *log, const char *step) {
    log->step = step;
    log->began = now();
    log->detail.len = 0;
    log_progress(log, step);
}

void log_detail(struct log *log, uint64_t count, const char *one, const char *more) {
    buf_puts(&log->detail, log->detail.len > 0 ? ", " : ": ");
    dutch_put_counted(&log->detail, count, one, more);
}

int64_t log_elapsed(const struct log *log) {
    return now() - log->began;
}

void log_step_end(struct log *log) {
    log_clear(log);
    if (!log->steps)
        return;
    struct buf line = {0};
    buf_puts(&line, log->step);
    buf_add(&line, log->detail.data, log->detail.len);
    buf_puts(&line, " (");
    dutch_put_seconds(&line, log_elapsed(log));
    buf_puts(&line, " s)");
    log_message(log, LOG_INFO, line.data);
    buf_release(&line);
}
