/*
 * Hashes for tables of our own: good mixing, not secret.
 */
#ifndef WMO_ETL_BASE_HASH_H
#define WMO_ETL_BASE_HASH_H

#include <stdint.h>

#include "etl/base/word.h"

static inline uint64_t hash_mix(uint64_t x) {
    x ^= x >> 32;
    x *= UINT64_C(0xd6e8feb86659fd93);
    x ^= x >> 32;
    x *= UINT64_C(0xd6e8feb86659fd93);
    x ^= x >> 32;
    return x;
}

static inline uint64_t hash_bytes(const char *bytes, size_t len) {
    uint64_t h = UINT64_C(0x9e3779b97f4a7c15) ^ len;
    while (len >= WORD_BYTES) {
        h = (h ^ word_load(bytes)) * UINT64_C(0xd6e8feb86659fd93);
        h ^= h >> 32;
        bytes += WORD_BYTES;
        len -= WORD_BYTES;
    }
    return hash_mix(h ^ word_of(bytes, len));
}

#endif
