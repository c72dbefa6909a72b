/* Chance that is the same on every machine: SplitMix64, integers only. */
#ifndef SAMPLE_PRNG_H
#define SAMPLE_PRNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct prng {
    uint64_t state;
};

/* What a stream of chance is for. */
enum topic { TOPIC_REGION, TOPIC_SERVES, TOPIC_SIGNALS, TOPIC_MI, TOPIC_MI_GIVES, TOPIC_CLIENT };

/* A stream of its own for every (seed, topic, index): what is drawn for one client or aanbieder
 * never depends on how much was drawn for another. */
struct prng prng_stream(uint64_t seed, enum topic topic, uint64_t index);

/* The index of a pair. */
static inline uint64_t prng_pair(uint32_t a, uint32_t b) {
    return (uint64_t)a << 32 | b;
}

/* 0 … n − 1; n > 0. */
uint32_t prng_below(struct prng *r, uint32_t n);

/* lo … hi, both included; lo ≤ hi. */
int32_t prng_between(struct prng *r, int32_t lo, int32_t hi);

/* True `promille` times in a thousand. */
bool prng_chance(struct prng *r, int promille);

/* lo … hi, the middle likelier than the ends. */
int32_t prng_around(struct prng *r, int32_t lo, int32_t hi);

/* The index of one of `n` weights, each as likely as it is heavy; the sum is over 0. */
size_t prng_weighted(struct prng *r, const uint16_t *weight, size_t n);

#endif
