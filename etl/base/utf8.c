/*
 * Checks and conversions of encodings.  Invariant: whatever is appended is valid UTF-8.
 */
#include "etl/base/utf8.h"

#include <string.h>

bool utf8_is_ascii(const char *bytes, size_t len) {
    uint64_t seen = 0;
    size_t i = 0;
    for (; i + 32 <= len; i += 32) {
        uint64_t words[4];
        memcpy(words, bytes + i, 32);
        seen |= (words[0] | words[1]) | (words[2] | words[3]);
    }
    for (; i < len; i++)
        seen |= (unsigned char)bytes[i];
    return (seen & UINT64_C(0x8080808080808080)) == 0;
}

/* Length of the character at `s`, 0 when it is not well formed. */
static size_t character_length(const unsigned char *s, size_t left) {
    unsigned char first = s[0];
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    size_t len;
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        len = 2;
    else if (first >= 0xE0 && first <= 0xEF)
        len = 3;
    else if (first >= 0xF0 && first <= 0xF4)
        len = 4;
    else
        return 0;
    if (first == 0xE0)
        low = 0xA0;
    else if (first == 0xED)
        high = 0x9F;
    else if (first == 0xF0)
        low = 0x90;
    else if (first == 0xF4)
        high = 0x8F;
    if (left < len || s[1] < low || s[1] > high)
        return 0;
    for (size_t i = 2; i < len; i++)
        if (s[i] < 0x80 || s[i] > 0xBF)
            return 0;
    return len;
}

bool utf8_is_valid(const char *bytes, size_t len) {
    const unsigned char *s = (const unsigned char *)bytes;
    size_t i = 0;
    while (i < len) {
        if (i + 32 <= len && utf8_is_ascii(bytes + i, 32)) {
            i += 32;
            continue;
        }
        size_t step = character_length(s + i, len - i);
        if (step == 0)
            return false;
        i += step;
    }
    return true;
}

static bool starts_character(char c) {
    return ((unsigned char)c & 0xC0U) != 0x80U;
}

size_t utf8_count(const char *bytes, size_t len) {
    size_t count = 0;
    for (size_t i = 0; i < len; i++)
        count += starts_character(bytes[i]);
    return count;
}

size_t utf8_cut(const char *bytes, size_t len, size_t most) {
    if (len <= most)
        return len;
    while (most > 0 && !starts_character(bytes[most]))
        most--;
    return most;
}

void utf8_put(struct buf *out, uint32_t character) {
    char bytes[4];
    size_t len = 0;
    if (character < 0x80) {
        bytes[len++] = (char)character;
    } else if (character < 0x800) {
        bytes[len++] = (char)(0xC0U | character >> 6);
    } else if (character < 0x10000) {
        bytes[len++] = (char)(0xE0U | character >> 12);
        bytes[len++] = (char)(0x80U | (character >> 6 & 0x3FU));
    } else {
        bytes[len++] = (char)(0xF0U | character >> 18);
        bytes[len++] = (char)(0x80U | (character >> 12 & 0x3FU));
        bytes[len++] = (char)(0x80U | (character >> 6 & 0x3FU));
    }
    if (character >= 0x80)
        bytes[len++] = (char)(0x80U | (character & 0x3FU));
    buf_add(out, bytes, len);
}

void utf8_put_windows_1252(struct buf *out, const char *bytes, size_t len) {
    static const uint16_t high[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    const unsigned char *s = (const unsigned char *)bytes;
    size_t i = 0;
    while (i < len) {
        size_t plain = i;
        while (i < len && s[i] < 0x80)
            i++;
        buf_add(out, bytes + plain, i - plain);
        if (i < len) {
            utf8_put(out, s[i] < 0xA0 ? high[s[i] - 0x80] : s[i]);
            i++;
        }
    }
}

static uint32_t code_unit(const char *bytes, bool big_endian) {
    const unsigned char *s = (const unsigned char *)bytes;
    return big_endian ? (uint32_t)s[0] << 8 | s[1] : (uint32_t)s[1] << 8 | s[0];
}

size_t utf8_put_utf16(struct buf *out, const char *bytes, size_t len, bool big_endian) {
    size_t i = 0;
    while (i + 2 <= len) {
        uint32_t unit = code_unit(bytes + i, big_endian);
        if (unit < 0xD800 || unit > 0xDFFF) {
            utf8_put(out, unit);
            i += 2;
            continue;
        }
        if (unit > 0xDBFF)
            return SIZE_MAX;
        if (i + 4 > len)
            break;
        uint32_t second = code_unit(bytes + i + 2, big_endian);
        if (second < 0xDC00 || second > 0xDFFF)
            return SIZE_MAX;
        utf8_put(out, 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00));
        i += 4;
    }
    return i;
}
