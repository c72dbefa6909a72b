/*
 * Reads SOURCE_DATE_EPOCH and the clock.  Called by the command line, for `--periode vorige`.
 */
#include "reports/clock.h"

#include <stdint.h>
#include <stdlib.h>
#include <time.h>

enum { UNIX_EPOCH = 25568 /* 1970-01-01 */, SECONDS_PER_DAY = 86400 };

/* The moment that SOURCE_DATE_EPOCH names, -1 when it is not set. */
static bool read_source_date(int64_t *seconds, struct error *err) {
    const char *text = getenv("SOURCE_DATE_EPOCH");
    *seconds = -1;
    if (text == NULL || *text == '\0')
        return true;
    const int64_t most = (int64_t)(DATE_LAST + 1 - UNIX_EPOCH) * SECONDS_PER_DAY - 1;
    int64_t parsed = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9' && parsed <= most; at++)
        parsed = parsed * 10 + (*at - '0');
    if (*at != '\0' || parsed > most)
        return error_set(err, "de omgevingsvariabele SOURCE_DATE_EPOCH is %s; verwacht een aantal seconden sinds 1970",
                         text);
    *seconds = parsed;
    return true;
}

bool clock_today(date_t *today, struct error *err) {
    int64_t seconds;
    if (!read_source_date(&seconds, err))
        return false;
    time_t moment = seconds >= 0 ? (time_t)seconds : time(NULL);
    struct tm day;
    if (seconds >= 0)
        gmtime_r(&moment, &day);
    else
        localtime_r(&moment, &day);
    *today = date_from_civil(day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
    return *today >= UNIX_EPOCH || error_set(err, "de klok van deze computer staat niet goed; zet hem gelijk");
}
