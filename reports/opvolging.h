/*
 * Following up an uitvraag: per aanbieder of which something is still to be asked (reports/sheets/follow_up.h), one
 * text that is ready to mail, and a short list for the screen.
 */
#ifndef WMO_REPORTS_OPVOLGING_H
#define WMO_REPORTS_OPVOLGING_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/error.h"
#include "reports/sheets/books.h"

/* Everything in the input is borrowed and outlives it.  Of a selection only the organisations in it. */
struct opvolging;
struct opvolging *opvolging_new(const struct books_input *input);
void opvolging_free(struct opvolging *opvolging);

/* Of how many aanbieders something is to be asked. */
size_t opvolging_count(const struct opvolging *opvolging);

/* Writes "<dir>/opvolging/<code>-<naam>.txt", one file each; no directory when there is nobody to ask. */
bool opvolging_write(const struct opvolging *opvolging, const char *dir, struct error *err);

/* Appends a table of those who delivered something that is to be asked about: the first of them, or all. */
void opvolging_put(const struct opvolging *opvolging, bool all, struct buf *out);

#endif
