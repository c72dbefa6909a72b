/*
 * The inside of uitvraag.h, for its own files only.
 */
#ifndef WMO_REPORTS_UITVRAAG_PARTS_H
#define WMO_REPORTS_UITVRAAG_PARTS_H

#include "reports/sheets/sheet.h"
#include "reports/uitvraag_groups.h"

/* A form under way. */
struct form {
    struct sheet_context c;
    struct uitvraag_groups groups;
    const struct dataset *data;
    bool measured;    /* what is known of the period is shown */
    size_t questions; /* so far */
};

/* In uitvraag_questions.c: the sheets with questions, of the whole organisation and of its parts. */
void form_add_total(struct form *form);
void form_add_parts(struct form *form);

#endif
