/*
 * The tables of inputs.md, in its own order of columns.  Read by everything that binds, converts or names columns.
 */
#include "etl/schema.h"

#include "etl/row_checks.h"
#include "etl/rows.h"

/* ---- fixed words ---- */

static const struct word yes_no[] = {{"ja", 1}, {"j", 1}, {"1", 1},     {"true", 1}, {"nee", 0},
                                     {"n", 0},  {"0", 0}, {"false", 0}, {0}};
static const struct words WORDS_JN = {yes_no, "ja, nee, j, n, 1, 0, true of false", false};

static const struct word percelen[] = {
    {"HO", PERCEEL_HO}, {"BG", PERCEEL_BG}, {"DB", PERCEEL_DB}, {"KV", PERCEEL_KV}, {0}};
static const struct words WORDS_PERCEEL = {percelen, "HO, BG, DB of KV", false};

static const struct word percelen_voorveld[] = {{"BG", PERCEEL_BG}, {"DB", PERCEEL_DB}, {0}};
static const struct words WORDS_PERCEEL_VOORVELD = {percelen_voorveld, "BG of DB", false};

static const struct word eenheden[] = {
    {"minuut", EENHEID_MINUUT}, {"uur", EENHEID_UUR},   {"dagdeel", EENHEID_DAGDEEL}, {"etmaal", EENHEID_ETMAAL},
    {"stuks", EENHEID_STUKS},   {"01", EENHEID_MINUUT}, {"04", EENHEID_UUR},          {"16", EENHEID_DAGDEEL},
    {"14", EENHEID_ETMAAL},     {"82", EENHEID_STUKS},  {"84", EENHEID_STUKS},        {0}};
static const struct words WORDS_EENHEID = {
    eenheden, "minuut, uur, dagdeel, etmaal of stuks, of de iWmo-code 01, 04, 14, 16, 82 of 84", true};

static const struct word frequenties[] = {{"dag", FREQUENTIE_DAG},
                                          {"week", FREQUENTIE_WEEK},
                                          {"vier_weken", FREQUENTIE_VIER_WEKEN},
                                          {"maand", FREQUENTIE_MAAND},
                                          {"jaar", FREQUENTIE_JAAR},
                                          {"totaal", FREQUENTIE_TOTAAL},
                                          {"1", FREQUENTIE_DAG},
                                          {"2", FREQUENTIE_WEEK},
                                          {"3", FREQUENTIE_VIER_WEKEN},
                                          {"4", FREQUENTIE_MAAND},
                                          {"5", FREQUENTIE_JAAR},
                                          {"6", FREQUENTIE_TOTAAL},
                                          {0}};
static const struct words WORDS_FREQUENTIE = {
    frequenties, "dag, week, vier_weken, maand, jaar of totaal, of de iWmo-code 1 tot en met 6", false};

static const struct word contracten[] = {{"oud", 1}, {"nieuw", 0}, {0}};
static const struct words WORDS_CONTRACT = {contracten, "oud of nieuw", false};

static const struct word tekens[] = {{"D", 0}, {"C", 1}, {0}};
static const struct words WORDS_DEBETCREDIT = {tekens, "D of C", false};

static const struct word statussen[] = {
    {"ingediend", STATUS_INGEDIEND}, {"toegekend", STATUS_TOEGEKEND}, {"afgekeurd", STATUS_AFGEKEURD}, {0}};
static const struct words WORDS_STATUS = {statussen, "ingediend, toegekend of afgekeurd", false};

static const struct word aggregaties[] = {
    {"som", AGGREGATIE_SOM}, {"gemiddelde", AGGREGATIE_GEMIDDELDE}, {"gewogen", AGGREGATIE_GEWOGEN}, {0}};
static const struct words WORDS_AGGREGATIE = {aggregaties, "som, gemiddelde of gewogen", false};

static const struct word richtingen[] = {{"hoger", RICHTING_HOGER}, {"lager", RICHTING_LAGER}, {0}};
static const struct words WORDS_RICHTING = {richtingen, "hoger of lager", false};

static const struct word soorten[] = {{"negatief", 0}, {"positief", 1}, {0}};
static const struct words WORDS_SOORT = {soorten, "positief of negatief", false};

static const struct word afhandelingen[] = {{"afgehandeld", 0}, {"in_behandeling", 1}, {"open", 2}, {0}};
static const struct words WORDS_AFHANDELING = {afhandelingen, "open, in_behandeling of afgehandeld", false};

/* ---- columns: a member of another C type than its column's does not compile ---- */

#define CTYPE_TEXT uint32_t
#define CTYPE_CODE uint32_t
#define CTYPE_PRODUCTCODE struct spelled
#define CTYPE_GEMEENTECODE uint32_t
#define CTYPE_AANBIEDERCODE uint32_t
#define CTYPE_REDENCODE uint32_t
#define CTYPE_GEMEENTE uint16_t
#define CTYPE_AANBIEDER uint16_t
#define CTYPE_PRODUCT uint16_t
#define CTYPE_CLIENT uint32_t
#define CTYPE_TOEWIJZINGNUMMER uint32_t
#define CTYPE_TOEWIJZING struct slice
#define CTYPE_DECLARATIENUMMER uint32_t
#define CTYPE_REGELNUMMER uint64_t
#define CTYPE_DATE date_t
#define CTYPE_MOMENT int64_t
#define CTYPE_PERIODE uint32_t
#define CTYPE_VOLUME int64_t
#define CTYPE_EURO int64_t
#define CTYPE_NUMBER int64_t
#define CTYPE_WHOLE int64_t
#define CTYPE_WORD uint8_t

#define PLACE(type, row, member)                                                                                       \
    (uint16_t)(offsetof(struct row, member) + 0 * sizeof(_Generic(((struct row *)0)->member, CTYPE_##type : 0))),      \
        (uint16_t)sizeof(CTYPE_##type)
#define KEY(name, type, need, row, member)                                                                             \
    { name, TYPE_##type, NEED_##need, true, PLACE(type, row, member), NULL }
#define KEY_WORD(name, list, need, row, member)                                                                        \
    { name, TYPE_WORD, NEED_##need, true, PLACE(WORD, row, member), &WORDS_##list }
#define COLUMN(name, type, need, row, member)                                                                          \
    { name, TYPE_##type, NEED_##need, false, PLACE(type, row, member), NULL }
#define WORD(name, list, need, row, member)                                                                            \
    { name, TYPE_WORD, NEED_##need, false, PLACE(WORD, row, member), &WORDS_##list }

static const struct column gemeenten[] = {
    KEY("gemeentecode", GEMEENTECODE, VALUE, gemeente_row, code),
    COLUMN("naam", TEXT, VALUE, gemeente_row, naam),
};
static const struct gemeente_row no_gemeente = {0};

static const struct column aanbieders[] = {
    KEY("aanbiedercode", AANBIEDERCODE, VALUE, aanbieder_row, code),
    COLUMN("naam", TEXT, VALUE, aanbieder_row, naam),
    WORD("gecontracteerd", JN, VALUE, aanbieder_row, gecontracteerd),
    COLUMN("contractmanager", TEXT, NOTHING, aanbieder_row, contractmanager),
    COLUMN("hoort_bij", AANBIEDERCODE, NOTHING, aanbieder_row, hoort_bij),
};
static const struct aanbieder_row no_aanbieder = {0};

static const struct column producten[] = {
    KEY("productcode", PRODUCTCODE, VALUE, product_row, code),
    COLUMN("naam", TEXT, VALUE, product_row, naam),
    WORD("perceel", PERCEEL, VALUE, product_row, perceel),
    WORD("eenheid", EENHEID, VALUE, product_row, eenheid),
    WORD("contract", CONTRACT, VALUE, product_row, oud),
    COLUMN("maximum_per_jaar", VOLUME, NOTHING, product_row, maximum_per_jaar),
};
static const struct product_row no_product = {.maximum_per_jaar = AMOUNT_NONE};

static const struct column tarieven[] = {
    KEY("productcode", PRODUCT, VALUE, tarief_row, product),
    KEY("aanbiedercode", AANBIEDER, COLUMN, tarief_row, aanbieder),
    KEY("ingangsdatum", DATE, VALUE, tarief_row, ingangsdatum),
    COLUMN("einddatum", DATE, COLUMN, tarief_row, einddatum),
    COLUMN("tarief", EURO, VALUE, tarief_row, tarief),
    WORD("eenheid", EENHEID, NOTHING, tarief_row, eenheid),
};
static const struct tarief_row no_tarief = {.einddatum = DATE_OPEN, .aanbieder = INDEX_NONE, .eenheid = EENHEID_NONE};

static const struct column indicaties[] = {
    KEY("gemeentecode", GEMEENTE, VALUE, indication_row, record.gemeente),
    KEY("toewijzingnummer", TOEWIJZINGNUMMER, VALUE, indication_row, record.toewijzingnummer),
    COLUMN("client", CLIENT, VALUE, indication_row, record.client),
    COLUMN("aanbiedercode", AANBIEDER, VALUE, indication_row, record.aanbieder),
    COLUMN("productcode", PRODUCT, VALUE, indication_row, record.product),
    COLUMN("volume", VOLUME, VALUE, indication_row, record.volume),
    WORD("eenheid", EENHEID, VALUE, indication_row, record.eenheid),
    WORD("frequentie", FREQUENTIE, VALUE, indication_row, record.frequentie),
    COLUMN("ingangsdatum", DATE, VALUE, indication_row, record.ingangsdatum),
    COLUMN("einddatum", DATE, COLUMN, indication_row, record.einddatum),
    COLUMN("meldingsdatum", DATE, NOTHING, indication_row, record.meldingsdatum),
    COLUMN("aanvraagdatum", DATE, NOTHING, indication_row, record.aanvraagdatum),
    COLUMN("besluitdatum", DATE, NOTHING, indication_row, record.besluitdatum),
    COLUMN("startdatum_zorg", DATE, NOTHING, indication_row, record.startdatum_zorg),
    COLUMN("stopdatum", DATE, NOTHING, indication_row, record.stopdatum),
    COLUMN("reden_beeindiging", REDENCODE, NOTHING, indication_row, reden),
    COLUMN("tussenevaluatie", DATE, NOTHING, indication_row, record.tussenevaluatie),
    COLUMN("bijgewerkt_op", MOMENT, NOTHING, indication_row, bijgewerkt_op),
};
static const struct indication_row no_indication = {.record.einddatum = DATE_OPEN, .record.reden = INDEX_NONE};

static const struct column declaraties[] = {
    KEY("aanbiedercode", AANBIEDER, VALUE, declaration_row, record.aanbieder),
    COLUMN("gemeentecode", GEMEENTE, VALUE, declaration_row, record.gemeente),
    KEY("declaratienummer", DECLARATIENUMMER, VALUE, declaration_row, record.declaratienummer),
    KEY("regelnummer", REGELNUMMER, VALUE, declaration_row, record.regelnummer),
    COLUMN("client", CLIENT, VALUE, declaration_row, record.client),
    COLUMN("toewijzingnummer", TOEWIJZING, COLUMN, declaration_row, toewijzingnummer),
    COLUMN("productcode", PRODUCT, VALUE, declaration_row, record.product),
    COLUMN("periode_begin", DATE, VALUE, declaration_row, record.periode_begin),
    COLUMN("periode_eind", DATE, VALUE, declaration_row, record.periode_eind),
    COLUMN("volume", VOLUME, VALUE, declaration_row, record.volume),
    WORD("eenheid", EENHEID, VALUE, declaration_row, eenheid),
    COLUMN("tarief", EURO, NOTHING, declaration_row, record.tarief),
    COLUMN("bedrag", EURO, VALUE, declaration_row, record.bedrag),
    WORD("debetcredit", DEBETCREDIT, VALUE, declaration_row, debetcredit),
    COLUMN("vorig_regelnummer", REGELNUMMER, NOTHING, declaration_row, vorig_regelnummer),
    WORD("status", STATUS, NOTHING, declaration_row, status),
};
static const struct declaration_row no_declaration = {.record.tarief = AMOUNT_NONE,
                                                      .record.indication = INDICATION_NONE,
                                                      .record.gemeente = INDEX_NONE,
                                                      .status = STATUS_INGEDIEND};

static const struct column managementinformatie[] = {
    KEY("aanbiedercode", AANBIEDER, VALUE, statement_row, aanbieder),
    KEY("periode", PERIODE, VALUE, statement_row, periode),
    KEY("gemeentecode", GEMEENTE, COLUMN, statement_row, gemeente),
    KEY_WORD("perceel", PERCEEL, COLUMN, statement_row, perceel),
    KEY("indicator", CODE, VALUE, statement_row, indicator),
    COLUMN("waarde", NUMBER, VALUE, statement_row, waarde),
};
static const struct statement_row no_statement = {.gemeente = INDEX_NONE, .perceel = PERCEEL_NONE};

static const struct column indicatoren[] = {
    KEY("code", CODE, VALUE, indicator_row, code),
    COLUMN("omschrijving", TEXT, VALUE, indicator_row, omschrijving),
    COLUMN("eenheid", TEXT, COLUMN, indicator_row, eenheid),
    WORD("aggregatie", AGGREGATIE, VALUE, indicator_row, aggregatie),
    COLUMN("weegfactor", CODE, COLUMN, indicator_row, weegfactor),
    WORD("richting", RICHTING, COLUMN, indicator_row, richting),
    COLUMN("minimum", NUMBER, COLUMN, indicator_row, minimum),
    COLUMN("maximum", NUMBER, COLUMN, indicator_row, maximum),
    WORD("verplicht", JN, VALUE, indicator_row, verplicht),
    COLUMN("toets", TEXT, COLUMN, indicator_row, toets),
};
static const struct indicator_row no_indicator = {
    .minimum = AMOUNT_NONE, .maximum = AMOUNT_NONE, .richting = RICHTING_GEEN};

static const struct column voorveld[] = {
    COLUMN("gemeentecode", GEMEENTE, VALUE, registration_row, gemeente),
    WORD("perceel", PERCEEL_VOORVELD, VALUE, registration_row, perceel),
    COLUMN("datum", DATE, VALUE, registration_row, datum),
    COLUMN("client", CLIENT, COLUMN, registration_row, client),
    COLUMN("aantal", WHOLE, COLUMN, registration_row, aantal),
    COLUMN("voorziening", TEXT, COLUMN, registration_row, voorziening),
};
static const struct registration_row no_registration = {.aantal = AMOUNT_NONE, .client = CLIENT_NONE};

static const struct column nulmetingen[] = {
    KEY("gemeentecode", GEMEENTE, VALUE, nulmeting_row, gemeente),
    KEY_WORD("perceel", PERCEEL_VOORVELD, VALUE, nulmeting_row, perceel),
    COLUMN("aantal", WHOLE, VALUE, nulmeting_row, aantal),
};
static const struct nulmeting_row no_nulmeting = {0};

static const struct column uitfaseringen[] = {
    KEY("gemeentecode", GEMEENTE, VALUE, uitfasering_row, gemeente),
    KEY("productcode", PRODUCT, VALUE, uitfasering_row, product),
    COLUMN("vanaf", DATE, VALUE, uitfasering_row, vanaf),
};
static const struct uitfasering_row no_uitfasering = {0};

static const struct column signalen[] = {
    COLUMN("datum", DATE, VALUE, signaal_row, datum),
    COLUMN("gemeentecode", GEMEENTE, COLUMN, signaal_row, gemeente),
    COLUMN("aanbiedercode", AANBIEDER, VALUE, signaal_row, aanbieder),
    WORD("soort", SOORT, VALUE, signaal_row, soort),
    WORD("status", AFHANDELING, VALUE, signaal_row, status),
    COLUMN("onderwerp", TEXT, COLUMN, signaal_row, onderwerp),
};
static const struct signaal_row no_signaal = {.gemeente = INDEX_NONE};

static const struct column redenen[] = {
    KEY("code", REDENCODE, VALUE, reden_row, code),       COLUMN("omschrijving", TEXT, VALUE, reden_row, omschrijving),
    WORD("voortijdig", JN, VALUE, reden_row, voortijdig), WORD("telt_mee", JN, VALUE, reden_row, telt_mee),
    WORD("tijdelijk", JN, VALUE, reden_row, tijdelijk),
};
static const struct reden_row no_reden = {0};

/* ---- tables ---- */

#define COLUMNS(list) list, sizeof(list) / sizeof((list)[0])
#define WHOLE_ROW(row) sizeof(struct row), sizeof(struct row), offsetof(struct row, line)
#define REQUIRED true, false
#define DEFAULTED false, true
#define OPTIONAL false, false

const struct schema schemas[TABLE_COUNT] = {
    [TABLE_GEMEENTEN] = {"gemeenten", COLUMNS(gemeenten), REQUIRED, WHOLE_ROW(gemeente_row), &no_gemeente, NULL},
    [TABLE_AANBIEDERS] = {"aanbieders", COLUMNS(aanbieders), REQUIRED, WHOLE_ROW(aanbieder_row), &no_aanbieder, NULL},
    [TABLE_PRODUCTEN] = {"producten", COLUMNS(producten), DEFAULTED, WHOLE_ROW(product_row), &no_product, NULL},
    [TABLE_REDENEN] = {"redenen", COLUMNS(redenen), DEFAULTED, WHOLE_ROW(reden_row), &no_reden, NULL},
    [TABLE_INDICATOREN] = {"indicatoren", COLUMNS(indicatoren), DEFAULTED, WHOLE_ROW(indicator_row), &no_indicator,
                           accept_indicator},
    [TABLE_TARIEVEN] = {"tarieven", COLUMNS(tarieven), OPTIONAL, WHOLE_ROW(tarief_row), &no_tarief, accept_tarief},
    [TABLE_NULMETING] = {"nulmeting", COLUMNS(nulmetingen), OPTIONAL, WHOLE_ROW(nulmeting_row), &no_nulmeting, NULL},
    [TABLE_UITFASERING] = {"uitfasering", COLUMNS(uitfaseringen), OPTIONAL, WHOLE_ROW(uitfasering_row), &no_uitfasering,
                           NULL},
    [TABLE_SIGNALEN] = {"signalen", COLUMNS(signalen), OPTIONAL, WHOLE_ROW(signaal_row), &no_signaal, NULL},
    [TABLE_MANAGEMENTINFORMATIE] = {"managementinformatie", COLUMNS(managementinformatie), OPTIONAL,
                                    WHOLE_ROW(statement_row), &no_statement, NULL},
    [TABLE_INDICATIES] = {"indicaties", COLUMNS(indicaties), REQUIRED, WHOLE_ROW(indication_row), &no_indication,
                          accept_indication},
    [TABLE_DECLARATIES] = {"declaraties", COLUMNS(declaraties), OPTIONAL, sizeof(struct declaration_row),
                           sizeof(struct declaration), offsetof(struct declaration_row, record.line), &no_declaration,
                           accept_declaration},
    [TABLE_VOORVELD] = {"voorveld", COLUMNS(voorveld), OPTIONAL, WHOLE_ROW(registration_row), &no_registration,
                        accept_registration},
};

unsigned schema_text_members(const struct schema *schema, uint16_t offsets[TEXT_MEMBERS_MAX]) {
    unsigned count = 0;
    for (const struct column *column = schema->columns; column < schema->columns + schema->column_count; column++) {
        switch (column->type) {
        case TYPE_TEXT:
        case TYPE_CODE:
        case TYPE_GEMEENTECODE:
        case TYPE_AANBIEDERCODE:
        case TYPE_REDENCODE:
        case TYPE_CLIENT:
        case TYPE_TOEWIJZINGNUMMER:
        case TYPE_DECLARATIENUMMER: offsets[count++] = column->offset; break;
        case TYPE_PRODUCTCODE:
            offsets[count++] = (uint16_t)(column->offset + offsetof(struct spelled, key));
            offsets[count++] = (uint16_t)(column->offset + offsetof(struct spelled, written));
            break;
        case TYPE_TOEWIJZING: offsets[count++] = offsetof(struct declaration_row, record.indication); break;
        default: break;
        }
    }
    return count;
}

bool column_is_number(enum column_type type) {
    return type == TYPE_VOLUME || type == TYPE_EURO || type == TYPE_NUMBER || type == TYPE_WHOLE;
}

/* ---- names ---- */

static char folded(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool is_same_name(struct slice given, const char *name) {
    size_t i = 0;
    for (; *name; name++) {
        if (*name == '_')
            continue;
        while (i < given.len && (given.ptr[i] == ' ' || given.ptr[i] == '_'))
            i++;
        if (i == given.len || folded(given.ptr[i]) != *name)
            return false;
        i++;
    }
    while (i < given.len && (given.ptr[i] == ' ' || given.ptr[i] == '_'))
        i++;
    return i == given.len;
}

unsigned schema_find(const struct schema *schema, struct slice name) {
    for (unsigned i = 0; i < schema->column_count; i++)
        if (is_same_name(name, schema->columns[i].name))
            return i;
    return COLUMNS_MAX;
}
