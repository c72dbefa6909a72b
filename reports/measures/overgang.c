/*
 * The overgang from products of the old agreement to those of the new, measures.md 6: the population of the first day
 * of the new agreement, its routes, what became of each on the peildatum, and what breaks the rules.
 *
 * Invariant: everyone in the population contributes to exactly one slot of route × status.
 */
#include <stdio.h>

#include "reports/measures/families.h"
#include "reports/measures/terms.h"
#include "reports/measures/voorveld_index.h"

enum route { NIET_OPNIEUW_AFLOPEND, NIET_OPNIEUW_LANGDURIG, OPNIEUW_AFLOPEND, OPNIEUW_LANGDURIG, ROUTES };

enum status { LOPEND, OMGEZET, OVERGEDRAGEN, UITGESTROOMD, VOORVELD, STATUSES };

enum slots {
    ROUTE_STATUS,
    BY_HAND = ROUTE_STATUS + ROUTES * STATUSES,
    EVALUATED,
    TO_EVALUATE,
    TOO_LATE,
    AFTER_START,
    AFTER_TERM,
    MONTHS /* the last month whose last day one reaches */
};

static const char *const route_names[ROUTES] = {
    [NIET_OPNIEUW_AFLOPEND] = "niet_opnieuw_aflopend",
    [NIET_OPNIEUW_LANGDURIG] = "niet_opnieuw_langdurig",
    [OPNIEUW_AFLOPEND] = "opnieuw_aflopend",
    [OPNIEUW_LANGDURIG] = "opnieuw_langdurig",
};

static const char *const status_names[STATUSES] = {
    [LOPEND] = "lopend",     [OMGEZET] = "omgezet", [OVERGEDRAGEN] = "overgedragen", [UITGESTROOMD] = "uitgestroomd",
    [VOORVELD] = "voorveld",
};

static uint16_t status_slot(enum route route, enum status status) {
    return (uint16_t)(ROUTE_STATUS + (int)route * STATUSES + (int)status);
}

static int month_number(date_t date) {
    struct civil c = date_to_civil(date);
    return c.year * 12 + c.month - 1;
}

/* The months of the burn-down: from that of S - 1 day to that of E. */
static int first_month(const struct settings *settings) {
    return month_number(settings->contract_start - 1);
}

static int month_count(const struct settings *settings) {
    int count = month_number(settings->uitdientermijn) - first_month(settings) + 1;
    return count > 0 ? count : 0;
}

static void declare_months(const struct settings *settings, struct plan *plan) {
    int count = month_count(settings);
    plan_slots(plan, MONTHS, (uint16_t)count, SLOT_COUNT);
    for (int m = 0; m < count; m++) {
        int month = first_month(settings) + m;
        char label[16];
        snprintf(label, sizeof label, "%04d-%02d", month / 12, month % 12 + 1);
        plan_figure(plan, "overgang_maand", label, FIGURE_COUNTS, (uint16_t)(MONTHS + m),
                    (uint16_t)(MONTHS + count - 1), WHAT_ANY);
    }
}

static bool is_exported(const struct measure_context *context) {
    return context->p >= context->settings->contract_start;
}

static void declare(const struct measure_context *context, struct plan *plan) {
    if (!is_exported(context))
        return;
    plan_slots(plan, 0, AFTER_TERM, SLOT_COUNT);
    plan_slot(plan, AFTER_TERM, SLOT_SUM);
    for (enum route route = 0; route < ROUTES; route++) {
        plan_figure(plan, "overgang_begin", route_names[route], FIGURE_COUNTS, status_slot(route, 0),
                    status_slot(route, STATUSES - 1), WHAT_ANY);
        for (enum status status = 0; status < STATUSES; status++) {
            char label[64];
            snprintf(label, sizeof label, "%s/%s", route_names[route], status_names[status]);
            plan_figure(plan, "overgang", label, FIGURE_COUNT, status_slot(route, status), 0, WHAT_ANY);
        }
    }
    plan_figure(plan, "overgang_handmatig", "", FIGURE_COUNT, BY_HAND, 0, WHAT_ANY);
    plan_figure(plan, "overgang_evaluatie", "gedaan", FIGURE_COUNT, EVALUATED, 0, WHAT_ANY);
    plan_figure(plan, "overgang_evaluatie", "te_doen", FIGURE_COUNT, TO_EVALUATE, 0, WHAT_ANY);
    plan_figure(plan, "overgang_evaluatie", "te_laat", FIGURE_COUNT, TOO_LATE, 0, WHAT_ANY);
    plan_figure(plan, "oud_na_start", "", FIGURE_COUNT, AFTER_START, 0, WHAT_ANY);
    plan_figure(plan, "oud_na_termijn", "", FIGURE_SUM, AFTER_TERM, 0, WHAT_ANY);
    declare_months(context->settings, plan);
}

/* Does not run off by itself before the end of the term. */
static bool is_long(const struct measure_context *context, const struct indication *i) {
    return i->einddatum > context->settings->uitdientermijn;
}

static enum route find_route(const struct measure_context *context, const struct indication *i) {
    if (context->data->aanbieders.data[i->organisatie].gecontracteerd)
        return is_long(context, i) ? OPNIEUW_LANGDURIG : OPNIEUW_AFLOPEND;
    return is_long(context, i) ? NIET_OPNIEUW_LANGDURIG : NIET_OPNIEUW_AFLOPEND;
}

/* Did the client get a new product of this perceel in the window, from the same aanbieder or from another? */
static enum status find_successor(const struct dataset *data, const struct indication *old, struct interval window) {
    enum perceel perceel = data->producten.data[old->product].perceel;
    enum status found = UITGESTROOMD;
    for (size_t n = data->client_start[old->client]; n < data->client_start[old->client + 1]; n++) {
        const struct indication *i = &data->indications.data[data->client_order.data[n]];
        const struct product *product = &data->producten.data[i->product];
        if (product->oud || product->perceel != perceel || i->gemeente != old->gemeente ||
            i->ingangsdatum < window.begin || i->ingangsdatum > window.end)
            continue;
        if (i->organisatie == old->organisatie)
            return OMGEZET;
        found = OVERGEDRAGEN;
    }
    return found;
}

static enum status find_status(const struct measure_context *context, const struct indication *i) {
    if (indication_active(i, context->p))
        return LOPEND;
    date_t last = i->effective_end;
    struct interval window = {last - (date_t)context->settings->overgang_voor,
                              last + (date_t)context->settings->overgang_na};
    if (window.end > context->p)
        window.end = context->p;
    enum status successor = find_successor(context->data, i, window);
    if (successor != UITGESTROOMD)
        return successor;
    struct voorveld_entry key = {.client = i->client,
                                 .datum = window.begin,
                                 .gemeente = i->gemeente,
                                 .perceel = (uint8_t)context->data->producten.data[i->product].perceel};
    const struct voorveld_entry *entry = voorveld_index_find(context->voorveld, &key);
    return entry && entry->datum <= window.end ? VOORVELD : UITGESTROOMD;
}

/* A tussenevaluatie is due for those who still have to leave an aanbieder without a new contract. */
static void add_evaluation(const struct measure_context *context, const struct indication *i, struct sink *sink) {
    const struct settings *settings = context->settings;
    if (i->tussenevaluatie >= settings->contract_start && i->tussenevaluatie <= context->p)
        sink_count(sink, EVALUATED);
    else
        sink_count(sink, context->p < settings->tussenevaluatie_voor ? TO_EVALUATE : TOO_LATE);
}

/*
 * The burn-down.  Who is in the population began before S, so that measured (up to p) and expected (after p) are the
 * same: does the effective interval reach the last day of the month?
 */
static void add_months(const struct measure_context *context, const struct indication *i, struct sink *sink) {
    date_t after = i->effective_end < DATE_LAST ? i->effective_end + 1 : DATE_LAST;
    int reached = month_number(after) - first_month(context->settings) - 1;
    int last = month_count(context->settings) - 1;
    if (reached >= 0 && last >= 0)
        sink_count(sink, (uint16_t)(MONTHS + (reached < last ? reached : last)));
}

static void add_population(const struct measure_context *context, const struct indication *i, struct sink *sink) {
    enum route route = find_route(context, i);
    enum status status = find_status(context, i);
    sink_count(sink, status_slot(route, status));
    add_months(context, i, sink);
    if (status != LOPEND)
        return;
    if (is_long(context, i))
        sink_count(sink, BY_HAND);
    if (route == NIET_OPNIEUW_LANGDURIG)
        add_evaluation(context, i, sink);
}

/* The days of P after E; may be empty. */
static struct interval after_term(const struct measure_context *context) {
    return interval_intersect((struct interval){context->settings->uitdientermijn + 1, DATE_OPEN}, context->days);
}

static void add_line(const struct line *line, struct interval after, struct sink *sink) {
    if (interval_days(after) > 0 && line_overlaps(line, after))
        sink_value(sink, AFTER_TERM, line_amount(line, after));
}

static void indication(const struct measure_context *context, uint32_t index, struct sink *sink) {
    const struct dataset *data = context->data;
    const struct indication *i = &data->indications.data[index];
    date_t start = context->settings->contract_start;
    if (!is_exported(context) || !data->producten.data[i->product].oud)
        return;
    if (i->ingangsdatum >= start && i->ingangsdatum <= context->p)
        sink_count(sink, AFTER_START);
    else if (i->ingangsdatum < start && indication_active(i, start))
        add_population(context, i, sink);
    const struct lines *lines = context->lines;
    struct interval after = after_term(context);
    for (size_t n = lines->start[index]; n < lines->start[index + 1] && interval_days(after) > 0; n++)
        add_line(&lines->linked[n], after, sink);
}

static void unlinked(const struct measure_context *context, const struct unlinked_line *unlinked, struct sink *sink) {
    bool oud = context->data->producten.data[unlinked->product].oud;
    if (is_exported(context) && oud && unlinked->line.link != LINK_AFGEKEURD)
        add_line(&unlinked->line, after_term(context), sink);
}

const struct measure_family family_overgang = {
    .name = "overgang",
    .declare = declare,
    .indication = indication,
    .unlinked = unlinked,
};
