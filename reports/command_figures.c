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

bool run_compute(struct run *run) {
    const struct options *options = &run->options;
    figures_compute(&run->figures, &run->data, &run->settings, &options->period, options->historie, options->taken);
    size_t count = 0;
    for (size_t i = 0; i < run->figures.periods; i++)
        count += run->figures.period[i].count;
    log_detail(&run->log, run->figures.periods, "periode", "perioden");
    log_detail(&run->log, count, "cijfer", "cijfers");
    return true;
}

bool run_disclose(struct run *run) {
    if (run->options.weergave == WEERGAVE_OPENBAAR)
        disclosure_init_openbaar(&run->disclosure, &run->settings);
    else
        disclosure_init(&run->disclosure, run->options.drempel);
    disclosure_apply(&run->disclosure, &run->figures, run->options.taken);
    return true;
}
