/*
 * Codes: letters, digits, `-`, `.` and `_`, beginning with a letter or digit, 1–30 long (inputs.md, "Types"); the
 * test on BSNs; and codes packed into a number, so that keys of millions of lines compare exactly without their text.
 */
#ifndef WMO_ETL_CODE_H
#define WMO_ETL_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"
#include "etl/base/intern.h"

enum { CODE_MAX = 30, CODE_TEXT_SIZE = CODE_MAX + 1 };

bool code_is_valid(struct slice text);

/* Only digits, and at least one. */
bool code_is_digits(struct slice text);

/* Nine digits that pass the elfproef, as a BSN does. */
bool code_is_bsn(struct slice text);

/* Eight digits that are a BSN with a zero before them. */
bool code_lost_zero(struct slice text);

/*
 * Packed: 0 is no code; up to 10 characters without `_` and 11 to 16 digits stand in the number itself, all else is
 * the number of a string.  Equal codes give equal numbers.
 */
#define CODE_PACKED_NONE UINT64_C(0)

/* False when the text does not fit and, if it is a code, has to be interned: then code_pack_id. */
bool code_pack(struct slice text, uint64_t *packed);
uint64_t code_pack_id(uint32_t id);

/* Byte order of the codes themselves; `long_codes` holds the interned ones. */
int code_compare_packed(uint64_t a, uint64_t b, const struct intern *long_codes);

/* The code itself, in `room` or in the intern; empty for CODE_PACKED_NONE. */
struct slice code_unpack(uint64_t packed, const struct intern *long_codes, char room[CODE_TEXT_SIZE]);

#endif
