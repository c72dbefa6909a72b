/*
 * Findings (bevindingen): what is wrong with the data, where, and what was expected (inputs.md, "A row that is
 * wrong").  Ten million of them must fit, so one takes 24 bytes; texts are interned and runs of the same finding on
 * consecutive lines are one entry.
 *
 * Invariant: no finding holds a value of the column client, and what is rendered is masked against the clients that
 * were loaded, since columns may have shifted.  Added to by the loaders, each thread to a buffer of its own.
 */
#ifndef WMO_ETL_FINDINGS_H
#define WMO_ETL_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"
#include "etl/base/intern.h"
#include "etl/base/vec.h"
#include "etl/findings_table.h"
#include "etl/sources.h"

enum severity { SEVERITY_FOUT, SEVERITY_WAARSCHUWING, SEVERITY_INFO, SEVERITY_COUNT };

#define FINDING_ENUM(id, code, severity, meaning, message, remedy) FINDING_##id,
enum finding_kind { FINDING_KINDS(FINDING_ENUM) FINDING_COUNT };
#undef FINDING_ENUM

enum {
    COLUMN_NONE = UINT8_MAX, /* a finding on a whole row or file */
    LINE_NONE = 0,           /* a finding on a whole file */
    FINDING_ARGS = 2
};

/* One row of the public table of codes (`controle --codes`). */
struct finding_info {
    const char *code; /* stable public name */
    enum severity severity;
    const char *meaning;
    const char *message; /* template, see findings_table.h */
    const char *remedy;
};

const struct finding_info *finding_info(enum finding_kind kind);

/* "fout", "waarschuwing", "info". */
const char *severity_name(enum severity severity);

struct finding {
    uint32_t source;             /* number in sources */
    uint32_t line;               /* LINE_NONE: the whole file */
    uint32_t repeat;             /* the same on this many consecutive lines, at least 1 */
    uint16_t kind;               /* enum finding_kind */
    uint8_t column;              /* of the source's table, COLUMN_NONE */
    uint8_t texts;               /* bit i: argument i is the number of a text */
    uint32_t args[FINDING_ARGS]; /* numbers of texts (INTERN_NONE: withheld), or numbers */
};

struct findings {
    VEC(struct finding) list;
    struct intern texts;
    uint64_t counts[FINDING_COUNT]; /* runs counted in full */
};

/* A findings starts as {0}. */
void findings_release(struct findings *findings);

/* Where a finding is. */
struct place {
    uint32_t source;
    uint32_t line;
    uint8_t column;
};

/*
 * Adds a finding without arguments, with texts, or with numbers.  Texts are shortened and cleaned of control
 * characters; the caller never passes a value of the column client but withholds it: a slice without a pointer.
 */
void findings_add(struct findings *findings, enum finding_kind kind, struct place place);
void findings_add_text(struct findings *findings, enum finding_kind kind, struct place place, struct slice text);
void findings_add_texts(struct findings *findings, enum finding_kind kind, struct place place, struct slice first,
                        struct slice second);
void findings_add_number(struct findings *findings, enum finding_kind kind, struct place place, uint32_t number);
void findings_add_numbers(struct findings *findings, enum finding_kind kind, struct place place, uint32_t first,
                          uint32_t second);
void findings_add_text_number(struct findings *findings, enum finding_kind kind, struct place place, struct slice text,
                              uint32_t number);

/* Moves what a worker found behind the rest, with `lines` added to its line numbers; `from` is empty afterwards. */
void findings_merge(struct findings *findings, struct findings *from, uint32_t lines);

/* Takes back everything from the entry `keep` on. */
void findings_truncate(struct findings *findings, size_t keep);

/* By bestand in byte order, regel, kolom, code (outputs.md); done once, before the functions below. */
void findings_sort(struct findings *findings, const struct sources *sources);

uint64_t findings_count_severity(const struct findings *findings, enum severity severity);

/* How often a kind occurs in a source. */
struct finding_count {
    uint32_t source;
    enum finding_kind kind;
    uint64_t count;
};

/* Growing list, freed with VEC_FREE(counts.list). */
struct finding_counts {
    VEC(struct finding_count) list;
};

/* By bestand in byte order and code; the findings are sorted. */
struct finding_counts findings_per_source(const struct findings *findings);

/*
 * One finding at a time in the sorted order, runs given line by line; of one source, or of all with SOURCE_ALL.
 * Everything is borrowed; `clients` masks what looks like a client.
 */
#define SOURCE_ALL UINT32_MAX

struct findings_cursor {
    const struct findings *findings;
    const struct sources *sources;
    const struct intern *clients;
    size_t next;
    size_t end;
    VEC(struct finding) runs; /* those that go on behind the line where the cursor is */
    unsigned char *masks;     /* per text: is anything in it masked? */
    struct finding current;
};

void findings_cursor_open(struct findings_cursor *cursor, const struct findings *findings,
                          const struct sources *sources, const struct intern *clients, uint32_t source);
const struct finding *findings_cursor_next(struct findings_cursor *cursor); /* NULL at the end; repeat is 1 */
void findings_cursor_close(struct findings_cursor *cursor);

/* The column of a finding, "" for none. */
const char *finding_column(const struct finding *finding, const struct sources *sources);

/* Its line as a reader sees it, LINE_NONE for none. */
uint32_t finding_line(const struct finding *finding, const struct sources *sources);

/* Appends the sentence of a finding; of a workbook the cell goes before it. */
void finding_put_message(struct findings_cursor *cursor, const struct finding *finding, struct buf *out);

/*
 * bevindingen.csv, or the same of one source (outputs.md): header and rows, handed to `write` in large pieces.
 * False as soon as write returns false.
 */
typedef bool findings_sink(void *context, const char *bytes, size_t len);
bool findings_write(const struct findings *findings, const struct sources *sources, const struct intern *clients,
                    uint32_t source, findings_sink *write, void *context);

#endif
