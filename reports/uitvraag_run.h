/*
 * The list of forms of one run, between uitvraag.c and uitvraag_book.c.
 */
#ifndef WMO_REPORTS_UITVRAAG_RUN_H
#define WMO_REPORTS_UITVRAAG_RUN_H

#include "etl/base/vec.h"
#include "reports/uitvraag.h"

struct uitvraag_entry {
    const struct uitvraag *uitvraag;
    const char *path;
    uint16_t member; /* the organisation's index + 1 */
};

struct uitvraag {
    struct arena arena;
    struct books_input input;
    struct view_base *base;
    bool measured; /* uitvraag_is_measured */
    VEC(struct uitvraag_entry) list;
};

#endif
