/*
 * The one place where running out of memory is handled.  Invariant: no function here returns NULL.
 */
#include "etl/base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "etl/base/message.h"

void mem_exhausted(void) {
    message_write(PRIORITY_ERROR, "te weinig geheugen om verder te gaan; er is niets geschreven. Sluit andere "
                                  "programma's of gebruik een computer met meer geheugen.");
    _exit(MEM_EXIT_STATUS);
}

void *mem_calloc(size_t count, size_t size) {
    void *fresh = calloc(count ? count : 1, size ? size : 1);
    if (!fresh)
        mem_exhausted();
    return fresh;
}

void *mem_realloc(void *old, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        mem_exhausted();
    void *fresh = realloc(old, bytes ? bytes : 1);
    if (!fresh)
        mem_exhausted();
    return fresh;
}

char *mem_strndup(const char *text, size_t len) {
    char *copy = mem_realloc(NULL, len + 1, 1);
    if (len > 0)
        memcpy(copy, text, len);
    copy[len] = '\0';
    return copy;
}
