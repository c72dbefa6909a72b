/*
 * Managementinformatie: what the aanbieder says of itself, per indicator, beside the period before, the others, the
 * bounds and what was measured (measures.md 10).
 */
#include <string.h>

#include "reports/sheets/follow_up.h"
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

static bool is_regio(const struct sheet_context *c) {
    return view_kind(c->view) == RECIPIENT_REGIO;
}

/* ---- per indicator ---- */

enum { MI_COLUMNS = 10 };

static size_t mi_columns(const struct sheet_context *c, struct sheet_column columns[MI_COLUMNS]) {
    size_t now = view_now(c->view);
    size_t count = 0;
    columns[count++] =
        (struct sheet_column){.id = "indicator", .header = text_of(c, TEXT_KOLOM_INDICATOR), .show = SHOW_TEXT};
    columns[count++] = (struct sheet_column){.id = "code", .header = text_of(c, TEXT_KOLOM_CODE), .show = SHOW_TEXT};
    columns[count++] =
        (struct sheet_column){.id = "eenheid", .header = text_of(c, TEXT_KOLOM_EENHEID), .show = SHOW_TEXT};
    columns[count++] =
        (struct sheet_column){.id = "mi", .header = view_period(c->view, now)->name, .show = SHOW_DECIMAL};
    if (now > 0)
        columns[count++] = (struct sheet_column){
            .id = "mi_vorige", .header = view_period(c->view, now - 1)->name, .show = SHOW_DECIMAL};
    if (!is_regio(c)) {
        columns[count++] =
            (struct sheet_column){.id = "regio:mi", .header = text_of(c, TEXT_KOLOM_ANDEREN), .show = SHOW_DECIMAL};
        columns[count++] = (struct sheet_column){
            .id = "mi_afwijking", .header = labels_maat(c->labels, "mi_afwijking")->kop, .show = SHOW_PERCENT};
    }
    columns[count++] =
        (struct sheet_column){.id = "minimum", .header = text_of(c, TEXT_KOLOM_MINIMUM), .show = SHOW_DECIMAL};
    columns[count++] =
        (struct sheet_column){.id = "maximum", .header = text_of(c, TEXT_KOLOM_MAXIMUM), .show = SHOW_DECIMAL};
    columns[count++] =
        (struct sheet_column){.id = "signaal", .header = text_of(c, TEXT_KOLOM_SIGNAAL), .show = SHOW_TEXT};
    return count;
}

static struct cell bound_cell(int64_t bound) {
    return bound == AMOUNT_NONE ? cell_empty() : plain_cell((struct value){.status = VALUE_SHOWN, .waarde = bound});
}

/* What stands out: left out though required, beyond its bounds, or worse than the period before. */
static struct cell mi_signal(const struct sheet_context *c, const struct indicator *indicator, struct value now,
                             struct value before) {
    if (now.status == VALUE_UNKNOWN)
        return indicator->verplicht && !is_regio(c) ? cell_signal(TONE_BAD, text_of(c, TEXT_MI_ONTBREEKT))
                                                    : cell_empty();
    if (now.status != VALUE_SHOWN)
        return cell_empty();
    if (beyond_bounds(indicator, now.waarde))
        return cell_signal(TONE_BAD, text_of(c, TEXT_MI_BUITEN_GRENZEN));
    if (before.status != VALUE_SHOWN || indicator->richting == RICHTING_GEEN || now.waarde == before.waarde)
        return cell_empty();
    bool better = (now.waarde > before.waarde) == (indicator->richting == RICHTING_HOGER);
    return better ? cell_signal(TONE_GOOD, text_of(c, TEXT_MI_BETER))
                  : cell_signal(TONE_ATTENTION, text_of(c, TEXT_MI_SLECHTER));
}

static void add_indicator(const struct sheet_context *c, struct sheet_table *table, const struct indicator *indicator) {
    size_t now = view_now(c->view);
    struct group all = {0};
    struct value given = view_value(c->view, now, "mi", indicator->code, all);
    struct value before =
        now > 0 ? view_value(c->view, now - 1, "mi", indicator->code, all) : (struct value){.status = VALUE_UNKNOWN};
    if (!given.present && !before.present && !indicator->verplicht)
        return;
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text(indicator->omschrijving));
    row_add(row, cell_text(indicator->code));
    row_add(row, cell_text(indicator->eenheid));
    row_add(row, plain_cell(given));
    if (now > 0)
        row_add(row, plain_cell(before));
    if (!is_regio(c)) {
        row_add(row, view_compares(c->view, "mi", indicator->code)
                         ? value_cell(view_region(c->view, now, "mi", indicator->code, all))
                         : cell_empty());
        row_add(row, indicator->toets[0] ? value_cell(view_value(c->view, now, "mi_afwijking", indicator->code, all))
                                         : cell_empty());
    }
    row_add(row, bound_cell(indicator->minimum));
    row_add(row, bound_cell(indicator->maximum));
    row_add(row, mi_signal(c, indicator, given, before));
}

static bool delivered(const struct sheet_context *c, size_t period) {
    for (size_t i = 0; i < view_indicatoren(c->view); i++)
        if (view_value(c->view, period, "mi", view_indicator(c->view, i)->code, (struct group){0}).present)
            return true;
    return false;
}

static void add_indicators(const struct sheet_context *c) {
    struct sheet_column columns[MI_COLUMNS];
    size_t count = mi_columns(c, columns);
    struct sheet_table *table = sheet_add_table(
        c->sheet, "Mi_indicatoren", text_of(c, is_regio(c) ? TEXT_MI_REGIO : TEXT_MI_AANBIEDER), columns, count);
    for (size_t i = 0; i < view_indicatoren(c->view); i++)
        add_indicator(c, table, view_indicator(c->view, i));
}

/* ---- who did not deliver ---- */

static void add_missing(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "naam", .header = text_of(c, TEXT_KOLOM_AANBIEDER), .show = SHOW_TEXT},
        {.id = "aanbiedercode", .header = text_of(c, TEXT_KOLOM_CODE), .show = SHOW_TEXT},
        {.id = "contractmanager", .header = text_of(c, TEXT_KOLOM_CONTRACTMANAGER), .show = SHOW_TEXT},
        {.id = "clienten_periode", .header = labels_maat(c->labels, "clienten_periode")->kop, .show = SHOW_COUNT},
    };
    size_t now = view_now(c->view);
    struct sheet_table *table = sheet_add_table(c->sheet, "Mi_ontbreekt", text_of(c, TEXT_MI_NIET_GELEVERD), columns,
                                                sizeof columns / sizeof columns[0]);
    table_say_when_empty(table, text_of(c, delivered(c, now) ? TEXT_MI_ALLEN_GELEVERD : TEXT_MI_NIEMAND_GELEVERD));
    for (uint16_t member = 1; member <= view_members(c->view, DIMENSION_AANBIEDER); member++) {
        struct group part = view_part(c->view, DIMENSION_AANBIEDER, member);
        if (!view_value(c->view, now, "mi_ontbreekt", "", part).present)
            continue;
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(view_name(c->view, DIMENSION_AANBIEDER, member)));
        row_add(row, cell_text(view_code(c->view, DIMENSION_AANBIEDER, member)));
        row_add(row, cell_text(view_contractmanager(c->view, member)));
        row_add(row, value_cell(view_value(c->view, now, "clienten_periode", "", part)));
    }
}

static bool missing(const struct sheet_context *c) {
    return view_value(c->view, view_now(c->view), "mi_ontbreekt", "", (struct group){0}).present;
}

static bool has_content(const struct sheet_context *c) {
    size_t now = view_now(c->view);
    return (is_regio(c) && !view_is_public(c->view)) || delivered(c, now) || (now > 0 && delivered(c, now - 1)) ||
           missing(c);
}

static void build(const struct sheet_context *c) {
    bool public = view_is_public(c->view);
    add_text(c, public ? TEXT_MI_INTRO_OPENBAAR : is_regio(c) ? TEXT_MI_INTRO_REGIO : TEXT_MI_INTRO);
    if (!is_regio(c) && missing(c))
        sheet_add_text(c->sheet,
                       text_with(c, TEXT_MI_NOG_NIET_GELEVERD, {"periode", period_words(c, view_now(c->view))}));
    add_indicators(c);
    if (!is_regio(c))
        add_note(c, TEXT_MI_UITLEG);
    else if (!public)
        add_missing(c);
}

const struct sheet_def sheet_managementinformatie = {
    .id = "managementinformatie",
    .kinds = KIND(AANBIEDER) | KIND(REGIO),
    .has_content = has_content,
    .build = build,
};
