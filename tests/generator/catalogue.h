/* What is the same in every generated region: products, units, reasons, indicators. */
#ifndef SAMPLE_CATALOGUE_H
#define SAMPLE_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tests/generator/calendar.h"
#include "tests/generator/prng.h"

enum perceel { HO, BG, DB, KV, PERCELEN };
enum eenheid { MINUUT, UUR, DAGDEEL, ETMAAL, STUKS };
enum frequentie { DAG, WEEK, VIER_WEKEN, MAAND, JAAR, TOTAAL };

extern const char *const perceel_code[PERCELEN];
extern const char *const eenheid_name[];
extern const char *const frequentie_name[];

/* The products by name, in the order of the table. */
enum product_id {
    P_01HHO,
    P_01HHT,
    P_02BGP,
    P_02BGB,
    P_02BGS,
    P_07DBA,
    P_07DBB,
    P_08VVZ,
    P_08VVM,
    P_04KDV,
    P_91HHB,
    P_91HHP,
    P_92BGL,
    P_92BGM,
    P_92BGI,
    P_97DBG,
    P_98VVD,
    P_94KVO,
    PRODUCTS
};

struct product {
    const char *code, *naam;
    enum perceel perceel;
    enum eenheid eenheid;
    bool oud;
    int32_t maximum;    /* per year, thousandths; 0 = none */
    int32_t tarief;     /* cents per eenheid in 2025 */
    uint16_t share;     /* how often it is chosen within its perceel and contract; 0 = vervoer */
    int32_t weekly[10]; /* usual amounts per week, thousandths, each as likely */
};

extern const struct product catalogue_products[PRODUCTS];

/* A product of `perceel`, of the old or the new agreement, vervoer left out. */
enum product_id catalogue_draw(struct prng *r, enum perceel perceel, bool oud);

/* A tarief of the year 2025 indexed to `year`, in cents rounded half up. */
int32_t catalogue_indexed(int32_t tarief, int year);

enum reden {
    R_OVERLIJDEN,
    R_VOLGENS_PLAN,
    R_TIJDELIJK,
    R_DOOR_CLIENT,
    R_DOOR_AANBIEDER,
    R_IN_OVERLEG,
    R_VERHUIZING,
    R_GEMEENTE,
    R_WIJZIGING,
    R_OVERSTAP,
    R_ANDER_DOMEIN,
    REDENEN,
    R_GEEN = REDENEN /* a stop without a reason */
};

struct reden_row {
    const char *code, *omschrijving, *voortijdig, *telt_mee, *tijdelijk;
};

extern const struct reden_row catalogue_redenen[REDENEN];

enum indicator {
    I_CLIENTEN,
    I_INSTROOM,
    I_UITSTROOM,
    I_WACHTENDEN,
    I_WACHTTIJD,
    I_KLACHTEN,
    I_GEGROND,
    I_CALAMITEITEN,
    I_RESPONDENTEN,
    I_TEVREDENHEID,
    I_DOELEN,
    I_EVALUATIES,
    I_FTE,
    I_VACATURES,
    I_VERZUIM,
    I_VERLOOP,
    I_NIET_LOONDIENST,
    I_ONDERAANNEMERS,
    I_GEWEIGERD,
    INDICATOREN
};

struct indicator_row {
    const char *code, *omschrijving, *eenheid, *aggregatie, *weegfactor, *richting, *minimum, *maximum, *verplicht,
        *toets;
};

extern const struct indicator_row catalogue_indicatoren[INDICATOREN];

#endif
