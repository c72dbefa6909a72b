/*
 * From a directory of delivered files to a dataset and findings: the one entry of the etl room.
 */
#ifndef WMO_ETL_LOAD_H
#define WMO_ETL_LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/base/error.h"
#include "etl/dataset.h"
#include "etl/findings.h"
#include "etl/sources.h"

struct load_progress {
    uint64_t bytes_done;
    uint64_t bytes_total;
    uint64_t rows;
    size_t files_done;
    size_t files_total;
};

struct load_options {
    const char *invoer;       /* the input directory */
    const char *instellingen; /* a set of templates that goes before the shipped ones, or NULL */
    const char *templates;    /* the shipped templates; the default tables are in its folder tabellen/ */
    unsigned threads;         /* at least 1 */
    size_t chunk_size;        /* bytes per piece of work; 0 = what is fast */
    bool hash;                /* SHA-256 of every file, for verantwoording.json */
    /* Is this a measure of measures.md?  For the column toets of indicatoren; NULL accepts every name. */
    bool (*is_measure)(struct slice name);
    /* Called now and then from one thread at a time, or NULL. */
    void (*progress)(void *context, const struct load_progress *progress);
    void *progress_context;
};

enum load_result {
    LOAD_DONE,
    LOAD_BAD_SETTINGS, /* a default table is missing or wrong: exit status 2 */
    LOAD_UNUSABLE      /* unreadable directory, or a required table without a good row: exit status 3 */
};

/*
 * Loads every table of inputs.md.  The three are filled as far as the input goes, also when the result is not
 * LOAD_DONE (then false, and err says what to do); the caller releases them.  Findings are sorted.  What link.h adds
 * (link categories, effective_end, client_order) is left empty; declaration.indication is the indication
 * that the line names, INDICATION_NONE when it is unknown or none is named.
 */
bool dataset_load(struct dataset *dataset, struct findings *findings, struct sources *sources,
                  const struct load_options *options, enum load_result *result, struct error *err);

#endif
