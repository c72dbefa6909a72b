/*
 * Periods, names and the tables that are about no one, for one recipient.  Invariant: the code and name of an aanbieder
 * leave here only when the recipient may know of it.  Called by the sheets.
 */
#include "reports/view_names.h"

#include <string.h>

#include "etl/base/error.h"
#include "reports/measures/voorveld_path.h"
#include "reports/view_parts.h"

static const struct dataset *data_of(const struct view *view) {
    return view->base->figures->data;
}

bool view_base_has(const struct view_base *base, struct recipient recipient) {
    const struct period_figures *now = &base->figures->period[base->figures->periods - 1];
    if (recipient.kind != RECIPIENT_AANBIEDER)
        return true;
    for (size_t m = 0; m < measure_count; m++) {
        size_t low = 0; /* the first figure that does not come before the organisation */
        size_t high = now->measure[m].count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (now->measure[m].figure[middle].group.organisatie < recipient.member)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < now->measure[m].count && now->measure[m].figure[low].group.organisatie == recipient.member)
            return true;
    }
    return false;
}

enum recipient_kind view_kind(const struct view *view) {
    return view->recipient.kind;
}

bool view_is_public(const struct view *view) {
    return view->base->disclosure->weergave == WEERGAVE_OPENBAAR;
}

/* ---- periods ---- */

size_t view_periods(const struct view *view) {
    return view->base->figures->periods;
}

const struct period *view_period(const struct view *view, size_t period) {
    return &view->base->figures->period[period].period;
}

size_t view_now(const struct view *view) {
    return view->base->figures->periods - 1;
}

bool view_day_provisional(const struct view *view, date_t day) {
    return day > view->base->complete_until;
}

bool view_provisional(const struct view *view, size_t period) {
    return view->base->declared[period] && view_day_provisional(view, view_period(view, period)->end);
}

/* ---- dimensions ---- */

uint16_t view_members(const struct view *view, enum dimension dimension) {
    const struct dataset *data = data_of(view);
    switch (dimension) {
    case DIMENSION_PERCEEL: return PERCEEL_COUNT;
    case DIMENSION_PRODUCT: return (uint16_t)data->producten.len;
    case DIMENSION_GEMEENTE: return view->recipient.kind == RECIPIENT_GEMEENTE ? 0 : (uint16_t)data->gemeenten.len;
    case DIMENSION_AANBIEDER:
        return view->recipient.kind == RECIPIENT_AANBIEDER || view_is_public(view) ? 0 : (uint16_t)data->aanbieders.len;
    }
    BUG("unknown dimension");
}

struct group view_part(const struct view *view, enum dimension dimension, uint16_t member) {
    switch (dimension) {
    case DIMENSION_PERCEEL: return (struct group){.perceel = (uint8_t)member};
    case DIMENSION_PRODUCT:
        return (struct group){.perceel = (uint8_t)(view_product(view, member)->perceel + 1), .product = member};
    case DIMENSION_GEMEENTE: return (struct group){.gemeente = member};
    case DIMENSION_AANBIEDER: return (struct group){.organisatie = member};
    }
    BUG("unknown dimension");
}

const char *view_code(const struct view *view, enum dimension dimension, uint16_t member) {
    switch (dimension) {
    case DIMENSION_PERCEEL: return perceel_code((enum perceel)(member - 1));
    case DIMENSION_PRODUCT: return view_product(view, member)->code;
    case DIMENSION_GEMEENTE: return data_of(view)->gemeenten.data[member - 1].code;
    case DIMENSION_AANBIEDER:
        view_check_organisatie(view, member);
        return data_of(view)->aanbieders.data[member - 1].code;
    }
    BUG("unknown dimension");
}

const char *view_name(const struct view *view, enum dimension dimension, uint16_t member) {
    switch (dimension) {
    case DIMENSION_PERCEEL: return "";
    case DIMENSION_PRODUCT: return view_product(view, member)->naam;
    case DIMENSION_GEMEENTE: return data_of(view)->gemeenten.data[member - 1].naam;
    case DIMENSION_AANBIEDER:
        view_check_organisatie(view, member);
        return data_of(view)->aanbieders.data[member - 1].naam;
    }
    BUG("unknown dimension");
}

uint16_t view_own(const struct view *view) {
    return view->recipient.member;
}

static enum dimension own_dimension(const struct view *view) {
    return view->recipient.kind == RECIPIENT_AANBIEDER ? DIMENSION_AANBIEDER : DIMENSION_GEMEENTE;
}

const char *view_own_code(const struct view *view) {
    return view->recipient.kind == RECIPIENT_REGIO ? "" : view_code(view, own_dimension(view), view->recipient.member);
}

const char *view_own_name(const struct view *view) {
    return view->recipient.kind == RECIPIENT_REGIO ? "" : view_name(view, own_dimension(view), view->recipient.member);
}

bool view_contracted(const struct view *view, uint16_t organisatie) {
    view_check_organisatie(view, organisatie);
    return data_of(view)->aanbieders.data[organisatie - 1].gecontracteerd;
}

const char *view_contractmanager(const struct view *view, uint16_t organisatie) {
    view_check_organisatie(view, organisatie);
    return data_of(view)->aanbieders.data[organisatie - 1].contractmanager;
}

/* ---- tables ---- */

const struct product *view_product(const struct view *view, uint16_t member) {
    return &data_of(view)->producten.data[member - 1];
}

size_t view_redenen(const struct view *view) {
    return data_of(view)->redenen.len;
}

const struct reden *view_reden(const struct view *view, size_t index) {
    return &data_of(view)->redenen.data[index];
}

size_t view_indicatoren(const struct view *view) {
    return data_of(view)->indicatoren.len;
}

const struct indicator *view_indicator(const struct view *view, size_t index) {
    return &data_of(view)->indicatoren.data[index];
}

const struct statement *view_next_statement(const struct view *view, const struct statement *after) {
    const struct dataset *data = data_of(view);
    uint32_t periode = view_period(view, view_now(view))->code;
    for (size_t i = after ? (size_t)(after - data->statements.data) + 1 : 0; i < data->statements.len; i++) {
        const struct statement *statement = &data->statements.data[i];
        if (statement->periode == periode && statement->organisatie + 1 == view->recipient.member)
            return statement;
    }
    return NULL;
}

static bool in_plan(const struct view *view, const struct uitfasering *row) {
    return view->recipient.kind != RECIPIENT_GEMEENTE || row->gemeente + 1 == view->recipient.member;
}

size_t view_uitfasering(const struct view *view) {
    size_t count = 0;
    for (size_t i = 0; i < data_of(view)->uitfasering.len; i++)
        count += in_plan(view, &data_of(view)->uitfasering.data[i]);
    return count;
}

const struct uitfasering *view_uitfasering_row(const struct view *view, size_t index) {
    for (size_t i = 0; i < data_of(view)->uitfasering.len; i++)
        if (in_plan(view, &data_of(view)->uitfasering.data[i]) && index-- == 0)
            return &data_of(view)->uitfasering.data[i];
    BUG("no such row of the plan");
}

int64_t view_threshold(const struct view *view) {
    return view->base->disclosure->drempel;
}

exact_t view_on_path(const struct view *view, date_t day, exact_t end) {
    struct voorveld_path path = voorveld_path_until(view->base->settings, day);
    return exact_share(end, path.num, path.den);
}

/* ---- deliveries ---- */

size_t view_files(const struct view *view) {
    return view_is_public(view) ? 0 : deliveries_files(view->base->deliveries);
}

const struct source *view_file(const struct view *view, size_t index) {
    return deliveries_file(view->base->deliveries, view->recipient, index);
}

size_t view_findings(const struct view *view) {
    return view_is_public(view) ? 0 : deliveries_findings(view->base->deliveries);
}

const struct finding_count *view_finding(const struct view *view, size_t index) {
    return deliveries_finding(view->base->deliveries, view->recipient, index);
}

const struct delivered *view_delivered(const struct view *view) {
    return view->recipient.kind == RECIPIENT_REGIO && !view_is_public(view) ? &view->base->delivered : NULL;
}

const struct source *view_finding_file(const struct view *view, size_t index) {
    const struct finding_count *count = view_finding(view, index);
    return count ? view_file(view, count->source) : NULL;
}
