/*
 * The order in which a directory becomes a dataset.  Invariant: a table is loaded, settled and finished before the
 * tables that name its codes; so workers of a later table only read what does not change any more.
 */
#include "etl/load.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "etl/base/mem.h"
#include "etl/duplicates.h"
#include "etl/finish.h"
#include "etl/indicators.h"
#include "etl/input_files.h"
#include "etl/iwmo_answers.h"
#include "etl/iwmo_care.h"
#include "etl/iwmo_files.h"
#include "etl/iwmo_versions.h"
#include "etl/references.h"
#include "etl/table_load.h"
#include "etl/table_rows.h"

static bool was_delivered(const struct load *load, enum table table) {
    for (size_t i = 0; i < load->sources->list.len; i++)
        if (load->sources->list.data[i].table == table)
            return true;
    return false;
}

/* Settles doubles and codes of other tables; rows that do not stay go. */
static void settle(struct load *load, enum table table) {
    unsigned char *fates = mem_calloc(load->tables[table].count, sizeof *fates);
    duplicates_settle(load, table, fates);
    if (table == TABLE_INDICATIES)
        iwmo_versions_settle(load, fates);
    references_check(load, table, fates);
    if (table == TABLE_INDICATIES)
        iwmo_care_settle(load, fates);
    if (table == TABLE_INDICATOREN)
        indicators_check(load, fates);
    else if (table == TABLE_MANAGEMENTINFORMATIE)
        statements_check(load, fates);
    table_rows_drop(load, table, fates);
    free(fates);
    if (table == TABLE_DECLARATIES)
        iwmo_answers_apply(load);
}

/* ---- default tables ---- */

static const char *template_path(const struct load *load, struct arena *arena, enum table table) {
    const char *folders[] = {load->options->instellingen, load->options->templates};
    const char *path = NULL;
    struct stat status;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        if (!folders[i])
            continue;
        path = arena_printf(arena, "%s/tabellen/%s.csv", folders[i], table_name(table));
        if (stat(path, &status) == 0)
            break;
    }
    return path;
}

/* The first thing wrong with a default table, as a failure. */
static bool check_template(const struct load *load, struct error *err) {
    struct findings_cursor cursor;
    const struct finding *finding;
    struct buf message = {0};
    bool good = true;
    findings_sort(load->findings, load->sources);
    findings_cursor_open(&cursor, load->findings, load->sources, &load->pools[POOL_CLIENTS].known, SOURCE_ALL);
    while (good && (finding = findings_cursor_next(&cursor))) {
        good = finding_info((enum finding_kind)finding->kind)->severity == SEVERITY_INFO;
        finding_put_message(&cursor, finding, &message);
        if (!good && finding->line != LINE_NONE)
            error_set(err, "%s, regel %u: %s", load->sources->list.data[0].path, finding->line, message.data);
        else if (!good)
            error_set(err, "%s: %s", load->sources->list.data[0].path, message.data);
        message.len = 0;
    }
    findings_cursor_close(&cursor);
    buf_release(&message);
    return good;
}

/* Loads the default of a table with sources and findings of its own: it is no delivery. */
static bool load_default(struct load *load, enum table table, struct error *err) {
    struct sources sources = {0};
    struct findings findings = {0};
    struct load own = *load;
    const char *path = template_path(load, &sources.arena, table);
    if (!path)
        return error_set(err, "De standaardtabel %s ontbreekt", table_name(table));
    VEC_PUSH(sources.list, (struct source){.path = path, .file = path, .table = table, .kind = SOURCE_TEMPLATE});
    own.sources = &sources;
    own.findings = &findings;
    own.tables[table].count = 0;
    own.tables[table].files.len = 0;
    VEC_PUSH(own.tables[table].files, 0);
    table_load(&own, table);
    settle(&own, table);
    bool good = check_template(&own, err);
    if (good && own.tables[table].count == 0)
        good = error_set(err, "%s: geen enkele regel; verwacht: de standaardtabel %s", path, table_name(table));
    memcpy(load->pools, own.pools, sizeof load->pools);
    load->tables[table] = own.tables[table];
    load->tables[table].files.len = 0;
    findings_release(&findings);
    sources_release(&sources);
    return good;
}

static bool give_way_to_default(struct load *load, enum table table, struct error *err) {
    if (was_delivered(load, table)) {
        uint32_t source = 0;
        while (load->sources->list.data[source].table != table)
            source++;
        findings_add_text(load->findings, FINDING_DEFAULT_USED, (struct place){source, LINE_NONE, COLUMN_NONE},
                          slice_of(table_name(table)));
    }
    return load_default(load, table, err);
}

/* ---- all tables ---- */

static bool load_table(struct load *load, enum table table, struct error *err) {
    load->tables[table].size = schemas[table].stored_size;
    table_load(load, table);
    settle(load, table);
    if (schemas[table].has_default && load->tables[table].count == 0 && !give_way_to_default(load, table, err))
        return false;
    if (table == TABLE_INDICATOREN)
        indicators_register(load);
    if (table == TABLE_MANAGEMENTINFORMATIE)
        statements_warn(load);
    finish_table(load, table);
    return true;
}

/* Required tables without a row, in one sentence. */
static bool check_required(const struct load *load, struct error *err) {
    struct buf names = {0};
    size_t missing = 0;
    for (int table = 0; table < TABLE_COUNT; table++) {
        if (!schemas[table].required || load->tables[table].count > 0)
            continue;
        buf_printf(&names, "%s%s", missing++ ? " en " : "", schemas[table].name);
    }
    if (missing > 0)
        error_set(err,
                  "Zonder goede regel in %s kan niet worden gerekend; controleer of het bestand in de invoermap %s "
                  "staat, en los de fouten in de bevindingen op",
                  names.data, load->options->invoer);
    buf_release(&names);
    return missing == 0;
}

static void hand_over(struct load *load) {
    static const enum pool_id handed[] = {POOL_CLIENTS, POOL_TOEWIJZINGNUMMERS, POOL_DECLARATIENUMMERS,
                                          POOL_REGELNUMMERS};
    struct intern *const to[] = {&load->dataset->clients, &load->dataset->toewijzingnummers,
                                 &load->dataset->declaratienummers, &load->dataset->regelnummers};
    for (size_t i = 0; i < sizeof handed / sizeof handed[0]; i++) {
        *to[i] = load->pools[handed[i]].known;
        load->pools[handed[i]].known = (struct intern){0};
    }
    for (int pool = 0; pool < POOL_COUNT; pool++)
        pool_release(&load->pools[pool]);
    for (int table = 0; table < TABLE_COUNT; table++)
        table_rows_release(&load->tables[table]);
    indication_index_release(&load->index);
    VEC_FREE(load->vorige);
    iwmo_facts_release(&load->facts);
    free(load->indicator_of);
}

bool dataset_load(struct dataset *dataset, struct findings *findings, struct sources *sources,
                  const struct load_options *options, enum load_result *result, struct error *err) {
    struct load load = {.options = options, .dataset = dataset, .findings = findings, .sources = sources};
    *dataset = (struct dataset){0};
    *findings = (struct findings){0};
    *sources = (struct sources){0};
    pool_add(&load.pools[POOL_TEXTS], slice_of("")); /* TEXT_NONE */
    *result = LOAD_UNUSABLE;
    bool good = input_files_find(&load, err);
    if (good) {
        input_files_leave_out_same(&load);
        iwmo_files_arrange(&load);
        for (int table = 0; good && table < TABLE_COUNT; table++)
            good = load_table(&load, (enum table)table, err);
        if (!good)
            *result = LOAD_BAD_SETTINGS;
        good = good && check_required(&load, err);
    }
    if (options->hash)
        input_files_hash(&load);
    if (good)
        *result = LOAD_DONE;
    hand_over(&load);
    findings_sort(findings, sources);
    return good;
}
