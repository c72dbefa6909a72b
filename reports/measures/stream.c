/*
 * Runs the families over indications and lines.  Invariant: the bundles of a piece are in the order of clients.
 * Called by the engine, from several threads on separate pieces.
 */
#include "reports/measures/stream.h"

#include <stdlib.h>

#include "etl/base/error.h"
#include "reports/measures/registry.h"

enum { CONTRIBUTION_MAX = sizeof(uint16_t) + sizeof(exact_t) };

/* Room for one contribution, with its slot already written. */
static char *put_slot(struct sink *sink, uint16_t slot, bool with_value) {
    uint16_t number = (uint16_t)(sink->base + slot);
    if (number >= sink->plan->slots.len || slot_has_value(sink->plan->slots.data[number]) != with_value)
        BUG("contribution to a slot of another kind");
    buf_reserve(&sink->bytes, CONTRIBUTION_MAX);
    char *at = sink->bytes.data + sink->bytes.len;
    memcpy(at, &number, sizeof number);
    return at + sizeof number;
}

void sink_count(struct sink *sink, uint16_t slot) {
    put_slot(sink, slot, false);
    sink->bytes.len += sizeof slot;
}

void sink_value(struct sink *sink, uint16_t slot, exact_t value) {
    memcpy(put_slot(sink, slot, true), &value, sizeof value);
    sink->bytes.len += sizeof slot + sizeof value;
}

static uint16_t line_organisatie(const struct dataset *data, const struct declaration *line) {
    return data->aanbieders.data[line->aanbieder].organisatie;
}

void unlinked_init(struct unlinked *unlinked, const struct dataset *data) {
    size_t clients = data->clients.count;
    size_t *next = mem_calloc(clients + 1, sizeof *next);
    unlinked->start = mem_calloc(clients + 1, sizeof *unlinked->start);
    for (size_t n = 0; n < data->declarations.len; n++)
        if (data->declarations.data[n].indication == INDICATION_NONE)
            unlinked->start[data->declarations.data[n].client + 1]++;
    for (size_t c = 0; c < clients; c++)
        next[c + 1] = unlinked->start[c + 1] += unlinked->start[c];
    unlinked->lines = mem_calloc(unlinked->start[clients], sizeof *unlinked->lines);
    for (size_t n = 0; n < data->declarations.len; n++)
        if (data->declarations.data[n].indication == INDICATION_NONE)
            unlinked->lines[next[data->declarations.data[n].client]++] = (uint32_t)n;
    free(next);
}

void unlinked_release(struct unlinked *unlinked) {
    free(unlinked->lines);
    free(unlinked->start);
}

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
        piece->sink.base = piece->sink.plan->family_base[f];
        if (measure_families[f]->indication)
            measure_families[f]->indication(context, index, &piece->sink);
    }
    close_bundle(
        piece, from,
        (struct bundle){
            .client = i->client, .gemeente = i->gemeente, .organisatie = i->organisatie, .product = i->product});
}

static void add_line(struct stream_piece *piece, const struct measure_context *context,
                     const struct declaration *line) {
    size_t from = piece->sink.bytes.len;
    for (size_t f = 0; f < measure_family_count; f++) {
        piece->sink.base = piece->sink.plan->family_base[f];
        if (measure_families[f]->unlinked)
            measure_families[f]->unlinked(context, line, &piece->sink);
    }
    close_bundle(piece, from,
                 (struct bundle){.client = line->client,
                                 .gemeente = line->gemeente,
                                 .organisatie = line_organisatie(context->data, line),
                                 .product = line->product});
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
                    const struct unlinked *unlinked, uint32_t first, uint32_t last) {
    const struct dataset *data = context->data;
    *piece = (struct stream_piece){.sink = {.plan = plan}};
    for (uint32_t client = first; client < last; client++) {
        for (size_t n = data->client_start[client]; n < data->client_start[client + 1]; n++)
            add_indication(piece, context, data->client_order.data[n]);
        for (size_t n = unlinked->start[client]; n < unlinked->start[client + 1]; n++)
            add_line(piece, context, &data->declarations.data[unlinked->lines[n]]);
    }
    settle_bundles(piece);
}

void stream_piece_release(struct stream_piece *piece) {
    buf_release(&piece->sink.bytes);
    VEC_FREE(piece->bundles);
}
