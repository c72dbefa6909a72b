/*
 * The bundles of a period in the orders in which groups are summed.
 */
#ifndef WMO_REPORTS_MEASURES_WHO_H
#define WMO_REPORTS_MEASURES_WHO_H

#include "reports/measures/stream.h"

/* Bundle numbers in some order, of which those of key k are [start[k], start[k + 1]). */
struct who_order {
    uint32_t *bundle;
    size_t *start;
};

/*
 * A client is single when all its bundles are of one gemeente, organisatie and product.  Within a key singles stand by
 * gemeente (of an organisatie) and product, and the bundles of the others, like those of one product, in the order of
 * clients.
 */
struct who {
    struct who_order singles_of_gemeente;
    struct who_order singles_of_organisatie;
    struct who_order others_of_gemeente;
    struct who_order others_of_organisatie;          /* by client only */
    struct who_order others_of_organisatie_gemeente; /* of an organisatie by gemeente */
    struct who_order others;                         /* all of them: one key */
};

void who_init(struct who *who, const struct dataset *data, const struct bundle *bundles, size_t count);
void who_release(struct who *who);

#endif
