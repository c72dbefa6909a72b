/* wmo-mi-sample: the command line of the generator of synthetic regions.
 * Invariant: the only place here that prints and decides the exit status. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/generator/generate.h"
#include "tests/generator/history.h"
#include "tests/generator/identity.h"

enum { STATUS_OK = 0, STATUS_USAGE = 2, STATUS_OUTPUT = 4 };

static const char help_text[] =
    "Gebruik: wmo-mi-sample [OPTIE]... --uitvoer DIR\n"
    "Maakt een verzonnen regio: alle tabellen die wmo-mi inleest, als CSV in DIR.\n"
    "Dezelfde opties geven op elke machine dezelfde bytes. Niets erin gaat over echte personen.\n"
    "\n"
    "  --clients N      aantal cliënten (standaard 800; heel Nederland: 1200000)\n"
    "  --seed S         startgetal van het toeval (standaard 1)\n"
    "  --gemeenten N    aantal gemeenten (standaard 7, bij veel cliënten meer)\n"
    "  --aanbieders N   aantal aanbieders (standaard 34, bij veel cliënten meer)\n"
    "  --periode P      laatste halfjaar waarover gegevens komen (standaard 2026H1)\n"
    "  --split          indicaties en voorveld per gemeente, declaraties en\n"
    "                   managementinformatie per aanbieder in een eigen bestand\n"
    "  --bsn            cliëntnummers in de vorm van een BSN, uit de testreeks 9999xxxxx\n"
    "  --uitvoer DIR    map voor de bestanden; wordt gemaakt als zij er niet is\n"
    "  --situaties      schrijf niets; noem de cliënten die elk één bijzondere situatie laten zien\n"
    "  --help           deze tekst\n"
    "\n"
    "Status: 0 geschreven, 2 verkeerd gebruik, 4 schrijven is mislukt.\n";

enum option_id {
    OPT_CLIENTS = 1,
    OPT_SEED,
    OPT_GEMEENTEN,
    OPT_AANBIEDERS,
    OPT_PERIODE,
    OPT_SPLIT,
    OPT_BSN,
    OPT_UITVOER,
    OPT_SITUATIES,
    OPT_HELP
};

static const struct option long_options[] = {
    {"clients", required_argument, NULL, OPT_CLIENTS},
    {"seed", required_argument, NULL, OPT_SEED},
    {"gemeenten", required_argument, NULL, OPT_GEMEENTEN},
    {"aanbieders", required_argument, NULL, OPT_AANBIEDERS},
    {"periode", required_argument, NULL, OPT_PERIODE},
    {"split", no_argument, NULL, OPT_SPLIT},
    {"bsn", no_argument, NULL, OPT_BSN},
    {"uitvoer", required_argument, NULL, OPT_UITVOER},
    {"situaties", no_argument, NULL, OPT_SITUATIES},
    {"help", no_argument, NULL, OPT_HELP},
    {0},
};

static bool usage(const char *message, const char *value) {
    fprintf(stderr, "wmo-mi-sample: %s%s\n", message, value);
    fputs("Meer uitleg: wmo-mi-sample --help\n", stderr);
    return false;
}

/* A whole number from lo to hi, digits only. */
static bool read_number(const char *text, uint64_t lo, uint64_t hi, uint64_t *n) {
    size_t digits = strspn(text, "0123456789");
    *n = 0;
    if (digits == 0 || digits > 18 || text[digits] != '\0')
        return false;
    for (const char *c = text; *c != '\0'; c++)
        *n = *n * 10 + (uint64_t)(*c - '0');
    return *n >= lo && *n <= hi;
}

static bool read_small(const char *text, uint32_t lo, uint32_t hi, uint32_t *n) {
    uint64_t wide;
    bool ok = read_number(text, lo, hi, &wide);
    *n = (uint32_t)wide;
    return ok;
}

static bool read_period(const char *text, half *period) {
    return half_parse(text, period) && *period >= 2025 * 2 + 1 && *period <= 2035 * 2;
}

enum action { WRITE_REGION, LIST_SITUATIONS, SHOW_HELP };

struct command {
    struct order order;
    enum action action;
};

static bool read_option(int option, const char *text, struct command *command) {
    struct order *order = &command->order;
    switch (option) {
    case OPT_CLIENTS:
        return read_number(text, 1, identity_max(false), &order->clients) ||
               usage("--clients moet een getal van 1 tot 99999984 zijn, niet ", text);
    case OPT_SEED:
        return read_number(text, 0, UINT64_MAX, &order->seed) ||
               usage("--seed moet een getal van hoogstens 18 cijfers zijn, niet ", text);
    case OPT_GEMEENTEN:
        return read_small(text, 1, NAMES_GEMEENTEN_MAX, &order->gemeenten) ||
               usage("--gemeenten moet een getal van 1 tot 900 zijn, niet ", text);
    case OPT_AANBIEDERS:
        return read_small(text, REGION_AANBIEDERS_MIN, NAMES_AANBIEDERS_MAX, &order->aanbieders) ||
               usage("--aanbieders moet een getal van 4 tot 9000 zijn, niet ", text);
    case OPT_PERIODE:
        return read_period(text, &order->period) ||
               usage("--periode moet een halfjaar van 2025H2 tot 2035H1 zijn, niet ", text);
    case OPT_SPLIT: order->split = true; return true;
    case OPT_BSN: order->bsn = true; return true;
    case OPT_UITVOER: order->directory = text; return true;
    case OPT_SITUATIES: command->action = LIST_SITUATIONS; return true;
    case OPT_HELP: command->action = SHOW_HELP; return true;
    default: return usage("deze optie bestaat niet, of er hoort een waarde bij: ", text);
    }
}

/* What options say together; numbers that were left out follow from the clients. */
static bool complete(struct command *command) {
    struct order *order = &command->order;
    if (command->action == WRITE_REGION && (order->directory == NULL || order->directory[0] == '\0'))
        return usage("--uitvoer DIR ontbreekt", "");
    if (order->bsn && order->clients > identity_max(true)) {
        char most[24];
        snprintf(most, sizeof most, "%u", (unsigned)identity_max(true));
        return usage("met --bsn is het grootste aantal cliënten ", most);
    }
    if (order->gemeenten == 0)
        order->gemeenten = generate_usual_gemeenten(order->clients);
    if (order->aanbieders == 0)
        order->aanbieders = generate_usual_aanbieders(order->clients);
    return true;
}

static bool read_command(int argc, char **argv, struct command *command) {
    int option;
    opterr = 0;
    while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1)
        if (!read_option(option, option == '?' ? argv[optind - 1] : optarg, command))
            return false;
    if (optind < argc)
        return usage("onverwacht: ", argv[optind]);
    return command->action == SHOW_HELP || complete(command);
}

static int fail(const char *message) {
    fprintf(stderr, "wmo-mi-sample: %s\n", message);
    return STATUS_OUTPUT;
}

static int write_region(const struct order *order) {
    struct trouble trouble = {0};
    return generate(order, &trouble) ? STATUS_OK : fail(trouble.text);
}

static int list_situations(const struct order *order) {
    struct identity identity;
    if (!identity_init(&identity, order->clients, order->bsn))
        return fail("Te weinig geheugen.");
    fputs("client;situatie\n", stdout);
    for (uint64_t n = 0; generate_situation(order, n) < situations_count(); n++) {
        char client[IDENTITY_SIZE];
        identity_code(&identity, n, client);
        printf("%s;%s\n", client, situation_name(generate_situation(order, n)));
    }
    identity_release(&identity);
    return STATUS_OK;
}

static int run(const struct command *command) {
    switch (command->action) {
    case SHOW_HELP: fputs(help_text, stdout); return STATUS_OK;
    case LIST_SITUATIONS: return list_situations(&command->order);
    default: return write_region(&command->order);
    }
}

int main(int argc, char **argv) {
    struct command command = {.order = {.clients = 800, .seed = 1, .period = 2026 * 2}};
    if (!read_command(argc, argv, &command))
        return STATUS_USAGE;
    int status = run(&command);
    if (fflush(stdout) != 0 || ferror(stdout))
        return fail("Kan niet naar de standaarduitvoer schrijven.");
    return status;
}
