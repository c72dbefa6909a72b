/*
 * A floor for loading: libcsv merely splitting files, each by a process of its own when there are several processors.
 *
 *     split FILE PARTS     splits FILE in PARTS processes, each from a line end near its share to the next
 *
 * Prints the number of fields. Called by tests/bench/bench-sizes.
 */
#include <csv.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BUFFER = 1 << 20, SEPARATOR = ';', PARTS_MAX = 16 };

static void count_field(void *field, size_t length, void *fields) {
    (void)field;
    (void)length;
    ++*(uint64_t *)fields;
}

/* The offset behind the first line end at or after `from`; the end of the file when there is none. */
static off_t next_line(int fd, off_t from, off_t size) {
    char buffer[4096];
    for (off_t at = from; at < size;) {
        ssize_t got = pread(fd, buffer, sizeof buffer, at);
        if (got <= 0)
            return size;
        const char *end = memchr(buffer, '\n', (size_t)got);
        if (end != NULL)
            return at + (end - buffer) + 1;
        at += got;
    }
    return size;
}

/* Fields in [begin, end); -1 when the file cannot be read or split. */
static int64_t split_part(int fd, off_t begin, off_t end) {
    struct csv_parser parser;
    uint64_t fields = 0;
    char *buffer = malloc(BUFFER);
    bool good = buffer != NULL && csv_init(&parser, CSV_STRICT | CSV_APPEND_NULL) == 0;
    csv_set_delim(&parser, SEPARATOR);
    while (good && begin < end) {
        size_t want = end - begin < BUFFER ? (size_t)(end - begin) : BUFFER;
        ssize_t got = pread(fd, buffer, want, begin);
        good = got > 0 && csv_parse(&parser, buffer, (size_t)got, count_field, NULL, &fields) == (size_t)got;
        begin += got;
    }
    if (good)
        csv_fini(&parser, count_field, NULL, &fields);
    csv_free(&parser);
    free(buffer);
    return good ? (int64_t)fields : -1;
}

/* A process that reports its fields through a pipe; the end to read from, -1 when it cannot be started. */
static int start_part(const char *path, int part, int parts) {
    int ends[2];
    if (pipe(ends) != 0)
        return -1;
    pid_t child = fork();
    if (child == 0) {
        int fd = open(path, O_RDONLY | O_CLOEXEC);
        off_t size = fd < 0 ? -1 : lseek(fd, 0, SEEK_END);
        off_t begin = part == 0 ? 0 : next_line(fd, size / parts * part, size);
        off_t end = part == parts - 1 ? size : next_line(fd, size / parts * (part + 1), size);
        int64_t fields = size < 0 ? -1 : split_part(fd, begin, end);
        _exit(write(ends[1], &fields, sizeof fields) == sizeof fields ? 0 : 1);
    }
    close(ends[1]);
    return child < 0 ? -1 : ends[0];
}

/* A whole number to PARTS_MAX; 0 when it is none. */
static int parts_of(const char *text) {
    int parts = 0;
    for (; *text >= '0' && *text <= '9' && parts <= PARTS_MAX; text++)
        parts = 10 * parts + (*text - '0');
    return *text == '\0' && parts <= PARTS_MAX ? parts : 0;
}

int main(int argc, char **argv) {
    int parts = argc == 3 ? parts_of(argv[2]) : 0;
    int pipes[PARTS_MAX];
    int64_t total = 0;
    if (parts == 0)
        return 2;
    for (int part = 0; part < parts; part++)
        pipes[part] = start_part(argv[1], part, parts);
    for (int part = 0; part < parts; part++) {
        int64_t fields;
        if (pipes[part] < 0 || read(pipes[part], &fields, sizeof fields) != sizeof fields || fields < 0)
            return 1;
        total += fields;
    }
    while (wait(NULL) > 0) {
    }
    printf("%lld\n", (long long)total);
    return 0;
}
