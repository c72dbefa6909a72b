/*
 * Heap memory that never returns NULL: a process without memory cannot go on, so it ends at once with a Dutch
 * sentence and exit status 4.  What was published before stays whole, since output appears in one last step.
 */
#ifndef WMO_ETL_BASE_MEM_H
#define WMO_ETL_BASE_MEM_H

#include <stddef.h>

enum { MEM_EXIT_STATUS = 4 };

/* Says that there is too little memory and ends the process; for libraries that fail only for want of it. */
_Noreturn void mem_exhausted(void);

/* `count` × `size` bytes, zeroed; freed with free().  count 0 gives a valid pointer. */
void *mem_calloc(size_t count, size_t size);

/*
 * `size` bytes, zeroed, that share no cache line with other memory: for what one thread writes all the time while the
 * others write theirs.  Freed with free().
 */
void *mem_alone(size_t size);

/* As realloc for `count` × `size` bytes; new bytes are not initialised. */
void *mem_realloc(void *old, size_t count, size_t size);

/* A terminated copy of `len` bytes; freed with free(). */
char *mem_strndup(const char *text, size_t len);

#endif
