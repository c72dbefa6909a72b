/*
 * SHA-256 of what passes by: input files while they are read, output files while they are written.
 */
#ifndef WMO_ETL_SHA256_H
#define WMO_ETL_SHA256_H

#include <stddef.h>

#include "etl/sources.h"

struct sha256;

/*
 * Once, before anything else here and before any thread: libcrypto crashes when it gets no memory while it starts, so
 * that it takes its memory from mem.h, which ends the process with a sentence instead.
 */
void sha256_prepare(void);

struct sha256 *sha256_open(void);
void sha256_add(struct sha256 *sum, const void *bytes, size_t len);

/* Gives the sum of what was added and closes; with `out` NULL it only closes. */
void sha256_close(struct sha256 *sum, unsigned char out[SHA256_SIZE]);

#endif
