/*
 * Who may see what (outputs.md): the two views of the same figures.
 *
 * What may be shown, and how exactly, becomes part of the figure itself, so that no export or sheet can pass it by;
 * what a withheld figure looks like is asked here as well.
 */
#ifndef WMO_REPORTS_DISCLOSURE_H
#define WMO_REPORTS_DISCLOSURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/exact.h"
#include "reports/figures.h"
#include "reports/settings.h"

enum weergave { WEERGAVE_INTERN, WEERGAVE_OPENBAAR };

/* "intern" or "openbaar"; false for any other word. */
bool weergave_parse(const char *word, enum weergave *weergave);
const char *weergave_name(enum weergave weergave);

struct disclosure {
    enum weergave weergave;
    int64_t drempel;                 /* intern: 0 or 1: nothing is withheld */
    const struct settings *settings; /* openbaar: for the path of the voorveld */
    char fewer[24];                  /* how a withheld count is shown: "<5" */
};

/* For the view intern. */
void disclosure_init(struct disclosure *disclosure, int64_t drempel);

/* For the view openbaar; the settings are borrowed. */
void disclosure_init_openbaar(struct disclosure *disclosure, const struct settings *settings);

/*
 * Sets the status of every figure that is not loose, on `threads` threads.  In the view openbaar figures are rounded as
 * well, those of aanbieders are gone, and so are the numbers of what is withheld; there none may be loose.
 */
void disclosure_apply(const struct disclosure *disclosure, struct figures *figures, unsigned threads);

/*
 * The same for some figures of a measure in the view intern, before they are shown; several threads may apply it side
 * by side.  The figures, of which the voorveld is not loose, are borrowed until it is freed.
 */
struct disclosing;
struct disclosing *disclosing_new(const struct disclosure *disclosure, const struct figures *figures);
void disclosing_free(struct disclosing *disclosing);
void disclosing_apply(const struct disclosing *disclosing, size_t period, size_t measure, struct figure *figure,
                      size_t count);

/* How a withheld figure of a measure (index in the registry) is shown: "<N" for a count, "x" for all else. */
const char *disclosure_shown_as(const struct disclosure *disclosure, size_t measure, const struct figure *figure);

/*
 * A share of counts of which `hidden` are withheld, in millionths; false when it is withheld too: the shares of all
 * others would tell it, or in public, where the total is only of what is published, it would be wrong.
 */
bool disclosure_share(const struct disclosure *disclosure, exact_t part, exact_t total, size_t hidden, exact_t *share);

/* May `organisatie` (as in struct group) see this figure in its own workbook? Its own statements it always may. */
bool disclosure_own(size_t measure, const struct figure *figure, uint16_t organisatie);

#endif
