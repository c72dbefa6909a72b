/*
 * Reporting periods: a half-year `2026H1`, a quarter `2026Q3` or a year `2026` (measures.md 1).
 */
#ifndef WMO_REPORTS_PERIOD_H
#define WMO_REPORTS_PERIOD_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/date.h"

enum { PERIOD_NAME_SIZE = 8, PERIOD_MONTHS_MAX = 12 };

struct period {
    char name[PERIOD_NAME_SIZE];
    uint32_t code; /* as struct statement.periode */
    int year;
    int parts;  /* of the year: 1, 2 or 4 */
    int number; /* 1…parts */
    date_t begin;
    date_t end; /* the peildatum p */
};

/* False when the text names no period of 1900–2199. */
bool period_parse(const char *text, struct period *period);

/* The period of the same length just before; false before 1900. */
bool period_before(const struct period *period, struct period *before);

/* The half-year that ended last before `today`; false before July 1900. */
bool period_last_half(date_t today, struct period *period);

/* Number of calendar months, and the first and last day of month `index` (from 0). */
int period_months(const struct period *period);
void period_month(const struct period *period, int index, date_t *begin, date_t *end);

#endif
