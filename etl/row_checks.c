/*
 * Checks within one row.  Invariant: a check that needs another row or table is not here, so a row is judged the same
 * in whatever file or chunk it stands.
 */
#include "etl/row_checks.h"

#include <stdio.h>

#include "etl/row_block.h"
#include "etl/rows.h"

/* The column whose value goes to `offset`; findings name columns by their place in the row. */
static unsigned column_at(const struct row_block *block, size_t offset) {
    unsigned i = 0;
    while (block->schema->columns[i].offset != offset)
        i++;
    return i;
}

static void add_dates(struct row_block *block, enum finding_kind kind, uint32_t line, size_t offset, date_t found,
                      date_t other) {
    char texts[2][DATE_TEXT_SIZE];
    findings_add_texts(&block->findings, kind, row_block_place(block, line, column_at(block, offset)),
                       slice_of(date_text(found, texts[0])), slice_of(date_text(other, texts[1])));
}

static bool check_end(struct row_block *block, uint32_t line, size_t offset, date_t begin, date_t end) {
    if (end >= begin)
        return true;
    add_dates(block, FINDING_END_BEFORE_BEGIN, line, offset, end, begin);
    return false;
}

static bool check_sign(struct row_block *block, uint32_t line, size_t offset, int64_t cents) {
    char text[32];
    if (cents >= 0 || cents == AMOUNT_NONE)
        return true;
    int len = snprintf(text, sizeof text, "-%lld.%02lld", (long long)(-cents / 100), (long long)(-cents % 100));
    findings_add_text(&block->findings, FINDING_NEGATIVE, row_block_place(block, line, column_at(block, offset)),
                      (struct slice){text, (size_t)len});
    return false;
}

bool accept_tarief(struct row_block *block, void *row, uint32_t line) {
    const struct tarief_row *tarief = row;
    bool good = check_end(block, line, offsetof(struct tarief_row, einddatum), tarief->ingangsdatum, tarief->einddatum);
    return check_sign(block, line, offsetof(struct tarief_row, tarief), tarief->tarief) && good;
}

bool accept_indicator(struct row_block *block, void *row, uint32_t line) {
    const struct indicator_row *indicator = row;
    if (indicator->aggregatie != AGGREGATIE_GEWOGEN || indicator->weegfactor != TEXT_NONE)
        return true;
    findings_add(&block->findings, FINDING_WEEGFACTOR_MISSING,
                 row_block_place(block, line, column_at(block, offsetof(struct indicator_row, weegfactor))));
    return false;
}

static unsigned indication_column(size_t offset) {
    const struct schema *schema = &schemas[TABLE_INDICATIES];
    unsigned i = 0;
    while (schema->columns[i].offset != offset)
        i++;
    return i;
}

void check_indication_step(struct findings *findings, struct place row, const struct indication *i,
                           enum indication_step step) {
    const struct {
        date_t date;
        size_t offset;
    } steps[] = {
        [STEP_MELDING] = {i->meldingsdatum, offsetof(struct indication_row, record.meldingsdatum)},
        [STEP_AANVRAAG] = {i->aanvraagdatum, offsetof(struct indication_row, record.aanvraagdatum)},
        [STEP_BESLUIT] = {i->besluitdatum, offsetof(struct indication_row, record.besluitdatum)},
        [STEP_START] = {i->startdatum_zorg, offsetof(struct indication_row, record.startdatum_zorg)},
    };
    unsigned before = step;
    char text[DATE_TEXT_SIZE];
    while (before > STEP_MELDING && steps[--before].date == DATE_NONE)
        ;
    if (before == step || steps[step].date == DATE_NONE || steps[step].date >= steps[before].date)
        return;
    row.column = (uint8_t)indication_column(steps[step].offset);
    findings_add_texts(findings, FINDING_DATES_OUT_OF_ORDER, row, slice_of(date_text(steps[step].date, text)),
                       slice_of(schemas[TABLE_INDICATIES].columns[indication_column(steps[before].offset)].name));
}

void check_indication_stop(struct findings *findings, struct place row, const struct indication *i) {
    char texts[3][DATE_TEXT_SIZE];
    if (i->stopdatum == DATE_NONE)
        return;
    row.column = (uint8_t)indication_column(offsetof(struct indication_row, record.stopdatum));
    struct slice stop = slice_of(date_text(i->stopdatum, texts[0]));
    if (i->stopdatum > i->einddatum)
        findings_add_texts(findings, FINDING_STOP_AFTER_END, row, stop, slice_of(date_text(i->einddatum, texts[1])));
    if (i->stopdatum < i->ingangsdatum)
        findings_add_texts(findings, FINDING_STOP_BEFORE_BEGIN, row, stop,
                           slice_of(date_text(i->ingangsdatum, texts[2])));
}

bool accept_indication(struct row_block *block, void *row, uint32_t line) {
    const struct indication *i = &((const struct indication_row *)row)->record;
    if (!check_end(block, line, offsetof(struct indication_row, record.einddatum), i->ingangsdatum, i->einddatum))
        return false;
    struct place place = row_block_place(block, line, COLUMN_NONE);
    for (unsigned step = STEP_AANVRAAG; step <= STEP_START; step++)
        check_indication_step(&block->findings, place, i, (enum indication_step)step);
    check_indication_stop(&block->findings, place, i);
    if (i->frequentie == FREQUENTIE_TOTAAL && i->einddatum == DATE_OPEN)
        findings_add(
            &block->findings, FINDING_TOTAAL_OPEN,
            row_block_place(block, line, column_at(block, offsetof(struct indication_row, record.frequentie))));
    return true;
}

bool accept_declaration(struct row_block *block, void *row, uint32_t line) {
    struct declaration_row *d = row;
    struct declaration *record = &d->record;
    bool good = check_end(block, line, offsetof(struct declaration_row, record.periode_eind), record->periode_begin,
                          record->periode_eind);
    good &= check_sign(block, line, offsetof(struct declaration_row, record.tarief), record->tarief);
    good &= check_sign(block, line, offsetof(struct declaration_row, record.bedrag), record->bedrag);
    record->eenheid = d->eenheid & 0xFU;
    record->status = d->status & 0x3U;
    record->credit = d->debetcredit & 0x1U;
    if (good && d->toewijzingnummer.len > 0)
        record->indication = row_block_indication(block, record->gemeente, d->toewijzingnummer);
    return good;
}

bool accept_registration(struct row_block *block, void *row, uint32_t line) {
    struct registration_row *r = row;
    bool client = r->client != CLIENT_NONE;
    if (client != (r->aantal != AMOUNT_NONE)) {
        if (client)
            r->aantal = 1;
        return true;
    }
    findings_add(&block->findings, FINDING_CLIENT_OR_AANTAL, row_block_place(block, line, COLUMN_NONE));
    return false;
}
