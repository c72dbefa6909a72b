/*
 * Packages on zip archives.  Invariant: a name belongs to one part; two parts with one name are damage, since programs
 * would differ about which of them counts.
 */
#include "etl/xlsx_package.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "etl/base/error.h"
#include "etl/xlsx_path.h"
#include "etl/zip_archive.h"

enum { PARTS_MAX = 20000, RELATIONS_MAX = 20000, TARGET_MAX = 2000 };

struct part {
    const char *name;
    uint64_t at;
};

struct xlsx_package {
    struct zip_archive *zip;
    struct xml_reader *xml;
    struct arena arena;
    VEC(struct part) parts;
    bool too_many;
    char piece[XML_PIECE];
};

bool xlsx_refuse(struct xlsx_refusal *why, const char *fmt, ...) {
    va_list args;
    why->kind = FINDING_WORKBOOK_DAMAGED;
    va_start(args, fmt);
    vsnprintf(why->reason, sizeof why->reason, fmt, args);
    va_end(args);
    return false;
}

void xlsx_refusal_report(const struct xlsx_refusal *why, uint32_t number, struct findings *findings) {
    const struct place place = {number, LINE_NONE, COLUMN_NONE};
    if (why->kind == FINDING_SHEET_DAMAGED)
        findings_add_texts(findings, why->kind, place, slice_of(why->sheet), slice_of(why->reason));
    else
        findings_add_text(findings, why->kind, place, slice_of(why->reason));
}

/* ---- opening ---- */

static bool refuse_as(struct xlsx_refusal *why, enum finding_kind kind, const char *reason) {
    xlsx_refuse(why, "%s", reason);
    why->kind = kind;
    return false;
}

/* Looks at the first bytes: what is it that somebody called a workbook? */
static bool judge(const char *file, struct xlsx_refusal *why) {
    static const unsigned char compound[8] = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    unsigned char first[sizeof compound] = {0};
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    ssize_t got = fd < 0 ? -1 : read(fd, first, sizeof first);
    int number = errno;
    if (fd >= 0)
        close(fd); /* it was only read: nothing can be lost */
    if (got < 0)
        return refuse_as(why, FINDING_UNREADABLE, error_wording(number));
    if (got == 0)
        return refuse_as(why, FINDING_NOT_A_WORKBOOK, "het is leeg");
    if (memcmp(first, compound, sizeof compound) == 0)
        return refuse_as(why, FINDING_WORKBOOK_OLD, "");
    return memcmp(first, "PK", 2) == 0 || refuse_as(why, FINDING_NOT_A_WORKBOOK, "het begint niet zoals een werkboek");
}

static void add_part(void *context, const struct zip_entry *entry) {
    struct xlsx_package *package = context;
    if (package->parts.len == PARTS_MAX) {
        package->too_many = true;
        return;
    }
    char *name = arena_strndup(&package->arena, entry->name.ptr, entry->name.len);
    for (char *at = strchr(name, '\\'); at; at = strchr(at, '\\')) /* as some programs on Windows write them */
        *at = '/';
    VEC_PUSH(package->parts, (struct part){name, entry->at});
}

static bool open_archive(struct xlsx_package *package, const char *file, struct xlsx_refusal *why) {
    const char *reason;
    if (!judge(file, why))
        return false;
    package->zip = zip_archive_open(file, &reason);
    if (!package->zip || !zip_archive_list(package->zip, add_part, package, &reason))
        return xlsx_refuse(why, "%s", reason);
    return !package->too_many || xlsx_refuse(why, "het heeft meer dan %d onderdelen", PARTS_MAX);
}

struct xlsx_package *xlsx_package_open(const char *file, struct xlsx_refusal *why) {
    struct xlsx_package *package = mem_calloc(1, sizeof *package);
    arena_init(&package->arena);
    package->xml = xml_reader_open();
    if (open_archive(package, file, why))
        return package;
    xlsx_package_close(package);
    return NULL;
}

void xlsx_package_close(struct xlsx_package *package) {
    if (!package)
        return;
    zip_archive_close(package->zip);
    xml_reader_close(package->xml);
    VEC_FREE(package->parts);
    arena_release(&package->arena);
    free(package);
}

/* ---- parts ---- */

bool xlsx_package_begin(struct xlsx_package *package, const char *part, struct xlsx_refusal *why) {
    const struct part *found = NULL;
    const char *reason;
    for (size_t i = 0; i < package->parts.len; i++) {
        if (strcasecmp(package->parts.data[i].name, part) != 0)
            continue;
        if (found)
            return xlsx_refuse(why, "het onderdeel %s staat er twee keer in", part);
        found = &package->parts.data[i];
    }
    if (!found)
        return xlsx_refuse(why, "het onderdeel %s ontbreekt", part);
    return zip_member_open(package->zip, found->at, &reason) || xlsx_refuse(why, "onderdeel %s: %s", part, reason);
}

bool xlsx_package_read(struct xlsx_package *package, char *bytes, size_t len, size_t *got, struct xlsx_refusal *why) {
    const char *reason;
    return zip_member_read(package->zip, bytes, len, got, &reason) || xlsx_refuse(why, "%s", reason);
}

struct xml_reader *xlsx_package_xml(struct xlsx_package *package) {
    return package->xml;
}

bool xlsx_refuse_xml(const struct xlsx_package *package, const char *part, struct xlsx_refusal *why) {
    const struct xml_verdict *verdict = xml_reader_verdict(package->xml);
    switch (verdict->refusal) {
    case REFUSAL_NOT_XML: return xlsx_refuse(why, "onderdeel %s: %s", part, verdict->reason);
    case REFUSAL_ENCODING: return xlsx_refuse(why, "onderdeel %s is in de codering %s", part, verdict->encoding);
    case REFUSAL_DOCTYPE: return xlsx_refuse(why, "onderdeel %s heeft een DOCTYPE", part);
    default: return xlsx_refuse(why, "onderdeel %s heeft %s", part, verdict->reason);
    }
}

bool xlsx_package_parse(struct xlsx_package *package, const char *part, const struct xml_handlers *handlers,
                        struct xlsx_refusal *why) {
    size_t got = 0;
    if (!xlsx_package_begin(package, part, why))
        return false;
    xml_reader_begin(package->xml, handlers);
    do {
        if (!xlsx_package_read(package, package->piece, sizeof package->piece, &got, why))
            return false;
        if (!xml_reader_feed(package->xml, package->piece, got, got == 0)) {
            zip_member_close(package->zip);
            return xlsx_refuse_xml(package, part, why);
        }
    } while (got > 0);
    return true;
}

/* ---- relations ---- */

enum { RELATIONSHIPS = 1, RELATIONSHIP };

static const struct xlsx_element elements[] = {{0, ""}, {0, "Relationships"}, {RELATIONSHIPS, "Relationship"}};

struct relation_reader {
    struct xlsx_package *package;
    struct xlsx_relations *relations;
    const char *source;
    struct xlsx_path path;
};

/* The name of the part that a target means, seen from the folder of its source. */
static const char *resolve(struct arena *arena, const char *source, const char *target) {
    const char *slash = strrchr(source, '/');
    size_t folder = slash ? (size_t)(slash - source) : 0;
    if (target[0] == '/')
        return arena_strdup(arena, target + 1);
    for (;;) {
        if (strncmp(target, "./", 2) == 0) {
            target += 2;
        } else if (strncmp(target, "../", 3) == 0) {
            target += 3;
            while (folder > 0 && source[folder - 1] != '/')
                folder--;
            folder -= folder > 0;
        } else {
            return arena_printf(arena, "%.*s%s%s", (int)folder, source, folder > 0 ? "/" : "", target);
        }
    }
}

static void start(void *context, struct slice space, const char *name, const char *const *attributes) {
    struct relation_reader *reader = context;
    struct arena *arena = &reader->package->arena;
    if (xlsx_path_enter(&reader->path, space, name) != RELATIONSHIP)
        return;
    const char *id = xlsx_attribute(attributes, "Id");
    const char *type = xlsx_attribute(attributes, "Type");
    const char *target = xlsx_attribute(attributes, "Target");
    const char *mode = xlsx_attribute(attributes, "TargetMode");
    if (reader->relations->list.len == RELATIONS_MAX) {
        xml_reader_refuse(reader->package->xml, "meer dan 20000 verwijzingen");
        return;
    }
    if (!id || !type || !target)
        return;
    if (strlen(id) + strlen(type) + strlen(target) > TARGET_MAX) {
        xml_reader_refuse(reader->package->xml, "een verwijzing van meer dan 2000 tekens");
        return;
    }
    bool outside = mode && strcmp(mode, "External") == 0;
    VEC_PUSH(reader->relations->list, (struct xlsx_relation){arena_strdup(arena, id), arena_strdup(arena, type),
                                                             outside ? NULL : resolve(arena, reader->source, target)});
}

static void end(void *context) {
    xlsx_path_leave(&((struct relation_reader *)context)->path);
}

bool xlsx_package_relations(struct xlsx_package *package, const char *part, struct xlsx_relations *relations,
                            struct xlsx_refusal *why) {
    struct relation_reader reader = {package, relations, part, XLSX_PATH(elements)};
    const struct xml_handlers handlers = {.start = start, .end = end, .context = &reader};
    const char *slash = strrchr(part, '/');
    const char *base = slash ? slash + 1 : part;
    const char *name = arena_printf(&package->arena, "%.*s_rels/%s.rels", (int)(base - part), part, base);
    relations->list.len = 0;
    return xlsx_package_parse(package, name, &handlers, why);
}
