/*
 * The command line: one table of commands and one of options, from which parsing and --help both come.  Invariant:
 * options that were accepted are complete and in range.  Called by main.
 */
#include <getopt.h>
#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "etl/base/buf.h"
#include "etl/base/threads.h"
#include "reports/clock.h"
#include "reports/command.h"

enum {
    HISTORIE_DEFAULT = 3,
    HISTORIE_MOST = 40,
    DREMPEL_DEFAULT = 5,
    DREMPEL_MOST = 1000000,
    TAKEN_MOST = 256,
    NAME_WIDTH = 22 /* of the left column in --help */
};

static const struct command_row {
    enum command command;
    const char *name;
    const char *usage;
    const char *help;
} commands[] = {
    {COMMAND_RAPPORT, "rapport", "rapport --periode PERIODE --invoer DIR --uitvoer DIR [OPTIE]…",
     "maakt werkboeken en cijfers, in DIR/PERIODE"},
    {COMMAND_CONTROLE, "controle", "controle --invoer DIR [--periode PERIODE] [--uitvoer DIR] [OPTIE]…",
     "controleert de invoer en toont de bevindingen"},
    {COMMAND_CIJFERS, "cijfers", "cijfers --periode PERIODE --invoer DIR [--uitvoer BESTAND] [OPTIE]…",
     "schrijft alleen cijfers.csv"},
    {COMMAND_UITVRAAG, "uitvraag", "uitvraag --periode PERIODE --invoer DIR --uitvoer DIR [OPTIE]…",
     "maakt per aanbieder een formulier, in DIR/PERIODE-uitvraag"},
    {COMMAND_VERIFIEER, "verifieer", "verifieer DIR [OPTIE]…",
     "vergelijkt een uitvoermap met zijn verantwoording.json"},
};

enum { COMMAND_ROWS = sizeof commands / sizeof commands[0] };

enum option_kind { OPTION_TEXT, OPTION_LIST, OPTION_PERIOD, OPTION_NUMBER, OPTION_DREMPEL, OPTION_VIEW, OPTION_FLAG };

#define PLACE(member, type)                                                                                            \
    (offsetof(struct options, member) + 0 * sizeof(_Generic(((struct options *)0)->member, type : 1)))
#define TEXT(member) OPTION_TEXT, PLACE(member, const char *), 0, 0
#define LIST_OF(member) OPTION_LIST, offsetof(struct options, member), 0, 0
#define NUMBER(member, least, most) OPTION_NUMBER, PLACE(member, unsigned), least, most
#define FLAG(member) OPTION_FLAG, PLACE(member, bool), 0, 0

static const struct option_row {
    const char *name;
    const char *argument; /* NULL: takes none */
    unsigned commands;    /* that know it */
    unsigned required;    /* that cannot do without */
    enum option_kind kind;
    size_t offset;
    int least;
    int most;
    const char *help;
} rows[] = {
    {"periode", "PERIODE", COMMANDS_LOADING, COMMANDS_FIGURES, OPTION_PERIOD, 0, 0, 0,
     "halfjaar 2026H1, kwartaal 2026Q3, jaar 2026, of vorige"},
    {"invoer", "DIR", COMMANDS_LOADING, COMMANDS_LOADING, TEXT(invoer), "map met de aangeleverde bestanden"},
    {"uitvoer", "DIR", COMMANDS_LOADING, COMMANDS_BOOKS, TEXT(uitvoer),
     "map voor het resultaat; bij cijfers een bestand, of -"},
    {"aanbieder", "CODE", COMMANDS_FIGURES, 0, LIST_OF(aanbieders), "alleen deze aanbieder (mag vaker)"},
    {"gemeente", "CODE", COMMANDS_EXPORT, 0, LIST_OF(gemeenten), "alleen deze gemeente (mag vaker)"},
    {"historie", "N", COMMANDS_EXPORT, 0, NUMBER(historie, 0, HISTORIE_MOST), "ook de N perioden ervoor (3)"},
    {"weergave", "SOORT", COMMANDS_EXPORT, 0, OPTION_VIEW, PLACE(weergave, enum weergave), 0, 0,
     "voor wie het is: intern of openbaar (intern)"},
    {"drempel", "N", COMMANDS_FIGURES, 0, OPTION_DREMPEL, PLACE(drempel, int64_t), 0, DREMPEL_MOST,
     "schermt aantallen van 1 tot N af; 0 of 1: geen (5)"},
    {"instellingen", "DIR", COMMANDS_LOADING, 0, TEXT(instellingen),
     "eigen instellingen; de rest is zoals meegeleverd"},
    {"taken", "N", COMMANDS_LOADING, 0, NUMBER(taken, 1, TAKEN_MOST), "werkt met N taken tegelijk (alle processors)"},
    {"streng", NULL, COMMANDS_LOADING, 0, FLAG(streng), "schrijft niets als de invoer een fout heeft (status 3)"},
    {"codes", NULL, COMMAND_CONTROLE, 0, FLAG(codes), "toont wat elke code van een bevinding betekent; leest niets"},
    {"stil", NULL, COMMANDS_ALL, 0, FLAG(stil), "toont alleen waarom iets niet kon"},
    {"uitgebreid", NULL, COMMANDS_ALL, 0, FLAG(uitgebreid), "toont elke bevinding, en per stap aantallen en tijd"},
    {"help", NULL, COMMANDS_ALL, 0, OPTION_FLAG, 0, 0, 0, "toont deze hulp"},
    {"version", NULL, COMMANDS_ALL, 0, OPTION_FLAG, 0, 0, 0, "toont de versie"},
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0], ROW_HELP = ROW_COUNT - 2, ROW_VERSION = ROW_COUNT - 1 };

/* ---- values ---- */

static bool parse_number(const struct option_row *row, const char *value, int64_t *number, struct error *err) {
    int64_t parsed = 0;
    const char *at = value;
    for (; *at >= '0' && *at <= '9' && parsed <= row->most; at++)
        parsed = parsed * 10 + (*at - '0');
    if (at == value || *at != '\0' || parsed < row->least || parsed > row->most)
        return error_set(err, "--%s %s kan niet; verwacht een geheel getal van %d tot en met %d", row->name, value,
                         row->least, row->most);
    *number = parsed;
    return true;
}

/* `vorige` is for a timer: the one place where the day on which the tool runs counts. */
static bool parse_period(const char *value, struct period *period, struct error *err) {
    date_t today;
    if (strcmp(value, "vorige") == 0)
        return clock_today(&today, err) && period_last_half(today, period);
    return period_parse(value, period) ||
           error_set(err,
                     "--periode %s kan niet; verwacht een halfjaar als 2026H1, een kwartaal als 2026Q3, een jaar als "
                     "2026, of vorige",
                     value);
}

static bool set_value(struct options *options, const struct option_row *row, const char *value, struct error *err) {
    void *place = (char *)options + row->offset;
    int64_t number = 0;
    if (row->argument != NULL && *value == '\0')
        return error_set(err, "--%s is leeg; verwacht %s", row->name, row->argument);
    switch (row->kind) {
    case OPTION_TEXT: *(const char **)place = value; return true;
    case OPTION_FLAG: *(bool *)place = true; return true;
    case OPTION_DREMPEL: return parse_number(row, value, place, err);
    case OPTION_NUMBER:
        if (!parse_number(row, value, &number, err))
            return false;
        *(unsigned *)place = (unsigned)number;
        return true;
    case OPTION_LIST:
        if (place == &options->aanbieders)
            VEC_PUSH(options->aanbieders, value);
        else
            VEC_PUSH(options->gemeenten, value);
        return true;
    case OPTION_PERIOD: return parse_period(value, &options->period, err);
    case OPTION_VIEW:
        return weergave_parse(value, place) ||
               error_set(err, "--weergave %s kan niet; verwacht intern of openbaar", value);
    }
    BUG("unknown kind of option");
}

/* ---- the whole line ---- */

static const struct command_row *find_command(const char *name) {
    for (size_t i = 0; i < COMMAND_ROWS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

const char *command_name(enum command command) {
    for (size_t i = 0; i < COMMAND_ROWS; i++)
        if (commands[i].command == command)
            return commands[i].name;
    BUG("unknown command");
}

/* getopt gives a letter only of an option with one dash, of which there are none. */
static bool unknown_option(const struct options *options, const char *word, int letter, struct error *err) {
    char option[] = {'-', (char)letter, '\0'};
    return error_set(err, "de optie %s is er niet; 'wmo-mi %s --help' toont welke er zijn", letter > 0 ? option : word,
                     command_name(options->command));
}

static bool parse_options(struct options *options, int argc, char **argv, unsigned *given, struct error *err) {
    struct option known[ROW_COUNT + 1] = {0};
    for (int i = 0; i < ROW_COUNT; i++)
        known[i] =
            (struct option){rows[i].name, rows[i].argument != NULL ? required_argument : no_argument, NULL, i + 1};
    optind = 0;
    opterr = 0;
    for (int found; (found = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        if (found == ':')
            return error_set(err, "--%s heeft een waarde nodig: %s", rows[optopt - 1].name, rows[optopt - 1].argument);
        if (found == '?' && optopt >= 1 && optopt <= ROW_COUNT)
            return error_set(err, "--%s heeft geen waarde", rows[optopt - 1].name);
        if (found == '?')
            return unknown_option(options, argv[optind - 1], optopt, err);
        const struct option_row *row = &rows[found - 1];
        if (!(row->commands & options->command))
            return error_set(err, "de optie --%s hoort niet bij %s", row->name, command_name(options->command));
        *given |= 1U << (found - 1);
        if (found - 1 < ROW_HELP && !set_value(options, row, optarg != NULL ? optarg : "", err))
            return false;
    }
    return true;
}

static bool check_required(const struct options *options, unsigned given, struct error *err) {
    for (size_t i = 0; i < ROW_COUNT; i++)
        if ((rows[i].required & options->command) && !(given >> i & 1))
            return error_set(err, "%s heeft --%s %s nodig: %s", command_name(options->command), rows[i].name,
                             rows[i].argument, rows[i].help);
    if (options->stil && options->uitgebreid)
        return error_set(err, "--stil en --uitgebreid gaan niet samen");
    if (options->weergave == WEERGAVE_OPENBAAR && options->aanbieders.len > 0)
        return error_set(err, "--aanbieder en --weergave openbaar gaan niet samen: openbaar is er niets per aanbieder");
    return true;
}

/* The periods of --historie must exist. */
static bool check_history(const struct options *options, struct error *err) {
    struct period period = options->period;
    for (unsigned i = 0; i < options->historie; i++)
        if (!period_before(&period, &period))
            return error_set(err, "--historie %u gaat verder terug dan het jaar 1900", options->historie);
    return true;
}

static bool take_words(struct options *options, int count, char **words, struct error *err) {
    int wanted = options->command == COMMAND_VERIFIEER;
    if (count > wanted)
        return error_set(err, "“%s” hoort hier niet; 'wmo-mi %s --help' toont wat er kan", words[wanted],
                         command_name(options->command));
    if (count < wanted)
        return error_set(err, "verifieer heeft een map nodig: die waarin verantwoording.json staat");
    if (wanted)
        options->map = words[0];
    return true;
}

bool options_parse(struct options *options, int argc, char **argv, struct error *err) {
    *options = (struct options){.historie = HISTORIE_DEFAULT, .drempel = DREMPEL_DEFAULT, .taken = threads_available()};
    const char *first = argc > 1 ? argv[1] : "";
    if (strcmp(first, "--help") == 0 || strcmp(first, "--version") == 0) {
        options->command = strcmp(first, "--help") == 0 ? COMMAND_HELP : COMMAND_VERSION;
        return true;
    }
    if (*first == '\0')
        return error_set(err, "geef een opdracht; 'wmo-mi --help' toont welke er zijn");
    const struct command_row *row = find_command(first);
    if (row == NULL)
        return error_set(err, "de opdracht %s is er niet; 'wmo-mi --help' toont welke er zijn", first);
    options->command = row->command;
    if (options->command == COMMAND_UITVRAAG)
        options->historie = 1; /* beside each question stands the period before */
    if (options->command == COMMAND_CONTROLE)
        options->historie = 0;
    unsigned given = 0;
    if (!parse_options(options, argc - 1, argv + 1, &given, err))
        return false;
    if (given >> ROW_HELP & 1) {
        options->help_about = options->command;
        options->command = COMMAND_HELP;
        return true;
    }
    if (given >> ROW_VERSION & 1) {
        options->command = COMMAND_VERSION;
        return true;
    }
    if (!take_words(options, argc - 1 - optind, argv + 1 + optind, err))
        return false;
    if (options->codes) {
        options->command = COMMAND_CODES;
        return true;
    }
    return check_required(options, given, err) &&
           (!(options->command & COMMANDS_FIGURES) || check_history(options, err));
}

void options_release(struct options *options) {
    VEC_FREE(options->aanbieders);
    VEC_FREE(options->gemeenten);
}

/* ---- help ---- */

static void put_padded(struct buf *out, const char *left, const char *right) {
    buf_printf(out, "  %-*s%s\n", NAME_WIDTH, left, right);
}

static void put_options(unsigned about, struct buf *out) {
    buf_puts(out, "\nOpties:\n");
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!(rows[i].commands & about))
            continue;
        struct buf left = {0};
        buf_printf(&left, "--%s%s%s", rows[i].name, rows[i].argument != NULL ? " " : "",
                   rows[i].argument != NULL ? rows[i].argument : "");
        put_padded(out, left.data, rows[i].help);
        buf_release(&left);
    }
}

static void put_commands(struct buf *out) {
    buf_puts(out, "Gebruik: wmo-mi OPDRACHT [OPTIE]…\n\n"
                  "Maakt van de gegevens van een Wmo-inkoopregio cijfers en Excel-dashboards voor\n"
                  "het gesprek met elke aanbieder en elke gemeente.\n\nOpdrachten:\n");
    for (size_t i = 0; i < COMMAND_ROWS; i++)
        put_padded(out, commands[i].name, commands[i].help);
}

static void put_statuses(unsigned about, struct buf *out) {
    buf_puts(out, "\nAfsluitstatus:\n");
    if (about & COMMANDS_LOADING)
        buf_puts(out, "  0  gelukt, zonder fouten in de invoer\n"
                      "  1  gelukt, maar regels of bestanden met een fout zijn weggelaten\n"
                      "  2  de opdrachtregel of een instelling klopt niet; er is niets gelezen\n"
                      "  3  de invoer is niet te gebruiken; alleen de bevindingen zijn geschreven\n"
                      "  4  de uitvoer kon niet worden geschreven; wat er stond, staat er nog\n");
    else
        buf_puts(out, "  0  alle bestanden zijn zoals ze geschreven zijn\n"
                      "  1  er zijn verschillen\n"
                      "  2  de opdrachtregel klopt niet\n"
                      "  3  verantwoording.json of een ander bestand is niet te lezen\n"
                      "  4  het resultaat kon niet worden getoond\n");
}

void options_help(enum command about, struct buf *out) {
    if (about == 0) {
        put_commands(out);
        put_options(COMMANDS_ALL, out);
        put_statuses(COMMANDS_ALL, out);
        buf_puts(out, "\n'wmo-mi OPDRACHT --help' toont de opties van één opdracht.\n");
        return;
    }
    for (size_t i = 0; i < COMMAND_ROWS; i++)
        if (commands[i].command == about)
            buf_printf(out, "Gebruik: wmo-mi %s\n\n%s\n", commands[i].usage, commands[i].help);
    put_options(about, out);
    put_statuses(about, out);
}
