/*
 * What the maker of one workbook may see: its recipient's own figures, the region's beside them, and nothing else
 * (outputs.md, "Who may see what").
 *
 * Sheets get every figure here, as a value or the fact that it is withheld or unknown.  A view cannot reach what its
 * recipient may not have: of an aanbieder no other organisation, and of the region only what is left without itself,
 * where enough others stand behind it.
 */
#ifndef WMO_REPORTS_VIEW_H
#define WMO_REPORTS_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/exact.h"
#include "etl/findings.h"
#include "etl/sources.h"
#include "reports/delivered.h"
#include "reports/disclosure.h"
#include "reports/figures.h"
#include "reports/measures/registry.h"
#include "reports/settings.h"

struct view;

/* What all views of one run share; everything borrowed from the run outlives it. */
struct view_base;
struct view_run {
    const struct figures *figures;
    const struct settings *settings;
    const struct disclosure *disclosure;
    const struct findings *findings;
    const struct sources *sources;
};
struct view_base *view_base_new(const struct view_run *run);
void view_base_free(struct view_base *base);

enum recipient_kind { RECIPIENT_AANBIEDER, RECIPIENT_GEMEENTE, RECIPIENT_REGIO, RECIPIENT_KINDS };

struct recipient {
    enum recipient_kind kind;
    uint16_t member; /* its organisatie or gemeente as in struct group; GROUP_ALL of the region */
};

/* Is there any figure of it in the period asked for? */
bool view_base_has(const struct view_base *base, struct recipient recipient);

struct view *view_open(const struct view_base *base, struct recipient recipient);
void view_close(struct view *view);

enum recipient_kind view_kind(const struct view *view);

/* Is it for raad, website and press? Then no aanbieder can be reached, nor anything of a single file. */
bool view_is_public(const struct view *view);

/* Of one of its aanbieders, for the region only. */
struct view *view_open_aanbieder(const struct view *view, uint16_t organisatie);

/* ---- periods: the oldest first, the one asked for last ---- */

size_t view_periods(const struct view *view);
const struct period *view_period(const struct view *view, size_t period);
size_t view_now(const struct view *view);

/*
 * Do declarations of this day, or of some day of this period, still come in?  That is so for the last months up to the
 * last one in which any line begins (setting voorlopige_maanden).
 */
bool view_day_provisional(const struct view *view, date_t day);
bool view_provisional(const struct view *view, size_t period);

/* ---- figures ---- */

enum value_status { VALUE_UNKNOWN, VALUE_SHOWN, VALUE_WITHHELD };

struct value {
    enum value_status status;
    bool present;         /* there is a figure; a count without one is a known 0 */
    exact_t waarde;       /* millionths; 0 unless shown */
    const char *shown_as; /* of a withheld one */
    uint32_t clients;     /* behind it; 0 unless shown */
};

/*
 * The recipient's figure.  `part` names what is split off from it (perceel, product, and the gemeente of an aanbieder
 * or the reverse); the recipient itself is filled in.  It is a bug to name another organisation in an aanbieder's view.
 */
struct value view_value(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                        struct group part);

/* What was measured of an indicator with a toets (measures.md 10); VALUE_UNKNOWN without one. */
struct value view_measured(const struct view *view, size_t period, const struct indicator *indicator,
                           struct group part);

/*
 * The region beside it, of the same perceel and product: of an aanbieder without itself.  VALUE_WITHHELD when too few
 * others stand behind it.  Meant for ratios, means and medians; view_compares says for which there is one at all.
 */
struct value view_region(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                         struct group part);
bool view_compares(const struct view *view, const char *maat, const char *uitsplitsing);

/* A count as a share of all counts of its measure in the group: of the recipient, and of the region as above. */
struct value view_share(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                        struct group part);
struct value view_region_share(const struct view *view, size_t period, const char *maat, const char *uitsplitsing,
                               struct group part);

/* Counts below it are withheld; 0 or 1: none.  Of the view intern. */
int64_t view_threshold(const struct view *view);

/*
 * `end`, which is where something stands on the day of the target, on the straight way to it from the nulmeting on
 * (measures.md 7: × f), in millionths.
 */
exact_t view_on_path(const struct view *view, date_t day, exact_t end);

/* Does the gemeente of the view, or any of the region, register the voorveld at the end of a period? */
bool view_registers_voorveld(const struct view *view, size_t period);

#endif
