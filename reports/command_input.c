/*
 * The steps that read: settings, input, and the link between declarations and indications.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "etl/link.h"
#include "reports/command_findings.h"
#include "reports/command_run.h"
#include "reports/dutch.h"
#include "reports/measures/registry.h"

#ifndef WMO_TEMPLATES_DIR
#error "WMO_TEMPLATES_DIR: where the shipped templates are installed"
#endif

/* ---- settings ---- */

static bool is_directory(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The shipped templates: those beside the program in a source tree or a moved installation, else the installed ones. */
static const char *shipped_templates(struct arena *arena) {
    static const char *const beside[] = {"../templates", "../share/wmo-mi/templates"};
    char program[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    if (len > 0) {
        program[len] = '\0';
        char *slash = strrchr(program, '/');
        for (size_t i = 0; slash != NULL && i < sizeof beside / sizeof beside[0]; i++) {
            const char *dir = arena_printf(arena, "%.*s/%s", (int)(slash - program), program, beside[i]);
            if (access(arena_printf(arena, "%s/instellingen.csv", dir), F_OK) == 0)
                return dir;
        }
    }
    return WMO_TEMPLATES_DIR;
}

/* The user's own: the option, else the environment, else those of this machine, else none. */
static const char *own_templates(const struct options *options, const char **named_by) {
    static const char machine[] = "/etc/wmo-mi";
    const char *environment = getenv("WMO_MI_INSTELLINGEN");
    *named_by = "--instellingen";
    if (options->instellingen != NULL)
        return options->instellingen;
    *named_by = "WMO_MI_INSTELLINGEN";
    if (environment != NULL && *environment != '\0')
        return environment;
    *named_by = machine;
    return is_directory(machine) ? machine : NULL;
}

bool run_settings(struct run *run) {
    const char *shipped = shipped_templates(&run->arena);
    const char *own = own_templates(&run->options, &run->settings_named_by);
    if (own != NULL && !is_directory(own)) {
        error_set(&run->err, "de map met instellingen %s is er niet", own);
        return run_stop(run, STATUS_USAGE);
    }
    return (template_check_names(&(struct template_dirs){own, shipped}, &run->err) &&
            settings_load(&run->settings, own, shipped, &run->err) &&
            sheet_templates_load(&run->sheet_templates, &run->settings.dirs, &run->err)) ||
           run_stop(run, STATUS_USAGE);
}

/* ---- input ---- */

/* Where the time goes that is left is known by bytes, since the big files decide it. */
static void show_progress(void *context, const struct load_progress *progress) {
    struct log *log = context;
    if (!log_progress_due(log))
        return;
    struct buf line = {0};
    buf_puts(&line, "laden: ");
    dutch_put_count(&line, progress->files_done);
    buf_puts(&line, " van ");
    dutch_put_counted(&line, progress->files_total, "bestand, ", "bestanden, ");
    dutch_put_counted(&line, progress->rows, "regel", "regels");
    if (progress->bytes_done > 0 && progress->bytes_total > progress->bytes_done) {
        double left = (double)(progress->bytes_total - progress->bytes_done) / (double)progress->bytes_done;
        buf_puts(&line, ", nog ");
        dutch_put_count(&line, (uint64_t)((double)log_elapsed(log) * left / 1e9) + 1);
        buf_puts(&line, " s");
    }
    log_progress(log, line.data);
    buf_release(&line);
}

static bool is_measure(struct slice name) {
    char code[64];
    if (name.len >= sizeof code)
        return false;
    memcpy(code, name.ptr, name.len);
    code[name.len] = '\0';
    return measure_find(code) != MEASURE_NONE;
}

static void log_rows(struct run *run) {
    uint64_t rows = 0;
    for (size_t i = 0; i < run->sources.list.len; i++)
        rows += run->sources.list.data[i].rows_loaded;
    log_detail(&run->log, run->sources.list.len, "bestand", "bestanden");
    log_detail(&run->log, rows, "regel", "regels");
    log_detail(&run->log, findings_count_severity(&run->findings, SEVERITY_FOUT), "fout", "fouten");
}

/* Nothing is written but the findings. */
static bool refuse_input(struct run *run) {
    return run_save_findings(run) && run_stop(run, STATUS_INPUT);
}

bool run_load(struct run *run) {
    struct load_options options = {
        .invoer = run->options.invoer,
        .instellingen = run->settings.dirs.own,
        .templates = run->settings.dirs.shipped,
        .threads = run->options.taken,
        .hash = (run->options.command & COMMANDS_BOOKS) != 0,
        .is_measure = is_measure,
        .progress = run->log.terminal ? show_progress : NULL,
        .progress_context = &run->log,
    };
    enum load_result result;
    run->loaded = true;
    bool done = dataset_load(&run->data, &run->findings, &run->sources, &options, &result, &run->err);
    if (!done && result == LOAD_BAD_SETTINGS)
        return run_stop(run, STATUS_USAGE);
    log_rows(run);
    if (!done)
        return refuse_input(run);
    uint64_t wrong = findings_count_severity(&run->findings, SEVERITY_FOUT);
    if (wrong > 0 && run->options.streng) {
        struct buf counted = {0};
        dutch_put_counted(&counted, wrong, "fout", "fouten");
        error_set(&run->err, "de invoer heeft %s, en met --streng wordt dan niets geschreven", counted.data);
        buf_release(&counted);
        return refuse_input(run);
    }
    run->status = wrong > 0 ? STATUS_FINDINGS : STATUS_DONE;
    return true;
}

bool run_link(struct run *run) {
    size_t linked = dataset_link(&run->data, run->options.taken);
    log_detail(&run->log, run->data.declarations.len, "declaratieregel", "declaratieregels");
    log_detail(&run->log, linked, "gekoppeld", "gekoppeld");
    return true;
}
