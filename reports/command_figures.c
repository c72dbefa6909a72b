/*
 * The steps that compute: which aanbieders and gemeenten are asked for, the figures, and what may be seen of them.
 */
#include "reports/command_run.h"
#include "reports/measures/engine.h"

bool run_select(struct run *run) {
    const struct options *options = &run->options;
    return selection_make(&run->selection, &run->data, options->aanbieders.data, options->aanbieders.len,
                          options->gemeenten.data, options->gemeenten.len, &run->err) ||
           run_stop(run, STATUS_USAGE);
}

static void log_computed(struct run *run, size_t figures) {
    log_detail(&run->log, run->figures.periods, "periode", "perioden");
    log_detail(&run->log, figures, "cijfer", "cijfers");
}

bool run_compute(struct run *run) {
    const struct options *options = &run->options;
    figures_compute(&run->figures, &run->data, &run->settings, &options->period, options->historie, options->taken);
    log_computed(run, figures_count(&run->figures));
    return true;
}

static void choose_view(struct run *run) {
    if (run->options.weergave == WEERGAVE_OPENBAAR)
        disclosure_init_openbaar(&run->disclosure, &run->settings);
    else
        disclosure_init(&run->disclosure, run->options.drempel);
}

bool run_disclose(struct run *run) {
    choose_view(run);
    disclosure_apply(&run->disclosure, &run->figures, run->options.taken);
    return true;
}

void run_log_exported(struct run *run) {
    log_detail(&run->log, run->exported.rows, "regel", "regels");
    log_detail(&run->log, run->exported.withheld, "afgeschermd", "afgeschermd");
}

/* Discloses and writes the figures that there are. */
static bool write_figures(struct run *run) {
    disclosure_apply(&run->disclosure, &run->figures, run->options.taken);
    return export_figures(&run->figures, &run->disclosure, &run->selection, run->options.taken, run->file.fd,
                          run->file.name, &run->exported, &run->err);
}

/*
 * Of the whole country there may be more figures than fit in memory, so they are written period by period.  The view
 * openbaar compares periods, and needs all of them; it keeps no figure of an aanbieder.
 */
static bool compute_and_write(struct run *run) {
    const struct options *options = &run->options;
    struct computation *computation =
        computation_new(&run->figures, &run->data, &run->settings, &options->period, options->historie, options->taken);
    dataset_drop_declarations(&run->data);
    bool whole = options->weergave == WEERGAVE_OPENBAAR;
    bool done = true;
    size_t computed = 0;
    for (size_t k = 0; done && k < run->figures.periods; k++) {
        computation_period(computation, k);
        computed += run->figures.period[k].count;
        if (whole) {
            figures_join(&run->figures, k, options->taken);
        } else {
            done = write_figures(run);
            figures_drop_period(&run->figures, k);
        }
    }
    computation_free(computation);
    log_computed(run, computed);
    return done && (!whole || write_figures(run));
}

bool run_figures(struct run *run) {
    choose_view(run);
    log_clear(&run->log);
    bool done = export_begin(run->file.fd, run->file.name, &run->exported, &run->err) && compute_and_write(run);
    run_log_exported(run);
    return done || run_stop(run, STATUS_OUTPUT);
}
