/*
 * What every sheet is built with.  A sheet is one file with one `const struct sheet_def`, a row in registry.c and a row
 * in templates/bladen.csv; all it knows comes from its context.
 */
#ifndef WMO_REPORTS_SHEETS_SHEET_H
#define WMO_REPORTS_SHEETS_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "reports/book/graph.h"
#include "reports/book/model.h"
#include "reports/labels.h"
#include "reports/settings.h"
#include "reports/sheets/templates.h"
#include "reports/view.h"
#include "reports/view_names.h"

struct sheet_context {
    const struct view *view;
    const struct settings *settings;
    const struct labels *labels;
    const struct sheet_templates *templates;
    const char *version;      /* of the program */
    const char *input_digest; /* one sum for all input files */
    struct book *book;
    struct sheet *sheet; /* the one being built */
    struct arena *arena; /* for words made up on the way: the book copies what it is given */
};

struct sheet_def {
    const char *id;                                           /* as in bladen.csv */
    unsigned kinds;                                           /* in which books it can be: KIND(…) | … */
    bool internal;                                            /* never in public: it is about aanbieders */
    bool (*has_content)(const struct sheet_context *context); /* NULL: always */
    void (*build)(const struct sheet_context *context);
};

#define KIND(kind) (1U << RECIPIENT_##kind)
#define KIND_ALL (KIND(AANBIEDER) | KIND(GEMEENTE) | KIND(REGIO))

/* ---- words ---- */

const char *text_of(const struct sheet_context *context, enum text id);

/* text_with(c, TEXT_…, {"periode", …}, {"aantal", …}) */
#define text_with(context, id, ...)                                                                                    \
    labels_fill((context)->labels, (context)->arena, (id), (const struct fill[]){__VA_ARGS__, {NULL, NULL}})

/* A value as a reader sees it, for sentences. */
const char *shown_text(const struct sheet_context *context, struct cell cell, enum show show);
const char *date_words(const struct sheet_context *context, date_t date);
const char *count_words(const struct sheet_context *context, int64_t count);
const char *percent_words(const struct sheet_context *context, int64_t micros);

/* "eerste halfjaar 2026" of a period by its place. */
const char *period_words(const struct sheet_context *context, size_t period);

/* That there is nothing.  In public what is too little to show looks the same, so that it says either. */
const char *nothing_words(const struct sheet_context *context, enum text id);

void add_heading(const struct sheet_context *context, enum text id);
void add_text(const struct sheet_context *context, enum text id);
void add_note(const struct sheet_context *context, enum text id);

/* How charts call the recipient and what is beside it. */
const char *recipient_words_of(const struct sheet_context *context);
const char *region_words(const struct sheet_context *context);

/* Labels begin with a capital; behind a colon or comma they do not. */
const char *lower_first(const struct sheet_context *context, const char *label);

/* "0 of meer": what an indicator can be. */
const char *bounds_words(const struct sheet_context *context, const struct indicator *indicator);

/* The name of a member: of a perceel its label. */
const char *member_name(const struct sheet_context *context, enum dimension dimension, uint16_t member);

/* ---- values ---- */

/* How a measure is shown. */
enum show measure_show(const char *maat, const char *uitsplitsing);

struct cell value_cell(struct value value);

/* As value_cell, with decimals only where there are any. */
struct cell plain_cell(struct value value);

/* A measure that judges (voorveld_status) and so is shown in words. */
bool is_judgement(const char *maat);

/* As value_cell; a judgement in words. */
struct cell measure_cell(const struct sheet_context *context, const char *maat, struct value value);

/* "Besluit – start: mediaan" as the head of a column, and in full as the head of a row. */
const char *measure_header(const struct sheet_context *context, const char *maat, const char *uitsplitsing);
const char *measure_label(const struct sheet_context *context, const char *maat, const char *uitsplitsing);

/* The same of the region beside it: "Benutting, regio". */
const char *region_header(const struct sheet_context *context, const char *header);

/* "maat" or "maat/uitsplitsing": the id of a column. */
const char *measure_id(const struct sheet_context *context, const char *maat, const char *uitsplitsing);

#endif
