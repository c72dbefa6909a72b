/*
 * What key figures and gesprekspunten look at: a measure, set against something.  The steps of arithmetic between
 * measures are here, so that no sheet computes a figure.
 */
#ifndef WMO_REPORTS_QUANTITY_H
#define WMO_REPORTS_QUANTITY_H

#include "reports/settings.h"
#include "reports/template.h"
#include "reports/view.h"

enum comparison {
    COMPARE_WAARDE,         /* the value itself */
    COMPARE_VERSCHIL,       /* less the period before */
    COMPARE_GROEI,          /* that difference / the period before */
    COMPARE_VERSCHIL_REGIO, /* less the region beside it */
    COMPARE_NORM,           /* less the norm of a doorlooptijd, in days */
    COMPARISONS
};

struct quantity {
    const char *maat;
    const char *uitsplitsing; /* "{maand}": the month of the peildatum */
    const char *per_maat;     /* NULL, or the value is divided by this one */
    const char *per_uitsplitsing;
    enum comparison comparison;
};

struct measured {
    struct value now;
    struct value before;
    struct value region;
    struct value per;
    int64_t norm;   /* days */
    bool known;     /* every figure that the quantity needs is shown */
    exact_t amount; /* millionths, when known */
};

/* Measures a quantity in the period asked for. */
struct measured quantity_measure(const struct view *view, const struct settings *settings,
                                 const struct quantity *quantity, struct group part);

/* now − before, where both are shown; else that it is withheld or unknown. */
struct value quantity_change(const struct measured *measured);

/* The columns of a template that make up a quantity; false with what was expected. */
struct quantity_columns {
    size_t maat;
    size_t uitsplitsing;
    size_t per;
    size_t vergelijk;
};
bool quantity_read(struct quantity *quantity, const struct template_row *row, const struct quantity_columns *columns,
                   struct arena *arena, struct error *err);

#endif
