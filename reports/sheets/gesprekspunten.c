/*
 * Gesprekspunten: what to talk about, worst first, with room for what is agreed.
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"
#include "reports/sheets/talking.h"

static void build(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "nummer", .header = text_of(c, TEXT_KOLOM_NUMMER), .show = SHOW_COUNT},
        {.id = "gewicht", .header = text_of(c, TEXT_KOLOM_GEWICHT), .show = SHOW_TEXT},
        {.id = "onderwerp", .header = text_of(c, TEXT_KOLOM_ONDERWERP), .show = SHOW_TEXT, .width = 26},
        {.id = "punt", .header = text_of(c, TEXT_KOLOM_PUNT), .show = SHOW_TEXT, .width = 80},
        {.id = "afspraak", .header = text_of(c, TEXT_KOLOM_AFSPRAAK), .show = SHOW_TEXT, .width = 40},
    };
    static const enum text words[] = {
        [TONE_NEUTRAL] = TEXT_GESPREK_LICHT,
        [TONE_GOOD] = TEXT_GESPREK_LICHT,
        [TONE_ATTENTION] = TEXT_GESPREK_MIDDEL,
        [TONE_BAD] = TEXT_GESPREK_ZWAAR,
    };
    static const struct input room = {0};
    add_text(c, TEXT_GESPREK_INTRO);
    struct points points = talking_points(c, c->view);
    struct sheet_table *table = sheet_add_table(c->sheet, "Gesprekspunten", text_of(c, TEXT_GESPREK_PUNTEN), columns,
                                                sizeof columns / sizeof columns[0]);
    table_say_when_empty(table, text_of(c, TEXT_GESPREK_GEEN));
    for (size_t i = 0; i < points.list.len; i++) {
        const struct point *point = &points.list.data[i];
        enum tone tone = point_tone(point);
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_count((int64_t)i + 1));
        row_add(row, cell_signal(tone, text_of(c, words[tone])));
        row_add(row, cell_text(labels_maat(c->labels, point->rule->quantity.maat)->label));
        row_add(row, cell_text(point->sentence));
        row_add(row, cell_input(&room));
    }
    VEC_FREE(points.list);
    add_note(c, TEXT_GESPREK_UITLEG);
    add_provisional_note(c);
}

const struct sheet_def sheet_gesprekspunten = {
    .id = "gesprekspunten",
    .kinds = KIND(AANBIEDER) | KIND(GEMEENTE),
    .internal = true,
    .build = build,
};
