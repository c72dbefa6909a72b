/* Rows of indicaties and voorveld, and the numbers that are handed out on the way.
 * Invariant: a toewijzingnummer is unique within its gemeente, a regelnummer within its aanbiedercode,
 * so no key occurs twice. Called by generate.c. */
#include <stdlib.h>

#include "tests/generator/ledger.h"

enum { FIRST_NUMBER = 1000000 };

bool ledger_init(struct ledger *l, struct tables *tables, const struct region *region,
                 const struct identity *identity) {
    *l = (struct ledger){.tables = tables, .region = region, .identity = identity};
    l->number = calloc(region->gemeenten, sizeof *l->number);
    l->line = calloc(region->aanbieders, sizeof *l->line);
    if (l->number == NULL || l->line == NULL)
        return false;
    for (uint32_t i = 0; i < region->gemeenten; i++)
        l->number[i] = FIRST_NUMBER;
    return true;
}

void ledger_release(struct ledger *l) {
    free(l->number);
    free(l->line);
}

/* The last thing that happened to it, as far as the extract knows; with a time in two of three rows. */
static void row_updated(struct row *row, const struct indication *i, day end) {
    day d = i->begin - 3;
    d = day_max(d, i->besluit);
    d = day_max(d, i->start);
    d = day_max(d, i->stop);
    d = day_max(d, i->evaluatie);
    row_moment(row, day_min(d, end) + 1, i->number % 3 == 0 ? -1 : (int)(480 + i->number % 540));
}

static void write_indication(struct ledger *l, const struct indication *i, const char *client) {
    const struct region *g = l->region;
    struct row row;
    row_start(&row);
    row_code(&row, g->gemeente[i->gem].code);
    row_whole(&row, i->number);
    row_code(&row, client);
    row_code(&row, g->aanbieder[i->code].code);
    row_code(&row, catalogue_products[i->product].code);
    row_decimal(&row, i->volume, 3);
    row_code(&row, eenheid_name[i->eenheid]);
    row_code(&row, frequentie_name[i->frequentie]);
    row_date(&row, i->begin);
    row_date(&row, i->end);
    row_date(&row, i->melding);
    row_date(&row, i->aanvraag);
    row_date(&row, i->besluit);
    row_date(&row, i->start);
    row_date(&row, i->stop);
    row_code(&row, i->reden == R_GEEN ? "" : catalogue_redenen[i->reden].code);
    row_date(&row, i->evaluatie);
    row_updated(&row, i, g->window.end);
    tables_send(l->tables, T_INDICATIES, &row, i->gem);
}

static void write_registration(struct ledger *l, const struct registration *v, const char *client) {
    struct row row;
    row_start(&row);
    row_code(&row, l->region->gemeente[v->gem].code);
    row_code(&row, perceel_code[v->perceel]);
    row_date(&row, v->datum);
    row_code(&row, client);
    row_empty(&row);
    if (v->datum % 5 == 0)
        row_empty(&row);
    else
        row_text(&row, name_voorziening((size_t)v->datum));
    tables_send(l->tables, T_VOORVELD, &row, v->gem);
}

void ledger_write_history(struct ledger *l, struct history *h) {
    char client[IDENTITY_SIZE];
    identity_code(l->identity, h->client, client);
    for (size_t i = 0; i < h->n; i++) {
        h->indication[i].number = ++l->number[h->indication[i].gem];
        write_indication(l, &h->indication[i], client);
    }
    for (size_t i = 0; i < h->registrations; i++)
        write_registration(l, &h->registration[i], client);
}
