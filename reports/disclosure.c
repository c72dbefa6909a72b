/*
 * Withholds figures that rest on too few people, for the view intern.  Invariant: the same figure gets the same status
 * wherever it is shown, since the status depends on nothing but the figure, its dataset and the threshold.
 */
#include "reports/disclosure.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/threads.h"
#include "reports/disclosure_facts.h"
#include "reports/measures/registry.h"
#include "reports/openbaar.h"
#include "reports/openbaar_round.h"

enum { MILLION = 1000000 };

struct pass {
    struct disclosure_facts facts;
    struct figures *figures;
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

static bool too_few(const struct pass *pass, exact_t micros) {
    return micros > 0 && micros < (exact_t)pass->drempel * MILLION;
}

static bool few_people(const struct pass *pass, const struct figure *figure) {
    return figure->whole & 1 ? too_few(pass, figure_waarde(figure)) : too_few(pass, (exact_t)figure->clients * MILLION);
}

static bool withhold(const struct pass *pass, size_t period, size_t measure, const struct figure *figure) {
    switch (measures[measure].rule) {
    case DISCLOSE_ALWAYS: return false;
    case DISCLOSE_MI: return pass->facts.in_clients[figure->uitsplitsing] && too_few(pass, figure_waarde(figure));
    case DISCLOSE_VOORVELD: {
        const struct figure *shift = disclosure_facts_shift(&pass->facts, period, figure->group);
        return shift != NULL && few_people(pass, shift);
    }
    case DISCLOSE_COUNT:
    case DISCLOSE_CLIENTS:
        return few_people(pass, figure) && !disclosure_facts_given(&pass->facts, period, measure, &figure->group);
    }
    BUG("unknown disclosure rule");
}

static void apply_measure(void *context, size_t piece, unsigned worker) {
    (void)worker;
    const struct pass *pass = context;
    size_t period = piece / measure_count;
    size_t measure = piece % measure_count;
    const struct measure_figures *list = &pass->figures->period[period].measure[measure];
    for (size_t i = 0; i < list->count; i++)
        list->figure[i].status = withhold(pass, period, measure, &list->figure[i]) ? FIGURE_WITHHELD : FIGURE_SHOWN;
}

static void apply_intern(int64_t drempel, struct figures *figures, unsigned threads) {
    struct pass pass = {.figures = figures, .drempel = drempel};
    disclosure_facts_init(&pass.facts, figures);
    threads_each(threads, figures->periods * measure_count, apply_measure, &pass);
    disclosure_facts_release(&pass.facts);
}

void disclosure_apply(const struct disclosure *disclosure, struct figures *figures, unsigned threads) {
    switch (disclosure->weergave) {
    case WEERGAVE_INTERN: apply_intern(disclosure->drempel, figures, threads); return;
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
