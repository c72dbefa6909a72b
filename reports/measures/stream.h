/*
 * Contributions of one period, in the order of clients: what every indication (or line that is not linked)
 * adds to which slots.  Made once, read once.
 */
#ifndef WMO_REPORTS_MEASURES_STREAM_H
#define WMO_REPORTS_MEASURES_STREAM_H

#include "etl/base/buf.h"
#include "etl/base/vec.h"
#include "reports/measures/plan.h"

/* All contributions of one indication, or of one line that is not linked; or corrections (see places.h). */
struct bundle {
    const char *bytes; /* see sink.h; of corrections places.h */
    uint32_t size;
    uint32_t client;
    uint16_t gemeente;
    uint16_t organisatie;
    uint16_t product;
    bool corrects;
};

/* The bundles of one range of clients. */
struct stream_piece {
    const struct plan *plan;
    struct sink sink;
    VEC(struct bundle) bundles;
};

/* Contributions of clients [first, last) to the period of context and plan. */
void stream_clients(struct stream_piece *piece, const struct measure_context *context, const struct plan *plan,
                    uint32_t first, uint32_t last);

void stream_piece_release(struct stream_piece *piece);

#endif
