/* The tables that depend on all clients together, written when these have passed. */
#ifndef SAMPLE_CLOSING_H
#define SAMPLE_CLOSING_H

#include "tests/generator/tables.h"
#include "tests/generator/tally.h"

/* nulmeting, and the registrations of voorveld that are a number and not a client. */
void closing_write_voorveld(struct tables *t, const struct tally *tally);

/* managementinformatie of the last two periods. */
void closing_write_mi(struct tables *t, const struct tally *tally);

#endif
