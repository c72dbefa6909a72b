/*
 * Rounds and withholds figures for the view `openbaar`, one by one.  Invariant: what is published of a figure holds
 * nothing of the exact one but what its rounded numbers say.  Called by openbaar.c and openbaar_cells.c.
 */
#include "reports/openbaar_rules.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "reports/measures/registry.h"
#include "reports/measures/voorveld_path.h"
#include "reports/openbaar_round.h"

enum { MILLION = 1000000, MAAT_SIZE = 64 };

/* ---- statements of aanbieders ---- */

static size_t statement_place(const struct openbaar_rules *rules, size_t period, const struct figure *figure) {
    size_t percelen = PERCEEL_COUNT + 1;
    return (period * percelen + figure->group.perceel) * rules->facts.figures->uitsplitsingen.count +
           figure->uitsplitsing;
}

static void count_statements(struct openbaar_rules *rules, size_t period) {
    const struct measure_figures *mi = &rules->facts.figures->period[period].measure[measure_find("mi")];
    for (size_t i = 0; i < mi->count; i++)
        if (mi->figure[i].group.organisatie != GROUP_ALL && mi->figure[i].group.gemeente == GROUP_ALL)
            rules->statements[statement_place(rules, period, &mi->figure[i])]++;
}

void openbaar_rules_init(struct openbaar_rules *rules, const struct figures *figures, const struct settings *settings) {
    *rules = (struct openbaar_rules){.settings = settings,
                                     .verschuiving = (size_t)measure_find("voorveld_verschuiving"),
                                     .afname = (size_t)measure_find("voorveld_afname"),
                                     .afwijking = (size_t)measure_find("mi_afwijking")};
    disclosure_facts_init(&rules->facts, figures);
    rules->statements =
        mem_calloc(figures->periods * (PERCEEL_COUNT + 1) * figures->uitsplitsingen.count, sizeof *rules->statements);
    for (size_t period = 0; period < figures->periods; period++)
        count_statements(rules, period);
}

void openbaar_rules_release(struct openbaar_rules *rules) {
    disclosure_facts_release(&rules->facts);
    free(rules->statements);
}

/* The statement of a single aanbieder is not the region's. */
static bool is_of_one(const struct openbaar_rules *rules, size_t period, const struct figure *figure) {
    return rules->statements[statement_place(rules, period, figure)] == 1;
}

/* ---- how numbers are rounded ---- */

typedef exact_t rounding(exact_t micros);

static exact_t as_it_is(exact_t micros) {
    return micros;
}

static rounding *rounding_of_unit(enum unit unit) {
    switch (unit) {
    case UNIT_AANTAL: return round_count;
    case UNIT_EURO: return round_euro;
    case UNIT_VOLUME: return round_volume;
    case UNIT_AANDEEL: return round_share;
    case UNIT_DAGEN:
    case UNIT_OMVANG: return round_whole;
    case UNIT_WAARDE: return as_it_is;
    }
    BUG("unknown unit");
}

static rounding *rounding_of_waarde(const struct openbaar_rules *rules, const struct measure *measure,
                                    const struct figure *figure) {
    if (figure->whole & 1)
        return round_count;
    if (figure->ratio)
        return measure->unit == UNIT_EURO ? round_whole : round_share;
    if (measure->rule == DISCLOSE_MI && rules->facts.in_clients[figure->uitsplitsing])
        return round_count;
    return rounding_of_unit(measure->unit);
}

/* What an indicator was checked against, the noemer of its mi_afwijking. */
static rounding *rounding_of_measured(const struct openbaar_rules *rules, size_t period, const struct figure *figure) {
    const struct figures *figures = rules->facts.figures;
    const struct dataset *data = figures->data;
    const char *code = figure_uitsplitsing(figures, figure);
    for (size_t i = 0; i < data->indicatoren.len; i++) {
        if (strcmp(data->indicatoren.data[i].code, code) != 0)
            continue;
        char maat[MAAT_SIZE] = "";
        const char *toets = data->indicatoren.data[i].toets;
        size_t len = strcspn(toets, "/");
        memcpy(maat, toets, len < MAAT_SIZE ? len : MAAT_SIZE - 1);
        const struct figure *measured =
            figures_find(figures, period, maat, figure->group, toets[len] == '/' ? toets + len + 1 : "");
        if (measured != NULL)
            return rounding_of_waarde(rules, &measures[measure_find(maat)], measured);
    }
    BUG("mi_afwijking without what was measured");
}

/* Teller and noemer of a ratio, rounded. */
struct parts_of_ratio {
    exact_t teller;
    exact_t noemer;
};

static struct parts_of_ratio round_parts(const struct openbaar_rules *rules, size_t period, size_t m,
                                         const struct figure *figure) {
    rounding *measured = m == rules->afwijking ? rounding_of_measured(rules, period, figure) : NULL;
    rounding *other = rounding_of_unit(measures[m].parts);
    rounding *teller = measured ? measured : figure->whole & 2 ? round_count : other;
    rounding *noemer = measured ? measured : figure->whole & 4 ? round_count : other;
    return (struct parts_of_ratio){teller(figure_teller(figure)), noemer(figure_noemer(figure))};
}

/* ---- what is published ---- */

static bool is_path(const struct measure *measure) {
    static const char path[] = "voorveld_pad_";
    return strncmp(measure->code, path, sizeof path - 1) == 0;
}

bool openbaar_goes_with_shift(size_t measure) {
    return measures[measure].rule == DISCLOSE_VOORVELD || is_path(&measures[measure]);
}

bool openbaar_is_mean(size_t measure, const struct figure *figure) {
    enum unit unit = measures[measure].unit;
    return (unit == UNIT_DAGEN || unit == UNIT_OMVANG) && !figure->ratio && !(figure->whole & 1);
}

static bool has_aantal(const struct openbaar_rules *rules, size_t period, size_t m, const struct figure *figure) {
    const struct figure *aantal = figures_find(rules->facts.figures, period, measures[m].code, figure->group, "aantal");
    return aantal != NULL && round_count(figure_waarde(aantal)) != 0;
}

static enum publication of_clients(const struct openbaar_rules *rules, size_t period, size_t m,
                                   const struct figure *figure) {
    if (figure->ratio && round_parts(rules, period, m, figure).noemer == 0)
        return PUBLICATION_NONE;
    if (openbaar_is_mean(m, figure) && !has_aantal(rules, period, m, figure))
        return PUBLICATION_NONE;
    if (m == rules->afwijking && is_of_one(rules, period, figure))
        return PUBLICATION_WITHHELD;
    return figure->clients > 0 && figure->clients < ROUND_LEAST_CLIENTS ? PUBLICATION_WITHHELD : PUBLICATION_ROUNDED;
}

static const struct figure *shift_of(const struct openbaar_rules *rules, size_t period, const struct figure *figure) {
    const struct figure *shift = disclosure_facts_shift(&rules->facts, period, figure->group);
    if (shift != NULL)
        return shift;
    BUG("a path without a shift");
}

/* Pad, prognose and status have rows where the shift has a value; the pad is no one's secret. */
static enum publication of_shift(const struct openbaar_rules *rules, size_t period, size_t m,
                                 const struct figure *figure) {
    const struct figure *shift = shift_of(rules, period, figure);
    enum publication publication = of_clients(rules, period, rules->verschuiving, shift);
    return publication != PUBLICATION_NONE && is_path(&measures[m]) ? PUBLICATION_EXACT : publication;
}

enum publication openbaar_publication(const struct openbaar_rules *rules, size_t period, size_t measure,
                                      const struct figure *figure) {
    switch (measures[measure].rule) {
    case DISCLOSE_ALWAYS:
        return is_path(&measures[measure]) ? of_shift(rules, period, measure, figure) : PUBLICATION_EXACT;
    case DISCLOSE_VOORVELD: return of_shift(rules, period, measure, figure);
    case DISCLOSE_MI:
        if (is_of_one(rules, period, figure))
            return PUBLICATION_WITHHELD;
        break;
    case DISCLOSE_COUNT:
    case DISCLOSE_CLIENTS:
        if (disclosure_facts_given(&rules->facts, period, measure, &figure->group))
            return PUBLICATION_EXACT;
        if (!(figure->whole & 1))
            return of_clients(rules, period, measure, figure);
        break;
    }
    rounding *round = rounding_of_waarde(rules, &measures[measure], figure);
    return round == round_count && round_count(figure_waarde(figure)) == 0 ? PUBLICATION_NONE : PUBLICATION_ROUNDED;
}

/* ---- the published numbers ---- */

static void set_ratio(struct figure *published, enum unit unit, struct parts_of_ratio parts) {
    figure_set(published, 0, round_ratio(parts.teller, parts.noemer, unit == UNIT_EURO ? 0 : ROUND_SHARE_DECIMALS));
    figure_set(published, 1, parts.teller);
    figure_set(published, 2, parts.noemer);
    published->decimals = unit == UNIT_EURO ? DECIMALS_NEEDED : DECIMALS_TWO;
}

/* Prognose and status follow from the rounded shift, and tell no more than it does. */
static void set_shift(const struct openbaar_rules *rules, size_t period, const struct figure *exact,
                      struct figure *published) {
    struct parts_of_ratio parts = round_parts(rules, period, rules->verschuiving, shift_of(rules, period, exact));
    struct voorveld_path path = voorveld_path_until(rules->settings, rules->facts.figures->period[period].period.end);
    if (exact->whole & 1) {
        int status = voorveld_path_status(rules->settings, path, (int64_t)(parts.teller / MILLION),
                                          (int64_t)(parts.noemer / MILLION));
        figure_set(published, 0, (exact_t)status * MILLION);
    } else {
        figure_set(published, 0, round_ratio(parts.teller * path.den, parts.noemer * path.num, ROUND_SHARE_DECIMALS));
        published->decimals = DECIMALS_TWO;
    }
}

void openbaar_round(const struct openbaar_rules *rules, size_t period, size_t measure, const struct figure *exact,
                    enum publication publication, struct figure *published) {
    *published = (struct figure){
        .group = exact->group, .uitsplitsing = exact->uitsplitsing, .ratio = exact->ratio, .whole = exact->whole};
    switch (publication) {
    case PUBLICATION_NONE: BUG("nothing is published of this figure");
    case PUBLICATION_WITHHELD: published->status = FIGURE_WITHHELD; return;
    case PUBLICATION_EXACT: *published = *exact; break;
    case PUBLICATION_ROUNDED:
        if (measures[measure].rule == DISCLOSE_VOORVELD) {
            set_shift(rules, period, exact, published);
        } else if (exact->ratio) {
            set_ratio(published, measures[measure].unit, round_parts(rules, period, measure, exact));
        } else {
            figure_set(published, 0, rounding_of_waarde(rules, &measures[measure], exact)(figure_waarde(exact)));
            published->decimals = DECIMALS_NEEDED;
        }
    }
    published->clients = (uint32_t)(round_count((exact_t)exact->clients * MILLION) / MILLION);
}
