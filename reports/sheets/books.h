/*
 * The workbooks of a run: regio.xlsx, one per aanbieder with anything to show, one per gemeente (outputs.md, "What a
 * run writes").
 */
#ifndef WMO_REPORTS_SHEETS_BOOKS_H
#define WMO_REPORTS_SHEETS_BOOKS_H

#include <stddef.h>

#include "reports/book/model.h"
#include "reports/selection.h"
#include "reports/sheets/templates.h"
#include "reports/view.h"

/* Everything that the books are made from; borrowed, and only read. */
struct books_input {
    struct view_run run;
    const struct sheet_templates *templates;
    const struct selection *selection;
    const char *version;      /* of the program, for the properties of the files */
    const char *input_digest; /* one sum for all input files: the same as in verantwoording.json */
};

struct books;
struct books *books_new(const struct books_input *input);
void books_free(struct books *books);

/*
 * The books, the region's first, then the aanbieders and the gemeenten in order of code.  The path is relative to the
 * output directory: "regio.xlsx", "aanbieders/<code>-<naam>.xlsx", "gemeenten/<code>-<naam>.xlsx".
 */
size_t books_count(const struct books *books);
const char *books_path(const struct books *books, size_t index);

/* What book_build wants to know of a book; as the context of a struct book_job (reports/book/book_write.h). */
const void *books_context(const struct books *books, size_t index);

/* Builds one book; to be freed with book_free.  May run in several threads or processes at once. */
struct book *books_build(const void *context);

#endif
