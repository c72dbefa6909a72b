/*
 * Links declarations to indications, and groups these by client.  Invariant: afterwards line.indication is set exactly
 * for the categories gekoppeld and via_client.  Called once, after loading.
 */
#include "etl/link.h"

#include <stdlib.h>

#include "etl/base/mem.h"
#include "etl/base/threads.h"

enum { LINES_PER_PIECE = 1 << 16 };

date_t indication_effective_end(const struct dataset *dataset, const struct indication *indication) {
    bool tijdelijk = indication->reden != INDEX_NONE && dataset->redenen.data[indication->reden].tijdelijk;
    bool stops = indication->stopdatum != DATE_NONE && !tijdelijk && indication->stopdatum < indication->einddatum;
    return stops ? indication->stopdatum : indication->einddatum;
}

static void set_effective_ends(struct dataset *dataset) {
    for (size_t n = 0; n < dataset->indications.len; n++) {
        struct indication *i = &dataset->indications.data[n];
        i->effective_end = indication_effective_end(dataset, i);
    }
}

/* Turns counts in start[key + 1] into offsets and gives a copy that counts up while filling. */
static size_t *offsets_from_counts(size_t *start, size_t keys) {
    size_t *next = mem_calloc(keys + 1, sizeof *next);
    for (size_t key = 0; key < keys; key++) {
        start[key + 1] += start[key];
        next[key + 1] = start[key + 1];
    }
    return next;
}

static void group_indications_by_client(struct dataset *dataset) {
    size_t clients = dataset->clients.count;
    size_t *start = mem_calloc(clients + 1, sizeof *start);
    for (size_t n = 0; n < dataset->indications.len; n++)
        start[dataset->indications.data[n].client + 1]++;
    size_t *next = offsets_from_counts(start, clients);
    uint32_t *order = mem_calloc(dataset->indications.len, sizeof *order);
    for (size_t n = 0; n < dataset->indications.len; n++)
        order[next[dataset->indications.data[n].client]++] = (uint32_t)n;
    free(next);
    dataset->client_start = start;
    dataset->client_order.data = order;
    dataset->client_order.len = dataset->indications.len;
}

static bool shares_a_day(const struct indication *i, const struct declaration *line) {
    return line->periode_begin <= i->einddatum && i->ingangsdatum <= line->periode_eind;
}

/* Rule 1: the toewijzingnummer is known. */
static enum link check_known(const struct dataset *dataset, const struct declaration *line) {
    const struct indication *i = &dataset->indications.data[line->indication];
    uint16_t organisatie = dataset->aanbieders.data[line->aanbieder].organisatie;
    if (i->product != line->product || i->organisatie != organisatie || i->client != line->client)
        return LINK_CONFLICT;
    return shares_a_day(i, line) ? LINK_GEKOPPELD : LINK_BUITEN_GELDIGHEID;
}

/* Rule 2: exactly one indication of the same gemeente, client, aanbieder and product shares a day with the line. */
static enum link search_client(const struct dataset *dataset, struct declaration *line) {
    uint16_t organisatie = dataset->aanbieders.data[line->aanbieder].organisatie;
    uint32_t found = INDICATION_NONE;
    for (size_t n = dataset->client_start[line->client]; n < dataset->client_start[line->client + 1]; n++) {
        const struct indication *i = &dataset->indications.data[dataset->client_order.data[n]];
        if (i->gemeente != line->gemeente || i->organisatie != organisatie || i->product != line->product ||
            !shares_a_day(i, line))
            continue;
        if (found != INDICATION_NONE)
            return LINK_WEES;
        found = dataset->client_order.data[n];
    }
    if (found == INDICATION_NONE)
        return LINK_WEES;
    line->indication = found;
    return LINK_VIA_CLIENT;
}

static enum link link_line(const struct dataset *dataset, struct declaration *line) {
    if (line->status == STATUS_AFGEKEURD)
        return LINK_AFGEKEURD;
    if (line->indication != INDICATION_NONE)
        return check_known(dataset, line);
    return search_client(dataset, line);
}

struct linking {
    struct dataset *dataset;
    size_t *linked; /* per thread */
};

static void link_piece(void *context, size_t piece, unsigned worker) {
    const struct linking *linking = context;
    struct dataset *dataset = linking->dataset;
    size_t first = piece * LINES_PER_PIECE;
    size_t last = first + LINES_PER_PIECE;
    size_t linked = 0;
    for (size_t n = first; n < last && n < dataset->declarations.len; n++) {
        struct declaration *line = &dataset->declarations.data[n];
        enum link link = link_line(dataset, line);
        line->link = (uint8_t)link;
        if (link == LINK_GEKOPPELD || link == LINK_VIA_CLIENT)
            linked++;
        else
            line->indication = INDICATION_NONE;
    }
    linking->linked[worker] += linked;
}

size_t dataset_link(struct dataset *dataset, unsigned threads) {
    struct linking linking = {dataset, mem_calloc(threads > 0 ? threads : 1, sizeof *linking.linked)};
    set_effective_ends(dataset);
    group_indications_by_client(dataset);
    threads_each(threads, (dataset->declarations.len + LINES_PER_PIECE - 1) / LINES_PER_PIECE, link_piece, &linking);
    size_t linked = 0;
    for (unsigned t = 0; t < threads || t == 0; t++)
        linked += linking.linked[t];
    free(linking.linked);
    return linked;
}
