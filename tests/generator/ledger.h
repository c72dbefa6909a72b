/* From a history to rows of indicaties, voorveld and declaraties. */
#ifndef SAMPLE_LEDGER_H
#define SAMPLE_LEDGER_H

#include "tests/generator/history.h"
#include "tests/generator/identity.h"
#include "tests/generator/tables.h"

struct ledger {
    struct tables *tables;
    const struct region *region;
    const struct identity *identity;
    uint32_t *number; /* per gemeente: the last toewijzingnummer given */
    uint32_t *line;   /* per aanbiedercode: the last regelnummer given */
};

/* False when memory runs out. The rest is borrowed until ledger_release. */
bool ledger_init(struct ledger *l, struct tables *tables, const struct region *region, const struct identity *identity);
void ledger_release(struct ledger *l);

/* Gives the indications their numbers and writes their rows, and those of the registrations. */
void ledger_write_history(struct ledger *l, struct history *h);

/* Writes the declaration lines of all indications of a history; `chance` is the client's. */
void ledger_bill(struct ledger *l, const struct history *h, struct prng *chance);

#endif
