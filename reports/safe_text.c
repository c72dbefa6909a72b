/*
 * Makes texts from the input harmless.  Called by what prints, and by what names files after an aanbieder, a gemeente
 * or a delivered file.
 */
#include "reports/safe_text.h"

#include <stdbool.h>
#include <string.h>

#include "etl/base/utf8.h"

enum { NAME_CHARACTERS = 80, NAME_BYTES = 160 };

struct character first_character(struct slice text) {
    const unsigned char *at = (const unsigned char *)text.ptr;
    if (at[0] < 0x80)
        return (struct character){at[0], 1};
    size_t len = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
    if (len > text.len || !utf8_is_valid(text.ptr, len))
        return (struct character){NOT_UTF8, 1};
    uint32_t value = at[0] & (0xFFU >> (len + 1));
    for (size_t i = 1; i < len; i++)
        value = value << 6 | (at[i] & 0x3FU);
    return (struct character){value, len};
}

/* Controls, and characters that reorder, hide or break the text around them. */
static bool deceives(uint32_t c) {
    static const struct {
        uint32_t first;
        uint32_t last;
    } ranges[] = {
        {0x0000, 0x001F}, {0x007F, 0x009F},   {0x00AD, 0x00AD},     {0x061C, 0x061C}, {0x180E, 0x180E},
        {0x200B, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F},     {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
        {0xFFF9, 0xFFFC}, {0xE0000, 0xE0FFF}, {NOT_UTF8, NOT_UTF8},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

void safe_text_put(struct buf *out, struct slice text) {
    while (text.len > 0) {
        struct character c = first_character(text);
        if (deceives(c.value))
            buf_putc(out, '?');
        else
            buf_add(out, text.ptr, c.len);
        text = (struct slice){text.ptr + c.len, text.len - c.len};
    }
}

/* Not in the name of a file: shown as a space. */
static bool is_blank(uint32_t c) {
    return deceives(c) || c == ' ' || c == 0xA0 || (c < 0x80 && strchr("/\\:*?\"<>|", (int)c) != NULL);
}

/* A dot in front hides the file, and two in a row lead to the directory above. */
static bool is_bad_dot(const struct buf *out, size_t begin, uint32_t c) {
    return c == '.' && (out->len == begin || out->data[out->len - 1] == '.');
}

void safe_name_put(struct buf *out, struct slice text) {
    size_t begin = out->len;
    size_t characters = 0;
    bool space = false; /* due in front of the next character */
    while (text.len > 0 && characters < NAME_CHARACTERS) {
        struct character c = first_character(text);
        struct slice bytes = {text.ptr, c.len};
        text = (struct slice){text.ptr + c.len, text.len - c.len};
        if (is_blank(c.value))
            space = out->len > begin;
        if (is_blank(c.value) || is_bad_dot(out, begin, c.value))
            continue;
        if (out->len - begin + space + c.len > NAME_BYTES)
            break;
        if (space)
            buf_putc(out, ' ');
        buf_add(out, bytes.ptr, bytes.len);
        characters += 1U + space;
        space = false;
    }
    while (out->len > begin && (out->data[out->len - 1] == '.' || out->data[out->len - 1] == ' '))
        out->data[--out->len] = '\0';
}

const char *safe_file_name(struct arena *arena, const char *code, const char *naam, const char *suffix) {
    struct buf name = {0};
    safe_name_put(&name, slice_of(code));
    size_t len = name.len;
    buf_putc(&name, '-');
    safe_name_put(&name, slice_of(naam));
    if (name.len == len + 1) /* nothing of the name was safe */
        name.len = len;
    const char *text = arena_printf(arena, "%.*s%s", (int)name.len, name.data, suffix);
    buf_release(&name);
    return text;
}
