/*
 * Writing a laid-out book with libxlsxwriter.  Invariant: texts are written as strings only, never as a formula, a link
 * or a number, whatever they begin with.  Called by book_write.c, in a process of its own.
 */
#include "reports/book/book_xlsx.h"

#include <dlfcn.h>
#include <errno.h>
#include <minizip/zip.h>
#include <string.h>
#include <xlsxwriter/utility.h>

#include "etl/base/error.h"
#include "reports/book/book_xlsx_parts.h"
#include "reports/book/colour.h"
#include "reports/book/memory_file.h"

/* ---- parts ---- */

/*
 * Where the library keeps a part before it goes into the workbook: a function that whoever uses the library may
 * replace. A workbook has about a hundred parts.  On disk the making of a hundred files costs more than what is written
 * in them: a file system steps over every file that was removed shortly before to find room for the next.
 */
FILE *lxw_tmpfile(char *tmpdir) {
    (void)tmpdir;
    return memory_file_open();
}

/*
 * How the library opens a part in the package: minizip's function, which this one stands before to ask for the quickest
 * packing.  The library has no setting for it and asks for the usual one, which takes a third of the time of a workbook
 * to save an eighth of its size.
 */
int zipOpenNewFileInZip4_64(zipFile file, const char *filename, const zip_fileinfo *zipfi, const void *extrafield_local,
                            uInt size_extrafield_local, const void *extrafield_global, uInt size_extrafield_global,
                            const char *comment, int method, int level, int raw, int windowBits, int memLevel,
                            int strategy, const char *password, uLong crcForCrypting, uLong versionMadeBy,
                            uLong flagBase, int zip64) {
    union {
        void *found;
        __typeof__(&zipOpenNewFileInZip4_64) open;
    } minizip = {dlsym(RTLD_NEXT, "zipOpenNewFileInZip4_64")};
    if (!minizip.found)
        BUG("minizip has another interface");
    if (level == Z_DEFAULT_COMPRESSION)
        level = Z_BEST_SPEED;
    return minizip.open(file, filename, zipfi, extrafield_local, size_extrafield_local, extrafield_global,
                        size_extrafield_global, comment, method, level, raw, windowBits, memLevel, strategy, password,
                        crcForCrypting, versionMadeBy, flagBase, zip64);
}

/* ---- cells ---- */

static lxw_error write_link(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed *placed) {
    const char *target = arena_printf(&xlsx->arena, "internal:'%s'!A1", placed->link);
    return worksheet_write_url_opt(worksheet, placed->row, placed->column, target, xlsx->formats[placed->style],
                                   placed->text, NULL);
}

static lxw_error write_spread(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed *placed) {
    lxw_col_t last = (lxw_col_t)(placed->column + placed->span - 1);
    return worksheet_merge_range(worksheet, placed->row, placed->column, placed->row, last, placed->text,
                                 xlsx->formats[placed->style]);
}

static lxw_error write_cell(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed *placed) {
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    lxw_format *format = xlsx->formats[placed->style];
    if (placed->type == PLACED_BLANK)
        return worksheet_write_blank(worksheet, placed->row, placed->column, format);
    if (placed->type == PLACED_NUMBER)
        return worksheet_write_number(worksheet, placed->row, placed->column,
                                      (double)placed->units / powers[placed->scale], format);
    if (placed->link)
        return write_link(xlsx, worksheet, placed);
    if (placed->span > 1)
        return write_spread(xlsx, worksheet, placed);
    return worksheet_write_string(worksheet, placed->row, placed->column, placed->text, format);
}

static bool write_cells(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_sheet *sheet) {
    for (size_t i = 0; i < sheet->cells.len; i++)
        if (!sheet->cells.data[i].table_head && write_cell(xlsx, worksheet, &sheet->cells.data[i]) != LXW_NO_ERROR)
            return false;
    return true;
}

/* ---- tables ---- */

/* The format of a header, which the library writes with its table. */
static lxw_format *head_format(const struct xlsx *xlsx, const struct placed_sheet *sheet,
                               const struct placed_table *table, size_t column) {
    for (size_t i = 0; i < sheet->cells.len; i++) {
        const struct placed *placed = &sheet->cells.data[i];
        if (placed->row == table->area.first_row && placed->column == column)
            return xlsx->formats[placed->style];
    }
    return NULL;
}

static bool add_table(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_sheet *sheet,
                      const struct placed_table *table) {
    size_t count = table->table->column_count;
    lxw_table_column **columns = arena_alloc(&xlsx->arena, (count + 1) * sizeof *columns); /* ends with NULL */
    for (size_t i = 0; i < count; i++) {
        columns[i] = arena_alloc(&xlsx->arena, sizeof *columns[i]);
        columns[i]->header = arena_strdup(&xlsx->arena, table->headers[i]);
        columns[i]->header_format = head_format(xlsx, sheet, table, i);
    }
    lxw_table_options options = {
        .name = arena_strdup(&xlsx->arena, table->name),
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, /* number 0: none, the cells have their own looks */
        .style_type_number = 0,
        .no_banded_rows = LXW_TRUE,
        .columns = columns,
    };
    return worksheet_add_table(worksheet, table->area.first_row, 0, table->area.last_row, table->area.last_column,
                               &options) == LXW_NO_ERROR;
}

/* ---- sheets ---- */

static bool set_sizes(lxw_worksheet *worksheet, const struct placed_sheet *sheet) {
    for (size_t c = 0; c < sheet->columns.len; c++)
        if (worksheet_set_column_pixels(worksheet, (lxw_col_t)c, (lxw_col_t)c, sheet->columns.data[c], NULL) !=
            LXW_NO_ERROR)
            return false;
    for (size_t r = 0; r < sheet->heights.len; r++)
        if (worksheet_set_row_pixels(worksheet, sheet->heights.data[r].row, sheet->heights.data[r].pixels, NULL) !=
            LXW_NO_ERROR)
            return false;
    return true;
}

/* Codes like 0363 are texts on purpose. */
static bool allow_numbers_as_text(lxw_worksheet *worksheet, const struct placed_sheet *sheet) {
    char last[16];
    char range[24] = "A1:";
    layout_cell_name(sheet->row_count - 1, (uint16_t)(sheet->columns.len - 1), last);
    for (size_t i = 0; i < sizeof last; i++)
        range[3 + i] = last[i];
    return worksheet_ignore_errors(worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range) == LXW_NO_ERROR;
}

static bool write_sheet(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_sheet *sheet) {
    if (!set_sizes(worksheet, sheet))
        return false;
    for (size_t t = 0; t < sheet->tables.len; t++)
        if (!add_table(xlsx, worksheet, sheet, &sheet->tables.data[t]))
            return false;
    if (!write_cells(xlsx, worksheet, sheet))
        return false;
    if (sheet->hidden) {
        worksheet_hide(worksheet);
        return true;
    }
    for (size_t g = 0; g < sheet->graphs.len; g++)
        if (!xlsx_add_graph(xlsx, worksheet, &sheet->graphs.data[g]))
            return false;
    return allow_numbers_as_text(worksheet, sheet) && xlsx_add_inputs(xlsx, worksheet, sheet) &&
           xlsx_set_page(xlsx, worksheet, sheet);
}

static bool write_book(struct xlsx *xlsx, struct error *err) {
    const struct layout *layout = xlsx->layout;
    xlsx_make_formats(xlsx);
    xlsx_set_properties(xlsx);
    lxw_worksheet **worksheets = arena_alloc(&xlsx->arena, layout->sheets.len * sizeof(lxw_worksheet *));
    for (size_t s = 0; s < layout->sheets.len; s++) {
        worksheets[s] = workbook_add_worksheet(xlsx->workbook, layout->sheets.data[s].name);
        if (!worksheets[s])
            return error_set(err, "Excel aanvaardt «%s» niet als naam van een blad.", layout->sheets.data[s].name);
    }
    for (size_t s = 0; s < layout->sheets.len; s++)
        if (!write_sheet(xlsx, worksheets[s], &layout->sheets.data[s]))
            return error_set(err, "Blad «%s» past niet in een Excel-werkboek.", layout->sheets.data[s].name);
    return xlsx_add_logo(xlsx, worksheets[0], err);
}

bool book_xlsx_write(const struct layout *layout, const char *path, struct error *err) {
    struct xlsx xlsx = {.layout = layout, .accent = colour_readable(layout->book->info.accent)};
    arena_init(&xlsx.arena);
    xlsx.font = arena_strdup(&xlsx.arena, layout->book->info.font);
    xlsx.workbook = workbook_new(path);
    bool done = xlsx.workbook && write_book(&xlsx, err);
    errno = 0;
    if (!xlsx.workbook || (workbook_close(xlsx.workbook) != LXW_NO_ERROR && done))
        done = error_set_errno(err, errno, "Werkboek %s kan niet worden geschreven", basename(path));
    arena_release(&xlsx.arena);
    return done;
}
