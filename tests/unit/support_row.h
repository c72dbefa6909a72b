/*
 * Rows of named fields, as tests write them: "client=jan ingang=2026-01-01".  A field that is needed and not there, one
 * that nobody asked for, and a value that cannot be read end the test.
 */
#ifndef WMO_TESTS_UNIT_SUPPORT_ROW_H
#define WMO_TESTS_UNIT_SUPPORT_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/date.h"

#define ROW_NEEDED NULL /* as a default: there is none */

enum { ROW_FIELDS_MAX = 24, ROW_TEXT_SIZE = 512 };

struct row {
    char text[ROW_TEXT_SIZE];
    const char *name[ROW_FIELDS_MAX];
    const char *value[ROW_FIELDS_MAX];
    bool used[ROW_FIELDS_MAX];
    size_t count;
};

void row_read(struct row *row, const char *fields);

/* The value of a field, else `otherwise`. */
const char *row_text(struct row *row, const char *name, const char *otherwise);

/* DATE_NONE for "". */
date_t row_date(struct row *row, const char *name, const char *otherwise);

/* As row_date; DATE_OPEN when it is not given. */
date_t row_end(struct row *row, const char *name);

/* A number in units of 10^-decimals; AMOUNT_NONE for "". */
int64_t row_fixed(struct row *row, const char *name, const char *otherwise, int decimals);

/* Place of the value in a list of words that ends with NULL. */
uint8_t row_word(struct row *row, const char *name, const char *otherwise, const char *const *words);

/* After the last field was asked for. */
void row_done(const struct row *row);

#endif
