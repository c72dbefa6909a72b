/*
 * Rounds figures for the public.  Invariant: every published number is a function of rounded counts, rounded amounts
 * and rounded volumes only, so that nothing exact can be worked out from a ratio.  Called after figures_compute.
 */
#include "reports/openbaar.h"

#include <stdbool.h>
#include <stdlib.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "reports/measures/registry.h"

enum { MILLION = 1000000, HUNDREDTH = 10000, THOUSAND_EURO = 1000, SIGNIFICANT = 1000 };

struct rounding {
    struct figures *figures;
    bool *in_clients; /* per uitsplitsing: an indicator that counts clients */
    int verschuiving; /* in the registry */
    int prognose;
    int nulmeting;
};

/* To the nearest multiple of step, half away from zero. */
static exact_t round_to(exact_t micros, exact_t step) {
    exact_t half = micros < 0 ? -step / 2 : step / 2;
    return (micros + half) / step * step;
}

static exact_t round_significant(exact_t micros) {
    exact_t step = 1;
    for (exact_t size = micros < 0 ? -micros : micros; size >= SIGNIFICANT; size /= 10)
        step *= 10;
    return round_to(micros, step);
}

/* A teller or noemer, by what it is. */
static exact_t round_part(const struct figure *figure, int which, enum unit unit, exact_t micros) {
    /* A teller that is a difference with a count (mi_afwijking) is one of counts as well. */
    if ((figure->whole >> which & 1) || (figure->whole >> 2 & 1 && unit == UNIT_AANDEEL))
        return round_to(micros, (exact_t)OPENBAAR_STEP * MILLION);
    return unit == UNIT_VOLUME ? round_significant(micros) : round_to(micros, (exact_t)THOUSAND_EURO * MILLION);
}

/* False when the noemer rounds to 0: then there is no value. */
static bool round_ratio(struct figure *figure, const struct measure *measure) {
    bool per_client = measure->unit == UNIT_EURO;
    bool volumes = measure->unit == UNIT_AANDEEL && !(figure->whole >> 2 & 1) && measure->rule == DISCLOSE_CLIENTS &&
                   measure_find("benutting_volume") == measure - measures;
    enum unit unit = per_client ? UNIT_EURO : volumes ? UNIT_VOLUME : UNIT_AANDEEL;
    exact_t teller = round_part(figure, 1, unit, figure_teller(figure));
    exact_t noemer = round_part(figure, 2, unit, figure_noemer(figure));
    if (noemer == 0)
        return false;
    exact_t ratio = exact_ratio_micros(teller, noemer);
    figure->hundredths = !per_client;
    if (per_client)
        figure->whole |= 1;
    figure_set(figure, 0, round_to(ratio, per_client ? MILLION : HUNDREDTH));
    figure_set(figure, 1, teller);
    figure_set(figure, 2, noemer);
    return true;
}

static bool set_rounded(struct figure *figure, exact_t micros, bool whole) {
    if (whole)
        figure->whole |= 1;
    figure_set(figure, 0, micros);
    return true;
}

/* A count that rounds to 0 is the same as none at all. */
static bool round_count(struct figure *figure) {
    exact_t rounded = round_to(figure_waarde(figure), (exact_t)OPENBAAR_STEP * MILLION);
    figure_set(figure, 0, rounded);
    return rounded != 0;
}

/* The prognose of the rounded shift: of the exact one it would tell more than the shift itself. */
static bool round_prognose(const struct figures *exact, size_t period, const struct rounding *r,
                           struct figure *figure) {
    const struct figure *shift = figures_find(exact, period, measures[r->verschuiving].code, figure->group, "");
    figure->hundredths = 1;
    if (!shift || shift->status != FIGURE_SHOWN) {
        figure->status = FIGURE_WITHHELD;
        return true;
    }
    exact_t unrounded = figure_noemer(shift) == 0 ? 0 : figure_teller(shift);
    exact_t rounded = unrounded == 0
                          ? 0
                          : exact_ratio_micros(figure_waarde(figure) * figure_waarde(shift),
                                               exact_ratio_micros(unrounded, figure_noemer(shift)) * MILLION);
    figure_set(figure, 0, round_to(rounded, HUNDREDTH));
    return true;
}
