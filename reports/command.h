/*
 * The command line and the run that it asks for.  Only main and the command files print.
 */
#ifndef WMO_REPORTS_COMMAND_H
#define WMO_REPORTS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/error.h"
#include "etl/base/vec.h"
#include "reports/disclosure.h"
#include "reports/period.h"

/* Exit statuses, outputs.md. */
enum exit_status {
    STATUS_DONE = 0,     /* written; no finding of severity fout */
    STATUS_FINDINGS = 1, /* written, with findings of severity fout */
    STATUS_USAGE = 2,    /* wrong use of the command line or of a settings file */
    STATUS_INPUT = 3,    /* the input cannot be used */
    STATUS_OUTPUT = 4    /* the output could not be written */
};

/* A bit each, so that options and steps can name several. */
enum command {
    COMMAND_RAPPORT = 1,
    COMMAND_CONTROLE = 2,
    COMMAND_CIJFERS = 4,
    COMMAND_VERIFIEER = 8,
    COMMAND_HELP = 16,
    COMMAND_VERSION = 32,
    COMMAND_CODES = 64, /* controle --codes */
    COMMAND_UITVRAAG = 128,
    COMMANDS_BOOKS = COMMAND_RAPPORT | COMMAND_UITVRAAG,
    COMMANDS_EXPORT = COMMAND_RAPPORT | COMMAND_CIJFERS,
    COMMANDS_FIGURES = COMMANDS_EXPORT | COMMAND_UITVRAAG,
    COMMANDS_LOADING = COMMANDS_FIGURES | COMMAND_CONTROLE,
    COMMANDS_ALL = COMMANDS_LOADING | COMMAND_VERIFIEER
};

/* What the command line says; strings are borrowed from argv. */
struct options {
    enum command command;
    enum command help_about; /* the command that help is asked about, 0 for all */
    const char *invoer;
    const char *uitvoer;
    const char *instellingen;
    const char *map;      /* verifieer: the directory to check */
    struct period period; /* of controle with an empty name when none is asked for */
    VEC(const char *) aanbieders;
    VEC(const char *) gemeenten;
    unsigned historie;
    unsigned taken;
    enum weergave weergave;
    int64_t drempel;
    bool streng;
    bool stil;
    bool uitgebreid;
    bool codes;
};

/* False with what is wrong (status 2). `options` is to be released in both cases. */
bool options_parse(struct options *options, int argc, char **argv, struct error *err);
void options_release(struct options *options);

/* "rapport". */
const char *command_name(enum command command);

/* The text of --help, made from the tables of commands and options. */
struct buf;
void options_help(enum command about, struct buf *out);

#endif
