/*
 * The inside of view.h, for its own files only.
 */
#ifndef WMO_REPORTS_VIEW_PARTS_H
#define WMO_REPORTS_VIEW_PARTS_H

#include "reports/view.h"
#include "reports/view_rest.h"
#include "reports/view_sources.h"

struct view_base {
    const struct figures *figures;
    const struct settings *settings;
    const struct disclosure *disclosure;
    struct rest *rest;
    struct deliveries *deliveries;
    struct delivered delivered; /* over the period asked for */
    bool *declared;             /* per period: did any line begin in it? */
    date_t *registers;          /* per gemeente: its first registration in the voorveld, DATE_OPEN when none */
    date_t complete_until;      /* declarations of days after it still come in */
};

struct view {
    const struct view_base *base;
    struct recipient recipient;
    bool for_region; /* an aanbieder's view in the region's book: it is not the aanbieder who reads */
};

/* A bug when the recipient may not know of this aanbieder. */
void view_check_organisatie(const struct view *view, uint16_t organisatie);

#endif
