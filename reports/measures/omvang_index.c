/*
 * Ranks the sizes of indications: each distinct size is interned as bytes that order like the numbers.
 */
#include "reports/measures/omvang_index.h"

#include <stdlib.h>

#include "etl/base/error.h"
#include "etl/base/intern.h"
#include "etl/base/mem.h"
#include "reports/measures/terms.h"

enum { VOLUME_SCALE = 1000, KEY_SIZE = sizeof(exact_t) };

/* What each perceel is expressed in. */
static const enum eenheid perceel_eenheid[PERCEEL_COUNT] = {
    [PERCEEL_BG] = EENHEID_UUR,
    [PERCEEL_DB] = EENHEID_DAGDEEL,
    [PERCEEL_HO] = EENHEID_MINUUT,
    [PERCEEL_KV] = EENHEID_ETMAAL,
};

/* The amount of an indication per week, in its own eenheid; false when it has none. */
static bool per_week(const struct indication *i, exact_t *amount) {
    exact_t volume = exact_from(i->volume, VOLUME_SCALE);
    switch ((enum frequentie)i->frequentie) {
    case FREQUENTIE_DAG: *amount = exact_share(volume, 7, 1); return true;
    case FREQUENTIE_WEEK: *amount = volume; return true;
    case FREQUENTIE_VIER_WEKEN: *amount = exact_share(volume, 1, 4); return true;
    case FREQUENTIE_MAAND: *amount = exact_share(volume, 12, 52); return true;
    case FREQUENTIE_JAAR: *amount = exact_share(volume, 1, 52); return true;
    case FREQUENTIE_TOTAAL:
        if (i->einddatum == DATE_OPEN)
            return false;
        *amount = exact_share(volume, 7, interval_days(indication_validity(i)));
        return true;
    }
    return false;
}

/* From the eenheid of the indication, by way of its product's, to that of the perceel; false when it cannot be. */
static bool express(const struct indication *i, const struct product *product, exact_t *amount) {
    enum eenheid wanted = perceel_eenheid[product->perceel];
    int mul;
    int div;
    if (!eenheid_factor(product->eenheid, wanted, &mul, &div) ||
        !eenheid_factor((enum eenheid)i->eenheid, wanted, &mul, &div))
        return false;
    *amount = exact_share(*amount, mul, div);
    return true;
}

/* The most significant byte first, with the sign turned round, so that byte order is the order of the sizes. */
static void put_key(unsigned char *key, exact_t size) {
    __extension__ unsigned __int128 bits = (unsigned __int128)size;
    for (size_t n = KEY_SIZE; n-- > 0; bits >>= 8)
        key[n] = (unsigned char)bits;
    key[0] ^= 0x80;
}

static exact_t size_of_key(struct slice key) {
    __extension__ unsigned __int128 bits = 0;
    for (size_t n = 0; n < KEY_SIZE; n++)
        bits = bits << 8 | (unsigned char)(key.ptr[n] ^ (n == 0 ? 0x80 : 0));
    return (exact_t)bits;
}

/* Gives every indication the number of its size in `sizes`. */
static void number_sizes(const struct dataset *data, struct intern *sizes, uint32_t *number) {
    for (size_t n = 0; n < data->indications.len; n++) {
        const struct indication *i = &data->indications.data[n];
        exact_t size;
        unsigned char key[KEY_SIZE];
        number[n] = OMVANG_NONE;
        if (!per_week(i, &size) || !express(i, &data->producten.data[i->product], &size))
            continue;
        put_key(key, size);
        number[n] = intern_add(sizes, (struct slice){(const char *)key, sizeof key});
    }
}

void omvang_index_init(struct omvang_index *index, const struct dataset *data) {
    struct intern sizes = {0};
    index->rank = mem_calloc(data->indications.len, sizeof *index->rank);
    number_sizes(data, &sizes, index->rank);
    uint32_t *rank = mem_calloc(sizes.count, sizeof *rank);
    intern_rank(&sizes, rank);
    index->size = mem_calloc(sizes.count, sizeof *index->size);
    for (uint32_t n = 0; n < sizes.count; n++)
        index->size[rank[n]] = size_of_key(intern_text(&sizes, n));
    for (size_t n = 0; n < data->indications.len; n++)
        if (index->rank[n] != OMVANG_NONE)
            index->rank[n] = rank[index->rank[n]];
    free(rank);
    intern_release(&sizes);
}

void omvang_index_release(struct omvang_index *index) {
    free(index->size);
    free(index->rank);
}
