/*
 * The element trees, in the order of the schemas of the standard.  Elements that are not here (names, birth dates,
 * addresses, retourcodes, …) are passed over with all that they hold.
 */
#include "etl/iwmo_tree.h"

#include <string.h>

/* clang-format off */
#define PART(depth, name)        {depth, name, ROLE_PART, FIELD_COUNT}
#define HEADER(depth, name)      {depth, name, ROLE_HEADER, FIELD_COUNT}
#define GROUP(depth, name)       {depth, name, ROLE_GROUP, FIELD_COUNT}
#define DECLARATION(depth, name) {depth, name, ROLE_DECLARATION, FIELD_COUNT}
#define ROW(depth, name)         {depth, name, ROLE_ROW, FIELD_COUNT}
#define TEXT(depth, name, field) {depth, name, ROLE_TEXT, FIELD_##field}

/* The indentation shows the depth. */
#define BERICHT_AND_HEADER                          \
    PART(0, "Bericht"),                             \
        HEADER(1, "Header"),                        \
            TEXT(2, "Afzender", AFZENDER),          \
            TEXT(2, "Ontvanger", ONTVANGER),        \
            PART(2, "BerichtIdentificatie"),        \
                TEXT(3, "Identificatie", IDENTIFICATIE)

static const struct iwmo_element wmo301[] = {
    BERICHT_AND_HEADER,
        GROUP(1, "Client"),
            TEXT(2, "Bsn", BSN),
            PART(2, "ToegewezenProducten"),
                ROW(3, "ToegewezenProduct"),
                    TEXT(4, "ToewijzingNummer", TOEWIJZINGNUMMER),
                    PART(4, "Product"),
                        TEXT(5, "Code", PRODUCTCODE),
                    TEXT(4, "Toewijzingsdatum", TOEWIJZINGSDATUM),
                    TEXT(4, "Toewijzingstijd", TOEWIJZINGSTIJD),
                    TEXT(4, "Ingangsdatum", BEGIN),
                    TEXT(4, "Einddatum", EIND),
                    TEXT(4, "RedenWijziging", REDEN),
                    PART(4, "Omvang"),
                        TEXT(5, "Volume", VOLUME),
                        TEXT(5, "Eenheid", EENHEID),
                        TEXT(5, "Frequentie", FREQUENTIE),
};

static const struct iwmo_element wmo305[] = {
    BERICHT_AND_HEADER,
        GROUP(1, "Client"),
            PART(2, "StartProducten"),
                ROW(3, "StartProduct"),
                    TEXT(4, "ToewijzingNummer", TOEWIJZINGNUMMER),
                    TEXT(4, "Begindatum", BEGIN),
                    TEXT(4, "StatusAanlevering", STATUS),
};

static const struct iwmo_element wmo307[] = {
    BERICHT_AND_HEADER,
        GROUP(1, "Client"),
            PART(2, "StopProducten"),
                ROW(3, "StopProduct"),
                    TEXT(4, "ToewijzingNummer", TOEWIJZINGNUMMER),
                    TEXT(4, "Begindatum", BEGIN),
                    TEXT(4, "RedenBeeindiging", REDEN),
                    TEXT(4, "Einddatum", EIND),
                    TEXT(4, "StatusAanlevering", STATUS),
};

static const struct iwmo_element wmo323[] = {
    BERICHT_AND_HEADER,
        DECLARATION(1, "Declaratie"),
            TEXT(2, "DeclaratieNummer", DECLARATIENUMMER),
            PART(2, "TotaalIngediendBedrag"),
                TEXT(3, "TotaalBedrag", INGEDIEND),
                TEXT(3, "DebetCredit", INGEDIEND_TEKEN),
            PART(2, "Clienten"),
                GROUP(3, "Client"),
                    TEXT(4, "Bsn", BSN),
                    PART(4, "Prestaties"),
                        ROW(5, "Prestatie"),
                            PART(6, "ProductReferentie"),
                                TEXT(7, "ReferentieNummer", REFERENTIE),
                                TEXT(7, "VorigReferentieNummer", VORIGE_REFERENTIE),
                            TEXT(6, "ToewijzingNummer", TOEWIJZINGNUMMER),
                            TEXT(6, "ProductCode", PRODUCTCODE),
                            PART(6, "ProductPeriode"),
                                TEXT(7, "Begindatum", BEGIN),
                                TEXT(7, "Einddatum", EIND),
                            TEXT(6, "GeleverdVolume", VOLUME),
                            TEXT(6, "Eenheid", EENHEID),
                            TEXT(6, "ProductTarief", TARIEF),
                            PART(6, "IngediendBedrag"),
                                TEXT(7, "Bedrag", BEDRAG),
                                TEXT(7, "DebetCredit", TEKEN),
};

static const struct iwmo_element wmo325[] = {
    BERICHT_AND_HEADER,
        DECLARATION(1, "DeclaratieAntwoord"),
            TEXT(2, "DeclaratieNummer", DECLARATIENUMMER),
            PART(2, "TotaalIngediendBedrag"),
                TEXT(3, "TotaalBedrag", INGEDIEND),
                TEXT(3, "DebetCredit", INGEDIEND_TEKEN),
            PART(2, "TotaalToegekendBedrag"),
                TEXT(3, "TotaalBedrag", TOEGEKEND),
                TEXT(3, "DebetCredit", TOEGEKEND_TEKEN),
            PART(2, "Clienten"),
                GROUP(3, "Client"),
                    PART(4, "Prestaties"),
                        ROW(5, "Prestatie"),
                            PART(6, "ProductReferentie"),
                                TEXT(7, "ReferentieNummer", REFERENTIE),
};

#define SPACE(message)                "http://www.istandaarden.nl/iwmo/3_2/" message "/schema"
#define TREE(name, message, elements) {name, SPACE(message), elements, sizeof(elements) / sizeof((elements)[0])}
/* clang-format on */

const char iwmo_common_space[] = SPACE("basisschema");

const struct iwmo_tree iwmo_trees[IWMO_KINDS] = {
    [IWMO_301] = TREE("Wmo301", "wmo301", wmo301), [IWMO_305] = TREE("Wmo305", "wmo305", wmo305),
    [IWMO_307] = TREE("Wmo307", "wmo307", wmo307), [IWMO_323] = TREE("Wmo323", "wmo323", wmo323),
    [IWMO_325] = TREE("Wmo325", "wmo325", wmo325),
};

unsigned iwmo_tree_child(const struct iwmo_tree *tree, unsigned parent, const char *name) {
    const struct iwmo_element *elements = tree->elements;
    unsigned depth = elements[parent].depth + 1U;
    for (unsigned i = parent + 1; i < tree->count && elements[i].depth >= depth; i++)
        if (elements[i].depth == depth && strcmp(elements[i].name, name) == 0)
            return i;
    return 0;
}
