/*
 * The bounds of kerncijfers.csv and gesprekspunten.csv in words.  Invariant: what is said here is what is compared
 * with, since both come from the same row.  Called by Toelichting.
 */
#include "reports/sheets/thresholds.h"

#include <string.h>

#include "reports/sheets/registry.h"
#include "reports/sheets/tables.h"
#include "reports/sheets/talking.h"

static bool book_has(const struct sheet_context *c, const char *id) {
    for (size_t i = 0; i < c->templates->bladen.len; i++)
        if (strcmp(c->templates->bladen.data[i].id, id) == 0)
            return blad_in_book(c, &c->templates->bladen.data[i]);
    return false;
}

static const char *bound_words(const struct sheet_context *c, const struct quantity *quantity, int64_t bound) {
    enum show show = amount_show(quantity);
    if (show == SHOW_PERCENT)
        return percent_words(c, bound);
    return amount_words(c, (struct value){.status = VALUE_SHOWN, .waarde = bound}, show);
}

static const char *comparison_words(const struct sheet_context *c, const struct quantity *quantity) {
    static const enum text words[COMPARISONS] = {
        [COMPARE_WAARDE] = TEXT_VERGELIJK_WAARDE, [COMPARE_VERSCHIL] = TEXT_VERGELIJK_VERSCHIL,
        [COMPARE_GROEI] = TEXT_VERGELIJK_GROEI,   [COMPARE_VERSCHIL_REGIO] = TEXT_VERGELIJK_VERSCHIL_REGIO,
        [COMPARE_NORM] = TEXT_VERGELIJK_NORM,
    };
    if (!quantity->per_maat)
        return text_of(c, words[quantity->comparison]);
    const char *per = measure_label(c, quantity->per_maat, quantity->per_uitsplitsing);
    return text_with(c, TEXT_VERGELIJK_PER, {"per", lower_first(c, per)});
}

/* ---- key figures ---- */

static struct cell bounds_cell(const struct sheet_context *c, const struct key_figure *figure, size_t low,
                               size_t high) {
    const struct quantity *quantity = &figure->quantity;
    const char *below = "";
    const char *above = "";
    if (figure->bound[low] != AMOUNT_NONE)
        below = text_with(c, TEXT_TOELICHTING_SIGNAAL_ONDER, {"grens", bound_words(c, quantity, figure->bound[low])},
                          {"woord", figure->low});
    if (figure->bound[high] != AMOUNT_NONE)
        above = text_with(c, TEXT_TOELICHTING_SIGNAAL_BOVEN, {"grens", bound_words(c, quantity, figure->bound[high])},
                          {"woord", figure->high});
    return cell_text(arena_printf(c->arena, "%s%s%s", below, below[0] && above[0] ? "; " : "", above));
}

void add_signals(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "kerncijfer", .header = text_of(c, TEXT_SAMENVATTING_KERNCIJFER), .show = SHOW_TEXT, .width = 32},
        {.id = "vergelijking", .header = text_of(c, TEXT_KOLOM_VERGELIJKING), .show = SHOW_TEXT, .width = 64},
        {.id = "let_op", .header = text_of(c, TEXT_KOLOM_LET_OP), .show = SHOW_TEXT, .width = 24},
        {.id = "zwaar", .header = text_of(c, TEXT_KOLOM_ZWAAR), .show = SHOW_TEXT, .width = 24},
    };
    struct sheet_table *table = NULL;
    for (size_t i = 0; book_has(c, "samenvatting") && i < c->templates->key_figures.len; i++) {
        const struct key_figure *figure = &c->templates->key_figures.data[i];
        if (figure->kind != view_kind(c->view))
            continue;
        if (!table)
            table = sheet_add_table(c->sheet, "Toelichting_signalen", text_of(c, TEXT_TOELICHTING_SIGNALEN), columns,
                                    sizeof columns / sizeof columns[0]);
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(figure->label ? figure->label : labels_maat(c->labels, figure->quantity.maat)->label));
        row_add(row, cell_text(comparison_words(c, &figure->quantity)));
        row_add(row, bounds_cell(c, figure, BOUND_LOW, BOUND_HIGH));
        row_add(row, bounds_cell(c, figure, BOUND_BAD_LOW, BOUND_BAD_HIGH));
    }
}

/* ---- rules ---- */

static void add_rule(const struct sheet_context *c, struct sheet_table *table, const struct talking_rule *rule) {
    static const enum text groups[] = {
        [RULE_TOTAL] = TEXT_GROEP_TOTAAL,
        [RULE_PERCEEL] = TEXT_GROEP_PERCEEL,
        [RULE_PRODUCT] = TEXT_GROEP_PRODUCT,
        [RULE_GEMEENTE] = TEXT_GROEP_GEMEENTE,
    };
    const struct quantity *quantity = &rule->quantity;
    const char *limit = text_with(c, rule->above ? TEXT_TOELICHTING_GRENS_BOVEN : TEXT_TOELICHTING_GRENS_ONDER,
                                  {"grens", bound_words(c, quantity, rule->limit)});
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text(measure_label(c, quantity->maat, quantity->uitsplitsing)));
    row_add(row, cell_text(comparison_words(c, quantity)));
    row_add(row, cell_text(limit));
    row_add(row, cell_text(text_of(c, groups[rule->group])));
    row_add(row, cell_count(rule->least_clients));
    row_add(row, cell_count(rule->weight));
}

void add_rules(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "onderwerp", .header = text_of(c, TEXT_KOLOM_ONDERWERP), .show = SHOW_TEXT, .width = 32},
        {.id = "vergelijking", .header = text_of(c, TEXT_KOLOM_VERGELIJKING), .show = SHOW_TEXT, .width = 64},
        {.id = "grens", .header = text_of(c, TEXT_KOLOM_GRENS), .show = SHOW_TEXT, .width = 24},
        {.id = "groep", .header = text_of(c, TEXT_KOLOM_GROEP), .show = SHOW_TEXT},
        {.id = "minimum_clienten", .header = text_of(c, TEXT_KOLOM_MINIMUM_CLIENTEN), .show = SHOW_COUNT},
        {.id = "gewicht", .header = text_of(c, TEXT_KOLOM_GEWICHT), .show = SHOW_COUNT},
    };
    if (c->templates->rules.len == 0 || !(book_has(c, "gesprekspunten") || book_has(c, "gespreksagenda")))
        return;
    struct sheet_table *table = sheet_add_table(c->sheet, "Toelichting_regels", text_of(c, TEXT_TOELICHTING_REGELS),
                                                columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < c->templates->rules.len; i++)
        add_rule(c, table, &c->templates->rules.data[i]);
}
