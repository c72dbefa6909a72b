/* One pass over the clients of a region: draw a history, write its rows, count it, forget it.
 * Invariant: memory does not grow with the number of clients, and the same order gives the same bytes.
 * Called by main.c. */
#include "tests/generator/generate.h"

#include <errno.h>
#include <sys/stat.h>

#include "tests/generator/closing.h"
#include "tests/generator/ledger.h"

enum { USUAL_GEMEENTEN = 7, USUAL_AANBIEDERS = 34 };

/* The country: 1.2 million clients, 342 gemeenten, 3,000 aanbieders. */
enum { COUNTRY_CLIENTS = 1200000, COUNTRY_GEMEENTEN = 342, COUNTRY_AANBIEDERS = 3000 };

uint32_t generate_usual_gemeenten(uint64_t clients) {
    uint64_t n = clients * COUNTRY_GEMEENTEN / COUNTRY_CLIENTS;
    n = n > NAMES_GEMEENTEN_MAX ? NAMES_GEMEENTEN_MAX : n;
    return n < USUAL_GEMEENTEN ? USUAL_GEMEENTEN : (uint32_t)n;
}

uint32_t generate_usual_aanbieders(uint64_t clients) {
    uint64_t n = clients * COUNTRY_AANBIEDERS / COUNTRY_CLIENTS;
    n = n > NAMES_AANBIEDERS_MAX ? NAMES_AANBIEDERS_MAX : n;
    return generate_usual_gemeenten(clients) == USUAL_GEMEENTEN ? USUAL_AANBIEDERS : (uint32_t)n;
}

struct generator {
    struct region region;
    struct identity identity;
    struct tables tables;
    struct ledger ledger;
    struct tally tally;
};

/* A small region gets as many clients drawn by chance, and with each seed other situations. */
size_t generate_situation(const struct order *order, uint64_t n) {
    size_t all = situations_count();
    return n < all && n < (order->clients + 1) / 2 ? (size_t)((n + order->seed) % all) : all;
}

static void write_clients(struct generator *g, const struct order *order, struct trouble *trouble) {
    struct history history;
    for (uint64_t n = 0; n < order->clients && !trouble_is(trouble); n++) {
        struct scribe scribe = {&g->region, prng_stream(order->seed, TOPIC_CLIENT, n), &history};
        history.client = n;
        history.n = history.registrations = 0;
        size_t situation = generate_situation(order, n);
        if (situation < situations_count())
            situation_write(&scribe, situation);
        else
            history_draw(&scribe);
        ledger_write_history(&g->ledger, &history);
        ledger_bill(&g->ledger, &history, &scribe.chance);
        tally_add(&g->tally, &history);
    }
}

static bool generator_init(struct generator *g, const struct order *order) {
    return region_init(&g->region, order->seed, window_of(order->period), order->gemeenten, order->aanbieders) &&
           identity_init(&g->identity, order->clients, order->bsn) &&
           ledger_init(&g->ledger, &g->tables, &g->region, &g->identity) && tally_init(&g->tally, &g->region);
}

bool generate(const struct order *order, struct trouble *trouble) {
    struct generator g = {0};
    if (mkdir(order->directory, 0755) != 0 && errno != EEXIST)
        trouble_set(trouble, order->directory, errno);
    else if (!generator_init(&g, order))
        trouble_set(trouble, order->directory, ENOMEM);
    else
        tables_open(&g.tables, order->directory, order->split, &g.region, trouble);
    if (!trouble_is(trouble)) {
        tables_write_fixed(&g.tables, &g.region);
        write_clients(&g, order, trouble);
        closing_write_voorveld(&g.tables, &g.tally);
        closing_write_mi(&g.tables, &g.tally);
    }
    tables_close(&g.tables);
    tally_release(&g.tally);
    ledger_release(&g.ledger);
    identity_release(&g.identity);
    region_release(&g.region);
    return !trouble_is(trouble);
}
