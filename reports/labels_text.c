/*
 * Sentences, with places such as {periode} that are filled in.  Invariant: a text names no place that is never filled
 * in, so that no reader meets a brace.  Called by labels.c and by everything that writes words on a sheet.
 */
#include <stdlib.h>
#include <string.h>

#include "etl/base/buf.h"
#include "reports/book/shown.h"
#include "reports/labels_parts.h"

static const struct {
    const char *key;
    const char *places;
} specs[TEXT_COUNT] = {
#define TEXT_SPEC(id, key, places) {key, places},
    TEXTS(TEXT_SPEC)
#undef TEXT_SPEC
};

enum { SLEUTEL, TEKST };

const struct template_column text_columns[TEXT_COLUMNS] = {
    [SLEUTEL] = {"sleutel", true},
    [TEKST] = {"tekst", true},
};

/* ---- places ---- */

/* The {name} that begins at `at`: its length without braces, 0 when there is none. */
static size_t place_length(const char *at) {
    size_t len = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz_");
    return at[0] == '{' && at[len + 1] == '}' ? len : 0;
}

const char *fill_places(struct arena *arena, const char *text, const struct fill *fills) {
    struct buf out = {0};
    buf_puts(&out, "");
    for (const char *at = text; *at;) {
        size_t len = place_length(at);
        const struct fill *fill = fills;
        while (len > 0 && fill->name && (strlen(fill->name) != len || memcmp(fill->name, at + 1, len) != 0))
            fill++;
        if (len > 0 && fill->name) {
            buf_puts(&out, fill->value);
            at += len + 2;
        } else {
            buf_putc(&out, *at++);
        }
    }
    const char *filled = arena_strndup(arena, out.data ? out.data : "", out.len);
    buf_release(&out);
    return filled;
}

const char *unknown_place(struct arena *arena, const char *text, const char *names) {
    for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{')) {
        size_t len = place_length(at);
        bool known = false;
        for (const char *name = names; len > 0 && *name && !known; name += strspn(name, " ")) {
            known = strcspn(name, " ") == len && memcmp(name, at + 1, len) == 0;
            name += strcspn(name, " ");
        }
        if (!known)
            return arena_strndup(arena, at, len > 0 ? len + 2 : 1);
    }
    return NULL;
}

/* ---- teksten.csv ---- */

bool labels_read_text(void *context, const struct template_row *row, struct error *err) {
    struct labels *labels = context;
    size_t i = 0;
    while (i < TEXT_COUNT && strcmp(specs[i].key, row->cell[SLEUTEL]) != 0)
        i++;
    if (i == TEXT_COUNT)
        return template_mistake(row, SLEUTEL, err,
                                "“%s” is geen tekst van dit programma; verwacht een sleutel als “%s”",
                                row->cell[SLEUTEL], specs[0].key);
    const char *place = unknown_place(&labels->arena, row->cell[TEKST], specs[i].places);
    if (place)
        return template_mistake(row, TEKST, err, "“%s” kan hier niet worden ingevuld; verwacht %s%s", place,
                                specs[i].places[0] ? "tussen accolades alleen: " : "een tekst zonder accolades",
                                specs[i].places);
    labels->text[i] = arena_strdup(&labels->arena, row->cell[TEKST]);
    return labels_once(&labels->text_line[i], row, SLEUTEL, err);
}

bool labels_check_texts(const struct labels *labels, struct error *err) {
    for (size_t i = 0; i < TEXT_COUNT; i++)
        if (!labels->text[i])
            return error_set(err, "teksten.csv: de sleutel “%s” ontbreekt; verwacht een rij voor elke tekst",
                             specs[i].key);
    return true;
}

const char *labels_text(const struct labels *labels, enum text text) {
    return labels->text[text];
}

const char *labels_fill(const struct labels *labels, struct arena *arena, enum text text, const struct fill *fills) {
    return fill_places(arena, labels->text[text], fills);
}

/* ---- made up from texts ---- */

const char *labels_period(const struct labels *labels, struct arena *arena, const struct period *period) {
    static const enum text halves[] = {TEXT_PERIODE_H1, TEXT_PERIODE_H2};
    static const enum text quarters[] = {TEXT_PERIODE_Q1, TEXT_PERIODE_Q2, TEXT_PERIODE_Q3, TEXT_PERIODE_Q4};
    enum text text = period->parts == 2   ? halves[period->number - 1]
                     : period->parts == 4 ? quarters[period->number - 1]
                                          : TEXT_PERIODE_JAAR;
    const struct fill fills[] = {{"jaar", arena_printf(arena, "%d", period->year)}, {NULL, NULL}};
    return labels_fill(labels, arena, text, fills);
}

/* 0.5 as "0,5" or "50%": without decimals that say nothing. */
static const char *bound_text(struct arena *arena, int64_t micros, bool percent) {
    enum { MICRO = 1000000 };
    int64_t shown = percent ? micros * 100 : micros;
    struct cell cell = cell_micros(shown);
    struct buf out = {0};
    shown_put(&out, &cell, shown % MICRO == 0 ? SHOW_COUNT : shown % (MICRO / 10) == 0 ? SHOW_DECIMAL : SHOW_DECIMAL2);
    if (percent)
        buf_putc(&out, '%');
    const char *text = arena_strndup(arena, out.data, out.len);
    buf_release(&out);
    return text;
}

const char *labels_klasse(const struct labels *labels, struct arena *arena, const struct klasse *klasse, bool percent) {
    static const enum text both[2][2] = {{TEXT_KLASSE_MEER_MINDER, TEXT_KLASSE_MEER_TOT_EN_MET},
                                         {TEXT_KLASSE_VANAF_TOT, TEXT_KLASSE_VANAF_TOT_EN_MET}};
    static const enum text upper[2] = {TEXT_KLASSE_MINDER, TEXT_KLASSE_TOT_EN_MET};
    static const enum text lower[2] = {TEXT_KLASSE_MEER, TEXT_KLASSE_VANAF};
    bool has_lower = klasse->onder != AMOUNT_NONE;
    bool has_upper = klasse->boven != AMOUNT_NONE;
    if (!has_lower && has_upper && klasse->boven == 0)
        return labels_text(labels, TEXT_KLASSE_NIETS);
    if (!has_lower && !has_upper)
        return labels_text(labels, TEXT_KLASSE_ALLE);
    const struct fill fills[] = {
        {"onder", has_lower ? bound_text(arena, klasse->onder, percent) : ""},
        {"boven", has_upper ? bound_text(arena, klasse->boven, percent) : ""},
        {NULL, NULL},
    };
    enum text text = has_lower && has_upper ? both[klasse->onder_telt][klasse->boven_telt]
                     : has_upper            ? upper[klasse->boven_telt]
                                            : lower[klasse->onder_telt];
    return labels_fill(labels, arena, text, fills);
}
