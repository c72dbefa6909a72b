/*
 * What --aanbieder and --gemeente select: only the rows and workbooks that name one of them (outputs.md).
 */
#ifndef WMO_REPORTS_SELECTION_H
#define WMO_REPORTS_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "etl/base/error.h"
#include "etl/dataset.h"
#include "reports/figures.h"

struct selection {
    bool active;     /* false: everything is selected and the rest is not filled in */
    bool *aanbieder; /* by index of the organisation */
    bool *gemeente;  /* by index */
};

/* A code of an aanbieder that belongs to another selects that organisation. False when a code is unknown. */
bool selection_make(struct selection *selection, const struct dataset *data, const char *const *aanbieders,
                    size_t aanbieder_count, const char *const *gemeenten, size_t gemeente_count, struct error *err);
void selection_release(struct selection *selection);

bool selection_has_aanbieder(const struct selection *selection, size_t organisatie);
bool selection_has_gemeente(const struct selection *selection, size_t gemeente);

/* Does the group name a selected aanbieder or gemeente? */
bool selection_has_group(const struct selection *selection, const struct group *group);

#endif
