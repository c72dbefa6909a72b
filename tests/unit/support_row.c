/*
 * Reads rows of named fields.  Invariant: every field of a row was asked for when row_done returns.
 * Used by support_dataset.c.
 */
#include "tests/unit/support_row.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "etl/dataset.h"

void row_read(struct row *row, const char *fields) {
    *row = (struct row){.count = 0};
    size_t len = strlen(fields);
    if (len >= sizeof row->text)
        fail_msg("row too long: '%s'", fields);
    memcpy(row->text, fields, len);
    char *rest = NULL;
    for (char *field = strtok_r(row->text, " ", &rest); field; field = strtok_r(NULL, " ", &rest)) {
        char *sign = strchr(field, '=');
        if (!sign || row->count == ROW_FIELDS_MAX) {
            fail_msg("no field in '%s'", fields);
            return;
        }
        *sign = '\0';
        row->name[row->count] = field;
        row->value[row->count++] = sign + 1;
    }
}

const char *row_text(struct row *row, const char *name, const char *otherwise) {
    for (size_t f = 0; f < row->count; f++) {
        if (strcmp(row->name[f], name) == 0) {
            row->used[f] = true;
            return row->value[f];
        }
    }
    if (!otherwise)
        fail_msg("the field '%s' is needed", name);
    return otherwise;
}

date_t row_date(struct row *row, const char *name, const char *otherwise) {
    const char *text = row_text(row, name, otherwise);
    date_t date = DATE_NONE;
    if (*text != '\0' && !date_parse(slice_of(text), &date))
        fail_msg("no date: '%s'", text);
    return date;
}

date_t row_end(struct row *row, const char *name) {
    date_t date = row_date(row, name, "");
    return date == DATE_NONE ? DATE_OPEN : date;
}

int64_t row_fixed(struct row *row, const char *name, const char *otherwise, int decimals) {
    const char *text = row_text(row, name, otherwise);
    if (*text == '\0')
        return AMOUNT_NONE;
    const char *at = text + (*text == '-');
    int64_t number = 0;
    for (; *at >= '0' && *at <= '9'; at++)
        number = number * 10 + (*at - '0');
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9' && decimals > 0; at++, decimals--)
            number = number * 10 + (*at - '0');
    if (*at != '\0')
        fail_msg("no number: '%s'", text);
    for (; decimals > 0; decimals--)
        number *= 10;
    return *text == '-' ? -number : number;
}

static uint8_t word_index(const char *const *words, const char *word) {
    for (uint8_t n = 0; words[n]; n++)
        if (strcmp(words[n], word) == 0)
            return n;
    fail_msg("unknown word '%s'", word);
    return 0;
}

uint8_t row_word(struct row *row, const char *name, const char *otherwise, const char *const *words) {
    return word_index(words, row_text(row, name, otherwise));
}

void row_done(const struct row *row) {
    for (size_t f = 0; f < row->count; f++)
        if (!row->used[f])
            fail_msg("unknown field '%s'", row->name[f]);
}
