/*
 * The form in which an aanbieder states its managementinformatie: what in it is code, so that it is found again
 * wherever it stands.  Written by reports/uitvraag*.c, read by xlsx_form.c.
 *
 * Invariant: the words below are the format; changing one makes forms that are out in the world unreadable.
 */
#ifndef WMO_ETL_FORM_H
#define WMO_ETL_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/buf.h"
#include "etl/dataset.h"

/* What the form says about itself: a label, and in the next filled cell of its row the value. */
#define FORM_LABELS(X)                                                                                                 \
    X(MARK, "Formulier")                                                                                               \
    X(AANBIEDER, "Aanbiedercode")                                                                                      \
    X(PERIODE, "Periode")                                                                                              \
    X(CATALOGUS, "Lijst van indicatoren")                                                                              \
    X(VRAGEN, "Aantal vragen")                                                                                         \
    X(CONTROLE, "Controlecode")

#define FORM_LABEL_ENUM(id, text) FORM_LABEL_##id,
enum form_label { FORM_LABELS(FORM_LABEL_ENUM) FORM_LABEL_COUNT };
#undef FORM_LABEL_ENUM

extern const char *const form_labels[FORM_LABEL_COUNT];

/* The value of FORM_LABEL_MARK; a later format gets another. */
#define FORM_MARK "wmo-mi uitvraag 1"

/* Headers of the columns that are read, on every sheet with questions. */
enum form_column {
    FORM_COLUMN_CODE,
    FORM_COLUMN_OPGAVE,
    FORM_COLUMN_GEMETEN,
    FORM_COLUMN_OPMERKING,
    FORM_COLUMN_COUNT
};

extern const char *const form_columns[FORM_COLUMN_COUNT];

/* What a question is about; a gemeente or perceel that is not split off is empty. */
struct form_question {
    struct slice gemeente;
    struct slice perceel;
    struct slice indicator;
};

/* Appends its code: "0405/HO/clienten", "-/-/clienten". */
void form_put_code(struct buf *out, const struct form_question *question);

/* False when the text is no code; the parts are borrowed from it. */
bool form_read_code(struct slice text, struct form_question *question);

/* Which list of indicatoren a form asks: equal for equal lists. */
enum { FORM_CODE_SIZE = 10 }; /* "1A2B-3C4D" and NUL */
void form_catalogue(const struct dataset *dataset, char code[FORM_CODE_SIZE]);

/* The check code over what the form says of itself. */
void form_check(struct slice aanbieder, struct slice periode, struct slice catalogus, struct slice vragen,
                char code[FORM_CODE_SIZE]);

#endif
