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

/*
 * Writes the figures of the selection to file descriptor `fd`, formatted by `threads` threads; the bytes do not depend
 * on their number.  `name` is what a message calls the destination.
 */
bool export_cijfers(const struct figures *figures, const struct disclosure *disclosure,
                    const struct selection *selection, unsigned threads, int fd, const char *name,
                    struct export_result *result, struct error *err);

#endif
