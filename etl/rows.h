/*
 * Rows as they are staged while a table is loaded: one fixed-size record per row, in which every text is a number of
 * an intern, so that two rows are equal when their bytes are.  They become the records of dataset.h once doubles are
 * settled and the codes of other tables are checked.
 *
 * Invariant: every row is zeroed before it is filled in, so that padding never differs.
 */
#ifndef WMO_ETL_ROWS_H
#define WMO_ETL_ROWS_H

#include <stdint.h>

#include "etl/dataset.h"

#define TEXT_NONE 0U /* the empty text: nothing was given */

/* A code that is compared without case, as it is compared and as it was written. */
struct spelled {
    uint32_t key;
    uint32_t written;
};

struct gemeente_row {
    uint32_t line;
    uint32_t code;
    uint32_t naam;
};

struct aanbieder_row {
    uint32_t line;
    uint32_t code;
    uint32_t naam;
    uint32_t contractmanager;
    uint32_t hoort_bij;
    uint8_t gecontracteerd;
};

struct product_row {
    int64_t maximum_per_jaar;
    uint32_t line;
    struct spelled code;
    uint32_t naam;
    uint8_t perceel;
    uint8_t eenheid;
    uint8_t oud;
};

struct tarief_row {
    int64_t tarief;
    uint32_t line;
    date_t ingangsdatum;
    date_t einddatum;
    uint16_t product;
    uint16_t aanbieder;
    uint8_t eenheid;
};

struct reden_row {
    uint32_t line;
    uint32_t code;
    uint32_t omschrijving;
    uint8_t voortijdig;
    uint8_t telt_mee;
    uint8_t tijdelijk;
};

struct indicator_row {
    int64_t minimum;
    int64_t maximum;
    uint32_t line;
    uint32_t code;
    uint32_t omschrijving;
    uint32_t eenheid;
    uint32_t weegfactor;
    uint32_t toets;
    uint8_t aggregatie;
    uint8_t richting;
    uint8_t verplicht;
};

struct statement_row {
    int64_t waarde;
    uint32_t line;
    uint32_t periode;
    uint32_t indicator;
    uint16_t aanbieder;
    uint16_t gemeente;
    uint8_t perceel;
};

struct registration_row {
    int64_t aantal;
    uint32_t line;
    uint32_t client;
    uint32_t voorziening;
    date_t datum;
    uint16_t gemeente;
    uint8_t perceel;
};

struct nulmeting_row {
    int64_t aantal;
    uint32_t line;
    uint16_t gemeente;
    uint8_t perceel;
};

struct uitfasering_row {
    uint32_t line;
    date_t vanaf;
    uint16_t gemeente;
    uint16_t product;
};

struct signaal_row {
    uint32_t line;
    date_t datum;
    uint32_t onderwerp;
    uint16_t gemeente;
    uint16_t aanbieder;
    uint8_t soort;
    uint8_t status;
};

struct indication_row {
    struct indication record; /* reden is filled in at the end */
    int64_t bijgewerkt_op;    /* seconds, 0: none */
    uint32_t reden;           /* text */
    uint32_t line;
    uint8_t verwijderd; /* a Wmo301 says that the indication does not exist */
    uint8_t stopped;    /* stopdatum and reden are those of a Wmo307, which was judged by itself */
};

/* Only the record itself is kept; the rest is moved into it, or to a list beside the table, while a chunk is read. */
struct declaration_row {
    struct declaration record;
    uint64_t vorig_regelnummer;
    struct slice toewijzingnummer;
    uint8_t eenheid;
    uint8_t debetcredit;
    uint8_t status;
};

#endif
