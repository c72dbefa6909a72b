/*
 * Runs the families over indications and lines.  Invariant: the bundles of a piece are in the order of clients, and
 * those of a client that is in several places end with corrections.  Called by the engine, from several threads on
 * separate pieces.
 */
#include "reports/measures/stream.h"

#include "etl/base/error.h"
#include "reports/measures/lines.h"
#include "reports/measures/places.h"
#include "reports/measures/registry.h"

/* A bundle of what was added to the piece since `from`; its bytes are an offset until the piece is complete. */
static void close_bundle(struct stream_piece *piece, size_t from, struct bundle bundle) {
    size_t size = piece->sink.bytes.len - from;
    if (size == 0)
        return;
    if (size > UINT32_MAX)
        BUG("too many contributions of one indication");
    bundle.size = (uint32_t)size;
    VEC_PUSH(piece->bundles, bundle);
}

static void add_indication(struct stream_piece *piece, const struct measure_context *context, uint32_t index) {
    const struct indication *i = &context->data->indications.data[index];
    size_t from = piece->sink.bytes.len;
    for (size_t f = 0; f < measure_family_count; f++) {
        piece->sink.base = piece->plan->family_base[f];
        if (measure_families[f]->indication)
            measure_families[f]->indication(context, index, &piece->sink);
    }
    close_bundle(
        piece, from,
        (struct bundle){
            .client = i->client, .gemeente = i->gemeente, .organisatie = i->organisatie, .product = i->product});
}

static void add_line(struct stream_piece *piece, const struct measure_context *context, uint32_t client,
                     const struct unlinked_line *line) {
    size_t from = piece->sink.bytes.len;
    for (size_t f = 0; f < measure_family_count; f++) {
        piece->sink.base = piece->plan->family_base[f];
        if (measure_families[f]->unlinked)
            measure_families[f]->unlinked(context, line, &piece->sink);
    }
    close_bundle(
        piece, from,
        (struct bundle){
            .client = client, .gemeente = line->gemeente, .organisatie = line->organisatie, .product = line->product});
}

static void add_client(struct stream_piece *piece, const struct measure_context *context, struct places *places,
                       uint32_t client) {
    const struct dataset *data = context->data;
    const struct lines *lines = context->lines;
    size_t bundles = piece->bundles.len;
    size_t bytes = piece->sink.bytes.len;
    for (size_t n = data->client_start[client]; n < data->client_start[client + 1]; n++)
        add_indication(piece, context, data->client_order.data[n]);
    for (size_t n = lines->unlinked_start[client]; n < lines->unlinked_start[client + 1]; n++)
        add_line(piece, context, client, &lines->unlinked[n]);
    if (piece->bundles.len < bundles + 2 ||
        !places_find(places, piece->bundles.data + bundles, piece->bundles.len - bundles))
        return;
    places_read(places, piece->bundles.data + bundles, piece->sink.bytes.data + bytes);
    for (size_t p = 0; p < places_count(places); p++) {
        size_t from = piece->sink.bytes.len;
        places_put(places, p, &piece->sink.bytes);
        close_bundle(piece, from, places_bundle(places, p));
    }
}

/* The buffer no longer moves: offsets become pointers. */
static void settle_bundles(struct stream_piece *piece) {
    const char *at = piece->sink.bytes.data;
    for (size_t u = 0; u < piece->bundles.len; u++) {
        piece->bundles.data[u].bytes = at;
        at += piece->bundles.data[u].size;
    }
}

void stream_clients(struct stream_piece *piece, const struct measure_context *context, const struct plan *plan,
                    uint32_t first, uint32_t last) {
    struct places *places = places_new(context->data, plan);
    *piece = (struct stream_piece){.plan = plan};
    for (uint32_t client = first; client < last; client++)
        add_client(piece, context, places, client);
    settle_bundles(piece);
    places_free(places);
}

void stream_piece_release(struct stream_piece *piece) {
    buf_release(&piece->sink.bytes);
    VEC_FREE(piece->bundles);
}
