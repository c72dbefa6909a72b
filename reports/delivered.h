/*
 * Who has delivered what over a period: per organisation and per gemeente which tables are there, the months without a
 * declaration, and the last complete month.
 *
 * An organisation answers for all codes that belong to it.  What is there in the period: indications that are active on
 * one of its days, debit lines whose days of care touch it (refused ones too: they were delivered), statements of
 * exactly this period, registrations of the voorveld on one of its days.
 *
 * Expected are of a gemeente indications and registrations, of an organisation with an active indication declarations
 * and a statement, of a gemeente with one declarations about it.  A month is missing when an indication is active in it
 * and no debit line touches it.  A month is complete when the organisations that declared over it hold at least
 * DELIVERED_COMPLETE percent of the indications that are active in it: one client in hospital at a small organisation
 * does not make a month incomplete, a large organisation that is late does.
 */
#ifndef WMO_REPORTS_DELIVERED_H
#define WMO_REPORTS_DELIVERED_H

#include <stdbool.h>
#include <stdint.h>

#include "etl/base/buf.h"
#include "etl/dataset.h"
#include "reports/period.h"

enum { DELIVERED_COMPLETE = 90, DELIVERED_NO_MONTH = -1 };

enum delivered_table {
    DELIVERED_INDICATIES,
    DELIVERED_DECLARATIES,
    DELIVERED_MANAGEMENTINFORMATIE,
    DELIVERED_VOORVELD,
    DELIVERED_TABLES
};

enum delivered_answer {
    DELIVERED_NOT_EXPECTED, /* nothing is there, and nothing had to be */
    DELIVERED_YES,
    DELIVERED_NO
};

/* An organisation or a gemeente. */
struct delivery {
    enum delivered_answer answer[DELIVERED_TABLES];
    uint16_t missing; /* bit m: month m of the period has active indications and no declaration */
    bool shown;       /* there is anything of it, or there should be */
    bool lacking;     /* something expected is not there */
};

struct delivered {
    struct period period;
    struct delivery *aanbieders; /* by index in the dataset; only those of organisations are shown */
    struct delivery *gemeenten;  /* by index in the dataset */
    int complete;                /* the last complete month, from 0, or DELIVERED_NO_MONTH */
};

/* One pass over each table.  The dataset need not be linked. */
void delivered_init(struct delivered *delivered, const struct dataset *data, const struct period *period);
void delivered_release(struct delivered *delivered);

/* "ja", "nee" or "–". */
const char *delivered_answer_name(enum delivered_answer answer);

/* Appends "mrt 2026": month `index` of the period, from 0. */
void delivered_put_month(const struct period *period, int index, struct buf *out);

/* Appends the months of a set: "jan 2026, mrt 2026 t/m mei 2026"; nothing for none. */
void delivered_put_months(const struct period *period, uint16_t months, struct buf *out);

#endif
