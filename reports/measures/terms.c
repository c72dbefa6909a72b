/*
 * Indicated volumes and amounts, and lines pro rata of days.  Invariant: everything is exact for the usual shares (see
 * etl/base/exact.h).  Called by the families, from several threads.
 */
#include "reports/measures/terms.h"

enum { VOLUME_SCALE = 1000, CENTS = 100 };

/* Σ over calendar months of volume × days in that month / days of that month. */
static exact_t per_month(int64_t volume, int64_t mul, int64_t div, struct interval within) {
    exact_t sum = 0;
    for (date_t day = within.begin; day <= within.end;) {
        struct civil c = date_to_civil(day);
        int length = date_month_length(c.year, c.month);
        date_t last = day + length - c.day;
        if (last > within.end)
            last = within.end;
        sum = exact_add(sum, exact_part(volume, VOLUME_SCALE, mul * date_days(day, last), div * length));
        day = last + 1;
    }
    return sum;
}

/* Σ over calendar years of volume × days in that year / days of that year. */
static exact_t per_year(int64_t volume, int64_t mul, int64_t div, struct interval within) {
    exact_t sum = 0;
    for (date_t day = within.begin; day <= within.end;) {
        int year = date_to_civil(day).year;
        date_t last = date_from_civil(year, 12, 31);
        if (last > within.end)
            last = within.end;
        sum =
            exact_add(sum, exact_part(volume, VOLUME_SCALE, mul * date_days(day, last), div * date_year_length(year)));
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
    int64_t once = indication->volume;
    int64_t days = interval_days(within);
    switch ((enum frequentie)indication->frequentie) {
    case FREQUENTIE_DAG: *volume = exact_part(once, VOLUME_SCALE, mul * days, div); return true;
    case FREQUENTIE_WEEK: *volume = exact_part(once, VOLUME_SCALE, mul * days, (int64_t)div * 7); return true;
    case FREQUENTIE_VIER_WEKEN: *volume = exact_part(once, VOLUME_SCALE, mul * days, (int64_t)div * 28); return true;
    case FREQUENTIE_MAAND: *volume = per_month(once, mul, div, within); return true;
    case FREQUENTIE_JAAR: *volume = per_year(once, mul, div, within); return true;
    case FREQUENTIE_TOTAAL:
        if (indication->einddatum == DATE_OPEN)
            return false;
        *volume =
            exact_part(once, VOLUME_SCALE, mul * days, (int64_t)div * interval_days(indication_validity(indication)));
        return true;
    }
    return false;
}

bool indicated_amounts(const struct measure_context *context, const struct indication *indication,
                       const struct interval *parts, int count, exact_t *amounts) {
    const struct product *product = &context->data->producten.data[indication->product];
    const struct tarief *tarief = NULL;
    date_t last = parts[count - 1].end;
    date_t until = DATE_NONE; /* the last day on which the tarief is this one */
    int mul = 1;
    int div = 1;
    for (int n = 0; n < count; n++) {
        amounts[n] = 0;
        for (date_t day = parts[n].begin; day <= parts[n].end;) {
            exact_t volume;
            if (until == DATE_NONE || day > until) {
                tarief =
                    tarief_segment(context->tarieven, indication->organisatie, indication->product, day, last, &until);
                if (!tarief || !eenheid_factor(product->eenheid, tarief->eenheid, &mul, &div))
                    return false;
            }
            date_t end = until < parts[n].end ? until : parts[n].end;
            if (!indicated_volume(context->data, indication, (struct interval){day, end}, &volume))
                return false;
            amounts[n] = exact_add(amounts[n], exact_share(volume, tarief->tarief * mul, (int64_t)div * CENTS));
            day = end + 1;
        }
    }
    return true;
}

/* The share of a line that falls in the interval; most lines fall in it whole. */
static exact_t pro_rata(const struct line *line, exact_t whole, struct interval within) {
    if (within.begin <= line->periode_begin && line->periode_eind <= within.end)
        return whole;
    int64_t length = interval_days(line_interval(line));
    return exact_share(whole, interval_days(interval_intersect(line_interval(line), within)), length);
}

bool line_volume(const struct line *line, enum eenheid eenheid, struct interval within, exact_t *volume) {
    int mul = 1;
    int div = 1;
    if (line->eenheid != eenheid && !eenheid_factor(line->eenheid, eenheid, &mul, &div))
        return false;
    exact_t whole = exact_from(line->volume, VOLUME_SCALE);
    if (mul != div)
        whole = exact_share(whole, mul, div);
    *volume = pro_rata(line, whole, within);
    return true;
}

exact_t line_amount(const struct line *line, struct interval within) {
    return pro_rata(line, exact_from(line->bedrag, CENTS), within);
}
