/*
 * The parts of one measure over the periods: classes, reasons, link categories.  See tables.h.
 */
#include <string.h>

#include "reports/sheets/tables.h"

static struct parts parts_new(const struct sheet_context *context, size_t count) {
    return (struct parts){
        .codes = arena_alloc(context->arena, count * sizeof(const char *)),
        .labels = arena_alloc(context->arena, count * sizeof(const char *)),
        .count = count,
    };
}

struct parts parts_of_list(const struct sheet_context *context, const char *lijst) {
    struct parts parts = parts_new(context, labels_count(context->labels, lijst));
    for (size_t i = 0; i < parts.count; i++) {
        const struct code_label *label = labels_code(context->labels, lijst, i);
        parts.codes[i] = label->code;
        parts.labels[i] = label->label;
    }
    return parts;
}

struct parts parts_of_klassen(const struct sheet_context *context, const struct klassen *klassen, bool percent) {
    struct parts parts = parts_new(context, klassen->aantal);
    for (size_t i = 0; i < parts.count; i++) {
        parts.codes[i] = klassen->klasse[i].naam;
        parts.labels[i] = labels_klasse(context->labels, context->arena, &klassen->klasse[i], percent);
    }
    return parts;
}

enum { PERIODS_MAX = 24 };

/* The periods in which anything of the measure is known. */
struct known {
    size_t period[PERIODS_MAX];
    size_t count;
    bool present; /* any figure at all */
};

static struct known known_periods(const struct sheet_context *context, const struct split_spec *spec,
                                  struct parts parts, struct group part) {
    struct known known = {0};
    size_t periods = view_periods(context->view);
    for (size_t p = periods > PERIODS_MAX ? periods - PERIODS_MAX : 0; p < periods; p++) {
        bool any = false;
        for (size_t i = 0; i < parts.count; i++) {
            struct value value = view_value(context->view, p, spec->maat, parts.codes[i], part);
            any |= value.status != VALUE_UNKNOWN;
            known.present |= value.present;
        }
        if (any)
            known.period[known.count++] = p;
    }
    return known;
}

static bool part_present(const struct sheet_context *context, const struct split_spec *spec, const char *code,
                         const struct known *known, struct group part) {
    for (size_t i = 0; i < known->count; i++)
        if (view_value(context->view, known->period[i], spec->maat, code, part).present)
            return true;
    return false;
}

static bool has_region(const struct sheet_context *context) {
    return view_kind(context->view) != RECIPIENT_REGIO;
}

static struct sheet_table *make_table(const struct sheet_context *context, const struct split_spec *spec,
                                      const struct known *known) {
    struct sheet_column columns[PERIODS_MAX + 3] = {
        {.id = "deel", .header = text_of(context, spec->head), .show = SHOW_TEXT},
    };
    size_t count = 1;
    for (size_t i = 0; i < known->count; i++) {
        const char *name = view_period(context->view, known->period[i])->name;
        columns[count++] = (struct sheet_column){
            .id = name,
            .header = name,
            .show = spec->show == SHOW_COLUMN ? measure_show(spec->maat, "") : spec->show,
        };
    }
    if (spec->shares)
        columns[count++] = (struct sheet_column){
            .id = "aandeel", .header = text_of(context, TEXT_KOLOM_AANDEEL), .show = SHOW_PERCENT};
    if (spec->shares && has_region(context))
        columns[count++] = (struct sheet_column){.id = "regio:aandeel",
                                                 .header = region_header(context, text_of(context, TEXT_KOLOM_AANDEEL)),
                                                 .show = SHOW_PERCENT};
    return sheet_add_table(context->sheet, spec->id, spec->caption, columns, count);
}

struct sheet_table *table_of_parts(const struct sheet_context *context, const struct split_spec *spec,
                                   struct parts parts, struct group part) {
    struct known known = known_periods(context, spec, parts, part);
    if (!known.present)
        return NULL;
    struct sheet_table *table = make_table(context, spec, &known);
    size_t now = view_now(context->view);
    for (size_t i = 0; i < parts.count; i++) {
        const char *code = parts.codes[i];
        if (spec->leave_empty && !part_present(context, spec, code, &known, part))
            continue;
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(parts.labels[i]));
        for (size_t k = 0; k < known.count; k++)
            row_add(row, value_cell(view_value(context->view, known.period[k], spec->maat, code, part)));
        if (spec->shares)
            row_add(row, value_cell(view_share(context->view, now, spec->maat, code, part)));
        if (spec->shares && has_region(context))
            row_add(row, value_cell(view_region_share(context->view, now, spec->maat, code, part)));
    }
    return table;
}

/* Of a small recipient the shares may be withheld where counts are not. */
static bool any_share_shown(const struct sheet_context *context, const struct split_spec *spec, struct parts parts,
                            struct group part) {
    for (size_t i = 0; i < parts.count; i++) {
        struct value value = view_share(context->view, view_now(context->view), spec->maat, parts.codes[i], part);
        if (value.status == VALUE_SHOWN && value.waarde != 0)
            return true;
    }
    return false;
}

static bool is_known_now(const struct sheet_context *context, const struct split_spec *spec, struct parts parts,
                         struct group part) {
    struct known known = known_periods(context, spec, parts, part);
    return known.count > 0 && known.period[known.count - 1] == view_now(context->view);
}

void add_parts_graph(const struct sheet_context *context, enum graph_kind kind, enum graph_size size,
                     const struct split_spec *spec, struct parts parts, struct group part) {
    if (!is_known_now(context, spec, parts, part))
        return;
    struct graph *graph = sheet_add_graph(context->sheet, kind, size, spec->caption);
    graph_down(graph, spec->id, "deel");
    if (!has_region(context) || !any_share_shown(context, spec, parts, part)) {
        graph_add_column(graph, view_period(context->view, view_now(context->view))->name, SERIES_PLAIN);
        return;
    }
    graph_add_column_as(graph, "aandeel", SERIES_PLAIN, recipient_words_of(context));
    graph_add_column_as(graph, "regio:aandeel", SERIES_COMPARE, region_words(context));
}

bool any_shown(const struct sheet_context *context, const char *maat, const char *uitsplitsing) {
    for (size_t period = 0; period < view_periods(context->view); period++) {
        struct value value = view_value(context->view, period, maat, uitsplitsing, (struct group){0});
        if (value.status == VALUE_SHOWN && value.waarde != 0)
            return true;
    }
    return false;
}

bool all_shown(const struct sheet_context *context, const char *maat, const char *uitsplitsing) {
    for (size_t period = 0; period < view_periods(context->view); period++)
        if (view_value(context->view, period, maat, uitsplitsing, (struct group){0}).status == VALUE_WITHHELD)
            return false;
    return any_shown(context, maat, uitsplitsing);
}

void add_provisional_note(const struct sheet_context *context) {
    size_t now = view_now(context->view);
    if (view_provisional(context->view, now))
        sheet_add_note(context->sheet, text_with(context, TEXT_VOORLOPIG, {"periode", period_words(context, now)}));
}
