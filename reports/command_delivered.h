/*
 * Who has delivered, on the screen.
 */
#ifndef WMO_REPORTS_COMMAND_DELIVERED_H
#define WMO_REPORTS_COMMAND_DELIVERED_H

#include <stdbool.h>

#include "etl/base/buf.h"
#include "reports/delivered.h"

/* Appends which gemeenten and aanbieders lack something, the first ones only, or of all of them what is there. */
void delivered_put(const struct delivered *delivered, const struct dataset *data, bool all, struct buf *out);

#endif
