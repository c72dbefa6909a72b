/*
 * The walk through the input directory.  Invariant: the order in which the file system lists things has no influence;
 * only regular files are ever opened.
 */
#include "etl/input_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "etl/base/utf8.h"

enum { KINDS = 5 };

/* A directory on the way from the input directory to where the walk is. */
struct level {
    const struct level *up;
    dev_t device;
    ino_t inode;
    int depth;
    enum table table; /* that owns what lies below, or TABLE_NONE */
};

struct found {
    struct source source;
    enum finding_kind kind; /* FINDING_COUNT: nothing */
    int failure;            /* errno of FINDING_UNREADABLE */
};

struct walk {
    struct load *load;
    size_t prefix; /* length of the input directory and its slash, in paths */
    VEC(struct found) found;
};

/* ---- what a name says ---- */

static const struct {
    const char *suffix;
    enum source_kind kind;
} suffixes[KINDS] = {{".csv", SOURCE_CSV},
                     {".xlsx", SOURCE_XLSX},
                     {".xls", SOURCE_XLSX}, /* refused, with what to do about it */
                     {".xml", SOURCE_XML},
                     {".zip", SOURCE_ZIP}};

static enum source_kind kind_of(struct slice name, struct slice *stem) {
    for (int i = 0; i < KINDS; i++) {
        size_t len = strlen(suffixes[i].suffix);
        if (name.len > len && slice_is_word((struct slice){name.ptr + name.len - len, len}, suffixes[i].suffix)) {
            *stem = (struct slice){name.ptr, name.len - len};
            return suffixes[i].kind;
        }
    }
    return SOURCE_OTHER;
}

/* A table lies at the top, by its name, or below its own folder; messages and archives only below theirs. */
static enum table table_of(struct slice name, const struct level *level, enum source_kind *kind) {
    struct slice stem;
    *kind = kind_of(name, &stem);
    enum table table = level->depth == 0 && *kind != SOURCE_OTHER ? table_find(stem) : level->table;
    bool message = *kind == SOURCE_XML || *kind == SOURCE_ZIP;
    bool has_messages = table == TABLE_INDICATIES || table == TABLE_DECLARATIES;
    if (*kind == SOURCE_OTHER || (message && (level->depth == 0 || !has_messages)))
        return TABLE_NONE;
    return table;
}

static bool is_passed_over(const char *name) {
    return name[0] == '.' || (name[0] == '~' && name[1] == '$');
}

/* ---- walking ---- */

/* A path as it may be shown: valid UTF-8 without control characters. */
static const char *shown_path(struct load *load, const char *path) {
    size_t len = strlen(path);
    struct buf text = {0};
    if (utf8_is_valid(path, len))
        buf_puts(&text, path);
    else
        utf8_put_windows_1252(&text, path, len);
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7F)
            text.data[i] = '?';
    const char *shown = arena_strdup(&load->sources->arena, text.data);
    buf_release(&text);
    return shown;
}

/* `status` is NULL for what is not going to be read. */
static void add_found(struct walk *walk, const char *path, const struct stat *status, enum table table,
                      enum source_kind kind, enum finding_kind finding, int failure) {
    struct source source = {.path = shown_path(walk->load, path + walk->prefix),
                            .file = path,
                            .size = status ? (uint64_t)status->st_size : 0,
                            .changed = status ? file_changed(status) : 0,
                            .table = table,
                            .kind = kind,
                            .fate = table == TABLE_NONE ? SOURCE_UNKNOWN : SOURCE_READ};
    VEC_PUSH(walk->found, (struct found){source, finding, failure});
}

static bool is_above(const struct level *level, const struct stat *status) {
    for (; level; level = level->up)
        if (level->device == status->st_dev && level->inode == status->st_ino)
            return true;
    return false;
}

static int walk_directory(struct walk *walk, const char *path, const struct level *level);

static void visit(struct walk *walk, const char *path, const char *name, const struct level *level) {
    struct stat status;
    enum source_kind kind;
    enum table table = table_of(slice_of(name), level, &kind);
    if (stat(path, &status) != 0) {
        bool ours = table != TABLE_NONE;
        add_found(walk, path, NULL, table, kind, ours ? FINDING_UNREADABLE : FINDING_UNKNOWN_FILE, errno);
    } else if (S_ISDIR(status.st_mode)) {
        if (is_above(level, &status))
            return; /* a link to a folder above it: already being read */
        struct level below = {level, status.st_dev, status.st_ino, level->depth + 1,
                              level->depth == 0 ? table_find(slice_of(name)) : level->table};
        int failure = walk_directory(walk, path, &below);
        if (failure)
            add_found(walk, path, NULL, below.table, SOURCE_OTHER, FINDING_UNREADABLE, failure);
    } else if (!S_ISREG(status.st_mode)) {
        add_found(walk, path, NULL, TABLE_NONE, SOURCE_OTHER, FINDING_NOT_A_FILE, 0);
    } else {
        add_found(walk, path, &status, table, kind, table == TABLE_NONE ? FINDING_UNKNOWN_FILE : FINDING_COUNT, 0);
    }
}

/* 0, or errno when the directory cannot be read. */
static int walk_directory(struct walk *walk, const char *path, const struct level *level) {
    DIR *directory = opendir(path);
    if (!directory)
        return errno;
    const struct dirent *entry;
    errno = 0;
    while ((entry = readdir(directory))) {
        if (!is_passed_over(entry->d_name))
            visit(walk, arena_printf(&walk->load->sources->arena, "%s/%s", path, entry->d_name), entry->d_name, level);
        errno = 0;
    }
    int failure = errno;
    closedir(directory);
    return failure;
}

static int compare_found(const void *a, const void *b) {
    return strcmp(((const struct found *)a)->source.file, ((const struct found *)b)->source.file);
}

static void register_found(struct load *load, const struct found *found) {
    uint32_t number = (uint32_t)load->sources->list.len;
    struct place place = {number, LINE_NONE, COLUMN_NONE};
    struct source source = found->source;
    bool readable = source.table != TABLE_NONE && found->kind == FINDING_COUNT;
    if (!readable && source.table != TABLE_NONE)
        source.fate = SOURCE_REFUSED;
    VEC_PUSH(load->sources->list, source);
    if (found->kind == FINDING_UNREADABLE)
        findings_add_text(load->findings, found->kind, place, slice_of(error_wording(found->failure)));
    else if (found->kind != FINDING_COUNT)
        findings_add(load->findings, found->kind, place);
    if (!readable)
        return;
    VEC_PUSH(load->tables[source.table].files, number);
    load->progress.bytes_total += source.size;
    load->progress.files_total++;
}

bool input_files_find(struct load *load, struct error *err) {
    const char *path = load->options->invoer;
    struct walk walk = {.load = load, .prefix = strlen(path) + 1};
    struct stat status = {0};
    int failure = stat(path, &status) != 0 ? errno : S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
    struct level top = {.device = status.st_dev, .inode = status.st_ino, .table = TABLE_NONE};
    if (failure == 0)
        failure = walk_directory(&walk, path, &top);
    if (failure == 0 && walk.found.len > 0)
        qsort(walk.found.data, walk.found.len, sizeof *walk.found.data, compare_found);
    for (size_t i = 0; failure == 0 && i < walk.found.len; i++)
        register_found(load, &walk.found.data[i]);
    VEC_FREE(walk.found);
    return failure == 0 || error_set_errno(err, failure, "De invoermap %s kan niet worden gelezen", path);
}
