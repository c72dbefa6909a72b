/*
 * Shared strings.  Invariant: memory is bounded (TEXT_MAX, COUNT_MAX), whatever the part unpacks to; readings of
 * Japanese words (rPh) are no part of a text.
 */
#include "etl/xlsx_strings.h"

#include <string.h>

#include "etl/base/utf8.h"

enum { TEXT_MAX = 256 << 20, COUNT_MAX = 8 << 20, TEXT_OF_ONE_MAX = 256 << 10, ESCAPE_LENGTH = 7 };

enum { SST = 1, SI, SI_T, SI_R, SI_R_T };

static const struct xlsx_element elements[] = {
    {0, ""}, {0, "sst"}, {SST, "si"}, {SI, "t"}, {SI, "r"}, {SI_R, "t"},
};

void xlsx_strings_release(struct xlsx_strings *strings) {
    buf_release(&strings->text);
    VEC_FREE(strings->ends);
}

static uint32_t begin_of(const struct xlsx_strings *strings, size_t number) {
    return number > 0 ? strings->ends.data[number - 1] : 0;
}

bool xlsx_strings_get(const struct xlsx_strings *strings, uint32_t number, struct slice *text) {
    if (number >= strings->ends.len)
        return false;
    uint32_t begin = begin_of(strings, number);
    *text = (struct slice){strings->text.data + begin, strings->ends.data[number] - begin};
    return true;
}

static void start(void *context, struct slice space, const char *name, const char *const *attributes) {
    struct xlsx_strings_reader *reader = context;
    (void)attributes;
    xlsx_path_enter(&reader->path, space, name);
}

static void end(void *context) {
    struct xlsx_strings_reader *reader = context;
    struct xlsx_strings *strings = reader->strings;
    if (xlsx_path_leave(&reader->path) != SI)
        return;
    if (strings->ends.len == COUNT_MAX) {
        xml_reader_refuse(reader->xml, "meer dan 8 miljoen verschillende teksten");
        return;
    }
    xlsx_unescape(&strings->text, begin_of(strings, strings->ends.len));
    VEC_PUSH(strings->ends, (uint32_t)strings->text.len);
}

static void text(void *context, const char *bytes, size_t len) {
    struct xlsx_strings_reader *reader = context;
    struct buf *kept = &reader->strings->text;
    unsigned here = xlsx_path_here(&reader->path);
    if (here != SI_T && here != SI_R_T)
        return;
    if (kept->len + len - begin_of(reader->strings, reader->strings->ends.len) > TEXT_OF_ONE_MAX)
        xml_reader_refuse(reader->xml, "een tekst die langer is dan in een cel past");
    else if (kept->len + len > TEXT_MAX)
        xml_reader_refuse(reader->xml, "meer dan 256 MB tekst");
    else
        buf_add(kept, bytes, len);
}

struct xml_handlers xlsx_strings_handlers(struct xlsx_strings_reader *reader, struct xlsx_strings *strings,
                                          struct xml_reader *xml) {
    *reader = (struct xlsx_strings_reader){strings, xml, XLSX_PATH(elements)};
    return (struct xml_handlers){start, end, text, reader};
}

/* ---- escapes ---- */

static int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character of _xHHHH_ at `at`; 0 when that does not stand there, or is half a character. */
static uint32_t escaped_at(const char *text, size_t len, size_t at) {
    uint32_t unit = 0;
    if (len - at < ESCAPE_LENGTH || text[at] != '_' || text[at + 1] != 'x' || text[at + ESCAPE_LENGTH - 1] != '_')
        return 0;
    for (size_t i = at + 2; i < at + ESCAPE_LENGTH - 1; i++) {
        int value = hex_value(text[i]);
        if (value < 0)
            return 0;
        unit = unit * 16 + (uint32_t)value;
    }
    return unit >= 0xD800 && unit < 0xE000 ? 0 : unit;
}

void xlsx_unescape(struct buf *text, size_t begin) {
    struct buf raw = {0};
    if (text->len == begin || !memchr(text->data + begin, '_', text->len - begin))
        return;
    buf_add(&raw, text->data + begin, text->len - begin);
    text->len = begin;
    for (size_t at = 0; at < raw.len;) {
        uint32_t character = escaped_at(raw.data, raw.len, at);
        if (character)
            utf8_put(text, character);
        else
            buf_putc(text, raw.data[at]);
        at += character ? ESCAPE_LENGTH : 1;
    }
    buf_release(&raw);
}
