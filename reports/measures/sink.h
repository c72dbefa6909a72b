/*
 * Where the contributions of one indication or line go: bytes, one contribution behind the other.  Inline: runs for
 * every contribution.
 */
#ifndef WMO_REPORTS_MEASURES_SINK_H
#define WMO_REPORTS_MEASURES_SINK_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "etl/base/buf.h"
#include "etl/base/error.h"
#include "etl/base/exact.h"

/* What a slot keeps, per group. Every slot also counts the distinct clients that contributed. */
enum slot_kind {
    SLOT_COUNT,  /* how often something contributed */
    SLOT_NUMBER, /* a sum of whole numbers, a count that is contributed by the handful */
    SLOT_SUM,    /* an exact sum */
    SLOT_SAMPLE, /* all values, for mean and quantiles; each a number that plan_samples explains */
    SLOT_BEGIN,  /* clients, of which SLOT_BOTH counts those that are also in the next slot, a SLOT_END */
    SLOT_END,
    SLOT_BOTH, /* follows a SLOT_END; nothing contributes to it */
    SLOT_LIMIT /* clients whose sum exceeds the product's maximum_per_jaar */
};

struct sink {
    struct buf bytes;
    uint16_t base; /* of the family that contributes now: slots are numbered from 0 per family */
};

enum { CONTRIBUTION_MAX = sizeof(uint16_t) + sizeof(exact_t) };

/* Adds a slot of the whole plan and what belongs to it. */
static inline void sink_put(struct sink *sink, uint16_t slot, const void *what, size_t size) {
    if (sink->bytes.cap - sink->bytes.len < CONTRIBUTION_MAX)
        buf_reserve(&sink->bytes, CONTRIBUTION_MAX);
    char *at = sink->bytes.data + sink->bytes.len;
    memcpy(at, &slot, sizeof slot);
    memcpy(at + sizeof slot, what, size);
    sink->bytes.len += sizeof slot + size;
}

/* To a SLOT_COUNT, SLOT_BEGIN or SLOT_END. */
static inline void sink_count(struct sink *sink, uint16_t slot) {
    sink_put(sink, (uint16_t)(sink->base + slot), "", 0);
}

/* To a SLOT_NUMBER or SLOT_SAMPLE. */
static inline void sink_number(struct sink *sink, uint16_t slot, uint32_t number) {
    sink_put(sink, (uint16_t)(sink->base + slot), &number, sizeof number);
}

/* To a SLOT_SUM or SLOT_LIMIT. */
static inline void sink_value(struct sink *sink, uint16_t slot, exact_t value) {
    sink_put(sink, (uint16_t)(sink->base + slot), &value, sizeof value);
}

/* One contribution as it is read. */
struct contribution {
    exact_t value; /* 1 for kinds without */
    uint16_t slot; /* of the whole plan */
    uint8_t kind;  /* enum slot_kind */
};

static inline const char *sink_take(const char *at, void *what, size_t size) {
    memcpy(what, at, size);
    return at + size;
}

/* Reads the contribution at `at`, gives the place of the next one; kinds are those of the plan. */
static inline const char *contribution_next(const char *at, const uint8_t *kinds, struct contribution *contribution) {
    uint32_t number;
    at = sink_take(at, &contribution->slot, sizeof contribution->slot);
    contribution->value = 1;
    contribution->kind = kinds[contribution->slot];
    switch ((enum slot_kind)contribution->kind) {
    case SLOT_COUNT:
    case SLOT_BEGIN:
    case SLOT_END: return at;
    case SLOT_NUMBER:
    case SLOT_SAMPLE:
        at = sink_take(at, &number, sizeof number);
        contribution->value = number;
        return at;
    case SLOT_SUM:
    case SLOT_LIMIT: return sink_take(at, &contribution->value, sizeof contribution->value);
    case SLOT_BOTH: break;
    }
    BUG("contribution to a slot that takes none");
}

#endif
