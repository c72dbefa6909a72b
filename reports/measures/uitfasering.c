/*
 * Products that a gemeente phases out, measures.md 8: per row of uitfasering the indications before, now and after, and
 * what was declared.  It adds its figures itself: its groups are gemeente × product.
 */
#include <stdlib.h>

#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "reports/measures/families.h"
#include "reports/measures/terms.h"

enum { CLIENTS_PER_PIECE = 1 << 14 };

/* Distinct clients, when they come one after the other. */
struct distinct {
    uint32_t clients;
    uint32_t last; /* + 1 */
};

struct phase {
    uint32_t begin;  /* active on u - 1 */
    uint32_t actief; /* active on p */
    uint32_t instroom;
    uint32_t na; /* active on p, and runs past max(u, p) */
    exact_t bedrag;
    struct distinct begin_clients;
    struct distinct bedrag_clients;
};

static void add_client(struct distinct *distinct, uint32_t client) {
    if (distinct->last != client + 1) {
        distinct->last = client + 1;
        distinct->clients++;
    }
}

static void add_lines(const struct measure_context *context, uint32_t index, struct phase *phase) {
    const struct lines *lines = context->lines;
    for (size_t n = lines->start[index]; n < lines->start[index + 1]; n++) {
        const struct line *line = &lines->linked[n];
        if (!line_overlaps(line, context->days))
            continue;
        phase->bedrag = exact_add(phase->bedrag, line_amount(line, context->days));
        add_client(&phase->bedrag_clients, context->data->indications.data[index].client);
    }
}

static void add_indication(const struct measure_context *context, uint32_t index, date_t vanaf, struct phase *phase) {
    const struct indication *i = &context->data->indications.data[index];
    date_t p = context->p;
    if (vanaf - 1 <= p && indication_active(i, vanaf - 1)) {
        phase->begin++;
        add_client(&phase->begin_clients, i->client);
    }
    if (indication_active(i, p)) {
        phase->actief++;
        phase->na += i->einddatum > (vanaf > p ? vanaf : p);
    }
    phase->instroom += i->ingangsdatum >= vanaf && i->ingangsdatum <= p;
    add_lines(context, index, phase);
}

/* Per gemeente and product the row + 1, 0 when there is none. */
static uint32_t *index_rows(const struct dataset *data) {
    uint32_t *row_of = mem_calloc(data->gemeenten.len * data->producten.len, sizeof *row_of);
    for (size_t n = 0; n < data->uitfasering.len; n++) {
        const struct uitfasering *u = &data->uitfasering.data[n];
        row_of[u->gemeente * data->producten.len + u->product] = (uint32_t)(n + 1);
    }
    return row_of;
}

struct counting {
    const struct measure_context *context;
    uint32_t *row_of;
    struct phase *phases; /* threads × rows */
};

static void count_piece(void *pass, size_t piece, unsigned worker) {
    const struct counting *counting = pass;
    const struct dataset *data = counting->context->data;
    struct phase *phases = counting->phases + worker * data->uitfasering.len;
    size_t first = piece * CLIENTS_PER_PIECE;
    size_t last = first + CLIENTS_PER_PIECE < data->clients.count ? first + CLIENTS_PER_PIECE : data->clients.count;
    for (size_t n = data->client_start[first]; n < data->client_start[last]; n++) {
        uint32_t index = data->client_order.data[n];
        const struct indication *i = &data->indications.data[index];
        uint32_t row = counting->row_of[i->gemeente * data->producten.len + i->product];
        if (row > 0)
            add_indication(counting->context, index, data->uitfasering.data[row - 1].vanaf, &phases[row - 1]);
    }
}

/* Adds what one thread counted; no client was counted by two. */
static void add_phase(struct phase *sum, const struct phase *part) {
    sum->begin += part->begin;
    sum->actief += part->actief;
    sum->instroom += part->instroom;
    sum->na += part->na;
    sum->bedrag = exact_add(sum->bedrag, part->bedrag);
    sum->begin_clients.clients += part->begin_clients.clients;
    sum->bedrag_clients.clients += part->bedrag_clients.clients;
}

/* One per row. */
static struct phase *count_phases(const struct measure_context *context) {
    const struct dataset *data = context->data;
    size_t rows = data->uitfasering.len;
    struct counting counting = {
        .context = context,
        .row_of = index_rows(data),
        .phases = mem_calloc(rows * context->threads, sizeof *counting.phases),
    };
    size_t pieces = ((size_t)data->clients.count + CLIENTS_PER_PIECE - 1) / CLIENTS_PER_PIECE;
    threads_each(context->threads, pieces, count_piece, &counting);
    for (size_t n = rows; n < rows * context->threads; n++)
        add_phase(&counting.phases[n % rows], &counting.phases[n]);
    free(counting.row_of);
    return counting.phases;
}

/* At most as many clients stand behind a count, which is withheld by its own value. */
static void add_count(struct figure_list *list, const char *maat, struct group group, uint32_t count) {
    if (count > 0)
        figure_list_count(list, maat, "", group, count, count);
}

static void direct(const struct measure_context *context, struct figure_list *list) {
    const struct dataset *data = context->data;
    if (data->uitfasering.len == 0)
        return;
    struct phase *phases = count_phases(context);
    for (size_t n = 0; n < data->uitfasering.len; n++) {
        const struct uitfasering *u = &data->uitfasering.data[n];
        const struct phase *phase = &phases[n];
        struct group group = {.gemeente = (uint16_t)(u->gemeente + 1),
                              .product = (uint16_t)(u->product + 1),
                              .perceel = (uint8_t)(data->producten.data[u->product].perceel + 1)};
        add_count(list, "uitfasering_begin", group, phase->begin);
        add_count(list, "uitfasering_actief", group, phase->actief);
        add_count(list, "uitfasering_instroom", group, phase->instroom);
        add_count(list, "uitfasering_na", group, phase->na);
        figure_list_ratio_of_counts(list, "uitfasering_resterend", "", group, phase->actief, phase->begin,
                                    phase->begin_clients.clients);
        if (phase->bedrag_clients.clients > 0)
            figure_list_value(list, "uitfasering_bedrag", "", group, phase->bedrag, phase->bedrag_clients.clients);
    }
    free(phases);
}

const struct measure_family family_uitfasering = {
    .name = "uitfasering",
    .direct = direct,
};
