/*
 * What the tables of inputs.md look like: one descriptor per column, which says its type, whether it is required and
 * where its value goes.  Everything that reads rows, from whatever kind of file, works from these.
 *
 * Invariant: a column of a type can only be put in a member of the C type that belongs to it (else it does not
 * compile).
 */
#ifndef WMO_ETL_SCHEMA_H
#define WMO_ETL_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/buf.h"
#include "etl/sources.h"

enum column_type {
    TYPE_TEXT, /* 1–200 characters */
    TYPE_CODE,
    TYPE_PRODUCTCODE,   /* a product's own code, without case */
    TYPE_GEMEENTECODE,  /* a gemeente's own code, four digits */
    TYPE_AANBIEDERCODE, /* an aanbieder's own code or hoort_bij, eight digits */
    TYPE_REDENCODE,     /* a code of which Excel may have dropped the zero */
    TYPE_GEMEENTE,      /* the code of a row of that table */
    TYPE_AANBIEDER,
    TYPE_PRODUCT,
    TYPE_CLIENT,
    TYPE_TOEWIJZINGNUMMER, /* an indication's own number */
    TYPE_TOEWIJZING,       /* the number of an indication */
    TYPE_DECLARATIENUMMER,
    TYPE_REGELNUMMER,
    TYPE_DATE,
    TYPE_MOMENT,  /* date, or date and time */
    TYPE_PERIODE, /* 2026H1 */
    TYPE_VOLUME,  /* ≥ 0, thousandths */
    TYPE_EURO,    /* cents */
    TYPE_NUMBER,  /* millionths */
    TYPE_WHOLE,   /* ≥ 0 */
    TYPE_WORD     /* one of a list */
};

enum column_need {
    NEED_NOTHING, /* neither column nor value */
    NEED_COLUMN,  /* + in inputs.md */
    NEED_VALUE    /* * in inputs.md: column and value */
};

struct word {
    const char *text;
    uint8_t value;
};

struct words {
    const struct word *list; /* ends with a NULL text */
    const char *expected;    /* as a finding names them */
    bool lost_zero;          /* Excel may have dropped a zero: 1 is 01 */
};

struct column {
    const char *name;
    enum column_type type;
    enum column_need need;
    bool key;                  /* part of what tells rows apart */
    uint16_t offset;           /* in the row */
    uint16_t size;             /* there */
    const struct words *words; /* of TYPE_WORD */
};

enum { COLUMNS_MAX = 18 };

struct row_block;

struct schema {
    const char *name;
    const struct column *columns;
    unsigned column_count;
    bool required;    /* must yield at least one row */
    bool has_default; /* templates/tabellen/ has one */
    uint16_t row_size;
    uint16_t stored_size; /* the first bytes of a row, that are kept */
    uint16_t line_offset;
    const void *blank; /* a row in which nothing was given */
    /* Checks the columns of a row against each other; false, with a finding, when the row is refused. */
    bool (*accept)(struct row_block *block, void *row, uint32_t line);
};

extern const struct schema schemas[TABLE_COUNT];

/*
 * Where in a row of the table texts are that become numbers: of each the offset of an uint32_t, in no order; returns
 * how many there are.
 */
enum { TEXT_MEMBERS_MAX = COLUMNS_MAX + 1 };
unsigned schema_text_members(const struct schema *schema, uint16_t offsets[TEXT_MEMBERS_MAX]);

/* Volume, euro, number or whole number. */
bool column_is_number(enum column_type type);

/* Index of the column named `name` without regard to case, spaces and underscores; COLUMNS_MAX when there is none. */
unsigned schema_find(const struct schema *schema, struct slice name);

#endif
