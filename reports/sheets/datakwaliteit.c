/*
 * Datakwaliteit: how the declarations were linked, what the measures say of the data, and the findings per delivered
 * file.
 */
#include "reports/sheets/sheets.h"
#include "reports/sheets/tables.h"

/* ---- links ---- */

static void add_links(const struct sheet_context *c) {
    const struct split_spec lines = {
        .id = "Kwaliteit_regels",
        .caption = text_of(c, TEXT_KWALITEIT_REGELS),
        .maat = "declaratieregels",
        .head = TEXT_KOLOM_KOPPELING,
        .shares = view_kind(c->view) != RECIPIENT_REGIO,
    };
    const struct split_spec amounts = {
        .id = "Kwaliteit_bedragen",
        .caption = text_of(c, TEXT_KWALITEIT_BEDRAGEN),
        .maat = "declaratiebedrag",
        .head = TEXT_KOLOM_KOPPELING,
        .leave_empty = true,
    };
    struct parts parts = parts_of_list(c, "koppeling");
    add_parts_graph(c, GRAPH_BAR, GRAPH_HALF, &lines, parts, (struct group){0});
    if (!table_of_parts(c, &lines, parts, (struct group){0}))
        sheet_add_text(c->sheet, nothing_words(c, TEXT_KWALITEIT_GEEN_DECLARATIES));
    table_of_parts(c, &amounts, parts, (struct group){0});
}

/* ---- checks ---- */

static const struct check {
    const char *maat;
    const char *uitsplitsing;
} checks[] = {
    {"tariefafwijking", ""},
    {"declaratie_dubbel", ""},
    {"oud_na_start", ""},
    {"oud_na_termijn", ""},
    {"budget", "onbekend"},
    {"doorlooptijd_besluit", "onbekend"},
    {"doorlooptijd_start", "onbekend"},
    {"beeindigd", "onbekend"},
};

static void add_checks(const struct sheet_context *c) {
    struct sheet_column columns[TABLE_COLUMNS_MAX + 1] = {
        {.id = "maat", .header = text_of(c, TEXT_KOLOM_CONTROLE), .show = SHOW_TEXT},
    };
    size_t periods = view_periods(c->view);
    size_t first = periods > TABLE_COLUMNS_MAX ? periods - TABLE_COLUMNS_MAX : 0;
    size_t count = 1;
    for (size_t p = first; p < periods; p++) {
        const char *name = view_period(c->view, p)->name;
        columns[count++] = (struct sheet_column){.id = name, .header = name, .show = SHOW_COUNT};
    }
    struct sheet_table *table =
        sheet_add_table(c->sheet, "Kwaliteit_controles", text_of(c, TEXT_KWALITEIT_CONTROLES), columns, count);
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
        enum show show = measure_show(checks[i].maat, checks[i].uitsplitsing);
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(measure_label(c, checks[i].maat, checks[i].uitsplitsing)));
        for (size_t p = first; p < periods; p++)
            row_add(row, cell_shown(value_cell(view_value(c->view, p, checks[i].maat, checks[i].uitsplitsing,
                                                          (struct group){0})),
                                    show));
    }
}

/* ---- findings ---- */

/* Narrow columns first, as in the tables above: all tables of a sheet share the widths of its columns. */
static void add_findings(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "bestand", .header = text_of(c, TEXT_KOLOM_BESTAND), .show = SHOW_TEXT},
        {.id = "tabel", .header = text_of(c, TEXT_KOLOM_TABEL), .show = SHOW_TEXT, .width = 16},
        {.id = "ernst", .header = text_of(c, TEXT_KOLOM_ERNST), .show = SHOW_TEXT},
        {.id = "code", .header = text_of(c, TEXT_KOLOM_CODE), .show = SHOW_TEXT},
        {.id = "aantal", .header = text_of(c, TEXT_KOLOM_AANTAL), .show = SHOW_COUNT},
        {.id = "bevinding", .header = text_of(c, TEXT_KOLOM_BEVINDING), .show = SHOW_TEXT, .width = 90},
    };
    static const enum tone tones[SEVERITY_COUNT] = {
        [SEVERITY_FOUT] = TONE_BAD, [SEVERITY_WAARSCHUWING] = TONE_ATTENTION, [SEVERITY_INFO] = TONE_NEUTRAL};
    struct sheet_table *table =
        sheet_add_table(c->sheet, "Kwaliteit_bevindingen", text_of(c, TEXT_KWALITEIT_BEVINDINGEN), columns,
                        sizeof columns / sizeof columns[0]);
    table_say_when_empty(table, text_of(c, TEXT_KWALITEIT_GEEN_BEVINDINGEN));
    for (size_t i = 0; i < view_findings(c->view); i++) {
        const struct finding_count *count = view_finding(c->view, i);
        if (!count)
            continue;
        const struct source *file = view_finding_file(c->view, i);
        const struct finding_info *info = finding_info(count->kind);
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(file->path));
        row_add(row, cell_text(table_name(file->table)));
        row_add(row, cell_signal(tones[info->severity], severity_name(info->severity)));
        row_add(row, cell_text(info->code));
        row_add(row, cell_count((int64_t)count->count));
        row_add(row, cell_text(text_with(c, TEXT_KWALITEIT_BEVINDING, {"bevinding", info->meaning},
                                         {"remedie", info->remedy})));
    }
}

static void add_files(const struct sheet_context *c) {
    const struct sheet_column columns[] = {
        {.id = "bestand", .header = text_of(c, TEXT_KOLOM_BESTAND), .show = SHOW_TEXT},
        {.id = "tabel", .header = text_of(c, TEXT_KOLOM_TABEL), .show = SHOW_TEXT, .width = 16},
        {.id = "geladen", .header = text_of(c, TEXT_KOLOM_GELADEN), .show = SHOW_COUNT},
        {.id = "geweigerd", .header = text_of(c, TEXT_KOLOM_GEWEIGERD), .show = SHOW_COUNT},
        {.id = "vervangen", .header = text_of(c, TEXT_KOLOM_VERVANGEN), .show = SHOW_COUNT},
    };
    struct sheet_table *table = sheet_add_table(c->sheet, "Kwaliteit_bestanden", text_of(c, TEXT_KWALITEIT_BESTANDEN),
                                                columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < view_files(c->view); i++) {
        const struct source *file = view_file(c->view, i);
        if (!file || file->table == TABLE_NONE)
            continue;
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(file->path));
        row_add(row, cell_text(table_name(file->table)));
        row_add(row, cell_count((int64_t)file->rows_loaded));
        row_add(row, cell_count((int64_t)file->rows_refused));
        row_add(row, cell_count((int64_t)file->rows_replaced));
    }
}

/* ---- who delivered ---- */

static struct cell answer_cell(enum delivered_answer answer) {
    const char *name = delivered_answer_name(answer);
    return answer == DELIVERED_NO ? cell_signal(TONE_ATTENTION, name) : cell_text(name);
}

static struct cell months_cell(const struct sheet_context *c, const struct delivered *delivered, uint16_t months) {
    struct buf text = {0};
    delivered_put_months(&delivered->period, months, &text);
    struct cell cell = cell_text(months == 0 ? "–" : arena_strdup(c->arena, text.data));
    buf_release(&text);
    return cell;
}

/* The gemeenten or the aanbieders: what is there of three tables, and the months without declarations. */
static void add_delivered_table(const struct sheet_context *c, struct sheet_table *table, enum dimension dimension,
                                const struct delivery *list, const enum delivered_table tables[3]) {
    const struct delivered *delivered = view_delivered(c->view);
    for (uint16_t member = 1; member <= view_members(c->view, dimension); member++) {
        const struct delivery *delivery = &list[member - 1];
        if (!delivery->shown)
            continue;
        struct sheet_row *row = table_add_row(table);
        row_add(row, cell_text(view_name(c->view, dimension, member)));
        row_add(row, cell_text(view_code(c->view, dimension, member)));
        for (size_t i = 0; i < 3; i++)
            row_add(row, answer_cell(delivery->answer[tables[i]]));
        row_add(row, months_cell(c, delivered, delivery->missing));
    }
}

static void add_last_complete(const struct sheet_context *c, const struct delivered *delivered, const char *periode) {
    struct buf month = {0};
    if (delivered->complete == DELIVERED_NO_MONTH) {
        sheet_add_text(c->sheet, text_with(c, TEXT_KWALITEIT_NIETS_VOLLEDIG, {"periode", periode}));
        return;
    }
    delivered_put_month(&delivered->period, delivered->complete, &month);
    sheet_add_text(c->sheet, text_with(c, TEXT_KWALITEIT_VOLLEDIG_TOT, {"maand", month.data}));
    buf_release(&month);
}

static void add_delivered(const struct sheet_context *c) {
    static const enum delivered_table of_gemeente[] = {DELIVERED_INDICATIES, DELIVERED_DECLARATIES, DELIVERED_VOORVELD};
    static const enum delivered_table of_aanbieder[] = {DELIVERED_INDICATIES, DELIVERED_DECLARATIES,
                                                        DELIVERED_MANAGEMENTINFORMATIE};
    const struct delivered *delivered = view_delivered(c->view);
    if (!delivered)
        return;
    const char *periode = delivered->period.name;
    struct sheet_column columns[] = {
        {.id = "naam", .header = text_of(c, TEXT_KOLOM_GEMEENTE), .show = SHOW_TEXT},
        {.id = "code", .header = text_of(c, TEXT_KOLOM_CODE), .show = SHOW_TEXT},
        {.id = "indicaties", .header = text_of(c, TEXT_KOLOM_INDICATIES), .show = SHOW_TEXT},
        {.id = "declaraties", .header = text_of(c, TEXT_KOLOM_DECLARATIES), .show = SHOW_TEXT},
        {.id = "voorveld", .header = text_of(c, TEXT_KOLOM_VOORVELD), .show = SHOW_TEXT},
        {.id = "zonder", .header = text_of(c, TEXT_KOLOM_ZONDER_DECLARATIES), .show = SHOW_TEXT},
    };
    add_heading(c, TEXT_KWALITEIT_GELEVERD);
    sheet_add_text(c->sheet, text_with(c, TEXT_KWALITEIT_GELEVERD_UITLEG, {"periode", periode},
                                       {"procent", count_words(c, DELIVERED_COMPLETE)}));
    add_last_complete(c, delivered, periode);
    add_delivered_table(c,
                        sheet_add_table(c->sheet, "Kwaliteit_gemeenten",
                                        text_with(c, TEXT_KWALITEIT_GEMEENTEN, {"periode", periode}), columns,
                                        sizeof columns / sizeof columns[0]),
                        DIMENSION_GEMEENTE, delivered->gemeenten, of_gemeente);
    columns[0].header = text_of(c, TEXT_KOLOM_AANBIEDER);
    columns[4] = (struct sheet_column){.id = "opgave", .header = text_of(c, TEXT_KOLOM_OPGAVE), .show = SHOW_TEXT};
    struct sheet_table *aanbieders =
        sheet_add_table(c->sheet, "Kwaliteit_aanbieders", text_with(c, TEXT_KWALITEIT_AANBIEDERS, {"periode", periode}),
                        columns, sizeof columns / sizeof columns[0]);
    table_say_when_empty(aanbieders, text_of(c, TEXT_KWALITEIT_GEEN_AANBIEDERS));
    add_delivered_table(c, aanbieders, DIMENSION_AANBIEDER, delivered->aanbieders, of_aanbieder);
}

static bool has_files(const struct sheet_context *c) {
    for (size_t i = 0; i < view_files(c->view); i++)
        if (view_file(c->view, i))
            return true;
    return false;
}

static void add_deliveries(const struct sheet_context *c) {
    bool files = has_files(c);
    if (files)
        add_delivered(c);
    add_heading(c, TEXT_KWALITEIT_KOP_BESTANDEN);
    if (!files) {
        add_text(c, TEXT_KWALITEIT_GEEN_BESTANDEN);
        return;
    }
    add_files(c);
    add_findings(c);
}

static void build(const struct sheet_context *c) {
    add_text(c, TEXT_KWALITEIT_INTRO);
    add_links(c);
    add_checks(c);
    add_provisional_note(c);
    if (!view_is_public(c->view))
        add_deliveries(c);
}

const struct sheet_def sheet_datakwaliteit = {
    .id = "datakwaliteit",
    .kinds = KIND_ALL,
    .build = build,
};
