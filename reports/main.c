/*
 * wmo-mi: management information on Wmo support for the contract managers and gemeenten of a purchasing region.
 *
 * The pipeline below is the whole program: each command takes the steps that name it, from top to bottom.
 */
#include "reports/command_run.h"
#include "reports/process.h"

static const struct step {
    const char *name;
    unsigned commands;
    run_step *run;
} pipeline[] = {
    {"hulp", COMMAND_HELP, run_help},
    {"versie", COMMAND_VERSION, run_version},
    {"codes", COMMAND_CODES, run_codes},
    {"verifiëren", COMMAND_VERIFIEER, run_verify},
    {"instellingen lezen", COMMANDS_LOADING, run_settings},
    {"uitvoermap voorbereiden", COMMANDS_LOADING, run_reserve},
    {"laden", COMMANDS_LOADING, run_load},
    {"selecteren", COMMANDS_FIGURES, run_select},
    {"koppelen", COMMANDS_FIGURES, run_link},
    {"rekenen en schrijven", COMMAND_CIJFERS, run_figures},
    {"rekenen", COMMANDS_BOOKS, run_compute},
    {"afschermen", COMMANDS_BOOKS, run_disclose},
    {"cijfers schrijven", COMMAND_RAPPORT, run_export},
    {"werkboeken schrijven", COMMAND_RAPPORT, run_books},
    {"formulieren schrijven", COMMAND_UITVRAAG, run_forms},
    {"opvolgen", COMMAND_RAPPORT | COMMAND_CONTROLE, run_follow_up},
    {"bevindingen schrijven", COMMAND_RAPPORT | COMMAND_CONTROLE, run_findings},
    {"verantwoorden", COMMANDS_BOOKS, run_account},
    {"publiceren", COMMANDS_LOADING, run_publish},
};

int main(int argc, char **argv) {
    struct run run;
    process_protect();
    bool go_on = run_begin(&run, argc, argv);
    for (size_t i = 0; go_on && i < sizeof pipeline / sizeof pipeline[0]; i++) {
        if (!(pipeline[i].commands & (unsigned)run.options.command))
            continue;
        log_step_begin(&run.log, pipeline[i].name);
        go_on = pipeline[i].run(&run);
        log_step_end(&run.log);
    }
    return (int)run_end(&run);
}
