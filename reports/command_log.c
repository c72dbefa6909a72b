/*
 * Writes to standard error.  Invariant: a message never stands behind a progress line, and nothing from the input can
 * move the cursor.  A write to standard error that fails is let go: there is nowhere left to say so.
 */
#include "reports/command_log.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "etl/base/error.h"
#include "reports/dutch.h"
#include "reports/safe_text.h"
#include "reports/write.h"

enum { LINE_ROOM = 4000 };

static const int64_t second = 1000000000;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * second + time.tv_nsec;
}

void log_init(struct log *log, bool quiet, bool verbose) {
    *log = (struct log){
        .steps = verbose,
        .terminal = !quiet && isatty(STDERR_FILENO) != 0,
        .journal = message_to_journal(),
    };
    buf_reserve(&log->line, LINE_ROOM);
    buf_reserve(&log->detail, LINE_ROOM);
}

void log_release(struct log *log) {
    buf_release(&log->detail);
    buf_release(&log->line);
}

/* Begins a line: takes the progress line away. */
static struct buf *begin_line(struct log *log) {
    log->line.len = 0;
    if (log->progress)
        buf_puts(&log->line, "\r\033[K");
    log->progress = false;
    return &log->line;
}

static void put(const struct buf *text) {
    struct error ignored;
    write_all(STDERR_FILENO, text->data, text->len, "", &ignored);
}

static void put_priority(const struct log *log, enum priority priority, struct buf *out) {
    if (log->journal)
        buf_printf(out, "<%d>", (int)priority);
}

void log_put_message(const struct log *log, enum priority priority, const char *text, struct buf *out) {
    put_priority(log, priority, out);
    buf_puts(out, "wmo-mi: ");
    safe_text_put(out, slice_of(text));
    buf_putc(out, '\n');
}

void log_put_lines(const struct log *log, enum priority priority, const struct buf *lines, struct buf *out) {
    const char *at = lines->data;
    for (size_t left = lines->len; left > 0;) {
        const char *end = memchr(at, '\n', left);
        size_t len = end == NULL ? left : (size_t)(end - at) + 1;
        if (*at != '\n' || !log->journal) { /* an empty line says nothing in the journal */
            put_priority(log, priority, out);
            buf_add(out, at, len);
        }
        at += len;
        left -= len;
    }
}

void log_clear(struct log *log) {
    put(begin_line(log));
}

void log_show(struct log *log, const struct buf *made) {
    log_clear(log);
    put(made);
}

void log_progress(struct log *log, const char *text) {
    if (!log->terminal)
        return;
    struct buf *line = begin_line(log);
    safe_text_put(line, slice_of(text));
    put(line);
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
    struct buf *line = begin_line(log);
    if (log->steps) {
        put_priority(log, PRIORITY_INFO, line);
        buf_printf(line, "wmo-mi: %s", log->step);
        buf_add(line, log->detail.data, log->detail.len);
        buf_puts(line, " (");
        dutch_put_seconds(line, log_elapsed(log));
        buf_puts(line, " s)\n");
    }
    put(line);
}
