/*
 * Codes and their packed form.  A packed number holds its kind in the lowest four bits: the length for up to ten
 * characters of six bits each, left-aligned so that the numbers are in byte order of the codes; or a mark.
 * Invariant: a code has exactly one packed number.
 */
#include "etl/code.h"

enum {
    SHORT_MAX = 10,
    DIGITS_MAX = 16,
    KIND_BITS = 4,
    KIND_DIGITS = 11,
    KIND_INTERNED = 15,
    SYMBOL_BITS = 6,
    LENGTH_BITS = 5
};

#define NOT_PACKED (-1) /* no character of a code, or the 65th, `_` */

/* Rank of a character among - . 0–9 A–Z a–z, its six bits. */
static int symbol(char c) {
    if (c >= '0' && c <= '9')
        return 2 + (c - '0');
    if (c >= 'A' && c <= 'Z')
        return 12 + (c - 'A');
    if (c >= 'a' && c <= 'z')
        return 38 + (c - 'a');
    if (c == '-')
        return 0;
    if (c == '.')
        return 1;
    return NOT_PACKED;
}

static char symbol_text(unsigned rank) {
    static const char text[] = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return text[rank];
}

/* One bit per ASCII character that a code may have: - . 0–9, and A–Z _ a–z. */
static const uint64_t allowed[2] = {UINT64_C(0x03FF600000000000), UINT64_C(0x07FFFFFE87FFFFFE)};

bool code_is_valid(struct slice text) {
    if (text.len == 0 || text.len > CODE_MAX || symbol(text.ptr[0]) < 2)
        return false;
    uint64_t good = 1;
    for (size_t i = 1; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        good &= c < 128 ? allowed[c >> 6] >> (c & 63) : 0;
    }
    return good & 1;
}

bool code_is_digits(struct slice text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    return text.len > 0;
}

/* Digits weigh 9, 8, … 2 and the last one -1; eight digits are read with a zero before them. */
static bool passes_elfproef(struct slice digits) {
    int sum = 0;
    int weight = (int)digits.len;
    for (size_t i = 0; i + 1 < digits.len; i++)
        sum += weight-- * (digits.ptr[i] - '0');
    sum -= digits.ptr[digits.len - 1] - '0';
    return sum % 11 == 0;
}

bool code_is_bsn(struct slice text) {
    return text.len == 9 && code_is_digits(text) && passes_elfproef(text);
}

bool code_lost_zero(struct slice text) {
    return text.len == 8 && code_is_digits(text) && passes_elfproef(text);
}

static bool pack_short(struct slice text, uint64_t *packed) {
    uint64_t value = 0;
    for (size_t i = 0; i < text.len; i++) {
        int rank = symbol(text.ptr[i]);
        if (rank < 0)
            return false;
        value = value << SYMBOL_BITS | (uint64_t)rank;
    }
    value <<= SYMBOL_BITS * (SHORT_MAX - text.len);
    *packed = value << KIND_BITS | text.len;
    return true;
}

bool code_pack(struct slice text, uint64_t *packed) {
    if (text.len <= SHORT_MAX)
        return pack_short(text, packed);
    if (text.len > DIGITS_MAX || !code_is_digits(text))
        return false;
    uint64_t value = 0;
    for (size_t i = 0; i < text.len; i++)
        value = value * 10 + (uint64_t)(text.ptr[i] - '0');
    *packed = (value << LENGTH_BITS | text.len) << KIND_BITS | KIND_DIGITS;
    return true;
}

uint64_t code_pack_id(uint32_t id) {
    return (uint64_t)id << KIND_BITS | KIND_INTERNED;
}

static unsigned kind_of(uint64_t packed) {
    return (unsigned)(packed & ((1U << KIND_BITS) - 1));
}

struct slice code_unpack(uint64_t packed, const struct intern *long_codes, char room[CODE_TEXT_SIZE]) {
    unsigned kind = kind_of(packed);
    uint64_t value = packed >> KIND_BITS;
    size_t len = kind;
    if (kind == KIND_INTERNED)
        return intern_text(long_codes, (uint32_t)value);
    if (kind == KIND_DIGITS) {
        len = value & ((1U << LENGTH_BITS) - 1);
        value >>= LENGTH_BITS;
        for (size_t i = len; i > 0; i--, value /= 10)
            room[i - 1] = (char)('0' + value % 10);
    } else {
        for (size_t i = 0; i < len; i++) {
            unsigned shift = SYMBOL_BITS * (unsigned)(SHORT_MAX - 1 - i);
            room[i] = symbol_text((unsigned)(value >> shift) & ((1U << SYMBOL_BITS) - 1));
        }
    }
    room[len] = '\0';
    return (struct slice){room, len};
}

int code_compare_packed(uint64_t a, uint64_t b, const struct intern *long_codes) {
    if (kind_of(a) <= SHORT_MAX && kind_of(b) <= SHORT_MAX)
        return (a > b) - (a < b);
    char room_a[CODE_TEXT_SIZE];
    char room_b[CODE_TEXT_SIZE];
    return slice_compare(code_unpack(a, long_codes, room_a), code_unpack(b, long_codes, room_b));
}
