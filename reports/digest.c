/*
 * SHA-256 of files.  Called by verantwoording, verifieer and for the workbooks.
 */
#include "reports/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "etl/base/mem.h"
#include "etl/sha256.h"

enum { BLOCK = 1 << 18 };

static bool digest_stream(int fd, struct sha256 *sum, const char *path, struct error *err) {
    char *block = mem_calloc(BLOCK, 1);
    bool done = true;
    for (;;) {
        ssize_t len = read(fd, block, BLOCK);
        if (len < 0 && errno == EINTR)
            continue;
        if (len < 0)
            done = error_set_errno(err, errno, "%s kan niet worden gelezen", path);
        if (len <= 0)
            break;
        sha256_add(sum, block, (size_t)len);
    }
    free(block);
    return done;
}

bool digest_file(const char *path, unsigned char digest[SHA256_SIZE], struct error *err) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return error_set_errno(err, errno, "%s kan niet worden gelezen", path);
    struct sha256 *sum = sha256_open();
    bool done = digest_stream(fd, sum, path, err);
    sha256_close(sum, digest);
    close(fd);
    return done;
}

char *digest_text(const unsigned char digest[SHA256_SIZE], char text[DIGEST_TEXT_SIZE]) {
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < SHA256_SIZE; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    text[DIGEST_TEXT_SIZE - 1] = '\0';
    return text;
}

void digest_input(const struct sources *sources, unsigned char digest[SHA256_SIZE]) {
    struct sha256 *sum = sha256_open();
    for (size_t i = 0; i < sources->list.len; i++) {
        const struct source *source = &sources->list.data[i];
        char text[DIGEST_TEXT_SIZE];
        if (!source->hashed)
            continue;
        sha256_add(sum, digest_text(source->sha256, text), DIGEST_TEXT_SIZE - 1);
        sha256_add(sum, "  ", 2);
        sha256_add(sum, source->path, strlen(source->path));
        sha256_add(sum, "\n", 1);
    }
    sha256_close(sum, digest);
}
