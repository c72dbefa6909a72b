/*
 * Clients in several places.
 *
 * A place is one organisatie, gemeente and product.  Sums over places are sums; the clients of a group are not, when
 * one client is in several of its places.  Groups add up along four lines, each a who-group (`enum who`) that goes
 * from its products by its percelen to all (`enum what_level`), so for every client in several places it is worked out
 * how far each of these sums is off; that goes along with the contributions, as a correction of a place:
 *
 *     organisatie in gemeente    place → perceel → all
 *     organisatie                its gemeenten's places → product → perceel → all
 *     gemeente                   its organisaties' places → product → perceel → all
 *     region                     the product in its gemeenten → product → perceel → all
 */
#ifndef WMO_REPORTS_MEASURES_PLACES_H
#define WMO_REPORTS_MEASURES_PLACES_H

#include <stdbool.h>

#include "reports/measures/stream.h"

enum who { WHO_ORGANISATIE_IN_GEMEENTE, WHO_ORGANISATIE, WHO_GEMEENTE, WHO_REGION, WHO_COUNT };
enum what_level { LEVEL_PRODUCT, LEVEL_PERCEEL, LEVEL_ALL, WHAT_LEVELS };

/* What is off in the group of a kind that a place lies in: the clients of a slot, or of every slot of a set. */
struct correction {
    uint8_t who;     /* enum who */
    uint8_t level;   /* enum what_level */
    uint16_t slot;   /* of the whole plan; CORRECTION_SET: the set follows */
    int32_t clients; /* to be added */
};

enum { CORRECTION_SET = UINT16_MAX };

/* Reads the correction at `at`, gives the place of the next one; `set` (bits.h) has as many words as the plan needs. */
const char *correction_next(const char *at, struct correction *correction, uint64_t *set, size_t words);

/* What is worked out for one client at a time. */
struct places;

struct places *places_new(const struct dataset *data, const struct plan *plan); /* both borrowed */
void places_free(struct places *places);

/* Finds the places of one client's bundles; false when there is only one, and nothing to correct. */
bool places_find(struct places *places, const struct bundle *bundles, size_t count);

/* Works out the corrections; `bytes` are those of the first bundle, and the others' follow it. */
void places_read(struct places *places, const struct bundle *bundles, const char *bytes);

/* The places found, and what has to be corrected in each, added to `bytes`; places_bundle has no size yet. */
size_t places_count(const struct places *places);
struct bundle places_bundle(const struct places *places, size_t place);
void places_put(const struct places *places, size_t place, struct buf *bytes);

#endif
