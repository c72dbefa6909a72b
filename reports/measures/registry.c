/*
 * The two tables of the registry.  Invariant: `measures` is in byte order of code, and a family that looks up figures
 * of others (managementinformatie) runs behind them.  Units and disclosure rules are those of outputs.md, "Who may
 * see what"; a whole number of a measure that goes by clients (aantal, onbekend) is a count, and goes by its own value.
 */
#include "reports/measures/registry.h"

#include <string.h>

#include "reports/measures/families.h"

const struct measure measures[] = {
    {"bedrag_gedeclareerd", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"bedrag_geindiceerd", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"beeindigd", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"benutting_bedrag", UNIT_AANDEEL, DISCLOSE_CLIENTS, UNIT_EURO},
    {"benutting_klasse", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"benutting_volume", UNIT_AANDEEL, DISCLOSE_CLIENTS, UNIT_VOLUME},
    {"budget", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"clienten_begin", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"clienten_eind", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"clienten_periode", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"declaratie_dubbel", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"declaratiebedrag", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"declaratieregels", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"doorlooptijd_beschikking", UNIT_DAGEN, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"doorlooptijd_besluit", UNIT_DAGEN, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"doorlooptijd_onderzoek", UNIT_DAGEN, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"doorlooptijd_start", UNIT_DAGEN, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"doorlooptijd_totaal", UNIT_DAGEN, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"indicaties_eind", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"instroom", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"jaarmaximum", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"kosten_per_client", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_EURO},
    {"maand_gedeclareerd", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"maand_geindiceerd", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"mi", UNIT_WAARDE, DISCLOSE_MI, UNIT_AANTAL},
    {"mi_afwijking", UNIT_AANDEEL, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"mi_ontbreekt", UNIT_AANTAL, DISCLOSE_ALWAYS, UNIT_AANTAL},
    {"omvang", UNIT_OMVANG, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"omvang_klasse", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"oud_na_start", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"oud_na_termijn", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"overgang", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"overgang_begin", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"overgang_evaluatie", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"overgang_handmatig", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"overgang_maand", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"signalen", UNIT_AANTAL, DISCLOSE_ALWAYS, UNIT_AANTAL},
    {"tariefafwijking", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"uitfasering_actief", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"uitfasering_bedrag", UNIT_EURO, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"uitfasering_begin", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"uitfasering_instroom", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"uitfasering_na", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"uitfasering_resterend", UNIT_AANDEEL, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"uitstroom", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"uitval", UNIT_AANDEEL, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"volume_gedeclareerd", UNIT_VOLUME, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"volume_geindiceerd", UNIT_VOLUME, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"voorveld_actief", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"voorveld_afname", UNIT_AANDEEL, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"voorveld_nulmeting", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"voorveld_pad_hoog", UNIT_AANDEEL, DISCLOSE_ALWAYS, UNIT_AANTAL},
    {"voorveld_pad_laag", UNIT_AANDEEL, DISCLOSE_ALWAYS, UNIT_AANTAL},
    {"voorveld_prognose", UNIT_AANDEEL, DISCLOSE_VOORVELD, UNIT_AANTAL},
    {"voorveld_registratie", UNIT_AANTAL, DISCLOSE_COUNT, UNIT_AANTAL},
    {"voorveld_status", UNIT_AANTAL, DISCLOSE_VOORVELD, UNIT_AANTAL},
    {"voorveld_verschuiving", UNIT_AANDEEL, DISCLOSE_CLIENTS, UNIT_AANTAL},
    {"wachtend", UNIT_DAGEN, DISCLOSE_CLIENTS, UNIT_AANTAL},
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
