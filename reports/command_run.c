/*
 * Begin and end of a run.  Invariant: whatever step stopped, everything that was opened is closed, and what was not
 * published is cleared.  Called by main.
 */
#include "reports/command_run.h"

#include <stdlib.h>
#include <unistd.h>

#include "etl/base/mem.h"
#include "reports/command_findings.h"
#include "reports/dutch.h"
#include "reports/verantwoording.h"
#include "reports/write.h"

_Static_assert((int)STATUS_OUTPUT == (int)MEM_EXIT_STATUS, "too little memory: nothing could be written");

bool run_stop(struct run *run, enum exit_status status) {
    run->status = status;
    return false;
}

bool run_begin(struct run *run, int argc, char **argv) {
    *run = (struct run){.began = verantwoording_now(), .file = {.fd = -1}};
    arena_init(&run->arena);
    bool good = options_parse(&run->options, argc, argv, &run->err);
    bool short_work = run->options.command & (COMMAND_HELP | COMMAND_VERSION | COMMAND_CODES);
    log_init(&run->log, run->options.stil || short_work, run->options.uitgebreid);
    return good || run_stop(run, STATUS_USAGE);
}

bool run_print(struct run *run, const struct buf *text) {
    log_clear(&run->log);
    return write_all(STDOUT_FILENO, text->data, text->len, "standaarduitvoer", &run->err) ||
           run_stop(run, STATUS_OUTPUT);
}

/* The findings; controle has shown them on standard output. */
static void put_findings(struct run *run) {
    bool unusable = run->status == STATUS_INPUT;
    bool shown = run->options.command == COMMAND_CONTROLE && !unusable;
    if (!run->loaded || shown || run->findings.list.len == 0 || (run->options.stil && !unusable))
        return;
    bool wrong = findings_count_severity(&run->findings, SEVERITY_FOUT) > 0;
    struct buf text = {0};
    findings_put_kinds(&run->findings, &run->sources, &run->data.clients, run->options.uitgebreid, &text);
    buf_putc(&text, '\n');
    log_put_lines(&run->log, wrong ? PRIORITY_WARNING : PRIORITY_NOTICE, &text, &run->last_words);
    buf_release(&text);
}

/* One line that can be mailed as it is. Silent when there is nothing to tell and nobody who looks on. */
static void put_result(struct run *run) {
    bool remarkable = run->findings.list.len > 0 || run->log.terminal || run->options.uitgebreid;
    if (!(run->options.command & COMMANDS_FIGURES) || run->options.stil || !remarkable)
        return;
    struct buf line = {0};
    if (run->options.command & COMMANDS_BOOKS)
        buf_printf(&line, "%s/%s: ", run->options.uitvoer, run->folder);
    else
        buf_printf(&line, "%s: ", run->file.name);
    if (run->options.command == COMMAND_UITVRAAG)
        dutch_put_counted(&line, run->books, "formulier", "formulieren");
    else if (run->options.command == COMMAND_RAPPORT)
        dutch_put_counted(&line, run->books, "werkboek en ", "werkboeken en ");
    if (run->options.command & COMMANDS_EXPORT)
        dutch_put_counted(&line, run->exported.rows, "cijfer", "cijfers");
    buf_puts(&line, " geschreven; in de invoer: ");
    findings_put_counts(&run->findings, &line);
    log_put_message(&run->log, run->status == STATUS_DONE ? PRIORITY_INFO : PRIORITY_WARNING, line.data,
                    &run->last_words);
    buf_release(&line);
}

void run_prepare_end(struct run *run) {
    put_findings(run);
    put_result(run);
}

/* Asks for no memory when the run went well: what was published cannot be called back. */
static void tell_end(struct run *run) {
    bool good = run->err.message[0] == '\0';
    if (!good) {
        run->last_words.len = 0;
        put_findings(run);
        log_put_message(&run->log, PRIORITY_ERROR, run->err.message, &run->last_words);
    }
    log_show(&run->log, &run->last_words);
}

enum exit_status run_end(struct run *run) {
    tell_end(run);
    if (run->publishing)
        publication_close(&run->publication);
    output_file_close(&run->file);
    opvolging_free(run->opvolging);
    figures_release(&run->figures);
    selection_release(&run->selection);
    if (run->loaded) {
        dataset_release(&run->data);
        findings_release(&run->findings);
        sources_release(&run->sources);
    }
    sheet_templates_release(&run->sheet_templates);
    settings_release(&run->settings);
    options_release(&run->options);
    log_release(&run->log);
    buf_release(&run->last_words);
    arena_release(&run->arena);
    return run->status;
}
