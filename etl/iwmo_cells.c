/*
 * Cells as they would stand in a CSV file, so that a message is judged by the same rules.  Invariant: volumes and
 * amounts of a message are whole numbers; what is not never reaches the rules for numbers of CSV.
 */
#include "etl/iwmo_cells.h"

#include <string.h>

#include "etl/base/decimal.h"
#include "etl/code.h"
#include "etl/rows.h"

static const char VERWIJDERD[] = "13"; /* RedenWijziging */

struct mapping {
    const char *column;
    enum iwmo_field field;
};

/* bijgewerkt_op is made of two texts. */
static const struct mapping indication_columns[] = {
    {"gemeentecode", FIELD_AFZENDER},
    {"toewijzingnummer", FIELD_TOEWIJZINGNUMMER},
    {"client", FIELD_BSN},
    {"aanbiedercode", FIELD_ONTVANGER},
    {"productcode", FIELD_PRODUCTCODE},
    {"volume", FIELD_VOLUME},
    {"eenheid", FIELD_EENHEID},
    {"frequentie", FIELD_FREQUENTIE},
    {"ingangsdatum", FIELD_BEGIN},
    {"einddatum", FIELD_EIND},
    {"besluitdatum", FIELD_TOEWIJZINGSDATUM},
    {"bijgewerkt_op", FIELD_TOEWIJZINGSTIJD},
    {NULL, FIELD_COUNT},
};

static const struct mapping declaration_columns[] = {
    {"aanbiedercode", FIELD_AFZENDER},
    {"gemeentecode", FIELD_ONTVANGER},
    {"declaratienummer", FIELD_DECLARATIENUMMER},
    {"regelnummer", FIELD_REFERENTIE},
    {"client", FIELD_BSN},
    {"toewijzingnummer", FIELD_TOEWIJZINGNUMMER},
    {"productcode", FIELD_PRODUCTCODE},
    {"periode_begin", FIELD_BEGIN},
    {"periode_eind", FIELD_EIND},
    {"volume", FIELD_VOLUME},
    {"eenheid", FIELD_EENHEID},
    {"tarief", FIELD_TARIEF},
    {"bedrag", FIELD_BEDRAG},
    {"debetcredit", FIELD_TEKEN},
    {"vorig_regelnummer", FIELD_VORIGE_REFERENTIE},
    {NULL, FIELD_COUNT},
};

void iwmo_columns_bind(struct iwmo_columns *columns, enum iwmo_kind kind, const struct schema *schema) {
    const struct mapping *mapping = kind == IWMO_301 ? indication_columns : declaration_columns;
    for (unsigned i = 0; i < COLUMNS_MAX; i++)
        columns->fields[i] = FIELD_COUNT;
    for (; mapping->column; mapping++)
        columns->fields[schema_find(schema, slice_of(mapping->column))] = mapping->field;
}

struct place iwmo_place(const struct row_block *block, uint32_t line, const char *column) {
    return row_block_place(block, line, schema_find(block->schema, slice_of(column)));
}

/* ---- whole numbers ---- */

/* Digits, with a minus before them at most; the rules for numbers say what is wrong with the rest. */
static bool is_whole(struct slice text) {
    if (text.len > 1 && text.ptr[0] == '-')
        text = (struct slice){text.ptr + 1, text.len - 1};
    return code_is_digits(text);
}

static enum finding_kind why_not_whole(struct slice text) {
    int64_t unused;
    struct decimal_notes notes = {0};
    return decimal_parse(text, 6, true, &unused, &notes) == DECIMAL_NO_NUMBER ? FINDING_NOT_A_NUMBER
                                                                              : FINDING_NOT_WHOLE;
}

/* 12345 as 123.45 */
static struct slice in_euros(struct row_block *block, struct slice cents) {
    bool negative = cents.ptr[0] == '-';
    struct slice digits = {cents.ptr + negative, cents.len - negative};
    while (digits.len > 1 && digits.ptr[0] == '0') {
        digits.ptr++;
        digits.len--;
    }
    size_t whole = digits.len > 2 ? digits.len - 2 : 0;
    const char *text =
        arena_printf(&block->strings, "%s%.*s%s%s%.*s", negative ? "-" : "", (int)whole, digits.ptr, whole ? "." : "0.",
                     digits.len == 1 ? "0" : "", (int)(digits.len - whole), digits.ptr + whole);
    return slice_of(text);
}

bool iwmo_amount(struct slice digits, struct slice sign, int64_t *cents) {
    struct decimal_notes notes = {0};
    bool credit = slice_is_word(sign, "C");
    if (!is_whole(digits) || decimal_parse(digits, 0, true, cents, &notes) != DECIMAL_OK)
        return false;
    if (credit)
        *cents = -*cents;
    return credit || slice_is_word(sign, "D");
}

void iwmo_put_euros(struct buf *out, int64_t cents) {
    uint64_t size = cents < 0 ? -(uint64_t)cents : (uint64_t)cents;
    buf_printf(out, "%s%llu.%02u", cents < 0 ? "-" : "", (unsigned long long)(size / 100), (unsigned)(size % 100));
}

/* ---- rows ---- */

/* A cell that is no whole number becomes a finding and a 0, so that the rest of the row is judged too. */
static struct slice number_cell(struct row_block *block, const struct iwmo_message *message, unsigned column,
                                struct slice text, bool *good) {
    if (text.len == 0)
        return text;
    if (!is_whole(text)) {
        findings_add_text(&block->findings, why_not_whole(text), row_block_place(block, message->line, column), text);
        *good = false;
        return slice_of("0");
    }
    return block->schema->columns[column].type == TYPE_EURO ? in_euros(block, text) : row_block_keep(block, text);
}

static struct slice moment_cell(struct row_block *block, const struct iwmo_message *message) {
    struct slice date = iwmo_text(message, FIELD_TOEWIJZINGSDATUM);
    struct slice time = iwmo_text(message, FIELD_TOEWIJZINGSTIJD);
    return slice_of(arena_printf(&block->strings, "%.*s %.*s", (int)date.len, date.ptr, (int)time.len, time.ptr));
}

/* Adds the row of a message; gives it, or NULL when it was refused. */
static void *add_row(struct row_block *block, const struct iwmo_message *message, const struct iwmo_columns *columns) {
    struct slice cells[COLUMNS_MAX] = {{0}};
    bool typed[COLUMNS_MAX] = {0};
    bool good = true;
    for (unsigned i = 0; i < block->schema->column_count; i++) {
        if (columns->fields[i] == FIELD_COUNT)
            continue;
        struct slice text = iwmo_text(message, columns->fields[i]);
        typed[i] = column_is_number(block->schema->columns[i].type);
        if (columns->fields[i] == FIELD_TOEWIJZINGSTIJD)
            cells[i] = moment_cell(block, message);
        else
            cells[i] = typed[i] ? number_cell(block, message, i, text, &good) : row_block_keep(block, text);
    }
    uint32_t count = block->count;
    size_t uses = block->uses.len;
    row_block_add(block, message->line, cells, typed);
    if (!good && block->count > count) {
        block->count = count;
        block->uses.len = uses;
        block->rows_refused++;
    }
    return block->count > count ? block->rows + count * (size_t)block->schema->row_size : NULL;
}

/* An element that stands twice leaves open which one is meant. */
static bool is_refused(struct row_block *block, const struct iwmo_message *message, enum finding_kind kind,
                       const char *element) {
    if (!element)
        return false;
    findings_add_text(&block->findings, kind, row_block_place(block, message->line, COLUMN_NONE), slice_of(element));
    row_block_refuse(block, NULL);
    return true;
}

static bool is_empty(const struct iwmo_message *message, enum iwmo_field field) {
    return iwmo_text(message, field).len == 0;
}

/* What an aspecific or generic assignment lacks, or NULL. */
static const char *missing_of_product(const struct iwmo_message *message) {
    if (is_empty(message, FIELD_PRODUCTCODE))
        return "Product/Code";
    bool omvang =
        !is_empty(message, FIELD_VOLUME) || !is_empty(message, FIELD_EENHEID) || !is_empty(message, FIELD_FREQUENTIE);
    return omvang ? NULL : "Omvang";
}

void iwmo_cells_add(struct row_block *block, const struct iwmo_message *message, const struct iwmo_columns *columns) {
    bool indication = message->kind == IWMO_301;
    const char *moment = indication && is_empty(message, FIELD_TOEWIJZINGSDATUM) ? "Toewijzingsdatum" : NULL;
    if (is_refused(block, message, FINDING_ELEMENT_TWICE, message->twice) ||
        is_refused(block, message, FINDING_NO_PRODUCTCODE, indication ? missing_of_product(message) : NULL) ||
        is_refused(block, message, FINDING_ELEMENT_MISSING, moment))
        return;
    void *row = add_row(block, message, columns);
    if (row && indication)
        ((struct indication_row *)row)->verwijderd = slice_equal(iwmo_text(message, FIELD_REDEN), slice_of(VERWIJDERD));
}
