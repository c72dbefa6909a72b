/*
 * Graphs with libxlsxwriter.  Invariant: a graph has at least one number other than 0, which the layout sees to.
 * Called by book_xlsx.c.
 *
 * The library cannot put lines over columns or areas.  A chart in the file may well hold both, one after the other in
 * one plot area, so write_with_lines() stands in for the function that writes the series and calls the library's own
 * twice: for the series that are columns or areas, then for those that are lines.  Lines are those with a marker.
 */
#include "reports/book/book_xlsx_parts.h"

#include "reports/book/colour.h"
#include "reports/book/shown.h"

/* Properties of the library's own drawing area, to which sizes are relative. */
static const double library_width = 480;
static const double library_height = 288;

/* From here on an axis of shares goes up to 100%. */
static const double MOSTLY = 0.8;

enum { LABELLED_POINTS = 12, WHITE = 0xFFFFFF, BLACK = 0x000000 };

static uint8_t library_type(enum graph_kind kind) {
    switch (kind) {
    case GRAPH_COLUMN: return LXW_CHART_COLUMN;
    case GRAPH_STACKED_COLUMN: return LXW_CHART_COLUMN_STACKED;
    case GRAPH_BAR: return LXW_CHART_BAR;
    case GRAPH_STACKED_BAR: return LXW_CHART_BAR_STACKED;
    case GRAPH_LINE: return LXW_CHART_LINE;
    case GRAPH_BAND: return LXW_CHART_AREA_STACKED;
    }
    BUG("onbekende soort grafiek");
}

static bool is_stacked(enum graph_kind kind) {
    return kind == GRAPH_STACKED_COLUMN || kind == GRAPH_STACKED_BAR;
}

static bool is_bar(enum graph_kind kind) {
    return kind == GRAPH_BAR || kind == GRAPH_STACKED_BAR;
}

static bool is_line(enum graph_kind kind, enum series_style style) {
    if (is_bar(kind))
        return false;
    if (kind == GRAPH_BAND)
        return style != SERIES_LOW && style != SERIES_HIGH;
    return kind == GRAPH_LINE || (style != SERIES_PLAIN && style != SERIES_COMPARE);
}

/* ---- lines over columns and areas ---- */

static void write_series(lxw_chart *chart, struct lxw_chart_series_list *some, uint8_t type) {
    lxw_chart *model = lxw_chart_new(type);
    struct lxw_chart_series_list *all = chart->series_list;
    uint8_t grouping = chart->grouping;
    chart->series_list = some;
    chart->grouping = model->grouping;
    model->write_chart_type(chart);
    chart->series_list = all;
    chart->grouping = grouping;
    lxw_chart_free(model);
}

static void write_with_lines(lxw_chart *chart) {
    struct lxw_chart_series_list shapes = STAILQ_HEAD_INITIALIZER(shapes);
    struct lxw_chart_series_list lines = STAILQ_HEAD_INITIALIZER(lines);
    while (!STAILQ_EMPTY(chart->series_list)) {
        lxw_chart_series *series = STAILQ_FIRST(chart->series_list);
        STAILQ_REMOVE_HEAD(chart->series_list, list_pointers);
        if (series->marker)
            STAILQ_INSERT_TAIL(&lines, series, list_pointers);
        else
            STAILQ_INSERT_TAIL(&shapes, series, list_pointers);
    }
    write_series(chart, &shapes, chart->type);
    write_series(chart, &lines, LXW_CHART_LINE);
    STAILQ_CONCAT(chart->series_list, &shapes);
    STAILQ_CONCAT(chart->series_list, &lines);
}

/* ---- series ---- */

/* A graph while it is added. */
struct drawing {
    struct xlsx *xlsx;
    const struct placed_graph *graph;
    lxw_chart *chart;
    unsigned plain_count; /* series that take a colour in turn */
    unsigned plain_used;
    unsigned norms_used;
};

/* A name that begins with = would be read as a formula. */
static const char *safe_name(struct xlsx *xlsx, const char *name) {
    return name[0] == '=' ? arena_printf(&xlsx->arena, " %s", name) : name;
}

/* Classes that are stacked run from light to dark; series beside each other differ as much as they can. */
static uint32_t plain_colour(struct drawing *drawing) {
    uint32_t accent = drawing->xlsx->accent;
    const uint32_t apart[] = {accent,   colour_mix(accent, WHITE, 60), 0x595959,
                              0xA6A6A6, colour_mix(accent, BLACK, 60), colour_mix(accent, WHITE, 25)};
    unsigned turn = drawing->plain_used++;
    if (is_stacked(drawing->graph->graph->kind) && drawing->plain_count > 2)
        return colour_mix(accent, WHITE, 20 + 80 * turn / (drawing->plain_count - 1));
    return apart[turn % (sizeof apart / sizeof apart[0])];
}

/* Provisional points are lighter; the others, of which nothing is said, look as the series does. */
static bool lighten_points(struct drawing *drawing, lxw_chart_series *series, uint32_t colour) {
    const struct graph_data *data = drawing->graph->data;
    if (!data->has_provisional)
        return true;
    struct arena *arena = &drawing->xlsx->arena;
    lxw_chart_point **points = arena_alloc(arena, (data->count + 1) * sizeof *points); /* ends with NULL */
    for (size_t i = 0; i < data->count; i++) {
        points[i] = arena_alloc(arena, sizeof *points[i]);
        if (!data->provisional[i])
            continue;
        points[i]->fill = arena_alloc(arena, sizeof *points[i]->fill);
        points[i]->line = arena_alloc(arena, sizeof *points[i]->line);
        points[i]->fill->color = colour_mix(colour, WHITE, 35);
        points[i]->line->color = colour;
    }
    return chart_series_set_points(series, points) == LXW_NO_ERROR;
}

static bool draw_line(struct drawing *drawing, lxw_chart_series *series, enum series_style style) {
    static const uint8_t markers[] = {LXW_CHART_MARKER_CIRCLE,   LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND,
                                      LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_X,      LXW_CHART_MARKER_PLUS};
    static const uint8_t dashes[] = {LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_SQUARE_DOT,
                                     LXW_CHART_LINE_DASH_DASH_DOT};
    lxw_chart_line line = {.color = 0x404040, .width = 1.5f};
    uint8_t marker = LXW_CHART_MARKER_NONE;
    if (style == SERIES_PLAIN) {
        marker = markers[drawing->plain_used % (sizeof markers / sizeof markers[0])];
        line.color = plain_colour(drawing);
        line.width = 2.25f;
    } else if (style == SERIES_COMPARE) {
        line.color = 0x8C8C8C;
        line.width = 2.25f;
    } else if (style == SERIES_LINE) {
        marker = LXW_CHART_MARKER_DIAMOND;
        line.width = 2.25f;
    } else {
        line.dash_type = dashes[drawing->norms_used++ % 3];
    }
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, marker);
    if (marker == LXW_CHART_MARKER_NONE)
        return true;
    lxw_chart_fill fill = {.color = line.color};
    lxw_chart_line edge = {.color = line.color};
    chart_series_set_marker_size(series, 6);
    chart_series_set_marker_fill(series, &fill);
    chart_series_set_marker_line(series, &edge);
    return lighten_points(drawing, series, (uint32_t)line.color);
}

static uint32_t shape_colour(struct drawing *drawing, const struct placed_series *from) {
    if (from->band)
        return colour_mix(drawing->xlsx->accent, WHITE, 25);
    return from->style == SERIES_PLAIN ? plain_colour(drawing) : 0xB0B0B0;
}

/* Shades are told apart by their edges and the numbers in them too; a zero has no room for its number. */
static void label_shades(struct drawing *drawing, lxw_chart_series *series, uint32_t colour) {
    bool dark = colour_contrast(colour, WHITE) > colour_contrast(colour, COLOUR_TEXT);
    lxw_chart_line edge = {.color = COLOUR_FRAME, .width = 0.5f};
    lxw_chart_font font = {.name = drawing->xlsx->font, .size = 8, .color = dark ? WHITE : COLOUR_TEXT};
    chart_series_set_line(series, &edge);
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &font);
    chart_series_set_labels_num_format(series, "#,##0;;");
}

static bool draw_shape(struct drawing *drawing, lxw_chart_series *series, const struct placed_series *from) {
    lxw_chart_line edge = {.none = LXW_TRUE};
    lxw_chart_fill fill = {.color = shape_colour(drawing, from)};
    if (drawing->graph->graph->kind == GRAPH_BAND && !from->band)
        fill = (lxw_chart_fill){.none = LXW_TRUE}; /* the band stands on it */
    chart_series_set_line(series, &edge);
    chart_series_set_fill(series, &fill);
    if (is_stacked(drawing->graph->graph->kind))
        label_shades(drawing, series, fill.color);
    return drawing->graph->graph->kind == GRAPH_BAND || lighten_points(drawing, series, (uint32_t)fill.color);
}

/* Whether the values themselves stand beside columns or bars: where they are few. */
static bool is_labelled(const struct placed_graph *graph) {
    bool suits = graph->graph->kind == GRAPH_COLUMN || graph->graph->kind == GRAPH_BAR;
    return suits && graph->series_count == 1 && graph->data->count <= LABELLED_POINTS;
}

static void label_values(struct drawing *drawing, lxw_chart_series *series, lxw_chart_font *font) {
    if (!is_labelled(drawing->graph))
        return;
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, font);
    chart_series_set_labels_num_format(series, shown_format(drawing->graph->data->show, false));
}

static bool add_series(struct drawing *drawing, const struct placed_series *from) {
    struct xlsx *xlsx = drawing->xlsx;
    lxw_chart_series *series = chart_add_series(drawing->chart, NULL, NULL);
    if (!series)
        return false;
    const struct area *names = &drawing->graph->categories;
    const struct area *values = &from->values;
    chart_series_set_name(series, safe_name(xlsx, from->name));
    chart_series_set_categories(series, xlsx->layout->sheets.data[names->sheet].name, names->first_row,
                                names->first_column, names->last_row, names->last_column);
    chart_series_set_values(series, xlsx->layout->sheets.data[values->sheet].name, values->first_row,
                            values->first_column, values->last_row, values->last_column);
    lxw_chart_font font = {.name = xlsx->font, .size = 9, .color = COLOUR_TEXT};
    label_values(drawing, series, &font);
    if (!is_line(drawing->graph->graph->kind, from->style))
        return draw_shape(drawing, series, from);
    return draw_line(drawing, series, from->style);
}

/* Columns and areas first, as write_with_lines() writes them, so that the legend counts as the file does. */
static bool add_all_series(struct drawing *drawing) {
    const struct placed_graph *graph = drawing->graph;
    bool mixed = false;
    for (size_t s = 0; s < graph->series_count; s++) {
        bool line = is_line(graph->graph->kind, graph->series[s].style);
        drawing->plain_count += graph->series[s].style == SERIES_PLAIN && !line;
        mixed |= line && graph->graph->kind != GRAPH_LINE;
    }
    for (int lines = 0; lines <= 1; lines++)
        for (size_t s = 0; s < graph->series_count; s++)
            if (is_line(graph->graph->kind, graph->series[s].style) == (lines == 1) &&
                !add_series(drawing, &graph->series[s]))
                return false;
    if (mixed)
        drawing->chart->write_chart_type = write_with_lines;
    return true;
}

/* ---- axes, titles, legend ---- */

static double largest_value(const struct graph_data *data, bool *negative) {
    double largest = 0;
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->count; i++) {
            const struct cell *cell = data->series[s].values[i];
            double value = cell->type == CELL_NUMBER ? (double)cell->units : 0;
            for (unsigned place = 0; place < cell->scale; place++)
                value /= 10;
            *negative |= value < 0;
            largest = value > largest ? value : largest;
        }
    return largest;
}

/* The steps of an axis are mostly whole. */
static const char *axis_format(enum show show, double largest) {
    if (show == SHOW_PERCENT && largest >= 0.05)
        return "0%";
    bool whole = (show == SHOW_DAYS || show == SHOW_DECIMAL) && largest >= 10;
    return shown_format(whole ? SHOW_COUNT : show, false);
}

static void set_value_axis(struct drawing *drawing, lxw_chart_axis *axis) {
    const struct graph_data *data = drawing->graph->data;
    lxw_chart_line grid = {.color = COLOUR_LINE, .width = 0.75f};
    lxw_chart_line none = {.none = LXW_TRUE};
    bool negative = false;
    double largest = largest_value(data, &negative);
    chart_axis_set_num_format(axis, axis_format(data->show, largest));
    if (is_labelled(drawing->graph))
        chart_axis_major_gridlines_set_visible(axis, LXW_FALSE);
    else
        chart_axis_major_gridlines_set_line(axis, &grid);
    chart_axis_set_line(axis, &none);
    axis->is_value = LXW_TRUE; /* the library forgets this of areas, and then refuses a minimum */
    if (!negative)
        chart_axis_set_min(axis, 0);
    if (data->show == SHOW_PERCENT && largest <= 1 && largest > MOSTLY)
        chart_axis_set_max(axis, 1); /* a share has no room above all */
    if (data->show == SHOW_COUNT && largest <= 5 && !is_stacked(drawing->graph->graph->kind))
        chart_axis_set_major_unit(axis, 1); /* else 0, 0.5, 1 would be shown as 0, 1, 1 */
}

static void set_axes(struct drawing *drawing) {
    struct xlsx *xlsx = drawing->xlsx;
    const struct graph *graph = drawing->graph->graph;
    bool lying = is_bar(graph->kind);
    lxw_chart_axis *categories = lying ? drawing->chart->y_axis : drawing->chart->x_axis;
    lxw_chart_axis *values = lying ? drawing->chart->x_axis : drawing->chart->y_axis;
    lxw_chart_font font = {.name = xlsx->font, .size = 9, .color = COLOUR_TEXT};
    lxw_chart_line line = {.color = 0x8C8C8C, .width = 0.75f};
    chart_axis_set_num_font(categories, &font);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_line(categories, &line);
    chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
    if (drawing->graph->label_every > 1)
        chart_axis_set_interval_unit(categories, (uint16_t)drawing->graph->label_every);
    if (lying) { /* the first row on top, as in the table, and the scale below */
        chart_axis_set_reverse(categories);
        chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    }
    set_value_axis(drawing, values);
    if (graph->category_title) {
        chart_axis_set_name(categories, safe_name(xlsx, graph->category_title));
        chart_axis_set_name_font(categories, &font);
    }
    if (graph->value_title) {
        chart_axis_set_name(values, safe_name(xlsx, graph->value_title));
        chart_axis_set_name_font(values, &font);
    }
}

static bool set_legend(struct drawing *drawing) {
    const struct placed_graph *graph = drawing->graph;
    lxw_chart_font font = {.name = drawing->xlsx->font, .size = 9, .color = COLOUR_TEXT};
    if (graph->data->series_count < 2) {
        chart_legend_set_position(drawing->chart, LXW_CHART_LEGEND_NONE);
        return true;
    }
    chart_legend_set_position(drawing->chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(drawing->chart, &font);
    if (graph->graph->kind != GRAPH_BAND)
        return true;
    int16_t deleted[] = {0, -1}; /* the lower edge is only what the band stands on */
    return chart_legend_delete_series(drawing->chart, deleted) == LXW_NO_ERROR;
}

static void set_looks(struct drawing *drawing) {
    struct xlsx *xlsx = drawing->xlsx;
    lxw_chart_font title = {.name = xlsx->font, .size = 11, .bold = LXW_TRUE, .color = COLOUR_TEXT};
    lxw_chart_line none = {.none = LXW_TRUE};
    chart_title_set_name(drawing->chart, safe_name(xlsx, drawing->graph->graph->title));
    chart_title_set_name_font(drawing->chart, &title);
    chart_chartarea_set_line(drawing->chart, &none);
    chart_set_series_gap(drawing->chart, 60);
    chart_show_blanks_as(drawing->chart, LXW_CHART_BLANKS_AS_GAP);
    if (drawing->graph->from_hidden)
        chart_show_hidden_data(drawing->chart);
}

bool xlsx_add_graph(struct xlsx *xlsx, lxw_worksheet *worksheet, const struct placed_graph *graph) {
    struct drawing drawing = {
        .xlsx = xlsx,
        .graph = graph,
        .chart = workbook_add_chart(xlsx->workbook, library_type(graph->graph->kind)),
    };
    if (!drawing.chart || !add_all_series(&drawing) || !set_legend(&drawing))
        return false;
    set_axes(&drawing);
    set_looks(&drawing);
    lxw_chart_options options = {
        .x_offset = (int32_t)graph->left,
        .x_scale = graph->width / library_width,
        .y_scale = graph->height / library_height,
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .description = arena_strdup(&xlsx->arena, graph->alt),
    };
    return worksheet_insert_chart_opt(worksheet, graph->row, 0, drawing.chart, &options) == LXW_NO_ERROR;
}
