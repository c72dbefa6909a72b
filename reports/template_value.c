/*
 * Values in cells of template files, and the sentences when they are wrong.  Called by everything that reads a
 * template.
 */
#include "reports/template.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "etl/base/buf.h"
#include "etl/base/decimal.h"

enum { DECIMALS = 6, CODE_MAX = 30, MICRO = 1000000 };

bool template_mistake(const struct template_row *row, size_t column, struct error *err, const char *fmt, ...) {
    char sentence[640];
    va_list args;
    va_start(args, fmt);
    vsnprintf(sentence, sizeof sentence, fmt, args);
    va_end(args);
    return error_set(err, "%s, regel %lu, kolom %s: %s", row->path, row->line, row->columns[column].name, sentence);
}

bool template_date(const struct template_row *row, size_t column, date_t *date, struct error *err) {
    const char *text = row->cell[column];
    return date_parse(slice_of(text), date) ||
           template_mistake(row, column, err, "“%s” is geen datum; verwacht een dag als 2026-06-30", text);
}

/* In units of 10^-decimals; the rules for numbers of a file do not know the rest of it, so 1.234 has decimals. */
static bool parse(const char *text, int decimals, int64_t *value) {
    struct decimal_notes ignored = {0};
    return decimal_parse(slice_of(text), decimals, false, value, &ignored) == DECIMAL_OK;
}

bool template_whole(const struct template_row *row, size_t column, int64_t least, int64_t most, int64_t *number,
                    struct error *err) {
    if (parse(row->cell[column], 0, number) && *number >= least && *number <= most)
        return true;
    return template_mistake(row, column, err,
                            "“%s” kan niet; verwacht een geheel getal van %" PRId64 " tot en met %" PRId64,
                            row->cell[column], least, most);
}

bool template_number(const struct template_row *row, size_t column, int64_t least, int64_t most, int64_t *micros,
                     struct error *err) {
    if (parse(row->cell[column], DECIMALS, micros) && *micros >= least * MICRO && *micros <= most * MICRO)
        return true;
    return template_mistake(row, column, err,
                            "“%s” kan niet; verwacht een getal van %" PRId64 " tot en met %" PRId64
                            ", met hoogstens %d decimalen, zoals 0,25",
                            row->cell[column], least, most, (int)DECIMALS);
}

bool template_word(const struct template_row *row, size_t column, const char *const *words, size_t count, size_t *index,
                   struct error *err) {
    struct slice cell = slice_of(row->cell[column]);
    char choice[512] = "";
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        if (slice_is_word(cell, words[i])) {
            *index = i;
            return true;
        }
        int added = snprintf(choice + len, sizeof choice - len, "%s%s",
                             i == 0          ? ""
                             : i + 1 < count ? ", "
                                             : " of ",
                             words[i]);
        if (added > 0 && (size_t)added < sizeof choice - len)
            len += (size_t)added;
    }
    return template_mistake(row, column, err, "“%s” kan niet; verwacht %s", row->cell[column], choice);
}

bool template_yes(const struct template_row *row, size_t column, bool *yes, struct error *err) {
    static const char *const words[] = {"ja", "nee", "j", "n"};
    size_t index;
    if (!template_word(row, column, words, sizeof words / sizeof words[0], &index, err))
        return false;
    *yes = index % 2 == 0;
    return true;
}

static bool is_alnum(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool template_code(const struct template_row *row, size_t column, struct error *err) {
    const char *text = row->cell[column];
    size_t len = strlen(text);
    bool good = len >= 1 && len <= CODE_MAX && is_alnum(text[0]);
    for (size_t i = 1; good && i < len; i++)
        good = is_alnum(text[i]) || strchr("-._", text[i]) != NULL;
    return good ||
           template_mistake(row, column, err,
                            "“%s” kan niet; verwacht een code van hoogstens %d letters, cijfers, “-”, “.” en “_”", text,
                            (int)CODE_MAX);
}
