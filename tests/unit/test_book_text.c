/* The text rendering of a book, and what graphs draw and leave out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "reports/book/book_text.h"
#include "reports/book/graph.h"
#include "reports/book/layout.h"

enum { PERIOD, CLIENTS, SHARE };

static const struct sheet_column columns[] = {
    [PERIOD] = {.id = "periode", .header = "Periode", .show = SHOW_TEXT},
    [CLIENTS] = {.id = "clienten", .header = "Cliënten", .show = SHOW_COUNT},
    [SHARE] = {.id = "benutting", .header = "Benutting", .show = SHOW_PERCENT, .help = "gedeclareerd / geïndiceerd."},
};

static struct book *new_book(void) {
    const struct book_info info = {
        .title = "Dashboard Zorg & Co",
        .region = "Regio",
        .period = "eerste halfjaar 2026",
        .peildatum = date_from_civil(2026, 6, 30),
        .confidentiality = "Vertrouwelijk",
    };
    return book_new(&info);
}

static void add_row(struct sheet_table *table, const char *period, struct cell clients, struct cell share) {
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text(period));
    row_add(row, clients);
    row_add(row, share);
}

/* Three half-years, of which one is withheld and one has no share. */
static struct sheet_table *add_table(struct sheet *sheet) {
    struct sheet_table *table = sheet_add_table(sheet, "Volumes", "Per periode", columns, 3);
    add_row(table, "2025H1", cell_count(1234), cell_micros(801000));
    add_row(table, "2025H2", cell_withheld("<5"), cell_unknown());
    add_row(table, "2026H1", cell_count(7), cell_micros(1000000));
    return table;
}

static void assert_text(const struct book *book, const char *expected) {
    struct buf text = {0};
    book_text_write(book, &text);
    assert_string_equal(text.data, expected);
    buf_release(&text);
}

static void add_summary(struct book *book) {
    struct sheet *sheet = book_add_sheet(book, "samenvatting", "Samenvatting", "Zorg & Co – Samenvatting");
    const struct panel_heads heads = {
        .label = "Kerncijfer", .value = "2026H1", .change = "Verandering", .signal = "Signaal"};
    struct panel *panel = sheet_add_panel(sheet, &heads);
    const struct panel_line lines[] = {
        {.label = "Cliënten",
         .value = cell_count(1234),
         .before = cell_count(99), /* has no heading, so no column */
         .change = cell_count(-6),
         .signal = cell_signal(TONE_NEUTRAL, "zoals eerder"),
         .link = "volumes"},
        {.label = "Benutting",
         .show = SHOW_PERCENT,
         .value = cell_micros(801000),
         .change = cell_micros(12000),
         .signal = cell_signal(TONE_ATTENTION, "laag")},
        {.label = "Wachtend", .value = cell_withheld("<5"), .change = cell_unknown()},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        panel_add(panel, &lines[i]);
    sheet_add_heading(sheet, "In dit werkboek");
    sheet_add_contents(sheet);
}

static void add_volumes(struct book *book) {
    struct sheet *sheet = book_add_sheet(book, "volumes", "Volumes", "Volumes");
    sheet_describe(sheet, "hoeveel cliënten er zijn");
    sheet_add_text(sheet, "Een\tcliënt telt\néén keer.");
    struct sheet_table *table = add_table(sheet);
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text("2026H2"));
    row_mark_provisional(row);
    struct sheet_row *total = table_add_total(table);
    row_add(total, cell_text("Samen"));
    row_add(total, cell_withheld("x"));
    struct graph *graph = sheet_add_graph(sheet, GRAPH_COLUMN, GRAPH_HALF, "Cliënten");
    graph_down(graph, "Volumes", "periode");
    graph_rows(graph, 0, 3);
    graph_add_column(graph, "clienten", SERIES_PLAIN);
    graph_add_constant(graph, "streven", 1000, 0);
    graph = sheet_add_graph(sheet, GRAPH_BAR, GRAPH_SMALL, "Aandeel");
    graph_down(graph, "Volumes", "periode");
    graph_rows(graph, table_row_count(table) - 2, 1);
    graph_add_column_as(graph, "benutting", SERIES_PLAIN, "aandeel");
    graph_show(graph, SHOW_DECIMAL2);
    graph_axes(graph, NULL, "deel van het geheel");
    graph_describe(graph, "Aandeel per periode");
    sheet_add_note(sheet, "Bron: iWmo.");
    sheet_add_link(sheet, "samenvatting", "Terug");
    sheet_add_table(sheet, "Leeg", "Uitfasering", columns, 3);
    table_say_when_empty(sheet_add_table(sheet, "Niets", NULL, columns, 3), "Geen producten in het plan.");
}

static const char whole_book[] =
    "Dashboard Zorg & Co\n"
    "Regio\n"
    "eerste halfjaar 2026\n"
    "Vertrouwelijk\n"
    "Peildatum 30-06-2026\n"
    "\n"
    "=== Samenvatting ===\n"
    "# Zorg & Co – Samenvatting\n"
    "\n"
    "  Kerncijfer | 2026H1 | Verandering | Signaal\n"
    "  -----------+--------+-------------+---------------\n"
    "  Cliënten   |  1.234 |          -6 | ○ zoals eerder\n"
    "  Benutting  |  80,1% |     +1,2 pp | ▲ laag\n"
    "  Wachtend   |     <5 |           –\n"
    "\n"
    "## In dit werkboek\n"
    "\n"
    "-> Volumes: hoeveel cliënten er zijn\n"
    "\n"
    "=== Volumes ===\n"
    "# Volumes\n"
    "\n"
    "Een cliënt telt één keer.\n"
    "\n"
    "[tabel Volumes] Per periode\n"
    "  Periode  | Cliënten | Benutting\n"
    "  ---------+----------+----------\n"
    "  2025H1   |    1.234 |     80,1%\n"
    "  2025H2   |       <5 |         –\n"
    "  2026H1   |        7 |    100,0%\n"
    "  2026H2 *\n"
    "  Samen    |        x\n"
    "* Voorlopig: er komen nog gegevens binnen.\n"
    "Benutting: gedeclareerd / geïndiceerd.\n"
    "\n"
    "[grafiek] Kolomgrafiek «Cliënten»: Cliënten en streven, van 2025H1 tot en met 2026H1.\n"
    "         | Cliënten | streven\n"
    "  -------+----------+--------\n"
    "  2025H1 |    1.234 |   1.000\n"
    "  2025H2 |       <5 |   1.000\n"
    "  2026H1 |        7 |   1.000\n"
    "Niet getekend in «Cliënten», wegens kleine aantallen: Cliënten (2025H2).\n"
    "\n"
    "[grafiek] Aandeel per periode\n"
    "Assen: –; deel van het geheel\n"
    "         | aandeel\n"
    "  -------+--------\n"
    "  2026H1 |    1,00\n"
    "\n"
    "Bron: iWmo.\n"
    "\n"
    "-> Terug\n"
    "\n"
    "[tabel Leeg] Uitfasering\n"
    "Geen gegevens in deze periode.\n"
    "\n"
    "[tabel Niets]\n"
    "Geen producten in het plan.\n";

static void a_book_as_text(void **state) {
    (void)state;
    struct book *book = new_book();
    add_summary(book);
    add_volumes(book);
    assert_text(book, whole_book);
    book_free(book);
}

/* ---- graphs ---- */

static const struct placed_graph *only_graph(const struct layout *layout) {
    assert_int_equal(layout->sheets.data[0].graphs.len, 1);
    return &layout->sheets.data[0].graphs.data[0];
}

static void assert_area(const struct area *area, size_t sheet, const char *from, const char *to) {
    char name[16];
    assert_int_equal(area->sheet, sheet);
    layout_cell_name(area->first_row, area->first_column, name);
    assert_string_equal(name, from);
    layout_cell_name(area->last_row, area->last_column, name);
    assert_string_equal(name, to);
}

/* A sheet begins with title, subtitle and an empty row; then a caption in row 4 and the header in row 5. */
static void numbers_are_drawn_from_the_table_itself(void **state) {
    (void)state;
    struct book *book = new_book();
    struct sheet *sheet = book_add_sheet(book, "a", "Blad", "Titel");
    add_table(sheet);
    struct graph *graph = sheet_add_graph(sheet, GRAPH_LINE, GRAPH_WIDE, "Cliënten");
    graph_across(graph, "Volumes", "clienten", "benutting");
    graph_add_row(graph, 2, SERIES_PLAIN, "2026H1");
    struct layout *layout = layout_new(book);
    const struct placed_graph *placed = only_graph(layout);
    assert_false(placed->from_hidden);
    assert_int_equal(layout->sheets.len, 1);
    assert_area(&placed->categories, 0, "B5", "C5");
    assert_area(&placed->series[0].values, 0, "B8", "C8");
    layout_free(layout);
    book_free(book);
}

/* What is withheld would be drawn as 0: the series stands on a sheet of its own, where that cell is empty. */
static void withheld_points_are_left_out(void **state) {
    (void)state;
    struct book *book = new_book();
    struct sheet *sheet = book_add_sheet(book, "a", "Blad", "Titel");
    add_table(sheet);
    struct graph *graph = sheet_add_graph(sheet, GRAPH_COLUMN, GRAPH_SMALL, "Cliënten");
    graph_down(graph, "Volumes", "periode");
    graph_add_column(graph, "clienten", SERIES_PLAIN);
    struct layout *layout = layout_new(book);
    const struct placed_graph *placed = only_graph(layout);
    assert_true(placed->from_hidden);
    assert_area(&placed->categories, 0, "A6", "A8");
    assert_area(&placed->series[0].values, 1, "B2", "B4");
    const struct placed_sheet *hidden = &layout->sheets.data[1];
    assert_true(hidden->hidden);
    /* The name of the series in B1; 2025H1 with 1234, 2025H2 alone, 2026H1 with 7. */
    static const struct {
        uint32_t row;
        uint16_t column;
        enum placed_type type;
        int64_t units;
        const char *text;
    } cells[] = {{0, 1, PLACED_TEXT, 0, "Cliënten"}, {1, 0, PLACED_TEXT, 0, "2025H1"},
                 {1, 1, PLACED_NUMBER, 1234, NULL},  {2, 0, PLACED_TEXT, 0, "2025H2"},
                 {3, 0, PLACED_TEXT, 0, "2026H1"},   {3, 1, PLACED_NUMBER, 7, NULL}};
    assert_int_equal(hidden->cells.len, sizeof cells / sizeof cells[0]);
    for (size_t i = 0; i < hidden->cells.len; i++) {
        const struct placed *cell = &hidden->cells.data[i];
        assert_int_equal(cell->row, cells[i].row);
        assert_int_equal(cell->column, cells[i].column);
        assert_int_equal(cell->type, cells[i].type);
        assert_int_equal(cell->units, cells[i].units);
        if (cells[i].text)
            assert_string_equal(cell->text, cells[i].text);
    }
    layout_free(layout);
    book_free(book);
}

/* A band stands on its lower edge: what is drawn of the upper one is their difference, 0.4 − 0.15 = 0.25. */
static void a_band_is_the_room_between_its_edges(void **state) {
    (void)state;
    static const struct sheet_column path[] = {
        {.id = "op", .header = "Op", .show = SHOW_TEXT},
        {.id = "laag", .header = "Laag", .show = SHOW_PERCENT},
        {.id = "hoog", .header = "Hoog", .show = SHOW_PERCENT},
    };
    struct book *book = new_book();
    struct sheet *sheet = book_add_sheet(book, "a", "Blad", "Titel");
    struct sheet_table *table = sheet_add_table(sheet, "Pad", NULL, path, 3);
    add_row(table, "2028", cell_number(15, 2), cell_number(4, 1));
    struct graph *graph = sheet_add_graph(sheet, GRAPH_BAND, GRAPH_WIDE, "Pad");
    graph_down(graph, "Pad", "op");
    graph_add_column(graph, "laag", SERIES_LOW);
    graph_add_column(graph, "hoog", SERIES_HIGH);
    struct layout *layout = layout_new(book);
    const struct placed_sheet *hidden = &layout->sheets.data[1];
    const struct placed *room = &hidden->cells.data[hidden->cells.len - 1];
    assert_int_equal(room->units, 25);
    assert_int_equal(room->scale, 2);
    layout_free(layout);
    book_free(book);
}

static void graphs_are_never_empty(void **state) {
    (void)state;
    struct book *book = new_book();
    struct sheet *sheet = book_add_sheet(book, "a", "Blad", "Titel");
    struct sheet_table *table = sheet_add_table(sheet, "Nul", NULL, columns, 3);
    add_row(table, "2025H2", cell_count(0), cell_count(0));
    add_row(table, "2026H1", cell_count(0), cell_withheld("x"));
    table = sheet_add_table(sheet, "Onbekend", NULL, columns, 3);
    add_row(table, "2026H1", cell_unknown(), cell_unknown());
    static const struct {
        const char *table;
        const char *column;
    } rows[] = {{"Nul", "clienten"}, {"Nul", "benutting"}, {"Onbekend", "clienten"}, {"Nergens", "clienten"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct graph *graph = sheet_add_graph(sheet, GRAPH_COLUMN, GRAPH_SMALL, rows[i].column);
        graph_down(graph, rows[i].table, "periode");
        graph_add_column(graph, rows[i].column, SERIES_PLAIN);
        graph_add_constant(graph, "norm", 42, 0);
    }
    struct layout *layout = layout_new(book);
    const struct placed_sheet *placed = &layout->sheets.data[0];
    assert_int_equal(placed->graphs.len, 0);
    assert_int_equal(layout->sheets.len, 1);
    assert_true(placed->cells.len > 3);
    const struct placed *last = &placed->cells.data[placed->cells.len - 1];
    assert_string_equal(last[-2].text, "Geen grafiek «clienten»: alle waarden zijn nul.");
    assert_string_equal(last[-1].text, "Geen grafiek «benutting»: de aantallen zijn te klein om te tonen.");
    assert_string_equal(last->text, "Geen grafiek «clienten»: er zijn geen cijfers.");
    layout_free(layout);
    book_free(book);
}

/* ---- places ---- */

static void graphs_cover_no_cells(void **state) {
    (void)state;
    struct book *book = new_book();
    struct sheet *sheet = book_add_sheet(book, "a", "Blad", "Titel");
    for (int i = 0; i < 5; i++) {
        struct graph *graph = sheet_add_graph(sheet, GRAPH_COLUMN, i < 4 ? GRAPH_SMALL : GRAPH_WIDE, "Cliënten");
        graph_down(graph, "Volumes", "periode");
        graph_add_column(graph, "clienten", SERIES_PLAIN);
    }
    add_table(sheet);
    struct layout *layout = layout_new(book);
    const struct placed_sheet *placed = &layout->sheets.data[0];
    assert_int_equal(placed->graphs.len, 5);
    for (size_t g = 0; g < 5; g++) {
        const struct placed_graph *graph = &placed->graphs.data[g];
        assert_true(graph->left + graph->width <= sheet_pixels(placed));
        uint32_t below = graph->row + (graph->height + ROW_PIXELS - 1) / ROW_PIXELS;
        for (size_t i = 0; i < placed->cells.len; i++)
            assert_true(placed->cells.data[i].row < graph->row || placed->cells.data[i].row >= below);
        for (size_t other = 0; other < g; other++) {
            const struct placed_graph *before = &placed->graphs.data[other];
            bool beside = before->row == graph->row && before->left + before->width <= graph->left;
            assert_true(beside || before->row + (before->height + ROW_PIXELS - 1) / ROW_PIXELS <= graph->row);
        }
    }
    /* Three small ones beside each other, the fourth below, then the wide one. */
    assert_int_equal(placed->graphs.data[2].row, placed->graphs.data[0].row);
    assert_true(placed->graphs.data[3].row > placed->graphs.data[2].row);
    layout_free(layout);
    book_free(book);
}

static void columns_are_as_wide_as_their_numbers(void **state) {
    (void)state;
    struct book *book = new_book();
    struct sheet *sheet = book_add_sheet(book, "a", "Blad", "Titel");
    struct sheet_table *table = sheet_add_table(sheet, "Breed", NULL, columns, 3);
    const char *text = "Een tekst die te lang is voor een kolom en daarom omloopt, over meer dan een regel";
    add_row(table, text, cell_count(1234567890123), cell_shown(cell_micros(-987654321987654), SHOW_CENTS));
    struct layout *layout = layout_new(book);
    const struct placed_sheet *placed = &layout->sheets.data[0];
    assert_true(placed->columns.data[0] < glyphs_width(text, role_font(ROLE_BODY)));
    assert_true(placed->columns.data[1] > glyphs_width("1.234.567.890.123", role_font(ROLE_BODY)));
    assert_true(placed->columns.data[2] > glyphs_width("€ -987.654.321,99", role_font(ROLE_BODY)));
    /* Title, header and this row; two lines of 10 points take 2 × 17 pixels. */
    const struct row_height *height = &placed->heights.data[placed->heights.len - 1];
    assert_int_equal(height->row, 4);
    assert_true(height->pixels >= 34);
    layout_free(layout);
    book_free(book);
}

static void the_header_of_the_only_table_is_frozen(void **state) {
    (void)state;
    struct book *book = new_book();
    struct sheet *one = book_add_sheet(book, "een", "Een", "Een");
    add_table(one);
    struct sheet *two = book_add_sheet(book, "twee", "Twee", "Twee");
    sheet_add_table(two, "A", NULL, columns, 3);
    struct layout *layout = layout_new(book);
    assert_int_equal(layout->sheets.data[0].frozen_rows, 5); /* header in row 5 */
    assert_int_equal(layout->sheets.data[0].repeat_first, 4);
    assert_int_equal(layout->sheets.data[1].frozen_rows, 3); /* title, subtitle and the way back */
    assert_int_equal(layout->sheets.data[1].repeat_last, 0);
    layout_free(layout);
    book_free(book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_book_as_text),
        cmocka_unit_test(numbers_are_drawn_from_the_table_itself),
        cmocka_unit_test(withheld_points_are_left_out),
        cmocka_unit_test(a_band_is_the_room_between_its_edges),
        cmocka_unit_test(graphs_are_never_empty),
        cmocka_unit_test(graphs_cover_no_cells),
        cmocka_unit_test(columns_are_as_wide_as_their_numbers),
        cmocka_unit_test(the_header_of_the_only_table_is_frozen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
