/*
 * Cells to be filled in.  Invariant: a locked sheet has no password, so that nobody is kept from their own figures;
 * what is locked may still be read, copied, filtered, widened and printed.  Called by book_xlsx.c.
 */
#include "etl/dataset.h"
#include "reports/book/book_xlsx_parts.h"

static const double MICROS = 1e6;

static void set_bounds(lxw_data_validation *validation, const struct input *input) {
    bool low = input->least != AMOUNT_NONE;
    bool high = input->most != AMOUNT_NONE;
    double least = low ? (double)input->least / MICROS : -1e12; /* any number that can be loaded */
    double most = high ? (double)input->most / MICROS : 1e12;
    validation->validate = LXW_VALIDATION_TYPE_DECIMAL;
    validation->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    validation->minimum_number = least;
    validation->maximum_number = most;
    if (low && !high) {
        validation->criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        validation->value_number = least;
    } else if (high && !low) {
        validation->criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
        validation->value_number = most;
    }
}

static char *copy(struct xlsx *xlsx, const char *text) {
    return text ? arena_strdup(&xlsx->arena, text) : NULL;
}

static bool add_validation(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed *placed) {
    const struct input *input = placed->input;
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_ANY,
        .input_title = copy(xlsx, input->title),
        .input_message = copy(xlsx, input->prompt),
        .error_title = copy(xlsx, input->refusal ? input->title : NULL),
        .error_message = copy(xlsx, input->refusal),
    };
    if (input->number)
        set_bounds(&validation, input);
    return worksheet_data_validation_cell(worksheet, placed->row, placed->column, &validation) == LXW_NO_ERROR;
}

/* Stands out as long as it is empty. */
static bool mark_required(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed *placed) {
    if (!xlsx->required) {
        xlsx->required = workbook_add_format(xlsx->workbook);
        format_set_bg_color(xlsx->required, COLOUR_REQUIRED);
    }
    lxw_conditional_format condition = {.type = LXW_CONDITIONAL_TYPE_BLANKS, .format = xlsx->required};
    return worksheet_conditional_format_cell(worksheet, placed->row, placed->column, &condition) == LXW_NO_ERROR;
}

bool xlsx_add_inputs(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_sheet *sheet) {
    for (size_t i = 0; i < sheet->cells.len; i++) {
        const struct placed *placed = &sheet->cells.data[i];
        if (placed_is_checked(placed) && !add_validation(xlsx, worksheet, placed))
            return false;
        if (placed->input && placed->input->required && !mark_required(xlsx, worksheet, placed))
            return false;
    }
    lxw_protection allowed = {
        .format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .insert_rows = LXW_TRUE, .autofilter = LXW_TRUE};
    if (sheet->locked)
        worksheet_protect(worksheet, NULL, &allowed);
    return true;
}
