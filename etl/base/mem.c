/*
 * The one place where running out of memory is handled.  Invariant: no function here returns NULL.
 */
#include "etl/base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "etl/base/message.h"

enum {
    PAGE = 4096,
    LARGE_BYTES = 4 << 20,
    LINES_BYTES = 128 /* two cache lines, since processors fetch them in pairs */
};

void mem_exhausted(void) {
    message_write(PRIORITY_ERROR, "te weinig geheugen om verder te gaan; er is niets geschreven. Sluit andere "
                                  "programma's of gebruik een computer met meer geheugen.");
    _exit(MEM_EXIT_STATUS);
}

/*
 * Asks for huge pages where memory is large: making small ones costs a tenth of the time of a large run.  Without them
 * it works as well.  All of the mapping, since one of two kinds could not be moved as a whole when it grows.
 */
static void *use_huge_pages(void *memory, size_t bytes) {
    if (bytes >= LARGE_BYTES) {
        size_t before = (uintptr_t)memory % PAGE;
        size_t whole = (before + bytes + PAGE - 1) / PAGE * PAGE;
        (void)madvise((char *)memory - before, whole, MADV_HUGEPAGE);
    }
    return memory;
}

void *mem_calloc(size_t count, size_t size) {
    void *fresh = calloc(count ? count : 1, size ? size : 1);
    if (!fresh)
        mem_exhausted();
    return use_huge_pages(fresh, count * size);
}

void *mem_alone(size_t size) {
    if (size > SIZE_MAX - LINES_BYTES)
        mem_exhausted();
    size_t whole = (size / LINES_BYTES + 1) * LINES_BYTES;
    void *fresh = aligned_alloc(LINES_BYTES, whole);
    if (!fresh)
        mem_exhausted();
    memset(fresh, 0, whole);
    return fresh;
}

void *mem_realloc(void *old, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        mem_exhausted();
    void *fresh = realloc(old, bytes ? bytes : 1);
    if (!fresh)
        mem_exhausted();
    return use_huge_pages(fresh, bytes);
}

char *mem_strndup(const char *text, size_t len) {
    char *copy = mem_realloc(NULL, len + 1, 1);
    if (len > 0)
        memcpy(copy, text, len);
    copy[len] = '\0';
    return copy;
}
