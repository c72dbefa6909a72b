/*
 * The declaration lines as the measures read them: compact, the linked ones by indication, the others by client.
 */
#ifndef WMO_REPORTS_MEASURES_LINES_H
#define WMO_REPORTS_MEASURES_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "etl/dataset.h"

struct tarief_index;

struct line {
    int64_t volume; /* thousandths of eenheid, negative for a credit line */
    int64_t bedrag; /* cents, negative for a credit line */
    date_t periode_begin;
    date_t periode_eind;
    uint8_t eenheid;
    uint8_t link;          /* enum link */
    bool dubbel;           /* a double debit line, measures.md 2 */
    bool tarief_afwijkend; /* has another tarief than the one agreed on its first day, measures.md 2 */
};

/* A line that is not linked, with the group that it counts in. */
struct unlinked_line {
    struct line line;
    uint16_t gemeente;
    uint16_t organisatie;
    uint16_t product;
};

struct lines {
    struct line *linked;            /* grouped by indication, within one in load order */
    size_t *start;                  /* indications + 1 offsets in linked */
    struct unlinked_line *unlinked; /* grouped by client, within one in load order */
    size_t *unlinked_start;         /* clients + 1 offsets in unlinked */
    date_t *first_of; /* per organisatie the first periode_begin of its linked lines, DATE_OPEN when none */
};

/* From declarations that are linked (etl/link.h), which the result does not refer to; by `threads` > 0 threads. */
void lines_init(struct lines *lines, const struct dataset *data, const struct tarief_index *tarieven, unsigned threads);
void lines_release(struct lines *lines);

#endif
