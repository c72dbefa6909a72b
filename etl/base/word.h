/*
 * Short texts as numbers, so that a few instructions look at all of their bytes: the first byte is the lowest one,
 * whatever the machine, and behind the text stand zeros.
 */
#ifndef WMO_ETL_BASE_WORD_H
#define WMO_ETL_BASE_WORD_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { WORD_BYTES = 8 };

/* The eight bytes at `at`. */
static inline uint64_t word_load(const char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return le64toh(word);
}

/* The four bytes at `at`. */
static inline uint32_t word_load_half(const char *at) {
    uint32_t half;
    memcpy(&half, at, sizeof half);
    return le32toh(half);
}

/* A text of at most eight bytes; no byte behind it is read. */
static inline uint64_t word_of(const char *at, size_t len) {
    if (len == WORD_BYTES)
        return word_load(at);
    if (len >= WORD_BYTES / 2) /* two halves that overlap */
        return word_load_half(at) | (uint64_t)word_load_half(at + len - WORD_BYTES / 2) << (8 * len - 32);
    if (len == 0)
        return 0;
    uint64_t first = (unsigned char)at[0];
    uint64_t middle = (unsigned char)at[len / 2];
    uint64_t last = (unsigned char)at[len - 1];
    return first | middle << (len / 2 * 8) | last << (len * 8 - 8);
}

/* Are so many bytes equal?  Short ones, which nearly all are, without a call. */
static inline bool word_equal_bytes(const char *a, const char *b, size_t len) {
    if (len > 2 * WORD_BYTES)
        return memcmp(a, b, len) == 0;
    if (len >= WORD_BYTES)
        return word_load(a) == word_load(b) && word_load(a + len - WORD_BYTES) == word_load(b + len - WORD_BYTES);
    return word_of(a, len) == word_of(b, len);
}

/* The bits of the first `len` bytes. */
static inline uint64_t word_mask(size_t len) {
    return len >= WORD_BYTES ? UINT64_MAX : (UINT64_C(1) << (8 * len)) - 1;
}

#endif
