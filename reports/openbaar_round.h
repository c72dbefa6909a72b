/*
 * How figures are rounded in the view `openbaar` (outputs.md, "Who may see what").
 *
 * Everything is in millionths, and halves go away from zero.
 */
#ifndef WMO_REPORTS_OPENBAAR_ROUND_H
#define WMO_REPORTS_OPENBAAR_ROUND_H

#include "etl/base/exact.h"

enum {
    ROUND_STEP = 5,  /* counts are multiples of this */
    ROUND_REACH = 2, /* and lie at most this far from the exact one */
    ROUND_SHARE_DECIMALS = 2,
    ROUND_LEAST_CLIENTS = 10 /* all but counts is withheld when it rests on fewer */
};

exact_t round_count(exact_t micros);  /* to a multiple of 5: 1 and 2 become 0 */
exact_t round_euro(exact_t micros);   /* to 1,000 euro */
exact_t round_volume(exact_t micros); /* to three significant digits */
exact_t round_whole(exact_t micros);  /* euro per client, days, hours */
exact_t round_share(exact_t micros);  /* to two decimals */

/* teller / noemer to so many decimals, without rounding twice; noemer is not 0. */
exact_t round_ratio(exact_t teller, exact_t noemer, int decimals);

#endif
