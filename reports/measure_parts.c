/*
 * Judging what a template asks of a measure.  Invariant: what is accepted here can be a row of cijfers.csv.  Called
 * when templates are read.
 */
#include "reports/measure_parts.h"

#include <stdbool.h>
#include <string.h>

#include "reports/labels.h"

/* Split by codes of the data. */
static const char *const open_measures[] = {"beeindigd", "benutting_klasse", "maand_gedeclareerd", "maand_geindiceerd",
                                            "mi",        "mi_afwijking",     "omvang_klasse",      "overgang_maand",
                                            NULL};

/* Only for groups with a perceel, or with a product. */
static const struct {
    const char *prefix;
    enum measure_level level;
} levels[] = {
    {"benutting_volume", MEASURE_OF_PRODUCT}, {"jaarmaximum", MEASURE_OF_PRODUCT}, {"omvang", MEASURE_OF_PERCEEL},
    {"uitfasering_", MEASURE_OF_PRODUCT},     {"volume_", MEASURE_OF_PRODUCT},
};

/* Split by two lists, with a / between their codes. */
static const struct pair {
    const char *maat;
    const char *first;
    const char *second;
} pairs[] = {{"overgang", "route", "status"}, {"signalen", "soort", "stand"}};

static bool is_open(const char *maat) {
    for (size_t i = 0; open_measures[i]; i++)
        if (strcmp(open_measures[i], maat) == 0)
            return true;
    return false;
}

static const struct pair *find_pair(const char *maat) {
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (strcmp(pairs[i].maat, maat) == 0)
            return &pairs[i];
    return NULL;
}

static const char *expected_of_pair(const struct pair *pair, const char *uitsplitsing, struct arena *arena) {
    size_t len = strcspn(uitsplitsing, "/");
    const char *first = arena_strndup(arena, uitsplitsing, len);
    if (uitsplitsing[len] && labels_list_has(pair->first, first) &&
        labels_list_has(pair->second, uitsplitsing + len + 1))
        return NULL;
    return arena_printf(arena, "een van: %s; dan een /, en een van: %s", labels_list_codes(pair->first),
                        labels_list_codes(pair->second));
}

const char *measure_part_expected(const char *maat, const char *uitsplitsing, struct arena *arena) {
    const char *list = labels_list_of(maat);
    const struct pair *pair = find_pair(maat);
    if (is_open(maat))
        return uitsplitsing[0] ? NULL : "een code, want deze maat is uitgesplitst";
    if (pair)
        return expected_of_pair(pair, uitsplitsing, arena);
    if (!list)
        return uitsplitsing[0] ? "niets, want deze maat is niet uitgesplitst" : NULL;
    return labels_list_has(list, uitsplitsing) ? NULL : arena_printf(arena, "een van: %s", labels_list_codes(list));
}

enum measure_level measure_level(const char *maat) {
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        if (strncmp(maat, levels[i].prefix, strlen(levels[i].prefix)) == 0)
            return levels[i].level;
    return MEASURE_OF_ALL;
}

const char *measure_level_name(enum measure_level level) {
    static const char *const names[] = {
        [MEASURE_OF_ALL] = "totaal", [MEASURE_OF_PERCEEL] = "perceel", [MEASURE_OF_PRODUCT] = "product"};
    return names[level];
}
