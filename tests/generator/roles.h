/* What makes gemeenten and aanbieders differ: the characters of the story. */
#ifndef SAMPLE_ROLES_H
#define SAMPLE_ROLES_H

#include "tests/generator/catalogue.h"

enum { ROLES_GEMEENTEN = 7, ROLES_AANBIEDERS = 34 };

struct gemeente_role {
    const char *code, *naam;    /* of the first seven gemeenten */
    uint16_t weight;            /* inhabitants, thousands */
    uint16_t research_days;     /* usual days from melding to aanvraag */
    uint16_t decision_days;     /* usual days from aanvraag to besluit */
    uint16_t voorveld;          /* promille of those who end that are registered in the voorveld */
    uint16_t shift;             /* promille of begeleiding and dagbesteding moved by the target date, at its pace */
    bool registers;             /* keeps the voorveld at all */
    bool late;                  /* … but only since the last period */
    bool nulmeting[PERCELEN];   /* gives its own count */
    enum product_id phased_out; /* PRODUCTS = no plan */
    int16_t phase_months;       /* from how many months after the contract's start */
};

extern const struct gemeente_role roles_gemeente[ROLES_GEMEENTEN];

/* Which rows of managementinformatie an aanbieder gives. */
enum mi_form {
    MI_TOTALS,
    MI_GEMEENTEN,
    MI_PERCELEN,
    MI_CELLS,     /* totals; per gemeente; per perceel; per both */
    MI_ALL,       /* all of these, adding up */
    MI_ODD_TOTAL, /* cells, and a total that differs from their sum */
    MI_NOT_LAST,  /* totals, but not for the last period */
    MI_NONE
};

enum {
    BILLS_FOUR_WEEKS = 1 << 0, /* per four weeks instead of per month */
    BILLS_IN_HOURS = 1 << 1,   /* uur for products in minuut */
    BILLS_TWICE = 1 << 2,      /* many lines are sent twice */
    BILLS_OLD_TARIEF = 1 << 3, /* last year's tarief until April */
    BILLS_LATE = 1 << 4,       /* two months behind */
    BILLS_NO_NUMBER = 1 << 5,  /* often without toewijzingnummer */
    OWN_TARIEF = 1 << 6,
    TWO_CODES = 1 << 7, /* one extra AGB-code */
    THREE_CODES = 1 << 8,
    NO_VERZUIM = 1 << 9,  /* leaves out a required indicator */
    LOST_POINT = 1 << 10, /* gives a rapportcijfer without its decimal point */
};

struct aanbieder_role {
    uint8_t percelen; /* bits 1 << HO … */
    uint16_t weight;
    bool contracted;     /* under the agreement of 2025-07-01 */
    uint16_t level;      /* usual use of what is indicated, promille */
    uint16_t spread;     /* how far single clients are from it */
    uint16_t start_days; /* usual days from besluit to start */
    uint16_t conversion; /* promille of old indications that it converts in time */
    uint16_t flags;
    enum mi_form mi;
    int16_t mi_error; /* promille that its own figures are off */
};

extern const struct aanbieder_role roles_aanbieder[ROLES_AANBIEDERS];

#endif
