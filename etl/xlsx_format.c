/*
 * Format codes.  Invariant: letters inside quotes and behind `\`, `_` and `*` are never taken for parts of a date; an m
 * beside hours or seconds is minutes.
 */
#include "etl/xlsx_format.h"

#include <string.h>

bool xlsx_format_is_date(uint32_t number) {
    static const struct {
        uint8_t first, last;
    } dates[] = {
        {14, 17},                               /* 14-9-2026 and the like */
        {22, 22},                               /* with a time */
        {27, 31}, {34, 36}, {50, 54}, {57, 58}, /* of Chinese, Japanese and Korean versions */
    };
    for (unsigned i = 0; i < sizeof dates / sizeof dates[0]; i++)
        if (number >= dates[i].first && number <= dates[i].last)
            return true;
    return false;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Behind a text in quotes, AM/PM, or a character that stands for itself; `at` when there is none. */
static size_t skip_literal(struct slice code, size_t at) {
    static const char *const halves[] = {"am/pm", "a/p"};
    const char *c = code.ptr + at;
    size_t left = code.len - at;
    for (unsigned i = 0; i < sizeof halves / sizeof halves[0]; i++) {
        size_t len = strlen(halves[i]);
        if (left >= len && slice_is_word((struct slice){c, len}, halves[i]))
            return at + len;
    }
    if (*c == '"') {
        const char *close = memchr(c + 1, '"', left - 1);
        return close ? (size_t)(close - code.ptr) + 1 : code.len;
    }
    if (*c == '\\' || *c == '_' || *c == '*')
        return left > 2 ? at + 2 : code.len;
    return at;
}

/* Behind what stands in brackets (a colour, a currency, a condition); `time` is h or s for a duration. */
static size_t skip_brackets(struct slice code, size_t at, char *time) {
    const char *close = memchr(code.ptr + at, ']', code.len - at);
    size_t end = close ? (size_t)(close - code.ptr) : code.len;
    char first = at + 1 < end ? lower(code.ptr[at + 1]) : '\0';
    bool duration = first && strchr("hms", first);
    for (size_t i = at + 1; i < end; i++)
        duration &= lower(code.ptr[i]) == first;
    *time = !duration ? '\0' : first == 'h' ? 'h' : 's'; /* [m] is never a month */
    return close ? end + 1 : end;
}

/* The letters of a date or time in the first section, one for each run of the same; at most `most`. */
static size_t read_parts(struct slice code, char *parts, size_t most) {
    size_t count = 0;
    char before = '\0';
    for (size_t at = 0; at < code.len && code.ptr[at] != ';' && count < most;) {
        char c = lower(code.ptr[at]);
        size_t behind = skip_literal(code, at);
        if (behind > at)
            c = '\0';
        else if (c == '[')
            behind = skip_brackets(code, at, &c);
        else
            behind = at + 1;
        if (c && strchr("ymdhs", c) && c != before)
            parts[count++] = c;
        before = c;
        at = behind;
    }
    return count;
}

/* Is the m at this place minutes: behind hours, or before seconds? */
static bool is_minutes(const char *parts, size_t count, size_t at) {
    return (at > 0 && parts[at - 1] == 'h') || (at + 1 < count && parts[at + 1] == 's');
}

/* Words for "as it comes"; their letters mean nothing. */
static bool is_general(struct slice code) {
    const char *end = memchr(code.ptr, ';', code.len);
    struct slice section = {code.ptr, end ? (size_t)(end - code.ptr) : code.len};
    return slice_is_word(section, "general") || slice_is_word(section, "standaard") ||
           slice_is_word(section, "standard");
}

bool xlsx_code_is_date(struct slice code) {
    enum { PARTS_MAX = 32 };
    char parts[PARTS_MAX] = {0};
    if (code.len == 0 || is_general(code))
        return false;
    size_t count = read_parts(code, parts, PARTS_MAX);
    for (size_t i = 0; i < count; i++)
        if (parts[i] == 'y' || parts[i] == 'd' || (parts[i] == 'm' && !is_minutes(parts, count, i)))
            return true;
    return false;
}
