/*
 * The input files of one run: what each is, what became of it, and the names of the tables.
 *
 * Invariant: a source keeps its number once it has one; numbers are handed out in byte order of the paths for the
 * files that lie in the input directory, members of archives follow. Filled by dataset_load, read by everybody.
 */
#ifndef WMO_ETL_SOURCES_H
#define WMO_ETL_SOURCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/arena.h"
#include "etl/base/buf.h"
#include "etl/base/vec.h"

/* In the order in which they are loaded: a table comes after those whose codes it names. */
enum table {
    TABLE_GEMEENTEN,
    TABLE_AANBIEDERS,
    TABLE_PRODUCTEN,
    TABLE_REDENEN,
    TABLE_INDICATOREN,
    TABLE_TARIEVEN,
    TABLE_NULMETING,
    TABLE_UITFASERING,
    TABLE_SIGNALEN,
    TABLE_MANAGEMENTINFORMATIE,
    TABLE_INDICATIES,
    TABLE_DECLARATIES,
    TABLE_VOORVELD,
    TABLE_COUNT,
    TABLE_NONE = TABLE_COUNT /* a file that is no table of ours */
};

enum source_kind {
    SOURCE_CSV,
    SOURCE_XML,
    SOURCE_XLSX,
    SOURCE_ZIP,
    SOURCE_TEMPLATE, /* a default table: CSV, with remarks behind a # at its top */
    SOURCE_OTHER
};

enum encoding { ENCODING_UTF8, ENCODING_WINDOWS_1252, ENCODING_UTF16LE, ENCODING_UTF16BE };

enum source_fate {
    SOURCE_READ,    /* its good rows count */
    SOURCE_REFUSED, /* left out, with a fout */
    SOURCE_SAME,    /* left out: the same bytes as an earlier one */
    SOURCE_UNKNOWN  /* no table of ours, not opened */
};

enum { SHA256_SIZE = 32 };

/* Where the lines of a workbook stand: a line is row × number of sheets + place of its sheet. */
struct sheet_place {
    const char *name;
    const uint32_t *columns; /* per column of the table that of the sheet, from 0; SHEET_COLUMN_NONE */
};

#define SHEET_COLUMN_NONE UINT32_MAX

struct sheet_places {
    const struct sheet_place *list;
    uint32_t count;
};

struct source {
    const char *path; /* relative to the input directory, as in findings; of a member "x.zip/name" */
    const char *file; /* how to open it; of a member the archive */
    uint64_t member;  /* where a member stands in the directory of its archive */
    uint64_t size;
    int64_t changed;    /* when the file was last changed, in nanoseconds since 1970; of a delivered file only */
    uint64_t rows_read; /* the three below, and what a message has beside rows */
    uint64_t rows_loaded;
    uint64_t rows_refused;
    uint64_t rows_replaced; /* left out for a row elsewhere with the same key, or an equal one */
    size_t first_row;       /* index of its first row in the table, also in dataset.declarations */
    unsigned char sha256[SHA256_SIZE];
    bool packed;                /* a member of the archive `file` */
    bool hashed;                /* sha256 is filled in */
    struct sheet_places sheets; /* of a workbook in which the columns were found */
    char separator;             /* of a CSV file with a header, else NUL */
    enum table table;
    enum source_kind kind;
    enum encoding encoding;
    enum source_fate fate;
};

struct sources {
    struct arena arena;
    VEC(struct source) list;
};

void sources_release(struct sources *sources);

/* The source of a declaration, by its index in dataset.declarations. */
const struct source *sources_of_declaration(const struct sources *sources, size_t index);

/* False when the delivered file is not the one any more that was found; `file` is open on it. */
bool source_is_unchanged(const struct source *source, int file);

/* Nanoseconds since 1970 at which a file was last changed. */
struct stat;
int64_t file_changed(const struct stat *status);

/* The line as its reader sees it: in a workbook the row of the sheet. */
uint32_t source_line(const struct source *source, uint32_t line);

/* Appends a column of a sheet: "A" for 0, "AB" for 27. */
void source_put_column(uint32_t column, struct buf *out);

/* "indicaties"; "" for TABLE_NONE. */
const char *table_name(enum table table);

/* The table of that name without regard to case, else TABLE_NONE. */
enum table table_find(struct slice name);

/* "UTF-8", "Windows-1252", … as shown to users. */
const char *encoding_name(enum encoding encoding);

#endif
