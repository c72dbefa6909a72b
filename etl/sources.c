/*
 * Names of tables and encodings, and which source a declaration came from.
 */
#include "etl/sources.h"

#include <sys/stat.h>

#include "etl/base/error.h"
#include "etl/schema.h"

void sources_release(struct sources *sources) {
    VEC_FREE(sources->list);
    arena_release(&sources->arena);
}

const struct source *sources_of_declaration(const struct sources *sources, size_t index) {
    for (size_t i = 0; i < sources->list.len; i++) {
        const struct source *source = &sources->list.data[i];
        if (source->table == TABLE_DECLARATIES && source->fate == SOURCE_READ && index >= source->first_row &&
            index - source->first_row < source->rows_loaded)
            return source;
    }
    BUG("declaration without a source");
}

int64_t file_changed(const struct stat *status) {
    return status->st_mtim.tv_sec * INT64_C(1000000000) + status->st_mtim.tv_nsec;
}

bool source_is_unchanged(const struct source *source, int file) {
    struct stat status;
    if (source->kind == SOURCE_TEMPLATE)
        return true;
    return fstat(file, &status) == 0 && (uint64_t)status.st_size == source->size &&
           file_changed(&status) == source->changed;
}

uint32_t source_line(const struct source *source, uint32_t line) {
    return source->sheets.count > 1 ? line / source->sheets.count : line;
}

void source_put_column(uint32_t column, struct buf *out) {
    char letters[8];
    size_t at = sizeof letters;
    for (uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    buf_add(out, letters + at, sizeof letters - at);
}

const char *table_name(enum table table) {
    return table == TABLE_NONE ? "" : schemas[table].name;
}

enum table table_find(struct slice name) {
    int table = 0;
    while (table < TABLE_COUNT && !slice_is_word(name, schemas[table].name))
        table++;
    return (enum table)table;
}

const char *encoding_name(enum encoding encoding) {
    switch (encoding) {
    case ENCODING_UTF8: return "UTF-8";
    case ENCODING_WINDOWS_1252: return "Windows-1252";
    case ENCODING_UTF16LE:
    case ENCODING_UTF16BE: return "UTF-16";
    }
    BUG("encoding");
}
