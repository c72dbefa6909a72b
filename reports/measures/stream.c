/*
 * Runs the families over indications and lines.  Invariant: the bundles of a piece are in the order of clients, and
 * those of a client that is in several places end with corrections.  Called by the engine, from several threads on
 * separate pieces.
 */
#include "reports/measures/stream.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/vec.h"
#include "reports/measures/corrections.h"
#include "reports/measures/lines.h"
#include "reports/measures/registry.h"

/* What one thread works with: the piece in the making, of which the memory serves the next one too. */
struct streamer {
    const struct measure_context *context;
    const struct plan *plan;
    struct corrections *corrections;
    struct sink sink;
    VEC(struct bundle) bundles;
};

struct streamer *streamer_new(const struct measure_context *context, const struct plan *plan) {
    struct streamer *streamer = mem_alone(sizeof *streamer);
    streamer->context = context;
    streamer->plan = plan;
    streamer->corrections = corrections_new(context->data, plan);
    return streamer;
}

void streamer_free(struct streamer *streamer) {
    corrections_free(streamer->corrections);
    buf_release(&streamer->sink.bytes);
    VEC_FREE(streamer->bundles);
    free(streamer);
}

/* A bundle of what was added since `from`; where its bytes are is known when the piece is complete. */
static void close_bundle(struct streamer *streamer, size_t from, struct bundle bundle) {
    size_t size = streamer->sink.bytes.len - from;
    if (size == 0)
        return;
    if (size > UINT32_MAX)
        BUG("too many contributions of one indication");
    bundle.size = (uint32_t)size;
    VEC_PUSH(streamer->bundles, bundle);
}

static void add_indication(struct streamer *streamer, uint32_t index) {
    const struct measure_context *context = streamer->context;
    const struct indication *i = &context->data->indications.data[index];
    size_t from = streamer->sink.bytes.len;
    for (size_t f = 0; f < measure_family_count; f++) {
        streamer->sink.base = streamer->plan->family_base[f];
        if (measure_families[f]->indication)
            measure_families[f]->indication(context, index, &streamer->sink);
    }
    close_bundle(
        streamer, from,
        (struct bundle){
            .client = i->client, .gemeente = i->gemeente, .organisatie = i->organisatie, .product = i->product});
}

static void add_line(struct streamer *streamer, uint32_t client, const struct unlinked_line *line) {
    size_t from = streamer->sink.bytes.len;
    for (size_t f = 0; f < measure_family_count; f++) {
        streamer->sink.base = streamer->plan->family_base[f];
        if (measure_families[f]->unlinked)
            measure_families[f]->unlinked(streamer->context, line, &streamer->sink);
    }
    close_bundle(
        streamer, from,
        (struct bundle){
            .client = client, .gemeente = line->gemeente, .organisatie = line->organisatie, .product = line->product});
}

static void add_client(struct streamer *streamer, uint32_t client) {
    const struct dataset *data = streamer->context->data;
    const struct lines *lines = streamer->context->lines;
    struct corrections *corrections = streamer->corrections;
    size_t first = streamer->bundles.len;
    size_t bytes = streamer->sink.bytes.len;
    for (size_t n = data->client_start[client]; n < data->client_start[client + 1]; n++)
        add_indication(streamer, data->client_order.data[n]);
    for (size_t n = lines->unlinked_start[client]; n < lines->unlinked_start[client + 1]; n++)
        add_line(streamer, client, &lines->unlinked[n]);
    if (streamer->bundles.len < first + 2)
        return;
    corrections_read(corrections, streamer->bundles.data + first, streamer->bundles.len - first,
                     streamer->sink.bytes.data + bytes);
    for (size_t p = 0; p < corrections_places(corrections); p++) {
        size_t from = streamer->sink.bytes.len;
        corrections_put(corrections, p, &streamer->sink.bytes);
        close_bundle(streamer, from, corrections_bundle(corrections, p));
    }
}

static void *copy_of(const void *what, size_t size) {
    void *copy = mem_realloc(NULL, size > 0 ? size : 1, 1);
    if (size > 0)
        memcpy(copy, what, size);
    return copy;
}

void stream_clients(struct streamer *streamer, struct stream_piece *piece, uint32_t first, uint32_t last) {
    streamer->sink.bytes.len = streamer->bundles.len = 0;
    for (uint32_t client = first; client < last; client++)
        add_client(streamer, client);
    piece->bytes = copy_of(streamer->sink.bytes.data, streamer->sink.bytes.len);
    piece->count = streamer->bundles.len;
    piece->bundles = copy_of(streamer->bundles.data, piece->count * sizeof *piece->bundles);
    const char *at = piece->bytes;
    for (size_t n = 0; n < piece->count; n++) {
        piece->bundles[n].bytes = at;
        at += piece->bundles[n].size;
    }
}

void stream_piece_release(struct stream_piece *piece) {
    free(piece->bytes);
    free(piece->bundles);
}
