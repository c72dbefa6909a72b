/*
 * The one place where running out of memory is handled.  Invariant: no function here returns NULL.
 */
#include "etl/base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Noreturn void out_of_memory(void) {
    static const char sentence[] =
        "wmo-mi: te weinig geheugen om verder te gaan; er is niets geschreven. Sluit andere programma's of "
        "gebruik een computer met meer geheugen.\n";
    /* Nothing can be done about a message that cannot be written either. */
    if (write(STDERR_FILENO, sentence, sizeof sentence - 1) < 0)
        _exit(MEM_EXIT_STATUS);
    _exit(MEM_EXIT_STATUS);
}

void *mem_calloc(size_t count, size_t size) {
    void *fresh = calloc(count ? count : 1, size ? size : 1);
    if (!fresh)
        out_of_memory();
    return fresh;
}

void *mem_realloc(void *old, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        out_of_memory();
    void *fresh = realloc(old, bytes ? bytes : 1);
    if (!fresh)
        out_of_memory();
    return fresh;
}

char *mem_strndup(const char *text, size_t len) {
    char *copy = mem_realloc(NULL, len + 1, 1);
    if (len > 0)
        memcpy(copy, text, len);
    copy[len] = '\0';
    return copy;
}
