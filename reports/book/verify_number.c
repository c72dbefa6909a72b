/*
 * Numbers as a workbook holds them, compared exactly and without floating point.  Called by verify_sheet.c.
 */
#include "reports/book/verify_parts.h"

__extension__ typedef __int128 wide_t;

enum { MOST_DIGITS = 17 };

/* `text` as digits × 10^exponent; false when it is not such a number. */
static bool read_number(const char *text, wide_t *digits, int *exponent) {
    bool negative = *text == '-';
    bool point = false;
    unsigned count = 0;
    *digits = 0;
    *exponent = 0;
    for (text += negative; (*text >= '0' && *text <= '9') || (*text == '.' && !point); text++) {
        if (*text == '.') {
            point = true;
            continue;
        }
        *digits = *digits * 10 + (*text - '0');
        *exponent -= point;
        if (++count > 2 * MOST_DIGITS)
            return false;
    }
    if (*text == 'E') {
        bool below = *++text == '-';
        text += *text == '-' || *text == '+';
        int power = 0;
        for (; *text >= '0' && *text <= '9' && power < 1000; text++)
            power = power * 10 + (*text - '0');
        *exponent += below ? -power : power;
    }
    if (negative)
        *digits = -*digits;
    return count > 0 && *text == '\0';
}

static wide_t times_ten(wide_t number, int times) {
    while (times-- > 0)
        number *= 10;
    return number;
}

bool number_equals(const char *text, int64_t units, unsigned scale) {
    wide_t written;
    int exponent;
    if (!read_number(text, &written, &exponent))
        return false;
    int shift = exponent + (int)scale;
    if (shift > MOST_DIGITS || shift < -MOST_DIGITS)
        return written == 0 && units == 0;
    wide_t meant = times_ten(units, shift < 0 ? -shift : 0);
    written = times_ten(written, shift > 0 ? shift : 0);
    wide_t difference = written > meant ? written - meant : meant - written;
    return difference <= (meant < 0 ? -meant : meant) / INT64_C(100000000000000);
}
