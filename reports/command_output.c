/*
 * The steps that write: everything goes to a staging directory (or one temporary file), and is published at the end.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reports/bevindingen.h"
#include "reports/command_delivered.h"
#include "reports/command_findings.h"
#include "reports/command_run.h"
#include "reports/verantwoording.h"

static const char figures_name[] = "cijfers.csv";

const char *run_staged(struct run *run, const char *name) {
    return arena_printf(&run->arena, "%s/%s/%s", run->publication.staging, run->folder, name);
}

static bool make_folder(struct run *run) {
    run->folder = arena_printf(&run->arena, "%s%s%s", run->options.period.name,
                               run->options.command == COMMAND_UITVRAAG ? "-uitvraag" : "",
                               run->options.aanbieders.len + run->options.gemeenten.len > 0 ? "-selectie" : "");
    const char *path = arena_printf(&run->arena, "%s/%s", run->publication.staging, run->folder);
    return mkdir(path, 0777) == 0 || error_set_errno(&run->err, errno, "%s kan niet worden gemaakt", path);
}

static bool reserve_file(struct run *run) {
    const struct options *options = &run->options;
    if (options->uitvoer != NULL && !publication_outside(options->invoer, options->uitvoer, &run->err))
        return run_stop(run, STATUS_USAGE);
    return output_file_open(&run->file, options->uitvoer, figures_name, &run->arena, &run->err) ||
           run_stop(run, STATUS_OUTPUT);
}

/* Before the long work: whoever cannot write, or is second, hears it at once. */
bool run_reserve(struct run *run) {
    const struct options *options = &run->options;
    if (options->command == COMMAND_CIJFERS)
        return reserve_file(run);
    if (options->uitvoer == NULL)
        return true;
    if (!publication_apart(options->invoer, options->uitvoer, &run->err))
        return run_stop(run, STATUS_USAGE);
    run->publishing = true;
    if (!publication_open(&run->publication, options->uitvoer, &run->err))
        return run_stop(run, STATUS_OUTPUT);
    return !(options->command & COMMANDS_BOOKS) || make_folder(run) || run_stop(run, STATUS_OUTPUT);
}

static bool export_to_folder(struct run *run) {
    const char *path = run_staged(run, figures_name);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0)
        return error_set_errno(&run->err, errno, "%s kan niet worden gemaakt", path);
    log_clear(&run->log);
    bool done = export_begin(fd, path, &run->exported, &run->err) &&
                export_figures(&run->figures, &run->disclosure, &run->selection, run->options.taken, fd, path,
                               &run->exported, &run->err);
    if (close(fd) != 0 && done)
        done = error_set_errno(&run->err, errno, "%s kan niet worden geschreven", path);
    return done;
}

bool run_export(struct run *run) {
    bool done = export_to_folder(run);
    run_log_exported(run);
    return done || run_stop(run, STATUS_OUTPUT);
}

/* ---- findings ---- */

/* Findings name files, aanbieders and single rows: in public they are for standard error only. */
static bool is_public(const struct run *run) {
    return run->options.weergave == WEERGAVE_OPENBAAR;
}

static bool write_findings(struct run *run, const char *dir) {
    return bevindingen_write(&run->findings, &run->sources, &run->data.clients, dir, &run->err) ||
           run_stop(run, STATUS_OUTPUT);
}

static bool publish_findings(struct run *run, const char *const *entries) {
    return write_findings(run, run->publication.staging) &&
           (publication_commit(&run->publication, entries, &run->err) || run_stop(run, STATUS_OUTPUT));
}

bool run_save_findings(struct run *run) {
    if (!run->publishing || is_public(run))
        return true;
    static const char *const entries[] = {"bevindingen", "bevindingen.csv", NULL};
    struct error why = run->err; /* that the input cannot be used; kept unless writing fails too */
    bool done = publish_findings(run, entries);
    if (done)
        run->err = why;
    return done;
}

static void put_delivered(const struct run *run, struct buf *text) {
    const struct period *period = &run->options.period;
    if (period->name[0] == '\0')
        return;
    struct delivered delivered;
    delivered_init(&delivered, &run->data, period);
    delivered_put(&delivered, &run->data, run->options.uitgebreid, text);
    delivered_release(&delivered);
}

/* The summary last: it fits on the screen that is left when all has scrolled by. */
static bool print_findings(struct run *run) {
    struct buf text = {0};
    bool all = run->options.uitgebreid;
    findings_put_kinds(&run->findings, &run->sources, &run->data.clients, all, &text);
    if (text.len > 0)
        buf_putc(&text, '\n');
    findings_put_files(&run->findings, &run->sources, all, &text);
    put_delivered(run, &text);
    if (run->opvolging)
        opvolging_put(run->opvolging, all, &text);
    buf_puts(&text, "\nBevindingen: ");
    findings_put_counts(&run->findings, &text);
    buf_puts(&text, ".\n");
    bool done = run->options.stil || run_print(run, &text);
    buf_release(&text);
    return done;
}

bool run_findings(struct run *run) {
    if (run->options.command == COMMAND_CONTROLE)
        return print_findings(run);
    return is_public(run) ||
           write_findings(run, arena_printf(&run->arena, "%s/%s", run->publication.staging, run->folder));
}

/* ---- accountability and publishing ---- */

bool run_account(struct run *run) {
    struct accountability facts = {
        .options = &run->options,
        .settings = &run->settings,
        .own_named_by = run->settings_named_by,
        .data = &run->data,
        .findings = &run->findings,
        .sources = &run->sources,
        .began = run->began,
    };
    const char *dir = arena_printf(&run->arena, "%s/%s", run->publication.staging, run->folder);
    size_t files;
    bool done = verantwoording_write(&facts, dir, run->options.taken, &files, &run->err);
    log_detail(&run->log, files, "bestand", "bestanden");
    return done || run_stop(run, STATUS_OUTPUT);
}

bool run_publish(struct run *run) {
    run_prepare_end(run);
    if (run->options.command == COMMAND_CIJFERS)
        return output_file_commit(&run->file, &run->err) || run_stop(run, STATUS_OUTPUT);
    static const char *const checked[] = {"bevindingen", "bevindingen.csv", "opvolging", NULL};
    if (run->options.command == COMMAND_CONTROLE)
        return !run->publishing || publish_findings(run, checked);
    const char *const entries[] = {run->folder, NULL};
    return publication_commit(&run->publication, entries, &run->err) || run_stop(run, STATUS_OUTPUT);
}
