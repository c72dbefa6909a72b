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
        add_text(c, TEXT_KWALITEIT_GEEN_DECLARATIES);
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

static bool has_files(const struct sheet_context *c) {
    for (size_t i = 0; i < view_files(c->view); i++)
        if (view_file(c->view, i))
            return true;
    return false;
}

static void build(const struct sheet_context *c) {
    add_text(c, TEXT_KWALITEIT_INTRO);
    add_links(c);
    add_checks(c);
    add_provisional_note(c);
    add_heading(c, TEXT_KWALITEIT_KOP_BESTANDEN);
    if (!has_files(c)) {
        add_text(c, TEXT_KWALITEIT_GEEN_BESTANDEN);
        return;
    }
    add_files(c);
    add_findings(c);
}

const struct sheet_def sheet_datakwaliteit = {
    .id = "datakwaliteit",
    .kinds = KIND_ALL,
    .build = build,
};
