/*
 * Failures: the job cannot be done (disk full, not XML, wrong option).
 *
 * The lowest function that knows the context writes the whole Dutch sentence; callers pass it on and only
 * main prints it.  Wrong data is not a failure but a finding (etl/findings.h); a broken invariant is BUG().
 */
#ifndef WMO_ETL_BASE_ERROR_H
#define WMO_ETL_BASE_ERROR_H

#include <stdbool.h>

struct error {
    char message[1024]; /* a Dutch sentence, empty when nothing failed */
};

/* Writes the sentence; a longer one is cut at a character.  Returns false, so that callers can `return error_set(…)`.
 */
bool error_set(struct error *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* As error_set, followed by ": " and the Dutch wording of errno value `number`. */
bool error_set_errno(struct error *err, int number, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* Dutch wording of an errno value that a user can act on; never NULL, static storage. */
const char *error_wording(int number);

/* The impossible: prints file and line and aborts.  Never for input. */
#define BUG(what) bug_abort(__FILE__, __LINE__, (what))
_Noreturn void bug_abort(const char *file, int line, const char *what);

#endif
