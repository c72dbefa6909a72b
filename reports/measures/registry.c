/*
 * The two tables of the registry.  Invariant: `measures` is in byte order of code, and a family that looks up figures
 * of others (managementinformatie) runs behind them.  Units and disclosure rules are those of outputs.md, "Who may
 * see what"; a whole number of a measure that goes by clients (aantal, onbekend) is a count, and goes by its own value.
 */
#include "reports/measures/registry.h"

#include <string.h>

#include "reports/measures/families.h"

const struct measure measures[] = {
    {"bedrag_gedeclareerd", UNIT_EURO, DISCLOSE_CLIENTS},
    {"bedrag_geindiceerd", UNIT_EURO, DISCLOSE_CLIENTS},
    {"beeindigd", UNIT_AANTAL, DISCLOSE_COUNT},
    {"benutting_bedrag", UNIT_AANDEEL, DISCLOSE_CLIENTS},
    {"benutting_klasse", UNIT_AANTAL, DISCLOSE_COUNT},
    {"benutting_volume", UNIT_AANDEEL, DISCLOSE_CLIENTS},
    {"budget", UNIT_AANTAL, DISCLOSE_COUNT},
    {"clienten_begin", UNIT_AANTAL, DISCLOSE_COUNT},
    {"clienten_eind", UNIT_AANTAL, DISCLOSE_COUNT},
    {"clienten_periode", UNIT_AANTAL, DISCLOSE_COUNT},
    {"declaratie_dubbel", UNIT_EURO, DISCLOSE_CLIENTS},
    {"declaratiebedrag", UNIT_EURO, DISCLOSE_CLIENTS},
    {"declaratieregels", UNIT_AANTAL, DISCLOSE_COUNT},
    {"doorlooptijd_beschikking", UNIT_DAGEN, DISCLOSE_CLIENTS},
    {"doorlooptijd_besluit", UNIT_DAGEN, DISCLOSE_CLIENTS},
    {"doorlooptijd_onderzoek", UNIT_DAGEN, DISCLOSE_CLIENTS},
    {"doorlooptijd_start", UNIT_DAGEN, DISCLOSE_CLIENTS},
    {"doorlooptijd_totaal", UNIT_DAGEN, DISCLOSE_CLIENTS},
    {"indicaties_eind", UNIT_AANTAL, DISCLOSE_COUNT},
    {"instroom", UNIT_AANTAL, DISCLOSE_COUNT},
    {"jaarmaximum", UNIT_AANTAL, DISCLOSE_COUNT},
    {"kosten_per_client", UNIT_EURO, DISCLOSE_CLIENTS},
    {"maand_gedeclareerd", UNIT_EURO, DISCLOSE_CLIENTS},
    {"maand_geindiceerd", UNIT_EURO, DISCLOSE_CLIENTS},
    {"mi", UNIT_WAARDE, DISCLOSE_MI},
    {"mi_afwijking", UNIT_AANDEEL, DISCLOSE_CLIENTS},
    {"mi_ontbreekt", UNIT_AANTAL, DISCLOSE_ALWAYS},
    {"omvang", UNIT_OMVANG, DISCLOSE_CLIENTS},
    {"omvang_klasse", UNIT_AANTAL, DISCLOSE_COUNT},
    {"oud_na_start", UNIT_AANTAL, DISCLOSE_COUNT},
    {"oud_na_termijn", UNIT_EURO, DISCLOSE_CLIENTS},
    {"overgang", UNIT_AANTAL, DISCLOSE_COUNT},
    {"overgang_begin", UNIT_AANTAL, DISCLOSE_COUNT},
    {"overgang_evaluatie", UNIT_AANTAL, DISCLOSE_COUNT},
    {"overgang_handmatig", UNIT_AANTAL, DISCLOSE_COUNT},
    {"overgang_maand", UNIT_AANTAL, DISCLOSE_COUNT},
    {"signalen", UNIT_AANTAL, DISCLOSE_ALWAYS},
    {"tariefafwijking", UNIT_AANTAL, DISCLOSE_COUNT},
    {"uitfasering_actief", UNIT_AANTAL, DISCLOSE_COUNT},
    {"uitfasering_bedrag", UNIT_EURO, DISCLOSE_CLIENTS},
    {"uitfasering_begin", UNIT_AANTAL, DISCLOSE_COUNT},
    {"uitfasering_instroom", UNIT_AANTAL, DISCLOSE_COUNT},
    {"uitfasering_na", UNIT_AANTAL, DISCLOSE_COUNT},
    {"uitfasering_resterend", UNIT_AANDEEL, DISCLOSE_CLIENTS},
    {"uitstroom", UNIT_AANTAL, DISCLOSE_COUNT},
    {"uitval", UNIT_AANDEEL, DISCLOSE_CLIENTS},
    {"volume_gedeclareerd", UNIT_VOLUME, DISCLOSE_CLIENTS},
    {"volume_geindiceerd", UNIT_VOLUME, DISCLOSE_CLIENTS},
    {"voorveld_actief", UNIT_AANTAL, DISCLOSE_COUNT},
    {"voorveld_afname", UNIT_AANDEEL, DISCLOSE_CLIENTS},
    {"voorveld_nulmeting", UNIT_AANTAL, DISCLOSE_COUNT},
    {"voorveld_pad_hoog", UNIT_AANDEEL, DISCLOSE_ALWAYS},
    {"voorveld_pad_laag", UNIT_AANDEEL, DISCLOSE_ALWAYS},
    {"voorveld_prognose", UNIT_AANDEEL, DISCLOSE_VOORVELD},
    {"voorveld_registratie", UNIT_AANTAL, DISCLOSE_COUNT},
    {"voorveld_status", UNIT_AANTAL, DISCLOSE_VOORVELD},
    {"voorveld_verschuiving", UNIT_AANDEEL, DISCLOSE_CLIENTS},
    {"wachtend", UNIT_DAGEN, DISCLOSE_CLIENTS},
};

const size_t measure_count = sizeof measures / sizeof *measures;
_Static_assert(sizeof measures / sizeof *measures <= MEASURES_MAX, "more measures than MEASURES_MAX");

int measure_find(const char *code) {
    size_t low = 0;
    size_t high = measure_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(measures[middle].code, code);
        if (order == 0)
            return (int)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return MEASURE_NONE;
}

const struct measure_family *const measure_families[] = {
    &family_declaraties, &family_benutting,   &family_budget,   &family_doorlooptijden,
    &family_wachtend,    &family_volumes,     &family_signalen, &family_overgang,
    &family_voorveld,    &family_uitfasering, &family_omvang,   &family_managementinformatie,
};

const size_t measure_family_count = sizeof measure_families / sizeof *measure_families;
