/*
 * Quickselect with a three-way split, so that many equal numbers (days, sizes) cost nothing extra.  The pivots
 * come from a fixed sequence that no input can foresee to be bad.
 */
#include "reports/measures/quantile.h"

#include "etl/base/hash.h"

enum { FEW = 12 };

static void swap(uint32_t *a, uint32_t *b) {
    uint32_t keep = *a;
    *a = *b;
    *b = keep;
}

/*
 * Puts the numbers from low on so that numbers[k] is where sorting would have it, smaller ones before and larger ones
 * behind.
 */
static uint32_t select_order(uint32_t *numbers, size_t low, size_t count, size_t k) {
    size_t high = count;
    while (high - low > 1) {
        uint32_t pivot = numbers[low + hash_mix(high * 31 + low) % (high - low)];
        size_t less = low;
        size_t more = high;
        for (size_t at = low; at < more;) {
            if (numbers[at] < pivot)
                swap(&numbers[at++], &numbers[less++]);
            else if (numbers[at] > pivot)
                swap(&numbers[at], &numbers[--more]);
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
    return numbers[k];
}

static void sort_few(uint32_t *numbers, size_t count) {
    for (size_t n = 1; n < count; n++)
        for (size_t at = n; at > 0 && numbers[at] < numbers[at - 1]; at--)
            swap(&numbers[at], &numbers[at - 1]);
}

/* Puts numbers[k] in its place; most groups have few numbers, which are sorted once. */
static uint32_t find_order(uint32_t *numbers, size_t count, size_t k, size_t settled) {
    if (count > FEW)
        return select_order(numbers, settled <= k ? settled : 0, count, k);
    sort_few(numbers, count);
    return numbers[k];
}

exact_t quantile(uint32_t *numbers, size_t count, const exact_t *value, unsigned num, unsigned den, size_t *settled) {
    size_t position = (count - 1) * num;
    size_t k = position / den;
    unsigned rest = (unsigned)(position % den);
    exact_t below = sample_value(find_order(numbers, count, k, *settled), value);
    *settled = k;
    if (rest == 0)
        return below;
    uint32_t next = numbers[k + 1];
    for (size_t i = k + 2; i < count; i++)
        if (numbers[i] < next)
            next = numbers[i];
    return exact_add(below, exact_share(exact_add(sample_value(next, value), -below), rest, den));
}
