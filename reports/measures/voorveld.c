/*
 * The shift to the voorveld against the path to the target, measures.md 7.  It adds its figures itself: its groups are
 * the gemeenten and the region, for BG, DB and both.
 */
#include "reports/measures/families.h"
#include "reports/measures/voorveld_path.h"
#include "reports/measures/voorveld_tally.h"

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

/* Verschuiving, pad, prognose and status of a tally with a nulmeting. */
static void add_shift(const struct measure_context *context, struct figure_list *list,
                      const struct voorveld_tally *tally, struct group group) {
    const struct settings *settings = context->settings;
    struct voorveld_path path = voorveld_path_until(settings, context->p);
    uint32_t clients = as_clients(tally->clients);
    int64_t noemer = tally->nulmeting;
    int64_t teller = tally->registered[VOORVELD_VERSCHOVEN];
    if (settings->tel_ongeverifieerd)
        teller += tally->registered[VOORVELD_ONGEVERIFIEERD];
    figure_list_ratio_of_counts(list, "voorveld_verschuiving", "", group, teller, noemer, clients);
    figure_list_value(list, "voorveld_pad_laag", "", group, voorveld_path_value(path, settings->doel_laag), 0);
    figure_list_value(list, "voorveld_pad_hoog", "", group, voorveld_path_value(path, settings->doel_hoog), 0);
    if (path.num > 0)
        figure_list_value(list, "voorveld_prognose", "", group,
                          exact_share(exact_from(teller, 1), path.den, noemer * path.num), clients);
    int status = voorveld_path_status(settings, path, teller, noemer);
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
