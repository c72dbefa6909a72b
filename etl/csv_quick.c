/*
 * The quick way of splitting: a cell that repeats the one before is skipped without looking for its end.  Invariant: a
 * record that is split here gives the cells that the splitter would give; a differential test asserts it.
 */
#include "etl/csv_quick.h"

#include "etl/record_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { STEP = KEPT_BYTES }; /* bytes looked at together */

/* Does a record that begins so have a first cell with something in it, and so is not blank? */
static bool begins_with_text(char c, char separator) {
    return c != separator && c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '"' && c != '\xC2';
}

#ifdef __SSE2__

/* The first separator, line end or quote among STEP bytes; STEP when there is none. */
static inline unsigned find_in_step(const char *text, char separator) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text);
    __m128i field =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(separator)), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
    __m128i other = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
    return (unsigned)__builtin_ctz((unsigned)_mm_movemask_epi8(_mm_or_si128(field, other)) | 1U << STEP);
}

#else

static inline unsigned find_in_step(const char *text, char separator) {
    unsigned i = 0;
    while (i < STEP && text[i] != separator && text[i] != '\n' && text[i] != '\r' && text[i] != '"')
        i++;
    return i;
}

#endif

/* The first separator, line end or quote at or behind `at`; NULL when there is none that is surely seen. */
static inline const char *find_mark(const char *at, const char *last, char separator) {
    while (at <= last) {
        unsigned step = find_in_step(at, separator);
        at += step;
        if (step < STEP)
            return at;
    }
    return NULL;
}

bool quick_split(const struct row_block *block, const struct layout *layout, struct slice whole, size_t begin,
                 struct quick_record *record) {
    if (whole.len < STEP || begin > whole.len - STEP || !begins_with_text(whole.ptr[begin], layout->separator))
        return false;
    const char *const last = whole.ptr + whole.len - STEP;
    const char *at = whole.ptr + begin;
    const uint8_t *const last_column = layout->columns + layout->fields - 1;
    const char separator = layout->separator;
    const uint32_t fickle = block->fickle;
    uint32_t changed = 0;
    for (const uint8_t *column = layout->columns; column <= last_column; column++) {
        const struct column_memory *memory = &block->memory[*column];
        if (at > last)
            return false;
        if (!(fickle >> *column & 1) && column_memory_repeats(memory, at)) {
            at += memory->len + 1; /* the byte behind is the same too */
            continue;
        }
        const char *end = find_mark(at, last, separator);
        if (!end || (*end != separator && column != last_column))
            return false;
        record->cells[*column] = (struct slice){at, (size_t)(end - at)};
        changed |= 1U << *column;
        at = end + 1;
    }
    if (at[-1] != '\n' && at[-1] != '\r')
        return false;
    record->behind = record_skip_end(whole.ptr, whole.len, (size_t)(at - 1 - whole.ptr));
    record->changed = changed & ((1U << COLUMNS_MAX) - 1);
    return true;
}
