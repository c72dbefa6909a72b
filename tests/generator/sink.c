/* Buffered CSV files of which at most one is open at a time.
 * Invariant: every open, write and close is checked; the first that fails is kept in `trouble`
 * and turns all later writing into nothing. Used by every writer of a table. */
#include "tests/generator/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WHOLE_BUFFER = 1 << 20, PART_BUFFER = 1 << 14, PATH_SIZE = 4096 };

struct part {
    char *buffer; /* NULL until the first row */
    size_t length;
    bool begun; /* the file was made by this run */
};

struct sink {
    const char *dir, *table, *header;
    struct sink_layout layout;
    struct trouble *trouble;
    size_t capacity;
    size_t n;
    struct part part[];
};

static const char *reason(int error) {
    switch (error) {
    case ENOSPC:
    case EDQUOT: return "de schijf is vol";
    case EACCES:
    case EPERM: return "geen rechten";
    case EEXIST: return "het bestaat al; kies een lege map";
    case ENOENT:
    case ENOTDIR: return "de map bestaat niet";
    case EROFS: return "de map is alleen-lezen";
    case ENOMEM: return "te weinig geheugen";
    case ENAMETOOLONG: return "de naam is te lang";
    default: return "invoer- of uitvoerfout";
    }
}

void trouble_set(struct trouble *t, const char *path, int error) {
    if (!trouble_is(t))
        snprintf(t->text, sizeof t->text, "Kan %.400s niet schrijven: %s.", path, reason(error));
}

static void part_path(const struct sink *s, size_t part, char path[PATH_SIZE]) {
    int n = s->layout.parts == 0
                ? snprintf(path, PATH_SIZE, "%s/%s.csv", s->dir, s->table)
                : snprintf(path, PATH_SIZE, "%s/%s/%s.csv", s->dir, s->table, s->layout.name(s->layout.context, part));
    if (n < 0 || n >= PATH_SIZE)
        trouble_set(s->trouble, s->dir, ENAMETOOLONG);
}

static bool write_all(int fd, const char *data, size_t length) {
    while (length > 0) {
        ssize_t n = write(fd, data, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        data += n;
        length -= (size_t)n;
    }
    return true;
}

static void flush(struct sink *s, size_t index) {
    struct part *part = &s->part[index];
    char path[PATH_SIZE];
    size_t length = part->length;
    part->length = 0;
    part_path(s, index, path);
    if (trouble_is(s->trouble) || length == 0)
        return;
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (part->begun ? O_APPEND : O_TRUNC), 0644);
    if (fd < 0) {
        trouble_set(s->trouble, path, errno);
        return;
    }
    part->begun = true;
    if (!write_all(fd, part->buffer, length))
        trouble_set(s->trouble, path, errno);
    if (close(fd) != 0)
        trouble_set(s->trouble, path, errno);
}

static bool exists(const char *path) {
    struct stat st;
    return lstat(path, &st) == 0;
}

/* A region lies in one layout: the other one beside it would be loaded too. */
static void claim_place(const char *dir, const char *table, bool split, struct trouble *trouble) {
    char file[PATH_SIZE], folder[PATH_SIZE];
    int n = snprintf(file, sizeof file, "%s/%s.csv", dir, table);
    snprintf(folder, sizeof folder, "%s/%s", dir, table);
    if (n < 0 || n >= PATH_SIZE)
        trouble_set(trouble, dir, ENAMETOOLONG);
    else if (split && exists(file))
        trouble_set(trouble, file, EEXIST);
    else if (!split && exists(folder))
        trouble_set(trouble, folder, EEXIST);
    else if (split && mkdir(folder, 0755) != 0)
        trouble_set(trouble, folder, errno);
}

static void part_start(struct sink *s, struct part *part) {
    part->buffer = malloc(s->capacity);
    if (part->buffer == NULL) {
        trouble_set(s->trouble, s->dir, ENOMEM);
        return;
    }
    part->length = strlen(s->header) + 1;
    memcpy(part->buffer, s->header, part->length - 1);
    part->buffer[part->length - 1] = '\n';
}

struct sink *sink_open(const char *dir, const char *table, const char *header, struct sink_layout layout,
                       struct trouble *trouble) {
    size_t n = layout.parts == 0 ? 1 : layout.parts;
    claim_place(dir, table, layout.parts > 0, trouble);
    if (trouble_is(trouble))
        return NULL;
    struct sink *s = calloc(1, sizeof *s + n * sizeof s->part[0]);
    if (s == NULL) {
        trouble_set(trouble, dir, ENOMEM);
        return NULL;
    }
    s->dir = dir;
    s->table = table;
    s->header = header;
    s->layout = layout;
    s->trouble = trouble;
    s->capacity = layout.parts == 0 ? WHOLE_BUFFER : PART_BUFFER;
    s->n = n;
    if (layout.parts == 0)
        part_start(s, &s->part[0]);
    if (trouble_is(trouble)) {
        free(s);
        return NULL;
    }
    return s;
}

void sink_add(struct sink *s, size_t part, const char *line, size_t length) {
    struct part *p = &s->part[part];
    if (p->buffer == NULL)
        part_start(s, p);
    if (trouble_is(s->trouble))
        return;
    if (p->length + length > s->capacity)
        flush(s, part);
    memcpy(p->buffer + p->length, line, length);
    p->length += length;
}

void sink_close(struct sink *s) {
    if (s == NULL)
        return;
    for (size_t i = 0; i < s->n; i++) {
        if (s->part[i].buffer != NULL)
            flush(s, i);
        free(s->part[i].buffer);
    }
    free(s);
}
