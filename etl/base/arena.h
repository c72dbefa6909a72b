/*
 * Arenas: memory that is released all at once.  Memory from an arena is never freed by itself; a const pointer
 * into one is borrowed and lives as long as its arena.  Not shared between threads.
 */
#ifndef WMO_ETL_BASE_ARENA_H
#define WMO_ETL_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first */
    char *next;
    char *end;
};

void arena_init(struct arena *arena);

/* Frees everything that came from the arena; it can be used again afterwards. */
void arena_release(struct arena *arena);

/* `size` zeroed bytes, aligned for any type; never NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* Gives memory from malloc to the arena, to be freed with it; returns it. */
void *arena_adopt(struct arena *arena, void *memory);

/* A terminated copy of a string, or of its first `len` bytes. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t len);

/* A formatted string. */
char *arena_printf(struct arena *arena, const char *fmt, ...) __attribute__((format(printf, 2, 3), nonnull));

#endif
