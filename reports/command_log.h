/*
 * What the user sees while a run goes on, on standard error: a progress line on a terminal, one line per step with
 * --uitgebreid, and messages.  Under systemd lines carry their priority.
 */
#ifndef WMO_REPORTS_COMMAND_LOG_H
#define WMO_REPORTS_COMMAND_LOG_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/buf.h"
#include "etl/base/message.h"

struct log {
    bool steps;        /* --uitgebreid: a line per step */
    bool terminal;     /* and not --stil: a progress line */
    bool journal;      /* standard error goes to the journal */
    bool progress;     /* a progress line stands on the terminal */
    const char *step;  /* that is going on, NULL between steps */
    int64_t began;     /* the step, in nanoseconds */
    int64_t shown;     /* the progress line, in nanoseconds */
    struct buf detail; /* what the step did, in counts */
    struct buf line;   /* being made; what it holds room for needs no memory any more */
};

/* After this, a line of ordinary length is written without asking for memory. */
void log_init(struct log *log, bool quiet, bool verbose);
void log_release(struct log *log);

void log_step_begin(struct log *log, const char *step);
void log_step_end(struct log *log);

/* Adds to what the line of the step says: "12 bestanden". */
void log_detail(struct log *log, uint64_t count, const char *one, const char *more);

/* Seconds since the step began, in nanoseconds. */
int64_t log_elapsed(const struct log *log);

/* True when it is time for a new progress line; log_progress writes it. */
bool log_progress_due(const struct log *log);
void log_progress(struct log *log, const char *text);

/* Takes the progress line away, before something else is shown. */
void log_clear(struct log *log);

/* Appends a line for the user, "wmo-mi: …", without control characters; or lines that stand by themselves. */
void log_put_message(const struct log *log, enum priority priority, const char *text, struct buf *out);
void log_put_lines(const struct log *log, enum priority priority, const struct buf *lines, struct buf *out);

/* Shows what was made by these two. */
void log_show(struct log *log, const struct buf *made);

#endif
