/*
 * Encodings: is this UTF-8, and if not, how does it become UTF-8.
 */
#ifndef WMO_ETL_BASE_UTF8_H
#define WMO_ETL_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"

/* No byte above 127. */
bool utf8_is_ascii(const char *bytes, size_t len);

/* Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF, no half character at the end. */
bool utf8_is_valid(const char *bytes, size_t len);

/* Number of characters of valid UTF-8. */
size_t utf8_count(const char *bytes, size_t len);

/* The bytes that the longest whole characters within `most` bytes take, for cutting a text. */
size_t utf8_cut(const char *bytes, size_t len, size_t most);

/* Appends one character. */
void utf8_put(struct buf *out, uint32_t character);

/* Appends Windows-1252 as UTF-8; every byte has a meaning (the five undefined ones are control characters). */
void utf8_put_windows_1252(struct buf *out, const char *bytes, size_t len);

/*
 * Appends UTF-16 as UTF-8.  Returns the number of bytes taken: all but a half character at the end, for which more
 * must come; SIZE_MAX when a surrogate stands alone.
 */
size_t utf8_put_utf16(struct buf *out, const char *bytes, size_t len, bool big_endian);

#endif
