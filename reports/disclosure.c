/*
 * Withholds figures that rest on too few people, for the view intern.  Invariant: the same figure gets the same status
 * wherever it is shown, since the status depends on nothing but the figure, its dataset and the threshold.
 */
#include "reports/disclosure.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "reports/disclosure_facts.h"
#include "reports/measures/registry.h"
#include "reports/openbaar.h"
#include "reports/openbaar_round.h"

enum { MILLION = 1000000 };

struct disclosing {
    struct disclosure_facts facts;
    int64_t drempel;
};

static const char *const names[] = {[WEERGAVE_INTERN] = "intern", [WEERGAVE_OPENBAAR] = "openbaar"};

bool weergave_parse(const char *word, enum weergave *weergave) {
    for (enum weergave w = WEERGAVE_INTERN; w <= WEERGAVE_OPENBAAR; w++)
        if (strcmp(word, names[w]) == 0) {
            *weergave = w;
            return true;
        }
    return false;
}

const char *weergave_name(enum weergave weergave) {
    return names[weergave];
}

void disclosure_init(struct disclosure *disclosure, int64_t drempel) {
    *disclosure = (struct disclosure){.weergave = WEERGAVE_INTERN, .drempel = drempel};
    snprintf(disclosure->fewer, sizeof disclosure->fewer, "<%" PRId64, drempel);
}

void disclosure_init_openbaar(struct disclosure *disclosure, const struct settings *settings) {
    *disclosure = (struct disclosure){.weergave = WEERGAVE_OPENBAAR, .settings = settings, .fewer = "x"};
}

static bool too_few(const struct disclosing *d, exact_t micros) {
    return micros > 0 && micros < (exact_t)d->drempel * MILLION;
}

static bool few_people(const struct disclosing *d, const struct figure *figure) {
    return figure->whole & 1 ? too_few(d, figure_waarde(figure)) : too_few(d, (exact_t)figure->clients * MILLION);
}

static bool withhold(const struct disclosing *d, size_t period, size_t measure, const struct figure *figure) {
    switch (measures[measure].rule) {
    case DISCLOSE_ALWAYS: return false;
    case DISCLOSE_MI: return d->facts.in_clients[figure->uitsplitsing] && too_few(d, figure_waarde(figure));
    case DISCLOSE_VOORVELD: {
        const struct figure *shift = disclosure_facts_shift(&d->facts, period, figure->group);
        return shift != NULL && few_people(d, shift);
    }
    case DISCLOSE_COUNT:
    case DISCLOSE_CLIENTS:
        return few_people(d, figure) && !disclosure_facts_given(&d->facts, period, measure, &figure->group);
    }
    BUG("unknown disclosure rule");
}

struct disclosing *disclosing_new(const struct disclosure *disclosure, const struct figures *figures) {
    if (disclosure->weergave != WEERGAVE_INTERN)
        BUG("only in the view intern figures are disclosed one by one");
    struct disclosing *d = mem_calloc(1, sizeof *d);
    d->drempel = disclosure->drempel;
    disclosure_facts_init(&d->facts, figures);
    return d;
}

void disclosing_free(struct disclosing *d) {
    if (d)
        disclosure_facts_release(&d->facts);
    free(d);
}

void disclosing_apply(const struct disclosing *d, size_t period, size_t measure, struct figure *figure, size_t count) {
    for (size_t i = 0; i < count; i++)
        figure[i].status = withhold(d, period, measure, &figure[i]) ? FIGURE_WITHHELD : FIGURE_SHOWN;
}

/* ---- all that are joined ---- */

struct pass {
    const struct disclosing *disclosing;
    struct figures *figures;
};

static void apply_measure(void *context, size_t piece, unsigned worker) {
    (void)worker;
    const struct pass *pass = context;
    size_t period = piece / measure_count;
    size_t measure = piece % measure_count;
    const struct measure_figures *list = &pass->figures->period[period].measure[measure];
    disclosing_apply(pass->disclosing, period, measure, list->figure, list->count);
}

static void apply_intern(const struct disclosure *disclosure, struct figures *figures, unsigned threads) {
    struct disclosing *disclosing = disclosing_new(disclosure, figures);
    struct pass pass = {disclosing, figures};
    threads_each(threads, figures->periods * measure_count, apply_measure, &pass);
    disclosing_free(disclosing);
}

void disclosure_apply(const struct disclosure *disclosure, struct figures *figures, unsigned threads) {
    switch (disclosure->weergave) {
    case WEERGAVE_INTERN: apply_intern(disclosure, figures, threads); return;
    case WEERGAVE_OPENBAAR: openbaar_apply(figures, disclosure->settings, threads); return;
    }
    BUG("unknown view");
}

const char *disclosure_shown_as(const struct disclosure *disclosure, size_t measure, const struct figure *figure) {
    bool count =
        measures[measure].rule == DISCLOSE_MI || (measures[measure].rule != DISCLOSE_VOORVELD && figure->whole & 1);
    return count ? disclosure->fewer : "x";
}

bool disclosure_share(const struct disclosure *disclosure, exact_t part, exact_t total, size_t hidden, exact_t *share) {
    switch (disclosure->weergave) {
    case WEERGAVE_INTERN:
        if (hidden == 1 || total <= 0)
            return false;
        *share = exact_ratio_micros(part, total);
        return true;
    case WEERGAVE_OPENBAAR:
        if (hidden > 0 || total < (exact_t)ROUND_LEAST_CLIENTS * MILLION)
            return false;
        *share = round_ratio(part, total, ROUND_SHARE_DECIMALS);
        return true;
    }
    BUG("unknown view");
}

bool disclosure_own(size_t measure, const struct figure *figure, uint16_t organisatie) {
    return figure->status == FIGURE_SHOWN ||
           (measures[measure].rule == DISCLOSE_MI && figure->group.organisatie == organisatie);
}
