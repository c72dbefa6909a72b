/*
 * The words that users read: names of measures, classes and codes, and all sentences, from templates/.
 *
 * maten.csv, uitsplitsingen.csv, teksten.csv, uitvraag.csv and opvolging.csv of a set of one's own need not be
 * complete: a row that they leave out is the shipped one.  A row that nothing asks for is a mistake (exit status 2).
 */
#ifndef WMO_REPORTS_LABELS_H
#define WMO_REPORTS_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/arena.h"
#include "etl/base/error.h"
#include "reports/period.h"
#include "reports/settings.h"
#include "reports/texts.h"

struct maat_label {
    const char *label;   /* "Kosten per cliënt": key figures, Toelichting */
    const char *kop;     /* head of a column */
    const char *eenheid; /* of what the number is */
    const char *uitleg;  /* a sentence */
    const char *bron;    /* the tables that it comes from */
};

struct code_label {
    const char *lijst;
    const char *code;
    const char *label;
    const char *uitleg; /* "" when the label says it all */
};

struct labels; /* const once loaded */

/* NULL with file, line and what was expected when a template is wrong. */
struct labels *labels_load(const struct template_dirs *dirs, struct error *err);
void labels_free(struct labels *labels);

/* Of a measure of the registry. */
const struct maat_label *labels_maat(const struct labels *labels, const char *maat);

/* The list of uitsplitsingen.csv that a measure is split by, NULL when it is none of these. */
const char *labels_list_of(const char *maat);

/* The codes that a list must have, separated by spaces; and whether a code is one of them. */
const char *labels_list_codes(const char *lijst);
bool labels_list_has(const char *lijst, const char *code);

/* The codes of a list, in the order of the file. */
size_t labels_count(const struct labels *labels, const char *lijst);
const struct code_label *labels_code(const struct labels *labels, const char *lijst, size_t index);

/* What a code is called; the code itself when the list does not have it. */
const char *labels_find(const struct labels *labels, const char *lijst, const char *code);

const char *labels_text(const struct labels *labels, enum text text);

/* A text with its places filled in: pairs of name and value, ended by a NULL name. */
struct fill {
    const char *name;
    const char *value;
};
const char *labels_fill(const struct labels *labels, struct arena *arena, enum text text, const struct fill *fills);

/* "eerste halfjaar 2026". */
const char *labels_period(const struct labels *labels, struct arena *arena, const struct period *period);

/* The bounds of a class in words: "meer dan 1 t/m 3"; as percentages when `percent`. */
const char *labels_klasse(const struct labels *labels, struct arena *arena, const struct klasse *klasse, bool percent);

/* Replaces every {name} of a text; a name without a value stays as it is.  For sentences of other templates. */
const char *fill_places(struct arena *arena, const char *text, const struct fill *fills);

/* The first {name} of a text that is not among `names` (separated by spaces), in the arena; NULL when all are. */
const char *unknown_place(struct arena *arena, const char *text, const char *names);

#endif
