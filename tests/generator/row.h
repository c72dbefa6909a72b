/* One row of CSV in the making: UTF-8, `;`, ISO dates, decimal point, quotes only where needed. */
#ifndef SAMPLE_ROW_H
#define SAMPLE_ROW_H

#include "tests/generator/sink.h"

struct row {
    size_t length;
    char line[SINK_LINE_MAX];
};

static inline void row_start(struct row *r) {
    r->length = 0;
}

void row_code(struct row *r, const char *code);        /* as it is; "" or NULL = empty */
void row_text(struct row *r, const char *text);        /* at most 200 characters */
void row_whole(struct row *r, int64_t number);         /* 12 */
void row_decimal(struct row *r, int64_t n, int scale); /* n / 10^scale: 12.5, 12 */
void row_money(struct row *r, int64_t cents);          /* 12.50 */
void row_date(struct row *r, day d);                   /* 2026-06-30; DAY_NONE = empty */
void row_moment(struct row *r, day d, int minute);     /* 2026-06-30 13:45; minute < 0 = date only */
void row_empty(struct row *r);

/* Ends the row and hands it to part `part` of `s`. */
void row_send(struct row *r, struct sink *s, size_t part);

#endif
