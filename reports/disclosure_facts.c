/*
 * Facts about the figures for the disclosure.  Invariant: they are read from exact figures, before any is withheld or
 * rounded.  Called by disclosure.c and openbaar.c.
 */
#include "reports/disclosure_facts.h"

#include <stdlib.h>

#include "etl/base/mem.h"
#include "reports/measures/registry.h"

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

void disclosure_facts_init(struct disclosure_facts *facts, const struct figures *figures) {
    *facts = (struct disclosure_facts){
        .figures = figures,
        .in_clients = indicators_in_clients(figures),
        .given = nulmetingen_given(figures->data),
        .nulmeting = (size_t)measure_find("voorveld_nulmeting"),
    };
}

void disclosure_facts_release(struct disclosure_facts *facts) {
    free(facts->in_clients);
    free(facts->given);
}

/* The nulmeting of one gemeente and perceel: true when it was given, or is 0. */
static bool part_given(const struct disclosure_facts *facts, size_t period, size_t gemeente, enum perceel perceel) {
    if (facts->given[gemeente * PERCEEL_COUNT + perceel])
        return true;
    struct group part = {.gemeente = (uint16_t)(gemeente + 1), .perceel = (uint8_t)(perceel + 1)};
    return figures_find(facts->figures, period, measures[facts->nulmeting].code, part, "") == NULL;
}

bool disclosure_facts_given(const struct disclosure_facts *facts, size_t period, size_t measure,
                            const struct group *group) {
    if (measure != facts->nulmeting)
        return false;
    for (size_t g = 0; g < facts->figures->data->gemeenten.len; g++) {
        if (group->gemeente != GROUP_ALL && group->gemeente != g + 1)
            continue;
        for (unsigned p = 0; p < PERCEEL_COUNT; p++)
            if ((group->perceel == GROUP_ALL || group->perceel == p + 1) &&
                !part_given(facts, period, g, (enum perceel)p))
                return false;
    }
    return true;
}

const struct figure *disclosure_facts_shift(const struct disclosure_facts *facts, size_t period, struct group group) {
    return figures_find(facts->figures, period, "voorveld_verschuiving", group, "");
}
