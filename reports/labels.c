/*
 * Names of measures and codes.  Invariant: after labels_load there is a label for every measure, every code that the
 * program makes itself, and every text.  Loaded once, before any input is read.
 */
#include "reports/labels.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "etl/base/mem.h"
#include "reports/labels_parts.h"
#include "reports/measures/registry.h"

/* The lists whose codes come from the program; a code that has no label, or a label no code, is a mistake. */
static const struct {
    const char *lijst;
    const char *codes; /* separated by spaces */
} lists[] = {
    {"perceel", "BG DB HO KV"},
    {"eenheid", "minuut uur dagdeel etmaal stuks"},
    {"koppeling", "gekoppeld via_client buiten_geldigheid conflict wees afgekeurd"},
    {"verdeling", "aantal gemiddelde mediaan p90 binnen_norm onbekend"},
    {"budget", "normaal dreigend overschreden achter onbekend"},
    {"route", "opnieuw_aflopend opnieuw_langdurig niet_opnieuw_aflopend niet_opnieuw_langdurig"},
    {"status", "omgezet overgedragen voorveld uitgestroomd lopend"},
    {"evaluatie", "gedaan te_doen te_laat"},
    {"registratie", "verschoven ongeverifieerd nog_in_maatwerk terugval nieuw"},
    {"soort", "positief negatief"},
    {"stand", "open in_behandeling afgehandeld"},
    {"contract", "nieuw oud"},
};

enum { LIST_COUNT = sizeof lists / sizeof lists[0] };

static const struct {
    const char *maat;
    const char *lijst;
} list_of[] = {
    {"budget", "budget"},
    {"declaratiebedrag", "koppeling"},
    {"declaratieregels", "koppeling"},
    {"doorlooptijd_beschikking", "verdeling"},
    {"doorlooptijd_besluit", "verdeling"},
    {"doorlooptijd_onderzoek", "verdeling"},
    {"doorlooptijd_start", "verdeling"},
    {"doorlooptijd_totaal", "verdeling"},
    {"omvang", "verdeling"},
    {"overgang_begin", "route"},
    {"overgang_evaluatie", "evaluatie"},
    {"voorveld_registratie", "registratie"},
    {"wachtend", "verdeling"},
};

const char *labels_list_of(const char *maat) {
    for (size_t i = 0; i < sizeof list_of / sizeof list_of[0]; i++)
        if (strcmp(list_of[i].maat, maat) == 0)
            return list_of[i].lijst;
    return NULL;
}

/* ---- maten.csv ---- */

enum { MAAT, LABEL, KOP, EENHEID, UITLEG, BRON, MAAT_COLUMNS };

static const struct template_column maat_columns[MAAT_COLUMNS] = {
    [MAAT] = {"maat", true},       [LABEL] = {"label", true},   [KOP] = {"kop", true},
    [EENHEID] = {"eenheid", true}, [UITLEG] = {"uitleg", true}, [BRON] = {"bron", true},
};

static bool read_maat(void *context, const struct template_row *row, struct error *err) {
    struct labels *labels = context;
    int m = measure_find(row->cell[MAAT]);
    if (m == MEASURE_NONE)
        return template_mistake(row, MAAT, err, "“%s” is geen maat; verwacht een naam als “%s”", row->cell[MAAT],
                                measures[0].code);
    struct arena *arena = &labels->arena;
    if (!labels_once(&labels->maat_line[m], row, MAAT, err))
        return false;
    labels->maat[m] = (struct maat_label){
        .label = arena_strdup(arena, row->cell[LABEL]),
        .kop = arena_strdup(arena, row->cell[KOP]),
        .eenheid = arena_strdup(arena, row->cell[EENHEID]),
        .uitleg = arena_strdup(arena, row->cell[UITLEG]),
        .bron = arena_strdup(arena, row->cell[BRON]),
    };
    return true;
}

const struct maat_label *labels_maat(const struct labels *labels, const char *maat) {
    int m = measure_find(maat);
    if (m == MEASURE_NONE)
        BUG("no such measure");
    return &labels->maat[m];
}

/* ---- uitsplitsingen.csv ---- */

enum { CODE_LIJST, CODE_CODE, CODE_LABEL, CODE_UITLEG, CODE_COLUMNS };

static const struct template_column code_columns[CODE_COLUMNS] = {
    [CODE_LIJST] = {"lijst", true},
    [CODE_CODE] = {"code", true},
    [CODE_LABEL] = {"label", true},
    [CODE_UITLEG] = {"uitleg", false},
};

static bool has_word(const char *words, const char *word) {
    size_t len = strlen(word);
    for (const char *at = words; *at; at += strcspn(at, " "), at += strspn(at, " "))
        if (strcspn(at, " ") == len && memcmp(at, word, len) == 0)
            return true;
    return false;
}

const char *labels_list_codes(const char *lijst) {
    for (size_t i = 0; i < LIST_COUNT; i++)
        if (strcmp(lists[i].lijst, lijst) == 0)
            return lists[i].codes;
    BUG("unknown list of codes");
}

bool labels_list_has(const char *lijst, const char *code) {
    return has_word(labels_list_codes(lijst), code);
}

static struct code *find_code(const struct labels *labels, const char *lijst, const char *code) {
    for (size_t i = 0; i < labels->codes.len; i++)
        if (strcmp(labels->codes.data[i].label.lijst, lijst) == 0 &&
            strcmp(labels->codes.data[i].label.code, code) == 0)
            return &labels->codes.data[i];
    return NULL;
}

static bool check_code(const struct template_row *row, struct error *err) {
    const char *names[LIST_COUNT];
    size_t list;
    for (size_t i = 0; i < LIST_COUNT; i++)
        names[i] = lists[i].lijst;
    if (!template_word(row, CODE_LIJST, names, LIST_COUNT, &list, err))
        return false;
    return has_word(lists[list].codes, row->cell[CODE_CODE]) ||
           template_mistake(row, CODE_CODE, err, "“%s” hoort niet in de lijst %s; verwacht een van: %s",
                            row->cell[CODE_CODE], lists[list].lijst, lists[list].codes);
}

static bool read_code(void *context, const struct template_row *row, struct error *err) {
    struct labels *labels = context;
    if (!check_code(row, err))
        return false;
    struct arena *arena = &labels->arena;
    struct code *code = find_code(labels, row->cell[CODE_LIJST], row->cell[CODE_CODE]);
    if (!code) {
        VEC_PUSH(labels->codes, (struct code){0});
        code = &labels->codes.data[labels->codes.len - 1];
    }
    if (!labels_once(&code->line, row, CODE_CODE, err))
        return false;
    code->label = (struct code_label){
        .lijst = arena_strdup(arena, row->cell[CODE_LIJST]),
        .code = arena_strdup(arena, row->cell[CODE_CODE]),
        .label = arena_strdup(arena, row->cell[CODE_LABEL]),
        .uitleg = arena_strdup(arena, row->cell[CODE_UITLEG]),
    };
    return true;
}

size_t labels_count(const struct labels *labels, const char *lijst) {
    size_t count = 0;
    for (size_t i = 0; i < labels->codes.len; i++)
        count += strcmp(labels->codes.data[i].label.lijst, lijst) == 0;
    return count;
}

const struct code_label *labels_code(const struct labels *labels, const char *lijst, size_t index) {
    for (size_t i = 0; i < labels->codes.len; i++)
        if (strcmp(labels->codes.data[i].label.lijst, lijst) == 0 && index-- == 0)
            return &labels->codes.data[i].label;
    BUG("no such code in this list");
}

const char *labels_find(const struct labels *labels, const char *lijst, const char *code) {
    const struct code *found = find_code(labels, lijst, code);
    return found ? found->label.label : code;
}

/* ---- loading ---- */

bool labels_once(unsigned long *line, const struct template_row *row, size_t column, struct error *err) {
    if (*line != 0)
        return template_mistake(row, column, err, "“%s” staat al op regel %lu; verwacht elke rij één keer",
                                row->cell[column], *line);
    *line = row->line;
    return true;
}

/* Lines are those of the file being read: the next file may have each row again. */
static void forget_lines(struct labels *labels) {
    memset(labels->maat_line, 0, sizeof labels->maat_line);
    memset(labels->text_line, 0, sizeof labels->text_line);
    for (size_t i = 0; i < labels->codes.len; i++)
        labels->codes.data[i].line = 0;
}

static bool read_set(struct labels *labels, const struct template_dirs *dirs, bool complete, struct error *err) {
    static const struct {
        const char *name;
        const struct template_column *columns;
        size_t count;
        bool (*each)(void *context, const struct template_row *row, struct error *err);
    } files[] = {
        {"maten.csv", maat_columns, MAAT_COLUMNS, read_maat},
        {"uitsplitsingen.csv", code_columns, CODE_COLUMNS, read_code},
        {"teksten.csv", text_columns, TEXT_COLUMNS, labels_read_text},
        {"uitvraag.csv", text_columns, TEXT_COLUMNS, labels_read_text},
        {"opvolging.csv", text_columns, TEXT_COLUMNS, labels_read_text},
    };
    forget_lines(labels);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        const char *path = template_path(dirs, files[i].name, &labels->arena);
        if ((complete || access(path, F_OK) == 0) &&
            !template_read(path, files[i].columns, files[i].count, files[i].each, labels, err))
            return false;
    }
    return true;
}

static bool check_complete(const struct labels *labels, struct error *err) {
    for (size_t m = 0; m < measure_count; m++)
        if (!labels->maat[m].label)
            return error_set(err, "maten.csv: de maat “%s” ontbreekt; verwacht een rij voor elke maat",
                             measures[m].code);
    for (size_t i = 0; i < LIST_COUNT; i++) {
        for (const char *at = lists[i].codes; *at; at += strspn(at, " ")) {
            char code[32] = "";
            size_t len = strcspn(at, " ");
            memcpy(code, at, len < sizeof code ? len : sizeof code - 1);
            if (!find_code(labels, lists[i].lijst, code))
                return error_set(err, "uitsplitsingen.csv: de code “%s” van de lijst %s ontbreekt; verwacht een rij",
                                 code, lists[i].lijst);
            at += len;
        }
    }
    return labels_check_texts(labels, err);
}

struct labels *labels_load(const struct template_dirs *dirs, struct error *err) {
    struct labels *labels = mem_calloc(1, sizeof *labels);
    arena_init(&labels->arena);
    struct template_dirs shipped = {.shipped = dirs->shipped};
    struct template_dirs own = {.shipped = dirs->own};
    if (read_set(labels, &shipped, true, err) && (!dirs->own || read_set(labels, &own, false, err)) &&
        check_complete(labels, err))
        return labels;
    labels_free(labels);
    return NULL;
}

void labels_free(struct labels *labels) {
    if (!labels)
        return;
    VEC_FREE(labels->codes);
    arena_release(&labels->arena);
    free(labels);
}
