/*
 * The shift to the voorveld against the path to the target, measures.md 7.  It adds its figures itself: its groups are
 * the gemeenten and the region, for BG, DB and both.
 */
#include "reports/measures/families.h"
#include "reports/measures/voorveld_tally.h"

enum { MILLION = 1000000 };

static const char *const class_names[VOORVELD_CLASSES] = {
    [VOORVELD_NIEUW] = "nieuw",
    [VOORVELD_NOG_IN_MAATWERK] = "nog_in_maatwerk",
    [VOORVELD_TERUGVAL] = "terugval",
    [VOORVELD_VERSCHOVEN] = "verschoven",
    [VOORVELD_ONGEVERIFIEERD] = "ongeverifieerd",
};

/* So many clients, for the disclosure. */
static uint32_t as_clients(int64_t count) {
    return count > UINT32_MAX ? UINT32_MAX : (uint32_t)count;
}

static void add_count(struct figure_list *list, const char *maat, const char *uitsplitsing, struct group group,
                      int64_t count) {
    if (count > 0)
        figure_list_count(list, maat, uitsplitsing, group, count, as_clients(count));
}

/* Nulmeting, actief, registrations and afname. */
static void add_counts(struct figure_list *list, const struct voorveld_tally *tally, struct group group) {
    uint32_t clients = as_clients(tally->clients);
    if (tally->nulmeting > 0) /* one that was given rests on no client */
        figure_list_count(list, "voorveld_nulmeting", "", group, tally->nulmeting, tally->measured ? clients : 0);
    add_count(list, "voorveld_actief", "", group, tally->actief);
    for (enum voorveld_class class = 0; class < VOORVELD_CLASSES; class ++)
        add_count(list, "voorveld_registratie", class_names[class], group, tally->registered[class]);
    figure_list_ratio_of_counts(list, "voorveld_afname", "", group, tally->nulmeting - tally->actief, tally->nulmeting,
                                clients);
}

/* The part of the path from d0 to D that lies behind the peildatum: num / den, within [0, 1]. */
struct path {
    int64_t num;
    int64_t den;
};

static struct path path_until(const struct settings *settings, date_t p) {
    if (p >= settings->doel_op)
        return (struct path){1, 1};
    date_t first = settings->nulmeting_op + 1;
    return (struct path){date_days(first, p), date_days(first, settings->doel_op)};
}

static exact_t path_value(struct path path, int64_t doel) {
    return exact_share(exact_from(doel, MILLION), path.num, path.den);
}

/* teller / noemer ≥ doel × path, without dividing. */
static bool reaches(struct path path, int64_t doel, int64_t teller, int64_t noemer) {
    return (exact_t)teller * path.den * MILLION >= (exact_t)doel * path.num * noemer;
}

/* Verschuiving, pad, prognose and status of a tally with a nulmeting. */
static void add_shift(const struct measure_context *context, struct figure_list *list,
                      const struct voorveld_tally *tally, struct group group) {
    const struct settings *settings = context->settings;
    struct path path = path_until(settings, context->p);
    uint32_t clients = as_clients(tally->clients);
    int64_t noemer = tally->nulmeting;
    int64_t teller = tally->registered[VOORVELD_VERSCHOVEN];
    if (settings->tel_ongeverifieerd)
        teller += tally->registered[VOORVELD_ONGEVERIFIEERD];
    figure_list_ratio_of_counts(list, "voorveld_verschuiving", "", group, teller, noemer, clients);
    figure_list_value(list, "voorveld_pad_laag", "", group, path_value(path, settings->doel_laag), 0);
    figure_list_value(list, "voorveld_pad_hoog", "", group, path_value(path, settings->doel_hoog), 0);
    if (path.num > 0)
        figure_list_value(list, "voorveld_prognose", "", group,
                          exact_share(exact_from(teller, 1), path.den, noemer * path.num), clients);
    int status = reaches(path, settings->doel_hoog, teller, noemer)   ? 1
                 : reaches(path, settings->doel_laag, teller, noemer) ? 0
                                                                      : -1;
    figure_list_count(list, "voorveld_status", "", group, status, clients);
}

static void add_area(const struct measure_context *context, struct figure_list *list,
                     const struct voorveld_tallies *tallies, size_t area) {
    bool is_region = area == tallies->region;
    bool registers = is_region || tallies->registers[area];
    for (size_t split = 0; split < VOORVELD_SPLITS; split++) {
        struct group group = {.gemeente = is_region ? GROUP_ALL : (uint16_t)(area + 1),
                              .perceel = split == VOORVELD_BOTH ? GROUP_ALL : (uint8_t)(split + 1)};
        add_counts(list, voorveld_tally_of(tallies, area, split), group);
        const struct voorveld_tally *shift = voorveld_tally_of(tallies, is_region ? tallies->registering : area, split);
        if (registers && shift->nulmeting > 0)
            add_shift(context, list, shift, group);
    }
}

static void direct(const struct measure_context *context, struct figure_list *list) {
    if (context->p < context->settings->nulmeting_op)
        return;
    struct voorveld_tallies tallies;
    voorveld_tallies_init(&tallies, context);
    for (size_t area = 0; area <= tallies.region; area++)
        add_area(context, list, &tallies, area);
    voorveld_tallies_release(&tallies);
}

const struct measure_family family_voorveld = {
    .name = "voorveld",
    .direct = direct,
};
