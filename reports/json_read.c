/*
 * Reads JSON strictly into a tree.  Invariant: nothing is read beyond the text, and depth is bounded.  Called by
 * verifieer, on a file that anybody may have changed.
 */
#include <string.h>

#include "etl/base/utf8.h"
#include "reports/json.h"

enum { DEPTH_MAX = 64 };

struct reader {
    const char *at;
    const char *end;
    struct arena *arena;
};

static void skip_space(struct reader *reader) {
    while (reader->at < reader->end && strchr(" \t\r\n", *reader->at) != NULL && *reader->at != '\0')
        reader->at++;
}

/* Takes `c` behind any space; false when something else stands there. */
static bool take(struct reader *reader, char c) {
    skip_space(reader);
    if (reader->at == reader->end || *reader->at != c)
        return false;
    reader->at++;
    return true;
}

static bool read_hex(struct reader *reader, uint32_t *value) {
    *value = 0;
    for (int i = 0; i < 4; i++) {
        static const char digits[] = "0123456789abcdef0123456789ABCDEF";
        const char *digit = reader->at < reader->end && *reader->at != '\0' ? strchr(digits, *reader->at) : NULL;
        if (digit == NULL)
            return false;
        *value = *value << 4 | (uint32_t)((digit - digits) & 15);
        reader->at++;
    }
    return true;
}

/* A character written as \uXXXX or as a pair of these; never NUL, since texts are terminated. */
static bool read_escaped_character(struct reader *reader, struct buf *text) {
    uint32_t high;
    uint32_t low;
    if (!read_hex(reader, &high) || high == 0 || (high >= 0xDC00 && high < 0xE000))
        return false;
    if (high >= 0xD800 && high < 0xDC00) {
        if (reader->end - reader->at < 2 || reader->at[0] != '\\' || reader->at[1] != 'u')
            return false;
        reader->at += 2;
        if (!read_hex(reader, &low) || low < 0xDC00 || low >= 0xE000)
            return false;
        high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    }
    utf8_put(text, high);
    return true;
}

static bool read_escape(struct reader *reader, struct buf *text) {
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    if (reader->at == reader->end)
        return false;
    char letter = *reader->at++;
    if (letter == 'u')
        return read_escaped_character(reader, text);
    const char *found = letter == '\0' ? NULL : strchr(letters, letter);
    if (found != NULL)
        buf_putc(text, meanings[found - letters]);
    return found != NULL;
}

static const char *read_text(struct reader *reader) {
    if (!take(reader, '"'))
        return NULL;
    struct buf text = {0};
    bool good = true;
    while (good && reader->at < reader->end && *reader->at != '"') {
        char c = *reader->at++;
        if (c == '\\')
            good = read_escape(reader, &text);
        else if ((unsigned char)c < ' ')
            good = false;
        else
            buf_putc(&text, c);
    }
    good = good && take(reader, '"');
    const char *kept = good ? arena_strndup(reader->arena, text.len > 0 ? text.data : "", text.len) : NULL;
    buf_release(&text);
    return kept;
}

static size_t digits(struct reader *reader) {
    const char *begin = reader->at;
    while (reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9')
        reader->at++;
    return (size_t)(reader->at - begin);
}

static bool next_is(const struct reader *reader, const char *set) {
    return reader->at < reader->end && *reader->at != '\0' && strchr(set, *reader->at) != NULL;
}

static const char *read_number(struct reader *reader) {
    const char *begin = reader->at;
    reader->at += next_is(reader, "-");
    bool zero = next_is(reader, "0");
    size_t whole = digits(reader);
    if (whole == 0 || (zero && whole > 1))
        return NULL;
    if (next_is(reader, ".")) {
        reader->at++;
        if (digits(reader) == 0)
            return NULL;
    }
    if (next_is(reader, "eE")) {
        reader->at++;
        reader->at += next_is(reader, "+-");
        if (digits(reader) == 0)
            return NULL;
    }
    return arena_strndup(reader->arena, begin, (size_t)(reader->at - begin));
}

static struct json_value *read_value(struct reader *reader, int depth);

/* What stands between brackets, of an object with keys. */
static bool read_members(struct reader *reader, struct json_value *parent, char close, int depth) {
    struct json_value **place = &parent->first;
    if (take(reader, close))
        return true;
    do {
        const char *key = NULL;
        if (parent->type == JSON_OBJECT && ((key = read_text(reader)) == NULL || !take(reader, ':')))
            return false;
        struct json_value *value = read_value(reader, depth);
        if (value == NULL)
            return false;
        value->key = key;
        *place = value;
        place = &value->next;
    } while (take(reader, ','));
    return take(reader, close);
}

static bool read_word(struct reader *reader, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(reader->end - reader->at) < len || memcmp(reader->at, word, len) != 0)
        return false;
    reader->at += len;
    return true;
}

static struct json_value *read_value(struct reader *reader, int depth) {
    struct json_value *value = arena_alloc(reader->arena, sizeof *value);
    skip_space(reader);
    if (reader->at == reader->end || depth == 0)
        return NULL;
    switch (*reader->at) {
    case '{':
    case '[':
        value->type = *reader->at == '{' ? JSON_OBJECT : JSON_LIST;
        reader->at++;
        return read_members(reader, value, value->type == JSON_OBJECT ? '}' : ']', depth - 1) ? value : NULL;
    case '"':
        value->type = JSON_TEXT;
        value->text = read_text(reader);
        return value->text != NULL ? value : NULL;
    case 't': value->type = JSON_TRUE; return read_word(reader, "true") ? value : NULL;
    case 'f': value->type = JSON_FALSE; return read_word(reader, "false") ? value : NULL;
    case 'n': value->type = JSON_NULL; return read_word(reader, "null") ? value : NULL;
    default:
        value->type = JSON_NUMBER;
        value->text = read_number(reader);
        return value->text != NULL ? value : NULL;
    }
}

const struct json_value *json_parse(struct slice text, struct arena *arena) {
    if (!utf8_is_valid(text.ptr, text.len))
        return NULL;
    struct reader reader = {text.ptr, text.ptr + text.len, arena};
    struct json_value *value = read_value(&reader, DEPTH_MAX);
    skip_space(&reader);
    return reader.at == reader.end ? value : NULL;
}

const struct json_value *json_member(const struct json_value *object, const char *key, enum json_type type) {
    if (object == NULL || object->type != JSON_OBJECT)
        return NULL;
    for (const struct json_value *member = object->first; member != NULL; member = member->next)
        if (member->type == type && strcmp(member->key, key) == 0)
            return member;
    return NULL;
}
