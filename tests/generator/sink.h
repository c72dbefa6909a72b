/* CSV out: one table, in one file or split into one file per gemeente or aanbieder. */
#ifndef SAMPLE_SINK_H
#define SAMPLE_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tests/generator/calendar.h"

/* The first thing that went wrong, as a whole Dutch sentence; empty = nothing did. */
struct trouble {
    char text[512];
};

static inline bool trouble_is(const struct trouble *t) {
    return t->text[0] != '\0';
}

void trouble_set(struct trouble *t, const char *path, int error);

/* The name of part `part` of a split table (its file becomes `<table>/<name>.csv`). */
typedef const char *sink_part_name(const void *context, size_t part);

struct sink_layout {
    size_t parts; /* 0 = one file, else one per part that gets a row */
    sink_part_name *name;
    const void *context;
};

struct sink;

/* A table `table` below directory `dir`, with the columns of `header` (joined by `;`). At most one
 * file is open at a time, only while a buffer is written out; after trouble nothing is written any
 * more. NULL with `trouble` set when the place is not free. `dir`, `table`, `header` and
 * `trouble` are borrowed until sink_close. */
struct sink *sink_open(const char *dir, const char *table, const char *header, struct sink_layout layout,
                       struct trouble *trouble);

/* Writes out what is left and frees; NULL is fine. A table in one file always gets its header. */
void sink_close(struct sink *s);

/* Adds whole lines to a part; a no-op after trouble. At most SINK_LINE_MAX bytes. */
#define SINK_LINE_MAX 2048
void sink_add(struct sink *s, size_t part, const char *line, size_t length);

#endif
