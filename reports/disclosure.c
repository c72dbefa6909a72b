/*
 * Withholds figures that rest on too few people.  Invariant: the same figure gets the same status wherever it is
 * shown, since the status depends on nothing but the figure, its dataset and the threshold.
 */
#include "reports/disclosure.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "etl/base/threads.h"
#include "reports/measures/registry.h"

enum { MILLION = 1000000 };

struct pass {
    const struct disclosure *disclosure;
    struct figures *figures;
    bool *in_clients; /* per uitsplitsing: is it an indicator that counts clients? */
    bool *given;      /* per gemeente × perceel: was its nulmeting given? */
    int verschuiving; /* measures that rules name */
    int nulmeting;
};

void disclosure_init(struct disclosure *disclosure, int64_t drempel) {
    disclosure->drempel = drempel;
    snprintf(disclosure->fewer, sizeof disclosure->fewer, "<%" PRId64, drempel);
}

static bool too_few(const struct pass *pass, exact_t micros) {
    return micros > 0 && micros < (exact_t)pass->disclosure->drempel * MILLION;
}

/* The nulmeting of one gemeente and perceel: true when it was given, or is 0. */
static bool part_given(const struct pass *pass, size_t period, size_t gemeente, enum perceel perceel) {
    if (pass->given[gemeente * PERCEEL_COUNT + perceel])
        return true;
    struct group part = {.gemeente = (uint16_t)(gemeente + 1), .perceel = (uint8_t)(perceel + 1)};
    return figures_find(pass->figures, period, measures[pass->nulmeting].code, part, "") == NULL;
}

/* A sum counts as given when all its parts are. */
static bool nulmeting_given(const struct pass *pass, size_t period, const struct group *group) {
    size_t gemeenten = pass->figures->data->gemeenten.len;
    for (size_t g = 0; g < gemeenten; g++) {
        if (group->gemeente != GROUP_ALL && group->gemeente != g + 1)
            continue;
        for (unsigned p = 0; p < PERCEEL_COUNT; p++)
            if ((group->perceel == GROUP_ALL || group->perceel == p + 1) &&
                !part_given(pass, period, g, (enum perceel)p))
                return false;
    }
    return true;
}

static bool few_people(const struct pass *pass, const struct figure *figure) {
    return figure->whole & 1 ? too_few(pass, figure_waarde(figure)) : too_few(pass, (exact_t)figure->clients * MILLION);
}

static bool withhold(const struct pass *pass, size_t period, size_t measure, const struct figure *figure) {
    switch (measures[measure].rule) {
    case DISCLOSE_ALWAYS: return false;
    case DISCLOSE_MI: return pass->in_clients[figure->uitsplitsing] && too_few(pass, figure_waarde(figure));
    case DISCLOSE_VOORVELD: {
        const struct figure *shift =
            figures_find(pass->figures, period, measures[pass->verschuiving].code, figure->group, "");
        return shift != NULL && few_people(pass, shift);
    }
    case DISCLOSE_COUNT:
    case DISCLOSE_CLIENTS:
        return few_people(pass, figure) &&
               ((int)measure != pass->nulmeting || !nulmeting_given(pass, period, &figure->group));
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

static bool *indicators_in_clients(const struct figures *figures) {
    bool *in_clients = mem_calloc(figures->uitsplitsingen.count, sizeof *in_clients);
    for (size_t i = 0; i < figures->data->indicatoren.len; i++) {
        const struct indicator *indicator = &figures->data->indicatoren.data[i];
        uint32_t id = intern_find(&figures->uitsplitsingen, slice_of(indicator->code));
        if (id != INTERN_NONE)
            in_clients[id] = slice_is_word(slice_of(indicator->eenheid), "clienten");
    }
    return in_clients;
}

static bool *nulmetingen_given(const struct dataset *data) {
    bool *given = mem_calloc(data->gemeenten.len * PERCEEL_COUNT, sizeof *given);
    for (size_t i = 0; i < data->nulmeting.len; i++)
        given[data->nulmeting.data[i].gemeente * PERCEEL_COUNT + data->nulmeting.data[i].perceel] = true;
    return given;
}

void disclosure_apply(const struct disclosure *disclosure, struct figures *figures, unsigned threads) {
    struct pass pass = {
        .disclosure = disclosure,
        .figures = figures,
        .in_clients = indicators_in_clients(figures),
        .given = nulmetingen_given(figures->data),
        .verschuiving = measure_find("voorveld_verschuiving"),
        .nulmeting = measure_find("voorveld_nulmeting"),
    };
    threads_each(threads, figures->periods * measure_count, apply_measure, &pass);
    free(pass.in_clients);
    free(pass.given);
}

const char *disclosure_shown_as(const struct disclosure *disclosure, size_t measure, const struct figure *figure) {
    bool count =
        measures[measure].rule == DISCLOSE_MI || (measures[measure].rule != DISCLOSE_VOORVELD && figure->whole & 1);
    return count ? disclosure->fewer : "x";
}

bool disclosure_own(size_t measure, const struct figure *figure, uint16_t organisatie) {
    return figure->status == FIGURE_SHOWN ||
           (measures[measure].rule == DISCLOSE_MI && figure->group.organisatie == organisatie);
}
