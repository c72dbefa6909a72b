/*
 * Dates and numbers of the form that nearly all of them have, read eight bytes at a time; what has another form is left
 * to date.h and decimal.h, which begin here too.
 */
#ifndef WMO_ETL_BASE_PLAIN_H
#define WMO_ETL_BASE_PLAIN_H

#include "etl/base/buf.h"
#include "etl/base/date.h"
#include "etl/base/word.h"

#define PLAIN_ZEROS UINT64_C(0x3030303030303030)

/* The highest bit of every byte that is more than 9; of one behind such a byte it may be set too. */
static inline uint64_t plain_no_digits(uint64_t bytes) {
    return (bytes | (bytes + UINT64_C(0x7676767676767676))) & UINT64_C(0x8080808080808080);
}

/* 2026-06-30; false when it is something else or no day. */
static inline bool plain_date(struct slice text, date_t *date) {
    if (text.len != 10)
        return false;
    uint64_t month = word_load(text.ptr) ^ UINT64_C(0x2D30302D30303030); /* "0000-00-": digits become 0–9 */
    uint64_t day = (word_load_half(text.ptr + 6) ^ 0x30302D00U) >> 16;   /* "?-00" */
    uint64_t separators = month & UINT64_C(0xFF0000FF00000000);
    if ((plain_no_digits(month) | plain_no_digits(day) | separators) != 0)
        return false;
    unsigned tens = (unsigned)(month * 10 + (month >> 8)); /* in bytes 0 and 2: two digits of the year */
    unsigned year = (tens & 0xFFU) * 100 + (tens >> 16 & 0xFFU);
    *date = date_from_civil((int)year, (int)((month >> 40 & 0xFFU) * 10 + (month >> 48 & 0xFFU)),
                            (int)((day & 0xFFU) * 10 + (day >> 8)));
    return *date != DATE_NONE;
}

/* Eight bytes of 0 to 9 as a number: first pairs, then pairs of pairs. */
static inline uint32_t plain_join(uint64_t digits) {
    digits = digits * 10 + (digits >> 8); /* in every second byte */
    uint64_t odd = digits & UINT64_C(0x000000FF000000FF);
    uint64_t even = digits >> 16 & UINT64_C(0x000000FF000000FF);
    return (uint32_t)((odd * (100 + (UINT64_C(1000000) << 32)) + even * (1 + (UINT64_C(10000) << 32))) >> 32);
}

/*
 * Up to eight bytes of digits with or without decimals, at most `decimals` of them; the value is in units of
 * 10^-decimals, and `comma` is set when there is one.  False when it is something else, or ambiguous as 1.234 is.
 */
static inline bool plain_number(struct slice text, int decimals, int64_t *value, bool *comma) {
    static const int64_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    if (text.len - 1 >= WORD_BYTES)
        return false;
    unsigned begin = 64 - 8 * (unsigned)text.len;
    uint64_t digits = (word_of(text.ptr, text.len) ^ PLAIN_ZEROS) << begin; /* behind zeros */
    uint64_t marks = plain_no_digits(digits);
    if (marks != 0) {
        unsigned place = (unsigned)__builtin_ctzll(marks) & ~7U;
        uint64_t before = (UINT64_C(1) << place) - 1;
        uint64_t mark = (digits >> place & 0xFFU) ^ '0';
        int given = 7 - (int)(place / 8);
        if ((marks & (marks - 1)) != 0 || (mark != ',' && (mark != '.' || given == 3)) || place == begin ||
            given == 0 || given > decimals)
            return false;
        digits = (digits & before) << 8 | (digits & ~before & ~(UINT64_C(0xFF) << place));
        decimals -= given;
        *comma |= mark == ',';
    }
    *value = plain_join(digits) * tens[decimals];
    return true;
}

#endif
