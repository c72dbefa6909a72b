/*
 * Arenas: a chain of blocks, each at least as large as what is asked.  Invariant: next and end lie in the newest
 * block of standard size.
 */
#include "etl/base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"

enum { BLOCK_SIZE = 64 * 1024 };

struct arena_block {
    struct arena_block *older;
    void *adopted; /* freed with the block */
    alignas(max_align_t) char bytes[];
};

void arena_init(struct arena *arena) {
    *arena = (struct arena){0};
}

void arena_release(struct arena *arena) {
    while (arena->blocks) {
        struct arena_block *older = arena->blocks->older;
        free(arena->blocks->adopted);
        free(arena->blocks);
        arena->blocks = older;
    }
    arena_init(arena);
}

static char *add_block(struct arena *arena, size_t size) {
    struct arena_block *block = mem_calloc(1, sizeof *block + size);
    block->older = arena->blocks;
    arena->blocks = block;
    return block->bytes;
}

void *arena_alloc(struct arena *arena, size_t size) {
    size = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    if (size > BLOCK_SIZE / 4)
        return add_block(arena, size);
    if (!arena->next || size > (size_t)(arena->end - arena->next)) {
        arena->next = add_block(arena, BLOCK_SIZE);
        arena->end = arena->next + BLOCK_SIZE;
    }
    void *fresh = arena->next;
    arena->next += size;
    return fresh;
}

void *arena_adopt(struct arena *arena, void *memory) {
    add_block(arena, 0);
    arena->blocks->adopted = memory;
    return memory;
}

char *arena_strndup(struct arena *arena, const char *text, size_t len) {
    char *copy = arena_alloc(arena, len + 1);
    if (len > 0)
        memcpy(copy, text, len);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text) {
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *fmt, ...) {
    va_list args;
    va_list again;
    va_start(args, fmt);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    if (len < 0)
        BUG("format");
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, fmt, again);
    va_end(again);
    return text;
}
