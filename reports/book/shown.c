/*
 * Values as Dutch text.  Invariant: `kinds` is the only place that says how a kind of number looks, on paper and in a
 * spreadsheet.  Called by the text rendering, the layout and the xlsx rendering.
 */
#include "reports/book/shown.h"

#include "etl/base/error.h"

__extension__ typedef __int128 wide_t;

/* Percent signs in these texts are literal. */
static const struct {
    const char *before;
    const char *after;
    unsigned decimals;
    unsigned shift; /* the number is shown × 10^shift */
    const char *format;
    const char *change_format;
} kinds[] = {
    [SHOW_COLUMN] = {"", "", 0, 0, "General", "General"},
    [SHOW_TEXT] = {"", "", 0, 0, "General", "General"},
    [SHOW_COUNT] = {"", "", 0, 0, "#,##0", "+#,##0;-#,##0;0"},
    [SHOW_EURO] = {"€ ", "", 0, 0, "\"€ \"#,##0;\"€ -\"#,##0", "\"€ +\"#,##0;\"€ -\"#,##0;\"€ \"0"},
    [SHOW_CENTS] = {"€ ", "", 2, 0, "\"€ \"#,##0.00;\"€ -\"#,##0.00", "\"€ +\"#,##0.00;\"€ -\"#,##0.00;\"€ \"0.00"},
    [SHOW_PERCENT] = {"", "%", 1, 2, "0.0%", "+0.0%;-0.0%;0.0%"},
    [SHOW_POINTS] = {"", " pp", 1, 2, "0.0\" pp\"", "+0.0\" pp\";-0.0\" pp\";0.0\" pp\""},
    [SHOW_DECIMAL] = {"", "", 1, 0, "#,##0.0", "+#,##0.0;-#,##0.0;0.0"},
    [SHOW_DECIMAL2] = {"", "", 2, 0, "#,##0.00", "+#,##0.00;-#,##0.00;0.00"},
    [SHOW_DAYS] = {"", "", 1, 0, "#,##0.0", "+#,##0.0;-#,##0.0;0.0"},
    [SHOW_DATE] = {"", "", 0, 0, "dd-mm-yyyy", "dd-mm-yyyy"},
    [SHOW_MONTH] = {"", "", 0, 0, "[$-413]mmm yyyy", "[$-413]mmm yyyy"},
};

static const char *const months[] = {
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
};

enum show shown_as(const struct cell *cell, enum show column) {
    return cell->show == SHOW_COLUMN ? column : cell->show;
}

const char *shown_mark(enum tone tone) {
    switch (tone) {
    case TONE_NEUTRAL: return "○";
    case TONE_GOOD: return "●";
    case TONE_ATTENTION: return "▲";
    case TONE_BAD: return "■";
    }
    BUG("onbekende toon");
}

const char *shown_format(enum show show, bool change) {
    return change ? kinds[show].change_format : kinds[show].format;
}

static void put_date(struct buf *out, const struct cell *cell, enum show show) {
    struct civil day = date_to_civil((date_t)cell->units);
    if (show == SHOW_MONTH)
        buf_printf(out, "%s %d", months[day.month - 1], day.year);
    else
        buf_printf(out, "%02d-%02d-%d", day.day, day.month, day.year);
}

/* |units| / 10^scale as a whole number of 10^-decimals, rounded half up. */
static wide_t round_size(int64_t units, unsigned scale, unsigned decimals) {
    wide_t size = units < 0 ? -(wide_t)units : units;
    for (; scale < decimals; scale++)
        size *= 10;
    wide_t divisor = 1;
    for (; scale > decimals; scale--)
        divisor *= 10;
    return (size + divisor / 2) / divisor;
}

/* The digits of a number of 10^-decimals, with points between thousands and a decimal comma. */
static void put_digits(struct buf *out, wide_t size, unsigned decimals) {
    char text[80];
    char *at = text + sizeof text;
    unsigned place = 0;
    while (size > 0 || place <= decimals) {
        if (place == decimals && decimals > 0)
            *--at = ',';
        if (place > decimals && (place - decimals) % 3 == 0)
            *--at = '.';
        *--at = (char)('0' + (int)(size % 10));
        size /= 10;
        place++;
    }
    buf_add(out, at, (size_t)(text + sizeof text - at));
}

static void put_number(struct buf *out, const struct cell *cell, enum show show) {
    unsigned decimals = kinds[show].decimals;
    wide_t size = round_size(cell->units, cell->scale, decimals + kinds[show].shift);
    buf_puts(out, kinds[show].before);
    if (size != 0 && cell->units < 0)
        buf_putc(out, '-');
    else if (size != 0 && cell->change)
        buf_putc(out, '+');
    put_digits(out, size, decimals);
    buf_puts(out, kinds[show].after);
}

void shown_put(struct buf *out, const struct cell *cell, enum show column) {
    enum show show = shown_as(cell, column);
    switch (cell->type) {
    case CELL_EMPTY: return;
    case CELL_TEXT:
    case CELL_WITHHELD: buf_puts(out, cell->text); return;
    case CELL_UNKNOWN: buf_puts(out, "–"); return;
    case CELL_SIGNAL: buf_printf(out, "%s %s", shown_mark(cell->tone), cell->text); return;
    case CELL_INPUT: buf_puts(out, cell->input->required ? "[verplicht]" : "[…]"); return;
    case CELL_NUMBER:
        if (show == SHOW_DATE || show == SHOW_MONTH)
            put_date(out, cell, show);
        else
            put_number(out, cell, show);
        return;
    }
    BUG("onbekende soort cel");
}
