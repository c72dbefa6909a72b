/*
 * Rounds figures for the view `openbaar`.  Invariant: what is rounded twice does not change.  Called by openbaar.c.
 */
#include "reports/openbaar_round.h"

enum { MILLION = 1000000, HUNDREDTH = MILLION / 100, SIGNIFICANT = 1000 /* three digits are less than this */ };

static exact_t to_step(exact_t micros, exact_t step) {
    exact_t size = micros < 0 ? -micros : micros;
    exact_t rounded = (size + step / 2) / step * step;
    return micros < 0 ? -rounded : rounded;
}

exact_t round_count(exact_t micros) {
    return to_step(micros, (exact_t)ROUND_STEP * MILLION);
}

exact_t round_euro(exact_t micros) {
    return to_step(micros, (exact_t)1000 * MILLION);
}

exact_t round_volume(exact_t micros) {
    exact_t size = micros < 0 ? -micros : micros;
    exact_t step = 1;
    while (size / step >= SIGNIFICANT)
        step *= 10;
    return to_step(micros, step);
}

exact_t round_whole(exact_t micros) {
    return to_step(micros, MILLION);
}

exact_t round_share(exact_t micros) {
    return to_step(micros, HUNDREDTH);
}

exact_t round_ratio(exact_t teller, exact_t noemer, int decimals) {
    exact_t unit = MILLION;
    exact_t size = teller < 0 ? -teller : teller;
    exact_t by = noemer < 0 ? -noemer : noemer;
    for (; decimals > 0; decimals--) {
        size *= 10;
        unit /= 10;
    }
    exact_t rounded = (2 * size + by) / (2 * by) * unit;
    return (teller < 0) != (noemer < 0) ? -rounded : rounded;
}
