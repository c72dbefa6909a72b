/*
 * Arithmetic on exact sums.  Invariant: nothing overflows silently; what would leave the range stays at its end
 * (1.3e21, beyond any volume or amount that a region can have).
 */
#include "etl/base/exact.h"

__extension__ typedef unsigned __int128 wide_t;

static const exact_t largest = (exact_t)(~(wide_t)0 >> 1);

static wide_t magnitude(exact_t a) {
    return a < 0 ? (wide_t)0 - (wide_t)a : (wide_t)a;
}

static exact_t with_sign(wide_t size, bool negative) {
    if (size > (wide_t)largest)
        size = (wide_t)largest;
    return negative ? -(exact_t)size : (exact_t)size;
}

/* size × mul / div, rounded half up, saturating; mul and div below 2^63. */
static wide_t scale(wide_t size, uint64_t mul, uint64_t div) {
    wide_t product;
    if (size >> 95 == 0 && (mul | div) >> 32 == 0) /* as nearly all are */
        return (size * mul + div / 2) / div;
    if (!__builtin_mul_overflow(size, (wide_t)mul, &product) && product <= ~(wide_t)0 - div)
        return (product + div / 2) / div;
    /* Too large to multiply first: the whole part of the division is scaled by itself. */
    wide_t whole = size / div;
    wide_t rest = (size % div * mul + div / 2) / div;
    if (__builtin_mul_overflow(whole, (wide_t)mul, &product) || __builtin_add_overflow(product, rest, &product))
        return ~(wide_t)0;
    return product;
}

exact_t exact_share(exact_t a, int64_t mul, int64_t div) {
    bool negative = (a < 0) != (mul < 0);
    return with_sign(scale(magnitude(a), (uint64_t)(mul < 0 ? -mul : mul), (uint64_t)div), negative);
}

exact_t exact_times(exact_t a, exact_t b) {
    bool negative = (a < 0) != (b < 0);
    wide_t size = magnitude(a);
    wide_t other = magnitude(b);
    const uint64_t one = (uint64_t)EXACT_ONE;
    /* Whole part and rest of b apart, so that both products fit. */
    wide_t whole = other / one;
    wide_t product;
    if (whole > UINT64_MAX || __builtin_mul_overflow(size, whole, &product))
        return with_sign(~(wide_t)0, negative);
    wide_t rest = scale(size, (uint64_t)(other % one), one);
    if (__builtin_add_overflow(product, rest, &product))
        product = ~(wide_t)0;
    return with_sign(product, negative);
}

exact_t exact_divide(exact_t teller, exact_t noemer) {
    bool negative = (teller < 0) != (noemer < 0);
    wide_t over = magnitude(teller);
    wide_t under = magnitude(noemer);
    wide_t whole;
    if (__builtin_mul_overflow(over / under, (wide_t)EXACT_ONE, &whole))
        return with_sign(~(wide_t)0, negative);
    /* rest × EXACT_ONE / under by long division in binary, for the product need not fit; under is below 2^127. */
    wide_t factor = over % under;
    wide_t quotient = 0;
    wide_t rest = 0;
    for (int bit = 63; bit >= 0; bit--) {
        quotient *= 2;
        rest *= 2;
        if (rest >= under) {
            rest -= under;
            quotient++;
        }
        if ((uint64_t)EXACT_ONE >> bit & 1) {
            rest += factor;
            if (rest >= under) {
                rest -= under;
                quotient++;
            }
        }
    }
    if (rest >= under - rest)
        quotient++;
    if (__builtin_add_overflow(whole, quotient, &whole))
        whole = ~(wide_t)0;
    return with_sign(whole, negative);
}

/*
 * over / under, rounded half up, by way of a floating estimate that the rest then makes exact; both below 2^126.  False
 * when the quotient is too large for that.
 */
static bool divide_by_estimate(wide_t over, wide_t under, uint64_t *quotient) {
    double estimate = (double)over / (double)under;
    if (estimate >= (double)(UINT64_C(1) << 50))
        return false;
    *quotient = (uint64_t)estimate;
    exact_t rest = (exact_t)over - (exact_t)(*quotient * under);
    for (; rest < 0; rest += (exact_t)under)
        --*quotient;
    for (; rest >= (exact_t)under; rest -= (exact_t)under)
        ++*quotient;
    *quotient += (exact_t)under - rest <= rest;
    return true;
}

exact_t exact_micros(exact_t a) {
    const exact_t micro = EXACT_ONE / 1000000;
    uint64_t quotient;
    if (magnitude(a) >> 120 == 0 && divide_by_estimate(magnitude(a), (wide_t)micro, &quotient))
        return a < 0 ? -(exact_t)quotient : (exact_t)quotient;
    return exact_share(a, 1, (int64_t)micro);
}

exact_t exact_ratio_micros(exact_t teller, exact_t noemer) {
    bool negative = (teller < 0) != (noemer < 0);
    wide_t over = magnitude(teller);
    wide_t under = magnitude(noemer);
    uint64_t quotient;
    if ((over | under) >> 100 == 0 && divide_by_estimate(over * 1000000, under, &quotient))
        return negative ? -(exact_t)quotient : (exact_t)quotient;
    /* Six decimals one by one, so that nothing has to be multiplied by a million. */
    wide_t result = over / under;
    wide_t rest = over % under;
    for (int i = 0; i < 6; i++) {
        if (rest > ~(wide_t)0 / 10) { /* both so large that their last bits do not count */
            rest /= 16;
            under /= 16;
        }
        wide_t digit = rest * 10 / under;
        rest = rest * 10 % under;
        if (__builtin_mul_overflow(result, (wide_t)10, &result))
            return with_sign(~(wide_t)0, negative);
        result += digit;
    }
    if (rest >= under - rest)
        result++;
    return with_sign(result, negative);
}

void exact_put_micros(struct buf *out, exact_t micros) {
    wide_t size = magnitude(micros);
    char digits[48];
    char *at = digits + sizeof digits;
    for (int n = 0; n < 7 || size > 0; n++) {
        if (n == 6)
            *--at = '.';
        *--at = (char)('0' + (int)(size % 10));
        size /= 10;
    }
    if (micros < 0)
        *--at = '-';
    buf_add(out, at, (size_t)(digits + sizeof digits - at));
}
