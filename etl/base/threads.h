/*
 * Work on separate pieces by a few threads.  The pieces never share what they write, and the result never depends
 * on the number of threads.
 */
#ifndef WMO_ETL_BASE_THREADS_H
#define WMO_ETL_BASE_THREADS_H

#include <stdbool.h>
#include <stddef.h>

/* The processors that this process may use, at least 1. */
unsigned threads_available(void);

/*
 * Calls work(context, piece, worker) once for every piece in [0, pieces), on at most `threads` threads of which the
 * caller is one; pieces are handed out in rising order.  worker is in [0, threads).
 */
void threads_each(unsigned threads, size_t pieces, void (*work)(void *context, size_t piece, unsigned worker),
                  void *context);

/*
 * Calls work(context) on a thread that nobody waits for; false when there can be none, and then it is not called.  The
 * thread owns `context`.
 */
bool threads_leave(void (*work)(void *context), void *context);

#endif
