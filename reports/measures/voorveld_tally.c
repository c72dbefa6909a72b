/*
 * Counts pairs (client, perceel) within gemeenten, measures.md 7.  Called by the family voorveld.
 *
 * Invariant: a pair is added to the tallies of its gemeente, of the region and, if the gemeente registers, of the
 * registering part of the region, in each for its perceel and for both.
 */
#include "reports/measures/voorveld_tally.h"

#include <stdlib.h>

#include "etl/base/threads.h"
#include "etl/base/vec.h"
#include "reports/measures/terms.h"
#include "reports/measures/voorveld_index.h"

_Static_assert(PERCEEL_BG == 0 && PERCEEL_DB == 1, "a perceel of the voorveld is the number of its split");

enum { PERCELEN = 2, TALLIES_MAX = 6, CLIENTS_PER_PIECE = 1 << 14 };

struct counting {
    const struct measure_context *context;
    const struct dataset *data;
    struct voorveld_tallies *result;
    int64_t *given;              /* per gemeente and perceel: the nulmeting that goes before, AMOUNT_NONE */
    VEC(struct interval) active; /* scratch: of the pair at hand */
};

/* The tallies that a gemeente and perceel are part of; returns their number. */
static size_t tallies_of(const struct voorveld_tallies *tallies, uint16_t gemeente, uint8_t perceel,
                         struct voorveld_tally *found[TALLIES_MAX]) {
    size_t areas[] = {gemeente, tallies->region, tallies->registering};
    size_t area_count = tallies->registers[gemeente] ? 3 : 2;
    size_t count = 0;
    for (size_t a = 0; a < area_count; a++) {
        found[count++] = voorveld_tally_of(tallies, areas[a], perceel);
        found[count++] = voorveld_tally_of(tallies, areas[a], VOORVELD_BOTH);
    }
    return count;
}

static void add_nulmeting(struct voorveld_tally *tally, uint32_t client) {
    tally->nulmeting++;
    tally->measured = true;
    if (tally->last != client + 1) {
        tally->last = client + 1;
        tally->clients++;
    }
}

static void add_given(struct counting *c) {
    struct voorveld_tally *found[TALLIES_MAX];
    for (size_t n = 0; n < c->data->nulmeting.len; n++) {
        const struct nulmeting *given = &c->data->nulmeting.data[n];
        c->given[(size_t)given->gemeente * PERCELEN + given->perceel] = given->aantal;
        size_t count = tallies_of(c->result, given->gemeente, given->perceel, found);
        for (size_t t = 0; t < count; t++) {
            found[t]->nulmeting += given->aantal;
            found[t]->clients += given->aantal;
        }
    }
}

/* Does the indication belong to the begeleiding and dagbesteding that may shift? */
static bool takes_part(const struct dataset *data, const struct indication *i) {
    const struct product *product = &data->producten.data[i->product];
    return (product->perceel == PERCEEL_BG || product->perceel == PERCEEL_DB) && product->eenheid != EENHEID_STUKS;
}

struct pair {
    uint16_t gemeente;
    uint8_t perceel;
};

/* Was the pair met before for this client?  `seen` is scratch, with one mark per gemeente and perceel. */
static bool is_first(uint32_t *seen, struct pair pair, uint32_t client) {
    uint32_t *mark = &seen[(size_t)pair.gemeente * PERCELEN + pair.perceel];
    bool first = *mark != client + 1;
    *mark = client + 1;
    return first;
}

/* What one thread counts. */
struct pair_counter {
    const struct counting *counting;
    struct voorveld_tallies tallies; /* with a tally of its own */
    uint32_t *seen_zero;
    uint32_t *seen_now;
};

static void count_pair(struct pair_counter *counter, const struct indication *i) {
    const struct counting *c = counter->counting;
    struct pair pair = {i->gemeente, (uint8_t)c->data->producten.data[i->product].perceel};
    bool in_zero = c->given[(size_t)pair.gemeente * PERCELEN + pair.perceel] == AMOUNT_NONE &&
                   indication_active(i, c->context->settings->nulmeting_op) &&
                   is_first(counter->seen_zero, pair, i->client);
    bool now = indication_active(i, c->context->p) && is_first(counter->seen_now, pair, i->client);
    if (!in_zero && !now)
        return;
    struct voorveld_tally *found[TALLIES_MAX];
    size_t count = tallies_of(&counter->tallies, pair.gemeente, pair.perceel, found);
    for (size_t t = 0; t < count; t++) {
        if (in_zero)
            add_nulmeting(found[t], i->client);
        found[t]->actief += now;
    }
}

static void count_piece(void *context, size_t piece, unsigned worker) {
    struct pair_counter *counter = (struct pair_counter *)context + worker;
    const struct dataset *data = counter->counting->data;
    size_t first = piece * CLIENTS_PER_PIECE;
    size_t last = first + CLIENTS_PER_PIECE < data->clients.count ? first + CLIENTS_PER_PIECE : data->clients.count;
    for (size_t n = data->client_start[first]; n < data->client_start[last]; n++) {
        const struct indication *i = &data->indications.data[data->client_order.data[n]];
        if (takes_part(data, i))
            count_pair(counter, i);
    }
}

/* Adds what one thread counted; no client was counted by two. */
static void add_tallies(struct voorveld_tallies *sum, const struct voorveld_tallies *part) {
    for (size_t t = 0; t < (sum->registering + 1) * VOORVELD_SPLITS; t++) {
        sum->tally[t].nulmeting += part->tally[t].nulmeting;
        sum->tally[t].actief += part->tally[t].actief;
        sum->tally[t].clients += part->tally[t].clients;
        sum->tally[t].measured |= part->tally[t].measured;
    }
}

/* B and N: each pair of a client once. */
static void count_pairs(struct counting *c) {
    size_t marks = c->data->gemeenten.len * PERCELEN;
    unsigned workers = c->context->threads;
    struct pair_counter *counters = mem_calloc(workers, sizeof *counters);
    for (unsigned w = 0; w < workers; w++) {
        counters[w] = (struct pair_counter){.counting = c, .tallies = *c->result};
        counters[w].tallies.tally =
            mem_calloc((c->result->registering + 1) * VOORVELD_SPLITS, sizeof(struct voorveld_tally));
        counters[w].seen_zero = mem_calloc(marks, sizeof *counters[w].seen_zero);
        counters[w].seen_now = mem_calloc(marks, sizeof *counters[w].seen_now);
    }
    size_t pieces = ((size_t)c->data->clients.count + CLIENTS_PER_PIECE - 1) / CLIENTS_PER_PIECE;
    threads_each(workers, pieces, count_piece, counters);
    for (unsigned w = 0; w < workers; w++) {
        add_tallies(c->result, &counters[w].tallies);
        free(counters[w].tallies.tally);
        free(counters[w].seen_zero);
        free(counters[w].seen_now);
    }
    free(counters);
}

static int compare_intervals(const void *a, const void *b) {
    const struct interval *x = a;
    const struct interval *y = b;
    return (x->begin > y->begin) - (x->begin < y->begin);
}

/* Fills c->active with the effective intervals of a pair, empty ones too, in order of begin. */
static void collect_active(struct counting *c, const struct voorveld_entry *entry) {
    const struct dataset *data = c->data;
    c->active.len = 0;
    for (size_t n = data->client_start[entry->client]; n < data->client_start[entry->client + 1]; n++) {
        const struct indication *i = &data->indications.data[data->client_order.data[n]];
        if (takes_part(data, i) && i->gemeente == entry->gemeente &&
            data->producten.data[i->product].perceel == entry->perceel)
            VEC_PUSH(c->active, indication_effective(i));
    }
    if (c->active.len > 0)
        qsort(c->active.data, c->active.len, sizeof *c->active.data, compare_intervals);
}

/* Is some day of the interval active? */
static bool touches(const struct counting *c, struct interval days) {
    for (size_t n = 0; n < c->active.len; n++)
        if (interval_days(interval_intersect(c->active.data[n], days)) > 0)
            return true;
    return false;
}

/* Is every day of the interval active? */
static bool covers(const struct counting *c, struct interval days) {
    for (size_t n = 0; n < c->active.len && c->active.data[n].begin <= days.begin; n++)
        if (c->active.data[n].end >= days.begin)
            days.begin = c->active.data[n].end + 1;
    return days.begin > days.end;
}

static enum voorveld_class classify(struct counting *c, const struct voorveld_entry *entry) {
    date_t p = c->context->p;
    collect_active(c, entry);
    struct interval before = {entry->datum - (date_t)c->context->settings->venster, entry->datum};
    if (!touches(c, before))
        return VOORVELD_NIEUW;
    if (!touches(c, (struct interval){p, p}))
        return VOORVELD_VERSCHOVEN;
    return covers(c, (struct interval){entry->datum + 1, p}) ? VOORVELD_NOG_IN_MAATWERK : VOORVELD_TERUGVAL;
}

static void add_registered(struct counting *c, uint16_t gemeente, uint8_t perceel, enum voorveld_class class,
                           int64_t aantal) {
    struct voorveld_tally *found[TALLIES_MAX];
    size_t count = tallies_of(c->result, gemeente, perceel, found);
    for (size_t t = 0; t < count; t++)
        found[t]->registered[class] += aantal;
}

/* Of each pair the first registration in [d0, p]; the index has them side by side, in order of datum. */
static void count_registrations(struct counting *c) {
    const struct voorveld_index *index = c->context->voorveld;
    struct interval window = {c->context->settings->nulmeting_op, c->context->p};
    const struct voorveld_entry *last = NULL;
    for (size_t n = 0; n < index->count; n++) {
        const struct voorveld_entry *entry = &index->entry[n];
        if (entry->datum < window.begin || entry->datum > window.end || (last && voorveld_entry_same(last, entry)))
            continue;
        last = entry;
        add_registered(c, entry->gemeente, entry->perceel, classify(c, entry), 1);
    }
    for (size_t n = 0; n < c->data->voorveld.len; n++) {
        const struct registration *r = &c->data->voorveld.data[n];
        if (r->client == CLIENT_NONE && r->datum >= window.begin && r->datum <= window.end)
            add_registered(c, r->gemeente, r->perceel, VOORVELD_ONGEVERIFIEERD, r->aantal);
    }
}

/* A gemeente registers when it has any row up to and including p. */
static void find_registering(struct counting *c) {
    for (size_t n = 0; n < c->data->voorveld.len; n++)
        if (c->data->voorveld.data[n].datum <= c->context->p)
            c->result->registers[c->data->voorveld.data[n].gemeente] = true;
}

void voorveld_tallies_init(struct voorveld_tallies *tallies, const struct measure_context *context) {
    const struct dataset *data = context->data;
    size_t gemeenten = data->gemeenten.len;
    *tallies = (struct voorveld_tallies){.region = gemeenten, .registering = gemeenten + 1};
    tallies->tally = mem_calloc((gemeenten + 2) * VOORVELD_SPLITS, sizeof *tallies->tally);
    tallies->registers = mem_calloc(gemeenten, sizeof *tallies->registers);
    struct counting counting = {.context = context, .data = data, .result = tallies};
    counting.given = mem_calloc(gemeenten * PERCELEN, sizeof *counting.given);
    for (size_t n = 0; n < gemeenten * PERCELEN; n++)
        counting.given[n] = AMOUNT_NONE;
    find_registering(&counting);
    add_given(&counting);
    count_pairs(&counting);
    count_registrations(&counting);
    VEC_FREE(counting.active);
    free(counting.given);
}

void voorveld_tallies_release(struct voorveld_tallies *tallies) {
    free(tallies->tally);
    free(tallies->registers);
}
