/*
 * The tables that nobody else names, and the two large ones.  Invariant: after a table is finished its records are
 * const and in path and line order (but for those of finish_codes.c), and every index in them is in range.
 */
#include "etl/finish.h"

#include <stdlib.h>
#include <string.h>

#include "etl/base/mem.h"
#include "etl/credits.h"
#include "etl/indicators.h"
#include "etl/rows.h"
#include "etl/table_rows.h"

const char *finish_text(struct load *load, uint32_t text) {
    struct slice slice = pool_text(&load->pools[POOL_TEXTS], text);
    return slice.len == 0 ? "" : arena_strndup(&load->dataset->arena, slice.ptr, slice.len);
}

static uint16_t organisation_of(const struct load *load, uint16_t aanbieder) {
    return aanbieder == INDEX_NONE ? INDEX_NONE : load->dataset->aanbieders.data[aanbieder].organisatie;
}

/* Begins the records of a table: `row` runs over its rows, `record` over zeroed records of the dataset. */
#define EACH_ROW(table, row_type, record_type, list)                                                                   \
    size_t count = load->tables[table].count;                                                                          \
    record_type *records = arena_alloc(&load->dataset->arena, count * sizeof *records);                                \
    load->dataset->list.data = records;                                                                                \
    load->dataset->list.len = count;                                                                                   \
    static const row_type nothing = {0};                                                                               \
    const row_type *row = count ? table_row(&load->tables[table], 0) : &nothing;                                       \
    for (record_type *record = records; record < records + count; record++, row++)

static void finish_tarieven(struct load *load) {
    EACH_ROW(TABLE_TARIEVEN, struct tarief_row, struct tarief, tarieven) {
        bool given = row->eenheid != EENHEID_NONE;
        *record =
            (struct tarief){.tarief = row->tarief,
                            .ingangsdatum = row->ingangsdatum,
                            .einddatum = row->einddatum,
                            .product = row->product,
                            .organisatie = organisation_of(load, row->aanbieder),
                            .eenheid = given ? row->eenheid : load->dataset->producten.data[row->product].eenheid};
    }
}

static void finish_indicatoren(struct load *load) {
    EACH_ROW(TABLE_INDICATOREN, struct indicator_row, struct indicator, indicatoren) {
        *record = (struct indicator){.code = finish_text(load, row->code),
                                     .omschrijving = finish_text(load, row->omschrijving),
                                     .eenheid = finish_text(load, row->eenheid),
                                     .toets = finish_text(load, row->toets),
                                     .minimum = row->minimum,
                                     .maximum = row->maximum,
                                     .weegfactor = indicator_index(load, row->weegfactor),
                                     .aggregatie = row->aggregatie,
                                     .richting = row->richting,
                                     .verplicht = row->verplicht};
    }
}

static void finish_managementinformatie(struct load *load) {
    EACH_ROW(TABLE_MANAGEMENTINFORMATIE, struct statement_row, struct statement, statements) {
        *record = (struct statement){.waarde = row->waarde,
                                     .periode = row->periode,
                                     .organisatie = organisation_of(load, row->aanbieder),
                                     .gemeente = row->gemeente,
                                     .indicator = indicator_index(load, row->indicator),
                                     .perceel = row->perceel};
    }
}

static void finish_voorveld(struct load *load) {
    EACH_ROW(TABLE_VOORVELD, struct registration_row, struct registration, voorveld) {
        *record = (struct registration){.aantal = row->aantal,
                                        .client = row->client,
                                        .datum = row->datum,
                                        .gemeente = row->gemeente,
                                        .perceel = row->perceel};
    }
}

static void finish_nulmeting(struct load *load) {
    EACH_ROW(TABLE_NULMETING, struct nulmeting_row, struct nulmeting, nulmeting) {
        *record = (struct nulmeting){row->aantal, row->gemeente, row->perceel};
    }
}

static void finish_uitfasering(struct load *load) {
    EACH_ROW(TABLE_UITFASERING, struct uitfasering_row, struct uitfasering, uitfasering) {
        *record = (struct uitfasering){row->vanaf, row->gemeente, row->product};
    }
}

static void finish_signalen(struct load *load) {
    EACH_ROW(TABLE_SIGNALEN, struct signaal_row, struct signaal, signalen) {
        *record =
            (struct signaal){row->datum, row->gemeente, organisation_of(load, row->aanbieder), row->soort, row->status};
    }
}

/* The rows become the records in place: there may be millions. */
static void finish_indicaties(struct load *load) {
    struct table_rows *rows = &load->tables[TABLE_INDICATIES];
    struct indication record;
    finish_redenen(load);
    for (size_t i = 0; i < rows->count; i++) {
        memcpy(&record, table_row(rows, i), sizeof record);
        record.organisatie = organisation_of(load, record.aanbieder);
        memcpy(rows->data + i * sizeof record, &record, sizeof record);
    }
    load->dataset->indications.data =
        arena_adopt(&load->dataset->arena, mem_realloc(rows->data, rows->count, sizeof record));
    load->dataset->indications.len = rows->count;
    rows->data = NULL;
    indication_index_build(&load->index, load->dataset->indications.data, rows->count,
                           &load->pools[POOL_TOEWIJZINGNUMMERS].known);
}

static void finish_declaraties(struct load *load) {
    struct table_rows *rows = &load->tables[TABLE_DECLARATIES];
    credits_check(load);
    load->dataset->declarations.data = mem_realloc(rows->data, rows->count, sizeof(struct declaration));
    load->dataset->declarations.len = rows->count;
    rows->data = NULL;
}

static bool names_codes(enum table table) {
    return table > TABLE_INDICATOREN;
}

/* Without gemeenten, aanbieders or producten nothing can be computed, and the codes of rows lead nowhere. */
static bool has_codes(const struct load *load) {
    const struct dataset *dataset = load->dataset;
    return dataset->gemeenten.len > 0 && dataset->aanbieders.len > 0 && dataset->producten.len > 0;
}

void finish_table(struct load *load, enum table table) {
    static void (*const finishers[TABLE_COUNT])(struct load *) = {
        [TABLE_GEMEENTEN] = finish_gemeenten,
        [TABLE_AANBIEDERS] = finish_aanbieders,
        [TABLE_PRODUCTEN] = finish_producten,
        [TABLE_INDICATOREN] = finish_indicatoren,
        [TABLE_TARIEVEN] = finish_tarieven,
        [TABLE_NULMETING] = finish_nulmeting,
        [TABLE_UITFASERING] = finish_uitfasering,
        [TABLE_SIGNALEN] = finish_signalen,
        [TABLE_MANAGEMENTINFORMATIE] = finish_managementinformatie,
        [TABLE_INDICATIES] = finish_indicaties,
        [TABLE_DECLARATIES] = finish_declaraties,
        [TABLE_VOORVELD] = finish_voorveld,
    };
    static const enum pool_id settled[] = {POOL_TEXTS, POOL_CLIENTS, POOL_TOEWIJZINGNUMMERS, POOL_DECLARATIENUMMERS,
                                           POOL_REGELNUMMERS};
    for (size_t i = 0; i < sizeof settled / sizeof settled[0]; i++)
        pool_settle(&load->pools[settled[i]]);
    if (names_codes(table) && !has_codes(load))
        indication_index_build(&load->index, NULL, 0, &load->pools[POOL_TOEWIJZINGNUMMERS].known);
    else if (finishers[table])
        finishers[table](load);
}
