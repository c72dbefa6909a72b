/*
 * The strict reader of numbers.  Invariant: a value that is given back is exact; nothing is rounded.
 */
#include "etl/base/decimal.h"

#include "etl/base/word.h"

enum { MAX_WHOLE_DIGITS = 12 };

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static const char *skip_digits(const char *at, const char *end) {
    while (at < end && is_digit(*at))
        at++;
    return at;
}

/* The written parts of a number: digits before the decimals, perhaps in groups, and the decimals. */
struct parts {
    const char *whole;
    const char *whole_end; /* behind the last group */
    const char *decimals;
    const char *decimals_end; /* equal to decimals when there are none */
};

/* `.234` groups of exactly three digits behind a first group of 1–3 digits that is not zero; returns their number. */
static int count_groups(const char *first, const char *dot, const char *end, const char **rest) {
    int groups = 0;
    bool can_group = dot - first <= 3 && *first != '0';
    while (can_group && dot < end && *dot == '.') {
        const char *after = skip_digits(dot + 1, end);
        if (after - dot != 4)
            break;
        groups++;
        dot = after;
    }
    *rest = dot;
    return groups;
}

/* False when the text has not the shape of a number. */
static bool find_parts(const char *at, const char *end, bool comma_file, struct parts *p, struct decimal_notes *notes) {
    const char *first_end = skip_digits(at, end);
    const char *rest = first_end;
    if (first_end == at)
        return false;
    *p = (struct parts){at, first_end, end, end};
    if (first_end == end)
        return true;
    int groups = count_groups(at, first_end, end, &rest);
    if (groups == 1 && rest == end) {
        notes->ambiguous = true;
        if (!comma_file)
            rest = first_end;
    } else if (groups > 0 && rest < end && *rest != ',') {
        return false;
    }
    p->whole_end = rest;
    if (rest == end)
        return true;
    p->decimals = rest + 1;
    p->decimals_end = skip_digits(p->decimals, end);
    if ((*rest != ',' && *rest != '.') || p->decimals_end != end || p->decimals == end)
        return false;
    notes->comma |= *rest == ',';
    return true;
}

/* Eight bytes of digits, 0 to 9, as a number: pairs first, then pairs of pairs. */
static uint32_t join_digits(uint64_t digits) {
    digits = digits * 10 + (digits >> 8); /* in every second byte */
    uint64_t odd = digits & UINT64_C(0x000000FF000000FF);
    uint64_t even = digits >> 16 & UINT64_C(0x000000FF000000FF);
    return (uint32_t)((odd * (100 + (UINT64_C(1000000) << 32)) + even * (1 + (UINT64_C(10000) << 32))) >> 32);
}

/*
 * Digits, with or without decimals, not ambiguous and of at most eight bytes, which are looked at together: nearly all
 * numbers.  A digit is worth itself; of the mark before the decimals the place tells how many there are.
 */
static bool parse_plain(struct slice text, int decimals, int64_t *value, struct decimal_notes *notes) {
    static const int64_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    if (text.len - 1 >= WORD_BYTES)
        return false;
    uint64_t digits = (word_of(text.ptr, text.len) ^ UINT64_C(0x3030303030303030)) << (64 - 8 * text.len);
    uint64_t marks = (digits | (digits + UINT64_C(0x7676767676767676))) & UINT64_C(0x8080808080808080);
    if (marks != 0) {
        unsigned place = (unsigned)__builtin_ctzll(marks) & ~7U;
        uint64_t before = (UINT64_C(1) << place) - 1;
        uint64_t mark = digits >> place & 0xFFU;
        int given = 7 - (int)(place / 8);
        bool first = place == 64 - 8 * text.len;
        bool ambiguous = mark == ('.' ^ '0') && given == 3;
        if ((marks & (marks - 1)) != 0 || (mark != ('.' ^ '0') && mark != (',' ^ '0')) || first || ambiguous ||
            given == 0 || given > decimals)
            return false;
        digits = (digits & before) << 8 | (digits & ~before & ~(UINT64_C(0xFF) << place));
        decimals -= given;
        notes->comma |= mark == (',' ^ '0');
    }
    *value = join_digits(digits) * tens[decimals];
    return true;
}

enum decimal_result decimal_parse(struct slice text, int decimals, bool comma_file, int64_t *value,
                                  struct decimal_notes *notes) {
    if (parse_plain(text, decimals, value, notes))
        return DECIMAL_OK;
    const char *at = text.ptr;
    const char *end = text.ptr + text.len;
    bool negative = at < end && *at == '-';
    struct parts p;
    if (!find_parts(at + negative, end, comma_file, &p, notes))
        return DECIMAL_NO_NUMBER;
    if (p.decimals_end - p.decimals > decimals)
        return DECIMAL_TOO_MANY_DECIMALS;
    int64_t number = 0;
    int whole_digits = 0;
    for (const char *c = p.whole; c < p.whole_end; c++) {
        if (*c == '.')
            continue;
        if (++whole_digits > MAX_WHOLE_DIGITS)
            return DECIMAL_TOO_LARGE;
        number = number * 10 + (*c - '0');
    }
    for (const char *c = p.decimals; c < p.decimals_end; c++, decimals--)
        number = number * 10 + (*c - '0');
    for (; decimals > 0; decimals--)
        number *= 10;
    *value = negative ? -number : number;
    return DECIMAL_OK;
}
