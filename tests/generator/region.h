/* The gemeenten and aanbieders of a region, and who serves whom. */
#ifndef SAMPLE_REGION_H
#define SAMPLE_REGION_H

#include "tests/generator/catalogue.h"
#include "tests/generator/names.h"
#include "tests/generator/roles.h"

struct gemeente {
    char code[8];
    char naam[NAME_SIZE];
    const struct gemeente_role *role;
    uint32_t block;
    uint32_t cumulative; /* weight of this and the gemeenten before it */
};

/* One AGB-code. Organisations come first; the extra codes of some of them stand after all of those. */
struct aanbieder {
    char code[12];
    char naam[NAME_SIZE];
    const struct aanbieder_role *role;
    bool contracted; /* as its own row says; what counts is that of its organisation */
    uint32_t org;    /* the aanbieder that it counts as: itself, or the one it belongs to */
    uint32_t block;
    uint32_t extra;  /* first extra code, 0 = none */
    uint32_t extras; /* number of them */
    int32_t own;     /* own tarieven, in promille of the general ones; 0 = has none */
};

/* Neighbouring gemeenten that buy together, with the organisations that they buy from. */
struct block {
    uint32_t gemeente, gemeenten; /* first and number */
    uint32_t org, orgs;
};

struct region {
    uint64_t seed;
    struct window window;
    struct gemeente *gemeente;
    struct aanbieder *aanbieder;
    struct block *block;
    uint32_t gemeenten, orgs, aanbieders, blocks;
};

enum { REGION_AANBIEDERS_MIN = 4, REGION_BLOCK_GEMEENTEN = 7 };

/* Lays a region out; `orgs` counts organisations. False when memory runs out. */
bool region_init(struct region *g, uint64_t seed, struct window window, uint32_t gemeenten, uint32_t orgs);
void region_release(struct region *g);

/* A gemeente, as likely as it is large; and another one than `gem` (of the same block if there is). */
uint32_t region_draw_gemeente(const struct region *g, struct prng *r);
uint32_t region_draw_neighbour(const struct region *g, struct prng *r, uint32_t gem);

/* Who may be drawn. */
enum choice { ANYONE, CONTRACTED, NOT_CONTRACTED };

#define NOBODY UINT32_MAX

/* An organisation that offers `perceel` in `gem`, as likely as it is large, but not `except` (NOBODY = all
 * may be). Where nobody fits it is the first of the block, which offers everything and is contracted. */
uint32_t region_draw_org(const struct region *g, struct prng *r, uint32_t gem, enum perceel perceel, enum choice choice,
                         uint32_t except);

/* The code under which an organisation works in a gemeente. */
uint32_t region_code_in(const struct region *g, uint32_t org, uint32_t gem);

/* The tarief of a product on a day for an organisation, in cents per eenheid of the product: its own,
 * else the general one; -1 = none. Says the same as the table tarieven. */
int32_t region_tarief(const struct region *g, uint32_t org, enum product_id product, day d);

/* Has this organisation tarieven of its own for this product? */
bool region_own_tarief(const struct region *g, uint32_t org, enum product_id product);

/* Is there a general tarief for the product? */
bool region_general_tarief(enum product_id product);

#endif
