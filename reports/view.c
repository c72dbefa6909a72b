/*
 * Figures for one recipient.  Invariant: every figure that leaves here is of the recipient itself or of the region, and
 * one that disclosure withheld leaves as that fact, without its number.  Called by the sheets.
 */
#include "reports/view.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "etl/base/mem.h"
#include "reports/view_parts.h"

enum { MILLION = 1000000, MAAT_SIZE = 64 };

/* ---- what all views share ---- */

static bool declared_in(const struct figures *figures, size_t period) {
    return figures_of_group(figures, period, "declaratieregels", (struct group){0}).count > 0;
}

/* The day before the last `months` months up to the last one in which a line begins. */
static date_t complete_until(const struct dataset *data, int months) {
    date_t last = DATE_NONE;
    for (size_t i = 0; i < data->declarations.len; i++)
        if (data->declarations.data[i].periode_begin > last)
            last = data->declarations.data[i].periode_begin;
    if (last == DATE_NONE)
        return DATE_OPEN;
    struct civil day = date_to_civil(last);
    int month = day.year * 12 + day.month - months; /* the first of these months, from 0 */
    return date_from_civil(month / 12, month % 12 + 1, 1) - 1;
}

struct view_base *view_base_new(const struct view_run *run) {
    const struct figures *figures = run->figures;
    const struct dataset *data = figures->data;
    struct view_base *base = mem_calloc(1, sizeof *base);
    *base = (struct view_base){
        .figures = figures,
        .settings = run->settings,
        .disclosure = run->disclosure,
        .rest = rest_new(figures),
        .deliveries = deliveries_new(data, run->findings, run->sources),
        .declared = mem_calloc(figures->periods, sizeof *base->declared),
        .registers = mem_calloc(data->gemeenten.len, sizeof *base->registers),
        .complete_until = complete_until(data, (int)run->settings->voorlopige_maanden),
    };
    for (size_t i = 0; i < figures->periods; i++)
        base->declared[i] = declared_in(figures, i);
    delivered_init(&base->delivered, data, &figures->period[figures->periods - 1].period);
    for (size_t g = 0; g < data->gemeenten.len; g++)
        base->registers[g] = DATE_OPEN;
    for (size_t i = 0; i < data->voorveld.len; i++) {
        date_t *first = &base->registers[data->voorveld.data[i].gemeente];
        if (data->voorveld.data[i].datum < *first)
            *first = data->voorveld.data[i].datum;
    }
    return base;
}

void view_base_free(struct view_base *base) {
    if (!base)
        return;
    rest_free(base->rest);
    deliveries_free(base->deliveries);
    delivered_release(&base->delivered);
    free(base->declared);
    free(base->registers);
    free(base);
}

struct view *view_open(const struct view_base *base, struct recipient recipient) {
    struct view *view = mem_calloc(1, sizeof *view);
    *view = (struct view){.base = base, .recipient = recipient};
    return view;
}

struct view *view_open_aanbieder(const struct view *view, uint16_t organisatie) {
    if (view->recipient.kind != RECIPIENT_REGIO)
        BUG("only the region may see through the eyes of an aanbieder");
    view_check_organisatie(view, organisatie);
    struct view *aanbieder = view_open(view->base, (struct recipient){RECIPIENT_AANBIEDER, organisatie});
    aanbieder->for_region = true;
    return aanbieder;
}

void view_close(struct view *view) {
    free(view);
}

/* ---- what is known at all ---- */

static bool is_one_of(const char *maat, const char *const *list) {
    for (; *list; list++)
        if (maat[0] == (*list)[0] && strcmp(maat, *list) == 0)
            return true;
    return false;
}

static bool begins(const char *maat, const char *with) {
    return strncmp(maat, with, strlen(with)) == 0;
}

/* Figures that are unknown when no declarations were delivered at all. */
static bool needs_declarations(const char *maat) {
    static const char *const list[] = {
        "bedrag_gedeclareerd",
        "benutting_bedrag",
        "benutting_klasse",
        "benutting_volume",
        "budget",
        "declaratie_dubbel",
        "declaratiebedrag",
        "declaratieregels",
        "jaarmaximum",
        "kosten_per_client",
        "maand_gedeclareerd",
        "oud_na_termijn",
        "tariefafwijking",
        "uitfasering_bedrag",
        "volume_gedeclareerd",
        NULL,
    };
    return is_one_of(maat, list);
}

/* Measures of which no figure means that nothing is known, not that there is nothing. */
static bool has_no_zero(const struct measure *measure, const char *uitsplitsing) {
    static const char *const list[] = {"bedrag_geindiceerd", "kosten_per_client", "maand_geindiceerd",
                                       "voorveld_status", NULL};
    switch (measure->unit) {
    case UNIT_AANTAL:
    case UNIT_EURO:
    case UNIT_VOLUME: return is_one_of(measure->code, list);
    case UNIT_DAGEN:
    case UNIT_OMVANG: return strcmp(uitsplitsing, "aantal") != 0 && strcmp(uitsplitsing, "onbekend") != 0;
    case UNIT_AANDEEL:
    case UNIT_WAARDE: return true;
    }
    BUG("unknown unit");
}

static bool any_statement(const struct view_base *base, size_t period) {
    const struct dataset *data = base->figures->data;
    for (size_t i = 0; i < data->statements.len; i++)
        if (data->statements.data[i].periode == base->figures->period[period].period.code)
            return true;
    return false;
}

bool view_registers_voorveld(const struct view *view, size_t period) {
    const struct view_base *base = view->base;
    date_t p = base->figures->period[period].period.end;
    for (size_t g = 0; g < base->figures->data->gemeenten.len; g++)
        if (base->registers[g] <= p && (view->recipient.kind != RECIPIENT_GEMEENTE || view->recipient.member == g + 1))
            return true;
    return false;
}

/* Is a figure of this measure that is not there a 0, or is there nothing to know it from? */
static bool is_known(const struct view *view, size_t period, const char *maat, struct group group) {
    const struct view_base *base = view->base;
    const struct dataset *data = base->figures->data;
    date_t p = base->figures->period[period].period.end;
    if (needs_declarations(maat) && !base->declared[period])
        return false;
    if (begins(maat, "overgang") || begins(maat, "oud_na_"))
        return p >= base->settings->contract_start;
    if (strcmp(maat, "voorveld_registratie") == 0)
        return p >= base->settings->nulmeting_op &&
               (group.gemeente == GROUP_ALL ? view_registers_voorveld(view, period)
                                            : base->registers[group.gemeente - 1] <= p);
    if (begins(maat, "voorveld_"))
        return p >= base->settings->nulmeting_op;
    if (strcmp(maat, "signalen") == 0)
        return data->signalen.len > 0;
    if (strcmp(maat, "tariefafwijking") == 0)
        return data->tarieven.len > 0;
    if (strcmp(maat, "jaarmaximum") == 0)
        return group.product != GROUP_ALL && data->producten.data[group.product - 1].maximum_per_jaar != AMOUNT_NONE;
    if (strcmp(maat, "mi_ontbreekt") == 0)
        return any_statement(base, period);
    return true;
}

/* ---- values ---- */

void view_check_organisatie(const struct view *view, uint16_t organisatie) {
    if (view_is_public(view) && organisatie != GROUP_ALL)
        BUG("an organisation in public");
    if (view->recipient.kind == RECIPIENT_AANBIEDER && organisatie != GROUP_ALL &&
        organisatie != view->recipient.member)
        BUG("another organisation in the view of an aanbieder");
}

static struct group own_group(const struct view *view, struct group part) {
    view_check_organisatie(view, part.organisatie);
    if (view->recipient.kind == RECIPIENT_AANBIEDER)
        part.organisatie = view->recipient.member;
    if (view->recipient.kind == RECIPIENT_GEMEENTE) {
        if (part.gemeente != GROUP_ALL && part.gemeente != view->recipient.member)
            BUG("another gemeente in the view of a gemeente");
        part.gemeente = view->recipient.member;
    }
    return part;
}

static struct value withheld(const char *shown_as) {
    return (struct value){.status = VALUE_WITHHELD, .present = true, .shown_as = shown_as};
}

static struct value value_of(const struct view *view, size_t measure, const struct figure *figure) {
    bool own = view->recipient.kind == RECIPIENT_AANBIEDER && !view->for_region;
    if (!disclosure_own(measure, figure, own ? view->recipient.member : GROUP_ALL))
        return withheld(disclosure_shown_as(view->base->disclosure, measure, figure));
    return (struct value){
        .status = VALUE_SHOWN, .present = true, .waarde = figure_waarde(figure), .clients = figure->clients};
}

static struct value value_in(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                             struct group group) {
    size_t measure = (size_t)measure_find(maat);
    const struct figure *figure = figures_find(view->base->figures, period, maat, group, uitsplitsing);
    if (figure && !needs_declarations(maat))
        return value_of(view, measure, figure);
    bool known = is_known(view, period, maat, group);
    if (figure && known)
        return value_of(view, measure, figure);
    if (!known || has_no_zero(&measures[measure], uitsplitsing))
        return (struct value){.status = VALUE_UNKNOWN};
    return (struct value){.status = VALUE_SHOWN};
}

struct value view_value(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                        struct group part) {
    return value_in(view, period, maat, uitsplitsing, own_group(view, part));
}

struct value view_measured(const struct view *view, size_t period, const struct indicator *indicator,
                           struct group part) {
    char maat[MAAT_SIZE];
    size_t len = strcspn(indicator->toets, "/");
    if (len == 0 || len >= sizeof maat)
        return (struct value){.status = VALUE_UNKNOWN};
    memcpy(maat, indicator->toets, len);
    maat[len] = '\0';
    const char *uitsplitsing = indicator->toets[len] == '/' ? indicator->toets + len + 1 : "";
    return view_value(view, period, maat, uitsplitsing, part);
}

/* ---- the region beside it ---- */

bool view_compares(const struct view *view, const char *maat, const char *uitsplitsing) {
    switch (view->recipient.kind) {
    case RECIPIENT_REGIO: return false;
    case RECIPIENT_AANBIEDER: return rest_applies(view->base->figures, maat, uitsplitsing);
    case RECIPIENT_GEMEENTE:
        return rest_applies(view->base->figures, maat, uitsplitsing) || strcmp(uitsplitsing, "mediaan") == 0 ||
               strcmp(uitsplitsing, "p90") == 0;
    case RECIPIENT_KINDS: break;
    }
    BUG("unknown recipient");
}

static struct group region_group(struct group part) {
    return (struct group){.perceel = part.perceel, .product = part.product};
}

/* outputs.md: enough others behind it, none with too large a part, and not too few clients. */
static struct value value_of_others(const struct view *view, const struct others *others, bool persons) {
    const struct settings *settings = view->base->settings;
    int64_t drempel = view->base->disclosure->drempel;
    if (others->noemer <= 0)
        return (struct value){.status = VALUE_UNKNOWN};
    if ((int64_t)others->count < settings->regio_organisaties ||
        others->most * MILLION > others->noemer * settings->regio_aandeel ||
        (persons && drempel > 1 && others->clients < drempel))
        return withheld("x");
    return (struct value){
        .status = VALUE_SHOWN, .present = true, .waarde = exact_ratio_micros(others->teller, others->noemer)};
}

struct value view_region(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                         struct group part) {
    struct group group = region_group(part);
    struct others others;
    if (!view_compares(view, maat, uitsplitsing) || !is_known(view, period, maat, group))
        return (struct value){.status = VALUE_UNKNOWN};
    if (view->recipient.kind == RECIPIENT_GEMEENTE)
        return value_in(view, period, maat, uitsplitsing, group);
    if (!rest_of_figure(view->base->rest, period, maat, uitsplitsing, group, view->recipient.member, &others))
        return (struct value){.status = VALUE_UNKNOWN};
    return value_of_others(view, &others, measures[measure_find(maat)].rule != DISCLOSE_MI);
}

/* ---- shares ---- */

static struct value share_in(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                             struct group group) {
    const struct figures *figures = view->base->figures;
    struct figure_range range = figures_of_group(figures, period, maat, group);
    exact_t total = 0;
    exact_t own = 0;
    size_t hidden = 0;
    bool own_hidden = false;
    if (!is_known(view, period, maat, group))
        return (struct value){.status = VALUE_UNKNOWN};
    for (size_t i = 0; i < range.count; i++) {
        bool is_own = strcmp(figure_uitsplitsing(figures, &range.first[i]), uitsplitsing) == 0;
        bool shown = range.first[i].status == FIGURE_SHOWN;
        hidden += !shown;
        own_hidden |= is_own && !shown;
        total += figure_waarde(&range.first[i]);
        if (is_own)
            own = figure_waarde(&range.first[i]);
    }
    exact_t share;
    if (total <= 0 && hidden == 0)
        return (struct value){.status = VALUE_UNKNOWN};
    if (own_hidden || !disclosure_share(view->base->disclosure, own, total, hidden, &share))
        return withheld("x");
    return (struct value){.status = VALUE_SHOWN, .present = true, .waarde = share};
}

struct value view_share(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                        struct group part) {
    return share_in(view, period, maat, uitsplitsing, own_group(view, part));
}

struct value view_region_share(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                               struct group part) {
    struct group group = region_group(part);
    struct others others;
    switch (view->recipient.kind) {
    case RECIPIENT_GEMEENTE: return share_in(view, period, maat, uitsplitsing, group);
    case RECIPIENT_AANBIEDER:
        if (is_known(view, period, maat, group) &&
            rest_of_share(view->base->rest, period, maat, uitsplitsing, group, view->recipient.member, &others))
            return value_of_others(view, &others, true);
        return (struct value){.status = VALUE_UNKNOWN};
    case RECIPIENT_REGIO: return (struct value){.status = VALUE_UNKNOWN};
    case RECIPIENT_KINDS: break;
    }
    BUG("unknown recipient");
}
