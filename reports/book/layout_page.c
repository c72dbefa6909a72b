/*
 * Pages.  Invariant: what belongs together (a graph, a panel, a small table) is not cut by the end of a page, as far as
 * it fits on one; of what is longer, its begin is not.  Called at the end of each sheet's layout.
 */
#include "reports/book/layout_parts.h"

enum {
    /* A4 landscape between the margins of book_xlsx.c, in pixels at 100%. */
    PRINT_WIDTH = 1046,
    PRINT_HEIGHT = 655,
    DOUBT_PERCENT = 4,      /* programs differ a little in the height of rows */
    USED_PERCENT = 30,      /* a page is not left with less than this on it */
    BEGIN_PIXELS = 160,     /* caption, header and a few rows */
    ONE_PAGE_PERCENT = 118, /* up to this much too long, a sheet is printed smaller instead of on two pages */
};

/* Top of each row in pixels, and behind the last its bottom. */
static void row_tops(const struct placed_sheet *sheet, unsigned *tops) {
    size_t next = 0;
    tops[0] = 0;
    for (uint32_t row = 0; row < sheet->row_count; row++) {
        unsigned pixels = ROW_PIXELS;
        if (next < sheet->heights.len && sheet->heights.data[next].row == row)
            pixels = sheet->heights.data[next++].pixels;
        tops[row + 1] = tops[row] + pixels;
    }
}

static void find_breaks(struct pen *pen, const unsigned *tops, unsigned page) {
    struct placed_sheet *sheet = pen->sheet;
    unsigned repeated = tops[sheet->repeat_last + 1] - tops[sheet->repeat_first];
    unsigned doubt = page * DOUBT_PERCENT / 100;
    unsigned begin = 0;
    unsigned room = page;
    for (size_t i = 0; i < pen->keep.len; i++) {
        unsigned top = tops[pen->keep.data[i].first_row];
        unsigned bottom = tops[pen->keep.data[i].last_row + 1];
        for (; top > begin + room + doubt; room = page - repeated)
            begin += room;
        bool fits_on_a_page = bottom - top <= page - repeated - doubt;
        bool page_in_use = top > begin + page * USED_PERCENT / 100;
        if (!fits_on_a_page)
            bottom = top + BEGIN_PIXELS;
        if (bottom > begin + room - doubt && page_in_use) {
            VEC_PUSH(sheet->breaks, pen->keep.data[i].first_row);
            begin = top;
            room = page - repeated;
        }
    }
}

void layout_pages(struct pen *pen) {
    struct placed_sheet *sheet = pen->sheet;
    unsigned *tops = mem_calloc(sheet->row_count + 1, sizeof *tops);
    row_tops(sheet, tops);
    unsigned width = sheet_pixels(sheet);
    unsigned page = width > PRINT_WIDTH ? PRINT_HEIGHT * width / PRINT_WIDTH : PRINT_HEIGHT;
    unsigned height = tops[sheet->row_count];
    sheet->one_page |= height <= page * ONE_PAGE_PERCENT / 100;
    if (!sheet->one_page)
        find_breaks(pen, tops, page);
    free(tops);
}
