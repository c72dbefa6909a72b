/*
 * Reads bladen.csv and weergave.csv, and the other templates of the workbooks with them.  Invariant: after
 * sheet_templates_load every blad exists and can be in the books that name it.  Called once, before any input is read.
 */
#include "reports/sheets/templates.h"

#include <string.h>
#include <strings.h>

#include "reports/book/glyphs.h"
#include "reports/book/png.h"
#include "reports/sheets/registry.h"

const char *const recipient_words[RECIPIENT_KINDS] = {
    [RECIPIENT_AANBIEDER] = "aanbieder",
    [RECIPIENT_GEMEENTE] = "gemeente",
    [RECIPIENT_REGIO] = "regio",
};

/* ---- bladen.csv ---- */

enum { TAB_MOST = 31, FONT_MOST = 31 }; /* what Excel allows */

enum { BLAD, TAB, TITEL, SAMENVATTING, AANBIEDER, GEMEENTE, REGIO, LEEG, BLAD_COLUMNS };

static const struct template_column blad_columns[BLAD_COLUMNS] = {
    [BLAD] = {"blad", true},           [TAB] = {"tab", true},
    [TITEL] = {"titel", true},         [SAMENVATTING] = {"samenvatting", true},
    [AANBIEDER] = {"aanbieder", true}, [GEMEENTE] = {"gemeente", true},
    [REGIO] = {"regio", true},         [LEEG] = {"leeg", true},
};

/* In which books the sheet is: only those that it can be in. */
static bool read_kinds(const struct template_row *row, const struct sheet_def *def, struct blad *blad,
                       struct error *err) {
    static const size_t column_of[RECIPIENT_KINDS] = {
        [RECIPIENT_AANBIEDER] = AANBIEDER, [RECIPIENT_GEMEENTE] = GEMEENTE, [RECIPIENT_REGIO] = REGIO};
    for (size_t kind = 0; kind < RECIPIENT_KINDS; kind++) {
        if (!template_yes(row, column_of[kind], &blad->in[kind], err))
            return false;
        if (blad->in[kind] && !(def->kinds >> kind & 1U))
            return template_mistake(row, column_of[kind], err, "het blad “%s” kan hier niet in; verwacht nee",
                                    row->cell[BLAD]);
    }
    return true;
}

static const struct blad *find_blad(const struct sheet_templates *templates, const char *id) {
    for (size_t i = 0; i < templates->bladen.len; i++)
        if (strcmp(templates->bladen.data[i].id, id) == 0)
            return &templates->bladen.data[i];
    return NULL;
}

static bool check_places(const struct template_row *row, size_t column, struct arena *arena, const char *names,
                         struct error *err) {
    const char *place = unknown_place(arena, row->cell[column], names);
    return !place ||
           template_mistake(row, column, err,
                            "“%s” kan hier niet worden ingevuld; verwacht tussen accolades alleen: %s", place, names);
}

/* What Excel takes as the name of a sheet, so that it is used as it is written. */
static bool check_tab(const struct sheet_templates *templates, const struct template_row *row, const struct blad *blad,
                      struct error *err) {
    if (glyphs_prefix(blad->tab, TAB_MOST) < strlen(blad->tab) || blad->tab[strcspn(blad->tab, "[]:*?/\\")] ||
        blad->tab[0] == '\'')
        return template_mistake(
            row, TAB, err, "“%s” kan niet; verwacht hoogstens %d tekens, zonder [ ] : * ? / \\ en niet met ' vooraan",
            blad->tab, (int)TAB_MOST);
    for (size_t i = 0; i < templates->bladen.len; i++)
        if (strcasecmp(templates->bladen.data[i].tab, blad->tab) == 0)
            return template_mistake(row, TAB, err, "“%s” is al de tab van “%s”; verwacht voor elk blad een eigen tab",
                                    blad->tab, templates->bladen.data[i].id);
    return true;
}

static bool read_blad(void *context, const struct template_row *row, struct error *err) {
    static const char *const empty_words[] = {"melden", "weglaten"};
    static const char places[] = "naam periode";
    struct sheet_templates *templates = context;
    struct arena *arena = &templates->arena;
    struct blad blad;
    size_t empty;
    const struct sheet_def *def = sheet_find(row->cell[BLAD]);
    if (!def)
        return template_mistake(row, BLAD, err, "“%s” is geen blad; verwacht een naam als “%s”", row->cell[BLAD],
                                sheet_defs[0]->id);
    if (find_blad(templates, def->id))
        return template_mistake(row, BLAD, err, "“%s” is er al; verwacht elk blad één keer", def->id);
    if (!read_kinds(row, def, &blad, err) || !template_word(row, LEEG, empty_words, 2, &empty, err) ||
        !check_places(row, TITEL, arena, places, err) || !check_places(row, SAMENVATTING, arena, places, err))
        return false;
    blad.id = def->id;
    blad.tab = arena_strdup(arena, row->cell[TAB]);
    blad.titel = arena_strdup(arena, row->cell[TITEL]);
    blad.samenvatting = arena_strdup(arena, row->cell[SAMENVATTING]);
    blad.leave_out = empty == 1;
    if (!check_tab(templates, row, &blad, err))
        return false;
    VEC_PUSH(templates->bladen, blad);
    return true;
}

/* A workbook has at least one sheet. */
static bool check_bladen(const struct sheet_templates *templates, const char *path, struct error *err) {
    for (size_t kind = 0; kind < RECIPIENT_KINDS; kind++) {
        bool any = false;
        for (size_t i = 0; i < templates->bladen.len; i++)
            any |= templates->bladen.data[i].in[kind] && !templates->bladen.data[i].leave_out;
        if (!any)
            return error_set(err,
                             "%s: geen blad staat altijd in het werkboek van soort “%s”; verwacht er ten minste "
                             "één met ja, en “melden” in de kolom leeg",
                             path, recipient_words[kind]);
    }
    return true;
}

static bool bladen_load(struct sheet_templates *templates, const struct template_dirs *dirs, struct error *err) {
    const char *path = template_path(dirs, "bladen.csv", &templates->arena);
    return template_read(path, blad_columns, BLAD_COLUMNS, read_blad, templates, err) &&
           check_bladen(templates, path, err);
}

/* ---- weergave.csv ---- */

enum { NAAM, WAARDE, TOELICHTING, LOOK_COLUMNS };

static const struct template_column look_columns[LOOK_COLUMNS] = {
    [NAAM] = {"naam", true},
    [WAARDE] = {"waarde", false},
    [TOELICHTING] = {"toelichting", false},
};

enum look { LOOK_ACCENT, LOOK_FONT, LOOK_LOGO, LOOK_SENDER, LOOK_CONFIDENTIAL, LOOKS };

static const char *const look_names[LOOKS] = {
    [LOOK_ACCENT] = "accentkleur",         [LOOK_FONT] = "lettertype", [LOOK_LOGO] = "logo", [LOOK_SENDER] = "afzender",
    [LOOK_CONFIDENTIAL] = "vertrouwelijk",
};

struct look_reading {
    struct sheet_templates *templates;
    unsigned long line[LOOKS];
};

static bool read_accent(const struct template_row *row, uint32_t *accent, struct error *err) {
    static const char digits[] = "0123456789ABCDEFabcdef";
    const char *cell = row->cell[WAARDE];
    if (cell[0] != '#' || strlen(cell) != 7 || strspn(cell + 1, digits) != 6)
        return template_mistake(row, WAARDE, err, "“%s” is geen kleur; verwacht # en zes cijfers, zoals #1F4E79", cell);
    *accent = 0;
    for (const char *at = cell + 1; *at; at++) {
        size_t digit = (size_t)(strchr(digits, *at) - digits);
        *accent = *accent << 4 | (uint32_t)(digit < 16 ? digit : digit - 6);
    }
    return true;
}

static bool read_logo(struct look_reading *reading, const struct template_row *row, struct error *err) {
    if (row->cell[WAARDE][0] == '\0')
        return true;
    const char *folder_end = strrchr(row->path, '/');
    const char *path = arena_printf(&reading->templates->arena, "%.*s/%s", (int)(folder_end - row->path), row->path,
                                    row->cell[WAARDE]);
    struct png_size size;
    struct error why = {0};
    if (!png_read_size(path, &size, &why))
        return template_mistake(row, WAARDE, err, "%s", why.message);
    reading->templates->looks.logo = path;
    return true;
}

static bool check_font(const struct template_row *row, struct error *err) {
    return glyphs_prefix(row->cell[WAARDE], FONT_MOST) == strlen(row->cell[WAARDE]) ||
           template_mistake(row, WAARDE, err, "verwacht de naam van een lettertype, van hoogstens %d tekens",
                            (int)FONT_MOST);
}

static bool read_look(void *context, const struct template_row *row, struct error *err) {
    struct look_reading *reading = context;
    struct looks *looks = &reading->templates->looks;
    size_t look;
    if (!template_word(row, NAAM, look_names, LOOKS, &look, err))
        return false;
    if (reading->line[look] != 0)
        return template_mistake(row, NAAM, err, "“%s” staat al op regel %lu; verwacht elke naam één keer",
                                row->cell[NAAM], reading->line[look]);
    reading->line[look] = row->line;
    const char *value = row->cell[WAARDE][0] ? arena_strdup(&reading->templates->arena, row->cell[WAARDE]) : NULL;
    switch ((enum look)look) {
    case LOOK_ACCENT: return read_accent(row, &looks->accent, err);
    case LOOK_FONT: looks->font = value; return check_font(row, err);
    case LOOK_LOGO: return read_logo(reading, row, err);
    case LOOK_SENDER: looks->sender = value; return true;
    case LOOK_CONFIDENTIAL: looks->confidential = value; return true;
    case LOOKS: break;
    }
    BUG("unknown look");
}

static bool looks_load(struct sheet_templates *templates, const struct template_dirs *dirs, struct error *err) {
    struct look_reading reading = {.templates = templates};
    const char *path = template_path(dirs, "weergave.csv", &templates->arena);
    return template_read(path, look_columns, LOOK_COLUMNS, read_look, &reading, err);
}

/* ---- all of them ---- */

bool sheet_templates_load(struct sheet_templates *templates, const struct template_dirs *dirs, struct error *err) {
    *templates = (struct sheet_templates){0};
    arena_init(&templates->arena);
    templates->labels = labels_load(dirs, err);
    return templates->labels && bladen_load(templates, dirs, err) && key_figures_load(templates, dirs, err) &&
           talking_rules_load(templates, dirs, err) && looks_load(templates, dirs, err);
}

void sheet_templates_release(struct sheet_templates *templates) {
    labels_free(templates->labels);
    VEC_FREE(templates->bladen);
    VEC_FREE(templates->key_figures);
    VEC_FREE(templates->rules);
    arena_release(&templates->arena);
    *templates = (struct sheet_templates){0};
}
