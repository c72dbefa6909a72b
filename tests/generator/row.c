/* The fields of a CSV row.
 * Invariant: every field ends in a `;`, and row_send makes the last one a line end; the longest
 * row of any table (two texts of 200 characters) is well below SINK_LINE_MAX.
 * Called by every writer of a table. */
#include "tests/generator/row.h"

#include <string.h>

static void put(struct row *r, char c) {
    r->line[r->length++] = c;
}

void row_empty(struct row *r) {
    put(r, ';');
}

void row_code(struct row *r, const char *code) {
    size_t n = code == NULL ? 0 : strlen(code);
    memcpy(r->line + r->length, code == NULL ? "" : code, n);
    r->length += n;
    put(r, ';');
}

void row_text(struct row *r, const char *text) {
    if (strpbrk(text, ";\"\r\n") == NULL) {
        row_code(r, text);
        return;
    }
    put(r, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            put(r, '"');
        put(r, *text);
    }
    put(r, '"');
    put(r, ';');
}

static void put_digits(struct row *r, uint64_t n, int width) {
    char digits[20];
    int at = 20;
    while (n > 0 || width > 0) {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
        width--;
    }
    memcpy(r->line + r->length, digits + at, (size_t)(20 - at));
    r->length += (size_t)(20 - at);
}

static uint64_t put_sign(struct row *r, int64_t n) {
    if (n < 0)
        put(r, '-');
    return n < 0 ? (uint64_t)-n : (uint64_t)n;
}

void row_whole(struct row *r, int64_t number) {
    put_digits(r, put_sign(r, number), 1);
    put(r, ';');
}

void row_decimal(struct row *r, int64_t n, int scale) {
    uint64_t unit = 1;
    while (scale > 0 && n % 10 == 0) {
        n /= 10;
        scale--;
    }
    for (int i = 0; i < scale; i++)
        unit *= 10;
    uint64_t size = put_sign(r, n);
    put_digits(r, size / unit, 1);
    if (scale > 0) {
        put(r, '.');
        put_digits(r, size % unit, scale);
    }
    put(r, ';');
}

void row_money(struct row *r, int64_t cents) {
    uint64_t size = put_sign(r, cents);
    put_digits(r, size / 100, 1);
    put(r, '.');
    put_digits(r, size % 100, 2);
    put(r, ';');
}

static void put_date(struct row *r, day d) {
    struct civil c = day_civil(d);
    put_digits(r, (uint64_t)c.year, 4);
    put(r, '-');
    put_digits(r, (uint64_t)c.month, 2);
    put(r, '-');
    put_digits(r, (uint64_t)c.mday, 2);
}

void row_date(struct row *r, day d) {
    if (d != DAY_NONE)
        put_date(r, d);
    put(r, ';');
}

void row_moment(struct row *r, day d, int minute) {
    put_date(r, d);
    if (minute >= 0) {
        put(r, ' ');
        put_digits(r, (uint64_t)minute / 60, 2);
        put(r, ':');
        put_digits(r, (uint64_t)minute % 60, 2);
    }
    put(r, ';');
}

void row_send(struct row *r, struct sink *s, size_t part) {
    r->line[r->length - 1] = '\n';
    sink_add(s, part, r->line, r->length);
}
