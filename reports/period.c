/*
 * Periods by name and by date.  Called by the command line, the measures and the sheets.
 */
#include "reports/period.h"

#include <stdio.h>
#include <string.h>

static bool digits(const char *text, size_t n, int *number) {
    *number = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *number = *number * 10 + (text[i] - '0');
    }
    return true;
}

static bool period_make(int year, int parts, int number, struct period *period) {
    int months = 12 / parts;
    int last = number * months;
    if (number < 1 || number > parts)
        return false;
    struct period made = {.year = year, .parts = parts, .number = parts == 1 ? 0 : number};
    made.begin = date_from_civil(year, last - months + 1, 1);
    if (made.begin == DATE_NONE)
        return false;
    made.end = date_from_civil(year, last, date_month_length(year, last));
    made.code = (uint32_t)(year * 100 + (parts == 1 ? 0 : parts == 2 ? 10 : 20) + made.number);
    if (parts == 1)
        snprintf(made.name, sizeof made.name, "%d", year % 10000);
    else
        snprintf(made.name, sizeof made.name, "%d%c%d", year % 10000, parts == 2 ? 'H' : 'Q', number % 10);
    *period = made;
    return true;
}

bool period_parse(const char *text, struct period *period) {
    int year;
    int number = 1;
    size_t len = strlen(text);
    if (len != 4 && len != 6)
        return false;
    if (!digits(text, 4, &year))
        return false;
    if (len == 4)
        return period_make(year, 1, 1, period);
    int parts = text[4] == 'H' || text[4] == 'h' ? 2 : text[4] == 'Q' || text[4] == 'q' ? 4 : 0;
    return parts > 0 && digits(text + 5, 1, &number) && period_make(year, parts, number, period);
}

bool period_before(const struct period *period, struct period *before) {
    int number = period->parts == 1 ? 0 : period->number - 1;
    if (number >= 1)
        return period_make(period->year, period->parts, number, before);
    return period_make(period->year - 1, period->parts, period->parts, before);
}

bool period_last_half(date_t today, struct period *period) {
    struct civil day = date_to_civil(today);
    struct period half;
    return period_make(day.year, 2, day.month <= 6 ? 1 : 2, &half) && period_before(&half, period);
}

int period_months(const struct period *period) {
    return 12 / period->parts;
}

void period_month(const struct period *period, int index, date_t *begin, date_t *end) {
    int months = period_months(period);
    int month = (period->parts == 1 ? 0 : (period->number - 1) * months) + index + 1;
    *begin = date_from_civil(period->year, month, 1);
    *end = *begin + date_month_length(period->year, month) - 1;
}
