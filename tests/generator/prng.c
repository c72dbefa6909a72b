/* SplitMix64 (Steele, Lea, Flood 2014) and the draws made from it.
 * Invariant: the same state gives the same draw on every machine; no floating point.
 * Called wherever something is left to chance. */
#include "tests/generator/prng.h"

static uint64_t mix(uint64_t z) {
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

struct prng prng_stream(uint64_t seed, enum topic topic, uint64_t index) {
    uint64_t s = mix(seed + UINT64_C(0x9e3779b97f4a7c15));
    s = mix(s ^ ((uint64_t)(topic + 1) * UINT64_C(0xd1342543de82ef95)));
    return (struct prng){mix(s + index * UINT64_C(0x9e3779b97f4a7c15))};
}

static uint64_t next(struct prng *r) {
    r->state += UINT64_C(0x9e3779b97f4a7c15);
    return mix(r->state);
}

uint32_t prng_below(struct prng *r, uint32_t n) {
    return (uint32_t)(((next(r) >> 32) * n) >> 32);
}

int32_t prng_between(struct prng *r, int32_t lo, int32_t hi) {
    return lo + (int32_t)prng_below(r, (uint32_t)(hi - lo) + 1);
}

bool prng_chance(struct prng *r, int promille) {
    return (int)prng_below(r, 1000) < promille;
}

int32_t prng_around(struct prng *r, int32_t lo, int32_t hi) {
    int32_t a = prng_between(r, lo, hi);
    int32_t b = prng_between(r, lo, hi);
    return (a + b) / 2;
}

size_t prng_weighted(struct prng *r, const uint16_t *weight, size_t n) {
    uint32_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += weight[i];
    uint32_t x = prng_below(r, sum);
    size_t i = 0;
    while (x >= weight[i])
        x -= weight[i++];
    return i;
}
