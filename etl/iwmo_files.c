/*
 * Opens archives for their lists and messages for their first element.  Invariant: the place of a message depends on
 * its path only, in an archive or not; a message that cannot be read stays where it lies, and is refused there.
 */
#include "etl/iwmo_files.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/threads.h"
#include "etl/base/utf8.h"
#include "etl/iwmo_source.h"
#include "etl/zip_archive.h"

static const enum table message_tables[] = {TABLE_INDICATIES, TABLE_DECLARATIES};
enum { TABLES = sizeof message_tables / sizeof message_tables[0] };

/* ---- archives ---- */

struct unpacking {
    struct load *load;
    uint32_t archive; /* its source */
    size_t first;     /* source of its first member */
};

/* x.zip/name as it may be shown: valid UTF-8 without control characters. */
static const char *member_path(struct load *load, const char *archive, struct slice name) {
    struct buf text = {0};
    buf_puts(&text, archive);
    buf_putc(&text, '/');
    if (utf8_is_valid(name.ptr, name.len))
        buf_add(&text, name.ptr, name.len);
    else
        utf8_put_windows_1252(&text, name.ptr, name.len);
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7F)
            text.data[i] = '?';
    const char *path = arena_strndup(&load->sources->arena, text.data, text.len);
    buf_release(&text);
    return path;
}

/* As in folders: names that begin with . or ~$, but . and .. are only names here. */
static bool is_passed_over(struct slice name) {
    for (size_t begin = 0, end; begin < name.len; begin = end + 1) {
        const char *part = name.ptr + begin;
        const char *slash = memchr(part, '/', name.len - begin);
        end = slash ? (size_t)(slash - name.ptr) : name.len;
        size_t len = end - begin;
        bool dots = (len == 1 && part[0] == '.') || (len == 2 && part[0] == '.' && part[1] == '.');
        if ((len > 0 && part[0] == '.' && !dots) || (len > 1 && part[0] == '~' && part[1] == '$'))
            return true;
    }
    return false;
}

static bool has_suffix(struct slice name, const char *suffix) {
    size_t len = strlen(suffix);
    return name.len >= len && slice_is_word((struct slice){name.ptr + name.len - len, len}, suffix);
}

static void add_member(void *context, const struct zip_entry *entry) {
    struct unpacking *u = context;
    struct sources *sources = u->load->sources;
    if (is_passed_over(entry->name))
        return;
    struct source archive = sources->list.data[u->archive];
    bool message = has_suffix(entry->name, ".xml");
    VEC_PUSH(sources->list, (struct source){.path = member_path(u->load, archive.path, entry->name),
                                            .file = archive.file,
                                            .member = entry->at,
                                            .size = entry->size,
                                            .packed = true,
                                            .table = message ? archive.table : TABLE_NONE,
                                            .kind = message ? SOURCE_XML : SOURCE_OTHER,
                                            .fate = message ? SOURCE_READ : SOURCE_UNKNOWN});
}

static void list_members(struct unpacking *u) {
    struct load *load = u->load;
    struct table_rows *rows = &load->tables[load->sources->list.data[u->archive].table];
    for (size_t i = u->first; i < load->sources->list.len; i++) {
        const struct source *member = &load->sources->list.data[i];
        if (member->kind == SOURCE_XML) {
            VEC_PUSH(rows->files, (uint32_t)i);
            load->progress.bytes_total += member->size;
            load->progress.files_total++;
        } else {
            findings_add(load->findings, FINDING_MEMBER_NOT_XML, (struct place){(uint32_t)i, LINE_NONE, COLUMN_NONE});
        }
    }
}

static void open_archive(struct load *load, uint32_t number) {
    struct unpacking u = {load, number, load->sources->list.len};
    const char *reason;
    struct zip_archive *archive = zip_archive_open(load->sources->list.data[number].file, &reason);
    if (archive && zip_archive_list(archive, add_member, &u, &reason)) {
        list_members(&u);
    } else {
        load->sources->list.len = u.first;
        load->sources->list.data[number].fate = SOURCE_REFUSED;
        findings_add_text(load->findings, FINDING_ARCHIVE_REFUSED, (struct place){number, LINE_NONE, COLUMN_NONE},
                          slice_of(reason));
    }
    zip_archive_close(archive);
}

/* Members take the place of their archive in the files of the table. */
static void open_archives(struct load *load, enum table table) {
    struct table_rows *rows = &load->tables[table];
    size_t count = rows->files.len;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t number = rows->files.data[i];
        if (load->sources->list.data[number].kind != SOURCE_ZIP)
            continue;
        load->progress.bytes_total -= load->sources->list.data[number].size;
        load->progress.files_total--;
        open_archive(load, number);
    }
    for (size_t i = 0; i < rows->files.len; i++)
        if (load->sources->list.data[rows->files.data[i]].kind != SOURCE_ZIP)
            rows->files.data[kept++] = rows->files.data[i];
    rows->files.len = kept;
}

/* ---- which table? ---- */

struct dividing {
    struct load *load;
    struct iwmo_source **readers; /* per thread */
    VEC(uint32_t) messages;
};

static void find_table(void *context, size_t message, unsigned worker) {
    struct dividing *d = context;
    struct source *source = &d->load->sources->list.data[d->messages.data[message]];
    enum table table = iwmo_source_table(d->readers[worker], source);
    if (table != TABLE_NONE)
        source->table = table;
}

static void find_tables(struct dividing *d) {
    unsigned threads = d->load->options->threads;
    d->readers = mem_calloc(threads, sizeof(struct iwmo_source *));
    for (unsigned i = 0; i < threads; i++)
        d->readers[i] = iwmo_source_new();
    threads_each(threads, d->messages.len, find_table, d);
    for (unsigned i = 0; i < threads; i++)
        iwmo_source_free(d->readers[i]);
    free(d->readers);
}

static int compare_paths(const void *a, const void *b, void *context) {
    const struct source *sources = context;
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    int order = strcmp(sources[x].path, sources[y].path);
    return order ? order : (x > y) - (x < y);
}

static void divide(struct load *load) {
    struct dividing d = {.load = load};
    for (size_t t = 0; t < TABLES; t++) {
        struct table_rows *rows = &load->tables[message_tables[t]];
        size_t kept = 0;
        for (size_t i = 0; i < rows->files.len; i++) {
            uint32_t number = rows->files.data[i];
            if (load->sources->list.data[number].kind == SOURCE_XML)
                VEC_PUSH(d.messages, number);
            else
                rows->files.data[kept++] = number;
        }
        rows->files.len = kept;
    }
    find_tables(&d);
    for (size_t i = 0; i < d.messages.len; i++)
        VEC_PUSH(load->tables[load->sources->list.data[d.messages.data[i]].table].files, d.messages.data[i]);
    for (size_t t = 0; d.messages.len > 0 && t < TABLES; t++) {
        struct table_rows *rows = &load->tables[message_tables[t]];
        if (rows->files.len > 0)
            qsort_r(rows->files.data, rows->files.len, sizeof *rows->files.data, compare_paths,
                    load->sources->list.data);
    }
    VEC_FREE(d.messages);
}

void iwmo_files_arrange(struct load *load) {
    for (size_t t = 0; t < TABLES; t++)
        open_archives(load, message_tables[t]);
    divide(load);
}
