/*
 * What the recipient of a view may know besides figures: codes and names, the tables that are about no one, and the
 * delivered files (view.h).
 */
#ifndef WMO_REPORTS_VIEW_NAMES_H
#define WMO_REPORTS_VIEW_NAMES_H

#include "reports/view.h"

/* ---- what the dimensions of figures are called ---- */

enum dimension { DIMENSION_PERCEEL, DIMENSION_PRODUCT, DIMENSION_GEMEENTE, DIMENSION_AANBIEDER };

/* The part with one member of a dimension; members are numbered 1 … view_members, not all have figures. */
struct group view_part(const struct view *view, enum dimension dimension, uint16_t member);
uint16_t view_members(const struct view *view, enum dimension dimension);

/* Code and name; of a perceel the name is "" (uitsplitsingen.csv has it). */
const char *view_code(const struct view *view, enum dimension dimension, uint16_t member);
const char *view_name(const struct view *view, enum dimension dimension, uint16_t member);

/* The recipient's own; "" for the region. */
const char *view_own_code(const struct view *view);
const char *view_own_name(const struct view *view);

/* The recipient as a member of its dimension; 0 for the region. */
uint16_t view_own(const struct view *view);

/* Of the own organisation, or of any that the recipient may see. */
bool view_contracted(const struct view *view, uint16_t organisatie);
const char *view_contractmanager(const struct view *view, uint16_t organisatie);

/* ---- tables of the input that are about no one ---- */

const struct product *view_product(const struct view *view, uint16_t member);

size_t view_redenen(const struct view *view);
const struct reden *view_reden(const struct view *view, size_t index);

size_t view_indicatoren(const struct view *view);
const struct indicator *view_indicator(const struct view *view, size_t index);

/*
 * The own statements of an aanbieder over the period asked for, one after the other from NULL on; NULL behind the last.
 */
const struct statement *view_next_statement(const struct view *view, const struct statement *after);

/* The plan of uitfasering, of the recipient's own gemeente or of all. */
size_t view_uitfasering(const struct view *view);
const struct uitfasering *view_uitfasering_row(const struct view *view, size_t index);

/* Delivered files and the kinds of findings in them, by number; NULL for what is not only about the recipient. */
size_t view_files(const struct view *view);
const struct source *view_file(const struct view *view, size_t index);
size_t view_findings(const struct view *view);
const struct finding_count *view_finding(const struct view *view, size_t index);
const struct source *view_finding_file(const struct view *view, size_t index);

/* Who has delivered over the period asked for, for the region only; NULL for any other recipient, and in public. */
const struct delivered *view_delivered(const struct view *view);

#endif
