/*
 * JSON, written and read; for verantwoording.json.
 */
#ifndef WMO_REPORTS_JSON_H
#define WMO_REPORTS_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/arena.h"
#include "etl/base/buf.h"

/* ---- writing: one line per member, indented; `key` is NULL in a list ---- */

struct json_writer {
    struct buf *out;
    int depth;
    bool empty; /* nothing yet in the innermost object or list */
};

void json_open(struct json_writer *json, const char *key, char bracket);     /* '{' or '[' */
void json_close(struct json_writer *json, char bracket);                     /* '}' or ']' */
void json_text(struct json_writer *json, const char *key, const char *text); /* bytes that are no UTF-8 become U+FFFD */
void json_number(struct json_writer *json, const char *key, int64_t number);

/* ---- reading ---- */

enum json_type { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_OBJECT };

struct json_value {
    enum json_type type;
    const char *key;          /* of a member of an object, else NULL */
    const char *text;         /* of a text, terminated and without NUL; of a number its digits */
    struct json_value *first; /* of a list or object */
    struct json_value *next;
};

/* NULL when it is no JSON (RFC 8259) of at most 64 levels. Everything is in the arena. */
const struct json_value *json_parse(struct slice text, struct arena *arena);

/* The member of an object, NULL when there is none of that name and type. */
const struct json_value *json_member(const struct json_value *object, const char *key, enum json_type type);

#endif
