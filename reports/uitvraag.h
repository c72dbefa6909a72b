/*
 * The forms of an uitvraag: one workbook per aanbieder in which it states its managementinformatie (outputs.md, `wmo-mi
 * uitvraag`), and which the program reads back (etl/form.h).
 */
#ifndef WMO_REPORTS_UITVRAAG_H
#define WMO_REPORTS_UITVRAAG_H

#include <stddef.h>

#include "reports/sheets/books.h"

struct uitvraag;
struct uitvraag *uitvraag_new(const struct books_input *input);
void uitvraag_free(struct uitvraag *uitvraag);

/* The forms in order of the aanbieders' codes; the path is "<code>-<naam>.xlsx". */
size_t uitvraag_count(const struct uitvraag *uitvraag);
const char *uitvraag_path(const struct uitvraag *uitvraag, size_t index);

/* What uitvraag_build wants to know of a form; as the context of a struct book_job (reports/book/book_write.h). */
const void *uitvraag_context(const struct uitvraag *uitvraag, size_t index);

/* Builds one form from the view of its aanbieder; to be freed with book_free. */
struct book *uitvraag_build(const void *context);

#endif
