/*
 * Indicated volumes and amounts, and lines pro rata of days.  Invariant: everything is exact for the usual shares (see
 * etl/base/exact.h).  Called by the families, from several threads.
 */
#include "reports/measures/terms.h"

#include "etl/base/error.h"

enum { VOLUME_SCALE = 1000, CENTS = 100 };

/* What a frequentie is per: `days` days, or those of a calendar month or year, up to `last`. */
struct term {
    int32_t days;
    date_t last;
};

/* The term that a day lies in, measures.md 3. */
static struct term term_of(const struct indication *indication, date_t day) {
    struct civil c;
    switch ((enum frequentie)indication->frequentie) {
    case FREQUENTIE_DAG: return (struct term){1, DATE_OPEN};
    case FREQUENTIE_WEEK: return (struct term){7, DATE_OPEN};
    case FREQUENTIE_VIER_WEKEN: return (struct term){28, DATE_OPEN};
    case FREQUENTIE_MAAND:
        c = date_to_civil(day);
        int length = date_month_length(c.year, c.month);
        return (struct term){length, day + length - c.day};
    case FREQUENTIE_JAAR:
        c = date_to_civil(day);
        return (struct term){date_year_length(c.year), date_from_civil(c.year, 12, 31)};
    case FREQUENTIE_TOTAAL: return (struct term){interval_days(indication_validity(indication)), DATE_OPEN};
    }
    BUG("frequentie");
}

/*
 * In the eenheid of the product: multiplied by mul and divided by div. False when there is no indicated volume, as of a
 * totaal over days that are not known.
 */
static bool has_volume(const struct dataset *data, const struct indication *indication, int *mul, int *div) {
    struct interval validity = indication_validity(indication);
    bool bounded = indication->frequentie != FREQUENTIE_TOTAAL ||
                   (indication->einddatum != DATE_OPEN && interval_days(validity) > 0);
    return bounded && eenheid_factor(indication->eenheid, data->producten.data[indication->product].eenheid, mul, div);
}

bool indicated_volume(const struct dataset *data, const struct indication *indication, struct interval within,
                      exact_t *volume) {
    int mul;
    int div;
    if (!has_volume(data, indication, &mul, &div))
        return false;
    *volume = 0;
    for (date_t day = within.begin; day <= within.end;) {
        struct term term = term_of(indication, day);
        date_t last = term.last < within.end ? term.last : within.end;
        *volume = exact_add(*volume, exact_part(indication->volume, VOLUME_SCALE, (int64_t)mul * date_days(day, last),
                                                (int64_t)div * term.days));
        day = last + 1;
    }
    return true;
}

/* A tarief in cents × mul / div, the eenheid of the product for that of the tarief. */
struct price {
    const struct tarief *tarief;
    int mul;
    int div;
    date_t until; /* the last day on which the tarief is this one */
};

static bool find_price(const struct measure_context *context, const struct indication *indication, date_t day,
                       date_t last, struct price *price) {
    price->tarief =
        tarief_segment(context->tarieven, indication->organisatie, indication->product, day, last, &price->until);
    return price->tarief && eenheid_factor(context->data->producten.data[indication->product].eenheid,
                                           price->tarief->eenheid, &price->mul, &price->div);
}

/* volume / VOLUME_SCALE × mul / div at a price. */
static exact_t priced(int64_t volume, int64_t mul, int64_t div, const struct price *price) {
    exact_t amount;
    int64_t tarief = price->tarief->tarief * price->mul;
    int64_t whole;
    if (!__builtin_mul_overflow(mul, tarief, &whole) &&
        exact_whole_part(volume, VOLUME_SCALE * CENTS, whole, div * price->div, &amount))
        return amount;
    return exact_share(exact_part(volume, VOLUME_SCALE, mul, div), tarief, (int64_t)price->div * CENTS);
}

bool indicated_amounts(const struct measure_context *context, const struct indication *indication,
                       const struct interval *parts, int count, exact_t *amounts) {
    int mul;
    int div;
    struct price price = {.until = DATE_NONE};
    if (!has_volume(context->data, indication, &mul, &div))
        return false;
    for (int n = 0; n < count; n++) {
        amounts[n] = 0;
        for (date_t day = parts[n].begin; day <= parts[n].end;) {
            if ((price.until == DATE_NONE || day > price.until) &&
                !find_price(context, indication, day, parts[count - 1].end, &price))
                return false;
            struct term term = term_of(indication, day);
            date_t last = price.until < parts[n].end ? price.until : parts[n].end;
            if (term.last < last)
                last = term.last;
            amounts[n] = exact_add(amounts[n], priced(indication->volume, (int64_t)mul * date_days(day, last),
                                                      (int64_t)div * term.days, &price));
            day = last + 1;
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
