/*
 * Numbers that lie close together, as days and sizes do, are counted per number.  Others are left to quickselect with a
 * three-way split, so that many equal ones cost nothing extra; its pivots come from a fixed sequence that no input can
 * foresee to be bad.
 */
#include "reports/measures/quantile.h"

#include <string.h>

#include "etl/base/hash.h"

enum { FEW = 12, SPAN = 2048 };

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

/* The k-th number and the one after it, the same when there is none. */
struct neighbours {
    uint32_t at;
    uint32_t next;
};

/* Of numbers from `least` up to and including least + span. */
static struct neighbours count_to(const uint32_t *numbers, size_t count, uint32_t least, uint32_t span, size_t k) {
    uint32_t times[SPAN];
    memset(times, 0, (span + 1) * sizeof *times);
    for (size_t n = 0; n < count; n++)
        times[numbers[n] - least]++;
    uint32_t at = 0;
    size_t through = times[0];
    for (; through <= k; through += times[at])
        at++;
    uint32_t next = at;
    if (through == k + 1 && through < count)
        do
            next++;
        while (times[next] == 0);
    return (struct neighbours){least + at, least + next};
}

static struct neighbours select_neighbours(uint32_t *numbers, size_t count, size_t k, size_t *settled) {
    uint32_t at = find_order(numbers, count, k, *settled);
    *settled = k;
    uint32_t next = k + 1 < count ? numbers[k + 1] : at;
    for (size_t n = k + 2; n < count; n++)
        if (numbers[n] < next)
            next = numbers[n];
    return (struct neighbours){at, next};
}

static struct neighbours find_neighbours(uint32_t *numbers, size_t count, size_t k, size_t *settled) {
    uint32_t least = numbers[0];
    uint32_t most = numbers[0];
    for (size_t n = 1; n < count; n++) {
        least = numbers[n] < least ? numbers[n] : least;
        most = numbers[n] > most ? numbers[n] : most;
    }
    uint32_t span = most - least;
    return count > FEW && span < SPAN && span / 4 < count ? count_to(numbers, count, least, span, k)
                                                          : select_neighbours(numbers, count, k, settled);
}

exact_t quantile(uint32_t *numbers, size_t count, const exact_t *value, unsigned num, unsigned den, size_t *settled) {
    size_t position = (count - 1) * num;
    unsigned rest = (unsigned)(position % den);
    struct neighbours found = find_neighbours(numbers, count, position / den, settled);
    exact_t below = sample_value(found.at, value);
    if (rest == 0)
        return below;
    return exact_add(below, exact_share(exact_add(sample_value(found.next, value), -below), rest, den));
}
