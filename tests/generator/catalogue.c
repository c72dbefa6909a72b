/* The tables that are the same in every generated region: the ten products of the agreement, eight
 * made-up arrangementen of the one before, the reasons and the indicators of inputs.md.
 * Invariant: the rows stand in the order of their enumerations. Read by everybody. */
#include "tests/generator/catalogue.h"

const char *const perceel_code[PERCELEN] = {"HO", "BG", "DB", "KV"};
const char *const eenheid_name[] = {"minuut", "uur", "dagdeel", "etmaal", "stuks"};
const char *const frequentie_name[] = {"dag", "week", "vier_weken", "maand", "jaar", "totaal"};

/* clang-format off */
const struct product catalogue_products[PRODUCTS] = {
    {"01HHO", "huishoudelijke ondersteuning", HO, MINUUT, false, 0, 62, 90,
     {60000, 75000, 75000, 90000, 105000, 120000, 125000, 125000, 150000, 180000}},
    {"01HHT", "huishoudelijke hulp toelage", HO, UUR, false, 36000, 3300, 10,
     {692, 692, 692, 692, 692, 692, 577, 462, 462, 346}},
    {"02BGP", "begeleiding praktisch", BG, MINUUT, false, 0, 92, 30,
     {45000, 60000, 60000, 90000, 90000, 120000, 120000, 150000, 180000, 240000}},
    {"02BGB", "begeleiding basis", BG, MINUUT, false, 0, 108, 45,
     {60000, 60000, 90000, 120000, 120000, 150000, 180000, 180000, 240000, 300000}},
    {"02BGS", "begeleiding specialistisch", BG, MINUUT, false, 0, 132, 25,
     {60000, 90000, 120000, 150000, 180000, 180000, 240000, 270000, 300000, 420000}},
    {"07DBA", "dagbesteding A", DB, DAGDEEL, false, 0, 4450, 60,
     {2000, 2000, 3000, 4000, 4000, 4000, 5000, 6000, 6000, 8000}},
    {"07DBB", "dagbesteding B", DB, DAGDEEL, false, 0, 6100, 40,
     {2000, 3000, 4000, 4000, 4000, 5000, 6000, 6000, 8000, 9000}},
    {"08VVZ", "vervoer niet-rolstoelgebonden", DB, STUKS, false, 0, 980, 0,
     {2000, 2000, 4000, 4000, 4000, 4000, 4000, 6000, 6000, 8000}},
    {"08VVM", "vervoer rolstoelgebonden", DB, STUKS, false, 0, 1420, 0,
     {2000, 2000, 4000, 4000, 4000, 4000, 4000, 6000, 6000, 8000}},
    {"04KDV", "kortdurend verblijf", KV, ETMAAL, false, 0, 21500, 100,
     {231, 462, 462, 500, 500, 692, 1000, 1000, 1000, 2000}},
    {"91HHB", "arrangement schoon huis basis", HO, MINUUT, true, 0, 58, 70,
     {60000, 75000, 90000, 90000, 105000, 120000, 120000, 125000, 150000, 150000}},
    {"91HHP", "arrangement schoon huis plus", HO, UUR, true, 0, 3600, 30,
     {1500, 2000, 2000, 2500, 2500, 3000, 3000, 3000, 3500, 4000}},
    {"92BGL", "arrangement begeleiding licht", BG, UUR, true, 0, 5800, 40,
     {500, 1000, 1000, 1000, 1500, 1500, 2000, 2000, 2000, 2500}},
    {"92BGM", "arrangement begeleiding midden", BG, MINUUT, true, 0, 102, 40,
     {90000, 120000, 120000, 150000, 180000, 180000, 180000, 210000, 240000, 300000}},
    {"92BGI", "arrangement begeleiding intensief", BG, UUR, true, 0, 7600, 20,
     {2000, 3000, 3000, 3500, 4000, 4000, 5000, 5000, 6000, 8000}},
    {"97DBG", "arrangement dagbesteding groep", DB, DAGDEEL, true, 0, 4700, 100,
     {1000, 2000, 2000, 3000, 4000, 4000, 4000, 5000, 6000, 8000}},
    {"98VVD", "arrangement vervoer dagbesteding", DB, STUKS, true, 0, 1040, 0,
     {2000, 2000, 4000, 4000, 4000, 4000, 4000, 6000, 6000, 8000}},
    {"94KVO", "arrangement logeeropvang", KV, ETMAAL, true, 0, 19800, 100,
     {231, 462, 462, 500, 500, 692, 1000, 1000, 1000, 2000}},
};

const struct reden_row catalogue_redenen[REDENEN] = {
    {"02", "overlijden", "n", "n", "n"},
    {"19", "levering volgens plan beëindigd", "n", "j", "n"},
    {"20", "levering tijdelijk beëindigd", "n", "n", "j"},
    {"21", "voortijdig beëindigd, eenzijdig door cliënt", "j", "j", "n"},
    {"22", "voortijdig beëindigd, eenzijdig door aanbieder", "j", "j", "n"},
    {"23", "voortijdig beëindigd, in overeenstemming", "j", "j", "n"},
    {"31", "verhuizing naar andere gemeente", "n", "n", "n"},
    {"36", "beëindiging geïnitieerd door gemeente", "n", "n", "n"},
    {"37", "beëindiging in verband met wijzigingsverzoek", "n", "n", "n"},
    {"38", "overstap naar andere aanbieder", "n", "n", "n"},
    {"39", "uitstroom naar ander domein", "n", "n", "n"},
};

const struct indicator_row catalogue_indicatoren[INDICATOREN] = {
    {"clienten", "unieke cliënten in de periode", "clienten", "som", "", "", "0", "", "j", "clienten_periode"},
    {"instroom", "gestarte cliënten", "clienten", "som", "", "", "0", "", "j", "instroom"},
    {"uitstroom", "beëindigde cliënten", "clienten", "som", "", "", "0", "", "j", "uitstroom"},
    {"wachtenden", "wachtenden op de peildatum", "clienten", "som", "", "lager", "0", "", "j", "wachtend/aantal"},
    {"wachttijd", "gemiddelde wachttijd", "dagen", "gewogen", "instroom", "lager", "0", "730", "j", ""},
    {"klachten", "klachten ontvangen", "aantal", "som", "", "lager", "0", "", "j", ""},
    {"klachten_gegrond", "daarvan gegrond", "aantal", "som", "", "lager", "0", "", "n", ""},
    {"calamiteiten", "calamiteiten en geweldsincidenten gemeld", "aantal", "som", "", "lager", "0", "", "j", ""},
    {"respondenten", "deelnemers cliëntervaringsonderzoek", "clienten", "som", "", "", "0", "", "n", ""},
    {"tevredenheid", "cliënttevredenheid", "rapportcijfer", "gewogen", "respondenten", "hoger", "1", "10", "j", ""},
    {"doelen_behaald", "beëindigd met doelen (grotendeels) behaald", "procent", "gewogen", "uitstroom", "hoger", "0", "100", "n", ""},
    {"evaluaties", "tussenevaluaties gehouden", "aantal", "som", "", "", "0", "", "n", ""},
    {"fte", "medewerkers in de uitvoering", "fte", "som", "", "", "0", "", "j", ""},
    {"vacatures", "openstaande vacatures", "fte", "som", "", "lager", "0", "", "n", ""},
    {"ziekteverzuim", "ziekteverzuim", "procent", "gewogen", "fte", "lager", "0", "100", "j", ""},
    {"verloop", "uitgestroomde medewerkers", "procent", "gewogen", "fte", "lager", "0", "100", "n", ""},
    {"niet_loondienst", "inzet zonder loondienst", "procent", "gewogen", "fte", "lager", "0", "100", "n", ""},
    {"onderaannemers", "ingezette onderaannemers", "aantal", "som", "", "", "0", "", "n", ""},
    {"geweigerd", "verzoeken niet aangenomen (acceptatieplicht)", "aantal", "som", "", "lager", "0", "", "j", ""},
};
/* clang-format on */

enum product_id catalogue_draw(struct prng *r, enum perceel perceel, bool oud) {
    uint16_t weight[PRODUCTS];
    for (size_t i = 0; i < PRODUCTS; i++) {
        const struct product *p = &catalogue_products[i];
        weight[i] = p->perceel == perceel && p->oud == oud ? p->share : 0;
    }
    return (enum product_id)prng_weighted(r, weight, PRODUCTS);
}

int32_t catalogue_indexed(int32_t tarief, int year) {
    int64_t promille = 1000 + 38 * (year - 2025);
    return (int32_t)((tarief * promille + 500) / 1000);
}
