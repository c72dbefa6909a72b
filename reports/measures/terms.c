/*
 * Indicated volumes and amounts, and lines pro rata of days.  Invariant: everything is exact for the usual shares (see
 * etl/base/exact.h).  Called by the families, from several threads.
 */
#include "reports/measures/terms.h"

enum { VOLUME_SCALE = 1000, CENTS = 100 };

/* Σ over calendar months of volume × days in that month / days of that month. */
static exact_t per_month(exact_t volume, int64_t mul, int64_t div, struct interval within) {
    exact_t sum = 0;
    for (date_t day = within.begin; day <= within.end;) {
        struct civil c = date_to_civil(day);
        int length = date_month_length(c.year, c.month);
        date_t last = day + length - c.day;
        if (last > within.end)
            last = within.end;
        sum = exact_add(sum, exact_share(volume, mul * date_days(day, last), div * length));
        day = last + 1;
    }
    return sum;
}

/* Σ over calendar years of volume × days in that year / days of that year. */
static exact_t per_year(exact_t volume, int64_t mul, int64_t div, struct interval within) {
    exact_t sum = 0;
    for (date_t day = within.begin; day <= within.end;) {
        int year = date_to_civil(day).year;
        date_t last = date_from_civil(year, 12, 31);
        if (last > within.end)
            last = within.end;
        sum = exact_add(sum, exact_share(volume, mul * date_days(day, last), div * date_year_length(year)));
        day = last + 1;
    }
    return sum;
}

bool indicated_volume(const struct dataset *data, const struct indication *indication, struct interval within,
                      exact_t *volume) {
    int mul;
    int div;
    if (!eenheid_factor(indication->eenheid, data->producten.data[indication->product].eenheid, &mul, &div))
        return false;
    exact_t once = exact_from(indication->volume, VOLUME_SCALE);
    int64_t days = interval_days(within);
    switch ((enum frequentie)indication->frequentie) {
    case FREQUENTIE_DAG: *volume = exact_share(once, mul * days, div); return true;
    case FREQUENTIE_WEEK: *volume = exact_share(once, mul * days, (int64_t)div * 7); return true;
    case FREQUENTIE_VIER_WEKEN: *volume = exact_share(once, mul * days, (int64_t)div * 28); return true;
    case FREQUENTIE_MAAND: *volume = per_month(once, mul, div, within); return true;
    case FREQUENTIE_JAAR: *volume = per_year(once, mul, div, within); return true;
    case FREQUENTIE_TOTAAL:
        if (indication->einddatum == DATE_OPEN)
            return false;
        *volume = exact_share(once, mul * days, (int64_t)div * interval_days(indication_validity(indication)));
        return true;
    }
    return false;
}

bool indicated_amount(const struct measure_context *context, const struct indication *indication,
                      struct interval within, exact_t *amount) {
    enum eenheid eenheid = context->data->producten.data[indication->product].eenheid;
    *amount = 0;
    for (date_t day = within.begin; day <= within.end;) {
        struct interval segment = {day, day};
        const struct tarief *tarief = tarief_segment(context->tarieven, indication->organisatie, indication->product,
                                                     day, within.end, &segment.end);
        exact_t volume;
        int mul;
        int div;
        if (!tarief || !eenheid_factor(eenheid, tarief->eenheid, &mul, &div) ||
            !indicated_volume(context->data, indication, segment, &volume))
            return false;
        *amount = exact_add(*amount, exact_share(volume, tarief->tarief * mul, (int64_t)div * CENTS));
        day = segment.end + 1;
    }
    return true;
}

/* The share of a line that falls in the interval. */
static exact_t pro_rata(const struct declaration *line, exact_t whole, int mul, int div, struct interval within) {
    int64_t length = interval_days(line_interval(line));
    int64_t inside = interval_days(interval_intersect(line_interval(line), within));
    exact_t share = inside == length ? exact_share(whole, mul, div) : exact_share(whole, mul * inside, div * length);
    return line->credit ? -share : share;
}

bool line_volume(const struct dataset *data, const struct declaration *line, struct interval within, exact_t *volume) {
    int mul;
    int div;
    if (!eenheid_factor(line->eenheid, data->producten.data[line->product].eenheid, &mul, &div))
        return false;
    *volume = pro_rata(line, exact_from(line->volume, VOLUME_SCALE), mul, div, within);
    return true;
}

exact_t line_amount(const struct declaration *line, struct interval within) {
    return pro_rata(line, exact_from(line->bedrag, CENTS), 1, 1, within);
}
