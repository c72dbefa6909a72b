/*
 * The parts of a written workbook and how they refer to each other.  Invariant: after package_read() every part had its
 * checksum and every relation leads to a part.  Called by verify.c.
 */
#include "reports/book/verify_parts.h"

#include <limits.h>
#include <minizip/unzip.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_NAME = 256 };

bool damaged(const struct package *package, const char *fmt, ...) {
    char reason[512];
    va_list args;
    va_start(args, fmt);
    vsnprintf(reason, sizeof reason, fmt, args);
    va_end(args);
    return error_set(package->err,
                     "Werkboek %s is niet goed weggeschreven (%s). Mogelijk is de schijf vol: maak ruimte en probeer "
                     "het opnieuw.",
                     basename(package->path), reason);
}

struct part *package_find(const struct package *package, const char *name) {
    for (size_t i = 0; i < package->parts.len; i++)
        if (strcmp(package->parts.data[i].name, name) == 0)
            return &package->parts.data[i];
    return NULL;
}

struct part *package_follow(const struct package *package, const char *source, const char *id) {
    for (size_t i = 0; id && i < package->relations.len; i++) {
        const struct relation *relation = &package->relations.data[i];
        if (relation->target && strcmp(relation->source, source) == 0 && strcmp(relation->id, id) == 0)
            return package_find(package, relation->target);
    }
    return NULL;
}

/* ---- the archive ---- */

static bool read_part(struct package *package, unzFile archive) {
    char name[LONGEST_NAME];
    unz_file_info64 info;
    if (unzGetCurrentFileInfo64(archive, &info, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK ||
        info.uncompressed_size > INT_MAX || unzOpenCurrentFile(archive) != UNZ_OK)
        return damaged(package, "een onderdeel is onleesbaar");
    char *data = arena_alloc(&package->arena, (size_t)info.uncompressed_size + 1);
    int got = unzReadCurrentFile(archive, data, (unsigned)info.uncompressed_size + 1);
    bool whole = got >= 0 && (uint64_t)got == info.uncompressed_size;
    data[info.uncompressed_size] = '\0';
    if (unzCloseCurrentFile(archive) != UNZ_OK || !whole)
        return damaged(package, "het onderdeel %s is beschadigd", name);
    VEC_PUSH(package->parts, (struct part){arena_strdup(&package->arena, name), data, (size_t)got, false});
    return true;
}

/* The list of parts ends with the file: the reader below also takes one that was cut off just before its end. */
static bool is_whole(const char *path) {
    char end[22] = {0};
    FILE *file = fopen(path, "rbe");
    if (!file)
        return false;
    bool whole = fseek(file, -(long)sizeof end, SEEK_END) == 0 && fread(end, 1, sizeof end, file) == sizeof end &&
                 memcmp(end, "PK\5\6", 4) == 0;
    fclose(file);
    return whole;
}

static bool read_parts(struct package *package) {
    unzFile archive = is_whole(package->path) ? unzOpen64(package->path) : NULL;
    if (!archive)
        return damaged(package, "het is geen volledig zipbestand");
    bool good = true;
    int state = unzGoToFirstFile(archive);
    for (; good && state == UNZ_OK; state = good ? unzGoToNextFile(archive) : state)
        good = read_part(package, archive);
    if (good && state != UNZ_END_OF_LIST_OF_FILE)
        good = damaged(package, "de inhoudsopgave is onleesbaar");
    unzClose(archive);
    return good;
}

/* ---- relations ---- */

static bool ends_with(const char *text, const char *end) {
    size_t len = strlen(text);
    return len >= strlen(end) && strcmp(text + len - strlen(end), end) == 0;
}

/* "xl/worksheets/_rels/sheet1.xml.rels" speaks for "xl/worksheets/sheet1.xml". */
static const char *source_of(struct arena *arena, const char *rels_name) {
    const char *folder = strstr(rels_name, "_rels/");
    int base = (int)(strlen(folder) - strlen("_rels/") - strlen(".rels"));
    return arena_printf(arena, "%.*s%.*s", (int)(folder - rels_name), rels_name, base, folder + strlen("_rels/"));
}

/* The part that a target means, seen from the folder of its source. */
static const char *resolve(struct arena *arena, const char *source, const char *target) {
    if (target[0] == '/')
        return arena_strdup(arena, target + 1);
    const char *slash = strrchr(source, '/');
    size_t folder = slash ? (size_t)(slash - source) : 0;
    while (strncmp(target, "../", 3) == 0) {
        target += 3;
        while (folder > 0 && source[folder - 1] != '/')
            folder--;
        folder -= folder > 0;
    }
    return arena_printf(arena, "%.*s%s%s", (int)folder, source, folder > 0 ? "/" : "", target);
}

struct relation_reader {
    struct package *package;
    const char *source;
};

static void read_relation(void *context, const char *name, const char **attributes) {
    struct relation_reader *reader = context;
    const char *id = xml_attribute(attributes, "Id");
    const char *target = xml_attribute(attributes, "Target");
    const char *mode = xml_attribute(attributes, "TargetMode");
    if (strcmp(name, "Relationship") != 0 || !id || !target)
        return;
    struct arena *arena = &reader->package->arena;
    bool outside = mode && strcmp(mode, "External") == 0;
    VEC_PUSH(reader->package->relations, (struct relation){
                                             .source = reader->source,
                                             .id = arena_strdup(arena, id),
                                             .target = outside ? NULL : resolve(arena, reader->source, target),
                                         });
}

static bool read_relations(struct package *package) {
    const struct xml_walk walk = {.begin = read_relation};
    for (size_t i = 0; i < package->parts.len; i++) {
        struct part *part = &package->parts.data[i];
        if (!ends_with(part->name, ".rels") || !strstr(part->name, "_rels/"))
            continue;
        struct relation_reader reader = {package, source_of(&package->arena, part->name)};
        if (!package_walk(package, part, &walk, &reader))
            return false;
    }
    for (size_t i = 0; i < package->relations.len; i++) {
        const struct relation *relation = &package->relations.data[i];
        if (relation->target && !package_find(package, relation->target))
            return damaged(package, "het onderdeel %s ontbreekt", relation->target);
    }
    return true;
}

bool package_read(struct package *package) {
    arena_init(&package->arena);
    return read_parts(package) && read_relations(package);
}

void package_release(struct package *package) {
    VEC_FREE(package->parts);
    VEC_FREE(package->relations);
    VEC_FREE(package->strings);
    arena_release(&package->arena);
}
