/*
 * Reads kerncijfers.csv and gesprekspunten.csv.  Invariant: every rule names a measure that there is, and every
 * sentence only places that are filled in.  Called by sheet_templates_load.
 */
#include <string.h>

#include "reports/measure_parts.h"
#include "reports/sheets/registry.h"
#include "reports/sheets/templates.h"

enum { LARGE = 1000000000 }; /* no bound lies beyond it */

static const char *optional(struct arena *arena, const char *cell) {
    return cell[0] ? arena_strdup(arena, cell) : NULL;
}

/* ---- kerncijfers.csv ---- */

enum {
    K_BOEK,
    K_MAAT,
    K_UITSPLITSING,
    K_LABEL,
    K_PER,
    K_VERGELIJK,
    K_SLECHT_ONDER,
    K_ONDER,
    K_BOVEN,
    K_SLECHT_BOVEN,
    K_WOORD_ONDER,
    K_WOORD_GOED,
    K_WOORD_BOVEN,
    K_BLAD,
    K_COLUMNS
};

static const struct template_column key_columns[K_COLUMNS] = {
    [K_BOEK] = {"boek", true},
    [K_MAAT] = {"maat", true},
    [K_UITSPLITSING] = {"uitsplitsing", false},
    [K_LABEL] = {"label", false},
    [K_PER] = {"per", false},
    [K_VERGELIJK] = {"vergelijk", true},
    [K_SLECHT_ONDER] = {"slecht_onder", false},
    [K_ONDER] = {"onder", false},
    [K_BOVEN] = {"boven", false},
    [K_SLECHT_BOVEN] = {"slecht_boven", false},
    [K_WOORD_ONDER] = {"woord_onder", false},
    [K_WOORD_GOED] = {"woord_goed", false},
    [K_WOORD_BOVEN] = {"woord_boven", false},
    [K_BLAD] = {"blad", false},
};

_Static_assert((int)K_COLUMNS <= (int)TEMPLATE_COLUMNS_MAX, "too many columns in kerncijfers.csv");

/* Bounds rise, and what lies beyond one has words. */
static bool read_bounds(struct key_figure *figure, const struct template_row *row, struct error *err) {
    static const size_t columns[BOUNDS] = {K_SLECHT_ONDER, K_ONDER, K_BOVEN, K_SLECHT_BOVEN};
    int64_t last = -(int64_t)LARGE * 1000000;
    for (size_t i = 0; i < BOUNDS; i++) {
        figure->bound[i] = AMOUNT_NONE;
        if (row->cell[columns[i]][0] == '\0')
            continue;
        if (!template_number(row, columns[i], -LARGE, LARGE, &figure->bound[i], err))
            return false;
        if (figure->bound[i] < last)
            return template_mistake(row, columns[i], err, "verwacht grenzen die van links naar rechts oplopen");
        last = figure->bound[i];
        size_t words = i < BOUND_HIGH ? K_WOORD_ONDER : K_WOORD_BOVEN;
        if (row->cell[words][0] == '\0')
            return template_mistake(row, words, err, "verwacht woorden voor een waarde voorbij de grens %s",
                                    row->cell[columns[i]]);
    }
    return true;
}

static bool read_key_figure(void *context, const struct template_row *row, struct error *err) {
    static const struct quantity_columns columns = {K_MAAT, K_UITSPLITSING, K_PER, K_VERGELIJK};
    struct sheet_templates *templates = context;
    struct arena *arena = &templates->arena;
    struct key_figure figure;
    size_t kind;
    if (!template_word(row, K_BOEK, recipient_words, RECIPIENT_KINDS, &kind, err) ||
        !quantity_read(&figure.quantity, row, &columns, arena, err) || !read_bounds(&figure, row, err))
        return false;
    if (row->cell[K_BLAD][0] && !sheet_find(row->cell[K_BLAD]))
        return template_mistake(row, K_BLAD, err, "“%s” is geen blad; verwacht een naam als “%s”", row->cell[K_BLAD],
                                sheet_defs[0]->id);
    enum measure_level level = measure_level(figure.quantity.maat);
    if (level != MEASURE_OF_ALL)
        return template_mistake(row, K_MAAT, err, "“%s” is er alleen per %s; verwacht een maat van het geheel",
                                figure.quantity.maat, measure_level_name(level));
    figure.kind = (enum recipient_kind)kind;
    figure.label = optional(arena, row->cell[K_LABEL]);
    figure.low = arena_strdup(arena, row->cell[K_WOORD_ONDER]);
    figure.good = arena_strdup(arena, row->cell[K_WOORD_GOED]);
    figure.high = arena_strdup(arena, row->cell[K_WOORD_BOVEN]);
    figure.blad = arena_strdup(arena, row->cell[K_BLAD]);
    VEC_PUSH(templates->key_figures, figure);
    return true;
}

bool key_figures_load(struct sheet_templates *templates, const struct template_dirs *dirs, struct error *err) {
    const char *path = template_path(dirs, "kerncijfers.csv", &templates->arena);
    return template_read(path, key_columns, K_COLUMNS, read_key_figure, templates, err);
}

/* ---- gesprekspunten.csv ---- */

enum {
    R_CODE,
    R_MAAT,
    R_UITSPLITSING,
    R_GROEP,
    R_PER,
    R_VERGELIJK,
    R_BOVEN,
    R_ONDER,
    R_CLIENTEN,
    R_GEWICHT,
    R_ZIN,
    R_COLUMNS
};

static const struct template_column rule_columns[R_COLUMNS] = {
    [R_CODE] = {"code", true},       [R_MAAT] = {"maat", true},    [R_UITSPLITSING] = {"uitsplitsing", false},
    [R_GROEP] = {"groep", true},     [R_PER] = {"per", false},     [R_VERGELIJK] = {"vergelijk", true},
    [R_BOVEN] = {"boven", false},    [R_ONDER] = {"onder", false}, [R_CLIENTEN] = {"minimum_clienten", true},
    [R_GEWICHT] = {"gewicht", true}, [R_ZIN] = {"zin", true},
};

static bool read_limit(struct talking_rule *rule, const struct template_row *row, struct error *err) {
    bool above = row->cell[R_BOVEN][0] != '\0';
    if (above == (row->cell[R_ONDER][0] != '\0'))
        return template_mistake(row, R_BOVEN, err, "verwacht een grens in “boven” of in “onder”, en niet in beide");
    rule->above = above;
    return template_number(row, above ? R_BOVEN : R_ONDER, -LARGE, LARGE, &rule->limit, err);
}

static bool check_group(const struct template_row *row, const char *maat, enum rule_group group, struct error *err) {
    static const enum measure_level of_group[] = {
        [RULE_TOTAL] = MEASURE_OF_ALL,
        [RULE_PERCEEL] = MEASURE_OF_PERCEEL,
        [RULE_PRODUCT] = MEASURE_OF_PRODUCT,
        [RULE_GEMEENTE] = MEASURE_OF_ALL,
    };
    const char *least = measure_level_name(measure_level(maat));
    return measure_level(maat) <= of_group[group] ||
           template_mistake(row, R_GROEP, err, "“%s” is er alleen per %s; verwacht %s", maat, least, least);
}

static bool read_rule(void *context, const struct template_row *row, struct error *err) {
    static const char *const groups[] = {
        [RULE_TOTAL] = "totaal", [RULE_PERCEEL] = "perceel", [RULE_PRODUCT] = "product", [RULE_GEMEENTE] = "gemeente"};
    static const struct quantity_columns columns = {R_MAAT, R_UITSPLITSING, R_PER, R_VERGELIJK};
    static const char places[] = "groep waarde vorige regio norm verschil deel grens";
    struct sheet_templates *templates = context;
    struct arena *arena = &templates->arena;
    struct talking_rule rule;
    size_t group;
    if (!template_code(row, R_CODE, err) || !quantity_read(&rule.quantity, row, &columns, arena, err) ||
        !template_word(row, R_GROEP, groups, sizeof groups / sizeof groups[0], &group, err) ||
        !check_group(row, rule.quantity.maat, (enum rule_group)group, err) || !read_limit(&rule, row, err) ||
        !template_whole(row, R_CLIENTEN, 0, LARGE, &rule.least_clients, err) ||
        !template_whole(row, R_GEWICHT, 1, 10, &rule.weight, err))
        return false;
    const char *place = unknown_place(arena, row->cell[R_ZIN], places);
    if (place)
        return template_mistake(
            row, R_ZIN, err, "“%s” kan hier niet worden ingevuld; verwacht tussen accolades alleen: %s", place, places);
    rule.code = arena_strdup(arena, row->cell[R_CODE]);
    rule.group = (enum rule_group)group;
    rule.sentence = arena_strdup(arena, row->cell[R_ZIN]);
    for (size_t i = 0; i < templates->rules.len; i++)
        if (strcmp(templates->rules.data[i].code, rule.code) == 0)
            return template_mistake(row, R_CODE, err, "“%s” is er al; verwacht elke code één keer", rule.code);
    VEC_PUSH(templates->rules, rule);
    return true;
}

bool talking_rules_load(struct sheet_templates *templates, const struct template_dirs *dirs, struct error *err) {
    const char *path = template_path(dirs, "gesprekspunten.csv", &templates->arena);
    return template_read(path, rule_columns, R_COLUMNS, read_rule, templates, err);
}
