/*
 * Damage by Excel.  Invariant: what is undone is counted, and a value that is given back stood in the cell.
 */
#include "etl/damage.h"

#include <string.h>

#include "etl/code.h"
#include "etl/convert.h"

static const char nbsp[] = "\xC2\xA0";
static const char narrow_nbsp[] = "\xE2\x80\xAF";

static bool starts_with(struct slice text, size_t at, const char *what) {
    size_t len = strlen(what);
    return text.len - at >= len && memcmp(text.ptr + at, what, len) == 0;
}

static bool has_nbsp(struct slice text) {
    for (size_t i = 0; i < text.len; i++)
        if (starts_with(text, i, nbsp) || starts_with(text, i, narrow_nbsp))
            return true;
    return false;
}

bool damage_in_text(struct slice text) {
    return text.ptr[0] == '=' || text.ptr[0] == '#' || has_nbsp(text);
}

static void note(struct damage_report *undone, enum damage kind) {
    undone->any = true;
    undone->kinds[kind] = true;
}

static struct slice without_nbsp(struct row_block *block, struct slice text) {
    char *copy = arena_alloc(&block->strings, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len;) {
        size_t skip = starts_with(text, i, nbsp)          ? strlen(nbsp)
                      : starts_with(text, i, narrow_nbsp) ? strlen(narrow_nbsp)
                                                          : 0;
        copy[len++] = skip ? ' ' : text.ptr[i];
        i += skip ? skip : 1;
    }
    return convert_trim((struct slice){copy, len});
}

/* `lead` and the text behind it. */
static struct slice led_by(struct row_block *block, char lead, struct slice text) {
    char *copy = arena_alloc(&block->strings, text.len + 2);
    copy[0] = lead;
    if (text.len > 0)
        memcpy(copy + 1, text.ptr, text.len);
    return (struct slice){copy, text.len + 1};
}

static bool lost_zero(const struct column *column, struct slice text) {
    switch (column->type) {
    case TYPE_GEMEENTE:
    case TYPE_GEMEENTECODE: return text.len == 3 && code_is_digits(text);
    case TYPE_AANBIEDER:
    case TYPE_AANBIEDERCODE: return text.len == 7 && code_is_digits(text);
    case TYPE_REDENCODE: return text.len == 1 && code_is_digits(text);
    case TYPE_WORD: return column->words->lost_zero && text.len == 1 && code_is_digits(text);
    case TYPE_CLIENT: return code_lost_zero(text);
    default: return false;
    }
}

static struct slice undo_money(struct row_block *block, struct slice text, struct damage_report *undone) {
    struct slice groups[PATTERN_GROUPS];
    if (!pattern_matches(block->patterns, PATTERN_MONEY, text, groups))
        return text;
    bool euro = memchr(text.ptr, 0xE2, text.len) != NULL;
    bool minus_behind = groups[1].len > 0;
    if (!euro && !minus_behind)
        return text;
    if (euro)
        note(undone, DAMAGE_EURO);
    if (minus_behind)
        note(undone, DAMAGE_MINUS);
    return memchr(text.ptr, '-', text.len) ? led_by(block, '-', groups[0]) : groups[0];
}

struct slice damage_undo(struct row_block *block, const struct column *column, struct slice text,
                         struct damage_report *undone) {
    struct slice groups[PATTERN_GROUPS];
    if (has_nbsp(text)) {
        note(undone, DAMAGE_NBSP);
        text = without_nbsp(block, text);
    }
    if (text.len > 0 && text.ptr[0] == '=' && pattern_matches(block->patterns, PATTERN_FORMULA, text, groups)) {
        note(undone, DAMAGE_FORMULA);
        text = convert_trim(groups[0]);
    }
    if (column_is_number(column->type))
        return undo_money(block, text, undone);
    if (lost_zero(column, text)) {
        note(undone, DAMAGE_ZERO);
        text = led_by(block, '0', text);
    }
    return text;
}

void damage_count(struct row_block *block, unsigned column, const struct damage_report *undone) {
    for (int i = 0; i < DAMAGE_COUNT; i++)
        block->damage[column][i] += undone->kinds[i];
}

static bool is_code(enum column_type type) {
    switch (type) {
    case TYPE_TEXT:
    case TYPE_DATE:
    case TYPE_MOMENT:
    case TYPE_PERIODE:
    case TYPE_WORD: return false;
    default: return !column_is_number(type);
    }
}

enum finding_kind damage_name(struct row_block *block, const struct column *column, struct slice text) {
    if (text.ptr[0] == '#' && pattern_matches(block->patterns, PATTERN_ERROR_VALUE, text, NULL))
        return FINDING_ERROR_VALUE;
    bool date = column->type == TYPE_DATE || column->type == TYPE_MOMENT;
    if (date && pattern_matches(block->patterns, PATTERN_DATE_NUMBER, text, NULL))
        return FINDING_DATE_NUMBER;
    bool exponent = is_code(column->type) && (memchr(text.ptr, '+', text.len) || memchr(text.ptr, ',', text.len));
    if (exponent && pattern_matches(block->patterns, PATTERN_EXPONENT, text, NULL))
        return FINDING_EXPONENT;
    return FINDING_COUNT;
}
