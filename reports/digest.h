/*
 * SHA-256 of files.
 */
#ifndef WMO_REPORTS_DIGEST_H
#define WMO_REPORTS_DIGEST_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/error.h"
#include "etl/sources.h"

enum { DIGEST_TEXT_SIZE = 2 * SHA256_SIZE + 1 };

/* Reads the whole file. False when that fails. */
bool digest_file(const char *path, unsigned char digest[SHA256_SIZE], struct error *err);

/*
 * One sum for the whole input: that of the lines "<sha256>  <path>" of the files that were read, in order of path, as
 * sha256sum(1) prints them.
 */
void digest_input(const struct sources *sources, unsigned char digest[SHA256_SIZE]);

/* As lower-case hexadecimal digits; returns `text`. */
char *digest_text(const unsigned char digest[SHA256_SIZE], char text[DIGEST_TEXT_SIZE]);

#endif
