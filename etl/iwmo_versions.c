/*
 * What the rows that gave way still say.  Invariant: a row from CSV that stays is never touched here; refused rows
 * count for nothing.  Called by load between the rule for doubles and the codes of other tables.
 */
#include "etl/iwmo_versions.h"

#include "etl/key_groups.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

static struct indication_row *indication(const struct load *load, size_t row) {
    return table_row(&load->tables[TABLE_INDICATIES], row);
}

bool iwmo_has_versions(const struct load *load) {
    const struct table_rows *rows = &load->tables[TABLE_INDICATIES];
    for (size_t i = 0; i < rows->files.len; i++)
        if (load->sources->list.data[rows->files.data[i]].kind == SOURCE_XML)
            return true;
    return false;
}

bool iwmo_is_version(const struct load *load, size_t row) {
    return load->sources->list.data[table_row_source(load, TABLE_INDICATIES, row)].kind == SOURCE_XML;
}

/* What the versions of one indication have to say. */
struct versions {
    struct indication_row *stays;     /* NULL: none */
    const struct indication_row *csv; /* that would stay if there were no messages */
    date_t besluitdatum;
    bool message; /* stays is one */
};

static void add_version(const struct load *load, struct versions *versions, size_t row, unsigned char fate) {
    struct indication_row *version = indication(load, row);
    bool message = iwmo_is_version(load, row);
    if (fate == ROW_REFUSED)
        return;
    if (fate == ROW_KEPT) {
        versions->stays = version;
        versions->message = message;
    }
    if (!message && (!versions->csv || version->bijgewerkt_op >= versions->csv->bijgewerkt_op))
        versions->csv = version;
    if (message && (versions->besluitdatum == DATE_NONE || version->record.besluitdatum < versions->besluitdatum))
        versions->besluitdatum = version->record.besluitdatum;
}

static void settle_versions(const struct versions *versions) {
    if (!versions->stays || !versions->message)
        return;
    struct indication *record = &versions->stays->record;
    record->besluitdatum = versions->besluitdatum;
    if (!versions->csv)
        return;
    const struct indication *csv = &versions->csv->record;
    record->meldingsdatum = csv->meldingsdatum;
    record->aanvraagdatum = csv->aanvraagdatum;
    record->tussenevaluatie = csv->tussenevaluatie;
    record->startdatum_zorg = csv->startdatum_zorg;
    record->stopdatum = csv->stopdatum;
    versions->stays->reden = versions->csv->reden;
}

void iwmo_versions_settle(struct load *load, unsigned char *fates) {
    const struct table_rows *rows = &load->tables[TABLE_INDICATIES];
    if (!iwmo_has_versions(load))
        return;
    struct later_rows later = key_groups_find(rows, &schemas[TABLE_INDICATIES], load->options->threads);
    for (size_t i = 0, end; i < later.list.len; i = end) {
        struct versions versions = {0};
        size_t first = later.list.data[i].first;
        add_version(load, &versions, first, fates[first]);
        for (end = i; end < later.list.len && later.list.data[end].first == first; end++)
            add_version(load, &versions, later.list.data[end].row, fates[later.list.data[end].row]);
        settle_versions(&versions);
    }
    VEC_FREE(later.list);
    for (size_t row = 0; row < rows->count; row++)
        if (fates[row] == ROW_KEPT && indication(load, row)->verwijderd)
            fates[row] = ROW_WITHDRAWN;
}
