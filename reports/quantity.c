/*
 * Measuring quantities, and reading them from templates.  Invariant: what is not shown to the recipient is not used in
 * a comparison either.
 */
#include "reports/quantity.h"

#include <stdio.h>
#include <string.h>

#include "etl/base/error.h"
#include "reports/measure_parts.h"

enum { MILLION = 1000000 };

static const char month_place[] = "{maand}";

/* Its uitsplitsing in a period, in `month` when that is the month. */
enum { MONTH_SIZE = 16 };
static const char *uitsplitsing_in(const struct quantity *quantity, const struct period *period,
                                   char month[MONTH_SIZE]) {
    if (strcmp(quantity->uitsplitsing, month_place) != 0)
        return quantity->uitsplitsing;
    struct civil day = date_to_civil(period->end);
    snprintf(month, MONTH_SIZE, "%04d-%02d", day.year, day.month);
    return month;
}

/* Norms belong to the doorlooptijden, in the order of enum doorlooptijd. */
static const char *const norm_maten[DOORLOOPTIJD_COUNT] = {
    [DOORLOOPTIJD_ONDERZOEK] = "doorlooptijd_onderzoek", [DOORLOOPTIJD_BESCHIKKING] = "doorlooptijd_beschikking",
    [DOORLOOPTIJD_BESLUIT] = "doorlooptijd_besluit",     [DOORLOOPTIJD_START] = "doorlooptijd_start",
    [DOORLOOPTIJD_TOTAAL] = "doorlooptijd_totaal",
};

static int norm_of(const char *maat) {
    int i = 0;
    while (i < DOORLOOPTIJD_COUNT && strcmp(norm_maten[i], maat) != 0)
        i++;
    return i;
}

static struct value value_at(const struct view *view, size_t period, const struct quantity *quantity,
                             struct group part) {
    char month[MONTH_SIZE];
    return view_value(view, period, quantity->maat, uitsplitsing_in(quantity, view_period(view, period), month), part);
}

static bool is_shown(struct value value) {
    return value.status == VALUE_SHOWN;
}

/* The value, or the value per another; false when it is not known. */
static bool base_amount(const struct quantity *quantity, const struct measured *measured, exact_t *amount) {
    *amount = measured->now.waarde;
    if (!is_shown(measured->now))
        return false;
    if (!quantity->per_maat)
        return true;
    if (!is_shown(measured->per) || measured->per.waarde <= 0)
        return false;
    *amount = exact_ratio_micros(measured->now.waarde, measured->per.waarde);
    return true;
}

static bool compare(const struct quantity *quantity, struct measured *measured) {
    exact_t amount;
    if (!base_amount(quantity, measured, &amount))
        return false;
    measured->amount = amount;
    switch (quantity->comparison) {
    case COMPARE_WAARDE: return true;
    case COMPARE_VERSCHIL: measured->amount = amount - measured->before.waarde; return is_shown(measured->before);
    case COMPARE_GROEI:
        if (!is_shown(measured->before) || measured->before.waarde <= 0)
            return false;
        measured->amount = exact_ratio_micros(amount - measured->before.waarde, measured->before.waarde);
        return true;
    case COMPARE_VERSCHIL_REGIO: measured->amount = amount - measured->region.waarde; return is_shown(measured->region);
    case COMPARE_NORM: measured->amount = amount - (exact_t)measured->norm * MILLION; return true;
    case COMPARISONS: break;
    }
    BUG("unknown comparison");
}

struct measured quantity_measure(const struct view *view, const struct settings *settings,
                                 const struct quantity *quantity, struct group part) {
    size_t now = view_now(view);
    int norm = norm_of(quantity->maat);
    char month[MONTH_SIZE];
    struct measured measured = {
        .now = value_at(view, now, quantity, part),
        .region =
            view_region(view, now, quantity->maat, uitsplitsing_in(quantity, view_period(view, now), month), part),
        .norm = norm < DOORLOOPTIJD_COUNT ? settings->norm[norm] : 0,
    };
    if (now > 0)
        measured.before = value_at(view, now - 1, quantity, part);
    if (quantity->per_maat)
        measured.per = view_value(view, now, quantity->per_maat, quantity->per_uitsplitsing, part);
    measured.known = compare(quantity, &measured);
    return measured;
}

struct value quantity_change(const struct measured *measured) {
    const struct value *now = &measured->now;
    const struct value *before = &measured->before;
    if (now->status == VALUE_UNKNOWN || before->status == VALUE_UNKNOWN)
        return (struct value){.status = VALUE_UNKNOWN};
    if (now->status == VALUE_WITHHELD || before->status == VALUE_WITHHELD)
        return (struct value){.status = VALUE_WITHHELD, .present = true, .shown_as = "x"};
    return (struct value){.status = VALUE_SHOWN, .present = true, .waarde = now->waarde - before->waarde};
}

/* ---- templates ---- */

static bool check_maat(const struct template_row *row, size_t column, const char *maat, struct error *err) {
    return measure_find(maat) != MEASURE_NONE ||
           template_mistake(row, column, err, "“%s” is geen maat; verwacht een naam als “%s”", maat, measures[0].code);
}

static bool check_part(const struct template_row *row, size_t column, const char *maat, const char *uitsplitsing,
                       struct arena *arena, struct error *err) {
    const char *expected = measure_part_expected(maat, uitsplitsing, arena);
    return !expected || template_mistake(row, column, err, "“%s” is geen uitsplitsing van “%s”; verwacht %s",
                                         uitsplitsing, maat, expected);
}

/* "maat" or "maat/uitsplitsing". */
static bool read_per(struct quantity *quantity, const struct template_row *row, size_t column, struct arena *arena,
                     struct error *err) {
    const char *cell = row->cell[column];
    if (cell[0] == '\0')
        return true;
    size_t len = strcspn(cell, "/");
    quantity->per_maat = arena_strndup(arena, cell, len);
    quantity->per_uitsplitsing = arena_strdup(arena, cell[len] ? cell + len + 1 : "");
    return check_maat(row, column, quantity->per_maat, err) &&
           check_part(row, column, quantity->per_maat, quantity->per_uitsplitsing, arena, err);
}

bool quantity_read(struct quantity *quantity, const struct template_row *row, const struct quantity_columns *columns,
                   struct arena *arena, struct error *err) {
    static const char *const words[COMPARISONS] = {
        [COMPARE_WAARDE] = "waarde", [COMPARE_VERSCHIL] = "verschil",
        [COMPARE_GROEI] = "groei",   [COMPARE_VERSCHIL_REGIO] = "verschil_regio",
        [COMPARE_NORM] = "norm",
    };
    size_t comparison;
    *quantity = (struct quantity){
        .maat = arena_strdup(arena, row->cell[columns->maat]),
        .uitsplitsing = arena_strdup(arena, row->cell[columns->uitsplitsing]),
    };
    if (!check_maat(row, columns->maat, quantity->maat, err) ||
        !check_part(row, columns->uitsplitsing, quantity->maat, quantity->uitsplitsing, arena, err) ||
        !read_per(quantity, row, columns->per, arena, err) ||
        !template_word(row, columns->vergelijk, words, COMPARISONS, &comparison, err))
        return false;
    quantity->comparison = (enum comparison)comparison;
    if (comparison == COMPARE_NORM && norm_of(quantity->maat) == DOORLOOPTIJD_COUNT)
        return template_mistake(row, columns->maat, err, "“%s” heeft geen norm; verwacht een doorlooptijd",
                                quantity->maat);
    return true;
}
