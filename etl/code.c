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

/* What a byte is in a code: 0 nothing, 1 the 65th symbol, else 2 and its rank among - . 0–9 A–Z a–z: six bits. */
enum { NO_SYMBOL = 0, NOT_PACKED = 1, FIRST_RANK = 2, FIRST_ALNUM = 4 };
static const unsigned char symbols[256] = {
    ['_'] = 1,  ['-'] = 2,  ['.'] = 3,  ['0'] = 4,  ['1'] = 5,  ['2'] = 6,  ['3'] = 7,  ['4'] = 8,  ['5'] = 9,
    ['6'] = 10, ['7'] = 11, ['8'] = 12, ['9'] = 13, ['A'] = 14, ['B'] = 15, ['C'] = 16, ['D'] = 17, ['E'] = 18,
    ['F'] = 19, ['G'] = 20, ['H'] = 21, ['I'] = 22, ['J'] = 23, ['K'] = 24, ['L'] = 25, ['M'] = 26, ['N'] = 27,
    ['O'] = 28, ['P'] = 29, ['Q'] = 30, ['R'] = 31, ['S'] = 32, ['T'] = 33, ['U'] = 34, ['V'] = 35, ['W'] = 36,
    ['X'] = 37, ['Y'] = 38, ['Z'] = 39, ['a'] = 40, ['b'] = 41, ['c'] = 42, ['d'] = 43, ['e'] = 44, ['f'] = 45,
    ['g'] = 46, ['h'] = 47, ['i'] = 48, ['j'] = 49, ['k'] = 50, ['l'] = 51, ['m'] = 52, ['n'] = 53, ['o'] = 54,
    ['p'] = 55, ['q'] = 56, ['r'] = 57, ['s'] = 58, ['t'] = 59, ['u'] = 60, ['v'] = 61, ['w'] = 62, ['x'] = 63,
    ['y'] = 64, ['z'] = 65,
};

static unsigned symbol(char c) {
    return symbols[(unsigned char)c];
}

static char symbol_text(unsigned rank) {
    static const char text[] = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return text[rank];
}

bool code_is_valid(struct slice text) {
    if (text.len == 0 || text.len > CODE_MAX || symbol(text.ptr[0]) < FIRST_ALNUM)
        return false;
    bool good = true;
    for (size_t i = 1; i < text.len; i++)
        good &= symbol(text.ptr[i]) != NO_SYMBOL;
    return good;
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
        unsigned rank = symbol(text.ptr[i]);
        if (rank < FIRST_RANK)
            return false;
        value = value << SYMBOL_BITS | (rank - FIRST_RANK);
    }
    value <<= SYMBOL_BITS * (SHORT_MAX - text.len);
    *packed = value << KIND_BITS | text.len;
    return true;
}

bool code_pack(struct slice text, uint64_t *packed) {
    if (text.len == 0 || symbol(text.ptr[0]) < FIRST_ALNUM)
        return false;
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
