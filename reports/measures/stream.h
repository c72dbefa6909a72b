/*
 * Contributions of one period, in the order of clients: what every indication (or line that is not linked)
 * adds to which slots.  Made once, read once.
 */
#ifndef WMO_REPORTS_MEASURES_STREAM_H
#define WMO_REPORTS_MEASURES_STREAM_H

#include "reports/measures/plan.h"

/* All contributions of one indication, or of one line that is not linked; or corrections (see corrections.h). */
struct bundle {
    const char *bytes; /* see sink.h; of corrections corrections.h */
    uint32_t size;
    uint32_t client;
    uint16_t gemeente;
    uint16_t organisatie;
    uint16_t product;
    bool corrects;
};

/* The bundles of one range of clients. */
struct stream_piece {
    char *bytes;
    struct bundle *bundles;
    size_t count;
};

/* Makes pieces for one period, on one thread; context and plan are borrowed. */
struct streamer;
struct streamer *streamer_new(const struct measure_context *context, const struct plan *plan);
void streamer_free(struct streamer *streamer);

/* Fills a piece with the contributions of clients [first, last), to be released. */
void stream_clients(struct streamer *streamer, struct stream_piece *piece, uint32_t first, uint32_t last);

void stream_piece_release(struct stream_piece *piece);

#endif
