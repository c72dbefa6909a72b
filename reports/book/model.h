/*
 * The workbook as plain data, built by code that has never heard of Excel: a book has sheets, a sheet has blocks (text,
 * key figures, tables, graphs, links) in the order in which they were added.  book_xlsx.c and book_text.c render it.
 *
 * Append only.  Every text is copied and cleaned (invalid UTF-8 becomes U+FFFD, control characters spaces, what is
 * longer than a cell can hold is cut), so a buffer may be reused at once and names from the input are safe.  Everything
 * lives until book_free().
 */
#ifndef WMO_REPORTS_BOOK_MODEL_H
#define WMO_REPORTS_BOOK_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/arena.h"
#include "etl/base/date.h"

struct book;
struct sheet;
struct panel;
struct sheet_table;
struct sheet_row;
struct graph;

/* ---- cells: values by value, made by the functions below ---- */

/* How a number is shown, and so how its column is aligned and formatted. */
enum show {
    SHOW_COLUMN,  /* of a cell: as its column says */
    SHOW_TEXT,    /* left aligned */
    SHOW_COUNT,   /* 1.234 */
    SHOW_EURO,    /* € 1.234 */
    SHOW_CENTS,   /* € 1.234,56 */
    SHOW_PERCENT, /* 12,3%, the number being 0.123 */
    SHOW_POINTS,  /* 1,2 procentpunt: as "1,2 pp", the number being 0.012 */
    SHOW_DECIMAL, /* 1.234,5 */
    SHOW_DECIMAL2,
    SHOW_DAYS,  /* 41,5; "dagen" belongs in the header */
    SHOW_DATE,  /* 30-06-2026 */
    SHOW_MONTH, /* jun 2026 */
};

/* What a signal says besides its words: each tone has a mark of its own, so that colour is never the only signal. */
enum tone { TONE_NEUTRAL, TONE_GOOD, TONE_ATTENTION, TONE_BAD };

enum cell_type { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_WITHHELD, CELL_UNKNOWN, CELL_SIGNAL, CELL_INPUT };

/* What the reader of a book may fill in, and what is said about it.  Texts are copied. */
struct input {
    bool number;         /* else a text */
    bool required;       /* stands out as long as it is empty */
    int64_t least, most; /* of a number, in millionths; AMOUNT_NONE (etl/dataset.h) when it has no such bound */
    const char *title;   /* shown when the cell is chosen, at most 32 characters; NULL: nothing is */
    const char *prompt;  /* at most 255 */
    const char *refusal; /* shown when something else is typed */
};

struct cell {
    enum cell_type type;
    enum show show;
    enum tone tone;
    bool change;    /* shown with + or − */
    unsigned scale; /* the number is units / 10^scale; of a date units is its date_t */
    int64_t units;
    const char *text; /* of a text, withheld or signal cell */
    const char *link; /* id of the sheet that the text leads to, or NULL */
    const struct input *input;
};

struct cell cell_empty(void);
struct cell cell_text(const char *text);
struct cell cell_count(int64_t count);
struct cell cell_number(int64_t units, unsigned scale); /* units / 10^scale, scale ≤ 9 */
struct cell cell_micros(int64_t micros);                /* cell_number(micros, 6): what exact_micros() gives */
struct cell cell_date(date_t date);                     /* DATE_NONE and DATE_OPEN are empty */
struct cell cell_month(int year, int month);
struct cell cell_withheld(const char *shown_as); /* "<5" or "x": there is a value, and it may not be seen */
struct cell cell_unknown(void);                  /* there is no value: shown as –, never as 0 */
struct cell cell_signal(enum tone tone, const char *words);
struct cell cell_input(const struct input *input); /* an empty cell to be filled in */

struct cell cell_shown(struct cell cell, enum show show); /* the same, shown otherwise than its column */
struct cell cell_change(struct cell cell);                /* the same, as a change: with its sign */
struct cell cell_link(struct cell cell, const char *sheet_id);

/* ---- the book ---- */

struct book_info {
    const char *title; /* "Dashboard Zorghuis Voorbeeld"; page header and properties */
    const char *subject;
    const char *region;          /* name, in the page header */
    const char *period;          /* "eerste halfjaar 2026" */
    date_t peildatum;            /* also the creation date of the file: never the clock */
    const char *confidentiality; /* on every page; NULL when there is nothing to say */
    const char *author;
    const char *organisation;
    const char *keywords;
    const char *comments; /* essence of the accountability: version, settings */
    const char *font;     /* NULL: Calibri (which Carlito replaces at the same widths) */
    const char *logo;     /* path of a PNG, or NULL */
    uint32_t accent;      /* 0xRRGGBB; darkened where needed for a contrast of 4.5 : 1; 0 is a dark blue */
};

struct book *book_new(const struct book_info *info);
void book_free(struct book *book);

/* A sheet; `id` is stable and what links refer to, `name` is on its tab (made safe and unique), `title` in A1. */
struct sheet *book_add_sheet(struct book *book, const char *id, const char *name, const char *title);

/* Nothing on the sheet can be changed but its inputs; there is no password. */
void sheet_lock(struct sheet *sheet);

/* Printed smaller where needed, so that it never takes a second page. */
void sheet_fit_page(struct sheet *sheet);

/* ---- blocks ---- */

void sheet_describe(struct sheet *sheet, const char *summary); /* one line, for the list of contents */
void sheet_add_heading(struct sheet *sheet, const char *text);
void sheet_add_text(struct sheet *sheet, const char *text); /* one paragraph */
void sheet_add_note(struct sheet *sheet, const char *text); /* one paragraph in small print */
void sheet_add_link(struct sheet *sheet, const char *sheet_id, const char *text);
void sheet_add_contents(struct sheet *sheet); /* links to all other sheets, with their summaries */

/*
 * Key figures, one row each: readable from a distance.  A heading that is NULL leaves its column out.  `show` holds for
 * the line's numbers that do not say otherwise; its change has a sign and is in points where the rest is in percent.
 */
struct panel_heads {
    const char *label, *value, *before, *change, *reference, *signal;
};
struct panel_line {
    const char *label;
    enum show show;
    struct cell value, before, change, reference, signal;
    const char *link; /* sheet that says more, or NULL */
};
struct panel *sheet_add_panel(struct sheet *sheet, const struct panel_heads *heads);
void panel_add(struct panel *panel, const struct panel_line *line);

/* A table becomes a real Excel table.  `id` is its name there, unique in the book; caption above it, or NULL. */
struct sheet_column {
    const char *id;     /* by which graphs find the column */
    const char *header; /* unique in its table */
    enum show show;
    unsigned width;   /* most characters on a line; longer text wraps; 0: 44 */
    const char *help; /* printed under the table, or NULL */
};
struct sheet_table *sheet_add_table(struct sheet *sheet, const char *id, const char *caption,
                                    const struct sheet_column *columns, size_t count);
void table_say_when_empty(struct sheet_table *table, const char *text); /* else "Geen gegevens in deze periode." */
struct sheet_row *table_add_row(struct sheet_table *table);
struct sheet_row *table_add_total(struct sheet_table *table); /* below the table, at most one, last */
void row_add(struct sheet_row *row, struct cell cell);        /* cells that are not added are empty */
void row_mark_provisional(struct sheet_row *row);             /* figures still coming in: lighter, and said */
size_t table_row_count(const struct sheet_table *table);      /* without the total */

/* ---- graphs: see graph.h ---- */

#endif
