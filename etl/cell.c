/*
 * Reading of plain cells by hand-written code, as fast as it gets: nearly every cell of every file comes here and goes
 * no further.  Invariant: a value is stored only when the whole cell was understood.
 */
#include "etl/cell.h"

#include <string.h>

#include "etl/base/utf8.h"
#include "etl/code.h"
#include "etl/damage.h"
#include "etl/rows.h"

enum { TEXT_MAX = 200, GEMEENTECODE_LENGTH = 4, AANBIEDERCODE_LENGTH = 8 };

#define STORE(cell, value) memcpy(cell_member(cell), &(value), sizeof(value))

/* ---- numbers ---- */

int cell_decimals(enum column_type type) {
    switch (type) {
    case TYPE_VOLUME: return 3;
    case TYPE_EURO: return 2;
    case TYPE_NUMBER: return 6;
    default: return 0;
    }
}

static enum finding_kind read_number(struct cell *cell) {
    enum column_type type = cell->column->type;
    struct decimal_notes unambiguous = {0};
    struct decimal_notes *notes = cell->typed ? &unambiguous : &cell->block->notes;
    bool comma_file = cell->block->comma_file && !cell->typed;
    int64_t value;
    switch (decimal_parse(cell->text, cell_decimals(type), comma_file, &value, notes)) {
    case DECIMAL_OK: break;
    case DECIMAL_NO_NUMBER: return FINDING_NOT_A_NUMBER;
    case DECIMAL_TOO_LARGE: return FINDING_NUMBER_TOO_LARGE;
    case DECIMAL_TOO_MANY_DECIMALS: return type == TYPE_WHOLE ? FINDING_NOT_WHOLE : FINDING_TOO_MANY_DECIMALS;
    }
    if (value < 0 && (type == TYPE_VOLUME || type == TYPE_WHOLE))
        return FINDING_NEGATIVE;
    STORE(cell, value);
    return NO_FINDING;
}

/* ---- dates and periods ---- */

static enum finding_kind read_date(struct cell *cell) {
    date_t date;
    if (!date_parse(cell->text, &date))
        return FINDING_NOT_A_DATE;
    STORE(cell, date);
    return NO_FINDING;
}

static enum finding_kind read_moment(struct cell *cell) {
    int64_t moment;
    if (!date_parse_moment(cell->text, &moment))
        return FINDING_NOT_A_MOMENT;
    STORE(cell, moment);
    return NO_FINDING;
}

/* 2026, 2026H1 or 2026Q3 as year × 100 + kind and number (dataset.h, struct statement). */
static enum finding_kind read_periode(struct cell *cell) {
    struct slice text = cell->text;
    struct slice year = {text.ptr, 4};
    uint32_t part = 0;
    if ((text.len != 4 && text.len != 6) || !code_is_digits(year))
        return FINDING_NOT_A_PERIODE;
    if (text.len == 6) {
        char kind = text.ptr[4];
        bool half = kind == 'H' || kind == 'h';
        char last = half ? '2' : '4';
        if ((!half && kind != 'Q' && kind != 'q') || text.ptr[5] < '1' || text.ptr[5] > last)
            return FINDING_NOT_A_PERIODE;
        part = (half ? 10U : 20U) + (uint32_t)(text.ptr[5] - '0');
    }
    uint32_t periode = 0;
    for (int i = 0; i < 4; i++)
        periode = periode * 10 + (uint32_t)(text.ptr[i] - '0');
    if (periode < 1900 || periode > 2199)
        return FINDING_NOT_A_PERIODE;
    periode = periode * 100 + part;
    STORE(cell, periode);
    return NO_FINDING;
}

/* ---- words and texts ---- */

static enum finding_kind read_word(struct cell *cell) {
    for (const struct word *word = cell->column->words->list; word->text; word++) {
        if (slice_is_word(cell->text, word->text)) {
            *cell_member(cell) = (char)word->value;
            return NO_FINDING;
        }
    }
    return FINDING_NOT_A_WORD;
}

static void want(struct cell *cell, enum pool_id pool, struct slice text) {
    uint32_t number = row_block_text(cell->block, pool, text);
    STORE(cell, number);
}

static enum finding_kind read_text(struct cell *cell) {
    if (!cell->examined && damage_in_text(cell->text))
        return FINDING_ERROR_VALUE;
    if (cell->text.len > TEXT_MAX && utf8_count(cell->text.ptr, cell->text.len) > TEXT_MAX)
        return FINDING_TEXT_TOO_LONG;
    want(cell, POOL_TEXTS, cell->text);
    return NO_FINDING;
}

/* ---- codes ---- */

static bool is_digits_of(struct slice text, size_t length) {
    return text.len == length && code_is_digits(text);
}

/* A value that is a number of its own at the commit, for every row again. */
static void want_once(struct cell *cell, enum pool_id pool, struct slice code) {
    row_block_want(cell->block, pool, code, cell->column->offset);
    cell->once = true;
}

/* A code of another table: known ones at once, others get a number at the commit. */
static enum finding_kind read_reference(struct cell *cell, enum pool_id pool, struct slice code) {
    uint32_t id = intern_find(&cell->block->load->pools[pool].known, code);
    uint16_t index = id == INTERN_NONE ? INDEX_UNKNOWN : (uint16_t)id;
    STORE(cell, index);
    if (id == INTERN_NONE)
        want_once(cell, pool, code);
    else
        row_block_keep_code(cell->block, cell->column->type, cell->text, index);
    return NO_FINDING;
}

static struct slice in_capitals(struct cell *cell) {
    struct slice text = cell->text;
    size_t i = 0;
    while (i < text.len && !(text.ptr[i] >= 'a' && text.ptr[i] <= 'z'))
        i++;
    if (i == text.len)
        return text;
    char *copy = arena_strndup(&cell->block->strings, text.ptr, text.len);
    for (; i < text.len; i++)
        if (copy[i] >= 'a' && copy[i] <= 'z')
            copy[i] = (char)(copy[i] - ('a' - 'A'));
    return (struct slice){copy, text.len};
}

static enum finding_kind read_productcode(struct cell *cell) {
    struct spelled code;
    if (!code_is_valid(cell->text))
        return FINDING_NOT_A_CODE;
    code.key = row_block_text(cell->block, POOL_TEXTS, in_capitals(cell));
    code.written = row_block_text(cell->block, POOL_TEXTS, cell->text);
    STORE(cell, code);
    return NO_FINDING;
}

static enum finding_kind read_client(struct cell *cell) {
    struct slice text = cell->text;
    if (!code_is_valid(text))
        return FINDING_NOT_A_CODE;
    if (text.len == 8 && code_lost_zero(text))
        return FINDING_NOT_A_CODE; /* repaired and read again */
    if (text.len == 9 && code_is_digits(text) && !code_is_bsn(text)) {
        findings_add(&cell->block->findings, FINDING_ELFPROEF, cell_place(cell));
        cell->once = true;
    }
    want(cell, POOL_CLIENTS, text);
    return NO_FINDING;
}

/* iWmo has a number here: leading zeros say nothing. */
static struct slice without_zeros(struct slice text) {
    if (text.ptr[0] != '0' || !code_is_digits(text))
        return text;
    while (text.len > 1 && text.ptr[0] == '0') {
        text.ptr++;
        text.len--;
    }
    return text;
}

static enum finding_kind read_regelnummer(struct cell *cell) {
    uint64_t packed;
    if (code_pack(cell->text, &packed)) {
        STORE(cell, packed);
        return NO_FINDING;
    }
    if (!code_is_valid(cell->text))
        return FINDING_NOT_A_CODE;
    want_once(cell, POOL_REGELNUMMERS, cell->text);
    return NO_FINDING;
}

static enum finding_kind read_code(struct cell *cell) {
    if (!code_is_valid(cell->text))
        return FINDING_NOT_A_CODE;
    switch (cell->column->type) {
    case TYPE_PRODUCT: return read_reference(cell, POOL_PRODUCTEN, in_capitals(cell));
    case TYPE_REDENCODE:
        if (is_digits_of(cell->text, 1))
            return FINDING_NOT_A_CODE; /* repaired and read again */
        break;
    case TYPE_TOEWIJZINGNUMMER: want(cell, POOL_TOEWIJZINGNUMMERS, without_zeros(cell->text)); return NO_FINDING;
    case TYPE_TOEWIJZING:
        cell->text = without_zeros(cell->text);
        STORE(cell, cell->text);
        return NO_FINDING;
    case TYPE_DECLARATIENUMMER: want(cell, POOL_DECLARATIENUMMERS, cell->text); return NO_FINDING;
    default: break;
    }
    want(cell, POOL_TEXTS, cell->text);
    return NO_FINDING;
}

static enum finding_kind read_fixed_digits(struct cell *cell) {
    switch (cell->column->type) {
    case TYPE_GEMEENTE:
        return is_digits_of(cell->text, GEMEENTECODE_LENGTH) ? read_reference(cell, POOL_GEMEENTEN, cell->text)
                                                             : FINDING_NOT_A_GEMEENTECODE;
    case TYPE_AANBIEDER:
        return is_digits_of(cell->text, AANBIEDERCODE_LENGTH) ? read_reference(cell, POOL_AANBIEDERS, cell->text)
                                                              : FINDING_NOT_AN_AANBIEDERCODE;
    case TYPE_GEMEENTECODE:
        if (!is_digits_of(cell->text, GEMEENTECODE_LENGTH))
            return FINDING_NOT_A_GEMEENTECODE;
        break;
    default:
        if (!is_digits_of(cell->text, AANBIEDERCODE_LENGTH))
            return FINDING_NOT_AN_AANBIEDERCODE;
    }
    want(cell, POOL_TEXTS, cell->text);
    return NO_FINDING;
}

/* ---- one cell ---- */

enum finding_kind cell_read(struct cell *cell) {
    static enum finding_kind (*const readers[])(struct cell *) = {
        [TYPE_TEXT] = read_text,
        [TYPE_CODE] = read_code,
        [TYPE_PRODUCTCODE] = read_productcode,
        [TYPE_GEMEENTECODE] = read_fixed_digits,
        [TYPE_AANBIEDERCODE] = read_fixed_digits,
        [TYPE_REDENCODE] = read_code,
        [TYPE_GEMEENTE] = read_fixed_digits,
        [TYPE_AANBIEDER] = read_fixed_digits,
        [TYPE_PRODUCT] = read_code,
        [TYPE_CLIENT] = read_client,
        [TYPE_TOEWIJZINGNUMMER] = read_code,
        [TYPE_TOEWIJZING] = read_code,
        [TYPE_DECLARATIENUMMER] = read_code,
        [TYPE_REGELNUMMER] = read_regelnummer,
        [TYPE_DATE] = read_date,
        [TYPE_MOMENT] = read_moment,
        [TYPE_PERIODE] = read_periode,
        [TYPE_VOLUME] = read_number,
        [TYPE_EURO] = read_number,
        [TYPE_NUMBER] = read_number,
        [TYPE_WHOLE] = read_number,
        [TYPE_WORD] = read_word,
    };
    return readers[cell->column->type](cell);
}
