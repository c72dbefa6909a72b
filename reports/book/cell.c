/*
 * Cells by value.  Invariant: a number has a scale of at most 9, so that it fits every renderer's arithmetic.
 * Called by the code that builds sheets.
 */
#include "reports/book/model.h"

#include "etl/base/error.h"

struct cell cell_empty(void) {
    return (struct cell){.type = CELL_EMPTY};
}

struct cell cell_text(const char *text) {
    return (struct cell){.type = text && *text ? CELL_TEXT : CELL_EMPTY, .text = text};
}

struct cell cell_count(int64_t count) {
    return (struct cell){.type = CELL_NUMBER, .show = SHOW_COUNT, .units = count};
}

struct cell cell_number(int64_t units, unsigned scale) {
    if (scale > 9)
        BUG("schaal van een getal");
    return (struct cell){.type = CELL_NUMBER, .units = units, .scale = scale};
}

struct cell cell_micros(int64_t micros) {
    return cell_number(micros, 6);
}

struct cell cell_date(date_t date) {
    if (date == DATE_NONE || date >= DATE_OPEN)
        return cell_empty();
    return (struct cell){.type = CELL_NUMBER, .show = SHOW_DATE, .units = date};
}

struct cell cell_month(int year, int month) {
    return cell_shown(cell_date(date_from_civil(year, month, 1)), SHOW_MONTH);
}

struct cell cell_withheld(const char *shown_as) {
    return (struct cell){.type = CELL_WITHHELD, .text = shown_as};
}

struct cell cell_unknown(void) {
    return (struct cell){.type = CELL_UNKNOWN};
}

struct cell cell_signal(enum tone tone, const char *words) {
    return (struct cell){.type = CELL_SIGNAL, .tone = tone, .text = words};
}

struct cell cell_input(const struct input *input) {
    return (struct cell){.type = CELL_INPUT, .input = input};
}

struct cell cell_shown(struct cell cell, enum show show) {
    cell.show = show;
    return cell;
}

struct cell cell_change(struct cell cell) {
    cell.change = true;
    return cell;
}

struct cell cell_link(struct cell cell, const char *sheet_id) {
    cell.link = sheet_id;
    return cell;
}
