/*
 * Sets of small numbers, for what was touched: setting, joining and walking them in rising order.
 */
#ifndef WMO_REPORTS_MEASURES_BITS_H
#define WMO_REPORTS_MEASURES_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BITS_PER_WORD = 64 };

/* Words that hold numbers below `count`. */
static inline size_t bits_words(size_t count) {
    return (count + BITS_PER_WORD - 1) / BITS_PER_WORD;
}

static inline void bits_set(uint64_t *bits, size_t number) {
    bits[number / BITS_PER_WORD] |= UINT64_C(1) << number % BITS_PER_WORD;
}

static inline bool bits_has(const uint64_t *bits, size_t number) {
    return bits[number / BITS_PER_WORD] >> number % BITS_PER_WORD & 1;
}

/* `for (size_t n = bits_next(bits, words, 0); n != SIZE_MAX; n = bits_next(bits, words, n + 1))` */
static inline size_t bits_next(const uint64_t *bits, size_t words, size_t from) {
    size_t word = from / BITS_PER_WORD;
    if (word >= words)
        return SIZE_MAX;
    uint64_t left = bits[word] >> from % BITS_PER_WORD << from % BITS_PER_WORD;
    while (left == 0) {
        if (++word == words)
            return SIZE_MAX;
        left = bits[word];
    }
    return word * BITS_PER_WORD + (size_t)__builtin_ctzll(left);
}

#endif
