/* Lays out a region: gemeenten in blocks that buy together, organisations per block, extra codes.
 * Invariant: after region_init nothing changes, and every block has an organisation for each perceel that
 * is contracted again (its first). Used by all that draws a history or writes a table. */
#include "tests/generator/region.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODE_BASE = 99000000, CODE_STEP = 37, LARGE = 20, TOWN = 60 };

static uint32_t share(uint32_t i, uint32_t total, uint32_t parts) {
    return (uint32_t)((uint64_t)i * total / parts);
}

static void lay_blocks(struct region *g) {
    for (uint32_t b = 0; b < g->blocks; b++) {
        struct block *k = &g->block[b];
        k->gemeente = share(b, g->gemeenten, g->blocks);
        k->gemeenten = share(b + 1, g->gemeenten, g->blocks) - k->gemeente;
        k->org = share(b, g->orgs, g->blocks);
        k->orgs = share(b + 1, g->orgs, g->blocks) - k->org;
        for (uint32_t i = 0; i < k->gemeenten; i++)
            g->gemeente[k->gemeente + i].block = b;
        for (uint32_t i = 0; i < k->orgs; i++)
            g->aanbieder[k->org + i].block = b;
    }
}

static void name_gemeenten(struct region *g) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < g->gemeenten; i++) {
        struct gemeente *m = &g->gemeente[i];
        m->role = &roles_gemeente[i % ROLES_GEMEENTEN];
        sum += m->role->weight;
        m->cumulative = sum;
        if (i < ROLES_GEMEENTEN) {
            snprintf(m->code, sizeof m->code, "%s", m->role->code);
            snprintf(m->naam, sizeof m->naam, "%s", m->role->naam);
        } else {
            snprintf(m->code, sizeof m->code, "%u", 9001 + i - ROLES_GEMEENTEN);
            name_gemeente(i - ROLES_GEMEENTEN, m->naam);
        }
    }
}

static uint32_t extra_codes(const struct aanbieder_role *role) {
    return (role->flags & THREE_CODES) != 0 ? 2 : (role->flags & TWO_CODES) != 0 ? 1 : 0;
}

/* Every block begins with the first role; counts the codes that the roles ask for. */
static void assign_roles(struct region *g) {
    g->aanbieders = g->orgs;
    for (uint32_t i = 0; i < g->orgs; i++) {
        struct aanbieder *a = &g->aanbieder[i];
        a->role = &roles_aanbieder[(i - g->block[a->block].org) % ROLES_AANBIEDERS];
        a->extras = extra_codes(a->role);
        g->aanbieders += a->extras;
    }
}

static void name_aanbieders(struct region *g) {
    uint32_t next = g->orgs;
    for (uint32_t i = 0; i < g->orgs; i++) {
        struct aanbieder *a = &g->aanbieder[i];
        struct prng r = prng_stream(g->seed, TOPIC_REGION, i);
        a->org = i;
        a->contracted = a->role->contracted;
        name_aanbieder(i, a->naam);
        a->own = (a->role->flags & OWN_TARIEF) != 0 ? prng_between(&r, 940, 1075) : 0;
        a->extra = a->extras > 0 ? next : 0;
        for (uint32_t e = 0; e < a->extras; e++, next++) {
            g->aanbieder[next] = *a;
            g->aanbieder[next].extras = 0;
            g->aanbieder[next].contracted = a->contracted && e == 0;
            snprintf(g->aanbieder[next].naam, NAME_SIZE, "%.60s, %s", a->naam, name_location(e));
        }
    }
    for (uint32_t i = 0; i < g->aanbieders; i++)
        snprintf(g->aanbieder[i].code, sizeof g->aanbieder[i].code, "%u", CODE_BASE + CODE_STEP * (i + 1));
}

bool region_init(struct region *g, uint64_t seed, struct window window, uint32_t gemeenten, uint32_t orgs) {
    uint32_t blocks = gemeenten / REGION_BLOCK_GEMEENTEN;
    if (blocks > orgs / REGION_AANBIEDERS_MIN)
        blocks = orgs / REGION_AANBIEDERS_MIN;
    if (blocks == 0)
        blocks = 1;
    *g = (struct region){.seed = seed, .window = window, .gemeenten = gemeenten, .orgs = orgs, .blocks = blocks};
    g->gemeente = calloc(gemeenten, sizeof *g->gemeente);
    g->aanbieder = calloc(3 * (size_t)orgs, sizeof *g->aanbieder);
    g->block = calloc(blocks, sizeof *g->block);
    if (g->gemeente == NULL || g->aanbieder == NULL || g->block == NULL)
        return false;
    lay_blocks(g);
    assign_roles(g);
    name_gemeenten(g);
    name_aanbieders(g);
    return true;
}

void region_release(struct region *g) {
    free(g->gemeente);
    free(g->aanbieder);
    free(g->block);
}

uint32_t region_draw_gemeente(const struct region *g, struct prng *r) {
    uint32_t x = prng_below(r, g->gemeente[g->gemeenten - 1].cumulative);
    uint32_t lo = 0, hi = g->gemeenten - 1;
    while (lo < hi) {
        uint32_t middle = (lo + hi) / 2;
        if (x < g->gemeente[middle].cumulative)
            hi = middle;
        else
            lo = middle + 1;
    }
    return lo;
}

uint32_t region_draw_neighbour(const struct region *g, struct prng *r, uint32_t gem) {
    const struct block *k = &g->block[g->gemeente[gem].block];
    if (k->gemeenten == 1)
        return gem;
    uint32_t other = k->gemeente + prng_below(r, k->gemeenten - 1);
    return other >= gem ? other + 1 : other;
}

/* Small organisations work in the town and in some of the gemeenten around, in a large one sooner. */
static bool serves(const struct region *g, uint32_t org, uint32_t gem) {
    uint16_t size = g->gemeente[gem].role->weight;
    struct prng r = prng_stream(g->seed, TOPIC_SERVES, prng_pair(org, gem));
    return g->aanbieder[org].role->weight >= LARGE || size >= TOWN || prng_chance(&r, 30 + 6 * size);
}

/* How heavy an organisation weighs in a draw; 0 = it does not take part. */
static uint32_t weight(const struct region *g, uint32_t org, uint32_t gem, enum perceel perceel, enum choice choice,
                       uint32_t except) {
    const struct aanbieder_role *role = g->aanbieder[org].role;
    bool fits = choice == ANYONE || role->contracted == (choice == CONTRACTED);
    return fits && org != except && (role->percelen >> perceel & 1) != 0 && serves(g, org, gem) ? role->weight : 0;
}

uint32_t region_draw_org(const struct region *g, struct prng *r, uint32_t gem, enum perceel perceel, enum choice choice,
                         uint32_t except) {
    const struct block *k = &g->block[g->gemeente[gem].block];
    uint32_t sum = 0;
    for (uint32_t i = k->org; i < k->org + k->orgs; i++)
        sum += weight(g, i, gem, perceel, choice, except);
    if (sum == 0)
        return k->org;
    uint32_t x = prng_below(r, sum);
    for (uint32_t i = k->org;; i++) {
        uint32_t w = weight(g, i, gem, perceel, choice, except);
        if (x < w)
            return i;
        x -= w;
    }
}

uint32_t region_code_in(const struct region *g, uint32_t org, uint32_t gem) {
    const struct aanbieder *a = &g->aanbieder[org];
    uint32_t n = (gem - g->block[a->block].gemeente) % (a->extras + 1);
    return n == 0 ? org : a->extra + n - 1;
}

bool region_general_tarief(enum product_id product) {
    return product != P_98VVD;
}

bool region_own_tarief(const struct region *g, uint32_t org, enum product_id product) {
    const struct aanbieder *a = &g->aanbieder[org];
    if (((a->role->percelen >> catalogue_products[product].perceel) & 1) == 0)
        return false;
    return product == P_98VVD ? org % 4 != 3 : a->own > 0;
}

int32_t region_tarief(const struct region *g, uint32_t org, enum product_id product, day d) {
    const struct product *p = &catalogue_products[product];
    int32_t tarief = catalogue_indexed(p->tarief, day_civil(d).year);
    const struct aanbieder *a = &g->aanbieder[org];
    bool own = region_own_tarief(g, org, product);
    if ((!own && !region_general_tarief(product)) || (!p->oud && d < g->window.contract_start))
        return -1;
    return own && a->own > 0 ? (int32_t)(((int64_t)tarief * a->own + 500) / 1000) : tarief;
}
