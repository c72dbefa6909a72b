/* The calendar (proleptic Gregorian, by Howard Hinnant's day count) and the window of a region.
 * Invariant: every function is pure. Called by everything here that handles a date. */
#include "tests/generator/calendar.h"

day day_of(int year, int month, int mday) {
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int yoe = y - era * 400;
    int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + mday - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

struct civil day_civil(day d) {
    int z = d + 719468;
    int era = z / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int month = mp < 10 ? mp + 3 : mp - 9;
    return (struct civil){yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

day month_first(day d) {
    return d - day_civil(d).mday + 1;
}

day month_last(day d) {
    return day_add_months(month_first(d), 1) - 1;
}

day day_add_months(day d, int months) {
    struct civil c = day_civil(d);
    int total = c.year * 12 + c.month - 1 + months;
    return day_of(total / 12, total % 12 + 1, c.mday);
}

bool half_parse(const char *text, half *h) {
    int year = 0;
    for (int i = 0; i < 4; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        year = year * 10 + (text[i] - '0');
    }
    if (text[4] != 'H' || (text[5] != '1' && text[5] != '2') || text[6] != '\0')
        return false;
    *h = year * 2 + (text[5] - '1');
    return true;
}

void half_name(half h, char name[HALF_NAME_SIZE]) {
    int year = h / 2;
    for (int i = 3; i >= 0; i--, year /= 10)
        name[i] = (char)('0' + year % 10);
    name[4] = 'H';
    name[5] = (char)('1' + h % 2);
    name[6] = '\0';
}

day half_first(half h) {
    return day_of(h / 2, h % 2 == 0 ? 1 : 7, 1);
}

day half_last(half h) {
    return half_first(h + 1) - 1;
}

struct window window_of(half last) {
    return (struct window){
        .last = last,
        .first_indication = day_of(last / 2 - 3, 1, 1),
        .first_line = half_first(last - 3),
        .contract_start = day_of(2025, 7, 1),
        .contract_end = day_of(2027, 6, 30),
        .target = day_of(2028, 12, 31),
        .end = half_last(last),
    };
}
