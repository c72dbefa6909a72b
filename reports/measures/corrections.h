/*
 * Clients in several places.
 *
 * Sums over places are sums; the clients of a group are not, when one client is in several of its places (see
 * places.h).  So for every such client it is worked out how far each sum of clients is off; that goes along with the
 * contributions, as corrections of its places.
 */
#ifndef WMO_REPORTS_MEASURES_CORRECTIONS_H
#define WMO_REPORTS_MEASURES_CORRECTIONS_H

#include "etl/base/buf.h"
#include "reports/measures/places.h"

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
struct corrections;

struct corrections *corrections_new(const struct dataset *data, const struct plan *plan); /* both borrowed */
void corrections_free(struct corrections *corrections);

/* Works out those of one client; `bytes` are those of its first bundle, and the others' follow it. */
void corrections_read(struct corrections *corrections, const struct bundle *bundles, size_t count, const char *bytes);

/* The places that they are about, and those of a place, added to `bytes`; its bundle has no size yet. */
size_t corrections_places(const struct corrections *corrections);
struct bundle corrections_bundle(const struct corrections *corrections, size_t place);
void corrections_put(const struct corrections *corrections, size_t place, struct buf *bytes);

#endif
