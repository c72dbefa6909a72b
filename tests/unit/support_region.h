/*
 * A small region on disk that is loaded, and what became of it as text, for tests of loading.
 */
#ifndef WMO_TESTS_UNIT_SUPPORT_REGION_H
#define WMO_TESTS_UNIT_SUPPORT_REGION_H

#include "etl/load.h"
#include "tests/unit/support_files.h"

struct region {
    struct scratch files;
    struct dataset dataset;
    struct findings findings;
    struct sources sources;
    enum load_result result;
    bool loaded;
};

/* A directory with the gemeenten 0405 and 0498 and the aanbieders 01000001 and 01000002. */
void region_begin(struct region *region);
void region_end(struct region *region);

/* Loads what was written in it; the texts below are good until the end. */
void region_load(struct region *region, unsigned threads);

/* "volume melding besluit start stop reden" of an indication, "" when it is not there. */
const char *region_indication(struct region *region, const char *gemeente, const char *number);

/* "aanbieder declaratie regel bedrag status" of every declaration line, in path and line order, one per line. */
const char *region_lines(struct region *region);

/* bevindingen.csv without its header and its sentences. */
const char *region_findings(struct region *region);

/* The sentence of the first finding with that code. */
const char *region_sentence(struct region *region, const char *code);

/* "read loaded refused replaced" of a source. */
const char *region_rows(struct region *region, const char *path);

#endif
