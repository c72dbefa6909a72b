/*
 * Gespreksagenda: with whom to talk first, the aanbieders ranked by the weight of their gesprekspunten.  Its widths
 * leave letters that can be read on paper.
 */
#include <stdlib.h>

#include "reports/sheets/sheets.h"
#include "reports/sheets/talking.h"

enum { WORST = 3 };

struct turn {
    uint16_t member;
    struct points points;
};

/* The heaviest first, then by number of points, then by code. */
static int compare_turns(const void *a, const void *b) {
    const struct turn *x = a;
    const struct turn *y = b;
    if (x->points.weight != y->points.weight)
        return x->points.weight > y->points.weight ? -1 : 1;
    if (x->points.list.len != y->points.list.len)
        return x->points.list.len > y->points.list.len ? -1 : 1;
    return x->member < y->member ? -1 : 1;
}

/* Those of the aanbieder's own workbook. */
static struct points points_of(const struct sheet_context *c, uint16_t member) {
    struct view *view = view_open_aanbieder(c->view, member);
    struct points points = talking_points(c, view);
    view_close(view);
    return points;
}

static struct sheet_table *make_table(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "nummer", .header = text_of(c, TEXT_KOLOM_NUMMER), .show = SHOW_COUNT},
        {.id = "aanbiedercode", .header = text_of(c, TEXT_KOLOM_CODE), .show = SHOW_TEXT},
        {.id = "naam", .header = text_of(c, TEXT_KOLOM_AANBIEDER), .show = SHOW_TEXT, .width = 24},
        {.id = "contractmanager", .header = text_of(c, TEXT_KOLOM_CONTRACTMANAGER), .show = SHOW_TEXT, .width = 18},
        {.id = "punten", .header = text_of(c, TEXT_KOLOM_PUNTEN), .show = SHOW_COUNT},
        {.id = "gewicht", .header = text_of(c, TEXT_KOLOM_GEWICHT), .show = SHOW_COUNT},
        {.id = "eerste", .header = text_of(c, TEXT_AGENDA_EERSTE), .show = SHOW_TEXT, .width = 32},
        {.id = "tweede", .header = text_of(c, TEXT_AGENDA_TWEEDE), .show = SHOW_TEXT, .width = 32},
        {.id = "derde", .header = text_of(c, TEXT_AGENDA_DERDE), .show = SHOW_TEXT, .width = 32},
    };
    struct sheet_table *table = sheet_add_table(c->sheet, "Gespreksagenda", text_of(c, TEXT_AGENDA_TABEL), columns,
                                                sizeof columns / sizeof columns[0]);
    table_say_when_empty(table, text_of(c, TEXT_AGENDA_GEEN));
    return table;
}

static void add_turn(const struct sheet_context *c, struct sheet_table *table, size_t place, const struct turn *turn) {
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_count((int64_t)place + 1));
    row_add(row, cell_text(view_code(c->view, DIMENSION_AANBIEDER, turn->member)));
    row_add(row, cell_text(view_name(c->view, DIMENSION_AANBIEDER, turn->member)));
    row_add(row, cell_text(view_contractmanager(c->view, turn->member)));
    row_add(row, cell_count((int64_t)turn->points.list.len));
    row_add(row, cell_count(turn->points.weight));
    for (size_t i = 0; i < WORST && i < turn->points.list.len; i++)
        row_add(row, cell_text(turn->points.list.data[i].sentence));
}

static void build(const struct sheet_context *c) {
    VEC(struct turn) turns = {0};
    add_text(c, TEXT_AGENDA_INTRO);
    for (uint16_t member = 1; member <= view_members(c->view, DIMENSION_AANBIEDER); member++) {
        struct points points = points_of(c, member);
        if (points.list.len > 0)
            VEC_PUSH(turns, (struct turn){member, points});
    }
    if (turns.len > 1)
        qsort(turns.data, turns.len, sizeof *turns.data, compare_turns);
    struct sheet_table *table = make_table(c);
    for (size_t i = 0; i < turns.len; i++) {
        add_turn(c, table, i, &turns.data[i]);
        VEC_FREE(turns.data[i].points.list);
    }
    VEC_FREE(turns);
    add_note(c, TEXT_AGENDA_UITLEG);
}

const struct sheet_def sheet_gespreksagenda = {
    .id = "gespreksagenda",
    .kinds = KIND(REGIO),
    .internal = true,
    .has_content = any_aanbieder,
    .build = build,
};
