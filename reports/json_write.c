/*
 * Writes JSON.  Invariant: what comes out is valid UTF-8 and valid JSON, whatever the texts.  Called by verantwoording.
 */
#include "etl/base/utf8.h"
#include "reports/json.h"
#include "reports/safe_text.h"

static void put_text(struct buf *out, const char *text) {
    struct slice left = slice_of(text);
    buf_putc(out, '"');
    while (left.len > 0) {
        struct character c = first_character(left);
        if (c.value == NOT_UTF8)
            utf8_put(out, 0xFFFD);
        else if (c.value < ' ' || c.value == 0x7F)
            buf_printf(out, "\\u%04x", (unsigned)c.value);
        else {
            if (c.value == '"' || c.value == '\\')
                buf_putc(out, '\\');
            buf_add(out, left.ptr, c.len);
        }
        left = (struct slice){left.ptr + c.len, left.len - c.len};
    }
    buf_putc(out, '"');
}

static void start_line(struct json_writer *json) {
    buf_putc(json->out, '\n');
    for (int i = 0; i < json->depth; i++)
        buf_puts(json->out, "  ");
}

static void begin_value(struct json_writer *json, const char *key) {
    if (json->depth > 0) {
        if (!json->empty)
            buf_putc(json->out, ',');
        start_line(json);
    }
    json->empty = false;
    if (key != NULL) {
        put_text(json->out, key);
        buf_puts(json->out, ": ");
    }
}

void json_open(struct json_writer *json, const char *key, char bracket) {
    begin_value(json, key);
    buf_putc(json->out, bracket);
    json->depth++;
    json->empty = true;
}

void json_close(struct json_writer *json, char bracket) {
    json->depth--;
    if (!json->empty)
        start_line(json);
    json->empty = false;
    buf_putc(json->out, bracket);
    if (json->depth == 0)
        buf_putc(json->out, '\n');
}

void json_text(struct json_writer *json, const char *key, const char *text) {
    begin_value(json, key);
    put_text(json->out, text);
}

void json_number(struct json_writer *json, const char *key, int64_t number) {
    begin_value(json, key);
    buf_put_int(json->out, number);
}
