/*
 * Reads instellingen.csv into struct settings.  Invariant: after settings_load every setting was given exactly once,
 * has its type and range, and fits the others.  Called once, before any input is read.
 */
#include "reports/settings.h"

#include <string.h>

#include "reports/settings_klassen.h"

enum kind { KIND_TEXT, KIND_DATE, KIND_WHOLE, KIND_NUMBER, KIND_YES };

/* A setting and its place; `least` and `most` are whole, of KIND_TEXT the number of bytes. */
struct spec {
    const char *naam;
    enum kind kind;
    int64_t least;
    int64_t most;
    size_t offset;
};

/* Each macro compiles only for a member of its own type. */
#define PLACE(member, type)                                                                                            \
    (offsetof(struct settings, member) + 0 * sizeof(_Generic(((struct settings *)0)->member, type : 1)))
#define TEXT(naam, most)                                                                                               \
    { #naam, KIND_TEXT, 1, most, PLACE(naam, const char *) }
#define DATE(naam)                                                                                                     \
    { #naam, KIND_DATE, 0, 0, PLACE(naam, date_t) }
#define WHOLE(naam, least, most)                                                                                       \
    { #naam, KIND_WHOLE, least, most, PLACE(naam, int64_t) }
#define NUMBER(naam, least, most)                                                                                      \
    { #naam, KIND_NUMBER, least, most, PLACE(naam, int64_t) }
#define YES(naam)                                                                                                      \
    { #naam, KIND_YES, 0, 0, PLACE(naam, bool) }
#define NORM(naam, which)                                                                                              \
    { "norm_" #naam, KIND_WHOLE, 0, 3660, PLACE(norm[DOORLOOPTIJD_##which], int64_t) }

static const struct spec specs[] = {
    TEXT(regio, 100),
    DATE(contract_start),
    DATE(uitdientermijn),
    DATE(tussenevaluatie_voor),
    WHOLE(overgang_voor, 0, 3660),
    WHOLE(overgang_na, 0, 3660),
    DATE(nulmeting_op),
    DATE(doel_op),
    NUMBER(doel_laag, 0, 1),
    NUMBER(doel_hoog, 0, 1),
    NUMBER(landelijk_laag, 0, 1),
    NUMBER(landelijk_hoog, 0, 1),
    WHOLE(venster, 1, 3660),
    YES(tel_ongeverifieerd),
    NORM(onderzoek, ONDERZOEK),
    NORM(beschikking, BESCHIKKING),
    NORM(besluit, BESLUIT),
    NORM(start, START),
    NORM(totaal, TOTAAL),
    WHOLE(benutting_dagen, 1, 366),
    NUMBER(budget_dreigend, 0, 100),
    NUMBER(budget_achter, 0, 100),
    WHOLE(voorlopige_maanden, 0, 24),
    WHOLE(regio_organisaties, 1, 10000),
    NUMBER(regio_aandeel, 0, 1),
    NUMBER(mi_tolerantie, 0, 100),
};

enum { SPEC_COUNT = sizeof specs / sizeof specs[0] };
_Static_assert((int)SPEC_COUNT <= (int)SETTINGS_MAX, "struct settings has no room for every setting");

enum column { NAAM, WAARDE, TOELICHTING, COLUMN_COUNT };

static const struct template_column columns[COLUMN_COUNT] = {
    [NAAM] = {"naam", true},
    [WAARDE] = {"waarde", true},
    [TOELICHTING] = {"toelichting", false},
};

struct loading {
    struct settings *settings;
    unsigned long line[SPEC_COUNT]; /* where each was given, 0 when it was not */
};

static size_t spec_find(const char *naam) {
    size_t i = 0;
    while (i < SPEC_COUNT && strcmp(specs[i].naam, naam) != 0)
        i++;
    return i;
}

static bool read_text(const struct spec *spec, const struct template_row *row, struct settings *settings,
                      const char **text, struct error *err) {
    if (strlen(row->cell[WAARDE]) > (size_t)spec->most)
        return template_mistake(row, WAARDE, err, "deze tekst is te lang; verwacht hoogstens %d tekens",
                                (int)spec->most);
    *text = arena_strdup(&settings->arena, row->cell[WAARDE]);
    return true;
}

static bool read_value(const struct spec *spec, const struct template_row *row, struct settings *settings,
                       struct error *err) {
    void *place = (char *)settings + spec->offset;
    switch (spec->kind) {
    case KIND_TEXT: return read_text(spec, row, settings, place, err);
    case KIND_DATE: return template_date(row, WAARDE, place, err);
    case KIND_WHOLE: return template_whole(row, WAARDE, spec->least, spec->most, place, err);
    case KIND_NUMBER: return template_number(row, WAARDE, spec->least, spec->most, place, err);
    case KIND_YES: return template_yes(row, WAARDE, place, err);
    }
    BUG("unknown kind of setting");
}

static bool read_row(void *context, const struct template_row *row, struct error *err) {
    struct loading *loading = context;
    struct settings *settings = loading->settings;
    size_t i = spec_find(row->cell[NAAM]);
    if (i == SPEC_COUNT)
        return template_mistake(row, NAAM, err, "“%s” is geen instelling; verwacht een naam als “%s”", row->cell[NAAM],
                                specs[0].naam);
    if (loading->line[i] != 0)
        return template_mistake(row, NAAM, err, "“%s” staat al op regel %lu; verwacht elke instelling één keer",
                                row->cell[NAAM], loading->line[i]);
    loading->line[i] = row->line;
    settings->lijst[settings->lijst_len++] = (struct setting){
        .naam = specs[i].naam,
        .waarde = arena_strdup(&settings->arena, row->cell[WAARDE]),
        .toelichting = arena_strdup(&settings->arena, row->cell[TOELICHTING]),
    };
    return read_value(&specs[i], row, settings, err);
}

/* What cannot be larger than, or must come before, something else. */
#define NOT_ABOVE(low, high)                                                                                           \
    { #low, #high, offsetof(struct settings, low), offsetof(struct settings, high), false }
#define BEFORE(low, high)                                                                                              \
    { #low, #high, offsetof(struct settings, low), offsetof(struct settings, high), true }

static const struct order {
    const char *low;
    const char *high;
    size_t low_offset;
    size_t high_offset;
    bool dates;
} orders[] = {
    BEFORE(contract_start, uitdientermijn), BEFORE(contract_start, tussenevaluatie_voor), BEFORE(nulmeting_op, doel_op),
    NOT_ABOVE(doel_laag, doel_hoog),        NOT_ABOVE(landelijk_laag, landelijk_hoog),
};

static bool in_order(const struct settings *settings, const struct order *order) {
    const char *base = (const char *)settings;
    const void *low = base + order->low_offset;
    const void *high = base + order->high_offset;
    if (order->dates)
        return *(const date_t *)low < *(const date_t *)high;
    return *(const int64_t *)low <= *(const int64_t *)high;
}

static bool check_complete(const struct loading *loading, const char *path, struct error *err) {
    for (size_t i = 0; i < SPEC_COUNT; i++)
        if (loading->line[i] == 0)
            return error_set(err, "%s: de instelling “%s” ontbreekt; verwacht een regel die daarmee begint", path,
                             specs[i].naam);
    return true;
}

static bool check_orders(const struct loading *loading, const char *path, struct error *err) {
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++)
        if (!in_order(loading->settings, &orders[i]))
            return error_set(err, "%s, regel %lu: “%s” moet %s “%s” (regel %lu)", path,
                             loading->line[spec_find(orders[i].low)], orders[i].low,
                             orders[i].dates ? "vóór de dag liggen van" : "ten hoogste gelijk zijn aan", orders[i].high,
                             loading->line[spec_find(orders[i].high)]);
    return true;
}

bool settings_load(struct settings *settings, const char *dir, const char *shipped, struct error *err) {
    *settings = (struct settings){.dirs = {.own = dir, .shipped = shipped}};
    arena_init(&settings->arena);
    struct loading loading = {.settings = settings};
    const char *path = template_path(&settings->dirs, "instellingen.csv", &settings->arena);
    return template_read(path, columns, COLUMN_COUNT, read_row, &loading, err) && check_complete(&loading, path, err) &&
           check_orders(&loading, path, err) && klassen_load(settings, err);
}

void settings_release(struct settings *settings) {
    arena_release(&settings->arena);
}
