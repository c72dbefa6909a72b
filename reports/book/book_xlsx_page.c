/*
 * Paper and properties.  Invariant: nothing here depends on the clock or the machine.
 * Called by book_xlsx.c.
 */
#include "reports/book/book_xlsx_parts.h"

#include "reports/book/png.h"
#include "reports/book/shown.h"

enum {
    PAPER_A4 = 9,
    MOST_HEADER_CHARACTERS = 70, /* Excel allows 255 in a whole header or footer */
    DATE_UNIX_EPOCH = 25568,     /* 1970-01-01 */
    LOGO_PIXELS = 46,            /* its height, beside the title */
};

/* Adds a text to a header or footer, where & begins a code. */
static void put_header(struct buf *out, char position, const char *text) {
    /* The colour code has a fixed length, so that digits in the text are not read as part of it. */
    buf_printf(out, "&%c&9&K595959", position);
    size_t most = text ? glyphs_prefix(text, MOST_HEADER_CHARACTERS) : 0;
    for (size_t i = 0; i < most; i++) {
        buf_putc(out, text[i]);
        if (text[i] == '&')
            buf_putc(out, '&');
    }
}

static bool set_header(lxw_worksheet *worksheet, const struct book_info *info) {
    struct buf line = {0};
    struct buf peildatum = {0};
    struct cell date = cell_date(info->peildatum);
    if (date.type == CELL_NUMBER) {
        buf_puts(&peildatum, "Peildatum ");
        shown_put(&peildatum, &date, SHOW_DATE);
    }
    put_header(&line, 'L', info->region);
    put_header(&line, 'C', info->title);
    put_header(&line, 'R', peildatum.data);
    bool done = worksheet_set_header(worksheet, line.data) == LXW_NO_ERROR;
    buf_release(&line);
    buf_release(&peildatum);
    return done;
}

static bool set_footer(lxw_worksheet *worksheet, const struct book_info *info) {
    struct buf line = {0};
    put_header(&line, 'L', info->confidentiality);
    put_header(&line, 'C', NULL);
    buf_puts(&line, "&A"); /* name of the sheet */
    put_header(&line, 'R', "Pagina ");
    buf_puts(&line, "&P van &N");
    bool done = worksheet_set_footer(worksheet, line.data) == LXW_NO_ERROR;
    buf_release(&line);
    return done;
}

static bool set_breaks(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_sheet *sheet) {
    if (sheet->breaks.len == 0)
        return true;
    lxw_row_t *breaks = arena_alloc(&xlsx->arena, (sheet->breaks.len + 1) * sizeof *breaks); /* ends with 0 */
    for (size_t i = 0; i < sheet->breaks.len; i++)
        breaks[i] = sheet->breaks.data[i];
    return worksheet_set_h_pagebreaks(worksheet, breaks) == LXW_NO_ERROR;
}

bool xlsx_set_page(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_sheet *sheet) {
    const struct book_info *info = &xlsx->layout->book->info;
    worksheet_set_paper(worksheet, PAPER_A4);
    worksheet_set_landscape(worksheet);
    worksheet_set_margins(worksheet, 0.4, 0.4, 0.75, 0.65); /* layout_page.c counts with these */
    worksheet_fit_to_pages(worksheet, 1, sheet->one_page ? 1 : 0);
    worksheet_gridlines(worksheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_freeze_panes(worksheet, sheet->frozen_rows, 0);
    lxw_col_t last_column = (lxw_col_t)(sheet->columns.len - 1);
    return set_header(worksheet, info) && set_footer(worksheet, info) && set_breaks(xlsx, worksheet, sheet) &&
           worksheet_repeat_rows(worksheet, sheet->repeat_first, sheet->repeat_last) == LXW_NO_ERROR &&
           worksheet_print_area(worksheet, 0, 0, sheet->row_count - 1, last_column) == LXW_NO_ERROR;
}

static char *copy(struct xlsx *xlsx, const char *text) {
    return text ? arena_strdup(&xlsx->arena, text) : NULL;
}

void xlsx_set_properties(struct xlsx *xlsx) {
    const struct book_info *info = &xlsx->layout->book->info;
    lxw_doc_properties properties = {
        .title = copy(xlsx, info->title),
        .subject = copy(xlsx, info->subject),
        .author = copy(xlsx, info->author),
        .company = copy(xlsx, info->organisation),
        .category = copy(xlsx, info->period),
        .keywords = copy(xlsx, info->keywords),
        .comments = copy(xlsx, info->comments),
        .status = copy(xlsx, info->confidentiality),
        /* Never 0, which the library takes for the present time. */
        .created = info->peildatum > DATE_UNIX_EPOCH ? (info->peildatum - DATE_UNIX_EPOCH) * (time_t)86400 : 86400,
    };
    workbook_set_properties(xlsx->workbook, &properties);
}

bool xlsx_add_logo(struct xlsx *xlsx, lxw_worksheet *worksheet, struct error *err) {
    const char *path = xlsx->layout->book->info.logo;
    if (!path)
        return true;
    struct png_size size;
    if (!png_read_size(path, &size, err))
        return false;
    double scale = LOGO_PIXELS / size.height;
    double width = size.width * scale;
    double room = sheet_pixels(&xlsx->layout->sheets.data[0]);
    lxw_image_options options = {
        .x_offset = (int32_t)(room > width ? room - width : 0),
        .y_offset = 4,
        .x_scale = scale,
        .y_scale = scale,
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .description = arena_strdup(&xlsx->arena, "Logo"),
    };
    if (worksheet_insert_image_opt(worksheet, 0, 0, path, &options) != LXW_NO_ERROR)
        return error_set(err, "Het logo %s kan niet in een werkboek worden gezet.", path);
    return true;
}
