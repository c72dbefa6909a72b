/*
 * The templates that decide what the workbooks look like: which sheets (bladen.csv), which key figures with which
 * signal (kerncijfers.csv), which points to talk about (gesprekspunten.csv), colours and names (weergave.csv), and the
 * words (reports/labels.h).
 *
 * A set of one's own may leave out any of these files; a file of it counts as a whole.
 */
#ifndef WMO_REPORTS_SHEETS_TEMPLATES_H
#define WMO_REPORTS_SHEETS_TEMPLATES_H

#include "etl/base/arena.h"
#include "etl/base/error.h"
#include "etl/base/vec.h"
#include "reports/labels.h"
#include "reports/quantity.h"
#include "reports/view.h"

/* What the kinds of books are called in templates. */
extern const char *const recipient_words[RECIPIENT_KINDS];

/* A row of bladen.csv; titel and samenvatting may have the places {naam} and {periode}. */
struct blad {
    const char *id;
    const char *tab;
    const char *titel;
    const char *samenvatting;
    bool in[RECIPIENT_KINDS];
    bool leave_out; /* when there is nothing to show; else the sheet says so */
};

/* Where a quantity stands: at or beyond the bounds it asks for attention, or is bad. */
enum { BOUND_BAD_LOW, BOUND_LOW, BOUND_HIGH, BOUND_BAD_HIGH, BOUNDS };

struct key_figure {
    enum recipient_kind kind;
    const char *label; /* NULL: as the measure */
    struct quantity quantity;
    int64_t bound[BOUNDS]; /* millionths, AMOUNT_NONE for none */
    const char *low;       /* words for below, within and above the bounds; "" for no signal */
    const char *good;
    const char *high;
    const char *blad; /* the sheet that says more, "" for none */
};

/* Of which groups of a recipient a rule is asked. */
enum rule_group { RULE_TOTAL, RULE_PERCEEL, RULE_PRODUCT, RULE_GEMEENTE };

struct talking_rule {
    const char *code;
    struct quantity quantity;
    enum rule_group group;
    bool above;    /* it is a point above the limit, else below it */
    int64_t limit; /* millionths */
    int64_t least_clients;
    int64_t weight; /* 1 … 10 */
    const char *sentence;
};

struct looks {
    uint32_t accent; /* 0xRRGGBB */
    const char *font;
    const char *logo; /* path, NULL for none */
    const char *sender;
    const char *confidential;
};

struct sheet_templates {
    struct arena arena;
    struct labels *labels;
    VEC(struct blad) bladen; /* in the order of the workbooks */
    VEC(struct key_figure) key_figures;
    VEC(struct talking_rule) rules;
    struct looks looks;
};

/* False with file, line and what was expected (exit status 2). To be released in both cases. */
bool sheet_templates_load(struct sheet_templates *templates, const struct template_dirs *dirs, struct error *err);
void sheet_templates_release(struct sheet_templates *templates);

/* The files with rules, for templates.c. */
bool key_figures_load(struct sheet_templates *templates, const struct template_dirs *dirs, struct error *err);
bool talking_rules_load(struct sheet_templates *templates, const struct template_dirs *dirs, struct error *err);

#endif
