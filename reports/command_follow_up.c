/*
 * The step that says what is still to be asked of aanbieders about their managementinformatie: texts to mail, and what
 * controle shows.
 */
#include "reports/command_run.h"
#include "reports/opvolging.h"

/* Of controle there are no figures yet: it asks for none but these. */
static bool make_figures(struct run *run) {
    return run->options.command == COMMAND_RAPPORT ||
           (run_select(run) && run_link(run) && run_compute(run) && run_disclose(run));
}

static bool write_texts(struct run *run) {
    const char *dir = run->publication.staging;
    if (run->options.command == COMMAND_RAPPORT)
        dir = arena_printf(&run->arena, "%s/%s", dir, run->folder);
    return !run->publishing || opvolging_write(run->opvolging, dir, &run->err) || run_stop(run, STATUS_OUTPUT);
}

bool run_follow_up(struct run *run) {
    const struct options *options = &run->options;
    if (options->period.name[0] == '\0' || options->weergave == WEERGAVE_OPENBAAR)
        return true;
    if (!make_figures(run))
        return false;
    const struct books_input input = run_books_input(run);
    run->opvolging = opvolging_new(&input);
    log_detail(&run->log, opvolging_count(run->opvolging), "aanbieder", "aanbieders");
    return write_texts(run);
}
