/*
 * Texts from the input where they could do harm: on a screen and in the name of a file.
 */
#ifndef WMO_REPORTS_SAFE_TEXT_H
#define WMO_REPORTS_SAFE_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "etl/base/arena.h"
#include "etl/base/buf.h"

enum { NOT_UTF8 = 0x110000 }; /* the value of a byte that is no UTF-8, by itself */

struct character {
    uint32_t value;
    size_t len; /* in bytes */
};

/* The character that a text of at least one byte begins with. */
struct character first_character(struct slice text);

/*
 * Appends a text as one line for a screen: control characters, characters that reorder or hide text, and bytes that
 * are no UTF-8 become a question mark.
 */
void safe_text_put(struct buf *out, struct slice text);

/*
 * Appends a text as part of a file name, at most 80 characters and 160 bytes: what a screen should not show, a slash
 * and what Windows does not allow become a space; no spaces or dots at the ends.  May append nothing.
 */
void safe_name_put(struct buf *out, struct slice text);

/* "<code>-<naam><suffix>", in the arena: the name of a file about one of ours; only the code of a name without any. */
const char *safe_file_name(struct arena *arena, const char *code, const char *naam, const char *suffix);

#endif
