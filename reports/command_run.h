/*
 * One run: what the steps of the pipeline (main.c) pass to each other.
 */
#ifndef WMO_REPORTS_COMMAND_RUN_H
#define WMO_REPORTS_COMMAND_RUN_H

#include "etl/base/arena.h"
#include "etl/findings.h"
#include "etl/load.h"
#include "reports/command.h"
#include "reports/command_log.h"
#include "reports/disclosure.h"
#include "reports/export.h"
#include "reports/figures.h"
#include "reports/opvolging.h"
#include "reports/output_file.h"
#include "reports/publish.h"
#include "reports/selection.h"
#include "reports/settings.h"
#include "reports/sheets/templates.h"

struct run {
    enum exit_status status;
    struct error err; /* why the run stopped, empty when it did not */
    struct options options;
    struct log log;
    struct arena arena;
    int64_t began; /* wall clock, for verantwoording.json only */
    struct settings settings;
    const char *settings_named_by; /* what pointed at the user's own settings */
    struct sheet_templates sheet_templates;
    struct dataset data;
    struct findings findings;
    struct sources sources;
    bool loaded; /* data, findings and sources are filled as far as the input goes */
    struct selection selection;
    struct figures figures;
    struct disclosure disclosure;
    struct export_result exported;
    size_t books;                   /* workbooks written */
    struct opvolging *opvolging;    /* rapport, and controle of a period; else NULL */
    struct publication publication; /* rapport, and controle with --uitvoer */
    bool publishing;                /* the publication is open */
    const char *folder;             /* rapport and uitvraag: what is published, "2026H1" */
    struct output_file file;        /* cijfers.csv of cijfers */
    struct buf last_words;          /* how it ended, made before anything is published */
};

/* A step of the pipeline: false ends the run, with run->status and run->err set. */
typedef bool run_step(struct run *run);

/* Reads the command line; false with STATUS_USAGE when it is wrong. */
bool run_begin(struct run *run, int argc, char **argv);

/* For run_publish, before it publishes: makes what is told when that succeeds. */
void run_prepare_end(struct run *run);

/* Tells the user how it ended, releases everything and gives the exit status. */
enum exit_status run_end(struct run *run);

/* For steps: ends the run with the status; returns false. */
bool run_stop(struct run *run, enum exit_status status);

run_step run_help, run_version, run_verify;                  /* command_other.c */
run_step run_codes;                                          /* command_codes.c */
run_step run_settings, run_load, run_link;                   /* command_input.c */
run_step run_select, run_compute, run_disclose, run_figures; /* command_figures.c */
run_step run_reserve, run_export, run_findings, run_account; /* command_output.c */
run_step run_publish;
run_step run_books, run_forms; /* command_books.c */
run_step run_follow_up;        /* command_follow_up.c */

/* Where a file of this run is written until it is published; name relative to what is published. */
const char *run_staged(struct run *run, const char *name);

/* For steps: what everything about figures is made from; without the sum over the input. */
struct books_input;
struct books_input run_books_input(struct run *run);

/* Notes how many rows were exported, for the line of the step. */
void run_log_exported(struct run *run);

/* For run_load: writes the findings of an input that cannot be used, where there is a place for them. */
bool run_save_findings(struct run *run);

/* Prints on standard output; false with STATUS_OUTPUT when that fails. */
bool run_print(struct run *run, const struct buf *text);

#endif
