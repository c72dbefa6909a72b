/*
 * The places of a client: one organisatie, gemeente and product each.  They are parts of groups along four lines, each
 * a who-group (`enum who`) that goes from its products by its percelen to all (`enum what_level`):
 *
 *     organisatie in gemeente    place → perceel → all
 *     organisatie                its gemeenten's places → product → perceel → all
 *     gemeente                   its organisaties' places → product → perceel → all
 *     region                     the product in its gemeenten → product → perceel → all
 */
#ifndef WMO_REPORTS_MEASURES_PLACES_H
#define WMO_REPORTS_MEASURES_PLACES_H

#include <stdbool.h>

#include "etl/base/vec.h"
#include "reports/measures/stream.h"

enum who { WHO_ORGANISATIE_IN_GEMEENTE, WHO_ORGANISATIE, WHO_GEMEENTE, WHO_REGION, WHO_COUNT };
enum what_level { LEVEL_PRODUCT, LEVEL_PERCEEL, LEVEL_ALL, WHAT_LEVELS };

/* The groups of one kind that a place is in: of the region first the product in its gemeente, then the levels. */
enum { PLACE_GROUPS = 1 + WHAT_LEVELS };

/* Those of one client at a time; starts as {.data = …}, borrowed. */
struct places {
    const struct dataset *data;
    VEC(struct bundle) bundle;    /* of each place its first bundle */
    VEC(uint64_t) key[WHO_COUNT]; /* of each place: places of one group have keys that stand together */
    VEC(uint32_t) order;          /* the places as sorted last */
    VEC(uint32_t) of_bundle;      /* the place of each bundle */
    VEC(uint64_t) bundle_key;
};

void places_release(struct places *places);

/* Finds the places of a client's bundles; false, and nothing done, when there is only one. */
bool places_find(struct places *places, const struct bundle *bundles, size_t count);

/* Puts the places in an order in which those of one group of this kind stand together, at all levels. */
void places_sort(struct places *places, enum who who);

/* The groups of this kind that two places share, bit n for group n; with a group also those that it is a part of. */
unsigned places_same_groups(const struct places *places, enum who who, size_t a, size_t b);

#endif
