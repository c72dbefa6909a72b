/*
 * A stream over bytes in memory.  Invariant: `at` is never beyond the end.  Called by book_xlsx.c.
 */
#include "reports/book/memory_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "etl/base/buf.h"
#include "etl/base/mem.h"

struct content {
    struct buf bytes;
    size_t at; /* where is read */
};

static ssize_t read_content(void *cookie, char *to, size_t len) {
    struct content *content = cookie;
    size_t left = content->bytes.len - content->at;
    size_t got = len < left ? len : left;
    if (got > 0)
        memcpy(to, content->bytes.data + content->at, got);
    content->at += got;
    return (ssize_t)got;
}

static ssize_t write_content(void *cookie, const char *from, size_t len) {
    struct content *content = cookie;
    buf_add(&content->bytes, from, len);
    content->at = content->bytes.len;
    return (ssize_t)len;
}

static int seek_content(void *cookie, off64_t *offset, int whence) {
    struct content *content = cookie;
    size_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? content->at : content->bytes.len;
    off64_t to = (off64_t)from + *offset;
    if (to < 0 || to > (off64_t)content->bytes.len) {
        errno = EINVAL;
        return -1;
    }
    content->at = (size_t)to;
    *offset = to;
    return 0;
}

static int close_content(void *cookie) {
    struct content *content = cookie;
    buf_release(&content->bytes);
    free(content);
    return 0;
}

FILE *memory_file_open(void) {
    static const cookie_io_functions_t functions = {read_content, write_content, seek_content, close_content};
    struct content *content = mem_calloc(1, sizeof *content);
    FILE *file = fopencookie(content, "w+", functions);
    if (file == NULL)
        close_content(content);
    return file;
}
