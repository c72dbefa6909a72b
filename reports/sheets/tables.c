/*
 * Building the tables of tables.h.  Invariant: a row is made only when some cell in it is a figure, so that nothing
 * stands on a sheet of which nothing is known.
 */
#include "reports/sheets/tables.h"

#include <stdlib.h>

#include "etl/base/error.h"

/* The columns that say what a row is about. */
struct heads {
    struct sheet_column columns[TABLE_COLUMNS_MAX + 4];
    const struct measure_column *measure[TABLE_COLUMNS_MAX + 4];
    size_t count;
    size_t first; /* of the measures */
};

static void head_add(struct heads *heads, const char *id, const char *header, enum show show) {
    heads->columns[heads->count++] = (struct sheet_column){.id = id, .header = header, .show = show};
    heads->first = heads->count;
}

/* A judgement stands in words. */
static enum show column_show(const char *maat, const char *uitsplitsing) {
    return is_judgement(maat) ? SHOW_TEXT : measure_show(maat, uitsplitsing);
}

static void heads_add_measures(const struct sheet_context *context, struct heads *heads, const struct table_spec *spec,
                               bool months) {
    for (size_t i = 0; i < spec->count; i++) {
        const struct measure_column *column = &spec->columns[i];
        const char *uitsplitsing = months ? "" : column->uitsplitsing;
        if (column->region && !view_compares(context->view, column->maat, uitsplitsing))
            continue;
        const char *header = spec->short_heads ? labels_maat(context->labels, column->maat)->kop
                                               : measure_header(context, column->maat, uitsplitsing);
        const char *id = measure_id(context, column->maat, uitsplitsing);
        if (column->region) {
            header = region_header(context, header);
            id = arena_printf(context->arena, "regio:%s", id);
        }
        heads->measure[heads->count] = column;
        heads->columns[heads->count++] =
            (struct sheet_column){.id = id, .header = header, .show = column_show(column->maat, uitsplitsing)};
    }
}

static struct value column_value(const struct sheet_context *context, const struct measure_column *column,
                                 const char *uitsplitsing, size_t period, struct group part) {
    return column->region ? view_region(context->view, period, column->maat, uitsplitsing, part)
                          : view_value(context->view, period, column->maat, uitsplitsing, part);
}

/* The values of one row; `known`: any own figure that is not unknown, `present`: any that is there. */
struct values {
    struct value value[TABLE_COLUMNS_MAX + 4];
    bool known;
    bool present;
};

static void row_values(struct values *values, const struct sheet_context *context, const struct heads *heads,
                       const char *month, size_t period, struct group part) {
    *values = (struct values){0};
    for (size_t i = heads->first; i < heads->count; i++) {
        const struct measure_column *column = heads->measure[i];
        values->value[i] = column_value(context, column, month ? month : column->uitsplitsing, period, part);
        if (column->region)
            continue;
        values->known |= values->value[i].status != VALUE_UNKNOWN;
        values->present |= values->value[i].present;
    }
}

static void row_add_values(const struct sheet_context *context, struct sheet_row *row, const struct heads *heads,
                           const struct values *values) {
    for (size_t i = heads->first; i < heads->count; i++)
        row_add(row, measure_cell(context, heads->measure[i]->maat, values->value[i]));
}

static struct sheet_table *make_table(const struct sheet_context *context, struct sheet_table *table, const char *id,
                                      enum text caption, const struct heads *heads) {
    if (table)
        return table;
    return sheet_add_table(context->sheet, id, text_of(context, caption), heads->columns, heads->count);
}

/* ---- periods and months ---- */

struct sheet_table *table_of_periods(const struct sheet_context *context, const struct table_spec *spec,
                                     struct group part) {
    struct heads heads = {0};
    struct sheet_table *table = NULL;
    head_add(&heads, "periode", text_of(context, TEXT_KOLOM_PERIODE), SHOW_TEXT);
    heads_add_measures(context, &heads, spec, false);
    bool present = false;
    struct values values;
    for (size_t period = 0; period < view_periods(context->view); period++) {
        row_values(&values, context, &heads, NULL, period, part);
        present |= values.present;
    }
    for (size_t period = 0; present && period < view_periods(context->view); period++) {
        row_values(&values, context, &heads, NULL, period, part);
        if (!values.known)
            continue;
        table = make_table(context, table, spec->id, spec->caption, &heads);
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(view_period(context->view, period)->name));
        row_add_values(context, row, &heads, &values);
        if (spec->provisional && view_provisional(context->view, period))
            row_mark_provisional(row);
    }
    return table;
}

struct sheet_table *table_of_months(const struct sheet_context *context, const struct table_spec *spec) {
    struct heads heads = {0};
    struct sheet_table *table = NULL;
    head_add(&heads, "maand", text_of(context, TEXT_KOLOM_MAAND), SHOW_MONTH);
    heads_add_measures(context, &heads, spec, true);
    for (size_t p = 0; p < view_periods(context->view); p++) {
        const struct period *period = view_period(context->view, p);
        for (int m = 0; m < period_months(period); m++) {
            date_t begin;
            date_t end;
            period_month(period, m, &begin, &end);
            struct civil day = date_to_civil(begin);
            const char *month = arena_printf(context->arena, "%04d-%02d", day.year, day.month);
            struct values values;
            row_values(&values, context, &heads, month, p, (struct group){0});
            if (!values.present)
                continue;
            table = make_table(context, table, spec->id, spec->caption, &heads);
            struct sheet_row *row = table_add_row(table);
            row_add(row, cell_month(day.year, day.month));
            row_add_values(context, row, &heads, &values);
            if (view_day_provisional(context->view, end))
                row_mark_provisional(row);
        }
    }
    return table;
}

/* ---- members of a dimension ---- */

static void add_member_heads(const struct sheet_context *context, struct heads *heads, enum dimension dimension) {
    switch (dimension) {
    case DIMENSION_PERCEEL: head_add(heads, "perceel", text_of(context, TEXT_KOLOM_PERCEEL), SHOW_TEXT); return;
    case DIMENSION_PRODUCT:
        head_add(heads, "naam", text_of(context, TEXT_KOLOM_PRODUCT), SHOW_TEXT);
        head_add(heads, "productcode", text_of(context, TEXT_KOLOM_PRODUCTCODE), SHOW_TEXT);
        head_add(heads, "contract", text_of(context, TEXT_KOLOM_CONTRACT), SHOW_TEXT);
        head_add(heads, "eenheid", text_of(context, TEXT_KOLOM_EENHEID), SHOW_TEXT);
        return;
    case DIMENSION_GEMEENTE:
        head_add(heads, "naam", text_of(context, TEXT_KOLOM_GEMEENTE), SHOW_TEXT);
        head_add(heads, "gemeentecode", text_of(context, TEXT_KOLOM_CODE), SHOW_TEXT);
        return;
    case DIMENSION_AANBIEDER:
        head_add(heads, "naam", text_of(context, TEXT_KOLOM_AANBIEDER), SHOW_TEXT);
        head_add(heads, "aanbiedercode", text_of(context, TEXT_KOLOM_CODE), SHOW_TEXT);
        head_add(heads, "gecontracteerd", text_of(context, TEXT_KOLOM_GECONTRACTEERD), SHOW_TEXT);
        return;
    }
    BUG("unknown dimension");
}

static void row_add_member(const struct sheet_context *context, struct sheet_row *row, enum dimension dimension,
                           uint16_t member) {
    row_add(row, cell_text(member_name(context, dimension, member)));
    if (dimension != DIMENSION_PERCEEL)
        row_add(row, cell_text(view_code(context->view, dimension, member)));
    if (dimension == DIMENSION_AANBIEDER)
        row_add(row,
                cell_text(text_of(context, view_contracted(context->view, member) ? TEXT_WOORD_JA : TEXT_WOORD_NEE)));
    if (dimension != DIMENSION_PRODUCT)
        return;
    const struct product *product = view_product(context->view, member);
    row_add(row, cell_text(labels_find(context->labels, "contract", product->oud ? "oud" : "nieuw")));
    row_add(row, cell_text(labels_find(context->labels, "eenheid", eenheid_name(product->eenheid))));
}

/* The recipient as a whole; distinct counts do not add up to it, so it is a figure of its own. */
static void add_total(const struct sheet_context *context, struct sheet_table *table, const struct heads *heads) {
    struct values values;
    row_values(&values, context, heads, NULL, view_now(context->view), (struct group){0});
    if (!values.present)
        return;
    struct sheet_row *row = table_add_total(table);
    row_add(row, cell_text(text_of(context, TEXT_KOLOM_TOTAAL)));
    for (size_t i = 1; i < heads->first; i++)
        row_add(row, cell_empty());
    row_add_values(context, row, heads, &values);
}

/* A member with something to show, and what it is sorted by. */
struct listed {
    uint16_t member;
    bool shown;
    exact_t size;
};

/* The largest first; what is withheld comes last in order of code, so that the order does not tell it. */
static int compare_listed(const void *a, const void *b) {
    const struct listed *x = a;
    const struct listed *y = b;
    if (x->shown != y->shown)
        return x->shown ? -1 : 1;
    if (x->shown && x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return x->member < y->member ? -1 : 1;
}

/* The members with a figure, in the order of the table; their number. */
static size_t list_members(const struct sheet_context *context, const struct table_spec *spec,
                           const struct heads *heads, enum dimension dimension, struct listed *list) {
    size_t count = 0;
    for (uint16_t member = 1; member <= view_members(context->view, dimension); member++) {
        struct values values;
        row_values(&values, context, heads, NULL, view_now(context->view), view_part(context->view, dimension, member));
        const struct value *first = &values.value[heads->first];
        if (values.present)
            list[count++] = (struct listed){member, first->status == VALUE_SHOWN, first->waarde};
    }
    if (spec->largest_first && count > 1)
        qsort(list, count, sizeof *list, compare_listed);
    return count;
}

struct sheet_table *table_of_members(const struct sheet_context *context, const struct table_spec *spec,
                                     enum dimension dimension) {
    struct heads heads = {0};
    add_member_heads(context, &heads, dimension);
    heads_add_measures(context, &heads, spec, false);
    struct listed *list = arena_alloc(context->arena, view_members(context->view, dimension) * sizeof *list);
    size_t count = list_members(context, spec, &heads, dimension, list);
    if (count == 0)
        return NULL;
    struct sheet_table *table = make_table(context, NULL, spec->id, spec->caption, &heads);
    for (size_t i = 0; i < count; i++) {
        struct group part = view_part(context->view, dimension, list[i].member);
        struct values values;
        row_values(&values, context, &heads, NULL, view_now(context->view), part);
        struct sheet_row *row = table_add_row(table);
        row_add_member(context, row, dimension, list[i].member);
        row_add_values(context, row, &heads, &values);
    }
    if (dimension != DIMENSION_PRODUCT)
        add_total(context, table, &heads);
    return table;
}
