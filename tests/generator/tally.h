/* What is counted while the clients pass by, for the tables that can only be written afterwards. */
#ifndef SAMPLE_TALLY_H
#define SAMPLE_TALLY_H

#include "tests/generator/history.h"

enum { TALLY_PERIODS = 2 }; /* the period before the last, and the last */

/* Of one organisation in one gemeente and perceel, in one period. */
struct tally_cell {
    uint32_t clienten, instroom, uitstroom, wachtenden;
};

/* Of one gemeente and perceel: begeleiding and dagbesteding at the contract's start, and of those
 * registered since, who were out of care at the end. */
struct tally_voorveld {
    uint32_t at_start, shifted;
};

struct tally {
    const struct region *region;
    size_t *first; /* per organisation: where its cells begin */
    struct tally_cell *cell;
    struct tally_voorveld (*voorveld)[PERCELEN]; /* per gemeente */
};

/* False when memory runs out. */
bool tally_init(struct tally *t, const struct region *region);
void tally_release(struct tally *t);

void tally_add(struct tally *t, const struct history *h);

/* `gem` must lie in the organisation's block. */
const struct tally_cell *tally_cell(const struct tally *t, uint32_t org, uint32_t gem, enum perceel perceel,
                                    int period);

#endif
