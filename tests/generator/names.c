/* Made-up names, put together from parts.
 * Invariant: the same number gives the same name, other numbers below the maximum another one:
 * the parts are taken by mixed radix and no two combinations read the same.
 * Called while the region is laid out, and for the texts in voorveld and signalen. */
#include "tests/generator/names.h"

#include <stdio.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const place_begin[] = {
    "Zilver",  "Kraan",  "Lepel",  "Wolken", "Kever",  "Amber",  "Distel", "Fluit",   "Griend",  "Hagel",
    "Iepen",   "Juffer", "Klaver", "Linde",  "Morgen", "Nevel",  "Otter",  "Parel",   "Kwartel", "Riet",
    "Spiegel", "Tarwe",  "Uilen",  "Veder",  "Wilgen", "Zwaluw", "Bramen", "Citroen", "Duin",    "Elzen"};
static const char *const place_end[] = {"hoeve", "lande",  "ambacht", "monde",  "veste", "kreek", "rade",  "horn",
                                        "zoom",  "gaarde", "schans",  "wiel",   "donk",  "brink", "geest", "stee",
                                        "kamp",  "waarde", "oever",   "meent",  "terp",  "slag",  "vliet", "boord",
                                        "rijk",  "akker",  "laar",    "heuvel", "bosch", "dreef"};

static const char *const kind[] = {"Stichting",  "Zorggroep",     "Thuiszorg",     "Begeleiding",
                                   "Coöperatie", "Zorgboerderij", "Ondersteuning", "Huishulp",
                                   "Dagcentrum", "Zorghuis",      "Wijkteam",      "Logeerhuis"};
static const char *const noun[] = {"De Paarse Reiger",    "Het Wollen Huis",
                                   "De Blauwe Ladder",    "Het Fluwelen Hek",
                                   "De Gouden Gieter",    "Zeven Emmers",
                                   "De Hinkende Haas",    "Het Glazen Fornuis",
                                   "Kop & Schotel",       "De Zilveren Dweil",
                                   "Het Krakende Ei",     "De Slapende Klok",
                                   "Aan 't Fornuis",      "De Rode Handschoen",
                                   "Het Scheve Raam",     "Hopla!",
                                   "De Kromme Lepel",     "Het Groene Gordijn",
                                   "De Wandelende Tafel", "Bezem, Blik en Co",
                                   "De Zingende Ketel",   "Het Houten Schaap",
                                   "De Gele Paraplu",     "Vier Sloffen",
                                   "Het Natte Zeil",      "De Vrolijke Vaatdoek",
                                   "Het Ronde Kussen",    "De Stille Trommel",
                                   "Papieren Boot",       "Het Warme Wiel",
                                   "De Oranje Kapstok",   "Het Lange Laken",
                                   "De Tweede Sok",       "Pluis",
                                   "Het Koperen Oor",     "De Kleine Vuurpijl",
                                   "Dubbel Geklopt",      "Het Losse Draadje",
                                   "De Witte Klomp",      "Negen Knopen",
                                   "Het Malle Molentje",  "De Zachte Steen",
                                   "Het Linnen Zeil",     "De Bonte Emmer",
                                   "Suikerpot",           "De Roze Reling",
                                   "Het Tikkende Wiel",   "De Dappere Dop",
                                   "Cliënt \"Voorop\"",   "Het Hoge Bed",
                                   "De Ganzenveer",       "Twaalf Theelepels"};
static const char *const region_part[] = {"",         " Noord",      " Oost", " Zuid",   " West",
                                          " aan Zee", " Binnenland", " Kust", " Polder", " Rivieren",
                                          " Heuvels", " Eilanden",   " Veen", " Duin",   " Delta"};

static const char *const manager[] = {"M. Verkuil (verzonnen)", "S. El Bakkali (verzonnen)", "J. Ootjers (verzonnen)",
                                      "T. de Windt (verzonnen)", "R. Zoetmulder (verzonnen)"};
static const char *const location[] = {"locatie Noord", "locatie Zuid", "locatie Haven", "locatie Centrum"};
static const struct {
    const char *text;
    bool positive;
} subject[NAMES_SUBJECTS] = {
    {"vaste hulp komt al weken niet", false},
    {"wachttijd te lang", false},
    {"gezin erg tevreden over begeleider", true},
    {"wisselende begeleiders", false},
    {"rapportage ontbreekt", false},
    {"goede samenwerking met wijkteam", true},
    {"uren niet geleverd; wel gedeclareerd", false},
    {"cliënt durft weer naar buiten", true},
    {"aanbieder neemt geen nieuwe cliënten aan", false},
    {"snelle start na ontslag ziekenhuis", true},
    {"klacht over vervoer: \"altijd te laat\"", false},
    {"mooi groepsaanbod in de buurt", true},
};
static const char *const voorziening[] = {"inloop buurthuis", "maatjesproject", "sociale huiskamer", "beweeggroep",
                                          "formulierenhulp",  "eetpunt",        "odensehuis",        "moestuin"};

/* Spreads neighbouring numbers over the parts; `step` has no divisor in common with `n`. */
static size_t spread(size_t i, size_t step, size_t n) {
    return i * step % n;
}

void name_gemeente(size_t i, char name[NAME_SIZE]) {
    size_t at = spread(i, 367, COUNT(place_begin) * COUNT(place_end));
    snprintf(name, NAME_SIZE, "%s%s", place_begin[at % COUNT(place_begin)], place_end[at / COUNT(place_begin)]);
}

void name_aanbieder(size_t i, char name[NAME_SIZE]) {
    size_t pairs = COUNT(kind) * COUNT(noun);
    size_t at = spread(i % pairs, 265, pairs);
    snprintf(name, NAME_SIZE, "%s %s%s", kind[at % COUNT(kind)], noun[at / COUNT(kind)], region_part[i / pairs]);
}

const char *name_contractmanager(size_t i) {
    return manager[i % COUNT(manager)];
}

const char *name_location(size_t i) {
    return location[i % COUNT(location)];
}

const char *name_subject(size_t i) {
    return subject[i % COUNT(subject)].text;
}

bool name_subject_positive(size_t i) {
    return subject[i % COUNT(subject)].positive;
}

const char *name_voorziening(size_t i) {
    return voorziening[i % COUNT(voorziening)];
}
