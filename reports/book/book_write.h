/*
 * Writing workbooks so that a failure is noticed: each is written and read back in a child process, because the library
 * under book_xlsx.c ignores a full disk and crashes without memory.
 */
#ifndef WMO_REPORTS_BOOK_BOOK_WRITE_H
#define WMO_REPORTS_BOOK_BOOK_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/error.h"
#include "reports/book/model.h"

/* One workbook to be: built, written and freed inside a child, so that thousands need no more memory than one each. */
struct book_job {
    const char *path;
    struct book *(*build)(const void *context); /* never NULL; what it shares is only read */
    const void *context;
};

/*
 * Writes and checks all of them in at most `processes` processes; `progress` (or NULL) is called in this process after
 * each with the number done.  After a failure no further job begins; of several the one
 * that comes first is reported, and files already written stay.  No child is left behind, also when this process is
 * killed.
 */
bool book_write_all(const struct book_job *jobs, size_t count, unsigned processes,
                    void (*progress)(void *context, size_t done), void *context, struct error *err);

#endif
