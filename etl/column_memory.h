/*
 * What a column held in the row before, since most cells of most files repeat it.  Invariant: while a text is kept, the
 * value of that text is in the current row of the block.
 */
#ifndef WMO_ETL_COLUMN_MEMORY_H
#define WMO_ETL_COLUMN_MEMORY_H

#include <stdbool.h>

#include "etl/base/word.h"

enum { KEPT_BYTES = 2 * WORD_BYTES };

struct column_memory {
    const char *text;
    size_t len;       /* NOTHING_KEPT: no text */
    uint64_t word[2]; /* the text and the byte behind it, when both are known and short; else what no bytes equal */
    uint64_t mask[2]; /* which bytes those are */
};

#define NOTHING_KEPT SIZE_MAX
#define NOTHING_IN_MEMORY ((struct column_memory){.len = NOTHING_KEPT, .word = {1}})

/* Keeps nothing to be compared at once. */
static inline void column_memory_forget_words(struct column_memory *memory) {
    memory->word[0] = 1;
    memory->mask[0] = 0;
}

/* Keeps what column_memory_repeats compares; KEPT_BYTES can be read from the start of the text. */
static inline void column_memory_keep_words(struct column_memory *memory) {
    static const char masks[2 * KEPT_BYTES] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
    if (memory->len >= KEPT_BYTES) {
        column_memory_forget_words(memory);
        return;
    }
    const char *mask = masks + KEPT_BYTES - memory->len - 1;
    memory->mask[0] = word_load(mask);
    memory->mask[1] = word_load(mask + WORD_BYTES);
    memory->word[0] = word_load(memory->text) & memory->mask[0];
    memory->word[1] = word_load(memory->text + WORD_BYTES) & memory->mask[1];
}

/* Do the KEPT_BYTES at `at` begin with the text and the byte behind it? */
static inline bool column_memory_repeats(const struct column_memory *memory, const char *at) {
    return (((word_load(at) & memory->mask[0]) ^ memory->word[0]) |
            ((word_load(at + WORD_BYTES) & memory->mask[1]) ^ memory->word[1])) == 0;
}

#endif
