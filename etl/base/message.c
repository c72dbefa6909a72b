/*
 * Last words.  Invariant: nothing here allocates, and a message that cannot be written is let go, since there is
 * nowhere left to say so.  Called by mem and error, and by the command's log for where its lines go.
 */
#include "etl/base/message.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* systemd names device and inode of the journal's socket; standard error may since lead elsewhere. */
bool message_to_journal(void) {
    const char *stream = getenv("JOURNAL_STREAM");
    struct stat status;
    if (stream == NULL || fstat(STDERR_FILENO, &status) != 0)
        return false;
    char own[64];
    snprintf(own, sizeof own, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    return strcmp(own, stream) == 0;
}

void message_write(enum priority priority, const char *sentence) {
    char head[32];
    const char *level = message_to_journal() ? head : "";
    snprintf(head, sizeof head, "<%d>", (int)priority);
    const char *const parts[] = {level, "wmo-mi: ", sentence, "\n"};
    struct iovec line[sizeof parts / sizeof parts[0]];
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        line[i].iov_len = strlen(parts[i]);
        memcpy(&line[i].iov_base, &parts[i], sizeof parts[i]); /* writev only reads, but has no const */
    }
    if (writev(STDERR_FILENO, line, sizeof parts / sizeof parts[0]) < 0)
        return;
}
