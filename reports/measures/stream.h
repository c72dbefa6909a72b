/*
 * Contributions of one period, in the order of clients: what every indication (or line that is not linked)
 * adds to which slots.  Made once, read by each of the grouping sets.
 */
#ifndef WMO_REPORTS_MEASURES_STREAM_H
#define WMO_REPORTS_MEASURES_STREAM_H

#include <string.h>

#include "etl/base/buf.h"
#include "etl/base/vec.h"
#include "reports/measures/plan.h"

/* All contributions of one indication, or of one line that is not linked. */
struct bundle {
    const char *bytes; /* contributions: slot (2 bytes), and for kinds with a value 16 bytes */
    uint32_t size;
    uint32_t client;
    uint16_t gemeente;
    uint16_t organisatie;
    uint16_t product;
};

struct sink {
    const struct plan *plan;
    struct buf bytes;
    uint16_t base; /* of the family that contributes now */
};

/* True for kinds whose contributions carry a value. */
static inline bool slot_has_value(enum slot_kind kind) {
    return kind == SLOT_SUM || kind == SLOT_SAMPLE || kind == SLOT_LIMIT;
}

/* The bundles of one range of clients. */
struct stream_piece {
    struct sink sink;
    VEC(struct bundle) bundles;
};

/* The lines that are not linked, by client and in load order. */
struct unlinked {
    uint32_t *lines;
    size_t *start; /* clients + 1 offsets in lines */
};

void unlinked_init(struct unlinked *unlinked, const struct dataset *data);
void unlinked_release(struct unlinked *unlinked);

/* Contributions of clients [first, last) to the period of context and plan. */
void stream_clients(struct stream_piece *piece, const struct measure_context *context, const struct plan *plan,
                    const struct unlinked *unlinked, uint32_t first, uint32_t last);

void stream_piece_release(struct stream_piece *piece);

#endif
