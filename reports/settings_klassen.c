/*
 * Classes of benutting and omvang: reads klassen.csv, and finds the class of a value.  Invariant: the classes of one
 * list lie next to each other from small to large, so that every value is in exactly one of them.
 */
#include "reports/settings_klassen.h"

#include <string.h>

enum { MICRO = 1000000 };

enum column { MAAT, PERCEEL, KLASSE, VANAF, MEER_DAN, MINDER_DAN, TOT_EN_MET, TOELICHTING, COLUMN_COUNT };

static const struct template_column columns[COLUMN_COUNT] = {
    [MAAT] = {"maat", true},
    [PERCEEL] = {"perceel", false},
    [KLASSE] = {"klasse", true},
    [VANAF] = {"vanaf", false},
    [MEER_DAN] = {"meer_dan", false},
    [MINDER_DAN] = {"minder_dan", false},
    [TOT_EN_MET] = {"tot_en_met", false},
    [TOELICHTING] = {"toelichting", false},
};

enum { BOUND_LIMIT = 1000000 };

/* One of two columns gives the bound, none leaves it open. */
static bool read_bound(const struct template_row *row, size_t with, size_t without, int64_t *bound, bool *counts,
                       struct error *err) {
    bool has_with = row->cell[with][0] != '\0';
    bool has_without = row->cell[without][0] != '\0';
    *bound = AMOUNT_NONE;
    *counts = has_with;
    if (has_with && has_without)
        return template_mistake(row, with, err, "verwacht een waarde in “%s” of in “%s”, niet in beide",
                                columns[with].name, columns[without].name);
    if (!has_with && !has_without)
        return true;
    return template_number(row, has_with ? with : without, -BOUND_LIMIT, BOUND_LIMIT, bound, err);
}

static bool find_list(const struct template_row *row, struct settings *settings, struct klassen **list,
                      struct error *err) {
    static const char *const maten[] = {"benutting_klasse", "omvang_klasse"};
    const char *percelen[PERCEEL_COUNT];
    size_t maat;
    size_t perceel;
    if (!template_word(row, MAAT, maten, 2, &maat, err))
        return false;
    *list = &settings->benutting;
    if (maat == 0)
        return row->cell[PERCEEL][0] == '\0' || template_mistake(row, PERCEEL, err, "verwacht niets bij %s", maten[0]);
    for (size_t i = 0; i < PERCEEL_COUNT; i++)
        percelen[i] = perceel_code((enum perceel)i);
    if (!template_word(row, PERCEEL, percelen, PERCEEL_COUNT, &perceel, err))
        return false;
    *list = &settings->omvang[perceel];
    return true;
}

/* The new class begins exactly where the last one of its list ends. */
static bool check_place(const struct klassen *list, const struct klasse *klasse, const struct template_row *row,
                        struct error *err) {
    if (klasse->onder != AMOUNT_NONE && klasse->boven != AMOUNT_NONE &&
        (klasse->boven < klasse->onder ||
         (klasse->boven == klasse->onder && !(klasse->onder_telt && klasse->boven_telt))))
        return template_mistake(row, klasse->boven_telt ? TOT_EN_MET : MINDER_DAN, err,
                                "verwacht een bovengrens die boven de ondergrens ligt");
    if (list->aantal == 0)
        return klasse->onder == AMOUNT_NONE || template_mistake(row, klasse->onder_telt ? VANAF : MEER_DAN, err,
                                                                "verwacht geen ondergrens bij de eerste klasse");
    const struct klasse *last = &list->klasse[list->aantal - 1];
    if (last->boven == AMOUNT_NONE || klasse->onder != last->boven || klasse->onder_telt == last->boven_telt)
        return template_mistake(row, last->boven_telt ? MEER_DAN : VANAF, err,
                                "verwacht een klasse die begint waar “%s” eindigt", last->naam);
    return true;
}

static bool read_row(void *context, const struct template_row *row, struct error *err) {
    struct settings *settings = context;
    struct klassen *list;
    struct klasse klasse;
    if (!find_list(row, settings, &list, err) || !template_code(row, KLASSE, err) ||
        !read_bound(row, VANAF, MEER_DAN, &klasse.onder, &klasse.onder_telt, err) ||
        !read_bound(row, TOT_EN_MET, MINDER_DAN, &klasse.boven, &klasse.boven_telt, err))
        return false;
    for (size_t i = 0; i < list->aantal; i++)
        if (strcmp(list->klasse[i].naam, row->cell[KLASSE]) == 0)
            return template_mistake(row, KLASSE, err, "de klasse “%s” is er al; verwacht elke naam één keer",
                                    row->cell[KLASSE]);
    if (!check_place(list, &klasse, row, err))
        return false;
    if (list->aantal == KLASSEN_MAX)
        return template_mistake(row, KLASSE, err, "verwacht hoogstens %d klassen", (int)KLASSEN_MAX);
    klasse.naam = arena_strdup(&settings->arena, row->cell[KLASSE]);
    list->klasse[list->aantal++] = klasse;
    return true;
}

static bool check_end(const struct klassen *list, const char *path, struct error *err) {
    if (list->aantal == 0 || list->klasse[list->aantal - 1].boven == AMOUNT_NONE)
        return true;
    return error_set(err, "%s: de klasse “%s” is de laatste; verwacht daar geen bovengrens", path,
                     list->klasse[list->aantal - 1].naam);
}

bool klassen_load(struct settings *settings, struct error *err) {
    const char *path = template_path(&settings->dirs, "klassen.csv", &settings->arena);
    if (!template_read(path, columns, COLUMN_COUNT, read_row, settings, err))
        return false;
    if (settings->benutting.aantal == 0)
        return error_set(err, "%s: er is geen klasse van benutting_klasse; verwacht er ten minste één", path);
    for (size_t i = 0; i < PERCEEL_COUNT; i++)
        if (!check_end(&settings->omvang[i], path, err))
            return false;
    return check_end(&settings->benutting, path, err);
}

/* The first class whose upper bound is not passed: the classes leave no gaps. */
size_t klassen_find_ratio(const struct klassen *klassen, exact_t teller, exact_t noemer) {
    size_t i = 0;
    for (; i < klassen->aantal; i++) {
        const struct klasse *klasse = &klassen->klasse[i];
        if (klasse->boven == AMOUNT_NONE)
            break;
        int side = exact_compare(teller, exact_share(noemer, klasse->boven, MICRO));
        if (side < 0 || (side == 0 && klasse->boven_telt))
            break;
    }
    return i;
}

size_t klassen_find(const struct klassen *klassen, exact_t waarde) {
    return klassen_find_ratio(klassen, waarde, EXACT_ONE);
}
