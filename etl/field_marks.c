/*
 * Marks of a text, 64 bytes at a time: one bit per byte says whether it is a mark.  Invariant: the result is that of
 * looking at each byte.
 */
#include "etl/field_marks.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BLOCK = 64 };

struct block_bits {
    uint64_t marks;
    uint64_t high; /* bytes above 127 */
};

#ifdef __SSE2__

static struct block_bits read_block(const char *text, char separator) {
    const __m128i wanted[4] = {_mm_set1_epi8(separator), _mm_set1_epi8('\n'), _mm_set1_epi8('\r'), _mm_set1_epi8('"')};
    struct block_bits bits = {0};
    for (int part = 0; part < 4; part++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + part * 16));
        __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, wanted[0]), _mm_cmpeq_epi8(bytes, wanted[1])),
                                     _mm_or_si128(_mm_cmpeq_epi8(bytes, wanted[2]), _mm_cmpeq_epi8(bytes, wanted[3])));
        bits.marks |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (part * 16);
        bits.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes);
    }
    return bits;
}

#else

static struct block_bits read_block(const char *text, char separator) {
    struct block_bits bits = {0};
    for (int i = 0; i < BLOCK; i++) {
        char c = text[i];
        bits.marks |= (uint64_t)(c == separator || c == '\n' || c == '\r' || c == '"') << i;
        bits.high |= (unsigned char)c >> 7;
    }
    return bits;
}

#endif

void field_marks_find(struct field_marks *marks, const char *text, size_t len, char separator) {
    char tail[BLOCK] = {0};
    uint64_t high = 0;
    marks->places.len = 0;
    VEC_RESERVE(marks->places, len + 1);
    uint32_t *next = marks->places.data;
    for (size_t base = 0; base < len; base += BLOCK) {
        const char *block = text + base;
        if (len - base < BLOCK) {
            memcpy(tail, block, len - base);
            block = tail;
        }
        struct block_bits bits = read_block(block, separator);
        high |= bits.high;
        for (uint64_t left = bits.marks; left != 0; left &= left - 1)
            *next++ = (uint32_t)base + (uint32_t)__builtin_ctzll(left);
    }
    *next++ = (uint32_t)len;
    marks->places.len = (size_t)(next - marks->places.data);
    marks->ascii = high == 0;
}
