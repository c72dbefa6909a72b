/*
 * The terms of measures.md 1–3 that several families use: intervals, shares, indicated volumes and prices.
 */
#ifndef WMO_REPORTS_MEASURES_TERMS_H
#define WMO_REPORTS_MEASURES_TERMS_H

#include <stdbool.h>

#include "etl/base/exact.h"
#include "reports/measures/family.h"
#include "reports/measures/lines.h"

static inline struct interval interval_intersect(struct interval a, struct interval b) {
    return (struct interval){a.begin > b.begin ? a.begin : b.begin, a.end < b.end ? a.end : b.end};
}

static inline int32_t interval_days(struct interval a) {
    return date_days(a.begin, a.end);
}

static inline struct interval indication_validity(const struct indication *i) {
    return (struct interval){i->ingangsdatum, i->einddatum};
}

static inline struct interval indication_effective(const struct indication *i) {
    return (struct interval){i->ingangsdatum, i->effective_end};
}

/* measures.md 1: active on a day. */
static inline bool indication_active(const struct indication *i, date_t day) {
    return i->ingangsdatum <= day && day <= i->effective_end;
}

/*
 * Indicated volume over [within] (already cut to the interval that counts), in the product's eenheid, measures.md 3.
 * False when the indication has none: eenheid does not convert, or totaal without einddatum.
 */
bool indicated_volume(const struct dataset *data, const struct indication *indication, struct interval within,
                      exact_t *volume);

/*
 * Indicated amounts over `count` parts of an interval, one after the other and some of them empty, in euro: indicated
 * volume × tarief over the tarief segments.  False when some day has no tarief or there is no indicated volume.
 */
bool indicated_amounts(const struct measure_context *context, const struct indication *indication,
                       const struct interval *parts, int count, exact_t *amounts);

/* A line's signed volume in `eenheid` (false when it does not convert), or amount in euro, falling in [within] pro rata
 * of days. */
bool line_volume(const struct line *line, enum eenheid eenheid, struct interval within, exact_t *volume);
exact_t line_amount(const struct line *line, struct interval within);

static inline struct interval line_interval(const struct line *line) {
    return (struct interval){line->periode_begin, line->periode_eind};
}

/* Does some day of the line fall in the interval? */
static inline bool line_overlaps(const struct line *line, struct interval within) {
    return line->periode_begin <= within.end && within.begin <= line->periode_eind;
}

/*
 * The tarief in force on a day (own before general, then latest ingangsdatum, then last), NULL when none; *until is the
 * last day up to and including `last` on which the answer stays the same.
 */
const struct tarief *tarief_segment(const struct tarief_index *index, uint16_t organisatie, uint16_t product,
                                    date_t day, date_t last, date_t *until);

struct tarief_index *tarief_index_new(const struct dataset *data);
void tarief_index_free(struct tarief_index *index);

#endif
