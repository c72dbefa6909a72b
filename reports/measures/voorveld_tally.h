/*
 * What is counted for the voorveld, per gemeente and for the region: nulmeting, who is active now, and registrations
 * per class; measures.md 7.
 */
#ifndef WMO_REPORTS_MEASURES_VOORVELD_TALLY_H
#define WMO_REPORTS_MEASURES_VOORVELD_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "reports/measures/family.h"

enum voorveld_class {
    VOORVELD_NIEUW,
    VOORVELD_NOG_IN_MAATWERK,
    VOORVELD_TERUGVAL,
    VOORVELD_VERSCHOVEN,
    VOORVELD_ONGEVERIFIEERD,
    VOORVELD_CLASSES
};

/* A tally is of BG (0), of DB (1), or of both. */
enum { VOORVELD_BOTH = 2, VOORVELD_SPLITS };

struct voorveld_tally {
    int64_t nulmeting; /* B */
    int64_t actief;    /* N */
    int64_t registered[VOORVELD_CLASSES];
    int64_t clients; /* distinct ones in B; a nulmeting that was given counts as so many */
    uint32_t last;   /* the client that was counted last, + 1 */
    bool measured;   /* some of B was not given */
};

struct voorveld_tallies {
    struct voorveld_tally *tally; /* areas × VOORVELD_SPLITS; see voorveld_tally_of */
    bool *registers;              /* per gemeente: has a row on or before p */
    size_t region;                /* the area behind the gemeenten */
    size_t registering;           /* and the area of all gemeenten that register */
};

/* area: index of a gemeente, `region` or `registering`; split: a perceel or VOORVELD_BOTH. */
static inline struct voorveld_tally *voorveld_tally_of(const struct voorveld_tallies *tallies, size_t area,
                                                       size_t split) {
    return &tallies->tally[area * VOORVELD_SPLITS + split];
}

/* Counts everything up to and including the peildatum, which is not before nulmeting_op. */
void voorveld_tallies_init(struct voorveld_tallies *tallies, const struct measure_context *context);
void voorveld_tallies_release(struct voorveld_tallies *tallies);

#endif
