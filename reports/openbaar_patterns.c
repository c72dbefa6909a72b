/*
 * The relations between measures of the same place and part, as a table that reads like measures.md.  Invariant: each
 * follows from the definitions there; one that the settings of a region break is left aside when it is made
 * (openbaar_relations.c).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "etl/base/error.h"
#include "reports/measures/registry.h"
#include "reports/openbaar_relations.h"

/*
 * A term is a measure, measure/uitsplitsing, or one of these with :teller or :noemer, in the period or (vorig) in the
 * one before.  In an uitsplitsing * stands for anything; {S} and {p} for the months of contract_start - 1 and of the
 * peildatum; {telt_mee} and {voortijdig} for the reasons of uitval.  A relation with & holds for each uitsplitsing of
 * the measure that has it first; &+ is the next one, and {toets} what the indicator & is checked against.
 */
static const char *const texts[] = {
    "clienten_begin + instroom = clienten_eind + uitstroom",
    "clienten_begin = vorig clienten_eind",
    "instroom <= clienten_eind",
    "uitstroom <= clienten_begin",
    "clienten_eind <= clienten_periode",
    "clienten_eind <= indicaties_eind",
    "kosten_per_client:noemer = clienten_periode",
    "beeindigd/{telt_mee} = uitval:noemer",
    "beeindigd/{voortijdig} = uitval:teller",
    "budget/* = indicaties_eind",
    "tariefafwijking <= declaratieregels/gekoppeld + declaratieregels/via_client",
    "omvang_klasse/* = omvang/aantal",
    "omvang/aantal <= indicaties_eind",
    "wachtend/aantal <= indicaties_eind",
    "doorlooptijd_onderzoek/binnen_norm:noemer = doorlooptijd_onderzoek/aantal",
    "doorlooptijd_beschikking/binnen_norm:noemer = doorlooptijd_beschikking/aantal",
    "doorlooptijd_besluit/binnen_norm:noemer = doorlooptijd_besluit/aantal",
    "doorlooptijd_start/binnen_norm:noemer = doorlooptijd_start/aantal",
    "doorlooptijd_totaal/binnen_norm:noemer = doorlooptijd_totaal/aantal",
    "doorlooptijd_onderzoek/binnen_norm:teller <= doorlooptijd_onderzoek/aantal",
    "doorlooptijd_beschikking/binnen_norm:teller <= doorlooptijd_beschikking/aantal",
    "doorlooptijd_besluit/binnen_norm:teller <= doorlooptijd_besluit/aantal",
    "doorlooptijd_start/binnen_norm:teller <= doorlooptijd_start/aantal",
    "doorlooptijd_totaal/binnen_norm:teller <= doorlooptijd_totaal/aantal",
    "doorlooptijd_besluit/onbekend <= doorlooptijd_beschikking/onbekend",
    "overgang/opnieuw_aflopend/* = overgang_begin/opnieuw_aflopend",
    "overgang/opnieuw_langdurig/* = overgang_begin/opnieuw_langdurig",
    "overgang/niet_opnieuw_aflopend/* = overgang_begin/niet_opnieuw_aflopend",
    "overgang/niet_opnieuw_langdurig/* = overgang_begin/niet_opnieuw_langdurig",
    "overgang_begin/* = overgang_maand/{S}",
    "overgang/*/lopend = overgang_maand/{p}",
    "overgang/*/lopend <= indicaties_eind",
    "overgang_maand/&+ <= overgang_maand/&",
    "overgang/opnieuw_langdurig/lopend + overgang/niet_opnieuw_langdurig/lopend = overgang_handmatig",
    "overgang_evaluatie/* = overgang/niet_opnieuw_langdurig/lopend",
    "overgang_begin/& = vorig overgang_begin/&",
    "overgang_maand/& = vorig overgang_maand/&",
    "overgang/opnieuw_aflopend/lopend <= vorig overgang/opnieuw_aflopend/lopend",
    "overgang/opnieuw_langdurig/lopend <= vorig overgang/opnieuw_langdurig/lopend",
    "overgang/niet_opnieuw_aflopend/lopend <= vorig overgang/niet_opnieuw_aflopend/lopend",
    "overgang/niet_opnieuw_langdurig/lopend <= vorig overgang/niet_opnieuw_langdurig/lopend",
    "vorig oud_na_start <= oud_na_start",
    "voorveld_actief <= clienten_eind",
    "voorveld_actief = clienten_eind", /* of a perceel without products in stuks */
    "voorveld_nulmeting = vorig voorveld_nulmeting",
    "voorveld_afname:noemer = voorveld_nulmeting",
    "voorveld_afname:teller + voorveld_actief = voorveld_nulmeting",
    "voorveld_verschuiving:noemer = voorveld_nulmeting",
    "voorveld_registratie/verschoven + voorveld_registratie/ongeverifieerd = voorveld_verschuiving:teller",
    "vorig voorveld_registratie/nieuw <= voorveld_registratie/nieuw",
    "vorig voorveld_registratie/ongeverifieerd <= voorveld_registratie/ongeverifieerd",
    "uitfasering_begin = vorig uitfasering_begin",
    "uitfasering_actief = indicaties_eind",
    "uitfasering_na <= uitfasering_actief",
    "uitfasering_resterend:teller = uitfasering_actief",
    "uitfasering_resterend:noemer = uitfasering_begin",
    "mi_afwijking/&:noemer = {toets}",
    "mi_afwijking/&:noemer + mi_afwijking/&:teller = mi/&",
};

enum { WORD_SIZE = 96, MONTH_SIZE = 7 /* JJJJ-MM */ };

/* While one relation is read. */
struct reader {
    struct relations *relations;
    const struct cells *cells;
    struct relation_pattern pattern;
    size_t each;  /* the series that & stands for, SERIES_NONE when there is no & */
    size_t back;  /* of the next term */
    int8_t sign;  /* 1 before = or <=, -1 behind it */
    bool missing; /* something that it names is not there */
};

static const char *text_of(const struct reader *reader, size_t series) {
    return intern_text(&reader->cells->figures->uitsplitsingen, reader->cells->series.data[series].uitsplitsing).ptr;
}

static bool is_month_of(const char *text, date_t day) {
    char date[DATE_TEXT_SIZE];
    date_text(day, date)[MONTH_SIZE] = '\0';
    return strcmp(text, date) == 0;
}

static bool is_reason(const struct reader *reader, const char *code, bool early) {
    const struct dataset *data = reader->cells->figures->data;
    for (size_t i = 0; i < data->redenen.len; i++)
        if (strcmp(data->redenen.data[i].code, code) == 0)
            return data->redenen.data[i].telt_mee && (data->redenen.data[i].voortijdig || !early);
    return false;
}

/* Does the uitsplitsing of a series match, of the measure that the term names? */
static bool matches(const struct reader *reader, size_t series, const char *wanted) {
    const char *text = text_of(reader, series);
    const char *star = strchr(wanted, '*');
    if (strcmp(wanted, "&") == 0)
        return strcmp(text, text_of(reader, reader->each)) == 0;
    if (strcmp(wanted, "&+") == 0)
        return series == reader->each + 1;
    if (strcmp(wanted, "{S}") == 0)
        return is_month_of(text, reader->cells->rules->settings->contract_start - 1);
    if (strcmp(wanted, "{p}") == 0)
        return is_month_of(text, reader->cells->figures->period[reader->pattern.period].period.end);
    if (strcmp(wanted, "{telt_mee}") == 0)
        return is_reason(reader, text, false);
    if (strcmp(wanted, "{voortijdig}") == 0)
        return is_reason(reader, text, true);
    if (star == NULL)
        return strcmp(text, wanted) == 0;
    size_t before = (size_t)(star - wanted);
    size_t behind = strlen(star + 1);
    size_t len = strlen(text);
    return len >= before + behind && memcmp(text, wanted, before) == 0 &&
           memcmp(text + len - behind, star + 1, behind) == 0;
}

static const char *toets_of_each(const struct reader *reader) {
    const struct dataset *data = reader->cells->figures->data;
    for (size_t i = 0; i < data->indicatoren.len; i++)
        if (strcmp(data->indicatoren.data[i].code, text_of(reader, reader->each)) == 0)
            return data->indicatoren.data[i].toets;
    BUG("an indicator that is not in the catalogue");
}

/* A term in its parts: "maat/uitsplitsing:noemer". */
struct name {
    char maat[WORD_SIZE];
    char uitsplitsing[WORD_SIZE];
    unsigned number;
};

static struct name split_name(const char *term) {
    struct name name = {.number = NUMBER_WAARDE};
    size_t len = strcspn(term, ":");
    size_t maat = strcspn(term, "/:");
    snprintf(name.maat, WORD_SIZE, "%.*s", (int)maat, term);
    if (maat < len)
        snprintf(name.uitsplitsing, WORD_SIZE, "%.*s", (int)(len - maat - 1), term + maat + 1);
    if (term[len] == ':')
        name.number = strcmp(term + len, ":teller") == 0 ? NUMBER_TELLER : NUMBER_NOEMER;
    return name;
}

static void read_term(struct reader *reader, const char *term) {
    struct name name = split_name(strcmp(term, "{toets}") == 0 ? toets_of_each(reader) : term);
    int measure = measure_find(name.maat);
    if (measure == MEASURE_NONE)
        BUG("a relation between measures that are not there");
    bool found = false;
    for (size_t s = 0; s < reader->cells->series.len; s++) {
        const struct series *series = &reader->cells->series.data[s];
        if (series->measure != (size_t)measure || series->number != name.number ||
            !matches(reader, s, name.uitsplitsing))
            continue;
        VEC_PUSH(reader->relations->terms, (struct relation_term){s, reader->back, reader->sign});
        found = true;
    }
    reader->missing |= !found && strcmp(name.uitsplitsing, "&+") == 0;
    reader->back = 0;
}

static void read_word(struct reader *reader, const char *word) {
    if (strcmp(word, "vorig") == 0) {
        reader->missing |= reader->pattern.period == 0;
        reader->back = 1;
    } else if (strcmp(word, "=") == 0) {
        reader->sign = -1;
    } else if (strcmp(word, "<=") == 0) {
        reader->sign = -1;
        reader->pattern.kind = RELATION_AT_MOST;
    } else if (strcmp(word, "+") != 0) {
        read_term(reader, word);
    }
}

static void read_relation(struct relations *relations, size_t period, size_t each, const char *text) {
    struct reader reader = {.relations = relations,
                            .cells = relations->cells,
                            .pattern = {.period = period, .first = relations->terms.len, .kind = RELATION_EQUAL},
                            .each = each,
                            .sign = 1};
    char word[WORD_SIZE];
    for (size_t len; *text != '\0'; text += len + (text[len] == ' ')) {
        len = strcspn(text, " ");
        snprintf(word, sizeof word, "%.*s", (int)len, text);
        read_word(&reader, word);
    }
    reader.pattern.count = relations->terms.len - reader.pattern.first;
    if (reader.missing || reader.pattern.count < 2)
        relations->terms.len = reader.pattern.first;
    else
        VEC_PUSH(relations->patterns, reader.pattern);
}

/* The first series of the measure that the & of a relation belongs to. */
static void read_for_each(struct relations *relations, size_t period, const char *text) {
    const char *word = text;
    for (const char *space = text; space < strchr(text, '&'); space++)
        if (*space == ' ')
            word = space + 1;
    char term[WORD_SIZE];
    snprintf(term, sizeof term, "%.*s", (int)strcspn(word, " "), word);
    struct name name = split_name(term);
    for (size_t s = 0; s < relations->cells->series.len; s++)
        if (relations->cells->series.data[s].measure == (size_t)measure_find(name.maat) &&
            relations->cells->series.data[s].number == name.number)
            read_relation(relations, period, s, text);
}

void relations_read_patterns(struct relations *relations) {
    for (size_t period = 0; period < relations->cells->figures->periods; period++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            if (strchr(texts[i], '&') != NULL)
                read_for_each(relations, period, texts[i]);
            else
                read_relation(relations, period, SERIES_NONE, texts[i]);
}
