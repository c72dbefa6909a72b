/*
 * Builds a dataset from named fields. Invariant: a field that is misspelt, a code that does not exist and a value that
 * cannot be read end the test. Used by the tests of measures only.
 */
#include "tests/unit/support_dataset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/support_row.h"

/* Adds a copy of `value` to a LIST; the arena holds every version, which small data can afford. */
#define APPEND(region, list, ...)                                                                                      \
    do {                                                                                                               \
        size_t len_ = (region)->data.list.len;                                                                         \
        void *grown_ = arena_alloc(&(region)->data.arena, (len_ + 1) * sizeof *(region)->data.list.data);              \
        if (len_ > 0)                                                                                                  \
            memcpy(grown_, (region)->data.list.data, len_ * sizeof *(region)->data.list.data);                         \
        (region)->data.list.data = grown_;                                                                             \
        (region)->data.list.data[len_] = (__VA_ARGS__);                                                                \
        (region)->data.list.len++;                                                                                     \
    } while (0)

static const char *const eenheden[] = {"minuut", "uur", "dagdeel", "etmaal", "stuks", NULL};
static const char *const frequenties[] = {"dag", "week", "vier_weken", "maand", "jaar", "totaal", NULL};
static const char *const percelen[] = {"BG", "DB", "HO", "KV", NULL};
static const char *const statussen[] = {"ingediend", "toegekend", "afgekeurd", NULL};
static const char *const aggregaties[] = {"som", "gemiddelde", "gewogen", NULL};
static const char *const soorten[] = {"negatief", "positief", NULL};
static const char *const afhandelingen[] = {"afgehandeld", "in_behandeling", "open", NULL};

static void add_codes(struct region *region) {
    static const char *const gemeenten[] = {"0388", "0405", "0420"};
    static const struct aanbieder aanbieders[] = {
        {.code = "A1", .organisatie = 0, .gecontracteerd = true},
        {.code = "A2", .organisatie = 1, .gecontracteerd = true},
        {.code = "A3", .organisatie = 2},
        {.code = "A4", .organisatie = 3},
        {.code = "A5", .organisatie = 0},
    };
    static const struct product producten[] = {
        {"NBG", "", AMOUNT_NONE, PERCEEL_BG, EENHEID_MINUUT, false},
        {"NBU", "", AMOUNT_NONE, PERCEEL_BG, EENHEID_UUR, false},
        {"NDB", "", AMOUNT_NONE, PERCEEL_DB, EENHEID_DAGDEEL, false},
        {"NHO", "", AMOUNT_NONE, PERCEEL_HO, EENHEID_MINUUT, false},
        {"NHT", "", 36000, PERCEEL_HO, EENHEID_UUR, false},
        {"NKV", "", AMOUNT_NONE, PERCEEL_KV, EENHEID_ETMAAL, false},
        {"NVV", "", AMOUNT_NONE, PERCEEL_DB, EENHEID_STUKS, false},
        {"OBG", "", AMOUNT_NONE, PERCEEL_BG, EENHEID_UUR, true},
        {"ODB", "", AMOUNT_NONE, PERCEEL_DB, EENHEID_DAGDEEL, true},
        {"OHO", "", AMOUNT_NONE, PERCEEL_HO, EENHEID_UUR, true},
        {"OKV", "", AMOUNT_NONE, PERCEEL_KV, EENHEID_ETMAAL, true},
        {"OVV", "", AMOUNT_NONE, PERCEEL_DB, EENHEID_STUKS, true},
    };
    static const struct reden redenen[] = {
        /* code, omschrijving, known, voortijdig, telt_mee, tijdelijk */
        {"02", "", true, false, false, false}, {"19", "", true, false, true, false},
        {"20", "", true, false, false, true},  {"21", "", true, true, true, false},
        {"22", "", true, true, true, false},   {"23", "", true, true, true, false},
        {"31", "", true, false, false, false}, {"36", "", true, false, false, false},
        {"37", "", true, false, false, false}, {"38", "", true, false, false, false},
        {"39", "", true, false, false, false}, {"99", "", false, false, false, false},
    };
    for (size_t n = 0; n < sizeof gemeenten / sizeof *gemeenten; n++)
        APPEND(region, gemeenten, (struct gemeente){gemeenten[n], ""});
    for (size_t n = 0; n < sizeof aanbieders / sizeof *aanbieders; n++)
        APPEND(region, aanbieders, aanbieders[n]);
    for (size_t n = 0; n < sizeof producten / sizeof *producten; n++)
        APPEND(region, producten, producten[n]);
    for (size_t n = 0; n < sizeof redenen / sizeof *redenen; n++)
        APPEND(region, redenen, redenen[n]);
}

/* Bounds in millionths: {naam, onder, boven, onder_telt, boven_telt}. */
static const struct settings choices = {
    .regio = "Proefregio",
    .doel_laag = 200000,
    .doel_hoog = 400000,
    .landelijk_laag = 150000,
    .landelijk_hoog = 300000,
    .venster = 92,
    .overgang_voor = 31,
    .overgang_na = 92,
    .norm = {42, 14, 56, 42, 98},
    .benutting_dagen = 28,
    .budget_dreigend = 200000,
    .budget_achter = 300000,
    .regio_organisaties = 3,
    .regio_aandeel = 750000,
    .mi_tolerantie = 100000,
    .tel_ongeverifieerd = true,
    .benutting = {{{"geen", AMOUNT_NONE, 0, false, true},
                   {"tot50", 0, 500000, false, false},
                   {"50tot80", 500000, 800000, true, false},
                   {"80tot100", 800000, 1000000, true, true},
                   {"100tot120", 1000000, 1200000, false, true},
                   {"boven120", 1200000, AMOUNT_NONE, false, false}},
                  6},
    .omvang = {[PERCEEL_BG] = {{{"tot1", AMOUNT_NONE, 1000000, false, true},
                                {"1tot3", 1000000, 3000000, false, true},
                                {"3tot5", 3000000, 5000000, false, false},
                                {"vanaf5", 5000000, AMOUNT_NONE, true, false}},
                               4},
               [PERCEEL_DB] = {{{"onder1", AMOUNT_NONE, 1000000, false, false},
                                {"1tot4", 1000000, 4000000, true, true},
                                {"4tot5", 4000000, 5000000, false, false},
                                {"5tot9", 5000000, 9000000, true, true},
                                {"boven9", 9000000, AMOUNT_NONE, false, false}},
                               5},
               [PERCEEL_HO] = {{{"tot75", AMOUNT_NONE, 75000000, false, true},
                                {"75tot125", 75000000, 125000000, false, true},
                                {"boven125", 125000000, AMOUNT_NONE, false, false}},
                               3}},
};

void region_init(struct region *region) {
    *region = (struct region){.settings = choices};
    arena_init(&region->data.arena);
    region->settings.contract_start = date_from_civil(2025, 7, 1);
    region->settings.uitdientermijn = date_from_civil(2027, 6, 30);
    region->settings.tussenevaluatie_voor = date_from_civil(2027, 1, 1);
    region->settings.nulmeting_op = date_from_civil(2025, 7, 1);
    region->settings.doel_op = date_from_civil(2028, 12, 31);
    add_codes(region);
}

void region_release(struct region *region) {
    figures_release(&region->figures);
    free(region->data.client_order.data);
    free(region->data.client_start);
    intern_release(&region->data.clients);
    intern_release(&region->data.toewijzingnummers);
    intern_release(&region->data.declaratienummers);
    intern_release(&region->data.regelnummers);
    arena_release(&region->data.arena);
}

/* Index in a list of records that begin with their code, `len` when it is not there. */
static size_t find_code(const void *list, size_t len, size_t size, const char *code) {
    size_t n = 0;
    for (; n < len; n++)
        if (strcmp(*(const char *const *)(const void *)((const char *)list + n * size), code) == 0)
            break;
    return n;
}

#define FIND(region, list, code)                                                                                       \
    find_code((region)->data.list.data, (region)->data.list.len, sizeof *(region)->data.list.data, code)

/* As FIND; INDEX_NONE for "", and an unknown code ends the test. */
static uint16_t index_of(size_t found, size_t len, const char *code) {
    if (*code == '\0')
        return INDEX_NONE;
    if (found == len)
        fail_msg("unknown code '%s'", code);
    return (uint16_t)found;
}

#define INDEX(region, list, code) index_of(FIND(region, list, code), (region)->data.list.len, code)

static uint32_t client_of(struct region *region, const char *name) {
    return *name == '\0' ? CLIENT_NONE : intern_add(&region->data.clients, slice_of(name));
}

void add_indication(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    uint16_t aanbieder = INDEX(region, aanbieders, row_text(&row, "aanbieder", "A1"));
    uint16_t product = INDEX(region, producten, row_text(&row, "product", "NBG"));
    char number[16];
    snprintf(number, sizeof number, "%zu", region->data.indications.len + 1);
    APPEND(region, indications,
           (struct indication){
               .volume = row_fixed(&row, "volume", "60", 3),
               .client = client_of(region, row_text(&row, "client", ROW_NEEDED)),
               .toewijzingnummer = intern_add(&region->data.toewijzingnummers, slice_of(number)),
               .ingangsdatum = row_date(&row, "ingang", ROW_NEEDED),
               .einddatum = row_end(&row, "eind"),
               .meldingsdatum = row_date(&row, "melding", ""),
               .aanvraagdatum = row_date(&row, "aanvraag", ""),
               .besluitdatum = row_date(&row, "besluit", ""),
               .startdatum_zorg = row_date(&row, "start", ""),
               .stopdatum = row_date(&row, "stop", ""),
               .tussenevaluatie = row_date(&row, "tussenevaluatie", ""),
               .gemeente = INDEX(region, gemeenten, row_text(&row, "gemeente", "0405")),
               .aanbieder = aanbieder,
               .organisatie = region->data.aanbieders.data[aanbieder].organisatie,
               .product = product,
               .reden = INDEX(region, redenen, row_text(&row, "reden", "")),
               .eenheid = row_word(&row, "eenheid", eenheden[region->data.producten.data[product].eenheid], eenheden),
               .frequentie = row_word(&row, "frequentie", "week", frequenties),
           });
    row_done(&row);
}

/* What a line of an indication says when it does not say otherwise. */
static struct declaration line_defaults(struct region *region, struct row *row) {
    struct declaration line = {.indication = INDICATION_NONE};
    int64_t number = row_fixed(row, "toewijzing", "0", 0);
    if (number > 0) {
        const struct indication *i = &region->data.indications.data[number - 1];
        line.indication = (uint32_t)(number - 1);
        line.client = i->client;
        line.gemeente = i->gemeente;
        line.aanbieder = i->aanbieder;
        line.product = i->product;
    } else {
        line.gemeente = INDEX(region, gemeenten, "0405");
        line.aanbieder = INDEX(region, aanbieders, "A1");
        line.product = INDEX(region, producten, "NBG");
    }
    return line;
}

void add_line(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    struct declaration line = line_defaults(region, &row);
    const char *client = row_text(&row, "client", line.indication == INDICATION_NONE ? ROW_NEEDED : "");
    if (*client != '\0')
        line.client = client_of(region, client);
    line.gemeente =
        INDEX(region, gemeenten, row_text(&row, "gemeente", region->data.gemeenten.data[line.gemeente].code));
    line.aanbieder =
        INDEX(region, aanbieders, row_text(&row, "aanbieder", region->data.aanbieders.data[line.aanbieder].code));
    line.product = INDEX(region, producten, row_text(&row, "product", region->data.producten.data[line.product].code));
    line.volume = row_fixed(&row, "volume", "1", 3);
    line.bedrag = row_fixed(&row, "bedrag", "1.00", 2);
    line.tarief = row_fixed(&row, "tarief", "", 2);
    line.line = (uint32_t)(region->data.declarations.len + 1);
    line.regelnummer = line.line;
    line.declaratienummer = intern_add(&region->data.declaratienummers, slice_of("D1"));
    line.periode_begin = row_date(&row, "begin", ROW_NEEDED);
    line.periode_eind = row_date(&row, "eind", ROW_NEEDED);
    line.eenheid =
        row_word(&row, "eenheid", eenheden[region->data.producten.data[line.product].eenheid], eenheden) & 15U;
    line.status = row_word(&row, "status", "ingediend", statussen) & 3U;
    line.credit = *row_text(&row, "credit", "") != '\0';
    APPEND(region, declarations, line);
    row_done(&row);
}

void add_tarief(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    uint16_t product = INDEX(region, producten, row_text(&row, "product", ROW_NEEDED));
    uint16_t aanbieder = INDEX(region, aanbieders, row_text(&row, "aanbieder", ""));
    enum eenheid eenheid = region->data.producten.data[product].eenheid;
    APPEND(
        region, tarieven,
        (struct tarief){
            .tarief = row_fixed(&row, "tarief", ROW_NEEDED, 2),
            .ingangsdatum = row_date(&row, "ingang", ROW_NEEDED),
            .einddatum = row_end(&row, "eind"),
            .product = product,
            .organisatie = aanbieder == INDEX_NONE ? INDEX_NONE : region->data.aanbieders.data[aanbieder].organisatie,
            .eenheid = (enum eenheid)row_word(&row, "eenheid", eenheden[eenheid], eenheden),
        });
    row_done(&row);
}

void add_registration(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    APPEND(region, voorveld,
           (struct registration){
               .aantal = row_fixed(&row, "aantal", "1", 0),
               .client = client_of(region, row_text(&row, "client", "")),
               .datum = row_date(&row, "datum", ROW_NEEDED),
               .gemeente = INDEX(region, gemeenten, row_text(&row, "gemeente", "0405")),
               .perceel = row_word(&row, "perceel", "BG", percelen),
           });
    row_done(&row);
}

void add_nulmeting(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    APPEND(region, nulmeting,
           (struct nulmeting){
               .aantal = row_fixed(&row, "aantal", ROW_NEEDED, 0),
               .gemeente = INDEX(region, gemeenten, row_text(&row, "gemeente", ROW_NEEDED)),
               .perceel = row_word(&row, "perceel", ROW_NEEDED, percelen),
           });
    row_done(&row);
}

void add_uitfasering(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    APPEND(region, uitfasering,
           (struct uitfasering){
               .vanaf = row_date(&row, "vanaf", ROW_NEEDED),
               .gemeente = INDEX(region, gemeenten, row_text(&row, "gemeente", ROW_NEEDED)),
               .product = INDEX(region, producten, row_text(&row, "product", ROW_NEEDED)),
           });
    row_done(&row);
}

/* The organisation of an aanbiedercode. */
static uint16_t organisatie_of(const struct region *region, const char *code) {
    return region->data.aanbieders.data[INDEX(region, aanbieders, code)].organisatie;
}

void add_signaal(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    APPEND(region, signalen,
           (struct signaal){
               .datum = row_date(&row, "datum", ROW_NEEDED),
               .gemeente = INDEX(region, gemeenten, row_text(&row, "gemeente", "")),
               .organisatie = organisatie_of(region, row_text(&row, "aanbieder", ROW_NEEDED)),
               .soort = row_word(&row, "soort", ROW_NEEDED, soorten),
               .status = row_word(&row, "status", ROW_NEEDED, afhandelingen),
           });
    row_done(&row);
}

void add_indicator(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    APPEND(region, indicatoren,
           (struct indicator){
               .code = arena_strdup(&region->data.arena, row_text(&row, "code", ROW_NEEDED)),
               .omschrijving = "",
               .eenheid = arena_strdup(&region->data.arena, row_text(&row, "eenheid", "")),
               .toets = arena_strdup(&region->data.arena, row_text(&row, "toets", "")),
               .minimum = AMOUNT_NONE,
               .maximum = AMOUNT_NONE,
               .weegfactor = INDEX(region, indicatoren, row_text(&row, "weegfactor", "")),
               .aggregatie = (enum aggregatie)row_word(&row, "aggregatie", ROW_NEEDED, aggregaties),
           });
    row_done(&row);
}

void add_statement(struct region *region, const char *fields) {
    struct row row;
    row_read(&row, fields);
    struct period period;
    if (!period_parse(row_text(&row, "periode", ROW_NEEDED), &period))
        fail_msg("no period in '%s'", fields);
    const char *perceel = row_text(&row, "perceel", "");
    APPEND(region, statements,
           (struct statement){
               .waarde = row_fixed(&row, "waarde", ROW_NEEDED, 6),
               .periode = period.code,
               .organisatie = organisatie_of(region, row_text(&row, "aanbieder", ROW_NEEDED)),
               .gemeente = INDEX(region, gemeenten, row_text(&row, "gemeente", "")),
               .indicator = INDEX(region, indicatoren, row_text(&row, "indicator", ROW_NEEDED)),
               .perceel = *perceel == '\0' ? PERCEEL_NONE : row_word(&row, "perceel", "", percelen),
           });
    row_done(&row);
}
