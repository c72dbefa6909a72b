/*
 * The strict reader of numbers.  Invariant: a value that is given back is exact; nothing is rounded.
 */
#include "etl/base/decimal.h"

#include "etl/base/plain.h"

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

enum decimal_result decimal_parse(struct slice text, int decimals, bool comma_file, int64_t *value,
                                  struct decimal_notes *notes) {
    if (plain_number(text, decimals, value, &notes->comma))
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
