/*
 * Everything that was loaded, as compact typed records with interned codes: the one thing that etl gives to reports.
 *
 * Invariant: after dataset_load every index is in range, gemeenten, aanbieders and producten are in byte order of
 * their code (so that comparing indices compares codes), and nothing changes any more.
 */
#ifndef WMO_ETL_DATASET_H
#define WMO_ETL_DATASET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/arena.h"
#include "etl/base/date.h"
#include "etl/base/intern.h"

#define CLIENT_NONE UINT32_MAX
#define INDEX_NONE UINT16_MAX /* no gemeente, aanbieder or product */
#define INDICATION_NONE UINT32_MAX
#define AMOUNT_NONE INT64_MIN /* no volume, tarief, bound, … given */

/* In byte order of their code. */
enum perceel { PERCEEL_BG, PERCEEL_DB, PERCEEL_HO, PERCEEL_KV, PERCEEL_COUNT, PERCEEL_NONE = PERCEEL_COUNT };

enum eenheid { EENHEID_MINUUT, EENHEID_UUR, EENHEID_DAGDEEL, EENHEID_ETMAAL, EENHEID_STUKS, EENHEID_NONE };

enum frequentie {
    FREQUENTIE_DAG,
    FREQUENTIE_WEEK,
    FREQUENTIE_VIER_WEKEN,
    FREQUENTIE_MAAND,
    FREQUENTIE_JAAR,
    FREQUENTIE_TOTAAL
};

enum declaration_status { STATUS_INGEDIEND, STATUS_TOEGEKEND, STATUS_AFGEKEURD };

/* Link category of a declaration line, measures.md 2; in byte order of its name. */
enum link {
    LINK_AFGEKEURD,
    LINK_BUITEN_GELDIGHEID,
    LINK_CONFLICT,
    LINK_GEKOPPELD,
    LINK_VIA_CLIENT,
    LINK_WEES,
    LINK_COUNT
};

enum aggregatie { AGGREGATIE_SOM, AGGREGATIE_GEMIDDELDE, AGGREGATIE_GEWOGEN };
enum richting { RICHTING_GEEN, RICHTING_HOGER, RICHTING_LAGER };

/* Strings of these records are borrowed from the dataset's arena and terminated; "" when nothing was given. */
struct gemeente {
    const char *code;
    const char *naam;
};

struct aanbieder {
    const char *code; /* as delivered */
    const char *naam;
    const char *contractmanager;
    uint16_t organisatie; /* index of the last of its hoort_bij chain, itself when it has none */
    bool gecontracteerd;
};

struct product {
    const char *code;
    const char *naam;
    int64_t maximum_per_jaar; /* thousandths of eenheid, AMOUNT_NONE */
    enum perceel perceel;
    enum eenheid eenheid;
    bool oud; /* contract of the old agreement */
};

/* In path and line order. */
struct tarief {
    int64_t tarief; /* cents per eenheid */
    date_t ingangsdatum;
    date_t einddatum; /* DATE_OPEN */
    uint16_t product;
    uint16_t organisatie; /* INDEX_NONE: general */
    enum eenheid eenheid; /* the product's, or uur for minuut and the reverse */
};

struct indication {
    int64_t volume; /* thousandths of eenheid per frequentie */
    uint32_t client;
    uint32_t toewijzingnummer; /* dataset.toewijzingnummers */
    date_t ingangsdatum;
    date_t einddatum;     /* DATE_OPEN */
    date_t effective_end; /* min(einddatum, stopdatum), a tijdelijk stop left out (measures.md 1); may lie before
                             ingangsdatum */
    date_t meldingsdatum;
    date_t aanvraagdatum;
    date_t besluitdatum;
    date_t startdatum_zorg;
    date_t stopdatum;
    date_t tussenevaluatie; /* DATE_NONE for each that is not given */
    uint16_t gemeente;
    uint16_t aanbieder;   /* as delivered */
    uint16_t organisatie; /* aanbieders[aanbieder].organisatie */
    uint16_t product;
    uint16_t reden; /* dataset.redenen, INDEX_NONE */
    uint8_t eenheid;
    uint8_t frequentie;
};

struct declaration {
    int64_t volume;            /* thousandths of eenheid, ≥ 0: the sign is in `credit` */
    int64_t bedrag;            /* cents, ≥ 0 */
    int64_t tarief;            /* cents, AMOUNT_NONE */
    uint64_t regelnummer;      /* packed, see dataset_regelnummer */
    uint32_t declaratienummer; /* dataset.declaratienummers */
    uint32_t client;
    uint32_t indication; /* linked to, INDICATION_NONE when not linked */
    uint32_t line;       /* in its source file, from 1 */
    date_t periode_begin;
    date_t periode_eind;
    uint16_t gemeente;
    uint16_t aanbieder; /* as delivered */
    uint16_t product;
    uint8_t eenheid : 4;
    uint8_t status : 2;
    uint8_t credit : 1;
    uint8_t link; /* enum link */
};

struct reden {
    const char *code;
    const char *omschrijving;
    bool known; /* in the table; an unknown code that an indication names is here too */
    bool voortijdig;
    bool telt_mee;
    bool tijdelijk;
};

struct indicator {
    const char *code;
    const char *omschrijving;
    const char *eenheid;
    const char *toets; /* measure or measure/uitsplitsing, "" */
    int64_t minimum;   /* millionths, AMOUNT_NONE */
    int64_t maximum;
    uint16_t weegfactor; /* index of an indicator, INDEX_NONE (also when the code is unknown) */
    enum aggregatie aggregatie;
    enum richting richting;
    bool verplicht;
};

/* managementinformatie, in path and line order */
struct statement {
    int64_t waarde;   /* millionths */
    uint32_t periode; /* year × 100 + kind and number: 2026H1 = 202611, 2026Q3 = 202623, 2026 = 202600 */
    uint16_t organisatie;
    uint16_t gemeente; /* INDEX_NONE: not given */
    uint16_t indicator;
    uint8_t perceel; /* PERCEEL_NONE: not given */
};

struct registration { /* voorveld */
    int64_t aantal;   /* ≥ 0, of a registration without client; else 1 */
    uint32_t client;  /* CLIENT_NONE */
    date_t datum;
    uint16_t gemeente;
    uint8_t perceel;
};

struct nulmeting {
    int64_t aantal;
    uint16_t gemeente;
    uint8_t perceel;
};

struct uitfasering {
    date_t vanaf;
    uint16_t gemeente;
    uint16_t product;
};

struct signaal {
    date_t datum;
    uint16_t gemeente; /* INDEX_NONE: not given */
    uint16_t organisatie;
    uint8_t soort;  /* enum: 0 negatief, 1 positief */
    uint8_t status; /* enum: 0 afgehandeld, 1 in_behandeling, 2 open */
};

#define LIST(type)                                                                                                     \
    struct {                                                                                                           \
        type *data;                                                                                                    \
        size_t len;                                                                                                    \
    }

struct dataset {
    struct arena arena;
    LIST(struct gemeente) gemeenten;
    LIST(struct aanbieder) aanbieders;
    LIST(struct product) producten;
    LIST(struct tarief) tarieven;
    LIST(struct indication) indications;
    LIST(struct declaration) declarations; /* not from the arena */
    LIST(struct reden) redenen;            /* in byte order of code */
    LIST(struct indicator) indicatoren;    /* in the order of the table */
    LIST(struct statement) statements;
    LIST(struct registration) voorveld;
    LIST(struct nulmeting) nulmeting;
    LIST(struct uitfasering) uitfasering;
    LIST(struct signaal) signalen;
    struct intern clients; /* identifiers: never leave memory */
    struct intern toewijzingnummers;
    struct intern declaratienummers;
    struct intern regelnummers;  /* those that do not fit in a packed number */
    LIST(uint32_t) client_order; /* indications grouped by client, within one in load order */
    size_t *client_start;        /* clients.count + 1 offsets in client_order */
};

void dataset_release(struct dataset *dataset);

/*
 * Frees the declarations, which are most of a large dataset, while the caller goes on, since that takes a moment; there
 * are none then.
 */
void dataset_drop_declarations(struct dataset *dataset);

/* The names used in files and exports. */
const char *perceel_code(enum perceel perceel);
const char *eenheid_name(enum eenheid eenheid);
const char *link_name(enum link link);

/*
 * Compares the keys (aanbiedercode as delivered, declaratienummer, regelnummer) of two lines in byte order, for
 * declaratie_dubbel.
 */
int dataset_compare_lines(const struct dataset *dataset, const struct declaration *a, const struct declaration *b);

/* A factor of 60 between uur and minuut: volume × mul / div is in `to`.  False for any other difference. */
bool eenheid_factor(enum eenheid from, enum eenheid to, int *mul, int *div);

#endif
