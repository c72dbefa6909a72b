/*
 * Writing of delimited fields.  Invariant: what is appended is one field for every reader of RFC 4180.
 */
#include "etl/base/delimited.h"

#include <string.h>

/* Digits with at most one decimal point or comma, behind a sign. */
static bool is_number(struct slice field) {
    size_t i = field.len > 0 && (field.ptr[0] == '-' || field.ptr[0] == '+');
    size_t digits = 0;
    size_t points = 0;
    for (; i < field.len; i++) {
        bool digit = field.ptr[i] >= '0' && field.ptr[i] <= '9';
        bool point = field.ptr[i] == '.' || field.ptr[i] == ',';
        if (!digit && !point)
            return false;
        digits += digit;
        points += point;
    }
    return digits > 0 && points <= 1;
}

static bool is_dangerous(struct slice field) {
    return field.len > 0 && memchr("=+-@\t\r", field.ptr[0], 6) && !is_number(field);
}

static bool needs_quotes(struct slice field) {
    for (size_t i = 0; i < field.len; i++)
        if (memchr(";\"\r\n", field.ptr[i], 4))
            return true;
    return field.len > 0 && (field.ptr[0] == ' ' || field.ptr[field.len - 1] == ' ');
}

void delimited_put(struct buf *out, struct slice field) {
    bool quotes = needs_quotes(field);
    buf_reserve(out, field.len + 3);
    if (quotes)
        buf_putc(out, '"');
    if (is_dangerous(field))
        buf_putc(out, '\'');
    for (size_t i = 0; i < field.len; i++) {
        char c = field.ptr[i];
        if (c == '"')
            buf_putc(out, '"');
        bool control = (unsigned char)c < 0x20 && c != '\n' && c != '\r';
        buf_putc(out, control || c == 0x7F ? ' ' : c);
    }
    if (quotes)
        buf_putc(out, '"');
}
