/*
 * Byte strings: `struct slice` borrows bytes that somebody else owns, `struct buf` owns bytes that grow.
 */
#ifndef WMO_ETL_BASE_BUF_H
#define WMO_ETL_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/word.h"

struct slice {
    const char *ptr;
    size_t len;
};

struct slice slice_of(const char *text);

static inline bool slice_equal(struct slice a, struct slice b) {
    return a.len == b.len && word_equal_bytes(a.ptr, b.ptr, a.len);
}

/* Byte order; a prefix comes first. */
int slice_compare(struct slice a, struct slice b);

/* Equal but for the case of ASCII letters; `text` is terminated. */
bool slice_is_word(struct slice s, const char *text);

struct buf {
    char *data; /* terminated whenever something was added */
    size_t len;
    size_t cap;
};

/* A buf starts as {0}; after release it can be used again. */
void buf_release(struct buf *buf);
void buf_reserve(struct buf *buf, size_t more);
void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *fmt, ...) __attribute__((format(printf, 2, 3), nonnull));

/* Decimal digits of a number, faster than buf_printf. */
void buf_put_int(struct buf *buf, int64_t number);

#endif
