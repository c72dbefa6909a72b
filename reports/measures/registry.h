/*
 * The registry of measures: one row per measure, one row per family that computes some of them.
 */
#ifndef WMO_REPORTS_MEASURES_REGISTRY_H
#define WMO_REPORTS_MEASURES_REGISTRY_H

#include <stddef.h>
#include <stdint.h>

enum unit {
    UNIT_AANTAL, /* a whole number of clients, indications, lines, … */
    UNIT_EURO,
    UNIT_VOLUME,  /* in the product's eenheid */
    UNIT_AANDEEL, /* a ratio, shown as a percentage */
    UNIT_DAGEN,
    UNIT_OMVANG, /* per week, in the eenheid of the perceel */
    UNIT_WAARDE  /* what the catalogue of indicatoren says */
};

/* Which rule of outputs.md, "Who may see what", a measure falls under. */
enum disclosure_rule {
    DISCLOSE_COUNT,    /* withheld by its own value */
    DISCLOSE_CLIENTS,  /* withheld by the distinct clients behind it */
    DISCLOSE_VOORVELD, /* goes with voorveld_verschuiving */
    DISCLOSE_MI,       /* an aanbieder's own statement */
    DISCLOSE_ALWAYS    /* never withheld */
};

struct measure {
    const char *code;
    enum unit unit;
    enum disclosure_rule rule;
    enum unit parts; /* what the teller and noemer of a ratio are; those that figures mark as whole are counts */
};

enum { MEASURES_MAX = 80, MEASURE_NONE = -1 };

/* All measures, in byte order of code. */
extern const struct measure measures[];
extern const size_t measure_count;

/* Index in `measures`, MEASURE_NONE when unknown. */
int measure_find(const char *code);

struct measure_family;
extern const struct measure_family *const measure_families[];
extern const size_t measure_family_count;

#endif
