/*
 * Template files: the CSV tables in which a user sets what the tool does and says (outputs.md, "templates/ decides").
 *
 * They are read strictly: a mistake is a failure (exit status 2) that names file, line and what was expected, where the
 * same mistake in the input would be a finding.
 */
#ifndef WMO_REPORTS_TEMPLATE_H
#define WMO_REPORTS_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/arena.h"
#include "etl/base/date.h"
#include "etl/base/error.h"

enum { TEMPLATE_COLUMNS_MAX = 16 };

/* Where templates are: a file that `own` (NULL: none) does not hold comes from `shipped`. */
struct template_dirs {
    const char *own;
    const char *shipped;
};

/* The path of template file `name`, in the arena. */
const char *template_path(const struct template_dirs *dirs, const char *name, struct arena *arena);

/*
 * A misspelt name would leave the shipped file in force without a word: false when `own`, or its folder tabellen, holds
 * a .csv file that the shipped set does not have.
 */
bool template_check_names(const struct template_dirs *dirs, struct error *err);

struct template_column {
    const char *name;
    bool required; /* a row without a value is a mistake; the column itself must always be there */
};

/* One row; cells by index of the columns asked for, terminated, "" when empty. Borrowed during the call only. */
struct template_row {
    const char *path;
    unsigned long line;
    const struct template_column *columns;
    const char *cell[TEMPLATE_COLUMNS_MAX];
};

/*
 * Calls each(context, row, err) for every row of the file at `path`, in its order; stops when that returns false.
 * False as well when the file cannot be read, lacks a column or has one that is not asked for.
 */
bool template_read(const char *path, const struct template_column *columns, size_t count,
                   bool (*each)(void *context, const struct template_row *row, struct error *err), void *context,
                   struct error *err);

/* Writes "<file>, regel <n>, kolom <c>: " and the sentence; returns false. */
bool template_mistake(const struct template_row *row, size_t column, struct error *err, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* The value of a cell; false with a message when it is not what is expected. An empty cell never is. */
bool template_date(const struct template_row *row, size_t column, date_t *date, struct error *err);
bool template_whole(const struct template_row *row, size_t column, int64_t least, int64_t most, int64_t *number,
                    struct error *err);
bool template_yes(const struct template_row *row, size_t column, bool *yes, struct error *err);

/* A number with at most six decimals behind a comma or point, in millionths; least and most are whole. */
bool template_number(const struct template_row *row, size_t column, int64_t least, int64_t most, int64_t *micros,
                     struct error *err);

/* Letters A–Z and a–z, digits, `-`, `.` and `_`, at most 30, beginning with a letter or digit. */
bool template_code(const struct template_row *row, size_t column, struct error *err);

/* The index of one of `count` words, compared without case. */
bool template_word(const struct template_row *row, size_t column, const char *const *words, size_t count, size_t *index,
                   struct error *err);

#endif
