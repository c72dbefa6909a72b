/*
 * Groups of a form.  Invariant: only the organisation's own clients and statements decide which there are.
 */
#include "reports/uitvraag_groups.h"

#include "etl/base/date.h"

static size_t first_period(const struct figures *figures) {
    return figures->periods > 1 ? figures->periods - 2 : 0;
}

static bool has_clients(const struct figures *figures, struct group group) {
    for (size_t period = first_period(figures); period < figures->periods; period++)
        if (figures_find(figures, period, "clienten_periode", group, ""))
            return true;
    return false;
}

static bool has_stated(const struct figures *figures, struct group group) {
    for (size_t i = 0; i < figures->data->statements.len; i++) {
        const struct statement *s = &figures->data->statements.data[i];
        uint16_t gemeente = s->gemeente == INDEX_NONE ? GROUP_ALL : (uint16_t)(s->gemeente + 1);
        uint8_t perceel = s->perceel == PERCEEL_NONE ? GROUP_ALL : (uint8_t)(s->perceel + 1);
        if (s->organisatie + 1 != group.organisatie || gemeente != group.gemeente || perceel != group.perceel)
            continue;
        for (size_t period = first_period(figures); period < figures->periods; period++)
            if (figures->period[period].period.code == s->periode)
                return true;
    }
    return false;
}

/* In how many gemeenten of a perceel, or percelen of a gemeente, there are clients. */
static size_t count_parts(const struct figures *figures, struct group total) {
    size_t count = 0;
    if (total.perceel != GROUP_ALL)
        for (uint16_t g = 1; g <= figures->data->gemeenten.len; g++)
            count += has_clients(figures, (struct group){total.organisatie, g, GROUP_ALL, total.perceel});
    else
        for (uint8_t p = 1; p <= PERCEEL_COUNT; p++)
            count += has_clients(figures, (struct group){total.organisatie, total.gemeente, GROUP_ALL, p});
    return count;
}

static void add_total(const struct figures *figures, struct group total, struct uitvraag_groups *groups) {
    if (count_parts(figures, total) > 1 || has_stated(figures, total))
        VEC_PUSH(groups->list, total);
}

struct uitvraag_groups uitvraag_groups_of(const struct figures *figures, uint16_t member) {
    struct uitvraag_groups groups = {0};
    uint16_t gemeenten = (uint16_t)figures->data->gemeenten.len;
    for (uint8_t p = 1; p <= PERCEEL_COUNT; p++)
        add_total(figures, (struct group){.organisatie = member, .perceel = p}, &groups);
    for (uint16_t g = 1; g <= gemeenten; g++)
        add_total(figures, (struct group){.organisatie = member, .gemeente = g}, &groups);
    for (uint16_t g = 1; g <= gemeenten; g++)
        for (uint8_t p = 1; p <= PERCEEL_COUNT; p++) {
            struct group both = {.organisatie = member, .gemeente = g, .perceel = p};
            if (has_clients(figures, both) || has_stated(figures, both))
                VEC_PUSH(groups.list, both);
        }
    return groups;
}

bool uitvraag_is_measured(const struct figures *figures) {
    const struct dataset *data = figures->data;
    struct civil end = date_to_civil(figures->period[figures->periods - 1].period.end);
    date_t last_month = date_from_civil(end.year, end.month, 1);
    for (size_t i = 0; i < data->declarations.len; i++)
        if (data->declarations.data[i].periode_eind >= last_month)
            return true;
    for (size_t i = 0; i < data->indications.len; i++)
        if (data->indications.data[i].besluitdatum >= last_month ||
            data->indications.data[i].startdatum_zorg >= last_month)
            return true;
    return false;
}
