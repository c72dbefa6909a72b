/*
 * Names that Excel accepts: of sheets, tables and table columns.  Invariant: a result differs from every name before
 * it, also when case is ignored, since Excel ignores it and repairs (that is: damages) a workbook with two equal names.
 * Called by the layout.
 */
#include "reports/book/layout_parts.h"

#include <string.h>
#include <strings.h>

enum { SHEET_NAME_MAX = 31, TABLE_NAME_MAX = 200, HEADER_MAX = 200 };

static bool is_taken(const char *name, const char *const *taken, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcasecmp(name, taken[i]) == 0)
            return true;
    return false;
}

/* The name cut to `max` characters, with a number behind it when it is taken. */
static const char *make_unique(struct arena *arena, const char *name, size_t max, const char *before_number,
                               const char *after_number, const char *const *taken, size_t count) {
    const char *unique = arena_strndup(arena, name, glyphs_prefix(name, max));
    for (unsigned number = 2; is_taken(unique, taken, count); number++) {
        const char *suffix = arena_printf(arena, "%s%u%s", before_number, number, after_number);
        unique = arena_printf(arena, "%.*s%s", (int)glyphs_prefix(name, max - strlen(suffix)), name, suffix);
    }
    return unique;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/*
 * Whether a name would read as something else in a reference: a number, a cell ("AB12", "R1C1"), a word of Excel.  The
 * library puts quotes around a name with other characters than these, but not around such a one.
 */
static bool needs_word(const char *name) {
    static const char *const words[] = {"R", "C", "RC", "TRUE", "FALSE", "History"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcasecmp(name, words[i]) == 0)
            return true;
    size_t letters = 0;
    while (is_letter(name[letters]))
        letters++;
    for (size_t i = letters; name[i]; i++)
        if (!is_letter(name[i]) && !is_digit(name[i]) && name[i] != '_' && name[i] != '.')
            return false;
    return letters == 0 || (letters <= 3 && is_digit(name[letters]));
}

const char *names_sheet(struct arena *arena, const char *wanted, const char *const *taken, size_t count) {
    struct buf name = {0};
    for (; *wanted; wanted++) {
        if (strchr("[]:*?/\\#", *wanted)) /* not for Excel, and # not for links */
            buf_putc(&name, '-');
        else if (*wanted == '\'') /* would end a quoted name in a reference */
            buf_puts(&name, "’");
        else
            buf_putc(&name, *wanted);
    }
    const char *whole = "Blad";
    if (name.len > 0)
        whole = arena_printf(arena, "%s%s", needs_word(name.data) ? "Blad " : "", name.data);
    buf_release(&name);
    return make_unique(arena, whole, SHEET_NAME_MAX, " (", ")", taken, count);
}

const char *names_table(struct arena *arena, const char *wanted, const char *const *taken, size_t count) {
    struct buf name = {0};
    for (; *wanted; wanted++)
        buf_putc(&name, is_letter(*wanted) || is_digit(*wanted) ? *wanted : '_');
    /* It may not begin with a digit nor read as a cell: "AB12", "R1C1", "c". */
    bool bad = name.len < 3 || is_digit(name.data[0]) || is_digit(name.data[name.len - 1]);
    const char *whole = arena_printf(arena, "%s%s", bad ? "Tabel_" : "", name.len ? name.data : "");
    buf_release(&name);
    return make_unique(arena, whole, TABLE_NAME_MAX, "_", "", taken, count);
}

const char *names_header(struct arena *arena, const char *wanted, const char *const *taken, size_t count) {
    const char *name = wanted && *wanted ? names_escaped(arena, wanted) : "Kolom";
    return make_unique(arena, name, HEADER_MAX, " (", ")", taken, count);
}

static bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* "_x0041_" and the like. */
static bool is_escape(const char *at) {
    return at[0] == '_' && at[1] == 'x' && is_hex(at[2]) && is_hex(at[3]) && is_hex(at[4]) && is_hex(at[5]) &&
           at[6] == '_';
}

const char *names_escaped(struct arena *arena, const char *text) {
    if (!strstr(text, "_x"))
        return text;
    struct buf escaped = {0};
    for (; *text; text++) {
        buf_putc(&escaped, *text);
        if (is_escape(text))
            buf_puts(&escaped, "x005F_");
    }
    const char *copy = arena_strndup(arena, escaped.data, escaped.len);
    buf_release(&escaped);
    return copy;
}
