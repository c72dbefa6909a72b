/*
 * The settings in force: dates, norms, windows, targets and classes, read from templates/ (outputs.md, "templates/
 * decides").  Nothing of one region is in the code.
 */
#ifndef WMO_REPORTS_SETTINGS_H
#define WMO_REPORTS_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/arena.h"
#include "etl/base/date.h"
#include "etl/base/error.h"
#include "etl/base/exact.h"
#include "etl/dataset.h"
#include "reports/template.h"

enum doorlooptijd {
    DOORLOOPTIJD_ONDERZOEK,
    DOORLOOPTIJD_BESCHIKKING,
    DOORLOOPTIJD_BESLUIT,
    DOORLOOPTIJD_START,
    DOORLOOPTIJD_TOTAAL,
    DOORLOOPTIJD_COUNT
};

enum { KLASSEN_MAX = 16 };

/* One class of benutting or omvang; bounds in millionths, AMOUNT_NONE = unbounded. */
struct klasse {
    const char *naam;
    int64_t onder;
    int64_t boven;
    bool onder_telt; /* the bound itself belongs to the class */
    bool boven_telt;
};

struct klassen {
    struct klasse klasse[KLASSEN_MAX];
    size_t aantal;
};

/* A row of instellingen.csv as it was written. */
struct setting {
    const char *naam;
    const char *waarde;
    const char *toelichting; /* a sentence for the reader, may be "" */
};

enum { SETTINGS_MAX = 32 };

struct settings {
    struct arena arena;
    struct template_dirs dirs;          /* where the other templates are */
    struct setting lijst[SETTINGS_MAX]; /* in the order of the file; the members below are its values */
    size_t lijst_len;
    const char *regio;           /* name of the region */
    date_t contract_start;       /* S */
    date_t uitdientermijn;       /* E */
    date_t tussenevaluatie_voor; /* T */
    date_t nulmeting_op;         /* d0 */
    date_t doel_op;              /* D */
    int64_t doel_laag;           /* millionths, as all shares here */
    int64_t doel_hoog;
    int64_t landelijk_laag;
    int64_t landelijk_hoog;
    int64_t venster;                  /* w, days */
    int64_t overgang_voor;            /* 31 days before e */
    int64_t overgang_na;              /* 92 days after e */
    int64_t norm[DOORLOOPTIJD_COUNT]; /* days */
    int64_t benutting_dagen;          /* 28: the least days for a class */
    int64_t budget_dreigend;          /* 0.20 */
    int64_t budget_achter;            /* 0.30 */
    int64_t regio_organisaties;       /* 3: others behind a region column */
    int64_t regio_aandeel;            /* 0.75: the most that one of them may have */
    int64_t voorlopige_maanden;       /* months of which declarations still come in */
    int64_t mi_tolerantie;            /* 0.10: what a statement may differ from what was measured */
    bool tel_ongeverifieerd;
    struct klassen benutting;
    struct klassen omvang[PERCEEL_COUNT];
};

/*
 * Reads `dir` (may be NULL); a file that is not there comes from `shipped`.  False with file, line and what was
 * expected when a file cannot be read or holds a mistake (exit status 2).
 */
bool settings_load(struct settings *settings, const char *dir, const char *shipped, struct error *err);
void settings_release(struct settings *settings);

/* The class that an exact value falls in, as its index; klassen->aantal when none. */
size_t klassen_find(const struct klassen *klassen, exact_t waarde);

/* value = teller / noemer against the bounds, without dividing; noemer > 0. */
size_t klassen_find_ratio(const struct klassen *klassen, exact_t teller, exact_t noemer);

#endif
