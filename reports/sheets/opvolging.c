/*
 * Opvolging: which aanbieders still have to be asked something about their managementinformatie, and what.
 */
#include "reports/sheets/follow_up.h"
#include "reports/sheets/sheets.h"

/* What is to be asked of one aanbieder. */
struct asked {
    uint16_t member;
    struct follow_up follow_up;
};

typedef VEC(struct asked) asked_list;

static asked_list list_asked(const struct sheet_context *c) {
    asked_list list = {0};
    for (uint16_t member = 1; member <= view_members(c->view, DIMENSION_AANBIEDER); member++) {
        struct view *view = view_open_aanbieder(c->view, member);
        struct follow_up follow_up = follow_up_of(view, c->settings);
        if (follow_up.list.len > 0)
            VEC_PUSH(list, (struct asked){member, follow_up});
        view_close(view);
    }
    return list;
}

static const char *kind_words(const struct sheet_context *c, enum follow_kind kind) {
    static const enum text words[FOLLOW_KINDS] = {
        [FOLLOW_NOT_DELIVERED] = TEXT_OPVOLGING_NIET_GELEVERD,
        [FOLLOW_EMPTY] = TEXT_OPVOLGING_LEEG,
        [FOLLOW_BEYOND] = TEXT_OPVOLGING_GRENZEN,
        [FOLLOW_DEVIATES] = TEXT_OPVOLGING_WIJKT_AF,
    };
    return text_of(c, words[kind]);
}

static enum tone kind_tone(enum follow_kind kind) {
    return kind == FOLLOW_DEVIATES ? TONE_ATTENTION : TONE_BAD;
}

/* ---- per aanbieder ---- */

static void add_aanbieders(const struct sheet_context *c, const asked_list *list) {
    const struct sheet_column columns[] = {
        {.id = "naam", .header = text_of(c, TEXT_KOLOM_AANBIEDER), .show = SHOW_TEXT},
        {.id = "aanbiedercode", .header = text_of(c, TEXT_KOLOM_CODE), .show = SHOW_TEXT},
        {.id = "contractmanager", .header = text_of(c, TEXT_KOLOM_CONTRACTMANAGER), .show = SHOW_TEXT},
        {.id = "niet_geleverd", .header = kind_words(c, FOLLOW_NOT_DELIVERED), .show = SHOW_COUNT},
        {.id = "leeg", .header = kind_words(c, FOLLOW_EMPTY), .show = SHOW_COUNT},
        {.id = "grenzen", .header = kind_words(c, FOLLOW_BEYOND), .show = SHOW_COUNT},
        {.id = "wijkt_af", .header = kind_words(c, FOLLOW_DEVIATES), .show = SHOW_COUNT},
    };
    struct sheet_table *table = sheet_add_table(c->sheet, "Opvolging", text_of(c, TEXT_OPVOLGING_AANBIEDERS), columns,
                                                sizeof columns / sizeof columns[0]);
    table_say_when_empty(table, text_of(c, TEXT_OPVOLGING_GEEN));
    for (size_t i = 0; i < list->len; i++) {
        const struct asked *asked = &list->data[i];
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(view_name(c->view, DIMENSION_AANBIEDER, asked->member)));
        row_add(row, cell_text(view_code(c->view, DIMENSION_AANBIEDER, asked->member)));
        row_add(row, cell_text(view_contractmanager(c->view, asked->member)));
        for (enum follow_kind kind = 0; kind < FOLLOW_KINDS; kind++)
            row_add(row, cell_count((int64_t)follow_up_count(&asked->follow_up, kind)));
    }
}

/* ---- per point ---- */

static const char *part_words(const struct sheet_context *c, enum dimension dimension, uint16_t member) {
    return member == GROUP_ALL ? text_of(c, TEXT_OPVOLGING_ALLE) : member_name(c, dimension, member);
}

/* From a value and how it differs the measured one could be told, and the reverse. */
static void add_values(struct sheet_row *row, const struct follow_point *point) {
    bool deviates = point->kind == FOLLOW_DEVIATES;
    bool hidden = point->given.status == VALUE_WITHHELD;
    row_add(row, point->given.present ? plain_cell(point->given) : cell_empty());
    row_add(row, deviates ? plain_cell(point->measured) : cell_empty());
    row_add(row, !deviates ? cell_empty() : hidden ? cell_withheld("x") : cell_change(value_cell(point->deviation)));
}

static void add_point(const struct sheet_context *c, struct sheet_table *table, uint16_t member,
                      const struct follow_point *point) {
    struct sheet_row *row = table_add_row(table);
    row_add(row, cell_text(view_name(c->view, DIMENSION_AANBIEDER, member)));
    row_add(row, cell_text(view_code(c->view, DIMENSION_AANBIEDER, member)));
    row_add(row, cell_signal(kind_tone(point->kind), lower_first(c, kind_words(c, point->kind))));
    if (!point->indicator)
        return;
    row_add(row, cell_text(point->indicator->omschrijving));
    row_add(row, cell_text(part_words(c, DIMENSION_GEMEENTE, point->part.gemeente)));
    row_add(row, cell_text(part_words(c, DIMENSION_PERCEEL, point->part.perceel)));
    add_values(row, point);
    row_add(row, cell_text(bounds_words(c, point->indicator)));
}

static void add_points(const struct sheet_context *c, const asked_list *list) {
    const struct sheet_column columns[] = {
        {.id = "naam", .header = text_of(c, TEXT_KOLOM_AANBIEDER), .show = SHOW_TEXT, .width = 28},
        {.id = "aanbiedercode", .header = text_of(c, TEXT_KOLOM_CODE), .show = SHOW_TEXT},
        {.id = "wat", .header = text_of(c, TEXT_OPVOLGING_KOLOM_WAT), .show = SHOW_TEXT},
        {.id = "vraag", .header = text_of(c, TEXT_OPVOLGING_KOLOM_VRAAG), .show = SHOW_TEXT, .width = 34},
        {.id = "gemeente", .header = text_of(c, TEXT_KOLOM_GEMEENTE), .show = SHOW_TEXT},
        {.id = "perceel", .header = text_of(c, TEXT_KOLOM_PERCEEL), .show = SHOW_TEXT},
        {.id = "opgave", .header = text_of(c, TEXT_OPVOLGING_KOLOM_OPGAVE), .show = SHOW_DECIMAL2},
        {.id = "gemeten", .header = text_of(c, TEXT_OPVOLGING_KOLOM_GEMETEN), .show = SHOW_DECIMAL2},
        {.id = "verschil", .header = text_of(c, TEXT_OPVOLGING_KOLOM_VERSCHIL), .show = SHOW_PERCENT},
        {.id = "toegestaan", .header = text_of(c, TEXT_OPVOLGING_KOLOM_TOEGESTAAN), .show = SHOW_TEXT},
    };
    struct sheet_table *table = sheet_add_table(c->sheet, "Opvolging_punten", text_of(c, TEXT_OPVOLGING_PUNTEN),
                                                columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < list->len; i++)
        for (size_t p = 0; p < list->data[i].follow_up.list.len; p++)
            add_point(c, table, list->data[i].member, &list->data[i].follow_up.list.data[p]);
}

/* ---- the sheet ---- */

/* As mi_ontbreekt: a period of which nothing came in yet is no reason to ask. */
static bool has_content(const struct sheet_context *c) {
    for (size_t i = 0; i < view_indicatoren(c->view); i++)
        if (view_value(c->view, view_now(c->view), "mi", view_indicator(c->view, i)->code, (struct group){0}).present)
            return true;
    return false;
}

static void build(const struct sheet_context *c) {
    asked_list list = list_asked(c);
    sheet_add_text(c->sheet, text_with(c, TEXT_OPVOLGING_INTRO, {"periode", period_words(c, view_now(c->view))}));
    add_aanbieders(c, &list);
    if (list.len > 0)
        add_points(c, &list);
    sheet_add_note(c->sheet,
                   text_with(c, TEXT_OPVOLGING_UITLEG, {"tolerantie", percent_words(c, c->settings->mi_tolerantie)}));
    for (size_t i = 0; i < list.len; i++)
        VEC_FREE(list.data[i].follow_up.list);
    VEC_FREE(list);
}

const struct sheet_def sheet_opvolging = {
    .id = "opvolging",
    .kinds = KIND(REGIO),
    .internal = true,
    .has_content = has_content,
    .build = build,
};
