/*
 * cijfers.csv: every figure, tidy (measures.md 11).
 */
#ifndef WMO_REPORTS_EXPORT_H
#define WMO_REPORTS_EXPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/error.h"
#include "reports/disclosure.h"
#include "reports/figures.h"
#include "reports/selection.h"

struct export_result {
    uint64_t rows;
    uint64_t withheld;
};

/* Writes the names of the columns to file descriptor `fd`; `name` is what a message calls it. */
bool export_begin(int fd, const char *name, struct export_result *result, struct error *err);

/*
 * Writes the figures of the selection behind what export_begin and earlier calls wrote, formatted by `threads` threads;
 * the bytes do not depend on their number.  Those that are loose are disclosed here and gone afterwards; the others
 * were disclosed before.  Adds to `result`.
 */
bool export_figures(struct figures *figures, const struct disclosure *disclosure, const struct selection *selection,
                    unsigned threads, int fd, const char *name, struct export_result *result, struct error *err);

#endif
