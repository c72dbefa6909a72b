/*
 * Writes findings to files.  Invariant: no two sources share a file, also not on a disk that does not see the
 * difference between capitals and small letters.  Called by rapport and controle.
 */
#include "reports/bevindingen.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reports/safe_text.h"
#include "reports/write.h"

struct target {
    int fd;
    const char *path;
    struct error *err;
};

static bool write_piece(void *context, const char *bytes, size_t len) {
    const struct target *target = context;
    return write_all(target->fd, bytes, len, target->path, target->err);
}

struct writing {
    const struct findings *findings;
    const struct sources *sources;
    const struct intern *clients;
    struct error *err;
};

static bool write_one(const struct writing *writing, uint32_t source, const char *path) {
    struct target target = {open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), path, writing->err};
    if (target.fd < 0)
        return error_set_errno(writing->err, errno, "%s kan niet worden gemaakt", path);
    bool done = findings_write(writing->findings, writing->sources, writing->clients, source, write_piece, &target);
    if (close(target.fd) != 0 && done)
        done = error_set_errno(writing->err, errno, "%s kan niet worden geschreven", path);
    return done;
}

/* The path of a delivered file with each of its names made safe. */
static void put_safe_path(struct buf *out, const char *path) {
    for (;;) {
        size_t len = strcspn(path, "/");
        size_t begin = out->len;
        safe_name_put(out, (struct slice){path, len});
        if (out->len == begin)
            buf_putc(out, '_');
        if (path[len] == '\0')
            return;
        buf_putc(out, '/');
        path += len + 1;
    }
}

/* Capitals as small letters, of ASCII only: other letters differ at worst where they need not. */
static uint32_t remember(struct intern *used, const struct buf *path) {
    struct buf folded = {0};
    for (size_t i = 0; i < path->len; i++) {
        char c = path->data[i];
        buf_putc(&folded, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
    }
    uint32_t id = intern_add(used, (struct slice){folded.data, folded.len});
    buf_release(&folded);
    return id;
}

/* Appends what makes it a .csv file that no other source has. */
static void put_suffix(struct buf *path, struct intern *used) {
    static const char suffix[] = ".csv";
    enum { SUFFIX = sizeof suffix - 1 };
    if (path->len >= SUFFIX && slice_is_word((struct slice){path->data + path->len - SUFFIX, SUFFIX}, suffix))
        path->len -= SUFFIX;
    size_t stem = path->len;
    for (unsigned n = 1;; n++) {
        uint32_t known = used->count;
        path->len = stem;
        if (n > 1)
            buf_printf(path, "-%u", n);
        buf_puts(path, suffix);
        if (remember(used, path) == known)
            return;
    }
}

static bool make_folders(char *path, size_t from, struct error *err) {
    for (char *at = path + from; (at = strchr(at, '/')) != NULL; at++) {
        *at = '\0';
        bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
        if (!made)
            return error_set_errno(err, errno, "de map %s kan niet worden gemaakt", path);
        *at = '/';
    }
    return true;
}

static bool write_source(const struct writing *writing, uint32_t source, const char *dir, struct intern *used) {
    struct buf path = {0};
    buf_puts(&path, "bevindingen/");
    put_safe_path(&path, writing->sources->list.data[source].path);
    put_suffix(&path, used);
    struct buf full = {0};
    buf_printf(&full, "%s/%s", dir, path.data);
    bool done = make_folders(full.data, strlen(dir) + 1, writing->err) && write_one(writing, source, full.data);
    buf_release(&path);
    buf_release(&full);
    return done;
}

void bevindingen_count(const struct findings *findings, uint64_t total[FINDING_COUNT]) {
    struct finding_counts counts = findings_per_source(findings);
    memset(total, 0, FINDING_COUNT * sizeof *total);
    for (size_t i = 0; i < counts.list.len; i++)
        total[counts.list.data[i].kind] += counts.list.data[i].count;
    VEC_FREE(counts.list);
}

bool bevindingen_write(const struct findings *findings, const struct sources *sources, const struct intern *clients,
                       const char *dir, struct error *err) {
    struct writing writing = {findings, sources, clients, err};
    struct buf all = {0};
    buf_printf(&all, "%s/bevindingen.csv", dir);
    bool done = write_one(&writing, SOURCE_ALL, all.data);
    buf_release(&all);
    struct intern used = {0};
    struct finding_counts counts = findings_per_source(findings);
    for (size_t i = 0; done && i < counts.list.len; i++)
        if (i == 0 || counts.list.data[i].source != counts.list.data[i - 1].source)
            done = write_source(&writing, counts.list.data[i].source, dir, &used);
    VEC_FREE(counts.list);
    intern_release(&used);
    return done;
}
