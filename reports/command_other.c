/*
 * The commands that load nothing: --help, --version and verifieer.
 */
#include "reports/command_run.h"
#include "reports/verifieer.h"

bool run_help(struct run *run) {
    struct buf text = {0};
    options_help(run->options.help_about, &text);
    bool done = run_print(run, &text);
    buf_release(&text);
    return done;
}

bool run_version(struct run *run) {
    struct buf text = {0};
    buf_puts(&text, "wmo-mi " WMO_VERSION "\nLicentie: EUPL-1.2\n");
    bool done = run_print(run, &text);
    buf_release(&text);
    return done;
}

bool run_verify(struct run *run) {
    struct buf text = {0};
    struct verification result;
    bool done = verifieer(run->options.map, run->options.taken, &result, &text, &run->err);
    if (!done)
        run_stop(run, STATUS_INPUT);
    else if (result.differences > 0)
        run->status = STATUS_FINDINGS;
    if (done && !run->options.stil)
        done = run_print(run, &text);
    log_detail(&run->log, result.files, "bestand", "bestanden");
    buf_release(&text);
    return done;
}
