/*
 * Quickselect with a three-way split, so that many equal values (days, whole hours) cost nothing extra.  The pivots
 * come from a fixed sequence that no input can foresee to be bad.
 */
#include "reports/measures/quantile.h"

#include "etl/base/hash.h"

enum { FEW = 12 };

static void swap(exact_t *a, exact_t *b) {
    exact_t keep = *a;
    *a = *b;
    *b = keep;
}

/*
 * Puts the values from low on so that values[k] is where sorting would have it, smaller ones before and larger ones
 * behind.
 */
static exact_t select_order(exact_t *values, size_t low, size_t count, size_t k) {
    size_t high = count;
    while (high - low > 1) {
        exact_t pivot = values[low + hash_mix(high * 31 + low) % (high - low)];
        size_t less = low;
        size_t more = high;
        for (size_t at = low; at < more;) {
            if (values[at] < pivot)
                swap(&values[at++], &values[less++]);
            else if (values[at] > pivot)
                swap(&values[at], &values[--more]);
            else
                at++;
        }
        if (k < less)
            high = less;
        else if (k >= more)
            low = more;
        else
            return pivot;
    }
    return values[k];
}

static void sort_few(exact_t *values, size_t count) {
    for (size_t n = 1; n < count; n++)
        for (size_t at = n; at > 0 && values[at] < values[at - 1]; at--)
            swap(&values[at], &values[at - 1]);
}

/* Puts values[k] in its place; most groups have few values, which are sorted once. */
static exact_t find_order(exact_t *values, size_t count, size_t k, size_t settled) {
    if (count > FEW)
        return select_order(values, settled <= k ? settled : 0, count, k);
    sort_few(values, count);
    return values[k];
}

exact_t quantile(exact_t *values, size_t count, unsigned num, unsigned den, size_t *settled) {
    size_t position = (count - 1) * num;
    size_t k = position / den;
    unsigned rest = (unsigned)(position % den);
    exact_t below = find_order(values, count, k, *settled);
    *settled = k;
    if (rest == 0)
        return below;
    exact_t above = values[k + 1];
    for (size_t i = k + 2; i < count; i++)
        if (values[i] < above)
            above = values[i];
    return exact_add(below, exact_share(exact_add(above, -below), rest, den));
}
